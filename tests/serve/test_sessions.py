"""Who is logged in, for how long, and what ends it; by a clock the test moves."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from taskmap.serve.login_settings import Login
from taskmap.serve.login_ways import login_for, page_after
from taskmap.serve.sessions import Given, RevokedError, Sessions
from taskmap.serve.waiting import SECONDS, Waiting
from taskmap.workspace import AccessRole, Identity, Scope

LOGIN = Login(issuer="https://id.example.no", client_id="taskmap")


def awaited(work):
    """What a coroutine comes to: in a thread of its own, for a browser may have a loop in ours."""
    with ThreadPoolExecutor(1) as hand:
        return hand.submit(asyncio.run, work).result()


class Desk:
    """Sessions, their clock, and a provider that says what the test tells it to."""

    def __init__(self):
        self.time = datetime(2026, 11, 22, 8, tzinfo=UTC)
        self.asked, self.answer, self.ended = 0, self.given, []
        self.sessions = Sessions(LOGIN, self._renew, self.ended.append, lambda: self.time)

    def given(self, minutes=15, subject="7f3a", sid="s", refresh="r"):
        until = self.time + timedelta(minutes=minutes)
        roles = frozenset({AccessRole.READER})
        who = Identity(subject=subject, roles=roles, scope=Scope(everything=True), until=until)
        return Given(identity=who, sid=sid, refresh=refresh)

    async def _renew(self, _given):
        self.asked += 1
        return self.answer()

    def after(self, minutes, token, *, acting=True):
        self.time += timedelta(minutes=minutes)
        return awaited(self.sessions.of(token, acting=acting))


@pytest.fixture
def desk():
    return Desk()


def test_the_provider_is_asked_again_before_its_word_ends(desk):
    token = desk.sessions.begin(desk.given())
    assert desk.after(7, token) is not None
    assert desk.asked == 0
    assert desk.after(1, token) is not None
    assert desk.asked == 1
    assert desk.after(14, token) is not None
    assert desk.asked == 2


def test_without_a_refresh_token_it_ends_when_the_word_does(desk):
    token = desk.sessions.begin(desk.given(refresh=None))
    session = desk.after(14, token)
    assert desk.sessions.identity(session.key) is not None
    assert desk.after(1, token) is None
    assert desk.sessions.identity(session.key) is None
    assert desk.asked == 0


def test_rights_that_are_taken_back_end_it_at_once(desk):
    def revoked():
        raise RevokedError

    token = desk.sessions.begin(desk.given())
    key = desk.after(1, token).key
    desk.answer = revoked
    assert desk.after(7, token) is None
    assert desk.sessions.identity(key) is None


def test_a_provider_that_does_not_answer_ends_it_with_its_word(desk):
    def silent():
        raise OSError

    token = desk.sessions.begin(desk.given())
    desk.answer = silent
    assert desk.after(8, token) is not None
    assert desk.after(0.1, token) is not None
    assert desk.asked == 1  # not once more for each click
    assert desk.after(7, token) is None


def test_who_does_nothing_is_not_logged_in_for_long(desk):
    token = desk.sessions.begin(desk.given())
    for _ in range(3):
        assert desk.after(9, token, acting=False) is not None
    assert desk.after(4, token, acting=False) is None
    assert desk.after(0, token) is None
    assert [who.subject for who in desk.ended] == ["7f3a"]


def test_nobody_is_logged_in_for_more_than_a_days_work(desk):
    token = desk.sessions.begin(desk.given())
    for _ in range(12 * 6 - 1):
        assert desk.after(10, token) is not None
    assert desk.after(10, token) is None


def test_many_clicks_at_once_ask_once(desk):
    token = desk.sessions.begin(desk.given())
    desk.time += timedelta(minutes=8)

    async def clicks():
        return await asyncio.gather(*(desk.sessions.of(token) for _ in range(20)))

    assert all(awaited(clicks()))
    assert desk.asked == 1


@pytest.mark.parametrize(
    ("sid", "subject", "left"),
    [
        *(("s1", "a", {"s2", "s3"}), ("s2", None, {"s1", "s3"})),
        *((None, "a", {"s3"}), ("s1", "b", {"s1", "s2", "s3"})),
    ],
)
def test_the_provider_ends_one_session_or_all_of_somebodys(desk, sid, subject, left):
    held = {
        name: desk.sessions.begin(desk.given(subject=who, sid=name))
        for name, who in (("s1", "a"), ("s2", "a"), ("s3", "b"))
    }
    desk.sessions.end_all(sid=sid, subject=subject)
    assert {name for name, token in held.items() if desk.after(0, token)} == left


def test_every_browser_has_a_name_of_its_own_that_the_service_does_not_keep(desk):
    first, second = desk.sessions.begin(desk.given()), desk.sessions.begin(desk.given())
    assert first != second
    assert desk.after(0, first).key != desk.after(0, second).key
    assert first not in repr(desk.sessions.__dict__)
    assert desk.after(0, desk.after(0, first).key) is None  # a key is no name
    assert desk.after(0, "x" * 43) is None
    assert desk.after(0, None) is None


@pytest.mark.parametrize(
    "page",
    [
        *("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"),
        *("/a/b", "/../x", "\\\\evil", "/x\r\nset-cookie: a=b", "evil.example", "/logged-out", ""),
        *("/login?next=/x", "/" + "x" * 3_000, "/x#y", "/\ta", "http:/x", "///x", None),
    ],
)
def test_a_login_leads_to_no_other_service(page):
    assert page_after(page) == "/"


@pytest.mark.parametrize("page", ["/", "/mapping?unit=havblikk-2&lang=sv", "/?unit=x"])
def test_a_login_leads_back_to_the_page_that_was_asked_for(page):
    path, _, query = page.partition("?")
    assert page_after(page) == page
    assert login_for(path, query).startswith("/login?next=%2F")
    assert login_for("//evil.example", "") == "/login"


def test_an_errand_is_finished_once_by_its_own_browser_and_in_time():
    time = 0.0
    waiting = Waiting(lambda: time)
    errand = waiting.begin("mine", "/mapping")
    assert waiting.finish(errand.state, "other") is None
    assert waiting.finish("guess", "mine") is None
    assert waiting.finish(errand.state, "mine") == errand
    assert waiting.finish(errand.state, "mine") is None
    late = waiting.begin("mine", "/")
    time = SECONDS
    assert waiting.finish(late.state, "mine") is None
    assert len({late.state, late.nonce, late.verifier, errand.state, errand.nonce}) == 5
