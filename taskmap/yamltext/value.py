"""What a document says, without where and how it is written: text, lists and tables."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from taskmap.model.difference import Written
from taskmap.yamltext.node import Node, Scalar, Style, Table

# What some YAML reader takes for a flag, nothing, a number, a date or a time of day. Old and new
# readers differ, so this holds what any of them does.
_WORDS = frozenset(
    {"", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<"}
    | {f"{sign}.{word}" for sign in ("", "+", "-") for word in ("inf", "nan")}
)
_KEPT = 4096  # texts; a document has few that differ
_FIGURES = re.compile(r"[-+.]?\d[\d_.:eExXoOa-fA-F+-]*([tT ][\d:.zZ +-]*)?")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text that a reader may take for a number, a date, a flag or nothing, and shall."""

    text: str

    @property
    def settled(self) -> "Plain | str":
        """As a document says it: what no reader takes for a figure is text after all."""
        return self if is_figure(self.text) else self.text


Value: TypeAlias = str | Plain | list["Value"] | dict[str, "Value"]


def is_figure(text: str) -> bool:
    """Whether a reader of YAML takes the text, without quotes, for something else than text.

    >>> [is_figure(text) for text in ("no", "10:30", "0301", "70 %", "Stell")]
    [True, True, True, False, False]
    """
    return text.lower() in _WORDS or _FIGURES.fullmatch(text) is not None


def value_of(node: Node) -> Value:
    """What a node says."""
    if isinstance(node, Scalar):
        return _plain(node.text) if node.style is Style.PLAIN else node.text
    if isinstance(node, Table):
        return {entry.key.text: value_of(entry.value) for entry in node.entries}
    return [value_of(item) for item in node.items]


def says(node: Node, wanted: Value) -> bool:
    """Whether a node says just this; looks no further than the first difference."""
    if isinstance(node, Scalar):
        said = _plain(node.text) if node.style is Style.PLAIN else node.text
        return said is wanted or said == wanted
    if isinstance(node, Table):
        if not isinstance(wanted, dict) or len(node.entries) != len(wanted):
            return False
        for entry in node.entries:
            key = entry.key.text
            if key not in wanted or not says(entry.value, wanted[key]):
                return False
        return True
    if not isinstance(wanted, list) or len(node.items) != len(wanted):
        return False
    return all(map(says, node.items, wanted))


@lru_cache(maxsize=_KEPT)
def _plain(text: str) -> Plain | str:
    return Plain(text).settled


def written_in(node: Node) -> Written:
    """What a node says, as text, lists and tables of text."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Table):
        return {entry.key.text: written_in(entry.value) for entry in node.entries}
    return [written_in(item) for item in node.items]


def text_of(value: Value) -> Written:
    """A value as text, lists and tables of text, to be shown."""
    if isinstance(value, Plain):
        return value.text
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return {key: text_of(inner) for key, inner in value.items()}
    return [text_of(item) for item in value]
