"""An action that is refused, as a code and values; present finds the words."""

from collections.abc import Mapping
from types import MappingProxyType

Value = str | int | float | bool | tuple[str, ...] | None


class TaskmapError(Exception):
    """An action that is refused.

    Attributes:
        code: stable dotted name, worded by ``present`` in the reader's language.
        values: what the words need, by name.
    """

    code = "error"

    def __init__(self, **values: Value) -> None:
        self.values: Mapping[str, Value] = MappingProxyType(values)
        super().__init__(f"{self.code} {dict(values)}" if values else self.code)
