"""What a user demands of a plan, one demand at a time, in words."""

from taskmap.model.demand import Demand
from taskmap.present.names import Speaker
from taskmap.present.phrases import capital
from taskmap.present.values import CURRENCY, word

COUNTED = frozenset({"cap_gate", "seats"})
PERCENT = frozenset({"forced", "cap_leaf", "registered_floor"})
AN_HOUR = 60


def sentence(one: Demand, speaker: Speaker) -> str:
    """One demand in words, as in «Sårstell» blir som i dag."""
    values = {name: word(name, value, speaker) for name, value in one.values.items()}
    if "course" in values:
        values["course"] = speaker.course(one.about[0])
    told = amount(one, speaker)
    number = {"n": int(one.amount)} if one.amount is not None and one.field in COUNTED else {}
    key = f"demand.{one.field}"
    if one.field == "forced" and one.amount == 1:
        key = "demand.forced_all"
    return capital(speaker.reader.say(key, amount=told, **values, **number))


def amount(one: Demand, speaker: Speaker) -> str:
    """How much, with its unit; empty where the demand has no amount."""
    reader = speaker.reader
    if one.amount is None:
        return ""
    if one.field in PERCENT:
        return reader.percent(one.amount, 0 if round(one.amount * 100, 6).is_integer() else 1)
    if one.field == "training_kroner":
        return reader.money(one.amount, CURRENCY.get(speaker.catalogue.country, "EUR"), 0)
    if one.field in COUNTED:
        return reader.number(one.amount)
    return reader.hours(one.amount if one.field == "cap_role" else one.amount * AN_HOUR)


def kind(field: str, speaker: Speaker) -> str:
    """What sort of demand a field holds, as one chooses it."""
    return speaker.reader.say(f"demand.kind.{field}")
