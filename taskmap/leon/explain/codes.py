"""Codes of explanations, with the names of their values."""

FREE: dict[str, tuple[str, ...]] = {
    # A local decision that the role may.
    "free.decision": ("leaf", "role"),
    # A signed assessment with measures, of a risk above the limit.
    "free.risk": ("leaf", "role"),
    # A risk nobody has assessed in these hands, found to be within the limit.
    "free.assessment": ("leaf", "role"),
    # A condition the question does not accept, accepted here.
    "free.condition": ("leaf", "role", "condition"),
    # An answer nobody has given; ``reason`` is the ruling's code.
    "free.answer": ("leaf", "role", "reason"),
    # So many persons more who have learned it.
    "free.course": ("role", "competence", "persons"),
    # Full hours more a week, of which the role's ceiling may be filled.
    "free.hours": ("role", "band", "minutes"),
    # Hours the role has, named as free.
    "free.mapped": ("role", "band", "minutes"),
    # The same of a partly mapped role: so many minutes of all it then has are named as free.
    "free.hours_named": ("role", "band", "minutes", "free_minutes"),
    # So many tasks may change.
    "free.limit": ("tasks",),
    # Moves may be as small as this.
    "free.min_move": ("minutes",),
    # The cheapest plan is asked for, not one with fewer changed tasks.
    "free.few_moves": (),
    # Demands of the question taken away.
    "free.pinned": ("leaf",),
    "free.pinned_roles": ("role",),
    "free.forced": ("leaf", "role", "share"),
    "free.taken_out": ("role", "band", "hours"),
    "free.forbidden": ("leaf", "role"),
    "free.forbidden_roles": ("role",),
    "free.forbidden_gates": ("gate",),
    "free.cap_leaf": ("leaf", "share"),
    "free.cap_role": ("role", "minutes"),
    "free.cap_gate": ("gate", "tasks"),
    # Budgets: so much more of them.
    "free.training_kroner": ("cost",),
    "free.training_hours": ("hours",),
    "free.seats": ("course", "persons"),
}

CLASH: dict[str, tuple[str, ...]] = {
    # Demands of the question that cannot all be met, as they stand.
    "clash.pinned": ("leaf",),
    "clash.forced": ("leaf", "role", "share"),
    "clash.forbidden": ("leaf", "role"),
    "clash.cap_leaf": ("leaf", "share"),
    "clash.pinned_roles": ("role",),
    "clash.forbidden_roles": ("role",),
    "clash.cap_role": ("role", "minutes"),
    "clash.forbidden_gates": ("gate",),
    "clash.cap_gate": ("gate", "tasks"),
    "clash.training_kroner": ("cost",),
    "clash.training_hours": ("hours",),
    "clash.seats": ("course", "persons"),
    "clash.registered_floor": ("band", "share"),
    "clash.taken_out": ("role", "band", "hours"),
    "clash.max_changes": ("tasks",),
    # Facts of the unit they clash with: hours of a role, those who know, and what a gate says.
    "clash.hours": ("role", "bands", "minutes"),
    "clash.people": ("role",),
    "clash.gate": ("leaf", "role", "gate"),
    # A way out: as much of a forced move as fits with the rest as asked.
    "clash.fits": ("leaf", "role", "share"),
}

CODES = FREE | CLASH
