"""Every finding about an import: its code and the values it carries."""

_UNKNOWN = ("value", "nearest")

CODES: dict[str, tuple[str, ...]] = {
    # a cell is not understood
    "import.number": ("value",),
    "import.date": ("value",),
    "import.clock": ("value",),
    "import.choice": ("value", "allowed"),
    "import.name": _UNKNOWN,
    "import.notation": ("value",),
    "import.said_twice": ("value",),
    "import.every_mixed": ("value",),
    # what a row leaves unsaid
    "import.who_evenly": ("value",),
    "import.by_day": ("sheet", "count", "when"),
    # a row has no place
    "import.no_name": (),
    "import.other_unit": ("value", "unit"),
    "import.task_missing": ("value",),
    "import.part_missing": ("value",),
    # what is read otherwise than as a task
    "import.total_row": ("sheet", "value"),
    "import.subtotal_row": ("sheet", "value"),
    "import.row_sum": ("parts", "total", "difference"),
    # the file and its matching
    "import.nothing_understood": (),
    "import.too_many_rows": ("count", "most"),
    "import.sheet_missing": ("value",),
    "import.sheet_unused": ("sheet",),
    "import.column_missing": ("sheet", "value"),
    "import.column_unused": ("sheet", "value"),
    # the unit as it was
    "import.tasks_gone": ("count", "tasks"),
    "import.chain_gone": ("value",),
}
