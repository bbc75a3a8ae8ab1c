"""Commands run in this process; words that lack are errors here."""

import os

from tests.cli.running import taskmap

os.environ.setdefault("TASKMAP_STRICT_WORDS", "1")

__all__ = ["taskmap"]
