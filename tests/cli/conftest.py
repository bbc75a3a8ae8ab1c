"""The command line's own fixture; missing words are errors here, not visible gaps."""

import os

from running import taskmap

os.environ.setdefault("TASKMAP_STRICT_WORDS", "1")

__all__ = ["taskmap"]
