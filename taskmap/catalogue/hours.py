"""Working time profiles and the usual sick leave, from the data files."""

from taskmap.catalogue.entry import Entry
from taskmap.model.catalogue import HiredLine, HoursProfile, LimitKind, SickLeave, WorkLimit


def profiles(file: Entry) -> dict[str, HoursProfile]:
    """Weekly working times by id."""
    found = [
        HoursProfile(
            id=entry.text("id"),
            names=entry.names("names"),
            weekly_hours=entry.number("weekly_hours"),
            net_annual_hours=entry.number("net_annual_hours"),
            verified=entry.yes("verified"),
            estimate=entry.yes("estimate"),
            source=entry.text("source"),
        )
        for entry in file.each("profiles")
    ]
    return {profile.id: profile for profile in found}


def sick_leave(entry: Entry) -> SickLeave:
    """The published figure used where neither role nor unit has one."""
    found = SickLeave(
        share=entry.number("share"),
        names=entry.names("names"),
        period=entry.text("period"),
        source=entry.text("source"),
    )
    entry.done()
    return found


def limits(file: Entry) -> tuple[WorkLimit, ...]:
    """What law and agreements set for working time, in the file's order."""
    return tuple(
        WorkLimit(
            id=entry.text("id"),
            kind=LimitKind(entry.text("kind")),
            hours=entry.number("hours"),
            profiles=entry.ids("profiles"),
            reference=entry.text("reference"),
            source=entry.text("source"),
            verified=entry.yes("verified"),
        )
        for entry in file.each("limits")
    )


def hired_line(entry: Entry | None) -> HiredLine | None:
    """The line for hired staff; None where the country has none that was found."""
    if entry is None:
        return None
    found = HiredLine(share=entry.number("share"), source=entry.text("source"))
    entry.done()
    return found
