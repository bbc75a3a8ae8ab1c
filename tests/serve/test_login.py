"""Logging in at a real provider on this machine, asked by hand: what lets nobody in."""

import time
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from taskmap.model.event import Deed
from taskmap.serve.discovery import Discovery, ProviderError
from taskmap.workspace import auditing
from tests.serve.provider import CLIENT, SECRET


@pytest.fixture
def person():
    with requests.Session() as session:
        session.headers["Accept-Language"] = "nb"
        yield session


def walk(desk, person, path="/"):
    """From a page to the provider and back, as a browser goes."""
    return person.get(desk.address + path, timeout=30)


def name(person):
    return person.cookies.get("taskmap")


def talks(service, cookie):
    """Whether a page would be heard, rather than sent away."""
    address = f"ws://127.0.0.1:{service.port}/_stcore/stream"
    headers = {"Cookie": f"taskmap={cookie}", "taskmap-session": "made-up"}
    with connect(address, additional_headers=headers, origin=service.address, proxy=None) as way:
        try:
            said = ForwardMsg.FromString(way.recv(timeout=0.3))
        except TimeoutError:
            return True
        assert said.auth_redirect.url == "/login/over"
        with pytest.raises(ConnectionClosed):
            way.recv(timeout=5)
        return False


def test_nobody_gets_anything_without_having_logged_in(desk, provider):
    for path in ("/", "/mapping?unit=havblikk-2", "/?code=x&state=y"):
        asked = desk.ask(path)
        assert asked.status == 303
        assert asked.headers["location"].startswith("/login")
        assert "set-cookie" not in asked.headers
    made_up = "taskmap=" + "x" * 43
    assert desk.ask("/media/f34a819d4ce82efa2dac8c5d33c22924.pdf", Cookie=made_up).status == 404
    assert desk.ask("/_stcore/upload_file/a/b", "PUT", Cookie=made_up).status == 403
    assert not talks(desk, "x" * 43)
    assert desk.ask("/health").body == b'{"websocket": true, "documents": true}'


def test_who_logs_in_comes_back_to_the_page_asked_for_with_a_new_name(desk, provider, person):
    came = walk(desk, person, "/mapping?unit=havblikk-2")
    assert came.status_code == 200
    assert came.url == f"{desk.address}/mapping?unit=havblikk-2"
    (asked,) = [each for each in provider.asked if isinstance(each, dict)]
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert len(asked["nonce"]) >= 40
    assert len(asked["state"]) >= 40
    assert asked["redirect_uri"] == f"{desk.address}/login/back"
    assert talks(desk, name(person))
    told = {"Cookie": f"taskmap={name(person)}"}
    assert desk.ask("/_stcore/upload_file/another-page/x", "PUT", **told).status == 403
    token, setting = name(person), came.history[-1].headers["set-cookie"]
    assert f"taskmap={token}; Path=/; HttpOnly; SameSite=Lax" in setting
    assert not [told for told in (came.text, setting) if SECRET in told or "eyJ" in told]


def test_a_name_somebody_had_before_the_login_opens_nothing_after_it(desk, provider, person):
    person.cookies.set("taskmap", "f" * 43, domain="127.0.0.1", path="/")
    walk(desk, person)
    first = name(person)
    assert first != "f" * 43
    assert not talks(desk, "f" * 43)
    person.get(f"{desk.address}/login", timeout=30)
    assert name(person) == first  # who is in is not sent off again


@pytest.mark.parametrize(
    "changed",
    [
        *({"nonce": "other"}, {"aud": "other"}, {"iss": "https://evil.example"}, {"exp": 1}),
        *({"iat": 4_000_000_000}, {"sub": ""}, {"aud": [CLIENT, "x"]}, {"events": {}}),
    ],
)
def test_a_token_that_does_not_fit_lets_nobody_in(desk, provider, person, changed):
    provider.changed = changed
    came = walk(desk, person)
    assert came.status_code == 403
    assert "Du ble ikke logget inn" in came.text
    assert name(person) is None


def test_a_foreign_signature_or_issuer_lets_nobody_in(desk, provider, person):
    provider.signs = provider.other
    assert walk(desk, person).status_code == 403
    provider.back()
    provider.answer = {"iss": "https://evil.example"}
    assert walk(desk, person).status_code == 403
    assert name(person) is None


@pytest.mark.parametrize(
    "claims",
    [
        {"taskmap_scope": ["everything"]},
        {"roles": ["department_head"]},
        {"roles": ["nurse"], "taskmap_scope": ["everything"]},
        {"roles": ["reader"], "taskmap_scope": ["havblikk-2"]},
    ],
)
def test_who_has_no_role_or_no_unit_is_told_so(desk, provider, person, claims):
    provider.claims = claims
    came = walk(desk, person)
    assert came.status_code == 403
    assert "Du har ikke tilgang til Taskmap" in came.text
    assert name(person) is None


