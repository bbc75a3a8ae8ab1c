"""Mappings in and out of workbooks and CSV, and the judged graph in formats other tools read."""
