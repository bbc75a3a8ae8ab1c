"""Another way of meeting a task's need, as the programme sees it: taken whole or not at all."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An alternative of a task in whole numbers.

    Args:
        name: id of the alternative, as its leaf would have it.
        leaves: leaves it stands in for: the task, or all its cases.
        work: the leaf that carries its own work; None when nobody in the unit does any.
        once: (role, band, millionths of minutes a week) of putting it in place.
        price: millionths of price units a week beside its load: money, and another unit's time.
        elsewhere: minutes a week it takes in another unit.
        room: minutes a week the other unit has said it has; None: nothing is done elsewhere.
        stops: the need itself is dropped, so what was missed of it is not made good.
    """

    name: str
    leaves: tuple[int, ...]
    work: int | None = None
    once: tuple[tuple[int, int, int], ...] = ()
    price: int = 0
    elsewhere: int = 0
    room: int | None = None
    stops: bool = False

    def __post_init__(self) -> None:
        if not self.leaves:
            raise ValueError(f"{self.name} stands in for no leaf")
        if self.price < 0 or self.elsewhere < 0 or any(n < 0 for _, _, n in self.once):
            raise ValueError(f"{self.name} costs less than nothing")
