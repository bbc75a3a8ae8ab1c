"""Training over a partnership in words and tables: needs, calendar, what is unmet, renewals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taskmap.language import Reader
from taskmap.model.catalogue import Catalogue
from taskmap.model.partnership import Partnership
from taskmap.model.programme import (
    HALVES,
    CourseId,
    Form,
    Half,
    HeldRun,
    Ordered,
    OrganisationId,
    TrainingProgramme,
)
from taskmap.model.staffing import PRIVACY_FLOOR
from taskmap.model.training import (
    Calendar,
    Gap,
    Placed,
    Renewal,
    Unmet,
    Want,
    Why,
)
from taskmap.model.units import UnitId
from taskmap.present.table import Cell, Column, Table, table
from taskmap.present.values import CURRENCY


@dataclass(frozen=True)
class Told:
    """A partnership's training and the names of its things, in a language.

    Args:
        units: names of units by id.
    """

    reader: Reader
    partnership: Partnership
    programme: TrainingProgramme
    catalogue: Catalogue
    units: dict[str, str]

    @property
    def members(self) -> tuple[OrganisationId, ...]:
        """The members, in the document's order."""
        return tuple(member.organisation.id for member in self.partnership.members)

    def member(self, id_: OrganisationId) -> str:
        """A member's name without what it is: `Solvik` for `Solvik kommune`."""
        names = {m.organisation.id: m.organisation.name for m in self.partnership.members}
        return names.get(id_, id_).removesuffix(" kommune").removeprefix("Region ")

    def unit(self, id_: str) -> str:
        """A unit's name."""
        return self.units.get(id_, id_)

    def course(self, id_: CourseId) -> str:
        """A course: the programme's own name, else the catalogue's."""
        own = next((c.name for c in self.programme.courses if c.id == id_ and c.name), None)
        known = self.catalogue.courses.get(id_)
        return own or (self.reader.name(known.names) if known else "") or id_

    def competence(self, id_: str) -> str:
        """A competence."""
        found = self.catalogue.competences.get(id_)
        return (self.reader.name(found.names) if found else "") or id_

    def role(self, id_: str) -> str:
        """A role."""
        found = self.catalogue.roles.get(id_)
        return self.reader.role(found) if found else id_

    def bought(self, id_: CourseId) -> bool:
        """Whether places on a course are bought of whoever holds it."""
        return any(c.bought for c in self.programme.courses if c.id == id_)

    def place(self, placed: Placed) -> str:
        """A room with its member; where there is none, with the seller or by video."""
        found = next((v for v in self.programme.venues if v.id == placed.venue), None)
        if found is None:
            bought = self.bought(placed.course)
            return self.reader.say("training.with_seller" if bought else "training.by_video")
        return f"{found.name}, {self.member(found.organisation)}"

    def half(self, half: Half) -> str:
        """A half-year."""
        return self.reader.say(f"training.half.{half}", year=str(self.programme.year))

    def kroner(self, amount: float, decimals: int = 0) -> Cell:
        """An amount."""
        told = self.reader.money(amount, CURRENCY[self.partnership.country], decimals)
        return Cell(told, value=amount)

    def count(self, number: float, decimals: int = 0) -> Cell:
        """A number."""
        return Cell(self.reader.number(number, decimals), value=number)

    def columns(self, names: Iterable[str], figures: Iterable[str] = ()) -> list[Column]:
        """Columns by their names in the catalogue."""
        right = frozenset(figures)
        say = self.reader.say
        return [Column(say(f"training.column.{n}"), figures=n in right) for n in names]

    def by_member(self, counts: dict[OrganisationId, int]) -> str:
        """Counts by member in a row: `Solvik 4, Granmo 2`."""
        parts = (f"{self.member(m)} {counts[m]}" for m in self.members if counts.get(m))
        return ", ".join(parts)


