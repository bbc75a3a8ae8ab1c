"""Somebody else's sheet: guessed, confirmed, previewed, and never imported silently."""

import pytest

from taskmap.catalogue import load
from taskmap.errors import ImportHasErrors, RowsLeftOut
from taskmap.exchange import outgoing
from taskmap.exchange.headers import guess
from taskmap.exchange.intake import MOST_ROWS
from taskmap.exchange.matching import Matched, Matching, SheetMatch, read_matching, write_matching
from taskmap.exchange.preview import State, imported
from taskmap.exchange.telling import rows_table
from taskmap.language import reader
from taskmap.model.amount import Duration
from tests.exchange.units import NOTHING, WARD, brought_in, errors, kept, mapping, opened, words
from tests.sheets.made import rows

HEAD = ("Oppgave", "Antall per dag", "Tidsrom", "Minutter per gang", "Utføres av")
LIST = (
    ("Oppgaver på avdelingen",),
    HEAD,
    ("Løfte", "3", "Dag", "20 min", "Sykepleier"),
    ("Tørke støv", 2, "Kveld", "0,5 t", "Helsefagarbeider"),
    ("Bad", "annenhver uke", "dag", "1 t 15 min", "Sykepleier: 25 %; helsefagarbeider: 75 %"),
)


def guessed(*lines):
    book, _ = opened(rows(*lines), "liste.xlsx")
    (match,) = guess(book, words()).sheets
    return match.header, [(c.means, c.of, c.unit, c.every) for c in match.columns]


def test_units_and_decimal_commas_are_understood():
    told = brought_in(rows(*LIST), "liste.xlsx")
    tasks = kept(told)
    assert told.left_out == ()
    assert tasks["løfte"].count.by_band == {"dag": 21.0}
    assert tasks["løfte"].minutes.likely == 20
    assert tasks["løfte"].name == "Løfte"
    assert tasks["tørke-støv"].minutes.likely == 30
    assert tasks["bad"].count.by_band == {"dag": 0.5}
    assert tasks["bad"].minutes.likely == 75
    assert tasks["bad"].today == {"dag": {"sykepleier": 0.25, "helsefagarbeider": 0.75}}


@pytest.mark.parametrize("title", ["Hjelpepleier", "omsorgsarbeider", "HFA", "Hfa."])
def test_an_older_title_and_one_in_short_are_read_as_the_role_it_is_called_now(title):
    told = brought_in(rows(HEAD, ("Løfte", "3", "Dag", "20 min", title)), "liste.xlsx")
    assert kept(told)["løfte"].today == {"dag": {"helsefagarbeider": 1.0}}


@pytest.mark.parametrize(
    ("language", "name"),
    [("nb", "Spesialsykepleier"), ("sv", "Specialistsjuksköterska"), ("en", "Specialist nurse")],
)
def test_a_role_that_nobody_has_a_post_as_is_told_by_its_name(language, name):
    told = brought_in(rows(HEAD, ("Løfte", "3", "Dag", "20 min", "Spesialsykepleier")), "a.xlsx")
    (cells,) = [
        row for row in rows_table(told, reader(language)).rows if row[-1].key == "role.not_staffed"
    ]
    assert name in cells[-1].text
    assert "spesialsykepleier»" not in cells[-1].text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (("Arbetsuppgift", "Timmar per vecka", "Yrkesgrupp", "Kommentar"), ("a", 1, "b", "c")),
            [("name", "", "", ""), ("hours", "", "", "week"), ("today", "", "", ""),
             ("note", "", "", "")],
        ),
        (
            (("Oppgave", "Hvor lenge", "Hvor ofte", "Hvem"), ("a", "20 min", "3 per dag", "c")),
            [("name", "", "", ""), ("minutes.likely", "", "", ""), ("count", "", "", ""),
             ("today", "", "", "")],
        ),
        (
            (("Uppgift", "Hur länge", "Hur ofta", "Vem"), ("a", "20 min", "3 per dag", "c")),
            [("name", "", "", ""), ("minutes.likely", "", "", ""), ("count", "", "", ""),
             ("today", "", "", "")],
        ),
        (
            (("Task", "Minutes", "Frequency", "Sykepleier %", "Helsefagarbeider %"),),
            [("name", "", "", ""), ("minutes.likely", "", "minutes", ""), ("count", "", "", ""),
             ("today.roles", "sykepleier", "percent", ""),
             ("today.roles", "helsefagarbeider", "percent", "")],
        ),
        (
            (("AKTIVITET", "Timer Dag", "Timer kveld", "Timer natt", "Sum"),),
            [("name", "", "", ""), ("hours", "dag", "", ""), ("hours", "kveld", "", ""),
             ("hours", "natt", "", ""), ("total", "", "", "")],
        ),
        (
            (("Gjøremål", "Varighet (timer)", "Dag", "Kveld"),),
            [("name", "", "", ""), ("minutes.likely", "", "hours", ""),
             ("count.bands", "Dag", "", ""), ("count.bands", "Kveld", "", "")],
        ),
    ],
)  # fmt: skip
def test_columns_are_guessed_in_three_languages(lines, expected):
    header, columns = guessed(*lines)
    assert header == 1
    assert columns == expected


