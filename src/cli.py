"""The command line: what the Makefile and the scripts call. `python -m src.cli --help`."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer

from src.commands.diagram import diagram
from src.commands.migrate import migrate
from src.commands.reconcile import reconcile
from src.commands.support import fail, open_container, open_database, read_settings
from src.config import LogFormat, Settings
from src.infrastructure.logs import configure_logs

APP = "src.main:app"

cli = typer.Typer(
    help="Event ticketing: run it, migrate its database, load sample data.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
cli.add_typer(migrate, name="migrate")
cli.command()(reconcile)
cli.command()(diagram)


@cli.command()
def run() -> None:
    """Start everything for development: database, migrations, sample data, server."""
    from src.infrastructure.database import migrations

    settings = read_settings()
    _require_free_port(settings)
    # uvicorn raises a signal again after its own shutdown; without this a SIGTERM would end
    # the process there, before the database is stopped.
    signal.signal(signal.SIGTERM, _exit_on_signal)
    with open_database(settings) as url:
        applied = asyncio.run(migrations.migrate_up(url))
        typer.echo(f"Migrations: {len(applied)} applied." if applied else "Migrations: up to date.")
        if not settings.is_production:
            asyncio.run(_load_sample_data(settings, url, only_if_empty=True))
        _announce_when_started(settings)
    typer.echo("Stopped.")


@cli.command()
def serve(
    workers: Annotated[int, typer.Option(min=1, max=256, help="Server processes.")] = 1,
) -> None:
    """Serve the API on HOST:PORT; the database must be migrated (see `migrate up`)."""
    import uvicorn

    settings = read_settings()
    _require_free_port(settings)
    uvicorn.run(APP, workers=workers, **_server_options(settings))


@cli.command()
def worker() -> None:
    """Run the jobs (hold expiry, completion of past events, clean-up) without the API."""
    settings = read_settings()
    configure_logs(is_json=settings.log_format is LogFormat.JSON)
    with open_database(settings) as url:
        asyncio.run(_run_worker(settings, url))


@cli.command()
def sample_data() -> None:
    """Load the sample data; again without duplicating. Refused in production."""
    settings = read_settings()
    if settings.is_production:
        fail("Sample data has public passwords: it is refused when ENVIRONMENT is production.")
    with open_database(settings) as url:
        asyncio.run(_load_sample_data(settings, url, only_if_empty=False))


@cli.command()
def openapi() -> None:
    """Print the OpenAPI document; needs no database."""
    from src.app import create_app

    document = create_app(read_settings()).openapi()
    typer.echo(json.dumps(document, indent=2, ensure_ascii=False))


@cli.command()
def psql() -> None:
    """Open a psql shell on the database."""
    from src.infrastructure.database.embedded import EmbeddedPostgres
    from src.infrastructure.database.embedded_process import find_program

    settings = read_settings()
    with open_database(settings):
        if settings.database_url is None:
            command, environment = EmbeddedPostgres(settings.data_dir).psql_command()
        else:
            program, environment = str(find_program("psql")), dict(os.environ)
            command = [program, settings.database_url]
        # Ctrl-C is psql's: it cancels a query.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        code = subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
    raise typer.Exit(code)


def _announce_when_started(settings: Settings) -> None:
    import uvicorn

    class AnnouncingServer(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                typer.echo(_banner(settings))

    server = AnnouncingServer(uvicorn.Config(APP, **_server_options(settings)))
    with contextlib.suppress(KeyboardInterrupt):
        server.run()
    if not server.started:
        raise typer.Exit(1)


def _server_options(settings: Settings) -> dict[str, Any]:
    return {
        "host": settings.host,
        "port": settings.port,
        "log_config": None,
        "access_log": False,
        "timeout_graceful_shutdown": 10,
    }


def _banner(settings: Settings) -> str:
    from src.sample_data import ADMIN_EMAIL, PASSWORD

    address = f"http://{settings.host}:{settings.port}"
    lines = [
        "",
        f"  Event ticketing is ready:  {address}",
        "",
        f"    API, to try in a browser {address}/docs",
        f"    API reference            {address}/redoc",
        f"    Upcoming events          {address}/api/v1/events",
        f"    Ready? Metrics           {address}/ready  {address}/metrics",
    ]
    if not settings.is_production:
        lines += [
            "",
            f"    Log in as admin          {ADMIN_EMAIL} / {PASSWORD}",
            f"    Log in as customer       somchai@example.com / {PASSWORD}",
            "    (if you kept the sample data)",
        ]
    return "\n".join([*lines, "", "    Database shell: make psql      Stop: Ctrl-C", ""])


def _require_free_port(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            fail(
                f"Cannot listen on {settings.host}:{settings.port}: {error.strerror}. "
                "Stop what uses it, or set HOST or PORT."
            )


async def _load_sample_data(settings: Settings, url: str, *, only_if_empty: bool) -> None:
    from src.sample_data import ADMIN_EMAIL, PASSWORD, is_empty, load_sample_data

    async with open_container(settings, url) as container:
        if only_if_empty and not await is_empty(container):
            return
        typer.echo("Loading sample data:")
        await load_sample_data(container, typer.echo)
        typer.echo(f"  log in as {ADMIN_EMAIL} or somchai@example.com, password {PASSWORD}")


async def _run_worker(settings: Settings, url: str) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with (
        open_container(settings, url) as container,
        container.event_changes().running(url),
        container.worker().running(url),
    ):
        await stop.wait()


def _open_standard_streams() -> None:
    # Started with a closed standard input (`<&-`), the event loop would get its descriptor, and
    # libuv aborts the process when it closes one of the first three.
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)


def _exit_on_signal(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def main() -> None:
    """Run the command line; what goes wrong outside of us is one sentence."""
    _open_standard_streams()
    try:
        cli()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        _fail_if_database_is_away(error)
        raise


def _fail_if_database_is_away(error: Exception) -> None:
    from src.domain.errors import Unavailable
    from src.infrastructure.database.errors import as_refusal

    if isinstance(as_refusal(error), Unavailable):
        why = f"{type(error).__name__}: {error}".strip(": ")
        typer.echo(f"The database does not answer ({why}). Is DATABASE_URL right?", err=True)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