def summary(wants: Iterable[Want], calendar: Calendar, told: Told) -> tuple[str, ...]:
    """What the year comes to: who asks, who has a place, how often and where."""
    say, number = told.reader.say, told.reader.number
    wanted = sum(want.persons for want in wants)
    unmet = sum(each.persons for each in calendar.unmet)
    held = [placed for placed in calendar.placed if not told.bought(placed.course)]
    runs = sum(placed.runs for placed in held)
    video = sum(placed.runs for placed in held if placed.venue is None)
    bought = sum(sum(p.come.values()) for p in calendar.placed if told.bought(p.course))
    lines = [
        say(
            "training.sum.wanted", wanted=number(wanted), placed=number(wanted - unmet),
            unmet=number(unmet),
        ),
        say(
            "training.sum.runs", runs=number(runs), video=number(video),
            own=number(sum(sum(p.own.values()) for p in calendar.placed)),
            hired=number(sum(p.hired for p in calendar.placed)),
        ),
    ]  # fmt: skip
    if told.programme.held:
        lines.append(_held_line(calendar, told))
    if bought:
        lines.append(say("training.sum.bought", places=number(bought)))
    return tuple(lines)


def _held_line(calendar: Calendar, told: Told) -> str:
    done = [placed for placed in calendar.placed if placed.done]
    number = told.reader.number
    return told.reader.say(
        "training.sum.held", runs=number(len(done)),
        came=number(sum(sum(placed.come.values()) for placed in done)),
        cancelled=number(sum(run.cancelled for run in told.programme.held)),
    )  # fmt: skip


def held_table(told: Told) -> Table:
    """Runs that were held or cancelled: counts by member, roles without counts."""
    say = told.reader.say
    rows = (
        (
            Cell(told.reader.plain(run.on)),
            Cell(told.course(run.course), key=run.course),
            Cell(say("training.held.cancelled" if run.cancelled else "training.held.held")),
            told.count(sum(run.by_member.values())),
            Cell(told.by_member(run.by_member)),
            Cell(told.reader.list(dict.fromkeys(told.role(c.role) for c in run.came if c.role))),
        )
        for run in sorted(told.programme.held, key=lambda run: (run.on, told.course(run.course)))
    )
    names = ("day", "course", "state", "participants", "from", "roles")
    columns = told.columns(names, ("participants",))
    return table(say("training.held.title"), columns, rows, say("training.held.how"))


def run_name(run: HeldRun, told: Told) -> str:
    """A run by its course, its day, and whether it was held."""
    state = told.reader.say("training.held.cancelled" if run.cancelled else "training.held.held")
    return f"{told.course(run.course)}, {told.reader.date(run.on)} ({state})"


def waiting_lines(
    runs: Iterable[tuple[CourseId, HeldRun | None]],
    told: Told,
    organisation: OrganisationId,
    unit: UnitId,
) -> Iterator[str]:
    """How it is with the courses a measure waits for; None: no run of it has been held."""
    for course, run in runs:
        values = {"course": told.course(course)}
        if run is None:
            yield told.reader.say("training.waits.not_held", **values)
            continue
        came = sum(
            some.persons
            for some in run.came
            if some.organisation == organisation and some.unit in {None, unit}
        )
        how = "cancelled" if run.cancelled else "came" if came else "others"
        yield told.reader.say(f"training.waits.{how}", **values, day=run.on, persons=came)


def gaps_table(gaps: Iterable[Gap], told: Told) -> Table:
    """Persons, hours and money by unit, role and course."""
    names = ("unit", "role", "course", "persons", "hours", "money", "tasks", "backing")
    rows = (_gap_row(gap, told) for gap in gaps)
    columns = told.columns(names, ("persons", "hours", "money", "tasks"))
    title, how = told.reader.say("training.gaps.title"), told.reader.say("training.gaps.how")
    return table(title, columns, rows, how)


