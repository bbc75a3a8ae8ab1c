"""A real disk that stops the process, or fails, at the step it is told, and tells its steps."""

import os
from datetime import datetime
from pathlib import Path

from taskmap.store.disk import Disk


class Stopped(BaseException):
    """The process is gone; nothing after this happens."""


class StepDisk(Disk):
    """Every call is a step, counted from 1.

    ``before`` is asked before each; what it raises happens in place of the call. ``trace`` holds
    what was done, for those who want to know what a loss of power would have left of it.
    """

    def __init__(self, trace=None):
        self.trace = [] if trace is None else trace
        self.steps = []
        self._paths = {}
        self._fresh = set()  # the first write to a file takes no more than half

    def before(self, step, call):
        """Whether to stop or fail here."""

    def _step(self, call):
        self.steps.append(call)
        self.before(len(self.steps), call)

    def read(self, path: Path, most: int | None = None) -> bytes:
        self._step("read")
        return super().read(path, most)

    def mode(self, path: Path) -> int:
        self._step("mode")
        return super().mode(path)

    def written(self, path: Path) -> datetime:
        self._step("written")
        return super().written(path)

    def create(self, path: Path, mode: int | None = None) -> int:
        self._step("create")
        file = super().create(path, mode)
        self._paths[file] = path
        self._fresh.add(file)
        self.trace.append(("create", path))
        return file

    def extend(self, path: Path) -> int:
        self._step("extend")
        file = super().extend(path)
        self._paths[file] = path
        self._fresh.add(file)
        return file

    def write(self, file: int, data: bytes) -> int:
        fresh = file in self._fresh
        self._fresh.discard(file)
        half = data[: len(data) // 2 + 1] if fresh else data
        for part in ("write", "write on"):  # stopped or failing before it, and halfway
            try:
                self._step(part)
            except BaseException:
                if part == "write on":
                    self._write(file, half[: len(half) // 2])
                raise
        self._write(file, half)
        return len(half)

    def _write(self, file, data):
        os.write(file, data)
        self.trace.append(("write", self._paths[file], data))

    def sync(self, file: int) -> None:
        self._step("sync")
        self.trace.append(("sync", self._paths[file]))

    def close(self, file: int) -> None:
        super().close(file)  # also of a process that is gone
        self._step("close")

    def sync_folder(self, folder: Path) -> None:
        self._step("sync_folder")
        self.trace.append(("sync_folder", folder))

    def rename(self, source: Path, target: Path) -> None:
        self._step("rename")
        super().rename(source, target)
        self.trace.append(("rename", source, target))

    def remove(self, path: Path) -> None:
        self._step("remove")
        there = path.exists()
        super().remove(path)
        if there:
            self.trace.append(("remove", path))

    def make_folder(self, path: Path) -> None:
        self._step("make_folder")
        there = path.exists()
        super().make_folder(path)
        if not there:
            self.trace.append(("make_folder", path))


class StoppingDisk(StepDisk):
    """The process is gone at a step, and whatever it still tries does not happen."""

    def __init__(self, at=None, trace=None):
        super().__init__(trace)
        self.at = at

    def before(self, step, call):
        if self.at is not None and step >= self.at:
            raise Stopped


WRITING = {"create", "extend", "write", "write on", "sync", "rename", "remove", "make_folder"}
ALWAYS = {"read", "mode", "written", "close", "sync_folder"} | WRITING


class FailingDisk(StepDisk):
    """One step fails, or all the steps of that kind from there on."""

    def __init__(self, at, number, *, goes_on, calls=WRITING):
        super().__init__()
        self._at, self._number, self._goes_on, self._calls = at, number, goes_on, calls
        self.failed = 0

    def before(self, step, call):
        now = step >= self._at if self._goes_on else step == self._at
        if now and call in self._calls:
            self.failed += 1
            raise OSError(self._number, os.strerror(self._number))
