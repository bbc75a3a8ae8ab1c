"""YAML with places: a tree of text read from checked events, traps refused."""

from taskmap.yamltext.codes import CODES
from taskmap.yamltext.lookalike import fold, visible
from taskmap.yamltext.node import Entry, Node, Path, Scalar, Sequence, Style, Table, path_text
from taskmap.yamltext.reader import read

__all__ = [
    "CODES",
    "Entry",
    "Node",
    "Path",
    "Scalar",
    "Sequence",
    "Style",
    "Table",
    "fold",
    "path_text",
    "read",
    "visible",
]
