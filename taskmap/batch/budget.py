"""One budget for every unit of a folder: a price for all, a plan for each, whole runs between."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from pathlib import Path

from taskmap import catalogue as catalogues
from taskmap.batch import sharing
from taskmap.batch.kept import Kept
from taskmap.batch.run import (
    KEPT,
    Documents,
    Found,
    Hands,
    Progress,
    counted,
    finished,
    worked,
)
from taskmap.batch.shapes import BUDGET
from taskmap.batch.tables import write
from taskmap.batch.work import Answer, Look, Row, Tell, Work
from taskmap.errors import CountriesMixed, DocumentsChanged
from taskmap.leon.hashes import digest
from taskmap.leon.together.curve import best_price, under
from taskmap.leon.together.pick import pick, place_prices
from taskmap.leon.together.side import at_pool_prices, place_ore, side
from taskmap.leon.together.together import FEW, prices_at, together, told
from taskmap.model.batch import Done
from taskmap.model.catalogue import Catalogue
from taskmap.model.pool import ORE, Known, Pool, Shared, Together
from taskmap.model.question import Question
from taskmap.model.unit import Country
from taskmap.model.units import MILLION
from taskmap.store.stored import Stored


@dataclass(frozen=True)
class Sharing:
    """A run over a folder with one budget.

    Args:
        look: opens a document.
        question: asked of every unit.
        pool: budget and runs.
        documents: each mapping there is, in order.
        hands: who works.
        place: a folder for the tables, and for what is kept between runs.
        told: called with how many units are done in a pass, and of how many.
        few: fewer units than this are also solved as one programme.
    """

    look: Look
    question: Question
    pool: Pool
    documents: Documents
    hands: Hands
    place: Path
    told: Progress | None = None
    few: int = FEW
    _seen: dict[str, str] = field(default_factory=dict, init=False)

    def run(self, *, split: bool) -> tuple[Done, Shared]:
        """Share the budget and write the tables.

        Args:
            split: also work out what each unit would do with a budget of its own.

        Raises:
            CountriesMixed: units of two countries, with two currencies.
            DocumentsChanged: somebody saved one while the run went on.
            OSError: the disk refuses.
        """
        self.place.mkdir(parents=True, exist_ok=True)
        found = self._pass("begun", partial(sharing.begun, self.pool))
        units = {file: answer for file, answer in found.answers() if answer.tables}
        self._facts(units)  # refused before anything is worked out
        shared = self._few(units) if len(units) < self.few else self._many(units)
        own = self._alone(units) if split else None
        if own is not None:
            shared = self._with_own(units, shared, own)
        first = [sharing.plans(answer.tables["plans"]) for answer in units.values()]
        rows = dict(zip(units, zip(first, shared.plans, strict=True), strict=True))
        counts: Counter[str] = Counter()
        told_ = counted(_rows(found, rows), counts)
        tables = write(self.place, BUDGET, told_)
        facts = self._facts(units)
        asked = {course for plan in shared.plans for course in plan.places}
        return finished(found, tables, counts), Shared(
            country=facts.country,
            courses={name: facts.courses[name].names for name in sorted(asked)},
            pool=self.pool,
            together=shared,
            today=tuple(plans[0] for plans in first),
            without=tuple(plans[1] for plans in first),
            split=own,
        )

    def _pass(self, kind: str, tell: Tell, about: object = None) -> Found:
        work = Work(
            kind=f"budget-{kind}",
            look=self.look,
            tell=tell,
            question=self.question,
            about=digest((self.pool, about)),
        )
        return worked(work, self._steady, self.hands, Kept(self.place / KEPT), self.told)

    def _steady(self) -> Iterator[Stored]:
        """The documents, which are the same in every pass.

        Raises:
            DocumentsChanged: one was changed, added or taken away since the first.
        """
        now: dict[str, str] = {}
        for each in self.documents():
            if self._seen and self._seen.get(each.name) != each.digest:
                raise DocumentsChanged(file=each.name)
            now[each.name] = each.digest
            yield each
        for name in self._seen.keys() - now.keys():
            raise DocumentsChanged(file=name)
        self._seen.update(now)

    def _plans(
        self, units: Mapping[str, Answer], kind: str, tell: Tell, about: object
    ) -> list[list[Known]]:
        """What a pass tells of the units there are, in their order; none of one that failed."""
        found = dict(self._pass(kind, tell, about).answers())
        return [sharing.plans(found[file].tables.get("plans", ())) for file in units]

    def _many(self, units: Mapping[str, Answer]) -> Together:
        pool, ore = self.pool, self._ore(units)
        curves = [under(sharing.points(answer.tables["points"])) for answer in units.values()]
        money, bound = best_price(curves, pool.ore)
        known = [sharing.plans(answer.tables["plans"])[1:] for answer in units.values()]
        picked = pick(known, ore, pool)
        for kind in ("priced", "filled"):
            # First at the price of money, then with the runs held: a place left over is free.
            prices = (
                prices_at(money, ore)
                if kind == "priced"
                else place_prices(known, picked, ore, pool)
            )
            more = self._plans(units, kind, partial(sharing.priced, pool, prices), prices)
            known = [[*plans, *new] for plans, new in zip(known, more, strict=True)]
            picked = pick(known, ore, pool)
        return told(known, picked, bound, money)

    def _few(self, units: Mapping[str, Answer]) -> Together:
        """So few that one programme for all of them comes to an end: worked here, at one go."""
        found = {each.name: each for each in self._steady() if each.name in units}
        opened = [self.look(replace(found[file], name="")) for file in units]
        sides = [
            side(unit.mapping, unit.catalogue, self.question, self.pool)
            for unit in opened
            if unit.mapping is not None and unit.catalogue is not None
        ]
        return together(sides, self.pool)

    def _alone(self, units: Mapping[str, Answer]) -> tuple[Known, ...]:
        total = sum(answer.tables["units"][0]["posts"] for answer in units.values())
        tell = partial(sharing.alone, self.pool, total)
        found = self._plans(units, "alone", tell, total)
        first = (sharing.plans(answer.tables["plans"])[1:] for answer in units.values())
        return tuple((own or without)[0] for own, without in zip(found, first, strict=True))

    def _with_own(
        self, units: Mapping[str, Answer], shared: Together, own: Sequence[Known]
    ) -> Together:
        """What every unit would do alone fits into the pool too, so sharing gives no less."""
        first = [sharing.plans(answer.tables["plans"])[1] for answer in units.values()]
        known = [list(plans) for plans in zip(first, shared.plans, own, strict=True)]
        picked = pick(known, self._ore(units), self.pool)
        better = told(known, picked, shared.bound, shared.money)
        return better if better.price < shared.price else shared

    def _ore(self, units: Mapping[str, Answer]) -> dict[str, Fraction]:
        return place_ore(at_pool_prices(self._facts(units), self.pool), self.pool)

    def _facts(self, units: Mapping[str, Answer]) -> Catalogue:
        countries = {answer.tables["units"][0]["country"] for answer in units.values()}
        if len(countries) > 1:
            raise CountriesMixed(countries=tuple(sorted(countries)))
        return catalogues.load(Country(next(iter(countries), Country.NO)))


def _rows(
    found: Found, plans: Mapping[str, tuple[Sequence[Known], Known]]
) -> Iterator[tuple[str, Answer]]:
    for file, answer in found.answers():
        if file not in plans:
            yield file, answer
            continue
        first, plan = plans[file]
        unit = answer.tables["units"][0] | _unit(first[0], first[1], plan)
        grants = [
            {name: getattr(grant, name) for name in BUDGET["grants"]} for grant in plan.grants
        ]
        yield file, replace(answer, tables={"units": [unit], "grants": grants})


def _unit(today: Known, without: Known, plan: Known) -> Row:
    return {
        "price_today": round(today.price / MILLION),
        "price_without": round(without.price / MILLION),
        "price_plan": round(plan.price / MILLION),
        "freed_minutes": round((today.staff_minutes - plan.staff_minutes) / MILLION),
        "freed_by_pool_minutes": round((without.staff_minutes - plan.staff_minutes) / MILLION),
        "saved_kroner_a_year": (today.time_ore - plan.time_ore) / ORE,
        "saved_by_pool_kroner_a_year": (without.time_ore - plan.time_ore) / ORE,
        "places": sum(plan.places.values()),
    }
