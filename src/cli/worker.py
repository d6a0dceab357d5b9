"""Run the jobs: `python -m src.cli worker`."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from src.cli.support import fail, open_container, open_database, read_settings
from src.config import Settings

# Importing the container is slow, so only commands that need it do.
if TYPE_CHECKING:
    from src.container import Container


def worker() -> None:
    """Run the jobs (hold expiry, completion of past events, clean-up) without the API."""
    from src.container.logs import set_up_logs

    settings = read_settings()
    set_up_logs(settings)
    with open_database(settings) as url:
        asyncio.run(_run_worker(settings, url))


@asynccontextmanager
async def _metrics_served(container: "Container", settings: Settings) -> AsyncIterator[None]:
    """Answer Prometheus during the block, in a thread, if there is a port for it."""
    from prometheus_client import start_http_server

    if settings.worker_metrics_port is None:
        yield
        return
    registry = container.adapters.metrics_registry()
    try:
        server, thread = start_http_server(settings.worker_metrics_port, settings.host, registry)
    except OSError as error:
        address = f"{settings.host}:{settings.worker_metrics_port}"
        fail(f"Cannot listen on {address}: {error.strerror}. Set HOST or WORKER_METRICS_PORT.")
    from src.infrastructure.metrics.sampling import sampled

    async with sampled(container.adapters.samples()):
        yield
    server.shutdown()
    server.server_close()
    thread.join()


async def _run_worker(settings: Settings, url: str) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    direct = settings.direct_url(url)
    async with (
        open_container(settings, url) as container,
        container.adapters.event_changes().running(direct),
        _metrics_served(container, settings),
        container.jobs.worker().running(direct),
    ):
        await stop.wait()
