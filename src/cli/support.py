"""Shared by the commands: settings, a database and a container, and how to give up."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, NoReturn

import typer

from src.config import ConfigurationError, Settings, load_settings

# The container loads everything; a command that needs none of it starts at once.
if TYPE_CHECKING:
    from src.container import Container


def read_settings() -> Settings:
    """The settings; a wrong one is named in one sentence, and the command ends."""
    try:
        return load_settings()
    except ConfigurationError as error:
        fail(f"Configuration error: {error}")


@contextlib.contextmanager
def open_database(settings: Settings) -> Iterator[str]:
    """The database's address; the embedded server runs meanwhile if there is no other."""
    from src.infrastructure.database.embedded import EmbeddedPostgres, EmbeddedPostgresError

    if settings.database_url is not None:
        yield settings.database_url
        return
    server = EmbeddedPostgres(settings.data_dir)
    try:
        yield server.start()
    except EmbeddedPostgresError as error:
        fail(str(error))
    finally:
        server.stop()


@contextlib.asynccontextmanager
async def open_container(settings: Settings, url: str) -> AsyncIterator["Container"]:
    """A container on this database, whose connections are closed afterwards."""
    from src.container import Container

    container = Container(settings=settings)
    await container.adapters.database().open(url)
    try:
        yield container
    finally:
        await container.adapters.database().close()


def fail(message: str) -> NoReturn:
    """Say it on standard error, and end with exit code 1."""
    typer.echo(message, err=True)
    raise typer.Exit(1)