def _gap_row(gap: Gap, told: Told) -> tuple[Cell, ...]:
    say, persons = told.reader.say, gap.persons
    unknown = Cell(say("training.not_known"))
    course = told.course(gap.course) if gap.course else say("training.no_course")
    return (
        Cell(told.unit(gap.unit), key=gap.unit),
        Cell(told.role(gap.role), key=gap.role),
        Cell(course, key=gap.competence),
        unknown if persons is None else told.count(persons),
        unknown if persons is None else told.count(persons * gap.hours, 1),
        unknown if persons is None else told.kroner(persons * gap.price),
        told.count(len(gap.leaves)),
        Cell(say(f"training.backing.{gap.backing}")),
    )


def wants_table(wants: Iterable[Want], told: Told) -> Table:
    """Who wants what, by course and member, and why."""
    found: dict[CourseId, list[Want]] = {}
    for want in wants:
        found.setdefault(want.course, []).append(want)
    say = told.reader.say
    members = [Column(told.member(m), figures=True) for m in told.members]
    columns = [
        *told.columns(("course",)), *members,
        *told.columns(("together", "plan", "ordered", "renewal"),
                      ("together", "plan", "ordered", "renewal")),
    ]  # fmt: skip
    named = sorted(found.items(), key=lambda item: told.course(item[0]))
    rows = (_want_row(course, each, told) for course, each in named)
    return table(say("training.wants.title"), columns, rows, say("training.wants.how"))


def _want_row(course: CourseId, wants: list[Want], told: Told) -> tuple[Cell, ...]:
    own = [sum(w.persons for w in wants if w.organisation == m) for m in told.members]
    why = [sum(w.why.get(each, 0) for w in wants) for each in Why]
    return (
        Cell(told.course(course), key=course), *map(told.count, own), told.count(sum(own)),
        *map(told.count, why),
    )  # fmt: skip


def calendar_table(calendar: Calendar, half: Half, told: Told) -> Table:
    """A half-year's runs: where, by whom, for whom."""
    names = ("course", "place", "runs", "lecturer", "participants", "from", "travel")
    placed = [p for p in calendar.placed if p.half == half and not p.done]
    rows = (
        (
            Cell(told.course(p.course), key=p.course),
            Cell(told.place(p)),
            told.count(p.runs),
            Cell(lecturers(p, told)),
            told.count(sum(p.come.values())),
            Cell(told.by_member(dict(p.come))),
            told.count(p.minutes / 60, 1),
        )
        for p in sorted(placed, key=lambda p: (told.course(p.course), p.venue or ""))
    )
    columns = told.columns(names, ("runs", "participants", "travel"))
    how = told.reader.say("training.calendar.how") if half == HALVES[0] else ""
    return table(told.half(half), columns, rows, how)


def year_table(calendar: Calendar, told: Told) -> Table:
    """Both half-years as one table, for a spreadsheet."""
    halves = [calendar_table(calendar, half, told) for half in HALVES]
    columns = (Column(told.reader.say("training.page.part.calendar")), *halves[0].columns)
    rows = ((Cell(each.title), *row) for each in halves for row in each.rows)
    return table(told.reader.say("training.page.part.calendar"), columns, rows)


def lecturers(placed: Placed, told: Told) -> str:
    """Who lectures: own ranks by member, and how many from outside."""
    say = told.reader.say
    parts = [say("training.lecturer.own", member=told.member(m), n=n)
             for m, n in placed.own.items()]  # fmt: skip
    if placed.hired:
        parts.append(say("training.lecturer.hired", n=placed.hired))
    return ", ".join(parts) or told.reader.plain(None)


def online_table(calendar: Calendar, told: Told) -> Table:
    """Courses taken at one's own pace."""
    courses = [c.id for c in told.programme.courses if c.form is Form.ONLINE]
    rows = []
    for course in courses:
        come = {m: calendar.online.get((course, m), 0) for m in told.members}
        if any(come.values()):
            rows.append(
                (Cell(told.course(course)), told.count(sum(come.values())),
                 Cell(told.by_member(come)))
            )  # fmt: skip
    columns = told.columns(("course", "participants", "from"), ("participants",))
    return table(told.reader.say("training.online.title"), columns, rows)


