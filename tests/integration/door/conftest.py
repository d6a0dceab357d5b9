"""Doors of events with and without re-entry."""

import pytest

from tests.support.api import Api, Person
from tests.support.door import Door, open_door


@pytest.fixture
async def door(api: Api, organizer: Person) -> Door:
    return await open_door(api, organizer)


@pytest.fixture
async def revolving_door(api: Api, organizer: Person) -> Door:
    """Of an event that lets people out and in again."""
    return await open_door(api, organizer, allows_reentry=True)
