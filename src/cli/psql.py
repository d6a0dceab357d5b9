"""Open a database shell, or run SQL in one: `python -m src.cli psql`."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from typing import NoReturn

import typer

from src.cli.support import fail, open_database, read_settings


def psql(context: typer.Context) -> None:
    """Open a psql shell on the database; with psql's arguments (-c, -f …) do what they say."""
    run_client("psql", context.args)


def run_client(program: str, arguments: Sequence[str]) -> NoReturn:
    """Run this program of the embedded PostgreSQL on the database, and end as it ends."""
    from src.infrastructure.database.embedded import EmbeddedPostgres, EmbeddedPostgresError
    from src.infrastructure.database.embedded_process import find_program

    try:
        path = str(find_program(program))
    except EmbeddedPostgresError as error:
        fail(str(error))
    if arguments in (["--help"], ["--version"]):
        # pg_dump knows these only where they are its first argument.
        raise typer.Exit(_run([path, *arguments]))
    settings = read_settings()
    with open_database(settings):
        if settings.database_url is None:
            command, environment = EmbeddedPostgres(settings.data_dir).client_command(program)
        else:
            command, environment = (
                [path, "--dbname", settings.direct_url(settings.database_url)],
                dict(os.environ),
            )
        code = _run([*command, *arguments], environment)
    raise typer.Exit(code)


def _run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    # Ctrl-C is left to the program: psql cancels a query, the others end.
    signal.signal(signal.SIGINT, lambda *_: None)
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
