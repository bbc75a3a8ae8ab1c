"""Names a document may have: a path that leads below its store and nowhere else."""

from pathlib import PurePosixPath

ENDINGS = (".yaml", ".yml")
JSON = ".json"  # questions and scenarios alone; what does not say that it is one is somebody else's
KNOWN = frozenset({*ENDINGS, JSON})
KEPT = ".taskmap"  # folder beside the documents, one folder in it for each document
# Of devices, with any ending, to Windows: what is written to one is gone
# (learn.microsoft.com/windows/win32/fileio/naming-a-file).
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
DEVICES = frozenset({"con", "prn", "aux", "nul", *_PORTS})


def is_name(name: str) -> bool:
    """Whether a document may have that name, wherever it lies."""
    parts = PurePosixPath(name).parts
    leads_out = "\x00" in name or "\\" in name or bool({"..", "/", KEPT} & {*parts})
    device = any(part.partition(".")[0].lower() in DEVICES for part in parts)
    return not leads_out and not device and PurePosixPath(name).suffix.lower() in KNOWN
