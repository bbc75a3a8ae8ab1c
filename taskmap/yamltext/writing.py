"""Values as YAML or JSON text, quoted where a reader would take a text for something else."""

import json
import re
from functools import partial

from taskmap.errors import TextNotWritable
from taskmap.yamltext.guard import FORBIDDEN, code_point
from taskmap.yamltext.value import Plain, Value, is_figure

WIDEST = 100  # characters of a line that is not broken into a block
_SAFE_START = re.compile(r"[\w(+</]")
_BREAKS = re.compile(r"[\n\r\t]")
_JSON_FIGURE = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?|true|false|null")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def inline(value: Value, *, flow: bool, as_json: bool = False) -> str:
    """A value on one line.

    Args:
        value: to write.
        flow: whether it stands within braces or brackets.
        as_json: whether any reader of JSON must understand it.

    Raises:
        TextNotWritable: the text holds a character no document may hold.
    """
    if isinstance(value, Plain):
        return _figure(value.text, flow=flow, as_json=as_json)
    if isinstance(value, str):
        return json_text(value) if as_json else _text(value, flow=flow)
    if isinstance(value, dict):
        inner = (_pair(key, each, as_json=as_json) for key, each in value.items())
        return f"{{{', '.join(inner)}}}"
    return f"[{', '.join(inline(each, flow=True, as_json=as_json) for each in value)}]"


def key_text(key: str, *, flow: bool, as_json: bool = False) -> str:
    """A key as written before its colon."""
    if as_json:
        return json_text(key)
    # A key that is a number is no trap: every key is read as text here.
    return key if _WHOLE.fullmatch(key) else _text(key, flow=flow)


_WHOLE = re.compile(r"[1-9]\d*")


def json_text(text: str) -> str:
    """A text in double quotes."""
    return json.dumps(writable(text), ensure_ascii=False)


def document_text(said: dict[str, Value], *, compact: bool = False) -> str:
    """A whole document, from its first key to its last.

    Args:
        said: what it says.
        compact: whether each item of its lists stands on one line where it is short.
    """
    lay = _compact if compact else partial(pair, indent=0, newline="\n")
    return "".join(f"{lay(key, value)}\n" for key, value in said.items())


def block(value: Value, indent: int, newline: str) -> str:
    """A value over several lines, the first of them not indented.

    Args:
        value: to write; what is short stands on one line.
        indent: spaces before each line but the first.
        newline: what ends a line.
    """
    between = newline + " " * indent
    if isinstance(value, dict) and value:
        return between.join(
            pair(key, each, indent=indent, newline=newline) for key, each in value.items()
        )
    if isinstance(value, list) and value:
        return between.join(f"- {_item(each, indent, newline)}" for each in value)
    return inline(value, flow=False)


def pair(key: str, value: Value, *, indent: int, newline: str, pad: int = 0) -> str:
    """A key with its value, in a block; ``pad`` is the width of the key with its colon."""
    start = f"{key_text(key, flow=False)}:".ljust(pad)
    if value == Plain(""):
        return start.rstrip()
    if fits(value, indent + len(start) + 1):
        return f"{start} {inline(value, flow=False)}"
    inner = indent + 2
    return f"{start.rstrip()}{newline}{' ' * inner}{block(value, inner, newline)}"


def fits(value: Value, at: int) -> bool:
    """Whether a value is written on one line that begins at a column."""
    if isinstance(value, (str, Plain)) or not value:
        return True
    # Within brackets an item that says nothing would not be there at all.
    if isinstance(value, list) and any(isinstance(e, dict) or e == Plain("") for e in value):
        return False
    return at + len(inline(value, flow=False)) <= WIDEST


def writable(text: str) -> str:
    """The text itself.

    Raises:
        TextNotWritable: it holds a character no document may hold.
    """
    forbidden = FORBIDDEN.search(text)
    if forbidden:
        raise TextNotWritable(value=code_point(forbidden[0]))
    return text


def _compact(key: str, value: Value) -> str:
    """A field of a document whose items stand on one line where they are short."""
    if not isinstance(value, list) or fits(value, len(key) + 2):
        return pair(key, value, indent=0, newline="\n")
    items = (inline(e, flow=False) if fits(e, 4) else block(e, 4, "\n") for e in value)
    return f"{key_text(key, flow=False)}:" + "".join(f"\n  - {item}" for item in items)


def _item(value: Value, indent: int, newline: str) -> str:
    # The document's own lists, of tasks and roles, get a line for each field from the start.
    simple = all(isinstance(each, (str, Plain)) for each in _inner(value))
    if indent > 2 and simple and fits(value, indent + 2):
        return inline(value, flow=False)
    return block(value, indent + 2, newline)


def _inner(value: Value) -> tuple[Value, ...]:
    if isinstance(value, (str, Plain)):
        return ()
    return tuple(value.values() if isinstance(value, dict) else value)


def _pair(key: str, value: Value, *, as_json: bool) -> str:
    written = inline(value, flow=True, as_json=as_json)
    return f"{key_text(key, flow=True, as_json=as_json)}: {written}"


def _figure(text: str, *, flow: bool, as_json: bool) -> str:
    if as_json:
        return text if _JSON_FIGURE.fullmatch(text) else json_text(text)
    return text if is_figure(text) and _may_be_plain(text, flow=flow) else _text(text, flow=flow)


def _text(text: str, *, flow: bool) -> str:
    writable(text)
    safe = _SAFE_START.match(text) and not (flow and ":" in text)
    if safe and not is_figure(text) and _may_be_plain(text, flow=flow):
        return text
    if _BREAKS.search(text):
        return f'"{text.translate(_ESCAPES)}"'
    return "'" + text.replace("'", "''") + "'"


def _may_be_plain(text: str, *, flow: bool) -> bool:
    ends = text != text.strip() or text.endswith(":") or _BREAKS.search(text)
    inside = ": " in text or " #" in text or (flow and re.search(r"[,\[\]{}]", text))
    return not ends and not inside
