"""What a store, its files and its copies are refused for."""

from taskmap.errors.refusal import TaskmapError


class FileThere(TaskmapError):
    """A file of that name is there already; nothing is written over it."""

    code = "file.there"


class FileChanged(TaskmapError):
    """Someone else saved the document after it was read; nothing is written over."""

    code = "store.changed"


class FileRemoved(TaskmapError):
    """The document is no longer there."""

    code = "store.removed"


class FileDamaged(TaskmapError):
    """The document cannot be read; its last whole version can be put back."""

    code = "store.damaged"


class FileTooLarge(TaskmapError):
    """More bytes than a document may have."""

    code = "store.too_large"


class NameRefused(TaskmapError):
    """No name of a document in this folder."""

    code = "store.name"


class NotWritable(TaskmapError):
    """The folder or the file may not be written."""

    code = "store.not_writable"


class DiskFull(TaskmapError):
    """No room on the disk."""

    code = "store.disk_full"


class StoreBusy(TaskmapError):
    """Somebody else kept saving the same document for too long."""

    code = "store.busy"


class StoreFailed(TaskmapError):
    """The disk failed in some other way."""

    code = "store.failed"


class StoreUnreachable(TaskmapError):
    """The database does not answer, or does not let us in."""

    code = "store.unreachable"


class StoreOutdated(TaskmapError):
    """The database has no tables of ours, or those of another edition of Taskmap."""

    code = "store.outdated"


class StoreNotEmpty(TaskmapError):
    """What is to be filled from a backup holds documents already."""

    code = "store.not_empty"


class BackupRefused(TaskmapError):
    """A file that is no backup, or is no longer whole."""

    code = "store.backup"


class VersionLost(TaskmapError):
    """No such version, or its content is damaged."""

    code = "store.version_lost"
