"""How much of a foreign file is read, and what reading it may use."""

from typing import Final

from taskmap.confined.run import Bounds

MEGABYTE: Final = 1_000_000
MOST_BYTES: Final = 20 * MEGABYTE  # as it lies on disk
MOST_UNPACKED: Final = 200 * MEGABYTE  # of all parts together
MOST_PARTS: Final = 2_000
MOST_SHEETS: Final = 100
MOST_CELLS: Final = 500_000  # with something in them, in one file
# A reader builds the whole rectangle up to the last cell that says something.
MOST_ROWS: Final = 300_000
MOST_COLUMNS: Final = 2_000
MOST_AREA: Final = 4_000_000
MOST_TEXT: Final = 20 * MEGABYTE  # characters of all cells together
LONGEST_CELL: Final = 32_767  # what Excel itself allows
MOST_NOTES: Final = 50  # findings of one kind told one by one

BOUNDS: Final = Bounds(seconds=30.0, megabytes=1024, brief=True)
