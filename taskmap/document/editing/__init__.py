"""Edits of a document: what they change of what it says."""
