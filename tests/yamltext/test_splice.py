"""A document is made to say something else, and every other byte stays."""

import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taskmap.errors import TextNotWritable
from taskmap.yamltext import Plain, read, value_of
from taskmap.yamltext import spliced as spliced_with_tree
from taskmap.yamltext.writing import block, inline

MAPPINGS = Path(__file__).parents[2] / "mappings"
SHIPPED = sorted((*MAPPINGS.rglob("*.yaml"), *MAPPINGS.rglob("*.json")))

TEXT = """\
# A unit.
taskmap: mapping/1

unit: {id: post, name: Post}   # two words
volumes:                       # how many
  beds: 24
  users: 7                     # in mean
tasks:
  # ── Care ──
  - id: a                      # the first
    count: {day: 1,  night: 2}
    today:
      day: {nurse: 50 %, host: 50 %}
      # nights
      night: nurse
  - id: b
    note: |
      One line.
      Two.

  # ── Food ──
  - {id: c, tags: [x, y]}
chains:
"""


def tree(text):
    root, findings = read(text, file="a.yaml")
    assert findings == (), findings
    return root


def spliced(text, root, wanted):
    """The new text; its tree is that of the text read anew."""
    there, again = spliced_with_tree(text, root, wanted)
    assert value_of(again) == value_of(tree(there))
    return there


def changed(text, change):
    """The text after a change to what it says, made in place."""
    root = tree(text)
    wanted = deepcopy(value_of(root))
    change(wanted)
    return spliced(text, root, wanted)


def put(*steps_and_value):
    *steps, last, value = steps_and_value

    def change(wanted):
        for step in steps:
            wanted = wanted[step]
        wanted[last] = value

    return change


def drop(*steps):
    def change(wanted):
        for step in steps[:-1]:
            wanted = wanted[step]
        del wanted[steps[-1]]

    return change


def add(*steps_and_value, at=None):
    *steps, value = steps_and_value

    def change(wanted):
        for step in steps:
            wanted = wanted[step]
        wanted.insert(len(wanted) if at is None else at, value)

    return change


ONE_CHANGE = {
    "a number": (put("volumes", "beds", Plain("30")), ("beds: 24", "beds: 30")),
    "a number, with a comment": (put("volumes", "users", Plain("8")), ("users: 7", "users: 8")),
    "within braces": (
        put("tasks", 0, "count", "night", Plain("3")),
        ("night: 2}", "night: 3}"),
    ),
    "a new key within braces": (
        put("tasks", 0, "count", "rest", Plain("0.5")),
        ("night: 2}", "night: 2,  rest: 0.5}"),
    ),
    "a key gone from braces": (drop("tasks", 0, "count", "day"), ("{day: 1,  ", "{")),
    "the last key gone from braces": (
        drop("tasks", 0, "count", "night"),
        (",  night: 2}", "}"),
    ),
    "a new line in a table": (
        put("volumes", "wounds", Plain("5")),
        (
            "  users: 7                     # in mean\n",
            "  users: 7                     # in mean\n  wounds: 5\n",
        ),
    ),
    "a line gone": (drop("volumes", "users"), ("  users: 7                     # in mean\n", "")),
    "a line gone after a comment": (
        drop("tasks", 0, "today", "night"),
        ("      night: nurse\n", ""),
    ),
    "a text becomes a table": (
        put("tasks", 0, "today", "night", {"nurse": "60 %", "host": "40 %"}),
        ("night: nurse", "night: {nurse: 60 %, host: 40 %}"),
    ),
    "a table becomes a text": (
        put("tasks", 0, "today", "nurse"),
        (
            (
                "    today:\n      day: {nurse: 50 %, host: 50 %}\n      # nights\n"
                "      night: nurse\n"
            ),
            "    today: nurse\n",
        ),
    ),
    "a note of lines becomes one": (
        put("tasks", 1, "note", "Short: yes"),
        ("note: |\n      One line.\n      Two.\n", "note: 'Short: yes'\n"),
    ),
    "a field after a note of lines": (
        put("tasks", 1, "minutes", Plain("5")),
        ("      Two.\n", "      Two.\n    minutes: 5\n"),
    ),
    "an item in the middle": (
        add("tasks", {"id": "x", "name": "Ny"}, at=2),
        ("      Two.\n", "      Two.\n  - id: x\n    name: Ny\n"),
    ),
    "an item first": (
        add("tasks", {"id": "x"}, at=0),
        ("  - id: a ", "  - id: x\n  - id: a "),
    ),
    "an item last": (
        add("tasks", {"id": "x", "day": {"nurse": "1"}}),
        ("tags: [x, y]}\n", "tags: [x, y]}\n  - id: x\n    day: {nurse: 1}\n"),
    ),
    "an item gone": (
        drop("tasks", 1),
        ("  - id: b\n    note: |\n      One line.\n      Two.\n", ""),
    ),
    "an item within brackets": (add("tasks", 2, "tags", "z", at=0), ("[x, y]", "[z, x, y]")),
    "what was empty": (
        put("chains", [{"id": "k", "tasks": ["a", "b"]}]),
        ("chains:\n", "chains:\n  - id: k\n    tasks: [a, b]\n"),
    ),
    "another name for an item": (put("tasks", 0, "id", "aa"), ("id: a ", "id: aa ")),
    "the first key of an item gone": (
        drop("tasks", 1, "id"),
        ("  - id: b\n    note", "  - note"),
    ),
}