def unmet_table(unmet: Iterable[Unmet], told: Told) -> Table:
    """Who has no place, and what would make one."""
    say = told.reader.say
    rows = (
        (
            Cell(told.course(each.course), key=each.course),
            Cell(told.member(each.organisation)),
            told.count(each.persons),
            Cell(told.half(each.by)),
            Cell(" ".join(say(f"training.reason.{reason}") for reason in each.reasons)),
        )
        for each in sorted(unmet, key=lambda u: (told.course(u.course), u.organisation, u.by))
    )
    columns = told.columns(("course", "member", "persons", "due", "reason"), ("persons",))
    return table(say("training.unmet.title"), columns, rows, say("training.unmet.how"))


def renewals_table(renewals: Iterable[Renewal], told: Told) -> Table:
    """What runs out, and when; a small group of one unit is told as fewer than five."""
    say = told.reader.say
    rows = (
        (
            Cell(each.month),
            Cell(told.course(each.course), key=each.course),
            Cell(_whose(each, told)),
            _few(each, told),
            Cell(say("training.late" if each.late else "training.coming")),
        )
        for each in renewals
    )
    columns = told.columns(("month", "course", "who", "persons", "state"), ("persons",))
    return table(say("training.renewals.title"), columns, rows, say("training.renewals.how"))


def orders_table(told: Told) -> Table:
    """Places that are ordered, by course and half-year; few of one unit as fewer than five.

    Nothing is summed: a sum would tell what few of a unit are.
    """
    found: dict[tuple[CourseId, Half], list[Ordered]] = {}
    for each in told.programme.ordered:
        found.setdefault((each.course, each.by), []).append(each)
    named = sorted(found.items(), key=lambda item: (told.course(item[0][0]), item[0][1]))
    rows = (
        (
            Cell(told.course(course), key=course),
            Cell(told.half(by)),
            Cell(", ".join(f"{_whose(each, told)} {_few(each, told).text}" for each in orders)),
        )
        for (course, by), orders in named
    )
    say = told.reader.say
    columns = told.columns(("course", "due", "persons"))
    return table(say("training.orders.title"), columns, rows, say("training.orders.how"))


def _whose(each: Renewal | Ordered, told: Told) -> str:
    return told.unit(each.unit) if each.unit else told.member(each.organisation)


def _few(each: Renewal | Ordered, told: Told) -> Cell:
    if each.unit and each.persons < PRIVACY_FLOOR:
        return Cell(told.reader.say("training.fewer", n=PRIVACY_FLOOR))
    return told.count(each.persons)


def aims_table(calendar: Calendar, told: Told) -> Table:
    """What decides, in its order, what was reached and what is proved."""
    say = told.reader.say
    rows = (
        (
            Cell(say(f"training.aim.{aim.name}")),
            told.count(aim.value),
            Cell(
                say("training.proved")
                if aim.proved
                else say("training.proved_to", bound=told.reader.number(aim.bound))
            ),
        )
        for aim in calendar.aims
    )
    columns = told.columns(("aim", "value", "proof"), ("value",))
    return table(say("training.aims.title"), columns, rows, say("training.aims.how"))


def hosting_table(calendar: Calendar, told: Told) -> Table:
    """Who has hosted how often, before this year and in it."""
    say, before = told.reader.say, told.programme.hosted
    rows = (
        (
            Cell(told.member(member)),
            told.count(before.get(member, 0)),
            told.count(count - before.get(member, 0)),
            told.count(count),
        )
        for member, count in calendar.hosted.items()
    )
    columns = told.columns(("member", "before", "this_year", "together"),
                           ("before", "this_year", "together"))  # fmt: skip
    return table(say("training.hosting.title"), columns, rows, say("training.hosting.how"))


def beside(left_out: Iterable[str], unwanted: Iterable[CourseId], told: Told) -> Iterator[str]:
    """What is not in the tables: units left out, courses nobody asks for."""
    reader = told.reader
    if units := [told.unit(unit) for unit in left_out]:
        yield reader.say("training.left_out", units=reader.list(units))
    if courses := [told.course(course) for course in unwanted]:
        yield reader.say("training.unwanted", courses=", ".join(courses))
