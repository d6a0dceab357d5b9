"""People whom nearly every test of the API needs."""

import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person


@pytest.fixture
async def organizer(api: Api) -> Person:
    return await api.person(Role.ORGANIZER)


@pytest.fixture
async def buyer(api: Api) -> Person:
    return await api.person()


@pytest.fixture
async def admin(api: Api) -> Person:
    return await api.person(Role.ADMIN)
