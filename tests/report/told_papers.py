"""The papers of sections as the tests meet them: a small ward with a committee, three languages."""

import json
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from taskmap.language import LANGUAGES, reader
from taskmap.report.paper import TOLD
from taskmap.report.written import as_paper
from taskmap.workspace import Workspace

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden"
TODAY = date(2026, 11, 22)
WARD = "liten-post"
PLAN_OF_THIRTY = "furuskar-medicinavdelning-3"
# Which paper of which unit is kept as it should be.
KEPT = {(WARD, "case"), (WARD, "newsletter"), (PLAN_OF_THIRTY, "actions")}


@cache
def hall(unit):
    """The folder a unit lies in; of the ward a fresh one with its decisions beside it."""
    if unit != WARD:
        return Workspace(ROOT / "mappings", TODAY)
    folder = Path(_folder().name)
    shutil.copy(ROOT / "tests/cases/ward.yaml", folder)
    shutil.copy(GOLDEN / "ward.followup.yaml", folder)
    return Workspace(folder, TODAY)


@cache
def _folder():
    return TemporaryDirectory()


@cache
def worked(unit, kind, language, measure=None):
    found = hall(unit)
    return found.worked(unit, found.question(), reader(language), kind, measure=measure)


@cache
def told(unit, kind, language, measure=None):
    return TOLD[kind](worked(unit, kind, language, measure))


def as_kept(unit, kind, language):
    """A paper's object as JSON, as it is kept; what depends on the measures' time is none of it."""
    data = as_paper(told(unit, kind, language), reader(language))
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def place(unit, kind, language):
    return GOLDEN / f"{unit}-{kind}-{language}.json"


def write():
    """Write every kept paper anew."""
    for unit, kind in sorted(KEPT):
        for language in LANGUAGES:
            place(unit, kind, language).write_text(as_kept(unit, kind, language), "utf-8")


if __name__ == "__main__":
    write()
