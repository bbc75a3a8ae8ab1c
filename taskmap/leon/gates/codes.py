"""Every code a gate or a price emits, with the names of the values it carries.

Every ruling's values hold plain data: ``rule`` and ``rules`` are rule ids of the catalogue,
``roles`` role ids, ``competences`` competence ids, ``courses`` course ids, ``tasks`` task ids,
dates ISO text, ``share`` 0 to 1, hours and minutes plain numbers, ``price`` kroner or kronor a
person. The role and task judged stand beside the ruling, not in it.
"""

CODES: dict[str, tuple[str, ...]] = {
    # --- law
    # pass: no special rule covers the task; general duty of sound care, date of the catalogue.
    "law.no_special_rule": ("on",),
    # pass: the role is among those an exclusive rule names.
    "law.named": ("rule", "reference", "on"),
    # pass: an exception in force lets the role do it although another rule reserves the task.
    "law.permitted": ("rule", "reference", "lifts", "on"),
    # pass: a rule with a condition covers the task and the unit meets it for this role.
    "law.condition_met": ("rule", "reference", "needs", "on"),
    # pass: delegated; a local decision in force says so.
    "law.delegated": ("rule", "reference", "lifts", "office", "date", "on"),
    # fail: the law names the roles that may, and this is none of them.
    "law.exclusive": ("rule", "reference", "roles", "on"),
    # the same, but the rule's text was not seen: fail for new moves, unknown for work done today.
    "law.unverified": ("rule", "reference", "roles", "on"),
    # unknown: the rule catalogue does not cover this kind of service.
    "law.not_covered": ("setting", "on"),
    # condition supervise: the named roles keep the decision, others may carry it out.
    "law.carried_out": ("rule", "reference", "needs", "roles", "on"),
    # condition: the named roles may hand it over to anyone individually assessed and taught.
    "law.delegation": ("rule", "reference", "needs", "lifts", "roles", "on"),
    # condition: licensed staff assess whether the patient, family or a machine can do it.
    "law.self_care": ("rule", "reference", "needs", "lifts", "roles", "on"),
    # condition train, supervise or assess: the rule asks for it.
    "law.requires": ("rule", "reference", "needs", "on"),
    # condition decide: less of a task is to be done that these rules speak of.
    "law.less": ("rules",),
    # pass: the same, and a decision names it.
    "law.less_decided": ("rules",),
    # --- policy
    "policy.allowed": ("office", "date"),
    # pass: no decision, but the role does the task here today.
    "policy.practice_today": ("share",),
    # condition decide: allowed with conditions (the unit's own words).
    "policy.conditions": ("office", "date", "conditions"),
    # condition pilot: until a date, or until further notice (None).
    "policy.pilot": ("office", "date", "until"),
    # fail
    "policy.not_allowed": ("office", "date"),
    # condition decide: a decision that has run out.
    "policy.ended": ("office", "date", "until"),
    # condition decide: a decision that is not in force yet.
    "policy.not_yet": ("office", "date"),
    # condition decide: nobody has decided.
    "policy.undecided": (),
    # condition decide: nobody has decided that the task is to be done in this other way.
    "policy.way_undecided": (),
    # condition decide: nobody has decided that the task is to go.
    "policy.stop_undecided": (),
    # fail: neither the library nor practice nor education names the role; a decision would open.
    "policy.not_named": ("roles",),
    # fail: hired for one purpose, and this is none of it; a decision would open.
    "policy.dedicated": (),
    # unknown: patient, family, volunteer or machine without a dated decision with consent.
    "policy.not_opened": ("kind",),
    # --- competence
    # pass: empty on purpose.
    "competence.none_needed": (),
    # pass: so many persons of so many hold what is needed (the scarcest competence).
    "competence.held": ("competences", "persons", "of"),
    # pass: a machine needs no competence; those who fill and check it do.
    "competence.machine": (),
    # condition train: what must be learned, in order; hours and price a person.
    "competence.train": ("competences", "courses", "hours", "price", "today"),
    # unknown: nobody has said what the task needs; what the library suggests.
    "competence.not_stated": ("suggested",),
    # fail: only an education gives it; roles of the unit that have it (may be none).
    "competence.education": ("competences", "roles"),
    # unknown: no course in the catalogue gives it.
    "competence.no_course": ("competences",),
    # unknown: the role has no persons in the mapping who could hold or learn it.
    "competence.nobody": ("competences",),
    # pass: work in another unit, and the role's education gives what it takes.
    "competence.educated": ("competences",),
    # condition decide: work in another unit, which must confirm that its people hold it.
    "competence.elsewhere": ("competences",),
    # unknown: patient, family or volunteer; whether they master it is an individual question.
    "competence.outside_staff": ("competences",),
    # --- risk
    # pass: likelihood, consequence, score, limit; own: scored in these hands.
    "risk.within_limit": ("likelihood", "consequence", "score", "limit", "own"),
    # pass: above the limit, with a signed assessment.
    "risk.signed": ("likelihood", "consequence", "score", "limit", "signed"),
    # condition mitigate
    "risk.above_limit": ("likelihood", "consequence", "score", "limit"),
    # unknown: nobody has scored the task.
    "risk.not_assessed": (),
    # unknown: scored in other hands only, with a consequence above what may stand in.
    "risk.not_assessed_here": ("consequence", "highest"),
    # condition decide: less of a task is to be done that weighs so much (of 5) when left out.
    "risk.less": ("weight",),
    # pass: the same, and a decision names it.
    "risk.less_decided": ("weight",),
    # --- continuity (all pass but one: the plan handles them)
    # fail: records, driving, reports and meetings go with the work they belong to.
    "continuity.follows_work": (),
    "continuity.free": (),
    # moves together with the group's other tasks.
    "continuity.together": ("group", "tasks"),
    # fail: one task of a visit is not done in another way while the others stay.
    "continuity.visit_kept": ("group", "tasks"),
    # a new role in the chain costs so many minutes a week of hand-over.
    "continuity.handover": ("chain", "minutes"),
    # often done, and the role is fewer than two persons.
    "continuity.few_persons": ("persons", "per_week"),
    # --- capacity (of this move alone; the plan decides)
    # pass: free hours a week today in the bands where the work falls.
    "capacity.by_plan": ("free_hours", "needed_hours"),
    # pass: hours in some of the bands only.
    "capacity.some_bands": ("free_hours", "needed_hours", "bands"),
    # fail: no hours at all in the bands where the work falls.
    "capacity.no_hours": ("bands",),
    # unknown: staff minutes each occurrence still takes are not written (0 only when written).
    "capacity.staff_minutes": ("kind",),
}

NOTES: dict[str, tuple[str, ...]] = {
    # No pay figure for the role: the mean of so many roles at the nearest level stands in.
    "price.cost_missing": ("role", "level", "from_level", "roles", "hourly_cost"),
    # Hourly costs come from pay of different years.
    "price.pay_years": ("earliest", "latest"),
    # Scarcity is counted from posts; this role has no post anybody permanent holds: the cap.
    "price.scarcity_capped": ("role", "cap"),
    # An ordinal ladder is treated as a scale: the weight of each level that is used.
    "price.level_scale": ("levels", "weights"),
    # The level of these roles is not verified.
    "price.level_unverified": ("roles",),
}
