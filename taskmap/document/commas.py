"""Commas within braces, where YAML sees the end of a field and people meant none."""

from itertools import takewhile

from taskmap.document.kinds import is_blank
from taskmap.document.reading import Reading
from taskmap.yamltext import Entry, Node, Path, Scalar, Style, Table


def note_decimal_comma(node: Table, path: Path, reading: Reading) -> bool:
    """Whether ``{day: 7,5}`` was written, which YAML reads as ``day: 7`` and a key ``5``."""
    if not node.flow or not any(is_blank(entry.value) for entry in node.entries):
        return False
    for before, entry in zip(node.entries, node.entries[1:], strict=False):
        split = is_blank(entry.value) and _digits(entry.key) and _digits(before.value)
        if split and isinstance(before.value, Scalar):
            inside, text = (*path, before.key.text), before.value.text
            value, near = f"{text},{entry.key.text}", f"{text}.{entry.key.text}"
            at = before.value
            reading.error("number.decimal_comma", inside, at, value=value, nearest=near)
            return True
    return False


def is_bare(entry: Entry) -> bool:
    """Whether a word stands alone, without the colon that makes it a field."""
    return entry.value.start == entry.key.end


def note_text_comma(node: Table, entry: Entry, path: Path, reading: Reading) -> bool:
    """Whether ``{name: Unstable, watched}`` was written, a text cut short by its comma."""
    if not node.flow or not is_bare(entry):
        return False
    at = node.entries.index(entry)
    before = node.entries[:at][::-1]
    alone = len(list(takewhile(is_bare, before)))
    cut = before[alone] if alone < len(before) else None
    if cut is None or not isinstance(cut.value, Scalar) or cut.value.style is not Style.PLAIN:
        return False
    inside = (*path, cut.key.text)
    if reading.is_sound(inside):
        rest = takewhile(is_bare, node.entries[at - alone :])
        text = ", ".join([cut.value.text, *(part.key.text for part in rest)])
        near = f"'{text}'" if "'" not in text else None
        reading.error("text.comma", inside, cut.value, value=text[:80], nearest=near)
    return True


def _digits(node: Node) -> bool:
    if not isinstance(node, Scalar) or node.style is not Style.PLAIN:
        return False
    return node.text.removesuffix("%").strip().isdecimal()
