"""Versions of a document against each other: what differs, and two made one."""
