"""YAML with places: a tree of text read from checked events, traps refused."""

from taskmap.yamltext.align import aligned, named
from taskmap.yamltext.codes import CODES
from taskmap.yamltext.lookalike import fold, visible
from taskmap.yamltext.node import Entry, Node, Path, Scalar, Sequence, Style, Table, path_text
from taskmap.yamltext.reader import read
from taskmap.yamltext.splice import renamed, spliced
from taskmap.yamltext.value import Plain, Value, text_of, value_of, written_in
from taskmap.yamltext.writing import document_text, writable

__all__ = [
    "CODES",
    "Entry",
    "Node",
    "Path",
    "Plain",
    "Scalar",
    "Sequence",
    "Style",
    "Table",
    "Value",
    "aligned",
    "document_text",
    "fold",
    "named",
    "path_text",
    "read",
    "renamed",
    "spliced",
    "text_of",
    "value_of",
    "visible",
    "writable",
    "written_in",
]
