"""Thousands of units side by side say what `taskmap compare` says of the same units, no more."""

import json
import shutil
from dataclasses import replace

import pandas as pd
import pytest

from taskmap.batch import Unit, Work
from taskmap.batch.beside import besides
from taskmap.batch.side_by_side import side_by_side
from taskmap.comparison import compare, examples
from tests.batch.working import Here, documents
from tests.cli.running import ROOT
from tests.comparison.generated import content, partnership
from tests.small_unit import CATALOGUE, QUESTION

UNITS: dict[str, object] = {}


def look(stored):
    mapping = UNITS[stored.path.stem]
    return Unit(id=mapping.unit.id, mapping=mapping, catalogue=CATALOGUE, findings=())


def compared(place, units, monkeypatch):
    """Tables of a run over units; each a document that holds nothing but a number."""
    monkeypatch.setattr("taskmap.batch.beside.catalogues.load", lambda _: CATALOGUE)
    folder = place / "units"
    folder.mkdir()
    for at, unit in enumerate(reversed(units)):  # the order of the files is another
        UNITS[f"u{at}"] = unit.mapping
        (folder / f"u{at}.yaml").write_text(f"taskmap: mapping/1  # {place} {at}\n")
    work = Work(kind="compare", look=look, tell=besides, question=QUESTION)
    side_by_side(work, documents(folder), Here(), place=place / "out")
    return {path.stem: pd.read_parquet(path) for path in (place / "out").glob("*.parquet")}


@pytest.mark.parametrize("seed", range(3))
def test_it_is_the_comparison_of_the_same_units(tmp_path, monkeypatch, seed):
    units = [
        content(replace(one.mapping, unit=replace(one.mapping.unit, id=f"{many}-{one.id}")))
        for many in (seed, seed + 50)
        for one in partnership(many)
    ]
    tables, found = compared(tmp_path, units, monkeypatch), compare(units)
    asked = tables["variation"][["task", "why", "more_unit", "less_unit", "times"]]
    assert rows(asked) == [
        (each.task.key, each.why, each.more.unit, each.less.unit, each.times)
        for each in found.asked
    ]
    figures = tables["units"].set_index("unit")
    for unit, each in found.units.items():
        assert none(figures.loc[unit, ["minutes", "above_minutes", "gap"]]) == [
            each.total, each.above, each.gap,
        ]  # fmt: skip
        for name, known in (("level", each.levels), ("group", each.groups)):
            table = tables[f"{name}s"].query("unit == @unit")
            assert dict(zip(table[name], none(table["minutes"]), strict=True)) == known
    told = {(row["task"], row["unit"]): row for row in tables["tasks"].to_dict("records")}
    doings = {(task.key, doing.unit): doing for task in found.tasks for doing in task.doings}
    assert told.keys() == doings.keys()
    for key, doing in doings.items():
        row = told[key]
        assert none([row["minutes"]]) == [doing.minutes]
        assert (row["role"], row["level"], row["matched"]) == (doing.main, doing.level, doing.how)
        assert row["count"] == pytest.approx(doing.per_week)
        assert json.loads(row["roles"]) == pytest.approx(doing.roles)
    hidden = [doing.minutes is None for doing in doings.values()]
    assert any(hidden)
    assert not all(hidden)
    lower = tables["examples"].sort_values(["task", "unit", "role"])
    assert rows(lower[["task", "unit", "role", "level"]]) == [
        (each.key, each.unit.id, each.role, each.level) for each in examples(units)
    ]
    each = tables["shared"].set_index("task")
    for task in found.tasks:
        assert none([each.loc[task.key, "minutes_each"]]) == [pytest.approx(task.each)]


def test_examples_are_compared_alone_and_never_with_a_real_unit(tmp_path, monkeypatch):
    made_up = [content(replace(one.mapping, illustrative=True)) for one in partnership(1)]
    for real, told in ((0, len(made_up)), (1, 1)):
        place = tmp_path / str(real)
        place.mkdir()
        first = content(replace(made_up[0].mapping, illustrative=not real))
        tables = compared(place, [first, *made_up[1:]], monkeypatch)
        assert len(tables["units"]) == told
        # Words only examples share with a real unit are no match, nor do they teach one.
        assert tables["tasks"]["unit"].nunique() == (0 if real else told)
        assert tables["findings"]["code"].tolist() == ["batch.made_up"] * (len(made_up) - told)


def test_the_command_tells_what_it_left_out_and_works_no_unit_twice(tmp_path, taskmap):
    units, into = tmp_path / "units", tmp_path / "into"
    units.mkdir()
    for file in ("published/landkommune-m1-2016", "published/landkommune-m2-2016", "granmo/lia"):
        shutil.copy(ROOT / f"mappings/{file}.yaml", units)
    asked = ("batch", "compare", units, "--into", into, "--processes", "1", "--lang", "nb")
    said = taskmap(*asked)
    assert (said.status, "1 enhet mangler svar" in said.out) == (1, True)
    tables = {path.stem: path.read_bytes() for path in (into / "compare").glob("*.parquet")}
    told = pd.read_parquet(into / "compare/findings.parquet")
    assert rows(told[["file", "code"]]) == [("lia.yaml", "batch.made_up")]
    again = taskmap(*asked)
    assert "Av dem var 3 besvart fra f\N{LATIN SMALL LETTER O WITH STROKE}r." in again.out
    assert tables == {path.stem: path.read_bytes() for path in (into / "compare").glob("*.parquet")}


def rows(table):
    return [tuple(none(row)) for row in table.itertuples(index=False)]


def none(values):
    return [None if pd.isna(each) else each for each in values]