@pytest.mark.parametrize("name", ONE_CHANGE)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("final", [True, False])
def test_one_change_and_nothing_else(name, newline, final):
    change, (old, new) = ONE_CHANGE[name]
    new = new.replace("nurse: 1}", "nurse: '1'}")
    expected = TEXT.replace(old, new, 1)
    assert expected != TEXT
    text = TEXT if final else TEXT.removesuffix("chains:\n").removesuffix("\n")
    if not final:
        if name == "what was empty":
            return
        expected = expected.removesuffix("chains:\n").removesuffix("\n")
    got = changed(text.replace("\n", newline), change)
    assert got == expected.replace("\n", newline)


def test_all_items_gone_leaves_an_empty_list_and_the_comments():
    text = "tasks:   # work\n- id: a\n- id: b\n# end\nchains: [a]\n"
    assert changed(text, put("tasks", [])) == "tasks: []   # work\n# end\nchains: [a]\n"


def test_columns_of_values_are_kept():
    text = "- id:      a\n  minutes: 5\n"
    root = tree(text)
    wanted = [{"id": "a", "name": "Ny", "minutes": Plain("5"), "divisible": Plain("false")}]
    assert spliced(text, root, wanted) == (
        "- id:      a\n  name:    Ny\n  minutes: 5\n  divisible: false\n"
    )


def test_items_set_apart_by_blank_lines_stay_so():
    text = "tasks:\n  - id: a\n\n  # two\n\n  - id: b\n"
    longer = changed(text, add("tasks", {"id": "c"}))
    assert longer == text + "\n  - id: c\n"
    assert changed(longer, drop("tasks", 2)) == text