def test_what_a_provider_says_of_itself_is_its_own_and_lies_where_it_was_named(provider):
    def now():
        return datetime.now(UTC)

    assert Discovery(provider.issuer, now).about()["issuer"] == provider.issuer
    with pytest.raises(ProviderError, match="issuer"):
        Discovery(f"{provider.issuer}/", now).about()
    with pytest.raises(ProviderError, match="JSONDecodeError"):  # led on, and not gone along
        Discovery(f"{provider.issuer}/moved", now).about()


def _on_the_way(desk, person, page="/"):
    """The provider's answer to somebody, not yet taken back to the desk."""
    sent = person.get(f"{desk.address}/login?next={page}", allow_redirects=False, timeout=30)
    answer = person.get(sent.headers["location"], allow_redirects=False, timeout=30)
    return answer.headers["location"]


def test_an_answer_is_taken_once_and_only_from_the_browser_that_asked(desk, provider, person):
    back = _on_the_way(desk, person)
    stranger = requests.get(back, timeout=30)
    assert stranger.status_code == 400
    assert "taskmap=" not in stranger.headers.get("set-cookie", "")
    state = parse_qs(urlsplit(back).query)["state"][0]
    assert person.get(back.replace(state, "x" * 43), timeout=30).status_code == 400
    assert person.get(back, timeout=30).status_code == 200
    assert person.get(back, timeout=30).status_code == 400


def test_a_login_leads_to_no_other_place(desk, provider, person):
    back = _on_the_way(desk, person, "//evil.example/x")
    came = person.get(back, allow_redirects=False, timeout=30)
    assert came.headers["location"] == "/"


def test_the_provider_ends_a_session_at_once_and_by_its_own_word_alone(desk, provider, person):
    walk(desk, person)
    there = f"{desk.address}/login/ended"
    spoiled = [
        provider.logout(aud="other"),
        provider.logout(events={}),
        provider.logout(nonce="n"),
        provider.logout(iat=1, exp=None),
        provider.signed({"sub": provider.subject}),
        "",
    ]
    provider.signs = provider.other
    spoiled.append(provider.logout())
    provider.signs = provider.key
    for token in spoiled:
        assert requests.post(there, {"logout_token": token}, timeout=30).status_code == 400
    assert requests.get(there, timeout=30).status_code == 405
    other = provider.logout(sid="elsewhere")
    assert requests.post(there, {"logout_token": other}, timeout=30).status_code == 200
    assert talks(desk, name(person))
    token = provider.logout()
    assert requests.post(there, {"logout_token": token}, timeout=30).status_code == 200
    assert not talks(desk, name(person))
    walk(desk, person)
    requests.post(there, {"logout_token": token}, timeout=30)  # a second time it means nothing
    assert talks(desk, name(person))


def test_the_log_says_why_and_holds_no_token_name_or_content(desk, provider, person):
    provider.changed = {"nonce": "other", "name": "Kari Nordmann"}
    walk(desk, person)
    forged = "x%0D%0Alogin refused: forged"
    person.get(f"{desk.address}/login/back?state={forged}&error={forged}", timeout=30)
    requests.post(f"{desk.address}/login/ended", {"logout_token": "x\nforged"}, timeout=30)
    log = desk.log.read_text()
    assert "login refused: refused (nonce)" in log
    assert "login refused: stale (state)" in log
    assert "forged" not in log
    for secret in ("eyJ", "Nordmann", SECRET, provider.subject, "havblikk"):
        assert secret not in log


def test_the_trail_tells_who_came_and_left_by_the_providers_id(desk, provider, person):
    provider.subject = "9c1d-77"
    walk(desk, person)
    there = f"{desk.address}/login/ended"
    requests.post(there, {"logout_token": provider.logout()}, timeout=30)
    provider.claims = {"roles": ["reader"]}
    walk(desk, person)
    told = []
    for _ in range(50):
        every = auditing.events(desk.log.parent / "mappings")
        told = [event for event in every if event.who == provider.subject]
        if len(told) == 3:
            break
        time.sleep(0.1)
    assert {(event.deed, event.roles, event.code) for event in told} == {
        (Deed.LOGGED_IN, ("department_head",), None),
        (Deed.LOGGED_OUT, ("department_head",), None),
        (Deed.REFUSED, ("reader",), "access.denied"),
    }
