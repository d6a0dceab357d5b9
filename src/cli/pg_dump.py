"""Back the database up: `python -m src.cli pg-dump -Fc -f backup.dump`."""

import typer

from src.cli.psql import run_client


def pg_dump(context: typer.Context) -> None:
    """Dump the database with the pg_dump of the embedded PostgreSQL, and pg_dump's arguments."""
    run_client("pg_dump", context.args)
