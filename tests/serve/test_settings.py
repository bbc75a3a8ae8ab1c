"""The settings file: what it may say, and that everything wrong in it is told at once."""

from pathlib import Path

import pytest

from taskmap.serve.settings import Settings, read


@pytest.fixture
def told(tmp_path):
    """Reads a file's text, beside a folder named ``maps``."""
    (tmp_path / "maps").mkdir()

    def of(text):
        file = tmp_path / "taskmap.toml"
        file.write_text(text, encoding="utf-8")
        return read(file)

    return of


def codes(findings):
    return [(finding.code, finding.place.field) for finding in findings]


def test_a_folder_is_enough_and_is_told_from_the_file(told, tmp_path):
    found, findings = told('documents = "maps"\n')
    assert findings == ()
    assert found == Settings(documents=tmp_path / "maps")
    assert (found.address, found.secure) == ("127.0.0.1", False)


def test_everything_may_be_said(told):
    found, findings = told(
        'documents = "postgresql://taskmap@db/taskmap"\n'
        '[server]\naddress = "::1"\nport = 80\npublic = "https://kart.example.no/"\n'
        "[limits]\nupload_megabytes = 5\nrequests_per_second = 1\nburst = 10\nsessions = 7\n"
    )
    assert findings == ()
    assert found.documents == Path("postgresql://taskmap@db/taskmap")
    assert (found.port, found.sessions, found.burst) == (80, 7, 10)
    assert found.secure
    assert found.hosts == {"localhost", "::1", "kart.example.no"}
    assert found.login is None


def test_all_that_is_wrong_is_told_at_once(told):
    found, findings = told(
        'dokuments = "maps"\n[server]\nadress = "x"\naddress = "0.0.0.0"\nport = "8501"\n'
        'public = "kart"\n[limits]\nburst = 3\nsessions = true\n'
    )
    assert found is None
    assert sorted(codes(findings)) == [
        ("serve.login_needed", "server.address"),
        ("serve.missing", "documents"),
        ("serve.number", "burst"),
        ("serve.number", "port"),
        ("serve.number", "sessions"),
        ("serve.public", "server.public"),
        ("serve.unknown", "dokuments"),
        ("serve.unknown", "server.adress"),
    ]
    nearest = {f.values["name"]: f.values["nearest"] for f in findings if "nearest" in f.values}
    assert nearest == {"dokuments": "documents", "server.adress": "server.address"}


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.4", "kart.example.no", ""])  # noqa: S104
def test_nobody_else_is_let_in_without_a_login(told, address):
    _, findings = told(f'documents = "maps"\n[server]\naddress = "{address}"\n')
    assert ("serve.login_needed", "server.address") in codes(findings)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.0.1", "::1", "localhost"])
def test_this_machine_itself_may_always_ask(told, address):
    found, _ = told(f'documents = "maps"\n[server]\naddress = "{address}"\n')
    assert found.address == address


@pytest.mark.parametrize(
    "public",
    [
        *("http://kart.example.no", "https://", "https://a.no/kart", "https://me@a.no"),
        *("ftp://a.no", "https://a.no?x=1", "https://[::1", "https://a.no:port"),
    ],
)
def test_what_nobody_could_write_in_a_browser_is_told(told, public):
    _, findings = told(f'documents = "maps"\n[server]\npublic = "{public}"\n')
    assert codes(findings) == [("serve.public", "server.public")]


@pytest.mark.parametrize(
    "documents", ["nowhere", "postgresql://db", "postgresql://me:secret@db/taskmap"]
)
def test_documents_that_are_nowhere_are_told_without_a_password(told, documents):
    _, findings = told(f'documents = "{documents}"\n')
    assert codes(findings) == [("serve.no_documents", "documents")]
    assert "secret" not in str(findings)


@pytest.mark.parametrize(("text", "line"), [('documents = "maps"\n[server\n', 2), ("a", 1)])
def test_what_is_no_toml_is_told_with_its_line(told, text, line):
    _, (finding,) = told(text)
    assert (finding.code, finding.place.line) == ("serve.unreadable", line)


