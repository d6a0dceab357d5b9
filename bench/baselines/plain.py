"""One plain transaction for each booking, directly with asyncpg: without lanes and ORM."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from os import environ
from typing import Annotated

import asyncpg
from fastapi import Depends, FastAPI, Request, Response

from bench.baselines.selling import sell
from bench.baselines.shared import ROUTE, UserId, create_app
from src.domain.entities.user import Actor, Role
from src.domain.errors import AccountInactive, NotAuthenticated
from src.presentation.dependencies.idempotency import IdempotencyKey, idempotent
from src.presentation.schemas.booking import BookEventBody, BookingAnswer
from src.presentation.schemas.fields import PathId
from src.presentation.utils.responses import created

USER = "SELECT role, is_active FROM users WHERE id = $1 AND deleted_at IS NULL"


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with asyncpg.create_pool(environ["DATABASE_URL"], min_size=2, max_size=10) as pool:
        app.state.pool = pool
        yield


async def current_actor(request: Request, user_id: UserId) -> Actor:
    """The caller, read from the database as the product does. Raises NotAuthenticated."""
    row = await request.app.state.pool.fetchrow(USER, user_id)
    if row is None:
        raise NotAuthenticated()
    if not row["is_active"]:
        raise AccountInactive()
    return Actor(user_id, Role(row["role"]))


app = create_app(lifespan)


@app.post(ROUTE, status_code=201, response_model=BookingAnswer)
async def book(
    request: Request,
    event_id: PathId,
    body: BookEventBody,
    actor: Annotated[Actor, Depends(current_actor)],
    idempotency_key: IdempotencyKey,
) -> Response:
    known = idempotent(request, actor, idempotency_key, body)
    assert known is not None
    async with request.app.state.pool.acquire() as connection:
        booking = await sell(
            connection,
            event_id,
            body.quantity or 1,
            user_id=actor.id,
            key=known.key,
            fingerprint=known.fingerprint,
        )
    return created(BookingAnswer.model_validate(booking), f"/api/v1/bookings/{booking.id}")
