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


MEASURE = """\
  - id: measure-{n}
    kind: move
    task: {task}{case}{giver}
    to: {move.receiver}
    decision: pilot
    decided: 2026-11-10
    office: avdelingsleder
    reason: Sykepleierne trenger tid til de dårligste.
    owner: fagsykepleier
    start: 2026-12-01
    until: 2027-03-01
    freed_for: [direct_care]
    gives_up: Rydding av lageret, uke {n}.
    risk:
      before: {{likelihood: 3, consequence: 3}}
      measure: To kontrollerer i {n} uker.
      after: {{likelihood: 2, consequence: 3}}
      owner: fagsykepleier
      date: 2026-11-12
      review: 2027-03-01
"""


def all_decided(unit, folder):
    """A folder with a unit where every move of the plan is decided about, and who had a say."""
    source = next((ROOT / "mappings").rglob(f"{unit}.yaml"))
    shutil.copy(source, folder)
    found = Workspace(folder, TODAY)
    measures = []
    for n, move in enumerate(found.suggest(unit, found.question()).moves, start=1):
        task, _, case = move.leaf.partition("/")
        own = f"\n    case: {case}" if case else ""
        giver = f"\n    from: {move.giver}" if move.giver else ""
        measures.append(MEASURE.format(n=n, task=task, case=own, giver=giver, move=move))
    kept = (GOLDEN / "ward.followup.yaml").read_text("utf-8")
    said = kept[kept.index("participation:") : kept.index("indicators:")]
    said = said.replace("morgenstell-helsefagarbeider", "measure-1")
    head = f"taskmap: followup/1\nunit: {unit}\nmeasures:\n"
    (folder / f"{unit}.followup.yaml").write_text(head + "".join(measures) + said, "utf-8")
    return Workspace(folder, TODAY)


def refused(folder):
    """The ward whose move that was accepted first is refused instead."""
    shutil.copy(ROOT / "tests/cases/ward.yaml", folder)
    kept = (GOLDEN / "ward.followup.yaml").read_text("utf-8")
    changed = kept.replace("decision: accepted", "decision: rejected", 1)
    (folder / "ward.followup.yaml").write_text(changed, "utf-8")
    return Workspace(folder, TODAY)


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
