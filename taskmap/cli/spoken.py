"""Which language the command line speaks, known before anything is parsed."""

import os
from collections.abc import Sequence

from taskmap.language.choice import LANGUAGES, best_language

OPTION = "--lang"
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order POSIX asks them


def spoken(args: Sequence[str]) -> str:
    """The language of ``--lang``, else of the locale; English without either."""
    asked = _asked(args)
    if asked in LANGUAGES:
        return asked
    return best_language(next((os.environ[v] for v in LOCALE if os.environ.get(v)), None))


def without_language(args: Sequence[str]) -> list[str]:
    """The arguments without ``--lang`` and its value, to see what was asked for."""
    rest: list[str] = []
    skip = False
    for arg in args:
        if skip:
            skip = False
        elif arg == OPTION:
            skip = True
        elif not arg.startswith(f"{OPTION}="):
            rest.append(arg)
    return rest


def _asked(args: Sequence[str]) -> str | None:
    for at, arg in enumerate(args):
        if arg.startswith(f"{OPTION}="):
            return arg.partition("=")[2]
        if arg == OPTION and at + 1 < len(args):
            return args[at + 1]
    return None
