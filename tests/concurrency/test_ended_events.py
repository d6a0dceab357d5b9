"""Events of one order that end at the same moment: the order ends with the last of them."""

import asyncio

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.concurrency.running import deadlocks, running_app, wait_until_blocked
from tests.support.orders import order_of

STATUS = "SELECT status::text FROM orders WHERE id = $1"


@pytest.mark.parametrize("other", ["completed", "cancelled"])
async def test_order_is_completed_when_its_two_events_end_at_once(
    other: str, own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
        events = [await api.event(organizer) for _ in range(2)]
        order = await order_of(api, buyer, *events)
        assert order["status"] == "confirmed"
        async with own_connection.transaction():
            # Both have then looked for the orders that end with them, and neither has committed:
            # one waits to write its audit log, the other may wait for the first.
            await own_connection.execute("LOCK TABLE audit_log IN EXCLUSIVE MODE")
            ending = [
                asyncio.create_task(end(api, organizer, event["id"], status))
                for event, status in zip(events, ("completed", other), strict=True)
            ]
            await wait_until_blocked(own_connection, 2)
        assert await asyncio.gather(*ending) == [200, 200]
        assert await own_connection.fetchval(STATUS, order["id"]) == "completed"
        audited = "SELECT count(*) FROM audit_log WHERE action = 'order.completed'"
        assert await own_connection.fetchval(audited) == 1
    assert await deadlocks(own_connection) == 0


async def end(api: Api, organizer: Person, event_id: int, status: str) -> int:
    return (await api.put(f"/events/{event_id}", organizer, {"status": status})).status_code
