"""What a loss of power may leave of a trace: unsynced writes and names dropped or reordered.

The strictest reading of POSIX: a file's bytes are sure after a sync of the file, its name after a
sync of its folder, and neither says anything about the other. What is not sure may be there in
part, in any choice and, for bytes, as zeros where a block was given out and never written.
"""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class File:
    sure: bytes = b""
    writes: list[bytes] = field(default_factory=list)  # since then, each at the end


@dataclass
class Names:
    sure: dict[str, "File | Names"] = field(default_factory=dict)
    changes: list[tuple] = field(default_factory=list)  # since then

    def now(self):
        return _changed(self.sure, self.changes)


class Power:
    """A folder as it was when all was sure, and what was done to it since."""

    def __init__(self, root):
        self._root = Path(root)
        self._top = _read(self._root)

    def done(self, event):
        """One event of a trace."""
        kind, path, *rest = event
        if kind == "create":
            self._names(path.parent).changes.append(("set", path.name, File()))
        elif kind == "make_folder":
            self._names(path.parent).changes.append(("set", path.name, Names()))
        elif kind == "remove":
            self._names(path.parent).changes.append(("drop", path.name))
        elif kind == "rename":
            names = self._names(path.parent)
            names.changes.append(("move", path.name, rest[0].name, names.now()[path.name]))
        elif kind == "write":
            self._file(path).writes.append(rest[0])
        elif kind == "sync":
            file = self._file(path)
            file.sure, file.writes = file.sure + b"".join(file.writes), []
        elif kind == "sync_folder":
            names = self._names(path)
            names.sure, names.changes = names.now(), []

    def leave(self, target, rng):
        """Lay out below ``target`` one of the folders that a loss of power now may leave."""
        _lay_out(self._top, Path(target), rng, rng.choice(("none", "all", "some", "some")))

    def _names(self, folder):
        names = self._top
        for part in folder.relative_to(self._root).parts:
            names = names.now()[part]
        return names

    def _file(self, path):
        return self._names(path.parent).now()[path.name]


def _changed(sure, changes):
    names = dict(sure)
    for kind, name, *rest in changes:
        if kind == "set":
            names[name] = rest[0]
        elif kind == "drop":
            names.pop(name, None)
        else:
            names.pop(name, None)
            names[rest[0]] = rest[1]
    return names


def _read(folder):
    names = Names()
    for path in folder.iterdir():
        names.sure[path.name] = _read(path) if path.is_dir() else File(path.read_bytes())
    return names


def _lay_out(names, folder, rng, how):
    changes = [change for change in names.changes if _kept(rng, how)]
    for name, inner in _changed(names.sure, changes).items():
        if isinstance(inner, Names):
            (folder / name).mkdir()
            _lay_out(inner, folder / name, rng, how)
        else:
            (folder / name).write_bytes(_bytes(inner, rng, how))


def _bytes(file, rng, how):
    """What is sure, and of what is not: none, all, or some, cut or as zeros."""
    data = bytearray(file.sure)
    for write in file.writes:
        if _kept(rng, how):
            cut = rng.randrange(len(write) + 1) if how == "some" and rng.random() < 0.5 else None
            data += write[:cut]
        elif how == "some" and rng.random() < 0.5:
            data += bytes(len(write))
    return bytes(data)


def _kept(rng, how):
    return how == "all" or (how == "some" and rng.random() < 0.5)
