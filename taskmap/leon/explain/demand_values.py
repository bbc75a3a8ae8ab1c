"""A demand's values by the names sentences ask for them."""

from taskmap.errors import Value
from taskmap.model.demand import WHOLE, Demand

# What an amount is called; the name says its unit.
NAMES = {
    "forced": "share",
    "cap_leaf": "share",
    "registered_floor": "share",
    "cap_role": "minutes",
    "cap_gate": "tasks",
    "training_kroner": "cost",
    "training_hours": "hours",
    "seats": "persons",
    "taken_out": "hours",
}


def values(demand: Demand) -> dict[str, Value]:
    """What the demand is about, and its amount.

    >>> values(Demand(field="forced", about=("meals", "host"), amount=0.5))
    {'leaf': 'meals', 'role': 'host', 'share': 0.5}
    """
    found: dict[str, Value] = {**demand.values}
    if demand.amount is not None:
        whole = demand.field in WHOLE
        found[NAMES[demand.field]] = int(demand.amount) if whole else demand.amount
    return found