def test_parts_that_are_no_parts_are_told(told):
    _, findings = told('documents = 3\nserver = "here"\n')
    assert codes(findings) == [("serve.table", "server"), ("serve.text", "documents")]


PUBLIC = 'public = "https://kart.example.no"\n'
ISSUER = 'issuer = "https://id.example.no/realms/kommune"\nclient_id = "taskmap"\n'


def test_with_a_login_it_may_listen_to_others(told, tmp_path):
    (tmp_path / "secret.txt").write_text("hush\n")
    found, findings = told(
        f'documents = "maps"\n[server]\naddress = "0.0.0.0"\n{PUBLIC}'
        f'[login]\n{ISSUER}client_secret_file = "secret.txt"\nscopes = "openid offline_access"\n'
        'roles_claim = "r"\nscope_claim = "s"\nminutes = 5\nidle_minutes = 20\nhours = 8\n'
    )
    assert findings == ()
    assert (found.address, found.login.secret, found.login.minutes) == ("0.0.0.0", "hush", 5)  # noqa: S104
    assert (found.login.roles_claim, found.login.scope_claim) == ("r", "s")
    assert "hush" not in repr(found)


def test_all_that_is_wrong_with_a_login_is_told_at_once(told):
    found, findings = told(
        'documents = "maps"\n[login]\nissuer = "http://id.example.no"\nsecret = "hush"\n'
        'client_secret_file = "none.txt"\nminutes = 0\nhours = "12"\nroles_claim = 3\n'
    )
    assert found is None
    assert sorted(codes(findings)) == [
        ("serve.issuer", "issuer"),
        ("serve.login_lacks", "client_id"),
        ("serve.login_lacks", "public"),
        ("serve.no_secret", "client_secret_file"),
        ("serve.number", "hours"),
        ("serve.number", "minutes"),
        ("serve.text", "roles_claim"),
        ("serve.unknown", "login.secret"),
    ]
    assert "hush" not in str(findings)


@pytest.mark.parametrize("login", ["", "issuer = 1\nclient_id = 2\n"])
def test_half_a_login_is_none(told, login):
    found, findings = told(f'documents = "maps"\n[server]\naddress = "0.0.0.0"\n[login]\n{login}')
    assert found is None
    assert codes(findings)


@pytest.mark.parametrize(
    "issuer",
    [
        *("http://id.example.no", "id.example.no", "https://", "https://me:hush@id.example.no"),
        *("ftp://id.example.no", "https://id.example.no#x", "https://[::1", "http://10.0.0.1"),
    ],
)
def test_a_provider_is_reached_unread_or_is_none(told, issuer):
    login = f'issuer = "{issuer}"\nclient_id = "taskmap"\n'
    _, findings = told(f'documents = "maps"\n[server]\n{PUBLIC}[login]\n{login}')
    assert codes(findings) == [("serve.issuer", "issuer")]


def test_figures_and_the_log_are_switched_on_by_name(told):
    found, findings = told('documents = "maps"\n[operation]\nmetrics_port = 9100\nlog = "json"\n')
    assert findings == ()
    assert (found.metrics_port, found.log) == (9100, "json")
    off, _ = told('documents = "maps"\n')
    assert (off.metrics_port, off.log) == (None, "lines")


def test_what_is_wrong_with_figures_and_log_is_told(told):
    _, findings = told(
        'documents = "maps"\n[operation]\nmetrics_port = 8501\nlog = "xml"\naddress = "0.0.0.0"\n'
    )
    assert sorted(codes(findings)) == [
        ("serve.log", "log"),
        ("serve.same_port", "metrics_port"),
        ("serve.unknown", "operation.address"),
    ]
    _, findings = told('documents = "maps"\n[operation]\nmetrics_port = "9100"\nlog = 3\n')
    assert codes(findings) == [("serve.number", "metrics_port"), ("serve.text", "log")]
