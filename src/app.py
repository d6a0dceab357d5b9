"""Builds the application: container, error handlers, lifespan, routes."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import structlog
from dependency_injector import providers
from fastapi import FastAPI
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from src.config import SHOP_NAME, Settings, read_version
from src.container import Container, providers_by_name
from src.container.capacity import fit_to_descriptors
from src.container.logs import set_up_logs
from src.container.replica_reads import REPLICA_READS
from src.infrastructure.database.embedded import EmbeddedPostgres, EmbeddedPostgresError
from src.infrastructure.database.errors import as_refusal
from src.infrastructure.documents.missing_fonts import log_missing_fonts
from src.infrastructure.garbage_collection import tune_garbage_collection
from src.infrastructure.metrics.sampling import sampled
from src.presentation.api.v1.router import include_v1
from src.presentation.controllers.documentation import router as documentation_router
from src.presentation.controllers.service import router as service_router
from src.presentation.dependencies.injection import PROVIDED
from src.presentation.dependencies.strict_route import unique_id
from src.presentation.middleware.cors import Cors
from src.presentation.middleware.faults import Faults
from src.presentation.middleware.fixed_paths import FixedPaths, methods_of_fixed_paths
from src.presentation.middleware.head import HeadAsGet
from src.presentation.middleware.load_shedding import LoadShedding
from src.presentation.middleware.path_prefix import PathPrefix
from src.presentation.middleware.rate_limit_headers import RateLimitHeaders
from src.presentation.middleware.request_context import HEADER, RequestContext
from src.presentation.middleware.tracing import TraceRequests
from src.presentation.openapi import install_openapi
from src.presentation.openapi_tags import TAGS
from src.presentation.server.connections import CONNECTIONS, ConnectionLimits, Connections
from src.presentation.utils.path_prefix import STATE as PATH_PREFIX
from src.presentation.utils.problem import install_problem_handlers
from src.presentation.utils.routes_by_path import RoutesByPath
from src.presentation.web.pages.dev_mails import router as dev_mails_router
from src.presentation.web.router import (
    include_fake_payments,
    include_pages,
)

DESCRIPTION = """Browse events, book tickets, pay for them, check them in at the door.

Log in with **Authorize** (or `POST /api/v1/auth/login`), then try any operation. All errors
are [problem details]({prefix}/errors). Beside those that an operation names, any may be answered
with 405 `method_not_allowed`, 408 `request_timeout` and 431 `head_too_large`.

