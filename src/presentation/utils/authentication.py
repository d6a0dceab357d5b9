"""Who is calling: the bearer token of the request as an `Actor`."""

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer

from src.application.use_cases.auth.authenticate import Authenticate
from src.domain.entities.user import Actor
from src.domain.errors import NotAuthenticated
from src.presentation.utils.injection import provided

bearer = OAuth2PasswordBearer(
    tokenUrl="/api/v1/auth/token",
    scheme_name="bearer",
    description="An access token from `/auth/login`, or of the configured identity provider.",
    auto_error=False,
)


async def optional_actor(
    request: Request,
    token: Annotated[str | None, Depends(bearer)],
    authenticate: Annotated[Authenticate, provided("authenticate")],
) -> Actor | None:
    """The caller, or None without a token. A token that is wrong is refused all the same."""
    if token is None:
        if "authorization" in request.headers:
            raise NotAuthenticated("Send the token as `Authorization: Bearer <token>`.")
        return None
    actor = await authenticate.execute(token)
    request.state.user_id = actor.id
    return replace(actor, correlation_id=request.state.correlation_id)


async def current_actor(actor: Annotated[Actor | None, Depends(optional_actor)]) -> Actor:
    """The caller. Raises NotAuthenticated without a token."""
    if actor is None:
        raise NotAuthenticated()
    return actor


OptionalActor = Annotated[Actor | None, Depends(optional_actor)]
CurrentActor = Annotated[Actor, Depends(current_actor)]
