"""Serve the API: `python -m src.cli serve`."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from src.cli.support import fail, read_settings
from src.config import Settings
from src.infrastructure.optional_libraries import without_unused_libraries

APP = "src.main:app"
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
IDLE_SECONDS = 5
IDLE_SECONDS_OF_PROXY = 75
"""More than the 60 s for which nginx keeps an idle connection open: the one that writes closes it.

Otherwise a proxy may send a POST into a connection that is being closed here, and it is lost: a
proxy must not send it again. Browsers get less, as each of them has a connection.
"""


def serve(
    workers: Annotated[int, typer.Option(min=1, max=256, help="Server processes.")] = 1,
) -> None:
    """Serve the API on HOST:PORT; the database must be migrated (see `migrate up`)."""
    with without_unused_libraries():
        import uvicorn

    settings = read_settings()
    require_free_port(settings)
    with shared_metrics() if workers > 1 else nullcontext():
        uvicorn.run(APP, workers=workers, **server_options(settings))


@contextmanager
def shared_metrics() -> Iterator[None]:
    """A new folder in which the processes that are started during the block count together."""
    with TemporaryDirectory(prefix="ticketing-metrics-") as folder:
        os.environ[FOLDER] = folder
        yield


def server_options(settings: Settings) -> dict[str, Any]:
    """Options of uvicorn, for this command and for `run`."""
    from src.presentation.server.protocol import BoundedHttpProtocol

    return {
        "http": BoundedHttpProtocol,
        "ws": "none",
        "server_header": False,
        "host": settings.host,
        "port": settings.port,
        "log_config": None,
        "access_log": False,
        "timeout_graceful_shutdown": 10,
        "timeout_keep_alive": IDLE_SECONDS_OF_PROXY if settings.trusted_proxies else IDLE_SECONDS,
        # The application reads these headers itself, from TRUSTED_PROXIES only.
        "proxy_headers": False,
        "forwarded_allow_ips": ",".join(settings.trusted_proxies),
    }


def require_free_port(settings: Settings) -> None:
    """End the command with a message if HOST:PORT is in use."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            fail(
                f"Cannot listen on {settings.host}:{settings.port}: {error.strerror}. "
                "Stop what uses it, or set HOST or PORT."
            )
