"""A week's registration: hours per activity become tasks, and what does not sum is named."""

from taskmap.exchange.headers import guess
from taskmap.exchange.matching import Matching, SheetMatch
from taskmap.model.amount import Basis
from tests.exchange.units import brought_in, kept, opened, words
from tests.sheets.made import rows

WEEK = (
    ("Registrering uke 42",),
    ("Aktivitet", "Timer dag", "Timer kveld", "Timer natt", "Sum"),
    ("Stell og pleie", "40,5", 20, 10, 70.5),
    ("Medisiner", 12, 6, 2, 21),
    ("Kjøkken", 14, 7, None, 21),
    ("Sum direkte", 66.5, 33, 12, 111.5),
    ("Totalt", 66.5, 33, 12, 113.5),
)


def week(*lines):
    """The registration, all of it done by one role."""
    book, _ = opened(rows(*lines), "uke.xlsx")
    (match,) = guess(book, words()).sheets
    given = SheetMatch(
        sheet=match.sheet,
        holds="tasks",
        header=match.header,
        columns=match.columns,
        given={"today": "Sykepleier"},
    )
    return brought_in(rows(*lines), "uke.xlsx", matching=Matching((given,)))


def test_a_weeks_registration_becomes_tasks():
    told = week(*WEEK)
    care = kept(told)["stell-og-pleie"]
    assert care.count.by_band == {"dag": 40.5, "kveld": 20, "natt": 10}
    assert (care.minutes.likely, care.minutes.basis) == (60, Basis.MEASURED)
    assert set(kept(told)) == {"stell-og-pleie", "medisiner", "kjøkken"}
    assert told.mapping.registered_total.hours == 113.5
    assert told.left_out == ()


def test_parts_that_do_not_sum_are_named_and_not_corrected():
    told = week(*WEEK)
    by_row = {row.name: row.findings for row in told.rows}
    (finding,) = [f for f in by_row["Uke 42!4"] if f.code == "import.row_sum"]
    assert dict(finding.values) == {"parts": 20, "total": 21, "difference": 1}
    assert (finding.place.line, finding.place.column) == (4, 5)
    (differs,) = [f for f in by_row["Uke 42!7"] if f.code == "registered_total.differs"]
    assert differs.values == {"parts": 111.5, "total": 113.5, "difference": 2.0}
    notes = {f.code for f in told.findings}
    assert {"import.total_row", "import.subtotal_row"} <= notes


def test_hours_and_times_give_the_minutes_of_one_time():
    head = ("Aktivitet", "Antall", "Timer per uke", "Tidsrom")
    told = week(head, ("Stell", 30, 10, "Dag"))
    assert kept(told)["stell"].minutes.likely == 20
    assert kept(told)["stell"].count.by_band == {"dag": 30}


def test_hours_by_role_give_shares():
    head = ("Aktivitet", "Timer sykepleier", "Timer helsefagarbeider", "Tidsrom")
    told = brought_in(rows(head, ("Stell", 10, 30, "Dag")), "uke.xlsx")
    assert kept(told)["stell"].today["dag"] == {"sykepleier": 0.25, "helsefagarbeider": 0.75}
    assert kept(told)["stell"].count.by_band == {"dag": 40}


def test_a_share_column_above_one_counts_in_per_cent():
    head = ("Oppgave", "Dag", "Minutter", "Sykepleier", "Helsefagarbeider")
    lines = [("A", 7, 5, 25, 75), ("B", 7, 5, 1, 99), ("C", 7, 5, "40 %", "60 %")]
    tasks = kept(brought_in(rows(head, *lines), "uke.xlsx"))
    assert tasks["b"].today["dag"] == {"sykepleier": 0.01, "helsefagarbeider": 0.99}
    assert tasks["c"].today["dag"] == {"sykepleier": 0.4, "helsefagarbeider": 0.6}


def test_hours_of_a_registration_may_name_their_stretch_of_time():
    head = ("Aktivitet", "Timer", "Tidsrom")
    told = week(head, ("Stell", "1,5 t i uka", "Dag"), ("Bad", "2 x 15 min daglig", "Dag"))
    tasks = kept(told)
    assert tasks["stell"].count.by_band == {"dag": 1.5}
    assert tasks["bad"].count.by_band == {"dag": 3.5}