Times are RFC 3339, between the years 1900 and 9000. Requests are promised those with an offset or
`Z`; one without is by the clocks of the event or venue, else UTC, and a date alone is its midnight.
Amounts of money are strings, and JSON numbers are read too. Names and texts are without control
characters, but for tabs and line breaks in texts. Fields and query parameters that do not exist are
refused without `Prefer: handling=lenient`.
"""

SUPERVISION_SECONDS = 1.0

EXPOSED_HEADERS = (
    "ETag",
    "Link",
    "Location",
    "X-Next-Cursor",
    "X-Total-Count",
    "Retry-After",
    "RateLimit",
    "RateLimit-Policy",
    "Idempotency-Replayed",
    "Preference-Applied",
    HEADER,
)

log = structlog.get_logger()


def create_app(settings: Settings, overrides: Mapping[str, object] | None = None) -> FastAPI:
    """Create the application. `overrides` replace the container's providers, by name (tests).

    Raises ConfigurationError when the process may open too few files, or a wallet has wrong keys.
    """
    set_up_logs(settings)
    settings = fit_to_descriptors(settings)
    container = Container(settings=settings)
    provided = providers_by_name(container)
    for name, replacement in (overrides or {}).items():
        provided[name].override(providers.Object(replacement))
    app = FastAPI(
        title=SHOP_NAME,
        version=read_version(),
        description=DESCRIPTION.format(prefix=settings.path_prefix),
        servers=[{"url": settings.public_url or "/", "description": "This service"}],
        license_info={"name": "MIT", "identifier": "MIT"},
        openapi_tags=TAGS,
        lifespan=_lifespan,
        generate_unique_id_function=unique_id,
        # FastAPI's own pages load scripts from another host.
        docs_url=None,
        redoc_url=None,
        # Served encoded, see `install_openapi`.
        openapi_url=None,
        # The redirect would go to whatever host the request names.
        redirect_slashes=False,
        # It needs a library that is not installed, for which it would look with each request.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    # Wrong keys show at the start, not to the first holder of a ticket.
    container.adapters.apple_wallet()
    container.adapters.google_wallet()
    app.state.container = container
    app.state.providers = provided
    app.state.tracing = container.adapters.tracing()
    app.state.replica = container.adapters.replica()
    app.state.replica_reads = REPLICA_READS
    app.state.own_url = settings.own_url
    app.state.path_prefix = settings.path_prefix
    include_v1(app)
    app.include_router(service_router)
    app.include_router(documentation_router)
    if "fake" in settings.payment_provider_names:
        include_fake_payments(app)
    include_pages(app)
    if settings.mails_go_to_folder:
        app.include_router(dev_mails_router)
    install_problem_handlers(app)
    install_openapi(app)
    app.router.routes.insert(0, RoutesByPath(app.routes))
    # The last one added is the outermost.
    app.add_middleware(FixedPaths, methods=methods_of_fixed_paths(app.routes))
    app.add_middleware(RateLimitHeaders)
    app.add_middleware(
        LoadShedding,
        shares=container.adapters.requests(),
        user_of=container.adapters.access_tokens().user_of,
        user_of_key=container.api_keys.authenticate_key().user_of,
        session_of=container.adapters.signed_session_of(),
    )
    app.add_middleware(Faults, as_refusal=as_refusal)
    app.add_middleware(
        Cors,
        allow_origins=settings.cors_origins,
        allow_methods=["*"],
        allow_headers=["*"],
        expose_headers=EXPOSED_HEADERS,
    )
    app.add_middleware(RequestContext, metrics=container.adapters.request_metrics())
    app.add_middleware(HeadAsGet)
    if settings.path_prefix:
        app.add_middleware(PathPrefix, prefix=settings.path_prefix)
    if settings.trusted_proxies:
        trusted = list(settings.trusted_proxies)
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=trusted)
    if (tracing := container.adapters.tracing()) is not None:
        app.add_middleware(TraceRequests, tracing=tracing)
    if unknown := PROVIDED - provided.keys():
        raise LookupError(f"The container provides no {', '.join(sorted(unknown))}.")
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[dict[str, object]]:
    """Run all that requests need; the state that it gives is the server's, for each connection."""
    container: Container = app.state.container
    settings: Settings = container.settings()
    async with _database_url(settings) as url:
        database = container.adapters.database()
        await database.open(url)
        direct = settings.direct_url(url)
        try:
            await _warn_unless_ready(container)
            _warn_unless_mails_go(container)
            _warn_unless_addressed(settings)
            async with AsyncExitStack() as stack:
                stack.push_async_callback(container.adapters.rate_limiter().close)
                if (replica := container.adapters.replica()) is not None:
                    await stack.enter_async_context(replica.running())
                await stack.enter_async_context(container.adapters.event_changes().running(direct))
                await stack.enter_async_context(sampled(container.adapters.samples()))
                if "fake" in settings.payment_provider_names:
                    stack.push_async_callback(container.adapters.fake_payments().webhooks.close)
                if settings.worker_enabled:
                    await stack.enter_async_context(container.jobs.worker().running(direct))
                stack.push_async_callback(container.adapters.press().close)
                fonts = asyncio.create_task(log_missing_fonts())
                stack.callback(fonts.cancel)
                tune_garbage_collection()
                limits = ConnectionLimits(
                    settings.max_connections, settings.max_connections_per_client
                )
                yield {CONNECTIONS: Connections(limits), PATH_PREFIX: settings.path_prefix}
        finally:
            await database.close()


@asynccontextmanager
async def _database_url(settings: Settings) -> AsyncIterator[str]:
    """DATABASE_URL, or the address of an embedded server that is kept running during the block."""
    if settings.database_url is not None:
        yield settings.database_url
        return
    server = EmbeddedPostgres(settings.data_dir, backup_dir=settings.backup_dir)
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
    """Restart the embedded server when it dies, as a service manager would."""
    while True:
        await asyncio.sleep(SUPERVISION_SECONDS)
        try:
            if not server.is_alive():
                log.warning("embedded_postgres_died", action="starting it again")
                await asyncio.to_thread(server.revive)
        except EmbeddedPostgresError as error:
            log.error("embedded_postgres_is_down", error=str(error))


async def _warn_unless_ready(container: Container) -> None:
    # No reason to stop: requests get 503 until the database is available.
    if (reason := await container.adapters.readiness()()) is not None:
        log.warning("not_ready", reason=reason)


def _warn_unless_mails_go(container: Container) -> None:
    if not container.mailing.mail_transport().is_enabled:
        log.warning("no_mail_server", effect="mails wait, at most five days", setting="SMTP_URL")


def _warn_unless_addressed(settings: Settings) -> None:
    if settings.trusted_proxies and settings.public_url is None:
        effect = f"mails, payments and calendars lead to {settings.own_url}"
        log.warning("no_public_url", effect=effect, setting="PUBLIC_URL")
