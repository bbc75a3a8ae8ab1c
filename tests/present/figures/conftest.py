"""Shipped units of both countries, opened once, with what the pictures are drawn from."""

import os
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from taskmap.graph.contract import Graph
from taskmap.language import reader
from taskmap.model.plan import LeafLevel, Plan
from taskmap.model.ruling import Rulings
from taskmap.present.figures.naming import Naming
from taskmap.workspace import Workspace

os.environ.setdefault("TASKMAP_STRICT_WORDS", "1")

MAPPINGS = Path(__file__).parents[3] / "mappings"
UNITS = ("havblikk-2", "granmo-hjemmetjeneste", "furuskar-medicinavdelning-3")


@dataclass(frozen=True)
class Drawn:
    naming: Naming
    levels: dict[str, LeafLevel]
    rulings: Rulings
    plan: Plan
    graph: Graph


@cache
def drawn(unit: str, language: str) -> Drawn:
    workspace = Workspace(MAPPINGS, date(2026, 11, 21))
    opened = workspace.open(unit)
    question = workspace.question()
    plan = workspace.suggest(unit, question)
    return Drawn(
        naming=Naming(reader(language), opened.mapping, opened.catalogue),
        levels={level.leaf: level for level in workspace.levels(unit, question)},
        rulings=workspace.rulings(unit, question),
        plan=plan,
        graph=workspace.graph(unit, question, plan),
    )


@pytest.fixture(params=UNITS)
def unit(request) -> Drawn:
    return drawn(request.param, "nb")
