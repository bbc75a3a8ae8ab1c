"""Shares that make a whole: who does a task today in each band, and what nobody does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from taskmap.document.reading import Reading
from taskmap.document.written import TodaySaid
from taskmap.model.units import BandId, RoleId, Share
from taskmap.yamltext import Path

TOLERANCE = 0.005  # rounded per cents; beyond it somebody's work is missing
_SAME = 1e-12

Today = dict[BandId, dict[RoleId, Share]]


def whole(shares: Mapping[str, Share], path: Path, reading: Reading) -> dict[str, Share]:
    """Shares that make 100 %, exactly; an error where they are further off than rounding."""
    total = sum(shares.values())
    if not shares or abs(total - 1) > TOLERANCE:
        reading.error("shares.sum", path, sum=round(total, 6))
        return {}
    return scaled({name: share for name, share in shares.items() if share > 0}, 1.0)


def scaled(shares: Mapping[str, Share], whole: Share) -> dict[str, Share]:
    """Shares with their proportions kept, that make a given whole."""
    total = sum(shares.values())
    if abs(total - whole) < _SAME or not total:
        return dict(shares)  # as written, without a digit of rounding
    return {name: share * whole / total for name, share in shares.items()}


@dataclass(frozen=True, slots=True)
class Division:
    """Divides one task's occurrences over roles, band by band.

    Args:
        bands: bands with occurrences.
        works: whether a role has hours in a band.
        missed: share nobody does, by band.
        path: where the task or case stands.
    """

    bands: tuple[BandId, ...]
    works: Callable[[RoleId, BandId], bool]
    missed: Mapping[BandId, Share]
    path: Path
    reading: Reading

    def today(self, said: TodaySaid) -> Today:
        """Shares by role for every band with occurrences; with missed work they make 1."""
        found: Today = {}
        for band in self.bands:
            shares = (
                self._in_every_band(said[None], band)
                if None in said
                else (self._in_band(said, band))
            )
            if shares:
                found[band] = shares
        return found

    def _in_every_band(self, said: Mapping[RoleId, float | None], band: BandId) -> dict[str, Share]:
        if not self._makes_whole(said, band, (*self.path, "today")):
            return {}
        shares = self._filled(said, band)
        working = {role: share for role, share in shares.items() if self.works(role, band)}
        if not working and self.missed.get(band, 0) < 1:
            roles = tuple(sorted(said))
            self.reading.error(
                "today.nobody_in_band", (*self.path, "today"), band=band, roles=roles
            )
        return self._scaled(working, band)

    def _in_band(self, said: TodaySaid, band: BandId) -> dict[str, Share]:
        path = (*self.path, "today")
        if band not in said:
            if self.missed.get(band, 0) < 1 and self.reading.is_sound((*path, band)):
                self.reading.error("today.band_missing", path, band=band)
            return {}
        path = (*path, band)
        if not self._makes_whole(said[band], band, path):
            return {}
        return self._scaled(self._filled(said[band], band), band)

    def _filled(self, said: Mapping[RoleId, float | None], band: BandId) -> dict[str, Share]:
        rest = 1 - self.missed.get(band, 0)
        shares = {role: rest if share is None else share for role, share in said.items()}
        return {role: share for role, share in shares.items() if share > 0}

    def _makes_whole(self, said: Mapping[RoleId, float | None], band: BandId, path: Path) -> bool:
        if not self.reading.is_sound(path):
            return False
        total = sum(self._filled(said, band).values()) + self.missed.get(band, 0)
        if abs(total - 1) > TOLERANCE:
            self.reading.error("today.sum", path, band=band, sum=round(total, 6))
            return False
        return True

    def _scaled(self, shares: Mapping[RoleId, Share], band: BandId) -> dict[str, Share]:
        return scaled(shares, 1 - self.missed.get(band, 0))
