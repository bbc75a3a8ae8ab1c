"""Two services beside each other, behind the real proxy with the settings that are shipped."""

import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
import requests
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from taskmap.serve.discovery import Discovery, ProviderError
from tests.serve.provider import CLIENT, SECRET, providing
from tests.serve.served import ROOT, Served, free_port, serving

pytestmark = pytest.mark.full
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def _certificate(folder):
    """A certificate for this machine, in a file, with its key in another."""
    made = [folder / "certificate", folder / "certificate_key"]
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-out", made[0], "-keyout", made[1]),
        ],
        check=True,
        capture_output=True,
    )
    return made[0]


@contextmanager
def _proxy(folder, port, plain, one, two):
    """The shipped settings of nginx, with this machine's ports and places."""
    text = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    swaps = {
        "listen 443": f"listen 127.0.0.1:{port}",
        "listen 80": f"listen 127.0.0.1:{plain}",
        "server one:8501": f"server 127.0.0.1:{one.port}",
        "server two:8501": f"server 127.0.0.1:{two.port}",
        "/run/secrets": str(folder),
        "/tmp/nginx.pid": str(folder / "nginx.pid"),  # noqa: S108
        "taskmap.example.no": "127.0.0.1",
        "$host;": "$http_host;",  # since the port is not 443
    }
    for shipped, here in swaps.items():
        assert shipped in text
        text = text.replace(shipped, here)
    file = folder / "nginx.conf"
    file.write_text(text, encoding="utf-8")
    with (folder / "nginx.log").open("wb") as log:
        running = subprocess.Popen(
            [NGINX, "-p", folder, "-c", file, "-e", "stderr", "-g", "daemon off;"], stderr=log
        )
    try:
        assert _until(lambda: _listens(port)), (folder / "nginx.log").read_text()
        yield
    finally:
        running.terminate()
        running.wait(timeout=20)


def _listens(port):
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def _until(holds):
    for _ in range(50):
        if holds():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A provider, two services over one folder, and the proxy's address and certificate."""
    if NGINX is None or shutil.which("openssl") is None:
        pytest.skip("no nginx or no openssl on this machine")
    folder = tmp_path_factory.mktemp("town")
    shutil.copytree(ROOT / "mappings/solvik", folder / "mappings/solvik")
    (folder / "secret.txt").write_text(f"{SECRET}\n")
    port, plain = free_port(), free_port()
    public = f"https://127.0.0.1:{port}"
    certificate = _certificate(folder)
    with providing() as provider:
        provider.back()
        login = f'issuer = "{provider.issuer}"\nclient_id = "{CLIENT}"\n'
        login += f'client_secret_file = "{folder / "secret.txt"}"\n'
        places = [folder / "first", folder / "second"]
        for each in places:
            each.mkdir()
        documents = folder / "mappings"
        with (
            serving(places[0], documents, public=public, login=login) as one,
            serving(places[1], documents, public=public, login=login) as two,
            _proxy(folder, port, plain, one, two),
        ):
            yield provider, public, certificate, (one, two), plain


@contextmanager
def _person(certificate):
    with requests.Session() as session:
        session.verify = str(certificate)
        session.trust_env = False
        yield session


def _at(person):
    return person.cookies.get("__Host-taskmap_at")


def _talks(person, public, certificate):
    """Whether a page would be heard, rather than refused or sent away."""
    told = "; ".join(f"{each.name}={each.value}" for each in person.cookies)
    trusted = ssl.create_default_context(cafile=str(certificate))
    address = public.replace("https", "wss") + "/_stcore/stream"
    headers = {"Cookie": told}
    try:
        with connect(
            address, ssl=trusted, additional_headers=headers, origin=public, proxy=None
        ) as way:
            said = ForwardMsg.FromString(way.recv(timeout=0.5))
    except WebSocketException:
        return False
    except TimeoutError:
        return True
    return not said.HasField("auth_redirect")


def test_everybody_stays_where_they_came_in_and_leaves_wherever_they_are(town):
    provider, public, certificate, *_ = town
    with _person(certificate) as first, _person(certificate) as second:
        people = [first, second]
        assert first.get(f"{public}/mapping", timeout=30).status_code == 200
        for _ in range(40):  # until they are in two places
            second.get(f"{public}/mapping", timeout=30)
            if _at(first) != _at(second):
                break
            second.cookies.clear()
        assert {_at(first), _at(second)} == {"one", "two"}
        for person in people:
            stays = [person.get(f"{public}/load?unit=havblikk-2", timeout=30) for _ in range(5)]
            assert [(each.status_code, each.history) for each in stays] == [(200, [])] * 5
            assert _talks(person, public, certificate)
        told = {"logout_token": provider.logout()}
        there = f"{public}/login/ended"
        answer = requests.post(there, told, verify=str(certificate), timeout=30)
        assert answer.status_code == 200
        for person in people:
            assert _until(lambda person=person: not _talks(person, public, certificate))


def test_every_cookie_is_this_hosts_alone_and_what_is_unread_is_never_led_on(town):
    _, public, certificate, _, plain = town
    with _person(certificate) as person:
        came = person.get(f"{public}/mapping", timeout=30)
        kept = [told for each in came.history for told in each.raw.headers.getlist("set-cookie")]
        assert {told.split("=")[0] for told in kept} == {
            "__Host-taskmap",
            "__Host-taskmap-login",
            "__Host-taskmap_at",
        }
        for told in kept:
            assert {"Path=/", "Secure", "HttpOnly"} <= set(told.split("; "))
        long = {"long": "x" * 9_000}  # which the proxy answers by itself
        broken = person.get(public, headers=long, timeout=30)
        assert broken.status_code == 400
        for each in (came, broken):
            lasting = each.raw.headers.getlist("strict-transport-security")
            assert lasting == ["max-age=31536000; includeSubDomains"]
        unread = f"http://127.0.0.1:{plain}"
        led = person.get(f"{unread}/mapping", timeout=30, allow_redirects=False)
        assert (led.status_code, led.headers["location"]) == (301, "https://127.0.0.1/mapping")
        assert person.post(f"{unread}/login/ended", timeout=30).status_code == 403
    asking = ssl.create_default_context(cafile=str(certificate))
    asking.maximum_version = ssl.TLSVersion.TLSv1_2
    asking.set_ciphers("AES128-GCM-SHA256")  # whoever gets the key later reads what was sent
    there = ("127.0.0.1", int(public.rpartition(":")[2]))
    with socket.create_connection(there) as way, pytest.raises(ssl.SSLError):
        asking.wrap_socket(way, server_hostname="127.0.0.1")


def test_a_provider_nobody_vouches_for_is_not_spoken_to(town):
    _, public, *_ = town
    with pytest.raises(ProviderError, match="SSLError"):
        Discovery(public, lambda: datetime.now(UTC)).about()


def test_where_one_is_gone_the_other_takes_over(town):
    _, public, certificate, services, _ = town
    with _person(certificate) as person:
        assert person.get(public, timeout=30).status_code == 200
        here = services[("one", "two").index(_at(person))]
        assert isinstance(here, Served)
        here.stop()
        asked = person.get(f"{public}/load", timeout=60)
        assert asked.status_code == 200
        assert asked.history  # by way of the provider: the session ended with its process
        assert _talks(person, public, certificate)
