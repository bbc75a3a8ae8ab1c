"""The sheets of a mapping's workbook and their columns: one table that writing and reading share.

A column's name is the path of its value below the row's record in the document.
"""

from dataclasses import dataclass
from typing import Final

from taskmap.exchange.cells import (
    Cell,
    Choice,
    Clock,
    Day,
    Days,
    Figure,
    FiguresBy,
    Flag,
    Minutes,
    Missed,
    Name,
    NamesOf,
    Part,
    Said,
    Today,
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column, or one for each band or role.

    Args:
        name: path of the value, with points; also what matchings call it.
        cell: how its values stand in a sheet.
        each: "band" or "role" where there is one column for each of these.
        title: of its words, where they are not those of its name.
    """

    name: str
    cell: Cell
    each: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        """Key of its title."""
        return f"sheet.column.{self.title or self.name}"


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet.

    Args:
        name: what it holds; also what matchings call it.
        columns: from the left.
        within: field of a task that its rows belong to; "" for sheets of their own.
        needs: columns without which a sheet is not taken for this one.
    """

    name: str
    columns: tuple[Column, ...]
    within: str = ""
    needs: tuple[str, ...] = ()

    def column(self, name: str) -> Column | None:
        """The column of a name."""
        return next((column for column in self.columns if column.name == name), None)


_NOTE = Column("note", Said(30))
_RISK = (
    Column("risk.likelihood", Figure()),
    Column("risk.consequence", Figure()),
    Column("risk.signed", Day()),
)
_MINUTES = (
    Column("minutes.likely", Minutes()),
    Column("minutes.low", Minutes()),
    Column("minutes.high", Minutes()),
    Column("minutes.basis", Choice("basis")),
)
_COUNT = (
    Column("count.bands", Figure(), each="band"),
    Column("count.every", Choice("every")),
    Column("count.per", Name("volume")),
)

UNIT: Final = Layout(
    "unit",
    (
        Column("unit.id", Said()),
        Column("unit.name", Said(28)),
        Column("unit.country", Choice("country")),
        Column("unit.setting", Choice("setting")),
        Column("unit.organisation.id", Said()),
        Column("unit.organisation.name", Said(24)),
        Column("date", Day()),
        Column("purpose", Said(30)),
        Column("delete_after", Day()),
        Column("sick_share", Part()),
        Column("strain_weights", FiguresBy("own")),
        Column("illustrative", Flag()),
        Column("source", Said(24)),
        Column("registered_total.hours", Figure()),
        Column("registered_total.source", Said(24)),
        _NOTE,
    ),
    needs=("unit.id",),
)
VOLUMES: Final = Layout(
    "volumes", (Column("volume", Said()), Column("number", Figure())), needs=("volume", "number")
)
BANDS: Final = Layout(
    "bands",
    (
        Column("id", Said()),
        Column("name", Said()),
        Column("days", Days()),
        Column("from", Clock()),
        Column("to", Clock()),
    ),
    needs=("id", "days"),
)
STAFFING: Final = Layout(
    "staffing",
    (
        Column("role", Name("role")),
        Column("persons", Figure()),
        Column("posts", Figure()),
        Column("vacant", Figure()),
        Column("hourly", Figure()),
        Column("hired", Figure()),
        Column("overtime", Figure()),
        Column("hours_profile", Name("profile")),
        Column("mapping", Choice("mapping")),
        Column("bands", FiguresBy("band", share=True), title="band_shares"),
        Column("rostered", FiguresBy("band")),
        Column("support", FiguresBy("own", share=True)),
        Column("allowance_hours", FiguresBy("own")),
        Column("absence.sick_share", Part()),
        Column("absence.other_days", Figure()),
        Column("absence.training_days", Figure()),
        Column("free_hours", FiguresBy("band")),
        Column("ceiling", Part()),
        Column("dedicated", Flag()),
        Column("hours_assumed", Flag()),
        Column("competences", FiguresBy("competence"), title="competences_held"),
        Column("stated_hours", FiguresBy("band")),
        Column("acceptance.office", Said()),
        Column("acceptance.date", Day()),
        Column("acceptance.consent", Flag()),
        Column("running_cost", Figure()),
        _NOTE,
    ),
    needs=("role", "posts"),
)
TASKS: Final = Layout(
    "tasks",
    (
        Column("id", Said()),
        Column("name", Said(34)),
        Column("library", Name("library")),
        Column("group", Name("group")),
        Column("parent", Name("task")),
        *_COUNT,
        *_MINUTES,
        Column("minutes_of", Name("role")),
        Column("factors", FiguresBy("role")),
        Column("today.roles", Part(), each="role"),
        Column("today", Today()),
        Column("missed", Missed()),
        Column("competences", NamesOf("competence")),
        Column("divisible", Flag()),
        Column("one_role_all_bands", Flag()),
        Column("unfinished", Flag()),
        Column("weight_if_missed", Figure()),
        *_RISK,
        Column("window.from", Clock()),
        Column("window.to", Clock()),
        Column("window.movable", Flag()),
        Column("min_volume", Figure()),
        Column("strain", NamesOf("own")),
        Column("rules", NamesOf("rule")),
        Column("tags", NamesOf("own")),
        Column("reason", Said(30)),
        _NOTE,
    ),
    needs=("name",),
)
_OF_TASK = Column("task", Name("task"))
CASES: Final = Layout(
    "cases",
    (
        _OF_TASK,
        Column("id", Said()),
        Column("name", Said(28)),
        Column("share", Part()),
        *_MINUTES,
        Column("competences", NamesOf("competence")),
        *_RISK,
        Column("today", Today()),
    ),
    within="cases",
    needs=("task", "share"),
)
RISK_OF: Final = Layout(
    "risk_of",
    (
        _OF_TASK,
        Column("role", Name("role")),
        Column("likelihood", Figure(), title="risk.likelihood"),
        Column("consequence", Figure(), title="risk.consequence"),
        Column("signed", Day(), title="risk.signed"),
    ),
    within="risk_of",
    needs=("task", "role", "likelihood"),
)
DECISIONS: Final = Layout(
    "decisions",
    (
        _OF_TASK,
        Column("case", Said()),
        Column("alternative", Said()),
        Column("role", Name("role")),
        Column("decision", Choice("decision")),
        Column("date", Day(), title="decided"),
        Column("office", Said()),
        Column("until", Day()),
        Column("conditions", Said(30)),
    ),
    within="decisions",
    needs=("task", "decision"),
)
SUPERVISION: Final = Layout(
    "supervision",
    (
        _OF_TASK,
        Column("by", Name("role")),
        Column("minutes", Minutes(), title="minutes.each"),
        Column("of", Name("role")),
        Column("weeks", Figure()),
    ),
    within="supervision",
    needs=("task", "by"),
)
ALTERNATIVES: Final = Layout(
    "alternatives",
    (
        _OF_TASK,
        Column("id", Said()),
        Column("kind", Choice("kind")),
        Column("name", Said(28)),
        *_COUNT,
        *_MINUTES,
        Column("minutes_of", Name("role")),
        Column("factors", FiguresBy("role")),
        Column("competences", NamesOf("competence")),
        *_RISK,
        Column("one_off_kroner", Figure()),
        Column("one_off_hours", FiguresBy("role")),
        Column("running_kroner", Figure()),
        Column("unit", Said(), title="other_unit"),
        Column("unit_role", Name("role")),
        Column("unit_room", Figure()),
    ),
    within="alternatives",
    needs=("task", "kind"),
)
CHAINS: Final = Layout(
    "chains",
    (
        Column("id", Said()),
        Column("name", Said(28)),
        Column("tasks", NamesOf("task"), title="tasks_in_order"),
        Column("keep_together", Flag()),
        Column("handover_minutes", Minutes()),
    ),
    needs=("tasks",),
)

# In the order of the workbook's tabs; the leader meets the tasks first.
LAYOUTS: Final = (
    TASKS,
    STAFFING,
    BANDS,
    UNIT,
    VOLUMES,
    CASES,
    DECISIONS,
    RISK_OF,
    SUPERVISION,
    ALTERNATIVES,
    CHAINS,
)
BY_NAME: Final = {layout.name: layout for layout in LAYOUTS}
