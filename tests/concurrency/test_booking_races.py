"""Bookings beside whatever else changes the stock: both orders are right, a mixture is not."""

from typing import Any

import asyncpg
import httpx

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.concurrency.running import add_people, at_once, discrepancies, outcome, outcomes

ROUNDS = 6


async def make_events(api: Api, organizer: Person, **fields: Any) -> list[dict[str, Any]]:
    """An event for each round, so that the rounds run side by side too."""
    return [await api.event(organizer, **fields) for _ in range(ROUNDS)]


async def test_freed_tickets_are_sold_once_when_cancellations_race_bookings(
    api: Api, connection: asyncpg.Connection
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), capacity=10)
    path = f"/events/{event['id']}/bookings"
    holders = await add_people(connection, 10)
    bookings = [await api.book(holder, event["id"]) for holder in holders]

    responses = await at_once(
        *(
            request
            for holder, booking, buyer in zip(
                holders, bookings, await add_people(connection, 10), strict=True
            )
            for request in (
                api.put(f"/bookings/{booking['id']}/cancel", holder),
                api.post(path, buyer, {"quantity": 1}),
            )
        )
    )

    assert outcomes(responses[::2]) == {"200": 10}
    sales = outcomes(responses[1::2])
    assert sales["201"] + sales["insufficient_tickets"] == 10
    now = (await api.get(f"/events/{event['id']}")).json()
    assert now["total_tickets_sold"] == now["total_bookings"] == sales["201"]
    assert await discrepancies(connection) == []


async def test_capacity_never_falls_below_sales_when_a_cut_races_bookings(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, capacity=20)
    path = f"/events/{event['id']}"
    buyers = await add_people(connection, 15)
    cuts = [api.put(path, organizer, {"capacity": capacity}) for capacity in (12, 8, 5)]
    sales = [api.post(f"{path}/bookings", buyer, {"quantity": 1}) for buyer in buyers]

    responses = await at_once(*sales[:5], cuts[0], *sales[5:10], cuts[1], *sales[10:], cuts[2])

    counted = outcomes(responses)
    assert counted.keys() <= {"200", "201", "in_use", "insufficient_tickets"}
    capacities = [12, 8, 5]
    done = [r.json()["capacity"] for r in responses if r.status_code == 200]
    assert all(capacity in capacities for capacity in done)
    now = (await api.get(path)).json()
    # Two that were done may have been done in either order.
    assert now["capacity"] in (done or [20])
    assert now["total_tickets_sold"] == counted["201"] <= now["capacity"]
    assert await discrepancies(connection) == []


async def test_no_booking_survives_when_cancelling_the_event_races_bookings(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, capacity=50)
    path = f"/events/{event['id']}"
    sales = [
        api.post(f"{path}/bookings", buyer, {"quantity": 2})
        for buyer in await add_people(connection, 20)
    ]

    responses = await at_once(
        *sales[:10], api.put(path, organizer, {"status": "cancelled"}), *sales[10:]
    )

    assert outcome(responses.pop(10)) == "200"
    assert outcomes(responses).keys() <= {"201", "sales_closed"}
    sold = [response.json()["id"] for response in responses if response.status_code == 201]
    rows = await connection.fetch("SELECT id, status FROM bookings")
    assert {row["id"]: row["status"] for row in rows} == dict.fromkeys(sold, "cancelled")
    now = (await api.get(path)).json()
    assert (now["total_bookings"], now["total_tickets_sold"]) == (0, 0)
    assert await discrepancies(connection) == []


