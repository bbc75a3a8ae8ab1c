"""The analyses of a mapping, each worked once for the same content and question."""

import sys
from collections.abc import Callable

import networkx as nx

from taskmap import confined, workload
from taskmap import graph as graphs
from taskmap.leon import judge, levels as leon_levels
from taskmap.leon import suggest as leon_suggest
from taskmap.model.capacity import Capacity
from taskmap.model.catalogue import Catalogue
from taskmap.model.mapping import Mapping
from taskmap.model.plan import LeafLevel, Plan
from taskmap.model.question import Question
from taskmap.model.ruling import Rulings
from taskmap.model.units import BandId, RoleId
from taskmap.workspace.remembered import Remembered
