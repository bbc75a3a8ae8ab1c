"""How far a long calculation has come, told on a terminal where someone is looking."""

import sys

from taskmap.cli.output import Output


class Working:
    """Tells the part done, on one line of standard error."""

    def __init__(self, out: Output) -> None:
        self.words = out.reader.say("cli.working")
        self.percent = out.reader.percent

    def __call__(self, _step: str, share: float) -> None:
        """Tell the part done; the step is too short to be named."""
        sys.stderr.write(f"\r{self.words} {self.percent(share)}  ")
        sys.stderr.flush()


def working(out: Output) -> Working | None:
    """Who is told how far the work has come; None where nobody is looking."""
    return Working(out) if sys.stderr.isatty() else None


def clear() -> None:
    """Take the line away."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
