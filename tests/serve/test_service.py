"""The whole service as it runs: asked by hand, and looked at in a browser."""

import gzip
import json
import shutil

import pytest
from playwright.sync_api import expect
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from tests.journeys.running import settle
from tests.serve.served import ROOT, serving


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    folder = tmp_path_factory.mktemp("service")
    shutil.copytree(ROOT / "mappings/solvik", folder / "mappings/solvik")
    (folder / "secret.yaml").write_bytes((ROOT / "tests/cases/ward.yaml").read_bytes())
    with serving(folder, "mappings") as found:
        yield found


def test_every_answer_carries_its_headers(service):
    for path in ("/", "/nothing/here", "/static/js/none.js", "/_stcore/host-config"):
        headers = service.ask(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "script-src 'self'" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store" or path.startswith("/static/")
        assert not headers["content-type"].startswith("text/") or headers["content-type"].endswith(
            "charset=utf-8"
        )
        assert "server" not in headers
        assert "access-control-allow-origin" not in headers


def test_files_are_packed(service):
    page = service.ask("/").body.decode()
    script = page.split('<script type="module" crossorigin src=".')[1].split('"')[0]
    plain, packed = service.ask(script), service.ask(script, Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 2


def test_health_is_that_a_page_can_talk_and_documents_are_there(service):
    found = service.ask("/health")
    assert found.status == 200
    assert json.loads(found.body) == {"websocket": True, "documents": True}


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        *(("/_stcore/metrics", "GET", 404), ("/_stcore/agent/openapi.json", "GET", 404)),
        *(("/media/f34a819d4ce82efa2dac8c5d33c22924.pdf", "GET", 404), ("/", "POST", 405)),
        *(("/", "TRACE", 405), ("/static/", "GET", 404)),
        *(("/_stcore/upload_file/a/b", "PUT", 403), ("/%2e%2e/secret.yaml", "GET", 404)),
    ],
)
def test_what_is_closed_is_closed(service, path, method, status):
    assert service.ask(path, method).status == status


def test_another_name_for_this_server_is_not_answered(service):
    assert service.ask("/", Host="evil.example").status == 421
    assert service.ask("/", Host=f"localhost:{service.port}").status == 200


def test_too_large_is_refused_whether_it_is_told_before_or_not(service):
    cookie = service.ask("/").cookie
    large = b"x" * 3_000_000
    path = "/_stcore/upload_file/a/b"
    assert service.ask(path, "PUT", large, Cookie=cookie).status == 413
    chunks = iter([large])
    try:
        status = service.ask(path, "PUT", chunks, Cookie=cookie).status
    except OSError:
        status = 413  # cut off while it was sent
    assert status >= 400


def _talks(service, *, cookie, origin):
    headers = {"Cookie": cookie} if cookie else {}
    address = f"ws://127.0.0.1:{service.port}/_stcore/stream"
    try:
        with connect(address, additional_headers=headers, origin=origin, proxy=None):
            return True
    except WebSocketException:
        return False


def test_only_our_own_page_may_talk(service):
    cookie, own = service.ask("/").cookie, service.address
    assert _talks(service, cookie=cookie, origin=own)
    assert not _talks(service, cookie="", origin=own)
    assert not _talks(service, cookie=cookie, origin="https://evil.example")
    assert not _talks(service, cookie=cookie, origin=None)


def test_who_asks_too_often_waits(tmp_path):
    (tmp_path / "mappings").mkdir()
    limits = "burst = 10\nrequests_per_second = 1\nsessions = 1\n"
    with serving(tmp_path, "mappings", limits=limits, public="https://kart.example.no") as found:
        first = found.ask("/")
        lasting = first.headers["strict-transport-security"]
        assert lasting == "max-age=31536000; includeSubDomains"
        page_s = found.ask("/_stcore/health").headers["set-cookie"]
        assert page_s.startswith("_streamlit_xsrf=")
        assert page_s.endswith("SameSite=Strict; Secure")
        assert "__Host-taskmap=" in first.cookie
        statuses = [found.ask("/", Cookie=first.cookie).status for _ in range(14)]
        assert 429 in statuses
        assert statuses[0] == 200
        own = "https://kart.example.no"
        headers = {"Cookie": first.cookie}
        address = f"ws://127.0.0.1:{found.port}/_stcore/stream"
        with connect(address, additional_headers=headers, origin=own, proxy=None):
            assert not _talks(found, cookie=first.cookie, origin=own)


@pytest.mark.browser
def test_a_page_works_inside_it_and_its_files_are_for_it_alone(service, browser):
    context = browser.new_context(locale="sv-SE", viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.set_default_timeout(60_000)
    refused = []
    page.on(
        "console", lambda told: refused.append(told.text) if "Content Security" in told.text else 0
    )
    page.goto(f"{service.address}/exchange?unit=havblikk-2")
    settle(page)
    assert page.evaluate("document.documentElement.lang") == "sv"
    expect(page.locator("h2").first).to_be_visible()
    assert [told for told in refused if "Content Security" in told] == []
    with page.expect_download() as taken:
        page.locator("[class*=st-key-out_] button").last.click()
    assert b"havblikk-2" in taken.value.path().read_bytes()
    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert "havblikk" not in kept.lower()
    path = taken.value.url.removeprefix(service.address)
    made = context.request.get(taken.value.url)
    assert made.status == 200
    assert made.headers["content-disposition"].startswith('attachment; filename="havblikk-2')
    assert made.headers["content-security-policy"].endswith("sandbox")
    assert made.headers["cache-control"] == "no-store"
    assert service.ask(path).status == 404
    assert service.ask(path, Cookie=service.ask("/").cookie).status == 404
    page.goto(f"{service.address}/mapping?unit=../secret.yaml")
    settle(page)
    assert "Liten post" not in page.content()
    context.close()


def test_the_log_holds_no_addresses_of_what_was_looked_at(service):
    service.ask("/mapping?unit=havblikk-2")
    assert "havblikk" not in service.log.read_text()
