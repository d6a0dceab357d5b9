"""Buyers who race for the last T-shirts, each with a ticket of the same order."""

import asyncio

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.concurrency.running import (
    add_people,
    at_once,
    discrepancies,
    outcomes,
    running_app,
)

SHIRTS = {"name": "T-shirt", "admits": False, "price": "15.00", "capacity": 5}

SOLD = """
SELECT ticket_types.name, sold, held, count(DISTINCT tickets.user_id) AS buyers
FROM ticket_types LEFT JOIN tickets ON tickets.ticket_type_id = ticket_types.id
WHERE ticket_types.event_id = $1 GROUP BY ticket_types.event_id, ticket_types.id
ORDER BY ticket_types.id
"""


@pytest.mark.parametrize("payment", ["none", "online"])
async def test_five_of_thirty_orders_get_a_shirt_and_the_others_nothing(
    own_url: str, own_connection: asyncpg.Connection, payment: str
) -> None:
    async with running_app(own_url) as api, running_app(own_url) as other:
        organizer = await api.person(Role.ORGANIZER)
        event = await api.event(organizer, capacity=100, payment=payment)
        path = f"/events/{event['id']}/ticket-types"
        assert (await api.post(path, organizer, SHIRTS)).status_code == 201
        ticket, shirt = (await api.get(path)).json()
        items = [{"ticket_type_id": kind["id"], "quantity": 1} for kind in (ticket, shirt)]
        buyers = await add_people(own_connection, 30)

        responses = await at_once(
            *(
                (api if number % 2 else other).post("/orders", buyer, {"items": items})
                for number, buyer in enumerate(buyers)
            )
        )

    assert outcomes(responses) == {"201": 5, "insufficient_tickets": 25}
    rows = await own_connection.fetch(SOLD, event["id"])
    assert [row["sold"] + row["held"] for row in rows] == [5, 5]
    assert [row["buyers"] for row in rows] == [5, 5]
    counted = await own_connection.fetchrow(
        "SELECT total_tickets_sold + tickets_held FROM events WHERE id = $1", event["id"]
    )
    assert counted is not None and counted[0] == 5
    assert await discrepancies(own_connection) == []


async def test_who_has_the_last_tickets_races_for_the_last_shirts(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        organizer = await api.person(Role.ORGANIZER)
        event = await api.event(organizer, capacity=10)
        path = f"/events/{event['id']}/ticket-types"
        shirt = (await api.post(path, organizer, SHIRTS)).json()
        buyers = await add_people(own_connection, 20)
        body = {"ticket_type_id": shirt["id"], "quantity": 1}
        bookings = f"/events/{event['id']}/bookings"

        async def ticket_then_shirt(number: int) -> tuple[int, int]:
            first = await api.post(bookings, buyers[number], {"quantity": 1})
            then = await api.post(bookings, buyers[number], body)
            return first.status_code, then.status_code

        pairs = await asyncio.gather(*(ticket_then_shirt(number) for number in range(20)))

    with_ticket = sorted(then for first, then in pairs if first == 201)
    assert with_ticket == [201] * 5 + [409] * 5
    # Who got none is refused for that, or because the shirts are gone.
    assert {then for first, then in pairs if first == 409} <= {409, 422}
    rows = await own_connection.fetch(SOLD, event["id"])
    assert [(row["sold"], row["held"]) for row in rows] == [(10, 0), (5, 0)]
    assert await discrepancies(own_connection) == []
