"""A database of its own for tests that cannot share the session's application."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from tests.support.database import MakeDatabase


@pytest.fixture
async def own_url(make_database: MakeDatabase) -> str:
    """The address of a database that no other test sees."""
    return await make_database()


@pytest.fixture
async def own_connection(own_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to that database, beside those of the application."""
    connection = await asyncpg.connect(own_url)
    yield connection
    await connection.close()