def test_what_is_not_imported_is_told():
    told = brought_in(rows(*LIST[:1], (*HEAD, "Fødselsdag"), (*LIST[2], "3.3")), "liste.xlsx")
    unused = [f for f in told.findings if f.code == "import.column_unused"]
    assert [(f.values["value"], f.place.column) for f in unused] == [("Fødselsdag", 6)]
    gone = next(f for f in told.findings if f.code == "import.tasks_gone")
    assert gone.values["count"] == 4


@pytest.mark.parametrize(
    "who",
    ["Helsefagarbeider / Sykepleier", "sykepleier og helsefagarbeider",
     "Sykepleier+Helsefagarbeider", "Helsefagarbeider & sykepleier",
     "Sykepleier, helsefagarbeider", "Sykepleier eller Helsefagarbeider"],
)  # fmt: skip
def test_several_roles_in_a_cell_share_equally_and_it_is_told(who):
    told = brought_in(rows(HEAD, ("Røre", "3", "Dag", 5, who)), "liste.xlsx")
    assert told.left_out == ()
    assert kept(told)["røre"].today == {"dag": {"sykepleier": 0.5, "helsefagarbeider": 0.5}}
    (found,) = told.rows[0].findings
    assert (found.code, found.severity, found.place.column) == ("import.who_evenly", "warning", 5)


def test_three_roles_make_a_hundred_and_a_part_that_is_no_role_is_named():
    who = "Sykepleier/helsefagarbeider/sykehjemslege"
    told = brought_in(rows(HEAD, ("Røre", "3", "Dag", 5, who)), "liste.xlsx")
    assert sorted(kept(told)["røre"].today["dag"].values()) == [0.33, 0.33, 0.34]
    told = brought_in(rows(HEAD, ("Røre", "3", "Dag", 5, "Sykepleier / Sykeplier")), "liste.xlsx")
    assert errors(told) == [("import.name", "Uke 42!2", 5)]
    assert told.rows[0].findings[0].values["value"] == "Sykeplier"


def test_a_count_of_no_band_is_counted_by_day_and_it_is_told():
    head = ("Oppgave", "Hvor ofte", "Minutter per gang", "Utføres av")
    lines = (("Røre", "3 per dag", 5, "Sykepleier"), ("Sy", "1 i uka", 5, "Sykepleier"))
    told = brought_in(rows(head, *lines), "liste.xlsx")
    assert told.left_out == ()
    assert [task.count.by_band for task in told.mapping.tasks] == [{"dag": 21.0}, {"dag": 1.0}]
    (found,) = [f for f in told.findings if f.code == "import.by_day"]
    assert (found.values["count"], found.values["when"]) == (2, ("Dag",))


def test_one_bad_row_changes_nothing_until_it_is_accepted():
    bad = ("Røre", "mange", "Dag", 5, "Sykepleier")
    told = brought_in(rows(*LIST, bad), "liste.xlsx")
    assert told.left_out == ("Uke 42!6",)
    assert errors(told) == [("amount.not_understood", "Uke 42!6", 2)]
    with pytest.raises(RowsLeftOut) as refused:
        imported(told)
    assert refused.value.values["rows"] == ("Uke 42!6",)
    with pytest.raises(RowsLeftOut):
        imported(told, {"Uke 42!5"})
    assert imported(told, {"Uke 42!6"}) == imported(brought_in(rows(*LIST), "liste.xlsx"))


