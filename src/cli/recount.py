"""Recount the statistics: `python -m src.cli recount`."""

import asyncio

import typer

from src.cli.support import open_database, read_settings


def recount() -> None:
    """Correct the statistics that triggers keep, after a restore in which they counted twice.

    Prints a line for each row that was corrected. Safe to repeat, and beside a running service.
    """
    settings = read_settings()
    with open_database(settings) as url:
        corrected = asyncio.run(_recount(settings.direct_url(url)))
    typer.echo(f"{corrected} corrected." if corrected else "All statistics are right.")


async def _recount(url: str) -> int:
    from src.infrastructure.database import recount as statistics

    corrected = 0
    async for row in statistics.recount(url):
        corrected += 1
        typer.echo(f"{row.noun} {row.id}: corrected")
    return corrected
