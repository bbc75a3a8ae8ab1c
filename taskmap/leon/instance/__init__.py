"""A mapping and a question as one instance in whole numbers."""
