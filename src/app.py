"""Builds the application: container, error handlers, lifespan, routes; nothing else."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import structlog
from dependency_injector import providers
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from src.config import SHOP_NAME, LogFormat, Settings, read_version
from src.container import Container
from src.infrastructure.database.embedded import EmbeddedPostgres, EmbeddedPostgresError
from src.infrastructure.database.errors import as_refusal
from src.infrastructure.logs import configure_logs
from src.infrastructure.memory import settle_memory
from src.presentation.api.v1.router import include_v1
from src.presentation.controllers.fake_payment import router as fake_payment_router
from src.presentation.controllers.service import router as service_router
from src.presentation.utils.injection import PROVIDED
from src.presentation.utils.load_shedding import LoadShedding
from src.presentation.utils.openapi import install_openapi, unique_id
from src.presentation.utils.problem import install_problem_handlers
from src.presentation.utils.request_context import HEADER, RequestContext

DESCRIPTION = """Browse events, book tickets, pay for them, check them in at the door.

Log in with **Authorize** (or `POST /api/v1/auth/login`), then try any operation. Every error
has one form, [problem details](/errors).
"""

TAGS = (
    "Auth",
    "Users",
    "Venues",
    "Events",
    "Ticket types",
    "Bookings",
    "Reservations",
    "Tickets",
    "Cart",
    "Orders",
    "Transactions",
    "Discounts",
    "Analytics",
    "Service",
)

SUPERVISION_SECONDS = 1.0

log = structlog.get_logger()


def create_app(settings: Settings, overrides: Mapping[str, object] | None = None) -> FastAPI:
    """The application. `overrides` replace what the container provides, by name (for tests)."""
    configure_logs(is_json=settings.log_format is LogFormat.JSON)
    container = Container(settings=settings)
    for name, replacement in (overrides or {}).items():
        container.providers[name].override(providers.Object(replacement))
    app = FastAPI(
        title=SHOP_NAME,
        version=read_version(),
        description=DESCRIPTION,
        openapi_tags=[{"name": name} for name in TAGS],
        lifespan=_lifespan,
        generate_unique_id_function=unique_id,
    )
    app.state.container = container
    include_v1(app)
    app.include_router(service_router)
    if "fake" in settings.payment_provider_names:
        app.include_router(fake_payment_router)
    install_problem_handlers(app)
    install_openapi(app)
    # The last one added is the first to see a request.
    app.add_middleware(LoadShedding, max_requests=settings.max_requests)
    app.add_middleware(RequestContext, metrics=container.request_metrics(), as_refusal=as_refusal)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.cors_origins,
        allow_methods=["*"],
        allow_headers=["*"],
        expose_headers=["ETag", "Link", "Location", "Retry-After", "Idempotency-Replayed", HEADER],
    )
    if unknown := PROVIDED - container.providers.keys():
        raise LookupError(f"The container provides no {', '.join(sorted(unknown))}.")
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    container: Container = app.state.container
    settings: Settings = container.settings()
    async with _database_url(settings) as url:
        database = container.database()
        await database.open(url)
        try:
            await _warn_unless_ready(container)
            async with AsyncExitStack() as stack:
                await stack.enter_async_context(container.event_changes().running(url))
                if "fake" in settings.payment_provider_names:
                    stack.push_async_callback(container.fake_payments().webhooks.close)
                if settings.worker_enabled:
                    await stack.enter_async_context(container.worker().running(url))
                settle_memory()
                yield
        finally:
            await database.close()


@asynccontextmanager
async def _database_url(settings: Settings) -> AsyncIterator[str]:
    """DATABASE_URL, or the address of an embedded server that is kept alive meanwhile."""
    if settings.database_url is not None:
        yield settings.database_url
        return
    server = EmbeddedPostgres(settings.data_dir)
    url = await asyncio.to_thread(server.start)
    supervision = asyncio.create_task(_supervise(server))
    try:
        yield url
    finally:
        supervision.cancel()
        with suppress(asyncio.CancelledError):
            await supervision
        await asyncio.to_thread(server.stop)


async def _supervise(server: EmbeddedPostgres) -> None:
    """Start the embedded server again when it dies, as a service manager would."""
    while True:
        await asyncio.sleep(SUPERVISION_SECONDS)
        try:
            if not server.is_alive():
                log.warning("embedded_postgres_died", action="starting it again")
                await asyncio.to_thread(server.revive)
        except EmbeddedPostgresError as error:
            log.error("embedded_postgres_is_down", error=str(error))


async def _warn_unless_ready(container: Container) -> None:
    # No reason to stop: requests are answered 503 until the database is there.
    if (reason := await container.readiness()()) is not None:
        log.warning("not_ready", reason=reason)
