"""What each paper says: cards for the wall, lists of tasks, the report on a unit."""

from taskmap.report.about import About
from taskmap.report.book import BOOKS, book
from taskmap.report.paper import KINDS, paper

__all__ = ["BOOKS", "KINDS", "About", "book", "paper"]
