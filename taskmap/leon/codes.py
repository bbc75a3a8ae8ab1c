"""Codes a plan carries beside those of the gates, with the names of their values."""

CODES: dict[str, tuple[str, ...]] = {
    # What stopped more of a move in a band, or holds a task that every other gate lets go.
    # The receiver is full in every band where the work falls.
    "plan.full": ("role",),
    # The receiver's mapping is partial: the rest of its hours count as used.
    "plan.not_mapped": ("role",),
    # The receiver has no hours in the bands where the work falls.
    "plan.no_hours": ("role",),
    # Those who hold the competence have no more hours, and training more does not pay.
    "plan.trained": ("role",),
    # Whoever must supervise has no more hours.
    "plan.supervisor": ("role",),
    # A part stays so that at least two persons can do it.
    "plan.two_capable": ("role",),
    # Too few occurrences to keep somebody in practice, or no more time among those who are.
    "plan.practice": ("role",),
    # It fits and is allowed, but does not lower the price once all it costs is counted in.
    "plan.no_gain": ("role",),
    # The number of changed tasks asked for is used up.
    "plan.limit": ("role", "tasks"),
    # The question takes a dearer plan for fewer changed tasks, and this one saves too little.
    "plan.few_moves": ("role", "share"),
    # It would relieve less than the smallest move.
    "plan.small": ("role", "minutes"),
    # It is kept together with tasks that cannot move.
    "plan.together": ("role", "tasks"),
    # The question holds the task as it is, or keeps this role out of it.
    "plan.pinned": ("role",),
    "plan.forbidden": ("role",),
    # A cap or budget of the question is used up.
    "plan.capped": ("role",),
    # Of another way of doing a task: another of them is taken instead; the question holds the task;
    # the changes asked for are used up; nothing holds it, but the plan is no better with it.
    "plan.way_other": (),
    "plan.way_pinned": (),
    "plan.way_limit": ("tasks",),
    "plan.way_no_better": (),
    # Assumptions.
    # People who hold several competences of a task are taken to be the same people.
    "assumed.nested": ("tasks",),
    # Training days already set aside are used first for the plan's courses.
    "assumed.training_days": ("roles",),
    # Windows of the day are written; the plan counts in bands.
    "assumed.windows": ("tasks",),
    # Courses carry the learners' hours; those of own lecturers are not in the catalogue.
    "assumed.lecturers": (),
    # Supervision that ends is counted over the horizon; while it lasts it takes more.
    "assumed.first_weeks": ("by", "minutes", "mean_minutes", "weeks"),
    # The risk, competence or law of this answer was not known and taken as allowed.
    "assumed.unknown_open": (),
    # A running cost is taken as already decided, and is not part of the price of time.
    "assumed.running_cost": ("roles",),
    # Rows that today breaks: relaxed to today's value, and not allowed to get worse.
    "relaxed.capacity": ("role", "band", "minutes"),
    "relaxed.trained": ("role", "competence", "band", "minutes"),
    "relaxed.prerequisite": ("role", "competence", "first", "persons"),
    "relaxed.two_capable": ("leaf", "persons"),
    "relaxed.practice": ("role", "leaf", "times", "least"),
    "relaxed.practice_hours": ("role", "leaf", "band", "minutes"),
    "relaxed.indivisible": ("leaf", "band"),
    "relaxed.one_role": ("leaf",),
    "relaxed.keep_together": ("tasks", "band"),
}

# Told only of what stopped more of a move: which limit of the question.
CUTS: dict[str, tuple[str, ...]] = {
    "plan.cap_role": ("role",),
    "plan.cap_leaf": ("role",),
    "plan.budget": ("role",),
}
