"""Parts of the product that the baselines use: middleware, errors, tokens and models."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordBearer
from prometheus_client import CollectorRegistry

from src.domain.errors import NotAuthenticated
from src.infrastructure.clock import utc_now
from src.infrastructure.database.errors import as_refusal
from src.infrastructure.garbage_collection import tune_garbage_collection
from src.infrastructure.logs import configure_logs
from src.infrastructure.security.tokens import JwtAccessTokens
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.middleware.faults import Faults
from src.presentation.middleware.request_context import RequestContext, RequestMetrics
from src.presentation.utils.problem import install_problem_handlers

ROUTE = "/api/v1/events/{event_id}/bookings"

_tokens = JwtAccessTokens(os.environ["SECRET_KEY"], timedelta(minutes=15), utc_now)

bearer = OAuth2PasswordBearer("/api/v1/auth/token", auto_error=False)

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def nothing_to_open(_: FastAPI) -> AsyncIterator[None]:
    """The lifespan of a baseline that needs nothing."""
    yield


def create_app(lifespan: Lifespan = nothing_to_open) -> FastAPI:
    """An application with the product's routes, logs, metrics, errors and garbage collection."""
    configure_logs(is_json=True)

    @asynccontextmanager
    async def settled(app: FastAPI) -> AsyncIterator[None]:
        async with lifespan(app):
            tune_garbage_collection()
            yield

    app = FastAPI(lifespan=settled, telemetry={"tracing": False, "metrics": False, "logs": False})
    app.router.route_class = StrictRoute
    metrics = RequestMetrics(CollectorRegistry())
    app.add_middleware(Faults, as_refusal=as_refusal)
    app.add_middleware(RequestContext, metrics=metrics)
    install_problem_handlers(app)

    @app.get("/ready")
    async def ready() -> dict[str, str]:
        return {"status": "ready"}

    return app


async def token_user_id(token: Annotated[str | None, Depends(bearer)]) -> int:
    """The user id in a valid token. Raises NotAuthenticated, TokenExpired."""
    if token is None:
        raise NotAuthenticated()
    return _tokens.verify(token).user_id


UserId = Annotated[int, Depends(token_user_id)]
