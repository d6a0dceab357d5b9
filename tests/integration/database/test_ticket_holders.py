"""What somebody has, as it is read from the database."""

from datetime import timedelta

import asyncpg
import pytest

from src.domain.errors import ValidationFailed
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.infrastructure.repositories.ticket_holder import PostgresTicketHolderRepository
from tests.support.api import Api, Person
from tests.support.transfers import accept, make_offer

HOLDERS = PostgresTicketHolderRepository()


async def events(
    api: Api, who: Person, *, is_ahead: bool = True, limit: int = 10, after: Cursor | None = None
) -> Page[int]:
    page = PageRequest(limit, "id", after)
    return await HOLDERS.event_ids(who.id, now=api.clock(), is_ahead=is_ahead, page=page)


async def make_events(api: Api, organizer: Person, *days: int) -> list[int]:
    """Events so many days from now."""
    made = []
    for number in days:
        at = (api.clock() + timedelta(days=number)).isoformat()
        made.append((await api.event(organizer, date_time=at))["id"])
    return made


async def reserve(api: Api, who: Person, event_id: int) -> int:
    response = await api.post("/reservations/reserve", who, {"event_id": event_id, "quantity": 1})
    assert response.status_code == 201, response.text
    return int(response.json()["id"])


async def set_status(api: Api, who: Person, event_id: int, status: str) -> None:
    response = await api.put(f"/events/{event_id}", who, {"status": status})
    assert response.status_code == 200, response.text


async def test_events_ahead_and_behind_are_separate(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    late, soon, held, gone, cancelled, off, lapsed, others = await make_events(
        api, organizer, 3, 2, 4, 5, 6, 7, 8, 9
    )
    for event_id in (late, soon, gone, off):
        await api.book(buyer, event_id)
    booking = await api.book(buyer, cancelled)
    assert (await api.call("DELETE", f"/bookings/{booking['id']}", buyer)).status_code == 200
    await api.book(await api.person(), others)
    await reserve(api, buyer, held)
    await reserve(api, buyer, lapsed)
    await set_status(api, organizer, off, "cancelled")
    await connection.execute(
        "UPDATE bookings SET expires_at = now() - interval '1 s' WHERE event_id = $1", lapsed
    )
    await connection.execute(
        "UPDATE events SET date_time = now() - interval '9 h', ends_at = now() - interval '1 h' "
        "WHERE id = $1",
        gone,
    )
    assert (await events(api, buyer)).items == [soon, late, held, off]
    assert (await events(api, buyer, is_ahead=False)).items == [lapsed, cancelled, gone]
    await connection.execute("UPDATE events SET deleted_at = now() WHERE id = $1", late)
    assert (await events(api, buyer)).items == [soon, held, off]


@pytest.mark.parametrize("is_ahead", [True, False])
async def test_events_are_read_page_by_page(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection, is_ahead: bool
) -> None:
    made = await make_events(api, organizer, 2, 2, 2)
    for event_id in made:
        await api.book(buyer, event_id)
    # All at one moment: the id breaks the tie.
    start = "2036-01-01 12:00Z" if is_ahead else "2006-01-01 12:00Z"
    await connection.execute(
        "UPDATE events SET date_time = $1::text::timestamptz, "
        "ends_at = $1::text::timestamptz + interval '3 h'",
        start,
    )
    first = await events(api, buyer, is_ahead=is_ahead, limit=2)
    assert first.next is not None
    rest = await events(api, buyer, is_ahead=is_ahead, limit=2, after=first.next)
    assert rest.next is None
    assert first.items + rest.items == (made if is_ahead else made[::-1])
    with pytest.raises(ValidationFailed):
        await events(api, buyer, is_ahead=not is_ahead, after=first.next)
    for value in ("yesterday", "2026-01-01"):
        with pytest.raises(ValidationFailed):
            after = Cursor(first.next.sort, value, 1)
            await events(api, buyer, is_ahead=is_ahead, after=after)


async def test_bookings_are_the_users_own_with_tickets_newest_first(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event_id, other_id = await make_events(api, organizer, 2, 3)
    first, second = [await api.book(buyer, event_id) for _ in range(2)]
    await api.book(buyer, other_id)
    await api.book(await api.person(), event_id)
    found = await HOLDERS.bookings(buyer.id, event_ids=[event_id])
    assert [booking.id for booking in found] == [second["id"], first["id"]]
    assert [len(booking.tickets) for booking in found] == [1, 1]
    assert await HOLDERS.bookings(buyer.id, event_ids=[]) == []


async def test_a_given_ticket_is_received_and_its_old_codes_name_who_held_them(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    friend = await api.person()
    (event_id,) = await make_events(api, organizer, 2)
    booking = await api.book(buyer, event_id, 2)
    first, kept = [ticket["ticket_code"] for ticket in booking["tickets"]]
    await api.book(friend, event_id)
    second = (await api.post(f"/tickets/{first}/reissue", buyer)).json()["ticket_code"]
    token = await make_offer(api, connection, buyer, second)
    third = (await accept(api, token, friend)).json()["ticket_code"]
    fourth = (await api.post(f"/tickets/{third}/reissue", friend)).json()["ticket_code"]
    received = await HOLDERS.received(friend.id, event_ids=[event_id])
    assert [ticket.ticket_code for ticket in received] == [fourth]
    assert await HOLDERS.received(buyer.id, event_ids=[event_id]) == []
    codes = (first, second, third, fourth, kept, "TKT-20260101-ZZZZZZZZ")
    holders = [await HOLDERS.last_holder(code) for code in codes]
    assert holders == [buyer.id, buyer.id, friend.id, None, None, None]
    assert (await events(api, friend)).items == [event_id]


async def test_orders_are_named_by_their_references(
    api: Api, organizer: Person, buyer: Person
) -> None:
    (event_id,) = await make_events(api, organizer, 2)
    type_id = (await api.get(f"/events/{event_id}/ticket-types")).json()[0]["id"]
    body = {"items": [{"ticket_type_id": type_id, "quantity": 1}]}
    made = [(await api.post("/orders", buyer, body)).json() for _ in range(2)]
    found = await HOLDERS.order_references([made[0]["id"]])
    assert found == {made[0]["id"]: made[0]["reference"]}
