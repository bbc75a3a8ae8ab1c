"""What each paper says: cards, lists, the report on a unit, the case, the plan of measures."""

from taskmap.report.about import About
from taskmap.report.book import BOOKS, book
from taskmap.report.calendar import calendar
from taskmap.report.paper import KINDS, TOLD, paper, word

__all__ = ["BOOKS", "KINDS", "TOLD", "About", "book", "calendar", "paper", "word"]
