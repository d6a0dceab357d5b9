"""Capacities that follow are changed while tickets are sold: nothing is ever oversold."""

import asyncio
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.concurrency.running import add_people, discrepancies, outcomes, running_app

BUYERS = 150
KINDS: dict[str, list[dict[str, Any]]] = {
    "the types follow": [{"name": "A"}, {"name": "B"}],
    "the event follows": [{"name": "A", "capacity": 10}, {"name": "B", "capacity": 10}],
}

# What no reader may ever see, and the CHECKs of both tables refuse.
OVERSOLD = """
SELECT 'event' AS kind, id FROM events WHERE total_tickets_sold + tickets_held > capacity
UNION ALL SELECT 'type', id FROM ticket_types WHERE sold + held > capacity
UNION ALL
SELECT 'sum', event.id FROM events AS event WHERE capacity_is_derived AND capacity <> (
    SELECT sum(capacity) FROM ticket_types
    WHERE event_id = event.id AND NOT ticket_types.capacity_is_derived
)
UNION ALL
SELECT 'follower', type.id FROM ticket_types AS type JOIN events ON events.id = type.event_id
WHERE type.capacity_is_derived AND type.capacity <> events.capacity
"""


async def resize(api: Api, organizer: Person, event: dict[str, Any], types: list[int]) -> set[int]:
    """Raise and lower what was given, many times; the statuses."""
    statuses = set()
    for capacity in (12, 30, 20, 45, 8, 60):
        for path in (
            [f"/events/{event['id']}"]
            if not event["capacity_is_derived"]
            else [f"/ticket-types/{type_id}" for type_id in types]
        ):
            response = await api.put(path, organizer, {"capacity": capacity})
            statuses.add(response.status_code)
            await asyncio.sleep(0.01)
    return statuses


@pytest.mark.parametrize("kinds", KINDS.values(), ids=KINDS)
async def test_raising_while_selling_never_oversells(
    own_url: str, own_connection: asyncpg.Connection, kinds: list[dict[str, Any]]
) -> None:
    async with running_app(own_url) as one, running_app(own_url) as other:
        organizer = await one.person(Role.ORGANIZER)
        capacity = None if "capacity" in kinds[0] else 20
        event = await one.event(organizer, capacity=capacity, ticket_types=kinds)
        found = (await one.get(f"/events/{event['id']}/ticket-types")).json()
        types = [kind["id"] for kind in found]
        buyers = await add_people(own_connection, BUYERS)
        path = f"/events/{event['id']}/bookings"
        wrong: list[Any] = []

        async def buy(number: int, buyer: Person) -> Any:
            await asyncio.sleep(number / 300)
            body = {"quantity": 1, "ticket_type_id": types[number % 2]}
            return await (one, other)[number % 3 == 0].post(path, buyer, body)

        async def watch() -> None:
            while True:
                wrong.extend(await own_connection.fetch(OVERSOLD))
                await asyncio.sleep(0.005)

        watching = asyncio.create_task(watch())
        statuses, *responses = await asyncio.gather(
            resize(other, organizer, event, types),
            *(buy(number, buyer) for number, buyer in enumerate(buyers)),
        )
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        left = (await one.get(f"/events/{event['id']}")).json()

    assert wrong == []
    assert 200 in statuses <= {200, 409}
    counted = outcomes(responses)
    assert counted.keys() <= {"201", "insufficient_tickets"}
    assert counted["201"] == left["total_tickets_sold"] > 20
    assert await discrepancies(own_connection) == []
