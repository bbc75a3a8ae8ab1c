"""Tokens of a provider, believed only when signed by it, for us, now, and in answer to us."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jwt import JWTClaimsRegistry

LEEWAY = 60  # seconds between the provider's clock and ours
_LATE = 300  # seconds after which the word that somebody logged out is not taken
# With a key of their own; never "none" or a secret both sides have (RFC 8725, 3.1 and 3.2).
_SIGNED_WITH = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
# Kinds a token may name itself as (RFC 8725, 3.11); many providers name none, or only JWT.
_ID = frozenset({"", "jwt"})
_LEFT = _ID | {"logout+jwt"}
_LOGGED_OUT = "http://schemas.openid.net/event/backchannel-logout"


class TokenRefusedError(Exception):
    """A token that is not believed; the message says which check it failed, never what it holds."""


@dataclass(frozen=True, slots=True)
class Ours:
    """What a token must say to be for us.

    Args:
        issuer: who must have made it.
        client: whom it must be for.
        now: what the clock says.
    """

    issuer: str
    client: str
    now: datetime


def vouched(token: str, keys: KeySet, ours: Ours, nonce: str | None = None) -> Mapping[str, Any]:
    """Claims of an ID token (OpenID Connect Core 1.0, 3.1.3.7).

    Args:
        token: as the provider sent it.
        keys: the provider's.
        ours: what it must say.
        nonce: sent with the question it answers; None: it renews an earlier one.

    Raises:
        TokenRefusedError: one check fails.
    """
    needed: dict[str, Any] = {
        "exp": {"essential": True},
        "sub": {"essential": True, "allow_blank": False},
    }
    if nonce is not None:
        needed["nonce"] = {"essential": True, "value": nonce}
    claims = _claims(token, keys, ours, needed, _ID)
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else ours.client) != ours.client:
        raise TokenRefusedError("azp")
    if "events" in claims:
        raise TokenRefusedError("events")
    return claims


def logged_out(token: str, keys: KeySet, ours: Ours) -> Mapping[str, Any]:
    """Claims of a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6).

    Raises:
        TokenRefusedError: one check fails.
    """
    needed = {"jti": {"essential": True, "allow_blank": False}, "events": {"essential": True}}
    claims = _claims(token, keys, ours, needed, _LEFT)
    events = claims["events"]
    if not isinstance(events, dict) or not isinstance(events.get(_LOGGED_OUT), dict):
        raise TokenRefusedError("events")
    if "nonce" in claims:
        raise TokenRefusedError("nonce")
    if not (isinstance(claims.get("sub"), str) or isinstance(claims.get("sid"), str)):
        raise TokenRefusedError("sub")
    if ours.now.timestamp() - claims["iat"] > _LATE + LEEWAY:
        raise TokenRefusedError("iat")
    return claims


def _claims(
    token: str, keys: KeySet, ours: Ours, needed: Mapping[str, Any], kinds: frozenset[str]
) -> dict[str, Any]:
    registry = JWTClaimsRegistry(
        now=int(ours.now.timestamp()),
        leeway=LEEWAY,
        iss={"essential": True, "value": ours.issuer},
        aud={"essential": True, "value": ours.client},
        iat={"essential": True},
        **needed,
    )
    try:
        read = jwt.decode(token, keys, algorithms=_SIGNED_WITH)
        registry.validate(read.claims)
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise TokenRefusedError(str(getattr(error, "claim", type(error).__name__))) from None
    if str(read.header.get("typ") or "").lower() not in kinds:
        raise TokenRefusedError("typ")
    return dict(read.claims)
