"""`python3 -m taskmap …`: sets itself up with the standard library alone, then hands over."""

import sys

MINIMUM = (3, 11)


def main() -> int:
    """Set up what the command needs, then run it in the project's own environment."""
    if sys.version_info < MINIMUM:
        sys.stderr.write(
            "Taskmap needs Python 3.11 or newer; this is " + sys.version.split()[0] + "\n"
        )
        return 2
    from taskmap.setup import run  # noqa: PLC0415 -- older interpreters cannot read that file

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
