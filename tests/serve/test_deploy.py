"""The files for containers: what they name is there, and they fit each other and the settings."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from taskmap.serve.settings import Settings, read
from taskmap.setup.environment import PINNED
from tests.serve.served import ROOT

DEPLOY = ROOT / "deploy"
REGISTRY = re.compile(r"^[\w.-]+[.:][\w.-]+/")


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((DEPLOY / "compose.example.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def steps():
    """Instructions of the container file, as pairs of word and rest."""
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    bare = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    return [tuple(line.split(None, 1)) for line in bare.splitlines() if line.strip()]


@pytest.fixture
def settings(tmp_path):
    """The example's settings, with the secret where this machine has it."""
    (tmp_path / "client_secret").write_text("hush\n")
    text = (DEPLOY / "taskmap.toml").read_text(encoding="utf-8")
    file = tmp_path / "taskmap.toml"
    file.write_text(text.replace("/run/secrets/", ""), encoding="utf-8")
    found, findings = read(file)
    assert findings == ()
    return found


def of(steps, word):
    return [rest for first, rest in steps if first == word]


def test_what_is_copied_is_there_and_let_through(steps):
    own = [rest.split()[:-1] for rest in of(steps, "COPY") if not rest.startswith("--from")]
    named = [name for names in own for name in names]
    assert [name for name in named if not (ROOT / name).exists()] == []
    ignored = (DEPLOY / "Containerfile.dockerignore").read_text().split("\n")
    assert {line[1:] for line in ignored if line.startswith("!")} == set(named)
    assert "*" in ignored


def test_every_package_is_pinned_by_the_service_s_lists_with_hashes(steps):
    (installed,) = (rest for rest in of(steps, "RUN") if "--require-hashes" in rest)
    assert tuple(re.findall(r"-r (\S+)", installed)) == PINNED["service"]
    assert all("--no-deps" in rest for rest in of(steps, "RUN") if "pip install" in rest)


def test_it_runs_as_nobody_in_particular_and_as_the_setup_expects(steps):
    user = of(steps, "USER")[-1]
    assert user.isdecimal()
    assert int(user) > 1000
    assert f"--uid {user}" in " ".join(of(steps, "RUN"))
    assert of(steps, "ENTRYPOINT") == ['["/opt/venv/bin/python", "-m", "taskmap"]']
    first = [word for word, _ in steps]
    assert first.count("HEALTHCHECK") == first.count("CMD") == 1


def test_images_are_told_by_their_short_names_and_a_version(steps, compose):
    images = [rest.split()[0] for rest in of(steps, "FROM")]
    images += [each["image"] for each in compose["services"].values() if each["image"] != "taskmap"]
    assert len(images) >= 4
    assert [image for image in images if REGISTRY.match(image) or ":" not in image] == []


def test_ports_and_places_are_those_of_the_settings(steps, compose, settings):
    port = str(settings.port)
    assert of(steps, "EXPOSE") == [port]
    assert f"localhost:{port}/health" in " ".join(rest for _, rest in steps)
    assert settings.address == "0.0.0.0"  # noqa: S104
    told = of(steps, "CMD")[0]
    for name in ("one", "two"):
        app = compose["services"][name]
        assert [v.split(":")[1] in told for v in app["volumes"]] == [True]
        assert app["read_only"]
    proxied = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert set(re.findall(r"server (\w+):(\d+)", proxied)) == {("one", port), ("two", port)}
    assert f"server_name {settings.public.removeprefix('https://')};" in proxied
    handed_in = int(re.search(r"client_max_body_size (\d+)m", proxied)[1])
    assert handed_in > Settings(documents=Path()).upload_megabytes


def test_the_proxy_speaks_tls_of_today_and_gives_a_cookie_of_this_host_alone():
    proxied = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert re.findall(r"ssl_protocols (.+);", proxied) == ["TLSv1.2 TLSv1.3"]
    (ciphers,) = re.findall(r"ssl_ciphers (.+);", proxied)
    assert all(each.startswith("ECDHE+") for each in ciphers.split(":"))
    (cookie,) = re.findall(r'Set-Cookie "(.+?)"', proxied)
    assert cookie.startswith("__Host-")
    assert {"Path=/", "Secure", "HttpOnly"} <= set(cookie.split("; "))
    assert "$host$request_uri" not in proxied  # a name somebody else may have written


def test_the_database_is_the_one_the_settings_name(compose, settings):
    asked = settings.documents.as_posix()
    told = compose["services"]["database"]["environment"]
    user, database = told["POSTGRES_USER"], told["POSTGRES_DB"]
    assert asked.endswith(f"/{user}@database/{database}")
    assert compose["services"]["prepare"]["command"][2].endswith(f"{user}@database/{database}")
    assert "ports" not in compose["services"]["database"]
    assert compose["networks"]["inside"]["internal"]


def test_every_secret_volume_and_neighbour_that_is_named_is_declared(compose):
    text = (DEPLOY / "nginx.conf").read_text() + (DEPLOY / "taskmap.toml").read_text()
    for name, each in compose["services"].items():
        assert set(each.get("secrets", ())) <= set(compose["secrets"]), name
        assert set(each["networks"]) <= set(compose["networks"]), name
        assert set(each.get("depends_on", ())) <= set(compose["services"]), name
        for place in each.get("volumes", ()):
            source = place.split(":")[0]
            there = (DEPLOY / source).exists() if "/" in source else source in compose["volumes"]
            assert there, place
        text += str(each.get("environment", ""))
    assert set(re.findall(r"/run/secrets/(\w+)", text)) == set(compose["secrets"])


def test_no_secret_stands_in_what_is_shipped():
    for file in DEPLOY.iterdir():
        assert file.is_file()
        assert not re.search(r"(?i)password\s*[:=]\s*['\"]?\w", file.read_text(encoding="utf-8"))
    assert "client_secret" not in tomllib.loads((DEPLOY / "taskmap.toml").read_text())["login"]
