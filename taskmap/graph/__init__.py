"""The unit as a graph: who does what, who could, and what it takes."""

from taskmap.graph.build import build
from taskmap.graph.chains import ChainHandovers, handovers
from taskmap.graph.competences import CompetenceValue, competence_value
from taskmap.graph.neighbourhood import neighbourhood, overview
from taskmap.graph.over_qualified import OverQualified, over_qualified
from taskmap.graph.sole import Hanging, Sole, hanging, only_one_person, only_one_role

__all__ = [
    "ChainHandovers",
    "CompetenceValue",
    "Hanging",
    "OverQualified",
    "Sole",
    "build",
    "competence_value",
    "handovers",
    "hanging",
    "neighbourhood",
    "only_one_person",
    "only_one_role",
    "over_qualified",
    "overview",
]
