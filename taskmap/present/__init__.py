"""Findings, rulings and results in the reader's words: sentences and tables, pure functions."""
