"""Money divided over years and measures, meetings, and the supply of competence."""

from taskmap.funding.agenda import Agenda, Item, Matter, agendas
from taskmap.funding.application import Asks, headings, missing, participants
from taskmap.funding.divide import divide
from taskmap.funding.divided import Divided, Given, Left, More, Planned, Why, YearMoney
from taskmap.funding.shared import Hangs, Sharing, longest_trip, sharings
from taskmap.funding.sharing_way import lending, other_way
from taskmap.funding.supply import RoleAhead, Today, YearAhead, ahead, next_due, today_in

__all__ = [
    "Agenda",
    "Asks",
    "Divided",
    "Given",
    "Hangs",
    "Item",
    "Left",
    "Matter",
    "More",
    "Planned",
    "RoleAhead",
    "Sharing",
    "Today",
    "Why",
    "YearAhead",
    "YearMoney",
    "agendas",
    "ahead",
    "divide",
    "headings",
    "lending",
    "longest_trip",
    "missing",
    "next_due",
    "other_way",
    "participants",
    "sharings",
    "today_in",
]
