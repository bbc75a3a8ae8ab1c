"""The answer of ``taskmap scenario`` as a JSON object."""

from collections.abc import Iterable, Sequence

from taskmap.document import question_table
from taskmap.model.difference import Difference
from taskmap.model.question import Question
from taskmap.model.scenario import Scenario
from taskmap.present.exact.show import roles_list
from taskmap.present.exact.suggest import suggest_object
from taskmap.present.exact.text import Object, hours
from taskmap.present.levels import cells
from taskmap.present.names import Speaker
from taskmap.present.scenarios import Column

SCHEMA = "taskmap/compare/1"

Listed = tuple[str, Scenario | None, Sequence[Difference]]


def compare_object(
    question: Question, listed: Iterable[Listed], columns: Iterable[Column], speaker: Speaker
) -> Object:
    """A unit's scenarios, and columns side by side where they are asked for.

    Args:
        question: asked of every column.
        listed: file, scenario and differences of those beside the mapping; no scenario where it
            cannot be read.
        columns: the unit as mapped first.
        speaker: names of the unit as mapped.
    """
    unit = speaker.mapping.unit.id
    return {
        "schema": SCHEMA,
        "unit": unit,
        "question": question_table(question, unit),
        "scenarios": [_listed(*each) for each in listed],
        "compared": [_column(column) for column in columns],
    }


def _plan(column: Column) -> Object | None:
    if column.plan is None:
        return None
    ids = [scenario.id for scenario in column.scenarios]
    return suggest_object(column.plan, column.speaker, scenarios=ids)


def _listed(file: str, scenario: Scenario | None, differences: Sequence[Difference]) -> Object:
    return {
        "file": file,
        "id": scenario.id if scenario else None,
        "name": scenario.name if scenario else None,
        "note": scenario.note if scenario else None,
        "illustrative": scenario.illustrative if scenario else False,
        "differences": [_difference(each) for each in differences],
    }


def _difference(found: Difference) -> Object:
    return {
        "path": list(found.path),
        "change": found.change.value,
        "before": found.before,
        "after": found.after,
    }


def _column(column: Column) -> Object:
    return {
        "scenarios": [scenario.id for scenario in column.scenarios],
        "differences": [_difference(each) for each in column.differences],
        "roles": roles_list(column.capacities, column.speaker),
        "matrix": [
            {
                "today_level": cell.today,
                "effective_level": cell.effective,
                "hours": hours(cell.minutes),
                "tasks": list(cell.leaves),
            }
            for cell in cells(column.levels, column.speaker)
        ],
        "plan": _plan(column),
    }
