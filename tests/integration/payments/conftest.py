"""What most tests of payments begin with."""

from typing import Any

import pytest

from tests.support.api import Api, Person
from tests.support.orders import order_of


@pytest.fixture
async def order(api: Api, organizer: Person, buyer: Person) -> dict[str, Any]:
    """Two tickets, 50.00, of an event that is paid online."""
    return await order_of(api, buyer, await api.event(organizer, payment="online"))
