"""Where the written lines of a tree begin and end, comments aside."""

import re

from taskmap.yamltext.node import Entry, Node, Scalar, Sequence, Style, Table

_BLOCKS = frozenset({Style.LITERAL, Style.FOLDED})
_BREAK = re.compile(r"\r\n|\r|\n")
_KEEPS = re.compile(r"[|>][0-9]?\+")


class Layout:
    """A text and the questions a splice asks of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = _BREAK.search(text)
        self.newline = found[0] if found else "\n"

    def end(self, node: Node) -> int:
        """Just after the last character that says something of the node."""
        if isinstance(node, Scalar):
            return self._scalar_end(node)
        if node.flow:
            return node.end
        if isinstance(node, Table):
            return self.end_of_entry(node.entries[-1]) if node.entries else node.start
        # An empty last item leaves only its dash.
        last = node.items[-1]
        return max(self.end(last), self.dash(node, len(node.items) - 1) + 1)

    def end_of_entry(self, entry: Entry) -> int:
        """Just after an entry; of one without a value, after its colon."""
        return max(self.end(entry.value), self.colon(entry))

    def colon(self, entry: Entry) -> int:
        """Just after the colon between a key and its value, or after a key without one."""
        at = self.text.find(":", entry.key.end, entry.value.start)
        return at + 1 if at >= 0 else entry.key.end

    def dash(self, sequence: Sequence, index: int) -> int:
        """Where the dash of an item in a block stands."""
        if index == 0:
            return sequence.start
        at = self.line_start(sequence.items[index].start)
        column = sequence.column - 1
        while self.text[at : at + column + 1] != " " * column + "-":
            at = self.line_start(max(at - 1, 0))
        return at + column

    def begins_line(self, at: int) -> bool:
        """Whether only spaces stand before a character on its line."""
        return not self.text[self.line_start(at) : at].strip(" ")

    def line_start(self, at: int) -> int:
        """Where the line of a character begins."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_end(self, at: int) -> int:
        """Where the line of a character ends, before its break."""
        found = _BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def after_break(self, at: int) -> int:
        """Just after a line break that stands at a character, if one does."""
        found = _BREAK.match(self.text, at)
        return found.end() if found else at

    def before_break(self, at: int) -> int:
        """Just before the line break that ends at a character, if one does."""
        if self.text[at - 2 : at] == "\r\n":
            return at - 2
        return at - 1 if at and self.text[at - 1] in "\r\n" else at

    def is_blank_line_before(self, line: int) -> bool:
        """Whether the line above the one that begins at a character is blank."""
        above = self.before_break(line)
        return above < line and not self.text[self.line_start(above) : above].strip()

    def is_blank_line_at(self, line: int) -> bool:
        """Whether the line that begins at a character is there and blank."""
        return line < len(self.text) and not self.text[line : self.line_end(line)].strip()

    def _scalar_end(self, node: Scalar) -> int:
        if node.style not in _BLOCKS:
            return node.end
        written = self.text[node.start : node.end]
        if _KEEPS.match(written):
            return self.before_break(node.end)
        return node.start + len(written.rstrip())
