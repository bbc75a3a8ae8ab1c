"""Documents as text to types and back: mappings and partnerships, with all their mistakes."""

from taskmap.document.codes import CODES
from taskmap.document.mapping import read_mapping
from taskmap.document.partnership import read_partnership

__all__ = ["CODES", "read_mapping", "read_partnership"]
