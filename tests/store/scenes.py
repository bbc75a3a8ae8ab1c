"""The situations a save can be in, each with what stood before it and what it writes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from saving import AT, NAME, Promise, UnsyncedDisk, save, text
from step_disk import Stopped, StoppingDisk

from taskmap.store.folder import Folder


@dataclass(frozen=True)
class Scene:
    """What is there before, what is done, and what is promised of it."""

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Folder], object]
    before: tuple[bytes | None, ...]  # acknowledged, the last one standing
    after: bytes

    def promise(self, *, done):
        if done:
            return Promise((*self.before, self.after), self.after)
        return Promise(self.before, self.after)


def _found(root):
    (root / NAME).parent.mkdir()
    (root / NAME).write_bytes(text(1))


def _nothing(root):
    pass


def _twice(root):
    _found(root)
    save(Folder(root, UnsyncedDisk()), text(2), text(1))
    save(Folder(root, UnsyncedDisk()), text(3), text(2))


def _edited_outside(root):
    _twice(root)
    (root / NAME).write_bytes(text(4))


def _stopped_before(root):
    """A save whose process ended with the document renamed and nothing told of it."""
    _twice(root)
    disk = StoppingDisk()
    disk.before = _stop_after_rename(disk)
    try:
        save(Folder(root, disk), text(4), text(3))
    except Stopped:
        return
    raise AssertionError("the process was to stop")


def _stop_after_rename(disk):
    def before(step, call):
        renamed = [e for e in disk.trace if e[0] == "rename" and e[2].name == "ward.yaml"]
        if renamed:
            raise Stopped

    return before


def _emptied(root):
    _twice(root)
    (root / NAME).write_bytes(b"")


def _taken_away(root):
    _twice(root)
    (root / NAME).unlink()


def _put_back(folder):
    return folder.put_back(NAME, who="Kari", why="skadet", at=AT)


_TWICE = (text(1), text(2), text(3))

SCENES = (
    Scene("created", _nothing, lambda f: save(f, text(1), None), (None,), text(1)),
    Scene("first", _found, lambda f: save(f, text(2), text(1)), (text(1),), text(2)),
    Scene("third", _twice, lambda f: save(f, text(4), text(3)), _TWICE, text(4)),
    Scene(
        "after an edit outside",
        _edited_outside,
        lambda f: save(f, text(5), text(4)),
        (*_TWICE, text(4)),
        text(5),
    ),
    Scene(
        "after a process died",
        _stopped_before,
        lambda f: save(f, text(5), text(4)),
        (*_TWICE, text(4)),
        text(5),
    ),
    Scene("put back over nothing", _emptied, _put_back, (*_TWICE, b""), text(3)),
    Scene("put back what is gone", _taken_away, _put_back, (*_TWICE, None), text(3)),
)
