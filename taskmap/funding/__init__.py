"""Money divided over years and measures, meetings, and the supply of competence."""

from taskmap.funding.divide import divide
from taskmap.funding.divided import Divided, Given, Left, More, Planned, Why, YearMoney

__all__ = ["Divided", "Given", "Left", "More", "Planned", "Why", "YearMoney", "divide"]
