"""The caller: the bearer token or the API key of the request as an `Actor`."""

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer

from src.application.access import require_scope
from src.application.use_cases.auth.authenticate import Authenticate
from src.application.use_cases.auth.authenticate_key import AuthenticateKey
from src.domain.entities.user import Actor
from src.domain.errors import NotAuthenticated
from src.presentation.dependencies.key_scopes import scope_of
from src.presentation.utils.responses import location

API_KEY_HEADER = "X-API-Key"


class Caller(OAuth2PasswordBearer):
    """A dependency on the caller: a single one, since each adds to the time of every request.

    Gives None without a token or a key if `is_required` is False. Raises NotAuthenticated for a
    missing one otherwise, and for an invalid one always; ScopeMissing for a key that the route is
    not open to.
    """

    def __init__(self, *, is_required: bool) -> None:
        super().__init__(
            tokenUrl=location("auth", "token"),
            scheme_name="bearer",
            description=(
                "An access token from `/auth/login` or from the configured identity provider."
            ),
            auto_error=False,
        )
        self.is_required = is_required

    async def __call__(self, request: Request) -> Actor | None:  # type: ignore[override]
        actor = await self.identify(request)
        if actor is not None and actor.api_key_id is not None:
            route = request.scope.get("route")
            require_scope(actor, scope_of(getattr(route, "name", None)))
        return actor

    async def identify(self, request: Request) -> Actor | None:
        """The caller, whatever the request is for. Raises NotAuthenticated."""
        key = request.headers.get(API_KEY_HEADER)
        token = await super().__call__(request)
        if key is not None:
            return await self._by_key(request, key)
        if token is None:
            if "authorization" in request.headers:
                raise NotAuthenticated("Send the token as `Authorization: Bearer <token>`.")
            if self.is_required:
                raise NotAuthenticated()
            return None
        authenticate: Authenticate = request.app.state.providers["authenticate"]()
        actor = await authenticate.execute(token)
        request.state.user_id = actor.id
        return replace(actor, correlation_id=request.state.correlation_id)

    async def _by_key(self, request: Request, key: str) -> Actor:
        if "authorization" in request.headers:
            raise NotAuthenticated("Send a token or an API key, not both.")
        authenticate: AuthenticateKey = request.app.state.providers["authenticate_key"]()
        actor = await authenticate.execute(key)
        request.state.user_id = actor.id
        request.state.api_key_id = actor.api_key_id
        return replace(actor, correlation_id=request.state.correlation_id)


OptionalActor = Annotated[Actor | None, Depends(Caller(is_required=False))]
CurrentActor = Annotated[Actor, Depends(Caller(is_required=True))]
