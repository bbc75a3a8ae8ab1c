"""A small ward and a small catalogue built by hand, for tests that need every fact in sight."""

from dataclasses import replace
from datetime import date

from taskmap.model.amount import Count, Duration
from taskmap.model.catalogue import (
    Catalogue,
    Competence,
    Course,
    Effect,
    HourlyCost,
    HoursProfile,
    Level,
    Role,
    RoleKind,
    Rule,
    SickLeave,
    TaskGroup,
)
from taskmap.model.judgement import Risk
from taskmap.model.mapping import Mapping
from taskmap.model.question import Question
from taskmap.model.staffing import Staffing
from taskmap.model.task import Task
from taskmap.model.unit import DAYS, Band, Country, Organisation, Setting, Stretch, Unit

ON = date(2026, 11, 1)
QUESTION = Question(as_of=ON)


def _role(name, level, **more):
    return Role(id=name, names={"nb": name}, level=level, **more)


def _rule(name, effect, tags, roles=None, **more):
    return Rule(
        id=name, effect=Effect(effect), tags=tags, roles=roles, reference=f"§ {name}", **more
    )


ROLES = (
    _role("doctor", 7, hourly_cost=HourlyCost(900, "NOK", 2024, "pay")),
    _role("nurse", 6, registered=True, hourly_cost=HourlyCost(420, "NOK", 2024, "pay")),
    _role("worker", 4, hourly_cost=HourlyCost(330, "NOK", 2022, "pay")),
    _role("host", 2, level_verified=False),
    _role("dispenser", 0, kind=RoleKind.TECHNOLOGY),
    _role("patient", 0, kind=RoleKind.SELF),
)
RULES = (
    _rule("GENERAL", "informs", ("all",)),
    _rule("DEATH", "exclusive", ("death",), ("doctor",), delegation="not_allowed"),
    _rule("GIVE", "exclusive", ("give",), ("doctor", "nurse"), delegation="conditional"),
    _rule(
        "DELEGATE",
        "permits",
        ("give",),
        ("nurse",),
        roles_are="delegator",
        exception_to=("GIVE",),
        needs="train",
    ),
    _rule(
        "SELFCARE",
        "permits",
        ("self_care",),
        ("nurse",),
        roles_are="assessor",
        exception_to=("GIVE",),
        needs="assess",
    ),
    _rule("UNSEEN", "exclusive", ("unseen",), ("nurse",), verified=False),
    _rule("OLD", "exclusive", ("old",), ("doctor",), in_force=False),
    _rule("HANDLE", "requires", ("handle",), needs="train"),
    _rule("DECIDE", "exclusive", ("decide",), ("doctor",), delegation="decision_not_carrying_out"),
    _rule("PRESCRIBE", "exclusive", ("prescribe",), ("doctor",)),
    _rule("VACCINATE", "permits", ("vaccinate",), ("nurse",), exception_to=("PRESCRIBE",)),
    _rule(
        "HEARSAY",
        "permits",
        ("prescribe",),
        ("nurse",),
        exception_to=("PRESCRIBE",),
        verified=False,
    ),
    _rule("WISH", "proposal", ("death",), ("host",)),
)
CATALOGUE = Catalogue(
    country="NO",
    on=date(2026, 10, 1),
    roles={role.id: role for role in ROLES},
    levels={n: Level(n, {"nb": f"nivå {n}"}, {}, None) for n in range(9)},
    rules={rule.id: rule for rule in RULES},
    tasks={},
    groups={"care": TaskGroup("care", {"nb": "Stell"}), "kitchen": TaskGroup("kitchen", {})},
    competences={
        "basic": Competence(id="basic", names={}, included_in=("doctor", "nurse", "worker")),
        "medicines": Competence(
            id="medicines", names={}, requires=("basic",), included_in=("doctor", "nurse")
        ),
        "magic": Competence(id="magic", names={}),
    },
    courses={
        "basic_course": Course(id="basic_course", names={}, gives="basic", hours=20, price=500),
        "medicine_course": Course(
            id="medicine_course", names={}, gives="medicines", hours=10, price=1000, valid_years=1
        ),
    },
    hours_profiles={
        "rota": HoursProfile(
            id="rota",
            names={},
            weekly_hours=35.5,
            net_annual_hours=1604.6,
            verified=True,
            estimate=True,
            source=None,
        )
    },
    sources={},
    covered_settings=("nursing_home",),
    default_sick_leave=SickLeave(0.10, {}, "2025", "sick-source"),
    general_duty="GENERAL",
    digest="small",
)


def _band(name, start, end):
    return Band(name, name, (Stretch(DAYS, start, end),))


def staffing(role, hours, persons=5, **more):
    """Staff with these hours a week rostered, by band, wholly mapped."""
    return Staffing(role=role, persons=persons, posts=4.0, rostered=hours, complete=True, **more)


def task(name, count, /, minutes=10, today=None, **more):
    """A task with these counts by band, done by one role today, safe and open unless told."""
    who = {today: 1.0} if isinstance(today, str) else today or {}
    return Task(
        **{
            "id": name,
            "count": Count(count),
            "minutes": Duration(minutes, minutes, minutes),
            "today": dict.fromkeys(count, who),
            "competences": (),
            "risk": Risk(2, 2),
        }
        | more
    )


STAFFING = (
    staffing("doctor", {"day": 10}, persons=1),
    staffing("nurse", {"day": 80, "evening": 40, "night": 20}),
    staffing("worker", {"day": 120, "evening": 60, "night": 20}, competences={"medicines": 2}),
    staffing("host", {"day": 30}, persons=2),
)


def ward(*tasks, chains=(), setting=Setting.NURSING_HOME, staff=STAFFING, **more):
    """A ward with these tasks."""
    unit = Unit(
        id="ward",
        name="Posten",
        country=Country.NO,
        setting=setting,
        organisation=Organisation("org", "Org"),
    )
    bands = (_band("day", 450, 900), _band("evening", 900, 1350), _band("night", 1350, 450))
    return Mapping(
        unit=unit, on=ON, bands=bands, staffing=staff, tasks=tasks, chains=tuple(chains), **more
    )


def asked(**changes):
    """The usual question with changes."""
    return replace(QUESTION, **changes)
