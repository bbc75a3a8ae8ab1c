"""A file that is not read, told where it is found out."""

from taskmap.errors import Value


class NotRead(Exception):
    """The file is refused.

    Args:
        code: of the finding that says why.
        values: of the same finding.
    """

    def __init__(self, code: str, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
