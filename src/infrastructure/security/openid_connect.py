"""Log-in at the outside identity provider: OpenID Connect, the code flow with PKCE."""

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import structlog
from authlib.oauth2.auth import ClientAuth
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri, prepare_token_request
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from src.application.ports.security import ExternalIdentity
from src.domain.errors import NotAuthenticated, NotFound, TokenExpired, Unavailable
from src.infrastructure.security.identity_provider import JwksIdentityProvider

LOG_IN_RETURN = "/login/provider/return"
"""Where the provider sends browsers back to; an operator registers it there."""

SCOPE = "openid profile email"
DISCOVERY = "/.well-known/openid-configuration"
ENDPOINTS_LIVE_SECONDS = 3600
READ_SECONDS = 5
"""The deadline for an answer, from the connection to the last byte."""

MAX_BYTES = 256 * 1024
RETRY_SECONDS = 5
FORM = "application/x-www-form-urlencoded"

NOT_CONFIRMED = "The provider did not confirm this log-in. Please try again."
DOWN = "The provider to log in with does not answer at this moment. Please try again shortly."

UNREADABLE = (httpx.HTTPError, TimeoutError, RecursionError, ValueError)

log = structlog.get_logger()


class NoLogInProvider:
    """Implements `LogInProvider` if none is configured."""

    name: str | None = None

    async def address(self, *, state: str, nonce: str, verifier: str) -> str:
        raise NotFound("identity provider")

    async def identity(self, code: str, *, nonce: str, verifier: str) -> ExternalIdentity:
        raise NotFound("identity provider")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSettings:
    """Who this service is to the provider. A public client has no secret."""

    name: str
    issuer: str
    client_id: str
    client_secret: str | None
    redirect_uri: str


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where the provider says that it is spoken to."""

    authorization: str
    token: str
    auth_method: str


class OpenIdConnect:
    """Implements `LogInProvider`.

    The provider's endpoints are discovered from its issuer, and kept for an hour; while it does
    not answer, the last known ones stay in use. `id_tokens` verifies what it signs.
    """

    def __init__(
        self,
        settings: ClientSettings,
        id_tokens: JwksIdentityProvider,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.name: str | None = settings.name
        self._settings = settings
        self._id_tokens = id_tokens
        self._transport = transport
        self._endpoints: Endpoints | None = None
        self._read_at = float("-inf")
        self._reading = asyncio.Lock()

    async def address(self, *, state: str, nonce: str, verifier: str) -> str:
        endpoints = await self._discover()
        challenge = create_s256_code_challenge(verifier)  # type: ignore[no-untyped-call]
        return str(
            prepare_grant_uri(
                endpoints.authorization,
                client_id=self._settings.client_id,
                response_type="code",
                redirect_uri=self._settings.redirect_uri,
                scope=SCOPE,
                state=state,
                nonce=nonce,
                code_challenge=challenge,
                code_challenge_method="S256",
            )
        )

    async def identity(self, code: str, *, nonce: str, verifier: str) -> ExternalIdentity:
        token = await self._redeem(code, verifier)
        try:
            return await self._id_tokens.verify_id_token(token, nonce=nonce)
        except (NotAuthenticated, TokenExpired) as refusal:
            log.warning("id_token_refused", why=str(refusal))
            raise NotAuthenticated(NOT_CONFIRMED) from None
        except Unavailable as refusal:
            raise Unavailable(DOWN, retry_after_seconds=refusal.retry_after_seconds) from None

    async def _redeem(self, code: str, verifier: str) -> str:
        """Return the id token for a code."""
        endpoints, settings = await self._discover(), self._settings
        body = prepare_token_request(
            "authorization_code",
            code=code,
            redirect_uri=settings.redirect_uri,
            code_verifier=verifier,
        )
        client = ClientAuth(settings.client_id, settings.client_secret, endpoints.auth_method)
        address, headers, body = client.prepare(  # type: ignore[no-untyped-call]
            "POST", endpoints.token, {"Accept": "application/json", "Content-Type": FORM}, body
        )
        status, answer = await self._call("POST", address, headers=headers, content=body)
        token = answer.get("id_token")
        if status != 200 or not isinstance(token, str):
            log.warning("code_refused", status=status, error=str(answer.get("error"))[:100])
            raise NotAuthenticated(NOT_CONFIRMED)
        return token

    async def _discover(self) -> Endpoints:
        async with self._reading:
            known = self._endpoints
            if known is not None and time.monotonic() - self._read_at < ENDPOINTS_LIVE_SECONDS:
                return known
            issuer = self._settings.issuer
            try:
                status, answer = await self._call("GET", issuer.rstrip("/") + DISCOVERY)
                self._endpoints = self._read(status, answer)
            except (Unavailable, ValueError) as error:
                log.warning("identity_provider_undiscovered", error=str(error))
                if known is None:
                    raise Unavailable(DOWN, retry_after_seconds=RETRY_SECONDS) from None
                return known
            self._read_at = time.monotonic()
            return self._endpoints

    def _read(self, status: int, answer: dict[str, Any]) -> Endpoints:
        """The endpoints of a discovery document. Raises ValueError."""
        if status != 200 or answer.get("issuer") != self._settings.issuer:
            raise ValueError("the discovery document is not of this issuer")
        for name in ("authorization_endpoint", "token_endpoint"):
            # Not weaker than the issuer itself, which an operator has chosen.
            if urlsplit(str(answer.get(name))).scheme not in (
                "https",
                urlsplit(self._settings.issuer).scheme,
            ):
                raise ValueError(f"the discovery document has no {name} to be trusted")
        methods = answer.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        if self._settings.client_secret is None:
            method = "none"
        elif "client_secret_basic" in methods:
            method = "client_secret_basic"
        else:
            method = "client_secret_post"
        return Endpoints(answer["authorization_endpoint"], answer["token_endpoint"], method)

    async def _call(self, method: str, address: str, **options: Any) -> tuple[int, dict[str, Any]]:
        """Status and JSON object that an address of the provider answers. Raises Unavailable."""
        content = b""
        try:
            async with (
                asyncio.timeout(READ_SECONDS),
                httpx.AsyncClient(timeout=READ_SECONDS, transport=self._transport) as client,
                client.stream(method, address, **options) as response,
            ):
                async for chunk in response.aiter_bytes():
                    content += chunk
                    if len(content) > MAX_BYTES:
                        raise ValueError("the answer is too large")
            if response.status_code >= 500:
                raise ValueError(f"the answer is {response.status_code}")
            answer = json.loads(content)
        except UNREADABLE as error:
            log.warning("identity_provider_unreachable", error=repr(error))
            raise Unavailable(DOWN, retry_after_seconds=RETRY_SECONDS) from None
        if not isinstance(answer, dict):
            raise Unavailable(DOWN, retry_after_seconds=RETRY_SECONDS)
        return response.status_code, answer