def test_every_kind_of_mistake_names_its_cell():
    lines = [
        ("A", 1, "Dag", "lenge", "Sykepleier"),
        ("B", 1, "Formiddag", 5, "Sykepleier"),
        ("C", 1, "Dag", 5, "Sykeplier"),
        ("D", 1, "Dag", 5, "Sykepleier: 50 %; Helsefagarbeider: 40 %"),
        ("E", 1, "Dag", -5, "Sykepleier"),
        (None, 1, "Dag", 5, "Sykepleier"),
    ]
    told = brought_in(rows(*LIST[:3], *lines), "liste.xlsx")
    assert errors(told) == [
        ("amount.not_understood", "Uke 42!4", 4),
        ("import.name", "Uke 42!5", 3),
        ("import.name", "Uke 42!6", 5),
        ("today.sum", "Uke 42!7", 5),
        ("number.range", "Uke 42!8", 4),
        ("import.no_name", "Uke 42!9", None),
    ]
    nearest = [f.values.get("nearest") for row in told.rows for f in row.findings]
    assert "Sykepleier" in nearest


def test_a_row_whose_parent_is_left_out_goes_with_it():
    head = ("Oppgave", "Del av", "Dag", "Minutter", "Utføres av")
    lines = [
        ("Stell", None, None, None, None),
        ("Vask", "Stell", 7, 5, "Sykepleier"),
        ("Dusj", "Bading", 7, 5, "Sykepleier"),
    ]
    told = brought_in(rows(head, *lines), "liste.xlsx")
    assert told.left_out == ("Uke 42!4",)
    assert kept(told)["vask"].parent == "stell"


def test_a_formula_without_a_value_is_a_mistake_where_it_is_asked_for():
    told = brought_in(rows(*LIST[:2], ("Løfte", "=1+1", "Dag", 20, "Sykepleier")), "liste.xlsx")
    assert ("sheets.formula_without_value", "Uke 42!3", 2) in errors(told)


def test_tasks_alike_in_name_get_ids_of_their_own():
    told = brought_in(rows(*LIST[:3], LIST[2]), "liste.xlsx")
    assert [task.id for task in told.mapping.tasks] == ["løfte", "løfte-2"]


def test_what_the_file_has_no_column_for_stays_as_the_unit_has_it():
    head = ("Oppgave", "Id", "Minutter")
    told = brought_in(rows(head, ("Ny frokost", "morgenstell", 33)), "liste.xlsx")
    before, after = mapping(WARD).by_task["morgenstell"], kept(told)["morgenstell"]
    assert (after.minutes.likely, after.name) == (33, "Ny frokost")
    assert (after.cases, after.count, after.today) == (before.cases, before.count, before.today)
    assert [row.state for row in told.rows] == [State.CHANGED]


def test_pasted_cells_go_the_same_way():
    text = "\n".join("\t".join(map(str, line)) for line in LIST)
    assert imported(brought_in(text.encode(), "lim.tsv")) == imported(
        brought_in(rows(*LIST), "liste.xlsx")
    )


def test_a_file_of_another_unit_is_not_imported_by_mistake():
    data = outgoing.workbook(mapping(WARD), load(mapping(WARD).unit.country), reader("nb"))
    told = brought_in(data, "ut.xlsx", NOTHING, unit="annen-post")
    assert ("import.other_unit", "Enhet!2", 1) in errors(told)
    with pytest.raises(ImportHasErrors):
        imported(told, told.left_out)


def test_a_sheet_nothing_is_known_of_is_told():
    told = brought_in(rows(("xyz", "zyx"), (1, 2)), "liste.xlsx")
    assert "import.nothing_understood" in [f.code for f in told.findings]
    with pytest.raises(ImportHasErrors):
        imported(told)


MATCH = Matching(
    (
        SheetMatch(
            sheet="Uke 42",
            holds="tasks",
            header=1,
            columns=(
                Matched(letters="C", header="Hva vi gjør", means="name"),
                Matched(letters="B", header="", means="count", of="", every="day"),
                Matched(letters="A", header='Så "lenge": #1', means="minutes.likely", unit="hours"),
            ),
            given={"band": "Dag", "today": "Sykepleier"},
        ),
    )
)


def test_a_matching_is_written_and_read_back():
    text = write_matching(MATCH)
    assert read_matching(text, file="match.yaml") == (MATCH, ())


