"""Load the sample data: `python -m src.cli sample-data`."""

import asyncio

import typer

from src.cli.support import fail, open_container, open_database, read_settings
from src.config import Settings


def sample_data() -> None:
    """Load the sample data; safe to repeat without duplicates. Refused in production."""
    settings = read_settings()
    if settings.is_production:
        fail("Sample data has public passwords: it is refused when ENVIRONMENT is production.")
    with open_database(settings) as url:
        asyncio.run(load(settings, url, only_if_empty=False))


async def load(settings: Settings, url: str, *, only_if_empty: bool) -> None:
    """Load the sample data and report it.

    With `only_if_empty` only where there are no users yet, or where it was interrupted before.
    Several processes that start together load it once.
    """
    from src.cli.load_sample_data import ADMIN_EMAIL, PASSWORD, is_wanted, load_sample_data
    from src.infrastructure.database.migrations import set_up_alone

    async with set_up_alone(settings.direct_url(url)), open_container(settings, url) as container:
        if only_if_empty and not await is_wanted(container):
            return
        typer.echo("Loading sample data:")
        await load_sample_data(container, typer.echo)
        typer.echo(f"  log in as {ADMIN_EMAIL} or somchai@example.com, password {PASSWORD}")


async def load_demo(settings: Settings, url: str) -> None:
    """Load the sample data and a season of events, where they are not there yet."""
    from src.cli.load_season import load_season
    from src.infrastructure.database.migrations import set_up_alone

    await load(settings, url, only_if_empty=True)
    async with set_up_alone(settings.direct_url(url)), open_container(settings, url) as container:
        await load_season(container, typer.echo)
