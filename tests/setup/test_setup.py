"""From nothing but Python: what is installed, when it is done again, and what is said."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from taskmap.setup import environment
from taskmap.setup.browser import find_browser

ROOT = Path(__file__).resolve().parents[2]
STDLIB_ONLY = """
import sys
before = set(sys.modules)
import taskmap.setup.commands, taskmap.setup.environment, taskmap.setup.browser
foreign = {m.partition('.')[0] for m in set(sys.modules) - before} - set(sys.stdlib_module_names)
print(sorted(foreign))
"""


def test_the_set_up_needs_nothing_but_the_standard_library():
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r}){STDLIB_ONLY}",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.strip() == "['taskmap']"


@pytest.mark.parametrize(
    ("name", "least"),
    [
        *(("constraints.txt", 40), ("constraints-server.txt", 4), ("constraints-auth.txt", 3)),
        ("constraints-test.txt", 60),
    ],
)
def test_every_pinned_package_has_hashes_and_no_address(name, least):
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())
    assert len(packages) > least
    assert all("==" in p.splitlines()[0] and "--hash=sha256:" in p for p in packages)
    assert "://" not in text


@pytest.mark.parametrize(
    "name", ["constraints.txt", "constraints-server.txt", "constraints-auth.txt"]
)
def test_what_the_app_and_the_server_need_the_tests_have_as_well(name):
    """The same pins, for every Python: a package may be pinned twice, each for some of them."""
    needed = re.findall(r"^\S.*==.*", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert {*needed} <= {*(ROOT / "constraints-test.txt").read_text(encoding="utf-8").splitlines()}


def test_the_app_is_not_made_to_wait_for_the_tests_tools():
    app = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert "streamlit==" in app
    assert "pytest==" not in app
    assert "mypy==" not in app


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    for name in environment.FILES:
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "taskmap-installed.txt")
    return tmp_path


def _made(checkout, purpose):
    environment.python().parent.mkdir(parents=True, exist_ok=True)
    environment.python().touch()
    environment.mark(purpose)


def test_an_environment_made_for_the_tests_serves_the_app_too(checkout):
    _made(checkout, "test")
    assert environment.serves("app")
    assert environment.serves("test")


def test_an_environment_made_for_a_server_serves_the_app_and_not_the_tests(checkout):
    _made(checkout, "server")
    assert environment.serves("app")
    assert environment.serves("server")
    assert not environment.serves("test")


def test_an_environment_made_for_a_service_serves_what_a_database_needs(checkout):
    _made(checkout, "service")
    assert environment.serves("server")
    assert environment.serves("app")
    assert not environment.serves("test")


def test_an_environment_made_for_a_database_lacks_what_a_login_needs(checkout):
    _made(checkout, "server")
    assert not environment.serves("service")


def test_an_environment_made_for_the_app_does_not_serve_the_tests(checkout):
    _made(checkout, "app")
    assert environment.serves("app")
    assert not environment.serves("test")


def test_a_changed_list_of_packages_asks_for_a_new_installation(checkout):
    _made(checkout, "test")
    with (checkout / "constraints.txt").open("a") as opened:
        opened.write("# newer\n")
    assert not environment.serves("app")


def test_a_step_that_fails_tells_the_way_out(checkout):
    with pytest.raises(environment.SetupFailedError, match="network"):
        environment.run_step(
            [sys.executable, "-c", "raise SystemExit(3)"], environment.NETWORK_HELP
        )


def test_a_browser_is_taken_from_where_it_is_named(monkeypatch, tmp_path):
    own = tmp_path / "browser"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    monkeypatch.setenv("TASKMAP_CHROMIUM", str(own))
    assert find_browser() == str(own)
    monkeypatch.setenv("TASKMAP_CHROMIUM", str(tmp_path / "missing"))
    assert find_browser() is None
