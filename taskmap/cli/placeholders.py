"""What stands for the user's own words in a command's help, in the reader's language."""

import re

from taskmap.language import Reader

_WORD = re.compile(r"[A-Z]{2,}")  # a single letter, as in K and N, is any number in any language


def placeholder(metavar: str, reader: Reader) -> str:
    """``TASK:ROLE[=SHARE]`` as ``OPPGAVE:ROLLE[=ANDEL]``."""
    return _WORD.sub(lambda found: reader.say(f"cli.place.{found[0].lower()}"), metavar)
