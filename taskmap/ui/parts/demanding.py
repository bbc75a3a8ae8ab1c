"""What is demanded of a unit's plan: kept as text, read back with only what the unit has."""

import math
from functools import reduce

from taskmap.model.demand import (
    SUBJECTS,
    WITHOUT_AMOUNT,
    Demand,
    added,
    listed,
    same,
    taken_away,
    together,
)
from taskmap.model.demands import Demands
from taskmap.model.ruling import Gate
from taskmap.ui import state
from taskmap.ui.parts.guard import Ready

BETWEEN, INSIDE = ",", ":"  # neither stands in an id
SHARES = frozenset({"forced", "cap_leaf", "registered_floor"})


def demands(ready: Ready) -> Demands:
    """What is demanded of the unit's plan now."""
    return together(_read(state.demands(ready.id), ready))


def add(ready: Ready, *new: Demand) -> None:
    """Demand more; an earlier demand that says the opposite goes. Only in a callback."""
    held = listed(demands(ready))
    kept = [one for one in held if not any(_against(one, other) for other in new)]
    _keep(ready, reduce(added, new, together(kept)))


def take_away(ready: Ready, *old: Demand) -> None:
    """Demand no longer. Only in a callback."""
    _keep(ready, reduce(taken_away, old, demands(ready)))


def replace_all(ready: Ready, new: Demands) -> None:
    """Demand exactly this, as a document says. Only in a callback."""
    _keep(ready, new)


def has(ready: Ready, *asked: Demand) -> bool:
    """Whether all of these are demanded now, whatever their amounts."""
    held = listed(demands(ready))
    return all(any(same(one, other) for other in held) for one in asked)


def written(found: Demands) -> str:
    """Demands as the address has them: ``pinned:stell,forced:dosett:helsefagarbeider:0.5``."""
    return BETWEEN.join(
        INSIDE.join(
            (one.field, *one.about, *([] if one.amount is None else [f"{one.amount:.10g}"]))
        )
        for one in listed(found)
    )


def _keep(ready: Ready, found: Demands) -> None:
    state.demand(ready.id, written(found))


def _read(text: str, ready: Ready) -> list[Demand]:
    """The demands of a text that are about what the unit has; the rest is left aside."""
    found = (_one(part, ready) for part in text.split(BETWEEN) if part)
    return [one for one in found if one is not None]


def _one(text: str, ready: Ready) -> Demand | None:
    field, *rest = text.split(INSIDE)
    if field not in SUBJECTS:
        return None
    names = SUBJECTS[field]
    about, amounts = tuple(rest[: len(names)]), rest[len(names) :]
    if len(amounts) != (field not in WITHOUT_AMOUNT) or len(about) != len(names):
        return None
    known = _known(ready)
    if not all(id_ in known[name] for name, id_ in zip(names, about, strict=True)):
        return None
    amount = _amount(field, amounts[0]) if amounts else None
    if amounts and amount is None:
        return None
    return Demand(field=field, about=about, amount=amount)


def _known(ready: Ready) -> dict[str, frozenset[str]]:
    return {
        "leaf": frozenset(ready.mapping.by_leaf),
        "role": frozenset(ready.mapping.by_role),
        "gate": frozenset(gate.value for gate in Gate),
        "course": frozenset(ready.catalogue.courses),
        "band": frozenset(ready.mapping.band_ids),
    }


def _amount(field: str, text: str) -> float | None:
    try:
        amount = float(text)
    except ValueError:
        return None
    most = 1.0 if field in SHARES else 1e9
    return amount if math.isfinite(amount) and 0 <= amount <= most else None


def _against(one: Demand, other: Demand) -> bool:
    """Whether two demands say the opposite about the same task: what stays, goes or may not go."""
    kinds = {one.field, other.field}
    if kinds == {"forced", "forbidden"}:
        return one.about == other.about
    return kinds == {"pinned", "forced"} and one.about[0] == other.about[0]
