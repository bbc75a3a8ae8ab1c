"""The judged graph in and out of the formats other tools read."""
