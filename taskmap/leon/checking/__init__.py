"""The exact check of a finished plan, in whole numbers and by its own arithmetic."""
