"""Every finding about a unit among many that got no answer, with the values it carries."""

CODES: dict[str, tuple[str, ...]] = {
    # The question cannot be met in this unit.
    "batch.impossible": (),
    # The plan failed the exact re-check, so it is not told.
    "batch.not_proved": (),
    # The work limit was met before there was any plan.
    "batch.limit": (),
    # The calculation failed otherwise; the fault is ours.
    "batch.failed": ("fault",),
    # The process that worked on the unit was ended from outside, or by the unit, more than once.
    "batch.died": (),
    # The document was changed or taken away after the run had listed it.
    "batch.changed": (),
    # An example among real units, with which it is not compared.
    "batch.made_up": (),
}
