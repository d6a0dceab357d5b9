"""Seats come and go, and change their ticket type, while others create events and buy."""

import asyncio
from collections import Counter

import asyncpg

from src.domain.entities.user import Role
from tests.support.api import Api
from tests.support.halls import add_seats, capacities, make_hall, seat_map, seated_event


async def test_seat_is_sold_or_removed_but_never_both(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ("Stalls", "Circle"))
    event = await seated_event(api, organizer, hall.id)
    path = f"/events/{event['id']}/bookings"
    buyers = [await api.person() for _ in hall.seats]
    calls = []
    for seat, buyer in zip(hall.seats, buyers, strict=True):
        calls += [
            api.post(path, buyer, {"seat_ids": [seat["id"]]}),
            api.call("DELETE", f"/venues/{hall.id}/seats/{seat['id']}", organizer),
        ]
    answers = await asyncio.gather(*calls)
    outcomes = Counter(
        (bought.status_code, removed.status_code)
        for bought, removed in zip(answers[::2], answers[1::2], strict=True)
    )
    assert set(outcomes) <= {(201, 409), (404, 200)}, outcomes
    sold, removed_count = outcomes[201, 409], outcomes[404, 200]
    assert sold + removed_count == len(hall.seats)
    assert await connection.fetchval("SELECT count(*) FROM tickets") == sold
    left = await connection.fetchval("SELECT count(*) FROM seats")
    assert left == sold
    assert await capacities(api, event["id"]) == {"": left, "General admission": left}


async def test_events_that_appear_while_seats_are_added_have_all_seats(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    sections = [f"Section {number}" for number in range(8)]
    events, _ = await asyncio.gather(
        asyncio.gather(*(seated_event(api, organizer, hall.id) for _ in sections)),
        asyncio.gather(*(add_seats(api, organizer, hall.id, section) for section in sections)),
    )
    seats = len((await api.get(f"/venues/{hall.id}/seats")).json())
    assert seats == 6 * 9
    for event in events:
        assert await capacities(api, event["id"]) == {"": seats, "General admission": seats}


async def test_seats_are_sold_as_the_type_that_they_have(
    api: Api, connection: asyncpg.Connection
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    sections = ("Balcony", "Box", "Circle", "Stalls")
    hall = await make_hall(api, organizer, sections)
    event = await seated_event(api, organizer, hall.id)
    path = f"/events/{event['id']}"
    buyers = [await api.person() for _ in hall.seats]
    sales, types = await asyncio.gather(
        asyncio.gather(
            *(
                api.post(f"{path}/bookings", buyer, {"seat_ids": [seat["id"]]})
                for seat, buyer in zip(hall.seats, buyers, strict=True)
            )
        ),
        asyncio.gather(
            *(
                api.post(f"{path}/ticket-types", organizer, {"name": name, "section": name})
                for name in sections
            )
        ),
    )
    assert {ticket_type.status_code for ticket_type in types} <= {201, 409}
    assert {sale.status_code for sale in sales} == {201}
    sellers = {seat["seat_id"]: seat["ticket_type_id"] for seat in await seat_map(api, event["id"])}
    tickets = await connection.fetch("SELECT seat_id, ticket_type_id FROM tickets")
    assert {row["seat_id"]: row["ticket_type_id"] for row in tickets} == sellers
