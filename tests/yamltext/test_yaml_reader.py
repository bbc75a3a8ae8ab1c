"""Texts keep what was written; traps are refused with their place."""

import pytest
import yaml

from taskmap.yamltext import CODES, Scalar, Sequence, Style, Table, fold, read, reader

AWKWARD = [
    "NO", "no", "yes", "ja", "on", "~", "null", "0301", "0114", "01", "1e3", "0x1F", "1_000",
    "12:30", "190:20:30", "2026-11-03", "<3 år", "+47 22 00 00 00", "1-1", "=Felles", "Å og å",
    "A\u030a", "Čáhcesuolu gielda", "Guovdageaidnu", "Đ ŋ ŧ ž", "3,5", "50 %", ".inf", "true",
    "«sitat»", "a#b", "æøå ÄÖ", "\u00a0x", "familie 👩‍👧", "$x$ %{y} <b>", "100'000", "1 234",
]  # fmt: skip


def text_of(data):
    tree, findings = read(data, file="a.yaml")
    assert findings == ()
    return tree.get("k").text


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_stays_as_written(text):
    assert text_of(f"k: {text}\n") == text.removeprefix("\u00a0") or text.startswith("\u00a0")
    assert text_of(f"k: '{text.replace(chr(39), chr(39) * 2)}'\n") == text
    assert text_of(f"k: |-\n  {text}\n".encode()) == text


def test_places_count_from_one_and_spans_cut_out_what_was_written():
    text = "# x\r\nå: 'e''n'\r\nb: [1, {c: to}]\r\n"
    tree, _ = read(text, file="a.yaml")
    quoted, many = tree.get("å"), tree.get("b")
    assert (quoted.line, quoted.column, text[quoted.start : quoted.end]) == (2, 4, "'e''n'")
    assert quoted.style is Style.SINGLE
    assert quoted.text == "e'n"
    assert text[many.start : many.end] == "[1, {c: to}]"
    assert isinstance(many, Sequence)
    assert isinstance(many.items[1], Table)
    assert many.items[1].get("c").column == 12


def test_a_byte_order_mark_of_utf_8_is_no_mistake():
    tree, findings = read(b"\xef\xbb\xbfa: 1\n", file="a.yaml")
    assert findings == ()
    assert isinstance(tree.get("a"), Scalar)


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        ("a: 1\n".encode("utf-16"), "yaml.encoding", 1, 1),
        ("a: 1\n".encode("utf-32"), "yaml.encoding", 1, 1),
        (b"a: 1\nb: \xe5\n", "yaml.encoding", 2, 4),
        ("a: \ud800", "yaml.control_character", 1, 4),
        ("a: 1\r\nb: \u2028\n", "yaml.control_character", 2, 4),
        ("a: x\u202ey\n", "yaml.control_character", 1, 5),
        ("a: 1\n? [b]\n: 2\n", "yaml.key_not_text", 2, 3),
        ("a: 1\n'': 2\n", "yaml.key_empty", 2, 1),
        ("a: @b\n", "yaml.syntax", 1, 4),
        ("a:\n- b: 1\n  B: 2\n", "yaml.lookalike_key", 3, 3),
        ("k\u00e5: 1\nka\u030a: 2\n", "yaml.lookalike_key", 2, 1),
        ("ab: 1\na\u200bb: 2\n", "yaml.lookalike_key", 2, 1),
        ("ab: 1\na\u3164b: 2\n", "yaml.lookalike_key", 2, 1),
    ],
)
def test_traps_are_refused_at_their_place(data, code, line, column):
    findings = read(data, file="a.yaml")[1]
    assert [(f.code, f.place.line, f.place.column) for f in findings] == [(code, line, column)]
    assert set(findings[0].values) == set(CODES[code])


def test_several_mistakes_are_told_at_once():
    _, findings = read("a: &x 1\na: 2\nb: !t 3\nc: *x\n", file="a.yaml")
    codes = [finding.code for finding in findings]
    assert codes == ["yaml.anchor", "yaml.duplicate_key", "yaml.tag", "yaml.alias"]


def test_names_that_look_the_same_fold_to_one():
    assert fold("KJØKKEN") == fold("kjøkken") == fold("kjø\u00adkken")
    assert fold("A\u030a") == fold("å")
    assert fold("stell") != fold("stall")


def test_without_the_c_parser_the_tree_is_the_same(monkeypatch):
    text = "a: [1, {b: 'to'}]\nc: |\n  æ\n   ø\nd: x # y\n"
    fast = read(text, file="a.yaml")
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    assert repr(read(text, file="a.yaml")) == repr(fast)
    assert [f.code for f in read("a: [1\n", file="a.yaml")[1]] == ["yaml.bracket"]
    assert [f.code for f in read("[" * 30_000, file="a.yaml")[1]] == ["yaml.too_deep"]
