"""Which command was asked for, what it needs installed, and handing over to it."""

import os
import subprocess
import sys

from taskmap.setup.environment import ROOT, SetupFailedError, ensure, is_ready_here, python

TESTS = "test"
PURPOSES = {TESTS: "test", "store": "server", "serve": "service"}


def run(arguments: list[str]) -> int:
    """Run a command in an environment that has what it needs.

    Args:
        arguments: command line without the program's name.

    Returns:
        The exit status.
    """
    purpose = PURPOSES.get(next(iter(arguments), ""), "app")
    if is_ready_here(purpose):
        return _here(arguments)
    try:
        ensure(purpose)
    except SetupFailedError as refused:
        sys.stderr.write(f"taskmap: {refused}\n")
        return 1
    command = [str(python()), "-m", "taskmap", *arguments]
    if os.name == "nt":  # exec leaves the console behind there
        return subprocess.call(command, cwd=ROOT)  # noqa: S603 -- our own command line
    os.execv(command[0], command)  # noqa: S606 -- hands the terminal over, so that Ctrl+C ends it
    return 1


def _here(arguments: list[str]) -> int:
    if arguments[:1] == [TESTS]:
        from taskmap.setup.testing import run_tests  # noqa: PLC0415 -- only this command needs it

        return run_tests(arguments[1:])
    from taskmap.cli import main  # noqa: PLC0415 -- needs the packages installed above

    main(args=arguments, prog_name="taskmap")
    return 0
