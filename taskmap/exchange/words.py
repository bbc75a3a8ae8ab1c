"""Names as people write them and the ids they stand for, in all three languages."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from taskmap.document.nearest import nearest_by
from taskmap.document.vocabulary import shared
from taskmap.language import LANGUAGES, Reader, reader
from taskmap.model.catalogue import Catalogue
from taskmap.model.units import Names
from taskmap.yamltext import fold

CHOICES = {
    "country": ("NO", "SE"),
    "setting": (
        "nursing_home",
        "home_care",
        "gp_health_centre",
        "hospital_ward",
        "psychiatry_outpatient",
    ),
    "every": ("day", "week", "month", "quarter", "year"),
    "basis": ("estimate", "measured"),
    "mapping": ("complete", "partial"),
    "decision": ("allowed", "conditions", "pilot", "not_allowed"),
    "kind": ("stop", "simplify", "digitise", "move_in_time", "share_between_units"),
    "flag": ("true", "false"),
    "nothing": ("none",),
}

_CATALOGUED = ("role", "competence", "group", "library", "profile", "rule")


class Words:
    """What a unit's things are called by those who fill in a sheet.

    Args:
        reader: language things are told in; all languages are understood.
        catalogue: the country's vocabulary; None where the country is not known.
        said: the mapping's tables, for its own bands, tasks and volumes.
    """

    def __init__(
        self, reader: Reader, catalogue: Catalogue | None, said: Mapping[str, Any]
    ) -> None:
        self.reader = reader
        self.catalogue = catalogue
        self.said = said
        self._known: dict[str, dict[str, str]] = {}
        self._told: dict[str, dict[str, str]] = {}

    def told(self, what: str, name: str) -> str:
        """What an id is called here; the id where its name could mean another."""
        if what not in self._told:
            self._told[what] = {id_: self._name(each) for id_, each in self._names(what).items()}
        title = self._told[what].get(name)
        return title if title and self.meant(what, title) == name else name

    def meant(self, what: str, text: str) -> str | None:
        """The id a text stands for; None for a name that is unknown or could mean several."""
        known, folded = self._table(what), fold(text)
        return known.get(folded) or known.get(folded.rstrip("."))  # what is short has a point

    def nearest(self, what: str, text: str) -> str | None:
        """The known name most like a text, as it is told here."""
        near = nearest_by(text, {name: id_ for name, id_ in self._table(what).items() if id_})
        return self.told(what, near) if near else None

    def all(self, what: str) -> tuple[str, ...]:
        """Every id that may be chosen, told, in the order of the words."""
        names = [name for name in self._names(what) if self._fits(what, name)]
        return tuple(sorted({self.told(what, name) for name in names}, key=fold))

    def _fits(self, what: str, name: str) -> bool:
        """Whether a task of the library belongs in the unit's setting."""
        setting = self.said.get("unit", {}).get("setting")
        if what != "library" or self.catalogue is None or setting is None:
            return True
        settings = self.catalogue.tasks[name].settings
        return not settings or setting in settings

    def choice_told(self, of: str, value: str) -> str:
        """One of a few fixed words."""
        return self.reader.say(_choice(of, value))

    def choices(self, of: str) -> tuple[str, ...]:
        """Every word that may stand for one of a few values, as told here."""
        return tuple(self.choice_told(of, value) for value in CHOICES[of])

    def choice_meant(self, of: str, text: str) -> str | None:
        """The value a word stands for in any language."""
        return self._choices[of].get(fold(text))

    @cached_property
    def _choices(self) -> dict[str, dict[str, str]]:
        known: dict[str, dict[str, str]] = {}
        for of, values in CHOICES.items():
            told = {fold(r.say(_choice(of, v))): v for v in values for r in every_reader()}
            known[of] = told | {fold(value): value for value in values}
        known["flag"] |= {fold(word): word for word in ("true", "false")}
        known["flag"] |= {"x": "true", "1": "true", "0": "false"}
        return known

    def _table(self, what: str) -> dict[str, str]:
        if what not in self._known:
            named = self._names(what)
            titles = Counter((fold(t), id_) for id_, each in named.items() for t in _all(each))
            times = Counter(title for title, _ in titles)
            once = self._synonyms(what) | {title: id_ for title, id_ in titles if times[title] == 1}
            self._known[what] = once | {fold(id_): id_ for id_ in named}
        return self._known[what]

    def _names(self, what: str) -> Mapping[str, Names | str]:
        """Ids with their names: in several languages from the catalogue, in one from the unit."""
        own = {"band": "bands", "task": "tasks", "chain": "chains"}
        if what in own:
            return {
                each["id"]: each.get("name", each["id"]) for each in self.said.get(own[what], ())
            }
        if what == "volume":
            return {name: name for name in self.said.get("volumes", {})}
        known = shared(what, self.catalogue) if what in _CATALOGUED else {}
        # Rules have no names of their own.
        return {id_: getattr(item, "names", id_) for id_, item in known.items()}

    def _synonyms(self, what: str) -> dict[str, str]:
        """Other words for a role, as the catalogue has them."""
        if what != "role" or self.catalogue is None:
            return {}
        return {fold(word): r.id for r in self.catalogue.roles.values() for word in r.synonyms}

    def _name(self, names: Names | str) -> str:
        return names if isinstance(names, str) else self.reader.name(names)


def every_reader() -> tuple[Reader, ...]:
    """A reader of each language."""
    return tuple(reader(code) for code in LANGUAGES)


def _choice(of: str, value: str) -> str:
    kept = {"country": "word.country", "setting": "word.setting"}
    return f"{kept[of]}.{value}" if of in kept else f"sheet.choice.{of}.{value}"


def _all(names: Names | str) -> Iterable[str]:
    return (names,) if isinstance(names, str) else names.values()
