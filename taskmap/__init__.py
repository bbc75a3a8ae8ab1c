"""Taskmap: who does what in health and care, and what can move to the lowest effective level."""

__version__ = "0.1.0"
