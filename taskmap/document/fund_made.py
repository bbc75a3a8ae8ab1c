"""A fund's values, once nothing is wrong with them, as the model."""

from typing import Any

from taskmap.document.shapes import Values
from taskmap.model.fund import (
    Application,
    Between,
    BudgetYear,
    Effect,
    EffectBasis,
    Fairness,
    Fund,
    Grant,
    Held,
    MeetingKind,
    Meetings,
    Need,
    NeedKind,
    Payer,
    Said,
    Spent,
    Status,
    Story,
    Union,
    UnionStatus,
)
from taskmap.model.supply import RoleSupply, Supply
from taskmap.model.unit import Country

_MANY = {"spent": Spent, "comments": Said}


def fund_of(said: Values) -> Fund:
    """The fund a document tells of."""
    rules, supply = said.get("fairness"), said.get("supply")
    return Fund(
        country=Country(said["country"]),
        budget=tuple(BudgetYear(**each.by_name) for each in said["budget"]),
        fairness=Fairness() if rules is None else _fairness(rules),
        areas={area["id"]: area["name"] for area in said.get("areas", ())},
        needs=tuple(_need(each) for each in said["needs"]),
        meetings=tuple(_meetings(each) for each in said.get("meetings", ())),
        supply=None if supply is None else _supply(supply),
        stories=tuple(Story(**each.by_name) for each in said.get("stories", ())),
        **said.only("id", "name", "partnership", "illustrative", "carries_over", "note"),
    )


def _fairness(said: Values) -> Fairness:
    between = Between(said.get("between", Between.ORGANISATION))
    return Fairness(between=between, **said.only("least", "most", "each_one"))


def _need(said: Values) -> Need:
    made: dict[str, Any] = {**said.by_name}
    made["kind"] = NeedKind(said.get("kind", NeedKind.NEED))
    made["status"] = Status(said.get("status", Status.RECEIVED))
    made["cost"] = _cost(said)
    for name, kind in _MANY.items():
        made[name] = tuple(kind(**each.by_name) for each in said.get(name, ()))
    for name, part in (
        ("effect", _effect), ("answer", _spoken), ("grant", _grant), ("union", _union),
        ("application", _application),
    ):  # fmt: skip
        if name in said:
            made[name] = part(said[name])
    return Need(**made)


def _cost(said: Values) -> tuple[int, ...]:
    cost = said.get("cost", ())
    return cost if isinstance(cost, tuple) else (cost,)


def _effect(said: Values) -> Effect:
    return Effect(basis=EffectBasis(said["basis"]), **said.only("hours", "source"))


def _spoken(said: Values) -> Said:
    return Said(**said.by_name)


def _grant(said: Values) -> Grant:
    return Grant(cost=_cost(said), **said.only("on", "office", "year"))


def _union(said: Values) -> Union:
    return Union(status=UnionStatus(said["status"]), **said.only("on", "office", "note"))


def _application(said: Values) -> Application:
    return Application(**{**said.by_name, "to": Payer(said["to"])})


def _meetings(said: Values) -> Meetings:
    held = tuple(
        Held(on=each["on"], comments=tuple(_spoken(c) for c in each.get("comments", ())))
        for each in said.get("held", ())
    )
    kind = MeetingKind(said["kind"])
    return Meetings(kind=kind, held=held, **said.only("every", "first"))


def _supply(said: Values) -> Supply:
    return Supply(
        years=said.get("years", 3),
        roles=tuple(RoleSupply(**each.by_name) for each in said["roles"]),
        **said.only("first_year", "every_years", "done"),
    )
