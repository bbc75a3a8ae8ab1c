"""The part ``[login]`` of the settings file: at which provider people log in, and for how long."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

NAMES = (
    *("issuer", "client_id", "client_secret_file", "scopes", "roles_claim", "scope_claim"),
    *("minutes", "idle_minutes", "hours"),
)
NEEDED = ("issuer", "client_id")
RANGES = {"minutes": (1, 60), "idle_minutes": (5, 720), "hours": (1, 24)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Where people log in, and how long that holds.

    Args:
        issuer: address of the provider (OpenID Connect Discovery 1.0, 4).
        client_id: what the provider calls this service.
        secret: shared with the provider; empty for a client without one.
        scopes: asked for, with spaces between.
        roles_claim: name of the ID token's claim with somebody's roles.
        scope_claim: name of the one with the units the roles hold for; may be the same.
        minutes: from then on the provider is asked again before anything is opened.
        idle_minutes: without a click; from then on people log in again.
        hours: from then on people log in again, whatever they do.
    """

    issuer: str
    client_id: str
    secret: str = field(default="", repr=False)
    scopes: str = "openid"
    roles_claim: str = "roles"
    scope_claim: str = "taskmap_scope"
    minutes: int = 15
    idle_minutes: int = 30  # with hours: NIST SP 800-63B, 4.2.3
    hours: int = 12


def login(found: Mapping[str, Any], folder: Path) -> Login:
    """The settings, sound ones; the secret's file is told from the folder of the one that names it.

    Raises:
        OSError: that file cannot be read.
    """
    told = {name: found[name] for name in NAMES if name in found}
    file = told.pop("client_secret_file", None)
    return Login(**told, secret=secret(folder / file) if file else "")


def secret(file: Path) -> str:
    """What a file holds, without the line's end.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it is no text.
    """
    return file.read_text(encoding="utf-8").strip()


def wrong(found: Mapping[str, Any], folder: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What stands in the way, as code, field and values; values are of their kind already."""
    for name in NEEDED:
        if name not in found:
            yield "serve.login_lacks", name, {"name": f"login.{name}"}
    if "public" not in found:
        yield "serve.login_lacks", "public", {"name": "server.public"}
    issuer = found.get("issuer")
    if isinstance(issuer, str) and not trusted(issuer):
        yield "serve.issuer", "issuer", {"value": issuer}
    file = found.get("client_secret_file")
    if isinstance(file, str) and not _holds_something(folder / file):
        yield "serve.no_secret", "client_secret_file", {"place": file}


def trusted(address: str) -> bool:
    """Whether what is sent to an address stays unread on its way: TLS, or this machine itself."""
    try:
        split = urlsplit(address)
        host = split.hostname or ""
    except ValueError:
        return False
    bare = bool(host) and not (split.username or split.password or split.fragment)
    return bare and (split.scheme == "https" or (split.scheme == "http" and own(host)))


def own(address: str) -> bool:
    """Whether an address is this machine's own and reached from nowhere else."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def _holds_something(file: Path) -> bool:
    try:
        return bool(secret(file))
    except (OSError, UnicodeDecodeError):
        return False
