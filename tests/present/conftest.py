"""Missing words are errors here, not visible gaps."""

import os

os.environ.setdefault("TASKMAP_STRICT_WORDS", "1")
