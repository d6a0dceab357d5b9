"""Sales side by side never sell one ticket too many, or too few, at the price of a tier."""

from collections import Counter

import asyncpg

from src.domain.entities.user import Role
from tests.support.api import Api
from tests.support.concurrency.running import add_people, at_once, discrepancies, outcomes

KIND = {
    "name": "Standard",
    "price": "30.00",
    "price_tiers": [{"name": "Early bird", "price": "20.00", "up_to": 10}],
}


async def test_ten_of_thirty_buyers_at_once_pay_the_first_price(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, capacity=30, ticket_types=[KIND])
    buyers = await add_people(connection, 30)
    path = f"/events/{event['id']}/bookings"

    responses = await at_once(*(api.post(path, buyer, {"quantity": 1}) for buyer in buyers))

    assert outcomes(responses) == {"201": 30}
    paid = Counter(response.json()["total_amount"] for response in responses)
    assert paid == {"20.00": 10, "30.00": 20}
    assert await discrepancies(connection) == []


async def test_orders_over_two_events_beside_bookings_share_the_first_price(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, capacity=60, ticket_types=[KIND])
    other = await api.event(organizer, capacity=60, price="1.00")
    types = [
        (await api.get(f"/events/{found['id']}/ticket-types")).json()[0]["id"]
        for found in (event, other)
    ]
    buyers = await add_people(connection, 20)
    items = [{"ticket_type_id": type_id, "quantity": 2} for type_id in types]

    responses = await at_once(
        *(
            api.post("/orders", buyer, {"items": items})
            if number % 2
            else api.post(f"/events/{event['id']}/bookings", buyer, {"quantity": 2})
            for number, buyer in enumerate(buyers)
        )
    )

    assert outcomes(responses) == {"201": 20}
    prices = await connection.fetch("SELECT price FROM tickets WHERE event_id = $1", event["id"])
    assert Counter(str(row["price"]) for row in prices) == {"20.00": 10, "30.00": 30}
    assert await discrepancies(connection) == []
