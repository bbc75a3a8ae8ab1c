"""What is published about the format is what the reader does."""

import json
import re
from functools import partial
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from taskmap.catalogue import load
from taskmap.document import (
    read_followup,
    read_fund,
    read_input,
    read_mapping,
    read_partnership,
    read_programme,
    read_question,
    read_scenario,
)
from taskmap.document.publish import published
from taskmap.model.unit import Country
from taskmap.yamltext import Scalar, Sequence, Style, read

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/mapping-format.md"
READERS = {
    "followup": read_followup,
    "fund": read_fund,
    "input": read_input,
    "mapping": read_mapping,
    "partnership": read_partnership,
    "programme": partial(read_programme, catalogue=load(Country.NO)),
    "question": read_question,
    "scenario": read_scenario,
}
SHIPPED = sorted(
    [
        *(ROOT / "mappings").rglob("*.yaml"),
        *(ROOT / "mappings").rglob("*.json"),
        *(ROOT / "tests" / "cases").glob("*.yaml"),
    ]
)
NAMES = [path.relative_to(ROOT).as_posix() for path in SHIPPED]


def core(node):
    """A tree as an editor sees it: plain text under YAML 1.2 core rules."""
    if isinstance(node, Sequence):
        return [core(item) for item in node.items]
    if not isinstance(node, Scalar):
        return {entry.key.text: core(entry.value) for entry in node.entries}
    words = {"true": True, "false": False, "null": None, "~": None, "": None}
    if node.style is not Style.PLAIN or node.text in words:
        return words.get(node.text, node.text) if node.style is Style.PLAIN else node.text
    if re.fullmatch(r"[-+]?[0-9]+", node.text):
        return int(node.text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", node.text):
        return float(node.text)
    return node.text


def mistakes(text: str) -> list[str]:
    """What an editor underlines in a document."""
    root, findings = read(text, file="a.yaml")
    assert findings == ()
    value = core(root)
    kind = value.get("taskmap", "mapping/1").partition("/")[0]
    schema = json.loads((ROOT / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


@pytest.mark.parametrize("path", sorted(path.as_posix() for path in published(ROOT)))
def test_published_files_are_up_to_date(path):
    written = (ROOT / path).read_text(encoding="utf-8")
    assert written == published(ROOT)[Path(path)], "run: python -m taskmap.document.publish"


@pytest.mark.parametrize(
    ("kind", "record", "required"),
    [
        ("mapping", "organisation", ["id", "name"]),
        ("partnership", "organisation", ["id", "name"]),
        ("question", "forced", ["task", "role"]),
    ],
)
def test_the_schemas_are_schemas(kind, record, required):
    schema = json.loads((ROOT / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$defs"][record]["required"] == required


@pytest.mark.parametrize("name", NAMES)
def test_shipped_documents_satisfy_the_schema(name):
    assert mistakes((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", NAMES)
def test_shipped_documents_are_read_without_errors(name):
    data = (ROOT / name).read_bytes()
    kind = re.search(rb'^[ "]*taskmap"?: "?(\w+)', data, re.MULTILINE)[1].decode()
    result, findings = READERS[kind](data, file=name)
    assert result is not None, [(f.code, f.place.line) for f in findings]


@pytest.mark.parametrize(
    "name",
    ["key_unknown", "field_missing", "choice_unknown", "number_quoted", "number_range",
     "number_whole", "share_range", "clock_form", "days_form", "type_list",
     "type_flag", "list_too_short", "document_kind", "partnership_population",
     "question_ceiling"],
)  # fmt: skip
def test_editors_underline_what_the_reader_refuses(name):
    text = (ROOT / "tests" / "broken" / f"{name}.yaml").read_text(encoding="utf-8")
    assert len(mistakes(text)) == 1


def test_editors_offer_the_names_of_the_catalogue():
    schema = json.loads((ROOT / "schema" / "mapping.schema.json").read_text(encoding="utf-8"))
    offered = schema["$defs"]["name-of-role"]["anyOf"][0]["enum"]
    assert {"sykepleier", "underskoterska"} <= set(offered)


def test_examples_on_the_page_are_read():
    page = PAGE.read_text(encoding="utf-8")
    whole = [
        text for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "taskmap:" in text
    ]
    mapping, findings = read_mapping(whole[0], file="page.yaml")
    assert mapping is not None
    assert findings == ()
    assert read_partnership(whole[1], file="page.yaml")[0] is not None
    assert len(whole) == 2
