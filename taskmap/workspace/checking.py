"""Files and folders checked: every finding of every document in them."""

from collections.abc import Iterable
from pathlib import Path

from taskmap.errors import UnitNotFound
from taskmap.document import read_fund
from taskmap.exchange.matching import read_matching
from taskmap.model.finding import Finding
from taskmap.store.places import read, store_at
from taskmap.store.stored import Stored
from taskmap.workspace import asking, following, input_cards, trying
from taskmap.workspace.cards import Checked, Opened
from taskmap.workspace.opening import ID_SHARED, opened, partnership, told_apart


def check(paths: Iterable[Path]) -> Checked:
    """Read files and folders and collect all findings.

    Raises:
        UnitNotFound: a path does not exist.
    """
    findings: list[Finding] = []
    units: list[Opened] = []
    questions: list[Stored] = []
    scenarios: list[Stored] = []
    inputs: list[Stored] = []
    decided: list[Stored] = []
    for stored in _documents(paths):
        if stored.kind == "partnership":
            findings.extend(partnership(stored)[1])
        elif stored.kind == "fund":
            findings.extend(read_fund(stored.data, file=stored.name)[1])
        elif stored.kind == "question":
            questions.append(stored)
        elif stored.kind == "scenario":
            scenarios.append(stored)
        elif stored.kind == "input":
            inputs.append(stored)
        elif stored.kind == "followup":
            decided.append(stored)
        elif stored.kind == "columns":
            findings.extend(read_matching(stored.data, file=stored.name)[1])
        else:
            unit = opened(stored)
            findings.extend(unit.findings)
            units.append(unit)
    shared = told_apart(units)
    told = [f for unit in shared for f in unit.findings if f.code == ID_SHARED]
    asked = [f for question in questions for f in asking.check(question, shared)]
    tried = [f for scenario in scenarios for f in trying.check(scenario, shared)]
    answered = [f for given in inputs for f in input_cards.check(given, shared)]
    followed = [f for each in decided for f in following.check(each, shared)]
    found = (*findings, *told, *asked, *tried, *answered, *followed)
    return Checked(findings=found, opened=tuple(shared))


def _documents(paths: Iterable[Path]) -> Iterable[Stored]:
    for path in paths:
        if path.is_dir():
            yield from store_at(path).documents()
        elif path.is_file():
            yield read(path)
        else:
            raise UnitNotFound(unit=path.as_posix(), folder=Path.cwd().as_posix(), nearest=None)
