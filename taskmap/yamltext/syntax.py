"""What the parser stumbled over, told as one of the few mistakes people make."""

import re

import yaml
from yaml.error import Mark, MarkedYAMLError

from taskmap.errors import Value
from taskmap.model.finding import Finding, Place

_LONGEST_QUOTE = 80

# The parser's own words, and the mistake that most often stands behind them; first match holds.
_MISTAKES = (
    (re.compile(r"cannot start any token"), "yaml.tab"),
    (re.compile(r"',' or '[\]}]'"), "yaml.bracket"),
    (re.compile(r"unexpected end of stream|document indicator"), "yaml.quote"),
    (
        re.compile(r"mapping values are not allowed|could not find expected ':'|unexpected ':'"),
        "yaml.colon",
    ),
    (
        re.compile(
            r"expected (key|'-' indicator|<document start>|<block end>)|block (sequence|map)"
        ),
        "yaml.indent",
    ),
)


def syntax_finding(error: yaml.YAMLError, text: str) -> Finding:
    """The finding for a text that is not YAML; it names no file."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Finding("yaml.syntax", Place(""), {"value": None})
    mark = error.problem_mark
    code = _code(error, text, mark)
    values: dict[str, Value] = {"value": _line(text, mark.line)}
    if code in {"yaml.bracket", "yaml.quote"}:
        opened = error.context_mark or mark
        values = {"value": _line(text, opened.line), "first_line": opened.line + 1}
    return Finding(code, Place("", mark.line + 1, mark.column + 1), values)


def _code(error: MarkedYAMLError, text: str, mark: Mark) -> str:
    said = f"{error.context or ''} {error.problem or ''}"
    code = next((code for pattern, code in _MISTAKES if pattern.search(said)), "yaml.syntax")
    if code == "yaml.tab" and "\t" not in _line(text, mark.line)[: mark.column + 1]:
        return "yaml.syntax"
    return code


def _line(text: str, number: int) -> str:
    lines = re.split(r"\r\n|\r|\n", text, maxsplit=number + 1)
    return lines[number][:_LONGEST_QUOTE] if number < len(lines) else ""
