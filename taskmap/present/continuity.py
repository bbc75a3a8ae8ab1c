"""What a plan does to whom a patient meets, and to the mix of professions, before and after."""

from taskmap.model.plan import Plan
from taskmap.model.units import Share
from taskmap.present.names import Speaker
from taskmap.present.table import Cell, Column, Table, table


def faces_table(plan: Plan, speaker: Speaker) -> Table:
    """Roles a patient meets along each chain and visit, by band, before and after."""
    say, reader = speaker.reader.say, speaker.reader
    names = ("chain", "band", "before", "after", "handover_before", "handover_after")
    words = {"chain", "band"}
    columns = [Column(say(f"continuity.column.{one}"), figures=one not in words) for one in names]
    rows = [
        (
            Cell(speaker.chain(one.chain), key=one.chain),
            Cell(speaker.band(one.band), key=one.band),
            Cell(reader.number(one.before), one.before),
            Cell(reader.number(one.after), one.after),
            Cell(reader.hours(one.minutes_before), one.minutes_before),
            Cell(reader.hours(one.minutes_after), one.minutes_after),
        )
        for one in plan.faces
    ]
    return table(say("continuity.title"), columns, rows, _told(plan, speaker))


def _told(plan: Plan, speaker: Speaker) -> str:
    say = speaker.reader.say
    if not plan.faces:
        return say("continuity.no_chains")
    more = len({one.chain for one in plan.faces if one.after > one.before})
    fewer = len({one.chain for one in plan.faces if one.after < one.before})
    lines = [say("continuity.more", n=more) if more else say("continuity.no_more")]
    if fewer:
        lines.append(say("continuity.fewer", n=fewer))
    return " ".join(lines)


def mix_table(plan: Plan, speaker: Speaker) -> Table:
    """Registered professionals' part of the work and of the hours, by band, before and after."""
    say = speaker.reader.say
    names = ("band", "work_before", "work_after", "present_before", "present_after")
    columns = [
        Column(
            say(f"continuity.column.{one}"),
            figures=one != "band",
            unit="" if one == "band" else "share",
        )
        for one in names
    ]
    rows = [
        (
            Cell(speaker.band(one.band), key=one.band),
            *(
                _share(part, speaker)
                for part in (
                    one.work_before,
                    one.work_after,
                    one.present_before,
                    one.present_after,
                )
            ),
        )
        for one in plan.mixes
    ]
    return table(say("continuity.mix"), columns, rows, say("continuity.mix_how"))


def _share(share: Share, speaker: Speaker) -> Cell:
    return Cell(speaker.reader.percent(share), share)
