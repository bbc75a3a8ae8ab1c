"""What a WISN ratio is called: bands of pressure that the user may set."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise


class Pressure(StrEnum):
    """Words for a ratio; the ratio always stands beside the word."""

    SPARE = "spare"
    BALANCE = "balance"
    HIGH = "high"
    VERY_HIGH = "very_high"
    NOTHING = "nothing"  # no work that asks for anybody


ORDER = (Pressure.SPARE, Pressure.BALANCE, Pressure.HIGH, Pressure.VERY_HIGH)


@dataclass(frozen=True, slots=True)
class PressureBands:
    """Lowest ratio that still counts as spare, as balance and as high; the rest is very high.

    The default is Taskmap's own and no norm: a tenth to either side of balance, and three tenths.
    """

    lowest: tuple[Fraction, Fraction, Fraction] = (
        Fraction(11, 10),
        Fraction(9, 10),
        Fraction(7, 10),
    )

    def __post_init__(self) -> None:
        if any(high <= low for high, low in pairwise((*self.lowest, Fraction(0)))):
            raise ValueError(f"pressure bands are {self.lowest}, expected falling and above 0")

    def of(self, ratio: Fraction | None) -> Pressure:
        """The word for a ratio."""
        if ratio is None:
            return Pressure.NOTHING
        return ORDER[sum(ratio < low for low in self.lowest)]
