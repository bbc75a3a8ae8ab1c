"""Every code this room emits, with the names of the values it carries."""

# Findings about a mapping. Hours are hours a week with decimals, shares are 0 to 1.
CODES: dict[str, tuple[str, ...]] = {
    # A completely mapped role uses less than 70 % or more than 115 % of its full hours.
    "workload.used_share": ("role", "share", "load_hours", "full_hours", "low", "high"),
    # A role has mapped work in a band where it has no hours.
    "workload.no_hours": ("role", "band", "load_hours"),
    # A role has more mapped work in a band than full hours.
    "workload.overload": ("role", "band", "load_hours", "full_hours"),
    # The staffing plan and the posts give different hours (both known; told, not judged).
    "workload.roster_differs": ("role", "rostered_hours", "computed_hours"),
}

# Assumptions told with every answer.
NOTES: dict[str, tuple[str, ...]] = {
    # No factor written: these other roles are taken to use the same minutes.
    "workload.factor_one": ("tasks",),
    # The unit's or a published sick leave figure stands in for so many roles.
    "workload.sick_leave_published": ("share", "source", "roles"),
    # No working time profile written for these roles: the catalogue's usual one.
    "workload.profile_usual": ("roles",),
    # The hours of these roles are assumed: no staffing plan or source gives them.
    "workload.hours_assumed": ("roles", "hours"),
    # No division over the week written for these roles: as their mapped work falls.
    "workload.bands_as_work": ("roles",),
    # The mapping of these roles is partial: the rest of their room is fixed load.
    "workload.partial": ("roles",),
}
