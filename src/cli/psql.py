"""Open a database shell: `python -m src.cli psql`."""

import os
import signal
import subprocess

import typer

from src.cli.support import open_database, read_settings


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
        # Ctrl-C is left to psql, where it cancels a query.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        code = subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
    raise typer.Exit(code)
