"""The command line: what the Makefile and the scripts call. `python -m src.cli --help`."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from src.config import ConfigurationError, LogFormat, Settings, load_settings
from src.infrastructure.logs import configure_logs

if TYPE_CHECKING:
    from src.container import Container

APP = "src.main:app"

cli = typer.Typer(
    help="Event ticketing: run it, migrate its database, load sample data.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
migrate = typer.Typer(help="Migrate the database.", no_args_is_help=True)
cli.add_typer(migrate, name="migrate")


@cli.command()
def run() -> None:
    """Start everything for development: database, migrations, sample data, server."""
    settings = _settings()
    _require_free_port(settings)
    # uvicorn raises a signal again after its own shutdown; without this a SIGTERM would end
    # the process there, before the database is stopped.
    signal.signal(signal.SIGTERM, _exit_on_signal)
    with _database(settings) as url:
        applied = asyncio.run(_migrate_up(url))
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

    settings = _settings()
    _require_free_port(settings)
    uvicorn.run(APP, workers=workers, **_server_options(settings))


@cli.command()
def worker() -> None:
    """Run the jobs (hold expiry, completion of past events, clean-up) without the API."""
    settings = _settings()
    configure_logs(is_json=settings.log_format is LogFormat.JSON)
    with _database(settings) as url:
        asyncio.run(_run_worker(settings, url))


@cli.command()
def sample_data() -> None:
    """Load the sample data; again without duplicating. Refused in production."""
    settings = _settings()
    if settings.is_production:
        _fail("Sample data has public passwords: it is refused when ENVIRONMENT is production.")
    with _database(settings) as url:
        asyncio.run(_load_sample_data(settings, url, only_if_empty=False))


@cli.command()
def openapi() -> None:
    """Print the OpenAPI document; needs no database."""
    from src.app import create_app

    document = create_app(_settings()).openapi()
    typer.echo(json.dumps(document, indent=2, ensure_ascii=False))


@cli.command()
def psql() -> None:
    """Open a psql shell on the database."""
    from src.infrastructure.database.embedded import EmbeddedPostgres
    from src.infrastructure.database.embedded_process import find_program

    settings = _settings()
    with _database(settings):
        if settings.database_url is None:
            command, environment = EmbeddedPostgres(settings.data_dir).psql_command()
        else:
            program, environment = str(find_program("psql")), dict(os.environ)
            command = [program, settings.database_url]
        # Ctrl-C is psql's: it cancels a query.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        code = subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
    raise typer.Exit(code)


@migrate.command("up")
def migrate_up() -> None:
    """Apply every migration that is missing."""
    with _database(_settings()) as url:
        _report("Applied", asyncio.run(_migrate_up(url)), "Nothing to do: up to date.")


@migrate.command("down")
def migrate_down() -> None:
    """Undo the newest migration."""
    from src.infrastructure.database import migrations

    with _database(_settings()) as url:
        _report("Undone", asyncio.run(migrations.migrate_down(url)), "There is nothing to undo.")


@migrate.command("status")
def migrate_status() -> None:
    """Show which migrations are applied."""
    from src.infrastructure.database import migrations

    with _database(_settings()) as url:
        applied = asyncio.run(migrations.applied_migrations(url))
    for name in migrations.known_migrations():
        typer.echo(f"  [{'x' if name in applied else ' '}] {name.removesuffix('.py')}")
    for name in applied:
        if name not in migrations.known_migrations():
            typer.echo(f"  [?] {name.removesuffix('.py')} (unknown to this version)")


@migrate.command("reset")
def migrate_reset(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Drop every table with its rows, and migrate anew. Refused in production."""
    from src.infrastructure.database import migrations

    settings = _settings()
    if settings.is_production:
        _fail("A reset destroys all data: it is refused when ENVIRONMENT is production.")
    if not yes:
        if not sys.stdin.isatty():
            _fail("A reset destroys all data. Say --yes if you mean it.")
        typer.confirm("This destroys all data in the database. Go on?", abort=True)
    with _database(settings) as url:
        _report("Applied anew", asyncio.run(migrations.migrate_reset(url)), "")


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
            _fail(
                f"Cannot listen on {settings.host}:{settings.port}: {error.strerror}. "
                "Stop what uses it, or set HOST or PORT."
            )


def _settings() -> Settings:
    try:
        return load_settings()
    except ConfigurationError as error:
        _fail(f"Configuration error: {error}")


@contextlib.contextmanager
def _database(settings: Settings) -> Iterator[str]:
    """The database's address; the embedded server runs meanwhile if there is no other."""
    from src.infrastructure.database.embedded import EmbeddedPostgres, EmbeddedPostgresError

    if settings.database_url is not None:
        yield settings.database_url
        return
    server = EmbeddedPostgres(settings.data_dir)
    try:
        yield server.start()
    except EmbeddedPostgresError as error:
        _fail(str(error))
    finally:
        server.stop()


async def _migrate_up(url: str) -> Sequence[str]:
    from src.infrastructure.database import migrations

    return await migrations.migrate_up(url)


async def _load_sample_data(settings: Settings, url: str, *, only_if_empty: bool) -> None:
    from src.sample_data import ADMIN_EMAIL, PASSWORD, is_empty, load_sample_data

    async with _container(settings, url) as container:
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
        _container(settings, url) as container,
        container.event_changes().running(url),
        container.worker().running(url),
    ):
        await stop.wait()


@contextlib.asynccontextmanager
async def _container(settings: Settings, url: str) -> AsyncIterator["Container"]:
    from src.container import Container

    container = Container(settings=settings)
    await container.database().open(url)
    try:
        yield container
    finally:
        await container.database().close()


def _report(verb: str, names: Sequence[str], nothing: str) -> None:
    for name in names:
        typer.echo(f"{verb}: {name.removesuffix('.py')}")
    if not names:
        typer.echo(nothing)


def _open_standard_streams() -> None:
    # Started with a closed standard input (`<&-`), the event loop would get its descriptor, and
    # libuv aborts the process when it closes one of the first three.
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)


def _exit_on_signal(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _fail(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(1)


def main() -> None:
    """Run the command line; what goes wrong outside of us is one sentence."""
    _open_standard_streams()
    try:
        cli()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
