"""Organizers who give or sell tickets to an account do not learn whose it is."""

from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.csv_tables import csv_rows
from tests.support.door import Door
from tests.support.transfers import accept, make_offer

Json = dict[str, Any]
NAME, EMAIL = "Ada Lovelace", "ada@lovelace.example"


@pytest.fixture
async def ada(api: Api, connection: asyncpg.Connection) -> Person:
    """An account whose user has nothing to do with the event."""
    ada = await api.person()
    text = "UPDATE users SET name = $2, email = $3 WHERE id = $1"
    await connection.execute(text, ada.id, NAME, EMAIL)
    return ada


async def type_of(door: Door) -> int:
    (kind,) = (await door.api.get(f"/events/{door.id}/ticket-types")).json()
    type_id: int = kind["id"]
    return type_id


async def sold(door: Door, ada: Person, way: str, **contact: str) -> Json:
    """The ticket that the organizer has got for her in this way."""
    line: Json = {"ticket_type_id": await type_of(door), "quantity": 1}
    path, body = {
        "gift": (f"/events/{door.id}/complimentary", {**line, "reason": "Press"}),
        "booking": ("/bookings", {"event_id": door.id, "quantity": 1}),
        "order": ("/orders", {"items": [line], **contact}),
    }[way]
    made = await door.api.post(path, door.organizer, {**body, "user_id": ada.id})
    assert made.status_code == 201, made.text
    booking = made.json()
    if way == "order":
        (booking,) = booking["bookings"]
    if booking["status"] == "pending":
        confirmed = await door.api.put(f"/bookings/{booking['id']}/confirm", door.organizer)
        assert confirmed.status_code == 200, confirmed.text
    (found,) = (await door.api.get(f"/events/{door.id}/attendees", door.organizer)).json()
    ticket: Json = found
    return ticket


async def seen(door: Door) -> str:
    """Everything that shows the event's holders to its organizer and scanners."""
    api, path = door.api, f"/events/{door.id}"
    texts = [str(await door.list())]
    for address in (
        *(f"{path}/attendees", f"{path}/attendees.csv", "/bookings", "/bookings.csv"),
        *("/orders?managed=true", "/orders.csv?managed=true", f"/events/{door.id}/mails"),
    ):
        answer = await api.get(address, door.organizer)
        assert answer.status_code == 200, (address, answer.text)
        texts.append(answer.text)
    looked_up = await api.get(f"{path}/attendees", door.scanner, params={"q": "a"})
    return "\n".join([*texts, looked_up.text])


@pytest.mark.parametrize("way", ["gift", "booking", "order"])
async def test_who_was_given_tickets_is_nameless(door: Door, ada: Person, way: str) -> None:
    ticket = await sold(door, ada, way)
    assert (ticket["name"], ticket["email"]) == (f"Customer {ada.id}", None)
    shown = await seen(door)
    assert f"Customer {ada.id}" in shown
    assert NAME not in shown and EMAIL not in shown
    (entry,) = (await door.list())["entries"]
    assert entry[3] == f"Customer {ada.id}"
    # To cancel what somebody else has bought for one is no consent.
    await door.api.put(f"/bookings/{await booking_of(door, ticket)}/cancel", ada)
    shown = await seen(door)
    assert NAME not in shown and EMAIL not in shown


async def booking_of(door: Door, ticket: Json) -> int:
    found = await door.api.get(
        "/bookings", door.organizer, params={"reference": ticket["booking_reference"]}
    )
    booking_id: int = found.json()[0]["id"]
    return booking_id


@pytest.mark.parametrize("q", ["lovelace", "ada@", "Ada L"])
async def test_a_search_finds_nobody_by_a_name_that_is_not_shown(
    door: Door, ada: Person, q: str
) -> None:
    await sold(door, ada, "gift")
    for who in (door.organizer, door.scanner):
        found = await door.api.get(f"/events/{door.id}/attendees", who, params={"q": q})
        assert found.json() == []


async def test_tables_are_sorted_by_the_names_that_are_shown(
    door: Door, ada: Person, api: Api, connection: asyncpg.Connection
) -> None:
    await sold(door, ada, "gift")
    bob = await api.person()
    await connection.execute("UPDATE users SET name = 'Bob' WHERE id = $1", bob.id)
    await api.book(bob, door.id)
    table = csv_rows(await api.get(f"/events/{door.id}/attendees.csv", door.organizer))
    assert [row["name"] for row in table] == ["Bob", f"Customer {ada.id}"]


async def test_an_administrator_knows_and_finds_her(door: Door, ada: Person, api: Api) -> None:
    await sold(door, ada, "gift")
    admin = await api.person(Role.ADMIN)
    for params in ({}, {"q": "lovelace"}):
        (found,) = (await api.get(f"/events/{door.id}/attendees", admin, params=params)).json()
        assert (found["name"], found["email"]) == (NAME, EMAIL)


async def test_the_contact_of_the_order_is_shown_and_found(door: Door, ada: Person) -> None:
    contact = {"contact_name": "Desk", "contact_email": "desk@test.example"}
    ticket = await sold(door, ada, "order", **contact)
    assert (ticket["name"], ticket["email"]) == ("Desk", "desk@test.example")
    path = f"/events/{door.id}/attendees"
    for q in ("desk", "desk@test"):
        (found,) = (await door.api.get(path, door.organizer, params={"q": q})).json()
        assert found["ticket_id"] == ticket["ticket_id"]


async def test_the_scanner_of_the_verdict_sees_no_name_of_hers(
    door: Door, ada: Person, api: Api
) -> None:
    ticket = await sold(door, ada, "gift")
    attendee = await api.container.door.attendees().of_ticket(door.id, ticket["ticket_id"])
    assert attendee is not None
    assert (attendee.name, attendee.email) == (f"Customer {ada.id}", None)


async def test_who_took_an_offered_ticket_is_known_also_one_that_was_theirs_before(
    door: Door, ada: Person, api: Api, connection: asyncpg.Connection
) -> None:
    ticket = await sold(door, ada, "gift")
    friend = await api.person()
    token = await make_offer(api, connection, ada, ticket["ticket_code"])
    passed_on = (await accept(api, token, friend)).json()
    path = f"/events/{door.id}/attendees"
    (found,) = (await api.get(path, door.organizer)).json()
    assert found["name"] == friend.user.name
    token = await make_offer(api, connection, friend, passed_on["ticket_code"], "a@test.example")
    assert (await accept(api, token, ada)).status_code == 200
    (found,) = (await api.get(path, door.organizer)).json()
    assert (found["name"], found["email"]) == (NAME, EMAIL)
