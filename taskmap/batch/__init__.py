"""Thousands of units in one go: worked side by side, kept, and told as tables."""

from taskmap.batch.cluster import Cluster
from taskmap.batch.local import Local
from taskmap.batch.run import run
from taskmap.batch.tell import TELLS
from taskmap.batch.work import Tell, Unit, Work

__all__ = ["TELLS", "Cluster", "Local", "Tell", "Unit", "Work", "run"]
