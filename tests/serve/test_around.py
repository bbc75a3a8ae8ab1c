"""What lies around Streamlit, each part by itself: paths, allowances, browsers, the page."""

import sys

import pytest
from starlette.datastructures import Headers
from streamlit.proto.BackMsg_pb2 import BackMsg

from taskmap.errors import ExtraMissing
from taskmap.serve.allowance import Allowance
from taskmap.serve.assembled import assembled
from taskmap.serve.browsers import MOST_FILES, Browsers
from taskmap.serve.login_settings import Login
from taskmap.serve.page import Page, PageChangedError
from taskmap.serve.settings import Settings
from taskmap.serve.talking import addressed, is_act, without_click
from taskmap.serve.ways import Kind, way

FILE = "f34a819d4ce82efa2dac8c5d33c22924.pdf"


@pytest.mark.parametrize(
    "path",
    [
        *("/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/agent/openapi.json"),
        *("/_stcore/script-health-check", "/_stcore", "/_stcore/", "/component/x/index.html"),
        *("/app/static/x", "/auth/login", "/oauth2callback", "/~/x", "/a/b", "/x.php", "/media/"),
        *("/static/../../etc/passwd", "/media/..%2f/../x", "/static\\x", "/x\x00", "/.git/config"),
    ],
)
def test_what_is_not_ours_is_closed(path):
    assert way(path, 2).kind is Kind.CLOSED


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        *(("/", Kind.PAGE), ("/mapping", Kind.PAGE), ("/static/js/a.js", Kind.OWN_FILE)),
        *((f"/media/{FILE}", Kind.MADE), ("/_stcore/upload_file/a/b", Kind.SENT)),
        *(("/_stcore/stream", Kind.TALK), ("/health", Kind.HEALTH)),
    ],
)
def test_what_the_pages_need_is_open(path, kind):
    assert way(path, 2).kind is kind


def test_only_a_file_somebody_hands_in_may_be_large():
    assert way("/_stcore/upload_file/a/b", 3).most > 3_000_000
    assert way("/mapping", 3).most < 100_000


def test_so_many_at_once_and_so_many_a_second_for_each():
    time = 0.0
    allowance = Allowance(3, 2, lambda: time)
    assert [allowance.take("a") for _ in range(4)] == [True, True, True, False]
    assert allowance.take("b")
    time = 0.6
    assert [allowance.take("a") for _ in range(2)] == [True, False]
    time = 100.0
    assert [allowance.take("a") for _ in range(4)] == [True, True, True, False]


def _field(text, after):
    """A text as Protocol Buffers write it, with the field that follows."""
    return b"\x0a" + bytes([len(text)]) + text.encode() + after


@pytest.mark.parametrize("after", [b"", b"\x12\x00", b"8\x01", b"0abc", b'" style="'])
def test_a_file_is_fetched_by_the_browser_it_was_made_for(after):
    browsers = Browsers(secure=False)
    mine, other = browsers.new(), browsers.new()
    path = f"/media/{FILE}"
    assert not browsers.may_fetch(mine, path)
    browsers.told(mine, b"\x08\x96\x01" + _field(path, after))
    assert browsers.may_fetch(mine, path)
    assert not browsers.may_fetch(other, path)
    assert not browsers.may_fetch(None, path)


def test_what_was_made_long_ago_is_let_go_of():
    browsers = Browsers(secure=False)
    mine = browsers.new()
    for number in range(MOST_FILES + 1):
        browsers.told(mine, b"/media/%032d.png " % number)
    assert not browsers.may_fetch(mine, f"/media/{0:032d}.png")
    assert browsers.may_fetch(mine, f"/media/{MOST_FILES:032d}.png")


@pytest.mark.parametrize("cookies", ["", "taskmap=", "taskmap=short", "other=x", "taskmap=a b;"])
def test_who_has_no_name_of_ours_is_nobody(cookies):
    assert Browsers(secure=False).known(cookies) is None


def test_the_cookie_is_for_the_server_alone_and_bound_to_tls_where_there_is():
    plain, secure = Browsers(secure=False), Browsers(secure=True)
    assert plain.set_cookie("x").endswith("HttpOnly; SameSite=Strict")
    assert secure.set_cookie("x") == "__Host-taskmap=x; Path=/; HttpOnly; SameSite=Strict; Secure"


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        *(("lang=sv", "nb", "sv"), ("unit=a&lang=nb", None, "nb"), ("lang=xx", "sv-SE", "sv")),
        *(("", "nn-NO,nb;q=0.8", "nb"), ("", None, "en"), ('lang="><script>', "nb", "nb")),
    ],
)
def test_the_page_says_its_language_and_our_name(query, accepted, language):
    text = Page().text(query, accepted).decode()
    assert f'<html lang="{language}">' in text
    assert "<title>Taskmap</title>" in text
    assert "agent/openapi" not in text


def test_another_streamlit_with_another_page_is_noticed():
    with pytest.raises(PageChangedError):
        Page("<html><title>x</title></html>")


def test_only_scripts_of_our_own_run():
    policy = Page().policy()
    assert "script-src 'self' blob: 'sha256-" in policy
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "http" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def _clicked():
    said = BackMsg()
    said.rerun_script.query_string = "unit=a"
    widget = said.rerun_script.widget_states.widgets.add()
    widget.id, widget.string_value = "name", "typed"
    said.rerun_script.fragment_id = "part"
    return {"type": "websocket.receive", "bytes": said.SerializeToString()}


def test_what_somebody_does_after_the_end_takes_no_effect():
    message = _clicked()
    assert is_act(message)
    left = BackMsg.FromString(without_click(message)["bytes"]).rerun_script
    assert left.query_string == "unit=a"
    assert not left.widget_states.widgets
    assert not left.fragment_id


def test_what_a_browser_says_by_itself_is_no_click_and_is_not_heard_after_the_end():
    beat = BackMsg(app_heartbeat=True).SerializeToString()
    for said in (beat, b"\xff\xff", b"", None):
        message = {"type": "websocket.receive", "bytes": said}
        assert not is_act(message)
        assert without_click(message) is None


def test_a_page_knows_its_session_from_the_service_alone_and_gets_no_others_remains():
    browsers = Browsers(secure=False)
    mine, other = browsers.new(), browsers.new()
    browsers.begun(mine, "page-1")
    ways = (b"sec-websocket-protocol", b"streamlit, xsrf, page-1")
    scope = {"headers": [(b"taskmap-session", b"made up"), (b"Taskmap-Session", b"too"), ways]}
    for token, kept in ((mine, "streamlit, xsrf, page-1"), (other, "streamlit, xsrf")):
        headers = Headers(raw=addressed(scope, "key", token, browsers)["headers"])
        assert headers.getlist("taskmap-session") == ["key"]
        assert headers["sec-websocket-protocol"] == kept


def test_a_login_without_what_speaks_to_a_provider_is_told_as_that(monkeypatch, tmp_path):
    monkeypatch.delitem(sys.modules, "taskmap.serve.entrance", raising=False)
    monkeypatch.delitem(sys.modules, "taskmap.serve.provider", raising=False)
    monkeypatch.setitem(sys.modules, "authlib.integrations.requests_client", None)
    login = Login(issuer="https://id.example.no", client_id="taskmap")
    settings = Settings(documents=tmp_path, public="https://kart.example.no", login=login)
    with pytest.raises(ExtraMissing) as told:
        assembled(settings, tmp_path / "app.py")
    assert told.value.values["extra"] == "auth"
