"""Tokens: believed when everything fits, and refused when one thing does not."""

import hmac
import time
from base64 import urlsafe_b64encode
from datetime import UTC, datetime

import pytest
from joserfc.jwk import KeySet

from taskmap.serve.tokens import LEEWAY, Ours, TokenRefusedError, logged_out, vouched
from tests.serve.provider import CLIENT, LOGGED_OUT, Provider

ISSUER = "https://id.example.no/realms/kommune"
HMAC, NONE = b'{"alg":"HS256","kid":"one"}', b'{"alg":"none"}'
NOW = int(time.time())


@pytest.fixture(scope="module")
def provider():
    return Provider(ISSUER)


def ours():
    return Ours(ISSUER, CLIENT, datetime.fromtimestamp(NOW, UTC))


def told(**changed):
    claims = {"iss": ISSUER, "aud": CLIENT, "sub": "7f3a", "iat": NOW, "exp": NOW + 300}
    claims |= {"nonce": "n", **changed}
    return {name: value for name, value in claims.items() if value is not None}


def believed(provider, claims, nonce="n"):
    return vouched(provider.signed(claims), KeySet([provider.key]), ours(), nonce)


@pytest.mark.parametrize(
    "claims",
    [
        told(),
        told(aud=[CLIENT]),
        told(aud=[CLIENT, "other"], azp=CLIENT),
        told(iat=NOW + LEEWAY - 5, exp=NOW + 5),
        told(exp=NOW - LEEWAY + 5),
    ],
)
def test_what_the_provider_vouches_for_is_believed(provider, claims):
    assert believed(provider, claims)["sub"] == "7f3a"


def test_a_token_that_renews_answers_no_question(provider):
    assert believed(provider, told(nonce=None), None)["sub"] == "7f3a"


@pytest.mark.parametrize(
    ("claims", "check"),
    [
        *((told(iss="https://evil.example"), "iss"), (told(iss=None), "iss")),
        *((told(aud="other"), "aud"), (told(aud=["other"]), "aud"), (told(aud=None), "aud")),
        *((told(nonce="m"), "nonce"), (told(nonce=None), "nonce")),
        *((told(exp=NOW - LEEWAY - 5), "exp"), (told(exp=None), "exp"), (told(exp="soon"), "exp")),
        *((told(iat=NOW + LEEWAY + 5), "iat"), (told(iat=None), "iat")),
        *((told(nbf=NOW + LEEWAY + 5), "nbf"), (told(sub=None), "sub"), (told(sub=""), "sub")),
        *((told(aud=[CLIENT, "other"]), "azp"), (told(azp="other"), "azp")),
        (told(events={LOGGED_OUT: {}}), "events"),
    ],
)
def test_what_does_not_fit_is_refused_and_told_without_its_value(provider, claims, check):
    with pytest.raises(TokenRefusedError) as refused:
        believed(provider, claims)
    assert str(refused.value) == check


def _part(raw):
    return urlsafe_b64encode(raw).decode().rstrip("=")


def test_only_the_providers_own_signature_counts(provider):
    keys = KeySet([provider.key])
    head, body, signature = provider.signed(told()).split(".")
    asked = f"{_part(HMAC)}.{body}"
    public = provider.key.as_pem(private=False)  # known to all, so no secret to sign with
    forged = f"{asked}.{_part(hmac.digest(public, asked.encode(), 'sha256'))}"
    bare = f"{_part(NONE)}.{body}."
    changed = provider.signed(told(sub="other")).split(".")[1]
    other = provider.signed(told(), provider.other)
    for token in (forged, bare, f"{head}.{changed}.{signature}", other, "", "a.b.c", "\x00"):
        with pytest.raises(TokenRefusedError):
            vouched(token, keys, ours(), "n")


def _kind(provider, claims, kind):
    return provider.signed(claims, named={"typ": kind})


@pytest.mark.parametrize(
    ("kind", "id_token", "word_of_leaving"),
    [("JWT", True, True), ("logout+jwt", False, True), ("at+jwt", False, False)],
)
def test_a_token_of_another_kind_is_not_taken(provider, kind, id_token, word_of_leaving):
    keys = KeySet([provider.key])
    for takes, claims, wanted in (
        (lambda token: vouched(token, keys, ours(), "n"), told(), id_token),
        (lambda token: logged_out(token, keys, ours()), word(), word_of_leaving),
    ):
        token = _kind(provider, claims, kind)
        if wanted:
            assert takes(token)["sub"] == "7f3a"
        else:
            with pytest.raises(TokenRefusedError, match="typ"):
                takes(token)


def test_a_key_a_token_brings_along_is_not_used(provider):
    brought = {"jwk": provider.other.as_dict(private=False), "jku": "https://evil.example/keys"}
    token = provider.signed(told(), provider.other, named=brought)
    with pytest.raises(TokenRefusedError):
        vouched(token, KeySet([provider.key]), ours(), "n")


def word(**changed):
    claims = {"iss": ISSUER, "aud": CLIENT, "iat": NOW, "exp": NOW + 120, "jti": "1"}
    claims |= {"sub": "7f3a", "events": {LOGGED_OUT: {}}, **changed}
    return {name: value for name, value in claims.items() if value is not None}


@pytest.mark.parametrize("claims", [word(), word(sub=None, sid="s"), word(exp=None)])
def test_the_word_that_somebody_left_is_believed(provider, claims):
    assert logged_out(provider.signed(claims), KeySet([provider.key]), ours())["jti"] == "1"


@pytest.mark.parametrize(
    ("claims", "check"),
    [
        *((word(events=None), "events"), (word(events={}), "events")),
        *((word(events={LOGGED_OUT: True}), "events"), (word(nonce="n"), "nonce")),
        *((word(sub=None), "sub"), (word(jti=None), "jti"), (word(aud="other"), "aud")),
        *((word(iat=NOW - 400, exp=None), "iat"), (word(iss="x"), "iss")),
    ],
)
def test_what_is_no_word_of_that_kind_ends_nothing(provider, claims, check):
    with pytest.raises(TokenRefusedError) as refused:
        logged_out(provider.signed(claims), KeySet([provider.key]), ours())
    assert str(refused.value) == check
