"""The one file a server is configured with: what it may say, and everything that is wrong in it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from taskmap.errors import AddressRefused
from taskmap.model.finding import Finding, Place
from taskmap.serve import login_settings, operation
from taskmap.serve.login_settings import Login, own
from taskmap.workspace import storing

_LINE = re.compile(r"at line (\d+)")
_PORT = 8501


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the app is served.

    Args:
        documents: a folder, or a database as ``postgresql://user@server/database``.
        address: listened on; of this machine alone where nobody logs in.
        port: listened on.
        public: address people write, such as ``https://taskmap.example.no``.
        upload_megabytes: largest file somebody may send.
        requests_per_second: of one browser, files of the app itself not counted.
        burst: so many at once before that counts.
        sessions: open pages at a time; whoever comes after is asked to wait.
        login: at which provider people log in; None: whoever reaches the service is let in.
        metrics_port: where this machine's monitor reads figures; None: nothing is counted.
        log: how it is written, as ``lines`` for people or as ``json``.
    """

    documents: Path
    address: str = "127.0.0.1"
    port: int = _PORT
    public: str = ""
    upload_megabytes: int = 2
    requests_per_second: int = 20
    burst: int = 200
    sessions: int = 300
    login: Login | None = None
    metrics_port: int | None = None
    log: str = operation.LINES

    @property
    def secure(self) -> bool:
        """Whether people reach it over TLS, which a proxy ends."""
        return self.public.startswith("https:")

    @property
    def hosts(self) -> frozenset[str]:
        """Names of this server that a browser may ask for."""
        own = urlsplit(self.public).hostname
        return frozenset({"localhost", self.address.lower(), *([own] if own else ())})


_TABLES = {
    "server": ("address", "port", "public"),
    "limits": ("upload_megabytes", "requests_per_second", "burst", "sessions"),
    "login": login_settings.NAMES,
    "operation": operation.NAMES,
}
_RANGES = {
    "port": (1, 65_535),
    "upload_megabytes": (1, 50),
    "requests_per_second": (1, 1_000),
    "burst": (10, 10_000),
    "sessions": (1, 10_000),
    **login_settings.RANGES,
    **operation.RANGES,
}


def read(path: Path) -> tuple[Settings | None, tuple[Finding, ...]]:
    """Settings from a TOML file; None where the findings stand in the way.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        told = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        line = _LINE.search(str(error))
        number = int(line[1]) if line else 1
        place = Place(path.as_posix(), number)
        return None, (Finding("serve.unreadable", place, {"line": number}),)
    found = dict(_flat(told))
    wrong = tuple(_wrong(told, found, path))
    return (None, wrong) if wrong else (_settings(told, found, path), ())


def _settings(told: Mapping[str, Any], found: Mapping[str, Any], path: Path) -> Settings:
    """The settings; a folder is told from the file that names it."""
    named = Path(found["documents"])
    documents = named if storing.is_database(named) else path.parent / named
    given = {name: value for name, value in found.items() if name not in login_settings.NAMES}
    login = login_settings.login(found, path.parent) if "login" in told else None
    return Settings(**{**given, "documents": documents, "login": login})


def _flat(told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What is known, by the setting's name without its table."""
    if "documents" in told:
        yield "documents", told["documents"]
    for table, names in _TABLES.items():
        inner = told.get(table)
        if isinstance(inner, dict):
            yield from ((name, inner[name]) for name in names if name in inner)


def _wrong(told: Mapping[str, Any], found: Mapping[str, Any], path: Path) -> Iterator[Finding]:
    """Everything, not only the first."""
    yield from _unknown(told, path)
    for name, value in found.items():
        yield from _of_its_kind(name, value, path)
    if "documents" not in found:
        yield _finding("serve.missing", path, "documents", name="documents")
    elif isinstance(found["documents"], str):
        yield from _documents(Path(found["documents"]), path)
    if "login" in told:
        for code, name, values in login_settings.wrong(found, path.parent):
            yield _finding(code, path, name, **values)
    elif isinstance(found.get("address"), str) and not own(found["address"]):
        yield _finding("serve.login_needed", path, "server.address", address=found["address"])
    for code, name, values in operation.wrong(found, found.get("port", _PORT)):
        yield _finding(code, path, name, **values)
    public = found.get("public")
    if isinstance(public, str) and not _is_public(public):
        yield _finding("serve.public", path, "server.public", value=public)


def _unknown(told: Mapping[str, Any], path: Path) -> Iterator[Finding]:
    at_top = ("documents", *_TABLES)
    for name, value in told.items():
        if name not in at_top:
            yield _stranger(name, at_top, path)
        elif name in _TABLES and not isinstance(value, dict):
            yield _finding("serve.table", path, name, name=name)
        elif name in _TABLES:
            known = tuple(f"{name}.{inner}" for inner in _TABLES[name])
            full = (f"{name}.{inner}" for inner in value)
            yield from (_stranger(one, known, path) for one in full if one not in known)


def _stranger(name: str, known: tuple[str, ...], path: Path) -> Finding:
    nearest = next(iter(get_close_matches(name, known, n=1)), None)
    return _finding("serve.unknown", path, name, name=name, nearest=nearest)


def _of_its_kind(name: str, value: object, path: Path) -> Iterator[Finding]:
    if name in _RANGES:
        least, most = _RANGES[name]
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole or not least <= int(str(value)) <= most:
            yield _finding("serve.number", path, name, name=name, least=least, most=most)
    elif not isinstance(value, str) or not value.strip():
        yield _finding("serve.text", path, name, name=name)


def _documents(named: Path, path: Path) -> Iterator[Finding]:
    try:
        there = storing.is_database(named) or (path.parent / named).is_dir()
        shown = named.as_posix()
    except AddressRefused as error:
        there, shown = False, str(error.values["place"])
    if not there:
        yield _finding("serve.no_documents", path, "documents", place=shown)


def _is_public(public: str) -> bool:
    try:
        split = urlsplit(public)
        port = split.port
    except ValueError:
        return False
    bare = split.path in {"", "/"} and not (split.query or split.fragment or split.username)
    plain = split.scheme == "http" and own(split.hostname or "") and port is not None
    return bool(split.hostname) and bare and (split.scheme == "https" or plain)


def _finding(code: str, path: Path, field: str, **values: str | int | None) -> Finding:
    return Finding(code, Place(path.as_posix(), field=field), values)
