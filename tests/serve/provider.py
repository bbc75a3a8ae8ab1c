"""A small OpenID Connect provider on this machine, whose answers a test can change.

It holds a client to its rules (one code, one redirect address, PKCE, the secret), signs with RS256,
and knows one person, whom it lets through without asking.
"""

import base64
import secrets
import socket
import time
from contextlib import contextmanager
from hashlib import sha256
from threading import Thread
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

CLIENT, SECRET = "taskmap", "not-so-secret"
LOGGED_OUT = "http://schemas.openid.net/event/backchannel-logout"


class Provider:
    """One provider: what it says of whoever logs in may be changed at any time."""

    def __init__(self, issuer):
        self.issuer = issuer
        self.key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})
        self.other = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})
        self.back()

    def back(self):
        """As it is when nothing was changed."""
        self.subject, self.sid = "7f3a-0c", "at-the-desk"
        self.claims = {"roles": ["department_head"], "taskmap_scope": ["unit:havblikk-2"]}
        self.lasts, self.refreshes, self.signs = 300, True, self.key
        self.changed, self.answer = {}, {}
        self.codes, self.tokens, self.asked = {}, set(), []

    def app(self):
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._about),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
                Route("/jwks", self._keys),
                Route("/leave", self._leave),
                Route("/moved/{rest:path}", self._moved),
            ]
        )

    def signed(self, claims, key=None, named=None):
        """A token; what its head says beside the key may be named."""
        return jwt.encode(
            {"alg": "RS256", "kid": "one", **(named or {})}, claims, key or self.signs
        )

    def logout(self, **changed):
        """A logout token, which a test may spoil; None takes a claim away."""
        now = int(time.time())
        told = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 120, "sid": self.sid}
        told |= {"jti": secrets.token_hex(8), "events": {LOGGED_OUT: {}}, "sub": self.subject}
        return self.signed({k: v for k, v in (told | changed).items() if v is not None})

    async def _about(self, request):
        self.asked.append("about")
        named = {"authorization": "authorize", "token": "token", "end_session": "leave"}
        told = {f"{name}_endpoint": f"{self.issuer}/{path}" for name, path in named.items()}
        return JSONResponse({"issuer": self.issuer, "jwks_uri": f"{self.issuer}/jwks", **told})

    async def _moved(self, request):
        return RedirectResponse(f"{self.issuer}/{request.path_params['rest']}", 302)

    async def _keys(self, request):
        return JSONResponse(KeySet([self.key]).as_dict())

    async def _authorize(self, request):
        asked = dict(request.query_params)
        self.asked.append(asked)
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        told = {"code": code, "state": asked["state"], "iss": self.issuer} | self.answer
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(told)}", 302)

    async def _token(self, request):
        form = await request.form()
        self.asked.append(form["grant_type"])
        known = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {known}":
            return JSONResponse({"error": "invalid_client"}, 401)
        if form["grant_type"] == "refresh_token":
            return self._again(form)
        asked = self.codes.pop(form["code"], None)
        digest = base64.urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest())
        kept = asked is not None and digest.decode().rstrip("=") == asked["code_challenge"]
        if not kept or asked["redirect_uri"] != form["redirect_uri"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        return self._given({"nonce": asked["nonce"]})

    def _again(self, form):
        if form["refresh_token"] not in self.tokens:
            return JSONResponse({"error": "invalid_grant"}, 400)
        self.tokens.remove(form["refresh_token"])
        return self._given({})

    def _given(self, more):
        now = int(time.time())
        told = {"iss": self.issuer, "aud": CLIENT, "sub": self.subject, "sid": self.sid}
        told |= {"iat": now, "exp": now + self.lasts, **self.claims, **more, **self.changed}
        token = secrets.token_urlsafe(24)
        self.tokens.add(token)
        said = {"id_token": self.signed(told), "access_token": "x", "token_type": "Bearer"}
        return JSONResponse(said | ({"refresh_token": token} if self.refreshes else {}))

    async def _leave(self, request):
        self.asked.append("leave")
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], 302)


@contextmanager
def providing():
    """The provider, answering on a free port of this machine until the block ends."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    found = Provider(f"http://127.0.0.1:{listening.getsockname()[1]}")
    server = uvicorn.Server(uvicorn.Config(found.app(), log_level="error", lifespan="off"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield found
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()
