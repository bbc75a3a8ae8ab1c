"""The columns of every table, with what kind of value each holds."""

TEXT, WHOLE, NUMBER, FLAG = "text", "whole", "number", "flag"

Columns = dict[str, str]

PLACE: Columns = {"file": TEXT, "unit": TEXT}
UNIT: Columns = {
    "name": TEXT,
    "organisation": TEXT,
    "country": TEXT,
    "setting": TEXT,
    "illustrative": FLAG,
    "tasks": WHOLE,
    "roles": WHOLE,
}
# Values of the strict order's first levels, in the units of the question's price for ``price``.
LEVELS: Columns = {
    f"{name}_{when}": WHOLE
    for name in ("breach", "missed", "over", "price")
    for when in ("today", "plan")
}
MINUTES: Columns = {
    f"{name}_minutes": WHOLE
    for name in ("relieved", "taken_on", "supervision", "handover", "training", "net")
}
COURSES: Columns = {
    "role": TEXT,
    "competence": TEXT,
    "course": TEXT,
    "persons": WHOLE,
    "hours_per_person": NUMBER,
    "kroner_per_person": NUMBER,
}
FINDINGS: Columns = {
    **PLACE,
    "severity": TEXT,
    "code": TEXT,
    "line": WHOLE,
    "column": WHOLE,
    "field": TEXT,
    "values": TEXT,  # as JSON
}
SUGGEST: dict[str, Columns] = {
    "units": {
        **UNIT,
        "status": TEXT,
        "moves": WHOLE,
        "repairs": WHOLE,
        "relieved_minutes": WHOLE,
        "net_minutes": WHOLE,
        "persons_trained": WHOLE,
        "gap": NUMBER,
        **LEVELS,
        "mapping_hash": TEXT,
        "catalogue_hash": TEXT,
        "question_hash": TEXT,
    },
    "moves": {
        "kind": TEXT,
        "task": TEXT,
        "giver": TEXT,
        "receiver": TEXT,
        "share": NUMBER,
        "occurrences": NUMBER,
        **MINUTES,
        "price_saved": WHOLE,
    },
    "trainings": COURSES,
}
HOURS: Columns = {f"{name}_minutes": WHOLE for name in ("at_hand", "full", "room", "other", "load")}
WORKLOAD: dict[str, Columns] = {
    "units": {**UNIT, **HOURS},
    "needs": {
        "role": TEXT,
        "current_fte": NUMBER,
        "required_fte": NUMBER,
        "difference_fte": NUMBER,
        "ratio": NUMBER,
    },
    "loads": {"role": TEXT, "band": TEXT, **HOURS},
}
BUDGET: dict[str, Columns] = {
    "units": {
        **UNIT,
        "posts": NUMBER,
        "price_today": WHOLE,
        "price_without": WHOLE,  # the best plan that asks for nothing of the pool
        "price_plan": WHOLE,
        "freed_minutes": WHOLE,
        "freed_by_pool_minutes": WHOLE,
        "saved_kroner_a_year": NUMBER,
        "saved_by_pool_kroner_a_year": NUMBER,
        "places": WHOLE,
    },
    "grants": {
        "role": TEXT,
        "competence": TEXT,
        "course": TEXT,
        "persons": WHOLE,
        "places": WHOLE,
    },
}
# Without a figure where it is about few people, or follows from such figures and others.
COMPARE: dict[str, Columns] = {
    "units": {
        **UNIT,
        "source": TEXT,
        "posts": NUMBER,
        "at_hand_minutes": WHOLE,
        "served": TEXT,
        "served_number": NUMBER,
        "tells_who": FLAG,
        "minutes": NUMBER,
        "above_minutes": NUMBER,
        "gap": NUMBER,
        "left_out": FLAG,
    },
    "levels": {"level": WHOLE, "minutes": NUMBER},
    "groups": {"group": TEXT, "minutes": NUMBER},
    "matrix": {"level_today": WHOLE, "effective_level": WHOLE, "minutes": NUMBER},
    "tasks": {
        "task": TEXT,
        "library": TEXT,
        "matched": TEXT,
        "in_parts": FLAG,
        "called": TEXT,  # ids in the unit, as JSON
        "role": TEXT,
        "level": WHOLE,
        "count": NUMBER,
        "minutes": NUMBER,
        "minutes_each": NUMBER,
        "measured": FLAG,
        "roles": TEXT,  # parts of the count by role, as JSON
        "reasons": TEXT,  # as JSON
        **{
            f"{figure}_{per}": NUMBER
            for per in ("per_post", "per_served", "per_1000_hours")
            for figure in ("count", "minutes")
        },
    },
    "unmatched": {"called": TEXT, "name": TEXT},
}
TOGETHER: Columns = {
    "task": TEXT,
    "library": TEXT,
    "group": TEXT,
    "follows_work": FLAG,
    "units": WHOLE,
    "units_timed": WHOLE,
    "minutes_each": NUMBER,
}
EXAMPLES: Columns = {
    **PLACE,
    "task": TEXT,
    "library": TEXT,
    "called": TEXT,
    "role": TEXT,
    "level": WHOLE,
    "share": NUMBER,
    "instead": TEXT,  # roles that do the rest, as JSON
    "reasons": TEXT,
}
VARIATION: Columns = {
    "task": TEXT,
    "library": TEXT,
    "why": TEXT,
    "per": TEXT,
    "times": NUMBER,
    **{
        f"{side}_{name}": kind
        for side in ("more", "less")
        for name, kind in {
            "unit": TEXT,
            "role": TEXT,
            "level": WHOLE,
            "count": NUMBER,
            "minutes": NUMBER,
            "minutes_each": NUMBER,
            "reasons": TEXT,
        }.items()
    },
}
SHAPES = {"suggest": SUGGEST, "workload": WORKLOAD}
