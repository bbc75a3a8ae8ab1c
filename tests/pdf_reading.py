"""A finished PDF as a reader and a screen reader meet it."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise

import pikepdf
from pypdf import PdfReader

STANDARDS = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")


@dataclass(frozen=True)
class Element:
    """One tag, with what it says to those who do not see it."""

    tag: str
    alt: str | None
    depth: int


class Paper:
    """A PDF opened for checking."""

    def __init__(self, data):
        self.pages = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
        self.file = pikepdf.open(BytesIO(data))

    @property
    def title(self):
        return str(self.file.docinfo["/Title"])

    @property
    def language(self):
        return str(self.file.Root["/Lang"])

    @property
    def tagged(self):
        return bool(self.file.Root["/MarkInfo"]["/Marked"])

    @property
    def standards(self):
        with self.file.open_metadata() as found:
            return {name: found.get(name) for name in STANDARDS}

    @property
    def text(self):
        return " ".join(self.pages)

    def says(self, text):
        """Whether it holds a text, whatever its lines, in either way of writing å."""
        return bare(text) in self._letters

    def times(self, text):
        return self._letters.count(bare(text))

    @cached_property
    def _letters(self):
        return bare(self.text)

    @cached_property
    def elements(self):
        return list(_below(self.file.Root["/StructTreeRoot"], 0))

    @property
    def headings(self):
        return [e.tag for e in self.elements if e.tag in {"H1", "H2", "H3", "H4", "H5", "H6"}]

    def without_headings(self):
        """Tables whose first row is not of heading cells alone."""
        return [
            table
            for table in _tables(self.file.Root["/StructTreeRoot"])
            if {cell.tag for cell in _below(table, 0) if cell.tag in {"TH", "TD"}} != {"TH", "TD"}
            or next(c.tag for c in _below(table, 0) if c.tag in {"TH", "TD"}) != "TH"
        ]


def steps_over(headings):
    """Places where a heading is more than one level below the one before."""
    levels = [0, *(int(each[1]) for each in headings)]
    return [b for a, b in pairwise(levels) if b > a + 1]


def bare(text):
    return "".join(unicodedata.normalize("NFC", text).replace("\u200b", "").split())


def _children(node):
    kids = node.get("/K")
    if kids is None:
        return []
    every = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in every if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _below(node, depth):
    for kid in _children(node):
        alt = kid.get("/Alt")
        yield Element(str(kid["/S"])[1:], None if alt is None else str(alt), depth)
        yield from _below(kid, depth + 1)


def _tables(node):
    for kid in _children(node):
        if str(kid["/S"]) == "/Table":
            yield kid
        yield from _tables(kid)
