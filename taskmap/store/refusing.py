"""What a disk refuses, as the actions we refuse."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from taskmap.errors import DiskFull, NotWritable, StoreBusy, StoreFailed

_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def refusing(name: str) -> Iterator[None]:
    """Tell what the disk says about a document in our own codes.

    Raises:
        DiskFull: no room, or none left for this user.
        NotWritable: the folder or the file may not be written.
        StoreBusy: somebody else held the document's lock for too long.
        StoreFailed: anything else.
    """
    try:
        yield
    except TimeoutError as error:
        raise StoreBusy(file=name) from error
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(file=name) from error
        if error.errno in _CLOSED:
            raise NotWritable(file=name) from error
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
        raise StoreFailed(file=name, reason=reason) from error
