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
SHAPES = {"suggest": SUGGEST, "workload": WORKLOAD}
