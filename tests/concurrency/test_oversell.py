"""Sales that run side by side, each in a transaction of its own, never sell a ticket twice."""

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api
from tests.support.concurrency.running import (
    add_people,
    at_once,
    discrepancies,
    outcomes,
    running_app,
)


async def count_live(connection: asyncpg.Connection, column: str, key: int) -> int:
    """Tickets that take stock of the event, of the ticket type or for the user."""
    statement = f"SELECT count(*) FROM tickets WHERE {column} = $1 AND status <> 'cancelled'"
    number: int = await connection.fetchval(statement, key)
    return number


async def test_ten_of_fifteen_succeed_when_ten_tickets_are_left(
    api: Api, connection: asyncpg.Connection
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), capacity=10)
    buyers = await add_people(connection, 15)

    responses = await at_once(
        *(api.post(f"/events/{event['id']}/bookings", buyer, {"quantity": 1}) for buyer in buyers)
    )

    assert outcomes(responses) == {"201": 10, "insufficient_tickets": 5}
    refused = [response.json() for response in responses if response.status_code == 409]
    assert {(problem["requested"], problem["available"]) for problem in refused} == {(1, 0)}
    now = (await api.get(f"/events/{event['id']}")).json()
    assert (now["total_bookings"], now["total_tickets_sold"]) == (10, 10)
    assert (now["total_revenue"], now["tickets_available"]) == ("250.00", 0)
    assert await count_live(connection, "event_id", event["id"]) == 10
    assert await discrepancies(connection) == []


async def test_fifty_of_two_hundred_succeed_when_fifty_tickets_are_left(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        event = await api.event(await api.person(Role.ORGANIZER), capacity=50)
        buyers = await add_people(own_connection, 200)
        path = f"/events/{event['id']}/bookings"

        responses = await at_once(*(api.post(path, buyer, {"quantity": 1}) for buyer in buyers))

    assert outcomes(responses) == {"201": 50, "insufficient_tickets": 150}
    assert await count_live(own_connection, "event_id", event["id"]) == 50
    assert await discrepancies(own_connection) == []


async def test_both_limits_bind_when_types_sum_to_more_than_the_event(
    api: Api, connection: asyncpg.Connection
) -> None:
    types = [{"name": "VIP", "capacity": 10}, {"name": "Standard", "capacity": 25}]
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, capacity=30, ticket_types=types)
    vip, standard = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    buyers = await add_people(connection, 60)

    responses = await at_once(
        *(
            api.post(
                f"/events/{event['id']}/bookings",
                buyer,
                {"quantity": 1, "ticket_type_id": (vip if number % 2 else standard)["id"]},
            )
            for number, buyer in enumerate(buyers)
        )
    )

    assert outcomes(responses) == {"201": 30, "insufficient_tickets": 30}
    assert await count_live(connection, "event_id", event["id"]) == 30
    assert await count_live(connection, "ticket_type_id", vip["id"]) <= 10
    assert await count_live(connection, "ticket_type_id", standard["id"]) <= 25
    assert await discrepancies(connection) == []


async def test_whole_bookings_succeed_or_fail_when_stock_does_not_divide(
    api: Api, connection: asyncpg.Connection
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), capacity=10)
    buyers = await add_people(connection, 12)
    path = f"/events/{event['id']}/bookings"

    responses = await at_once(*(api.post(path, buyer, {"quantity": 3}) for buyer in buyers))

    assert outcomes(responses) == {"201": 3, "insufficient_tickets": 9}
    assert await count_live(connection, "event_id", event["id"]) == 9
    assert await discrepancies(connection) == []


@pytest.mark.parametrize(("quantity", "bookings"), [(1, 2), (2, 1)])
async def test_limit_holds_when_one_user_books_many_times_at_once(
    api: Api, connection: asyncpg.Connection, quantity: int, bookings: int
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer, capacity=100, max_tickets_per_user=2)
    path = f"/events/{event['id']}/bookings"

    responses = await at_once(*(api.post(path, buyer, {"quantity": quantity}) for _ in range(20)))

    assert outcomes(responses) == {"201": bookings, "ticket_limit_exceeded": 20 - bookings}
    assert await count_live(connection, "user_id", buyer.id) == 2
    assert await discrepancies(connection) == []


async def test_limit_holds_when_box_office_and_buyer_book_at_once(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    event = await api.event(organizer, capacity=100, max_tickets_per_user=3)
    path = f"/events/{event['id']}/bookings"
    for_buyer = {"quantity": 1, "user_id": buyer.id}

    responses = await at_once(
        *(api.post(path, who, for_buyer) for who in (organizer, buyer) for _ in range(5))
    )

    assert outcomes(responses) == {"201": 3, "ticket_limit_exceeded": 7}
    assert await count_live(connection, "user_id", buyer.id) == 3