async def test_one_of_deletion_and_booking_wins_when_they_race(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    events = await make_events(api, organizer)
    buyers = await add_people(connection, ROUNDS)

    responses = await at_once(
        *(
            request
            for event, buyer in zip(events, buyers, strict=True)
            for request in (
                api.post(f"/events/{event['id']}/bookings", buyer, {"quantity": 1}),
                api.call("DELETE", f"/events/{event['id']}", organizer),
            )
        )
    )

    for booked, deleted in zip(responses[::2], responses[1::2], strict=True):
        assert (outcome(booked), outcome(deleted)) in {("201", "in_use"), ("not_found", "200")}
    assert await discrepancies(connection) == []


async def test_one_of_type_deletion_and_booking_wins_when_they_race(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    types = [{"name": "VIP"}, {"name": "Standard"}]
    events = await make_events(api, organizer, ticket_types=types)
    buyers = await add_people(connection, ROUNDS)
    rows = await connection.fetch(
        "SELECT event_id, min(id) AS id FROM ticket_types GROUP BY event_id"
    )
    first_type = {row["event_id"]: row["id"] for row in rows}

    responses = await at_once(
        *(
            request
            for event, buyer in zip(events, buyers, strict=True)
            for request in (
                api.post(
                    f"/events/{event['id']}/bookings",
                    buyer,
                    {"quantity": 1, "ticket_type_id": first_type[event["id"]]},
                ),
                api.call("DELETE", f"/ticket-types/{first_type[event['id']]}", organizer),
            )
        )
    )

    for booked, deleted in zip(responses[::2], responses[1::2], strict=True):
        assert (outcome(booked), outcome(deleted)) in {("201", "in_use"), ("not_found", "200")}
    assert await discrepancies(connection) == []


async def test_bookings_keep_their_user_when_deleting_the_user_races_them(
    api: Api, connection: asyncpg.Connection
) -> None:
    admin = await api.person(Role.ADMIN)
    event = await api.event(await api.person(Role.ORGANIZER))
    buyers = await add_people(connection, ROUNDS)

    responses = await at_once(
        *(
            request
            for buyer in buyers
            for request in (
                api.post(f"/events/{event['id']}/bookings", buyer, {"quantity": 1}),
                api.call("DELETE", f"/users/{buyer.id}", admin),
            )
        )
    )

    rows = await connection.fetch("SELECT id, deleted_at FROM users")
    deleted_at = {row["id"]: row["deleted_at"] for row in rows}
    for buyer, booked, deleted in zip(buyers, responses[::2], responses[1::2], strict=True):
        assert outcome(deleted) == "200"
        if outcome(booked) == "201":
            assert deleted_at[buyer.id] is not None
        else:
            assert outcome(booked) in {"not_found", "not_authenticated", "unavailable"}
            assert buyer.id not in deleted_at
    assert await discrepancies(connection) == []


async def test_each_booking_has_one_price_when_a_price_edit_races_bookings(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, capacity=100, price="10.00")
    path = f"/events/{event['id']}"
    sales = [
        api.post(f"{path}/bookings", buyer, {"quantity": 3})
        for buyer in await add_people(connection, 10)
    ]

    responses = await at_once(*sales[:5], api.put(path, organizer, {"price": "11.00"}), *sales[5:])

    assert outcome(responses.pop(5)) == "200"
    totals = {response.json()["total_amount"] for response in responses}
    assert totals <= {"30.00", "33.00"}
    assert await discrepancies(connection) == []


async def test_twenty_requests_have_one_effect_when_they_share_an_idempotency_key(
    api: Api, connection: asyncpg.Connection
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), capacity=100)
    buyer = await api.person()

    async def book() -> httpx.Response:
        path = f"/events/{event['id']}/bookings"
        return await api.post(path, buyer, {"quantity": 2}, headers={"Idempotency-Key": "one"})

    responses = await at_once(*(book() for _ in range(20)))

    done = [response for response in responses if response.status_code == 201]
    originals = [response for response in done if "idempotency-replayed" not in response.headers]
    assert len(originals) == 1
    assert {response.text for response in [*done, await book()]} == {originals[0].text}
    for response in responses:
        if response not in done:
            assert_problem(response, 409, "idempotency_in_progress")
            assert int(response.headers["retry-after"]) >= 1
    assert await connection.fetchval("SELECT count(*) FROM bookings") == 1
    assert await connection.fetchval("SELECT count(*) FROM tickets") == 2


async def test_key_has_one_effect_when_two_different_requests_race_with_it(
    api: Api, connection: asyncpg.Connection
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), capacity=100)
    buyer = await api.person()
    path = f"/events/{event['id']}/bookings"

    responses = await at_once(
        *(
            api.post(path, buyer, {"quantity": quantity}, headers={"Idempotency-Key": "one"})
            for quantity in (1, 2) * 5
        )
    )

    counted = outcomes(responses)
    assert counted.keys() <= {"201", "idempotency_in_progress", "idempotency_key_reused"}
    assert counted["201"] >= 1
    assert len({r.text for r in responses if r.status_code == 201}) == 1
    assert await connection.fetchval("SELECT count(*) FROM bookings") == 1
