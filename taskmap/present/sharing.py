"""One budget for many units, in words: what it gives, how sure that is, and the courses."""

from collections.abc import Sequence

from taskmap.language import Reader
from taskmap.model.pool import ORE, Known, Shared, saved
from taskmap.model.units import MILLION
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import CURRENCY


def lines(shared: Shared, reader: Reader) -> tuple[str, ...]:
    """What is used of the budget, what it gives, and what is proved."""
    together, plans = shared.together, shared.together.plans
    currency = CURRENCY.get(shared.country, "EUR")

    def money(ore: float) -> str:
        return reader.money(round(ore / ORE), currency, 0)

    def gives(key: str, before: Sequence[Known]) -> str:
        minutes = round(saved(before, plans, "staff_minutes") / MILLION)
        ore = saved(before, plans, "time_ore")
        return reader.say(key, hours=reader.hours(minutes), kroner=money(ore))

    used, budget = money(together.ore), money(shared.pool.ore)
    found = [
        reader.say("batch.budget.used", used=used, budget=budget),
        gives("batch.budget.all", shared.today),
        gives("batch.budget.pool", shared.without),
        reader.say("batch.budget.gap", gap=reader.percent(together.gap, 2)),
    ]
    if shared.split is not None:
        found.append(gives("batch.budget.split", shared.split))
    return tuple(found)


def courses_table(shared: Shared, reader: Reader) -> Table:
    """Places on each course, and how many times it is held."""
    say = reader.say
    columns = [
        Column(say("batch.budget.course")),
        Column(say("batch.budget.places"), figures=True),
        Column(say("batch.budget.runs"), figures=True),
    ]
    runs = shared.together.runs
    rows = [
        (
            Cell(reader.name(shared.courses[course]) or course, key=course),
            Cell(reader.number(places), places),
            Cell(reader.number(runs[course]), runs[course]) if course in runs else Cell(""),
        )
        for course, places in shared.places.items()
    ]
    return table(say("batch.budget.courses"), columns, rows)
