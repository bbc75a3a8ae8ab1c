"""Writes what is published about the formats: the schemas, and the tables of their pages.

``python -m taskmap.document.publish`` from the root of the repository; a test fails when it is
due.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from taskmap.catalogue import load
from taskmap.document.fields.followup import FOLLOWUP
from taskmap.document.fields.fund import FUND
from taskmap.document.fields.input import INPUT
from taskmap.document.fields.mapping import MAPPING
from taskmap.document.fields.partnership import PARTNERSHIP
from taskmap.document.fields.programme import PROGRAMME
from taskmap.document.fields.question import QUESTION
from taskmap.document.fields.scenario import SCENARIO
from taskmap.document.fields.wisn import WISN
from taskmap.document.kinds import Kind
from taskmap.document.schema import schema_texts
from taskmap.document.shapes import Field, Record
from taskmap.model.unit import Country

PAGES: dict[Path, tuple[Record, ...]] = {
    Path("docs/mapping-format.md"): (MAPPING, PARTNERSHIP),
    Path("docs/programme-format.md"): (PROGRAMME,),
    Path("docs/question-format.md"): (QUESTION,),
    Path("docs/scenario-format.md"): (SCENARIO,),
    Path("docs/input-format.md"): (INPUT,),
    Path("docs/followup-format.md"): (FOLLOWUP,),
    Path("docs/fund-format.md"): (FUND,),
    Path("docs/workload.md"): (WISN,),
}
_TABLE = re.compile(r"(<!-- fields of (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def published(root: Path) -> dict[Path, str]:
    """Every published file with the text it should have, by its path under the root."""
    catalogues = [load(country) for country in Country]
    schemas = schema_texts(catalogues)
    files = {Path("schema") / name: text for name, text in schemas.items()}
    pages = {
        page: with_tables((root / page).read_text(encoding="utf-8"), kinds)
        for page, kinds in PAGES.items()
    }
    return files | pages


def with_tables(page: str, kinds: tuple[Record, ...]) -> str:
    """The page with its tables of fields written anew."""
    records = {record.name: record for record in _records(*kinds)}
    return _TABLE.sub(lambda match: f"{match[1]}{_table(records[match[2]])}{match[3]}", page)


def _records(*kinds: Kind) -> Iterator[Record]:
    for kind in kinds:
        if isinstance(kind, Record):
            yield kind
        yield from _records(*kind.parts())


def _table(record: Record) -> str:
    rows = "".join(_row(field) for field in record.fields)
    return f"| field | meaning | left out | example |\n|---|---|---|---|\n{rows}"


def _row(field: Field) -> str:
    unit = f" *({field.unit})*" if field.unit else ""
    left_out = "**required**" if field.required else field.default
    example = f"`{field.example}`" if field.example else ""
    return f"| `{field.name}` | {field.says}{unit} | {left_out} | {example} |\n"


def main() -> None:
    """Write every published file."""
    root = Path.cwd()
    for path, text in published(root).items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
