"""Kinds of options beyond single words: demands, amounts, several words at once."""

from collections.abc import Iterable

import click

from taskmap.model.demand import SUBJECTS, WITHOUT_AMOUNT, Demand
from taskmap.model.pool import ORE, CourseRun
from taskmap.model.pressure import PressureBands
from taskmap.model.wisn import exact

EVERY = "all"
MOST = 1e9


class Amount(click.ParamType[float]):
    """A number, 0 or more, with a point or a comma for decimals."""

    name = "amount"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number."""
        number = number_of(value)
        if number is None or number > MOST:
            raise click.BadParameter(value, ctx=ctx, param=param)
        return number


class Stated(click.ParamType[Demand]):
    """A demand: ``TASK``, ``TASK:ROLE``, ``ROLE=6`` or ``TASK:ROLE=50%``.

    Args:
        field: of ``Demands``.
        unit: what one of the amount written is in the field's own unit.
        usual: amount where none is written.
        most: largest amount.
    """

    name = "demand"

    def __init__(
        self, field: str, unit: float = 1.0, usual: str | None = None, most: float = MOST
    ) -> None:
        self.field, self.unit, self.usual, self.most = field, unit, usual, most

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Demand:
        """The demand."""
        names, equals, text = value.partition("=")
        about = tuple(name.strip() for name in names.split(":"))
        amount = self._amount(text.strip() if equals else self.usual)
        bare = self.field in WITHOUT_AMOUNT
        named = len(about) == len(SUBJECTS[self.field]) and all(about)
        if not named or (amount is None) != bare or (equals and bare):
            raise click.BadParameter(value, ctx=ctx, param=param)
        return Demand(field=self.field, about=about, amount=amount)

    def _amount(self, text: str | None) -> float | None:
        """The amount in the field's unit; None where there is none, or one that cannot be."""
        bare = (text or "").removesuffix("%")
        number = number_of(bare)
        if number is None or (bare != text and self.most > 1):
            return None
        amount = number / 100 if bare != text else number
        return round(amount * self.unit, 9) if amount <= self.most else None


class Several(click.ParamType[tuple[str, ...]]):
    """Words with commas between them, in the order they are known; ``all`` for every one."""

    name = "several"

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(map(str, known))

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The words."""
        asked = {word.strip() for word in value.split(",")}
        if not asked <= {*self.known, EVERY}:
            raise click.BadParameter(value, ctx=ctx, param=param)
        return self.known if EVERY in asked else tuple(w for w in self.known if w in asked)


def number_of(text: str) -> float | None:
    """The number a text stands for; None for what is none, or below 0."""
    if "_" in text:  # Python would read 1_0 as ten
        return None
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if number >= 0 else None


class Bands(click.ParamType[PressureBands]):
    """Three ratios that fall, such as 1.1,0.9,0.7."""

    name = "bands"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> PressureBands:
        """The bands, or a refusal in the reader's words."""
        try:
            spare, balance, high = (exact(part.strip()) for part in value.split(","))
            return PressureBands((spare, balance, high))
        except ValueError:
            return self.fail(value, param, ctx)


class RunOf(click.ParamType[tuple[str, CourseRun]]):
    """A course held for several at once: ``sårkurs=24000:12``, kroner a run and seats on it."""

    name = "run"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, CourseRun]:
        """The course's id, and its run."""
        course, _, terms = value.partition("=")
        kroner, _, seats = terms.partition(":")
        price = number_of(kroner)
        if not course.strip() or price is None or price > MOST or not seats.strip().isdecimal():
            raise click.BadParameter(value, ctx=ctx, param=param)
        if not 1 <= int(seats) <= MOST:
            raise click.BadParameter(value, ctx=ctx, param=param)
        return course.strip(), CourseRun(ore=round(price * ORE), seats=int(seats))
