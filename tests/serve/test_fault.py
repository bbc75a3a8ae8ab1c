"""A fault on a page: told in words, written down without what the exception says."""

import logging

from streamlit.testing.v1 import AppTest


def _page():
    from taskmap.serve import fault  # noqa: PLC0415 - a page's own script

    try:
        raise ValueError("".join(reversed("tlatrof rah iraK")))  # noqa: TRY301
    except ValueError as error:
        fault.told(error)


def test_a_fault_is_told_with_a_number_that_the_log_has_and_content_that_it_has_not(caplog):
    with caplog.at_level(logging.ERROR, logger="taskmap"):
        page = AppTest.from_function(_page, default_timeout=120).run()
    assert not page.exception
    (shown,) = page.error
    (written,) = caplog.messages
    number = written.split()[1].rstrip(":")
    assert number in shown.value
    assert "ValueError" in written
    assert "in _page" in written
    assert "Kari" not in written + shown.value


def _refusing():
    from taskmap.errors import AccessDenied  # noqa: PLC0415 - a page's own script
    from taskmap.serve import fault  # noqa: PLC0415

    fault.told(AccessDenied(action="edit"))


def test_what_somebody_may_not_do_is_no_fault_and_is_told_in_words(caplog):
    page = AppTest.from_function(_refusing, default_timeout=120).run()
    (shown,) = page.error
    assert "do not have access" in shown.value
    assert not [each for each in caplog.records if each.name == "taskmap"]
