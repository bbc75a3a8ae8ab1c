"""Rulings as JSON, each with its source's section and address."""

from collections.abc import Iterable

from taskmap.model.ruling import Ruling
from taskmap.present.exact.text import Object, plain
from taskmap.present.names import Speaker
from taskmap.present.references import reference


def rulings_list(rulings: Iterable[Ruling], speaker: Speaker) -> list[Object]:
    """Rulings in the order given."""
    return [
        {
            "gate": ruling.gate.value,
            "verdict": ruling.verdict.value,
            "code": ruling.code,
            "values": _values(ruling),
            "source": [_source(id_, speaker) for id_ in ruling.sources],
        }
        for ruling in rulings
    ]


def _values(ruling: Ruling) -> Object:
    """What the ruling's words need, and what it asks for where it is a condition."""
    values = {name: plain(value) for name, value in ruling.values.items()}
    return values | ({"condition": ruling.condition.value} if ruling.condition else {})


def _source(id_: str, speaker: Speaker) -> Object:
    found = reference(id_, speaker)
    return {"id": id_, "title": found.title, "urls": list(found.addresses)}
