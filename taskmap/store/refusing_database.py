"""What a database refuses, as the actions we refuse."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from taskmap.errors import DiskFull, NotWritable, StoreBusy, StoreFailed, StoreUnreachable

# postgresql.org/docs/current/errcodes-appendix.html
_FULL = {"53100"}
_CLOSED = {"42501", "25006"}
_BUSY = {"55P03", "40P01", "57014"}


@contextmanager
def refusing(name: str) -> Iterator[None]:
    """Tell what the database says about a document in our own codes.

    Raises:
        DiskFull: its disk has no room.
        NotWritable: this user may only read.
        StoreBusy: somebody else held the document for too long.
        StoreUnreachable: no connection, or a lost one.
        StoreFailed: anything else.
    """
    try:
        yield
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None)
        if state in _FULL:
            raise DiskFull(file=name) from error
        if state in _CLOSED:
            raise NotWritable(file=name) from error
        if state in _BUSY:
            raise StoreBusy(file=name) from error
        if state is None or state.startswith(("08", "28", "3D", "53", "57P")):
            raise StoreUnreachable(file=name) from error
        raise StoreFailed(file=name, reason=state) from error
    except SQLAlchemyError as error:
        raise StoreFailed(file=name, reason=type(error).__name__) from error
