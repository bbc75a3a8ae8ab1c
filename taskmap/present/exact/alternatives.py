"""Chosen alternatives as JSON."""

from collections.abc import Iterable, Mapping

from taskmap.model.plan import Chosen, WayLeft
from taskmap.model.units import MinutesPerWeek, RoleId
from taskmap.present.exact.rulings import rulings_list
from taskmap.present.exact.text import Object, hours, number
from taskmap.present.exact.training import training_object
from taskmap.present.names import Speaker

PARTS = ("relieved", "taken_on", "one_off", "supervision", "handover", "training")


def alternatives_list(chosen: Iterable[Chosen], speaker: Speaker) -> list[Object]:
    """Tasks done in another way, in the order given."""
    return [_alternative(one, speaker) for one in chosen]


def ways_left_list(left: Iterable[WayLeft], speaker: Speaker) -> list[Object]:
    """Ways accepted and not taken, in the document's order."""
    return [
        {
            "task": one.task,
            "alternative": one.alternative,
            "kind": one.kind.value,
            "rulings": rulings_list(one.rulings, speaker),
        }
        for one in left
    ]


def _alternative(one: Chosen, speaker: Speaker) -> Object:
    return {
        "task": one.task,
        "alternative": one.alternative,
        "kind": one.kind.value,
        "hours": {
            **{part: hours(sum(getattr(one, part).values())) for part in PARTS},
            "net": hours(one.net),
        },
        "by_role": {part: _by_role(getattr(one, part)) for part in PARTS},
        "elsewhere_hours": hours(one.elsewhere),
        "kroner_per_week": number(one.kroner, 2),
        "price_saved": one.price_saved,
        "missed_share": number(one.missed),
        "training": [training_object(training) for training in one.trainings],
        "rulings": rulings_list(one.rulings, speaker),
        "hands": [
            {"role": role, "rulings": rulings_list(said, speaker)}
            for role, said in one.hands.items()
        ],
    }


def _by_role(minutes: Mapping[RoleId, MinutesPerWeek]) -> list[Object]:
    return [{"role": role, "hours": hours(spent)} for role, spent in sorted(minutes.items())]
