"""How long a unit takes on paper: putting together what it says, and setting it."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks.clock import reading, seconds
from benchmarks.units import unit
from taskmap import catalogue, document, workload
from taskmap.language import reader
from taskmap.leon.judge import judge
from taskmap.leon.levels import levels
from taskmap.leon.suggest import suggest
from taskmap.model.followup import FollowUp
from taskmap.model.question import Question
from taskmap.model.unit import Country
from taskmap.present.figures.naming import Naming
from taskmap.report import KINDS, TOLD, About
from taskmap.report.written import as_paper
from taskmap.typeset.letters import printable
from taskmap.typeset.paper import source
from taskmap.typeset.press import pressed

QUESTION = Question(as_of=date(2026, 11, 1), max_changes=3)


def papers() -> None:
    """Processor time of each kind of paper, 150 tasks x 12 roles, against reading the document."""
    text = unit(150, 12)
    read = reading(text)
    about = _about(text)
    for kind, told in (*KINDS.items(), *((kind, _told(kind)) for kind in TOLD)):
        said = seconds(lambda told=told: printable(told(about)))
        values, whole = printable(told(about))
        more = {"language": "nb", "on": "2026-11-01", "whole": whole}
        data = json.dumps({**values, **more})
        page = source("told" if kind in TOLD else kind)
        cast = seconds(lambda data=data, page=page: pressed(page, data, QUESTION.as_of))
        print(
            f"{kind}: put together {said * 1000:.0f} ms, set {cast * 1000:.0f} ms;"
            f" {(said + cast) / read:.1f} times reading the document"
        )


def _told(kind: str) -> Callable[[About], dict[str, Any]]:
    return lambda about: as_paper(TOLD[kind](about), about.naming.reader)


def _about(text: bytes) -> About:
    mapping, findings = document.read_mapping(text, file="measured.yaml")
    facts = catalogue.load(Country.NO)
    if mapping is None:
        raise SystemExit(f"the generated unit has errors: {findings[:3]}")
    return About(
        naming=Naming(reader("nb"), mapping, facts),
        levels=levels(mapping, facts, QUESTION, judge(mapping, facts, QUESTION)),
        capacities=workload.capacities(mapping, facts, QUESTION),
        findings=tuple(findings),
        assumptions=workload.assumptions(mapping, facts),
        as_of=QUESTION.as_of,
        price=QUESTION.price,
        plan=suggest(mapping, facts, QUESTION),
        followup=FollowUp(unit=mapping.unit.id),
    )
