"""The values of codes as words: roles by name, hours and shares as figures, dates as dates.

What a value is follows from its name, so every room names its values alike: ``role`` and
``roles``, ``..._hours``, ``share``, ``on`` and ``until``.
"""

from collections.abc import Callable, Mapping
from datetime import date

from taskmap.errors import Value
from taskmap.language import Reader
from taskmap.present.names import Speaker, lowered

ROLES = frozenset({"role", "roles", "by", "of", "giver", "receiver", "receivers"})
TASKS = frozenset({"task", "tasks", "leaf", "leaves"})
RULES = frozenset({"rule", "rules", "lifts", "source", "sources"})
DATES = frozenset({"on", "until", "date", "signed", "as_of"})
SHARES = frozenset({"share", "sum", "ceiling"})
MONEY = frozenset({"price", "hourly_cost", "cost"})
COUNTS = ("tasks", "persons")  # a sentence has one of them
LONG = frozenset({"competences", "suggested", "courses"})  # names that hold an "and" themselves
WORDS = {
    "condition": "word.condition",
    "needs": "word.condition",
    "gate": "word.gate",
    "price": "word.price",
    "kind": "word.kind",
    "setting": "word.setting",
    "settings": "word.setting",
    "country": "word.country",
    "day": "word.day",
    "expected": "word.expected",
}
_PROPER = ("word.country.", "word.day.")  # keep their capitals
AS_HOURS = 120  # so many minutes are told as hours
MOST_ROLES = 6  # more than this in a sentence is a list nobody reads
CURRENCY = {"NO": "NOK", "SE": "SEK"}


def worded(values: Mapping[str, Value], speaker: Speaker) -> dict[str, str]:
    """Values of a ruling, note or finding about a sound mapping, ready for a sentence."""
    return {name: word(name, value, speaker) for name, value in values.items()}


def number_of(values: Mapping[str, Value]) -> dict[str, int]:
    """The number that chooses between "one task" and "two tasks", as ``n``; none without one."""
    found = next((values[name] for name in COUNTS if name in values), None)
    return {"n": found} if isinstance(found, int) else {}


def variant(key: str, values: Mapping[str, Value], reader: Reader) -> str:
    """The key for these values where words differ with them.

    A value that is true has words under ``<key>.<name>``, one that is missing or empty under
    ``<key>.no_<name>``; without such words the key itself holds.
    """
    for name, value in values.items():
        special = f"{key}.{name}" if value is True else f"{key}.no_{name}"
        if (value is True or value is None or value == ()) and reader.has(special):
            return special
    return key


def word(name: str, value: Value, speaker: Speaker) -> str:
    """One value in words."""
    naming = _naming(name, speaker)
    if naming is not None and isinstance(value, str):
        return naming(value)
    if name in ROLES and isinstance(value, tuple):
        return _some_roles(value, speaker)
    if naming is not None and isinstance(value, tuple):
        named = [naming(item) for item in value]
        return "; ".join(named) if name in LONG else speaker.reader.list(named)
    if name in MONEY and isinstance(value, int | float):
        return speaker.reader.money(value, CURRENCY.get(speaker.catalogue.country, "EUR"), 0)
    return figure(name, value, speaker.reader)


def figure(name: str, value: Value, reader: Reader) -> str:
    """A value that names nothing: a number with its unit, a date, or plain text."""
    if isinstance(value, bool) or value is None:
        return reader.plain(value)
    if isinstance(value, int | float):
        return _number(name, value, reader)
    if isinstance(value, tuple):
        return reader.list(figure(name, item, reader) for item in value)
    if name in WORDS:
        return _own_word(f"{WORDS[name]}.{value}", value, reader)
    return _day(value, reader) if name in DATES else value


def _naming(name: str, speaker: Speaker) -> Callable[[str], str] | None:
    if name in ROLES:
        return speaker.role_inside
    if name in TASKS:
        return lambda task: _task(task, speaker, quoted=name in {"tasks", "leaves"})
    if name in RULES:
        return speaker.source
    return {
        "competence": lambda c: lowered(speaker.competence(c)),
        "competences": lambda c: lowered(speaker.competence(c)),
        "first": lambda c: lowered(speaker.competence(c)),
        "suggested": lambda c: lowered(speaker.competence(c)),
        "course": speaker.course,
        "courses": speaker.course,
        "band": lambda b: lowered(speaker.band(b)),
        "bands": lambda b: lowered(speaker.band(b)),
        "chain": speaker.chain,
        "chains": speaker.chain,
        "group": lambda g: speaker.chain(g) if g in _chains(speaker) else speaker.group(g),
        "profile": speaker.profile,
    }.get(name)


def _chains(speaker: Speaker) -> frozenset[str]:
    return frozenset(chain.id for chain in speaker.mapping.chains)


def _task(task: str, speaker: Speaker, *, quoted: bool) -> str:
    """A task's name; in a list between quotes, since it may hold commas itself."""
    name = speaker.task(task)
    return speaker.reader.say("word.quoted", words=name) if quoted else name


def _own_word(key: str, value: str, reader: Reader) -> str:
    if not reader.has(key):
        return value
    return reader.say(key) if key.startswith(_PROPER) else lowered(reader.say(key))


def _some_roles(roles: tuple[str, ...], speaker: Speaker) -> str:
    """Roles in a sentence, the unit's own first, cut where a list becomes too long."""
    here = speaker.mapping.by_role
    ordered = sorted(roles, key=lambda role: role not in here)
    if len(ordered) <= MOST_ROLES:
        return speaker.roles(ordered)
    told = ", ".join(speaker.role_inside(role) for role in ordered[:MOST_ROLES])
    return speaker.reader.say("word.and_more", words=told, n=len(ordered) - MOST_ROLES)


def _number(name: str, value: float, reader: Reader) -> str:
    if name == "hours" or name.endswith("_hours"):
        return reader.hours(value * 60)
    if name == "minutes" or name.endswith("_minutes"):
        return reader.minutes(value) if value < AS_HOURS else reader.hours(value)
    if name in SHARES or name.endswith("_share"):
        return reader.percent(value, 0 if round(value * 100, 6).is_integer() else 1)
    if name.endswith("year") or name in {"earliest", "latest", "line", "first_line", "version"}:
        return str(value)  # a year has no grouping
    return reader.plain(value)


def _day(text: str, reader: Reader) -> str:
    try:
        return reader.date(date.fromisoformat(text))
    except ValueError:
        return text
