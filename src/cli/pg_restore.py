"""Restore a backup: `python -m src.cli pg-restore --no-owner --dbname restored backup.dump`."""

import typer

from src.cli.psql import run_client


def pg_restore(context: typer.Context) -> None:
    """Restore a dump with the pg_restore of the embedded PostgreSQL, and pg_restore's arguments."""
    run_client("pg_restore", context.args)
