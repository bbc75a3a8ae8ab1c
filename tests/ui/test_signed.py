"""In which role somebody signs: one that is known, whatever the address says."""

import pytest
from streamlit.testing.v1 import AppTest


def signs() -> None:
    import streamlit as st  # noqa: PLC0415 - a script of its own

    from taskmap.ui import state  # noqa: PLC0415

    st.text(state.signed().who)


@pytest.mark.parametrize(
    ("by", "who"),
    [("sykepleier", "sykepleier"), ("Kari Nordmann", "leader"), ("x" * 9999, "leader")],
)
def test_an_address_puts_no_name_in_the_versions(by, who):
    page = AppTest.from_function(signs)
    page.query_params["by"] = by
    assert page.run().text[0].value == who
