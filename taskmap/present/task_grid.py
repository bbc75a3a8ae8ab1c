"""The tasks as a grid to type in: each cell as people write it, in the reader's language."""

from collections.abc import Mapping

from taskmap.language import Reader
from taskmap.model.amount import Every
from taskmap.model.mapping import Mapping as UnitMapping
from taskmap.model.said import MinutesSaid, TaskSaid, share_of
from taskmap.model.units import BandId, RoleId
from taskmap.present.names import Speaker

_MOST = 4  # decimals of a count
_SELDOM = 20  # weeks


def titles(mapping: UnitMapping, roles: tuple[RoleId, ...], speaker: Speaker) -> dict[str, str]:
    """Headings by column, in the order they stand."""
    say = speaker.reader.say
    return {
        "name": say("edit.column.name"),
        **{f"count.{band.id}": band.name for band in mapping.bands},
        "per": say("edit.column.per"),
        "minutes": say("edit.column.minutes"),
        "note": say("edit.column.note"),
        **{f"today.{role}": speaker.short_role(role) for role in roles},
        "missed": say("edit.column.missed"),
    }


def cells(said: TaskSaid, roles: tuple[RoleId, ...], speaker: Speaker) -> dict[str, str]:
    """What stands in a task's row, by column; notes stand beside."""
    reader, bands = speaker.reader, speaker.mapping.band_ids
    return {
        "name": said.name or speaker.whole_task(said.id),
        **{f"count.{band}": _times(said, band, reader) for band in bands},
        "minutes": minutes(said.minutes, reader),
        **{f"today.{role}": _share(said, role, speaker) for role in roles},
        "missed": _by_band({b: share_of(s) for b, s in said.missed.items()}, speaker),
        "per": speaker.volume(said.per) if said.per else "",
    }


def figure(number: float, reader: Reader) -> str:
    """A number with the decimals it has, at most four."""
    decimals = next((d for d in range(_MOST) if round(number, d) == round(number, _MOST)), _MOST)
    return reader.number(number, decimals)


def _times(said: TaskSaid, band: BandId, reader: Reader) -> str:
    """``3 om dagen``; empty where there are none."""
    times = said.count.get(band, said.count.get(None))
    if times is None:
        return ""
    weeks = _weeks_between(times) if said.every is Every.WEEK else 0
    if weeks:
        return reader.say("edit.other_week" if weeks == 2 else "edit.nth_week", n=weeks)
    return reader.say(f"edit.every.{said.every}", times=figure(times, reader))


def _weeks_between(times: float) -> int:
    """Weeks from one time to the next: 6 for a sixth a week; 0 where nobody would say it so."""
    weeks = round(1 / times) if times > 1 / (_SELDOM + 1) else 0
    return weeks if 2 <= weeks <= _SELDOM and round(times - 1 / weeks, _MOST) == 0 else 0


def minutes(said: MinutesSaid | None, reader: Reader) -> str:
    """The minutes, with the range in brackets behind where there is one."""
    if said is None:
        return ""
    low, likely, high = (figure(each, reader) for each in said)
    return f"{likely} ({low}\N{EN DASH}{high})" if low != high else likely


def _share(said: TaskSaid, role: RoleId, speaker: Speaker) -> str:
    shares: dict[BandId | None, float] = {}
    for band, by_role in said.today.items():
        if role in by_role:
            written = by_role[role]
            rest = 1 - share_of(said.missed.get(band, said.missed.get(None, "0")))
            shares[band] = rest if written is None else share_of(written)
    alike = len(shares) == len(said.today) and len(set(shares.values())) == 1
    return _by_band({None: next(iter(shares.values()))} if alike else shares, speaker)


def _by_band(shares: Mapping[BandId | None, float], speaker: Speaker) -> str:
    """``25 %``, or ``Morgen 25 %; Kveld 40 %``."""
    reader = speaker.reader
    told = {band: f"{figure(share * 100, reader)} %" for band, share in shares.items()}
    return "; ".join(
        text if band is None else f"{speaker.band(band)} {text}" for band, text in told.items()
    )
