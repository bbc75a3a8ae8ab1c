"""Tables on a page."""

from streamlit.testing.v1 import AppTest

from taskmap.language import LANGUAGES, reader


def _empty():
    from taskmap.present.table import Column, Table  # noqa: PLC0415 - runs by itself
    from taskmap.ui.parts import tables  # noqa: PLC0415

    nothing = Table("hours", (Column("level"), Column("hours", figures=True)), ())
    tables.paper(nothing)
    tables.show(nothing, "hours")


def test_a_table_of_nothing_is_told_in_the_readers_words_and_not_drawn():
    for language in LANGUAGES:
        at = AppTest.from_function(_empty, default_timeout=60)
        at.query_params["lang"] = language
        at.run()
        assert not at.exception
        assert not at.table
        assert [told.value for told in at.markdown] == [reader(language).say("ui.table_empty")] * 2
