"""CSV and pasted cells: letters, separators, and text that stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskmap import sheets
from taskmap.sheets.delimited import delimited, separator
from taskmap.sheets.guarded import guarded, unguarded


def read(data, ending=".csv"):
    book, findings = delimited(data, f"uke{ending}", ending)
    return (book.sheets[0].rows if book else None), [f.code for f in findings]


@pytest.mark.parametrize("mark", [";", "\t", ","])
def test_the_separator_is_the_one_that_divides_evenly(mark):
    text = f"Oppgave{mark}Min\nStell, kveld{mark}5\nMat; varm{mark}7\n"
    assert separator(text.replace(", ", " ") if mark == "," else text) == mark


def test_decimal_commas_do_not_divide_cells():
    rows, _ = read("Oppgave;Timer\nStell;1,5\nMat;2,5\nLøft;3,25\n".encode())
    assert rows[1] == ("Stell", "1,5")


def test_what_excel_itself_says_of_the_separator_is_heard():
    assert read(b"sep=,\na,b\nc,d;e;f\n")[0] == ((), ("a", "b"), ("c", "d;e;f"))


def test_letters_of_both_encodings_come_out_right():
    text = "Oppgave;Vær så god\nLøft på sár;5\n"
    assert read(text.encode("utf-8-sig")) == read(text.encode())
    rows, codes = read(text.encode("cp1252"))
    assert rows == read(text.encode())[0]
    assert codes == ["sheets.old_encoding"]
    assert read(text.encode("utf-16"))[0] == rows


def test_a_quotation_mark_that_never_closes_is_told():
    assert read(b'a;b\nc;"d\ne\n') == (None, ["sheets.quote_open"])


def test_line_breaks_and_quotes_inside_cells_stay():
    assert read(b'a;"b\r\n""c"""\n')[0] == (("a", 'b\r\n"c"'),)


def test_pasted_cells_are_divided_by_tabs_alone():
    book, findings = sheets.pasted("Oppgave\tTid\nStell; kveld\t5,5", "lim")
    assert book.sheets[0].rows == (("Oppgave", "Tid"), ("Stell; kveld", "5,5"))
    assert findings == ()


def test_too_many_columns_are_refused_by_cell():
    book, findings = delimited(b";" * 5_000 + b"x", "uke.csv", ".csv")
    assert book is None
    assert (findings[0].code, findings[0].values["cell"]) == ("sheets.too_far_out", "GJI1")


@given(st.text())
def test_guarded_text_comes_back_as_it_was(text):
    assert unguarded(guarded(text)) == text


@given(st.sampled_from("=+-@\t\r|%"), st.text(), st.sampled_from(["", " ", "'", "' ", "''"]))
def test_no_guarded_text_begins_as_a_formula(sign, text, before):
    assert guarded(before + sign + text)[0] == "'"
