"""The caller: the bearer token of the request as an `Actor`."""

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer

from src.application.use_cases.auth.authenticate import Authenticate
from src.domain.entities.user import Actor
from src.domain.errors import NotAuthenticated
from src.presentation.utils.responses import location


class Caller(OAuth2PasswordBearer):
    """A dependency on the caller: a single one, since each adds to the time of every request.

    Gives None without a token if `is_required` is False. Raises NotAuthenticated for a missing
    token otherwise, and for an invalid one always.
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
        token = await super().__call__(request)
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


OptionalActor = Annotated[Actor | None, Depends(Caller(is_required=False))]
CurrentActor = Annotated[Actor, Depends(Caller(is_required=True))]
