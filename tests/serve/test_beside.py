"""Two services beside each other, behind the real proxy with the settings that are shipped."""

import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager

import pytest
import requests
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

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
def _proxy(folder, port, one, two):
    """The shipped settings of nginx, with this machine's ports and places."""
    text = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    swaps = {
        "listen 443": f"listen 127.0.0.1:{port}",
        "listen 80": f"listen 127.0.0.1:{free_port()}",
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
    port = free_port()
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
            _proxy(folder, port, one, two),
        ):
            yield provider, public, certificate, (one, two)


@contextmanager
def _person(certificate):
    with requests.Session() as session:
        session.verify = str(certificate)
        session.trust_env = False
        yield session


def _at(person):
    return person.cookies.get("taskmap_at")


def _talks(person, public, certificate):
    told = "; ".join(f"{each.name}={each.value}" for each in person.cookies)
    trusted = ssl.create_default_context(cafile=str(certificate))
    address = public.replace("https", "wss") + "/_stcore/stream"
    try:
        with connect(
            address, ssl=trusted, additional_headers={"Cookie": told}, origin=public, proxy=None
        ):
            return True
    except WebSocketException:
        return False


def test_everybody_stays_where_they_came_in_and_leaves_wherever_they_are(town):
    provider, public, certificate, _ = town
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


def test_where_one_is_gone_the_other_takes_over(town):
    _, public, certificate, services = town
    with _person(certificate) as person:
        assert person.get(public, timeout=30).status_code == 200
        here = services[("one", "two").index(_at(person))]
        assert isinstance(here, Served)
        here.stop()
        asked = person.get(f"{public}/load", timeout=60)
        assert asked.status_code == 200
        assert asked.history  # by way of the provider: the session ended with its process
        assert _talks(person, public, certificate)
