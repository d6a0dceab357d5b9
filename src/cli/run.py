"""Start everything for development: `python -m src.cli run`."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Coroutine
from ipaddress import ip_address
from types import FrameType
from typing import NoReturn

import typer

from src.cli.sample_data import load, load_demo
from src.cli.serve import APP, require_free_port, server_options
from src.cli.support import fail, open_database, read_settings
from src.config import Settings

OPEN_WARNING = """
  WARNING: HOST is {host}, so others can reach this server, and it runs for development.

    The sample data was not loaded: its passwords, the administrator's too, are public. If it was
    loaded before, these accounts are there: change their passwords, or set HOST=127.0.0.1.
"""


def is_loopback(host: str) -> bool:
    """Whether a server that listens there is reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def run() -> None:
    """Start everything for development: database, migrations, sample data, server."""
    _start(read_settings(), lambda settings, url: load(settings, url, only_if_empty=True))


def demo() -> None:
    """Like `run`, with a season of events beside the sample data. Refused in production."""
    settings = read_settings()
    if settings.is_production or not is_loopback(settings.host):
        fail("The demo has public passwords: it runs on this machine alone, and not in production.")
    _start(settings, load_demo)


def _start(
    settings: Settings, load_data: Callable[[Settings, str], Coroutine[None, None, None]]
) -> None:
    from src.infrastructure.database import migrations

    require_free_port(settings)
    # uvicorn raises a signal again after its shutdown; without this handler a SIGTERM would end
    # the process there, before the database is stopped.
    signal.signal(signal.SIGTERM, _exit_on_signal)
    with open_database(settings) as url:
        applied = asyncio.run(migrations.migrate_up(settings.direct_url(url)))
        typer.echo(f"Migrations: {len(applied)} applied." if applied else "Migrations: up to date.")
        if not settings.is_production and is_loopback(settings.host):
            asyncio.run(load_data(settings, url))
        elif not settings.is_production:
            typer.echo(OPEN_WARNING.format(host=settings.host), err=True)
        _announce_when_started(settings)
    typer.echo("Stopped.")


def _announce_when_started(settings: Settings) -> None:
    import uvicorn

    class AnnouncingServer(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                typer.echo(_banner(settings))

    server = AnnouncingServer(uvicorn.Config(APP, **server_options(settings)))
    with contextlib.suppress(KeyboardInterrupt):
        server.run()
    if not server.started:
        raise typer.Exit(1)


def _banner(settings: Settings) -> str:
    from src.cli.load_sample_data import ADMIN_EMAIL, PASSWORD

    address = f"http://{settings.host}:{settings.port}"
    lines = [
        "",
        f"  Event ticketing is ready:  {address}",
        "",
        f"    What is on               {address}/",
        f"    Events, movies, venues   {address}/events  {address}/movies  {address}/venues",
        f"    API, to try in a browser {address}/docs",
        f"    API reference            {address}/redoc",
        f"    Ready? Metrics           {address}/ready  {address}/metrics",
    ]
    if settings.mails_go_to_folder:
        lines.append(f"    Mails that it writes     {address}/dev/mails")
    if not settings.is_production and is_loopback(settings.host):
        lines += [
            "",
            f"    Log in as admin          {ADMIN_EMAIL} / {PASSWORD}",
            f"    Log in as customer       somchai@example.com / {PASSWORD}",
            "    (if you kept the sample data)",
        ]
    return "\n".join([*lines, "", "    Database shell: make psql      Stop: Ctrl-C", ""])


def _exit_on_signal(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