def test_a_matching_finds_its_columns_where_they_stand_now():
    lines = [('Så "lenge": #1', None, "Hva vi gjør"), (0.5, 2, "Løfte")]
    assert kept(brought_in(rows(*lines), "a.xlsx", matching=MATCH))["løfte"].minutes.likely == 30
    moved = [(), ("Hva vi gjør", 2, 'Så "lenge": #1'), ("Løfte", 2, 0.5)]
    told = brought_in(rows(*moved), "a.xlsx", matching=MATCH)
    assert kept(told)["løfte"].count.by_band == {"dag": 14.0}


def test_a_column_that_is_gone_is_an_error():
    told = brought_in(rows(("Hva", None), ("Løfte", 2)), "a.xlsx", matching=MATCH)
    missing = [f.values["value"] for f in told.findings if f.code == "import.column_missing"]
    assert missing == ["Hva vi gjør", 'Så "lenge": #1']
    assert told.text is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("taskmap: columns/2\nsheets: []\n", "document.kind"),
        (write_matching(MATCH).replace("means: name", "means: nme"), "choice.unknown"),
        (write_matching(MATCH).replace("holds: tasks", "holds: work"), "choice.unknown"),
        (write_matching(MATCH).replace("header: 1", "heder: 1"), "key.unknown"),
        ("- x\n", "type.table"),
    ],
)
def test_mistakes_in_a_matching_are_told(text, code):
    matching, findings = read_matching(text, file="match.yaml")
    assert matching is None
    assert code in [f.code for f in findings]


def test_a_sum_row_without_hours_is_left_out_and_holds_nothing():
    told = brought_in(rows(*LIST, ("Sum", "", "", "75 min", "")), "liste.xlsx")
    codes = [f.code for f in told.findings]
    assert "import.subtotal_row" in codes
    assert "import.total_row" not in codes
    assert len(kept(told)) == 3
    assert told.mapping.registered_total is None


def test_a_range_of_minutes_and_both_in_one_cell_come_to_their_places():
    told = brought_in(
        rows(
            HEAD,
            ("A", "3 om dagen", "Dag", "15\N{EN DASH}20", "Sykepleier"),
            ("B", "3 om dagen, 20 min", "Dag", None, "Sykepleier"),
            ("C", None, "Dag", "1,5 t i uka", "Sykepleier"),
        ),
        "liste.xlsx",
    )
    tasks = kept(told)
    assert errors(told) == []
    assert tasks["a"].minutes == Duration(15, 17.5, 20)
    assert (tasks["b"].count.by_band, tasks["b"].minutes.likely) == ({"dag": 21}, 20)
    assert (tasks["c"].count.by_band, tasks["c"].minutes.likely) == ({"dag": 1}, 90)


def test_what_two_cells_say_is_said_twice():
    line = ("A", "3 om dagen", "Dag", "20 min 2 ganger om dagen", "Sykepleier")
    told = brought_in(rows(*LIST, line), "liste.xlsx")
    assert errors(told)[0] == ("import.said_twice", "Uke 42!6", 4)


@pytest.mark.parametrize("hidden", ["\x07", "\u202e", "\ufeff"])
def test_a_hidden_character_is_told_at_its_cell_and_takes_only_its_row(hidden):
    lines = [HEAD, LIST[2], (f"Ba{hidden}d", 3, "Dag", 5, "Sykepleier")]
    text = "\n".join(";".join(map(str, line)) for line in lines)
    told = brought_in(text.encode(), "liste.csv")
    assert [(code, column) for code, _, column in errors(told)] == [("yaml.control_character", 1)]
    assert "løfte" in kept(told)


def test_a_volume_without_its_number_is_told_at_its_row():
    match = SheetMatch(
        sheet="Uke 42",
        holds="volumes",
        header=1,
        columns=(
            Matched(letters="A", header="Hva", means="volume"),
            Matched(letters="B", header="Antall", means="number"),
        ),
    )
    lines = (("Hva", "Antall"), ("beds", 24), ("residents", None))
    told = brought_in(rows(*lines), "a.xlsx", matching=Matching((match,)))
    assert errors(told) == [("value.empty", "Uke 42!3", None)]
    assert told.text is None


def test_more_rows_than_a_unit_can_have_are_refused_at_once():
    told = brought_in(rows(("Oppgave",), *((f"Stell {n}",) for n in range(MOST_ROWS))), "x.xlsx")
    assert (told.rows, told.text) == ((), None)
    assert [f.code for f in told.findings] == ["import.too_many_rows"]