JSON_TEXT = """\
{
  "taskmap": "question/1",
  "pinned": ["a", "b"],
  "cap_task": {"a": 0.5},
  "max_changes": 5
}
"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (put("max_changes", Plain("6")), "5\n", "6\n"),
        (put("price", "cost"), '": 5\n', '": 5,\n  "price": "cost"\n'),
        (drop("max_changes"), ',\n  "max_changes": 5', ""),
        (add("pinned", "no"), '"b"]', '"b", "no"]'),
        (put("cap_task", "b", "40 %"), "0.5}", '0.5, "b": "40 %"}'),
        (put("as_of", Plain("2026-11-02")), '": 5\n', '": 5,\n  "as_of": "2026-11-02"\n'),
    ],
)
def test_json_stays_json(change, old, new):
    got = changed(JSON_TEXT, change)
    assert got == JSON_TEXT.replace(old, new, 1)
    json.loads(got)


AWKWARD = [
    "no", "NO", "yes", "on", "null", "~", "10:30", "07:30", "0301", "0114", "1e3", "0x1F", "-1",
    ".5", "2026-11-02", "1 000", " lead", "trail ", "# not a comment", "a # b", "a: b", "a:", "- a",
    "? a", "*a", "&a", "!a", "%a", "@a", "`a", "{a", "a}", "[", "a, b", "'", '"', "it's", 'sa "ja"',
    "a\nb", "a\r\nb", "\ttab", "\\", "", "...", "---", "<3 år", "+47 900 00 000", "1-1", "=sum(A1)",
    "👩🏽‍⚕️ vakt", "A\u030alesund", "Gállok Čohkkiras", "K\u00a0\u00a0aa", "a\u3000b", "<<", "70 %",
    "https://a.no/b?c=1#d", "|", ">", "a|b", "x" * 300, "\u200fmål",
]  # fmt: skip


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize("where", ["block", "braces", "json", "key"])
def test_awkward_text_comes_back_as_text(text, where):
    before = {"block": "a: x # c\n", "braces": "a: {b: x, c: y}\n", "json": '{"a": "x"}', "key": ""}
    if where == "key":
        if text and "\n" not in text:
            got = changed(
                "v: {x: 1}\nw:\n  x: 1\n", lambda v: [v[k].update({text: "1"}) for k in v]
            )
            assert value_of(tree(got))["w"][text] == "1"
        return
    change = put("a", "b", text) if where == "braces" else put("a", text)
    got = value_of(tree(changed(before[where], change)))["a"]
    assert (got["b"] if where == "braces" else got) == text


@pytest.mark.parametrize("text", ["bell\a", "\x00", "a\u2028b", "\u202egnal", "\ufeff", "\x85"])
def test_control_characters_are_refused(text):
    with pytest.raises(TextNotWritable) as refused:
        changed("a: x\n", put("a", text))
    assert refused.value.values["value"].startswith("U+")


refused = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff"
characters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=refused)
texts = st.text(characters, max_size=12) | st.sampled_from(AWKWARD)
figures = st.sampled_from(["1", "0.5", "07:30", "2026-11-02", "true", ""]).map(Plain)
keys = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
ids = st.sampled_from("abcdefgh")
tables = st.dictionaries(keys, texts | figures, max_size=4)
items = st.builds(lambda i, rest: {"id": i, **rest}, ids, tables)
lists = st.lists(items, max_size=5, unique_by=lambda item: item["id"]) | st.lists(texts, max_size=4)
documents = st.fixed_dictionaries(
    {"top": texts},
    optional={"tasks": lists, "unit": tables, "n": figures, "deep": st.dictionaries(keys, lists)},
)


def commented(text, seed):
    """The text with comments at the ends of its lines and between them."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        if (seed + number) % 3 == 0:
            lines.append(" " * (len(line) - len(line.lstrip())) + f"# above {number}")
        lines.append(line + (f"  # beside {number}" if (seed + number) % 2 else ""))
        if (seed + number) % 5 == 0:
            lines.append("")
    return "\n".join(lines) + "\n"


@settings(max_examples=45)
@given(documents, documents, st.integers(0, 30))
def test_any_document_can_be_made_to_say_anything(one, other, seed):
    text = commented(block(one, 0, "\n"), seed)
    assert value_of(tree(text)) == one
    there = spliced(text, tree(text), other)
    assert value_of(tree(there)) == other
    assert value_of(tree(spliced(there, tree(there), one))) == one


@settings(max_examples=45)
@given(documents, documents)
def test_the_same_within_braces_and_as_json(one, other):
    text = inline(one, flow=True) + "\n"
    assert value_of(tree(spliced(text, tree(text), other))) == other
    lines = json.dumps(_as_text(one), ensure_ascii=False, indent=1)
    there = spliced(lines, tree(lines), _as_text(other))
    assert json.loads(there) == _as_text(other)


def _as_text(value):
    if isinstance(value, Plain):
        return value.text
    if isinstance(value, dict):
        return {key: _as_text(each) for key, each in value.items()}
    return [_as_text(each) for each in value] if isinstance(value, list) else value


def _scalars(value, path=()):
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _scalars(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _scalars(each, (*path, index))
    else:
        yield path, value


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_any_value_of_a_shipped_document_changed_and_back(path):
    text = path.read_text(encoding="utf-8")
    root = tree(text)
    found = list(_scalars(value_of(root)))
    wanted = deepcopy(value_of(root))
    for steps, value in found[::3]:
        if not isinstance(steps[-1], int):
            put(*steps, Plain("77") if isinstance(value, Plain) else "Noe: annet")(wanted)
    there = spliced(text, root, wanted)
    assert there != text
    assert _comments(there) == _comments(text)
    back = spliced(there, tree(there), value_of(root))
    assert _without_quotes(back) == _without_quotes(text)


def _comments(text):
    return [line.partition("#")[2] for line in text.splitlines()]


def _without_quotes(text):
    return text.replace("'", "")


def test_an_item_that_says_nothing_is_an_item():
    got = changed("a:\n  - {b: x}\nc: [z]\n", put("a", [Plain("")]))
    assert value_of(tree(got)) == {"a": [Plain("")], "c": ["z"]}
