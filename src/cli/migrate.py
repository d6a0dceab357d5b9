"""Migrate the database: `python -m src.cli migrate up`."""

import asyncio
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from src.cli.support import fail, open_database, read_settings

migrate = typer.Typer(help="Migrate the database.", no_args_is_help=True)


@migrate.command("up")
def migrate_up() -> None:
    """Apply all missing migrations."""
    from src.infrastructure.database import migrations
    from src.infrastructure.database.orm import PoolSettings, session_settings
    from src.infrastructure.database.pooler import set_for_role

    settings = read_settings()
    with open_database(settings) as url:
        applied = asyncio.run(migrations.migrate_up(settings.direct_url(url)))
        _report("Applied", applied, "Nothing to do: up to date.")
        if settings.database_direct_url is not None:
            asyncio.run(
                set_for_role(settings.database_direct_url, session_settings(PoolSettings()))
            )


@migrate.command("down")
def migrate_down() -> None:
    """Undo the newest migration."""
    from src.infrastructure.database import migrations

    settings = read_settings()
    with open_database(settings) as url:
        undone = asyncio.run(migrations.migrate_down(settings.direct_url(url)))
        _report("Undone", undone, "There is nothing to undo.")


@migrate.command("status")
def migrate_status() -> None:
    """Show which migrations are applied."""
    from src.infrastructure.database import migrations

    settings = read_settings()
    with open_database(settings) as url:
        applied = asyncio.run(migrations.applied_migrations(settings.direct_url(url)))
    for name in migrations.known_migrations():
        typer.echo(f"  [{'x' if name in applied else ' '}] {name.removesuffix('.py')}")
    for name in applied:
        if name not in migrations.known_migrations():
            typer.echo(f"  [?] {name.removesuffix('.py')} (unknown to this version)")


@migrate.command("reset")
def migrate_reset(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for confirmation.")] = False,
) -> None:
    """Drop all tables with their rows, and migrate again. Refused in production."""
    from src.infrastructure.database import migrations

    settings = read_settings()
    if settings.is_production:
        fail("A reset destroys all data: it is refused when ENVIRONMENT is production.")
    if not yes:
        if not sys.stdin.isatty():
            fail("A reset destroys all data. Confirm it with --yes.")
        typer.confirm("This destroys all data in the database. Go on?", abort=True)
    with open_database(settings) as url:
        applied = asyncio.run(migrations.migrate_reset(settings.direct_url(url)))
        _report("Applied again", applied, "")


def _report(verb: str, names: Sequence[str], if_none: str) -> None:
    for name in names:
        typer.echo(f"{verb}: {name.removesuffix('.py')}")
    if not names:
        typer.echo(if_none)
