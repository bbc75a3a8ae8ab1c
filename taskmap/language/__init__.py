"""The reader's language: sentences by key, numbers, dates, hours and money."""

from taskmap.language.choice import LANGUAGES, best_language
from taskmap.language.reader import MissingWordsError, Reader, reader

__all__ = ["LANGUAGES", "MissingWordsError", "Reader", "best_language", "reader"]
