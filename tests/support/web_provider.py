"""A stand-in for an outside identity provider that people log in at: OpenID Connect."""

import base64
import hashlib
import secrets
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from src.infrastructure.security.identity_provider import JwksIdentityProvider, ProviderSettings
from src.infrastructure.security.openid_connect import ClientSettings, OpenIdConnect
from tests.support.identity import ISSUER, JWKS_URL, OutsideProvider

CLIENT_ID = "ticket-shop"
RETURN = "http://127.0.0.1:8000/login/provider/return"
AUTHORIZE, TOKEN = f"{ISSUER}/authorize", f"{ISSUER}/token"


class WebProvider(OutsideProvider):
    """Discovers, gives codes and redeems them once, for the verifier that they were asked with.

    `claims_of` are added to the id tokens; `fault` is what it answers next instead.
    """

    def __init__(self, *, client_secret: str | None = None) -> None:
        super().__init__()
        self.client_secret = client_secret
        self.added: dict[str, Any] = {}
        self.token_of: str | None = None
        self.fault: httpx.Response | Exception | None = None
        self.asked: list[httpx.Request] = []
        self._codes: dict[str, dict[str, str]] = {}

    def log_in_provider(self) -> OpenIdConnect:
        transport = httpx.MockTransport(self._answer)
        settings = ClientSettings(
            name="Example ID",
            issuer=ISSUER,
            client_id=CLIENT_ID,
            client_secret=self.client_secret,
            redirect_uri=RETURN,
        )
        tokens = ProviderSettings(ISSUER, CLIENT_ID, JWKS_URL, ("custom:id", "sub"))
        return OpenIdConnect(settings, JwksIdentityProvider(tokens, transport), transport)

    def agree(self, address: str) -> dict[str, str]:
        """What a person's log-in at this address comes back with: code and state."""
        assert address.startswith(AUTHORIZE)
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT_ID
        assert asked["redirect_uri"] == RETURN
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(8)
        self._codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        address = str(request.url)
        if address != JWKS_URL and self.fault is not None:
            if isinstance(self.fault, Exception):
                raise self.fault
            return self.fault
        if address == f"{ISSUER}/.well-known/openid-configuration":
            return httpx.Response(200, json=self._discovery())
        if address == TOKEN:
            return self._redeem(request)
        return self._respond(request)

    def _discovery(self) -> dict[str, Any]:
        return {
            "issuer": ISSUER,
            "authorization_endpoint": AUTHORIZE,
            "token_endpoint": TOKEN,
            "jwks_uri": JWKS_URL,
        }

    def _redeem(self, request: httpx.Request) -> httpx.Response:
        form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        asked = self._codes.pop(form["code"], None)
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        is_right = asked is not None and asked["code_challenge"] == challenge
        if asked is None or not is_right or not self._is_client(request, form):
            return httpx.Response(400, json={"error": "invalid_grant"})
        token = self.token_of or self.token(
            **{"aud": CLIENT_ID, "nonce": asked["nonce"], **self.added}
        )
        return httpx.Response(
            200, json={"access_token": "x", "token_type": "Bearer", "id_token": token}
        )

    def _is_client(self, request: httpx.Request, form: dict[str, str]) -> bool:
        if self.client_secret is None:
            return form.get("client_id") == CLIENT_ID
        pair = base64.b64encode(f"{CLIENT_ID}:{self.client_secret}".encode()).decode()
        return bool(request.headers.get("authorization") == f"Basic {pair}")
