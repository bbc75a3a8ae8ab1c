"""A cell whose words or figures are not understood."""

from taskmap.errors import Value


class Misread(Exception):
    """A cell that says something we do not understand.

    Args:
        code: of the finding that says so.
        values: of the same finding; ``value`` is what stands in the cell.
    """

    def __init__(self, code: str, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
