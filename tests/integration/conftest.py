"""People whom nearly every test of the API needs, and a world with one of everything."""

from collections.abc import AsyncIterator

import asyncpg
import httpx
import pytest
from fastapi import FastAPI

from src.container import Container
from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.authorization.world import World, make_world
from tests.support.database import empty


@pytest.fixture
async def organizer(api: Api) -> Person:
    return await api.person(Role.ORGANIZER)


@pytest.fixture
async def buyer(api: Api) -> Person:
    return await api.person()


@pytest.fixture
async def admin(api: Api) -> Person:
    return await api.person(Role.ADMIN)


@pytest.fixture(scope="module")
async def made_world(app: FastAPI, database_url: str) -> AsyncIterator[World]:
    connection = await asyncpg.connect(database_url)
    await empty(connection)
    container: Container = app.state.container
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield await make_world(container, client, connection)
    await connection.close()


@pytest.fixture
async def world(made_world: World) -> World:
    """As it was made, whatever the test before did to it."""
    await made_world.restore()
    return made_world
