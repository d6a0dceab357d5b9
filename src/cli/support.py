"""Shared by the commands: settings, a database, a container, and failing with a message."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, NoReturn

import typer

from src.config import ConfigurationError, Settings, load_settings

# Importing the container is slow, so only commands that need it do.
if TYPE_CHECKING:
    from src.container import Container


def read_settings() -> Settings:
    """The settings; an invalid one ends the command with a message that names it."""
    try:
        return load_settings()
    except ConfigurationError as error:
        fail(f"Configuration error: {error}")


@contextlib.contextmanager
def open_database(settings: Settings) -> Iterator[str]:
    """The database's address; without DATABASE_URL the embedded server runs during the block."""
    from src.infrastructure.database.embedded import EmbeddedPostgres, EmbeddedPostgresError

    if settings.database_url is not None:
        yield settings.database_url
        return
    server = EmbeddedPostgres(settings.data_dir, backup_dir=settings.backup_dir)
    try:
        yield server.start()
    except EmbeddedPostgresError as error:
        fail(str(error))
    finally:
        server.stop()


@contextlib.asynccontextmanager
async def open_container(settings: Settings, url: str) -> AsyncIterator["Container"]:
    """A container with this database, whose connections are closed afterwards."""
    from src.container import Container

    container = Container(settings=settings)
    await container.adapters.database().open(url)
    try:
        yield container
    finally:
        await container.adapters.database().close()


def fail(message: str) -> NoReturn:
    """Print the message on standard error, and end with exit code 1."""
    typer.echo(message, err=True)
    raise typer.Exit(1)
