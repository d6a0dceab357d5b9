"""The calendar file of a ticket over HTTP: who gets it, and what a calendar reads in it."""

from datetime import datetime
from typing import Any

import httpx

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.calendars import ReadCalendar, ReadEvent, read_with_vobject


async def file_of(api: Api, who: Person | None, ticket: dict[str, Any]) -> httpx.Response:
    return await api.get(f"/tickets/{ticket['ticket_code']}.ics", who)


async def calendar_of(api: Api, who: Person, ticket: dict[str, Any]) -> ReadCalendar:
    response = await file_of(api, who, ticket)
    assert response.status_code == 200, response.text
    return read_with_vobject(response.content)


async def event_of(api: Api, who: Person, ticket: dict[str, Any]) -> ReadEvent:
    (event,) = (await calendar_of(api, who, ticket)).events
    return event


async def test_file_is_a_private_calendar_named_after_the_ticket(
    api: Api, organizer: Person, buyer: Person
) -> None:
    (ticket,) = (await api.book(buyer, (await api.event(organizer))["id"]))["tickets"]
    response = await file_of(api, buyer, ticket)
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert response.headers["cache-control"] == "private, no-store"
    name = f"{ticket['ticket_code']}.ics"
    assert response.headers["content-disposition"] == f'attachment; filename="{name}"'


async def test_file_says_when_and_where_and_names_all_codes_of_its_holder(
    api: Api, organizer: Person, buyer: Person
) -> None:
    venue = await api.post(
        "/venues", organizer, {"name": "Arena", "location": "1 Road", "timezone": "Asia/Kathmandu"}
    )
    event = await api.event(organizer, venue_id=venue.json()["id"], title="Spring; concert")
    tickets = (await api.book(buyer, event["id"], 2))["tickets"]
    other = (await api.book(await api.person(), event["id"]))["tickets"][0]
    for reader in (buyer, organizer, await api.person(Role.ADMIN)):
        calendar = await calendar_of(api, reader, tickets[0])
        (found,) = calendar.events
        assert calendar.method == "PUBLISH"
        assert found.starts_at == datetime.fromisoformat(event["date_time"]).replace(microsecond=0)
        assert (found.summary, found.location) == ("Spring; concert", "Arena, 1 Road")
        assert (found.status, found.sequence) == ("CONFIRMED", 1)
        assert all(ticket["ticket_code"] in found.description for ticket in tickets)
        assert other["ticket_code"] not in found.description
        assert "(Asia/Kathmandu)" in found.description


async def test_file_of_a_rescheduled_event_replaces_the_earlier_one(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    before = await event_of(api, buyer, ticket)
    edited = await api.put(
        f"/events/{event['id']}", organizer, {"date_time": "2033-07-05T20:00:00+02:00"}
    )
    assert edited.status_code == 200
    after = await event_of(api, buyer, ticket)
    assert after.uid == before.uid
    assert after.sequence > before.sequence
    assert after.starts_at.isoformat() == "2033-07-05T18:00:00+00:00"
    assert after.changed_at >= before.changed_at


async def test_sale_of_other_tickets_is_no_change_of_the_event(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    before = await event_of(api, buyer, ticket)
    await api.book(await api.person(), event["id"])
    assert await event_of(api, buyer, ticket) == before


async def test_file_of_a_cancelled_event_takes_it_out(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    before = await event_of(api, buyer, ticket)
    await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    calendar = await calendar_of(api, buyer, ticket)
    (after,) = calendar.events
    assert (calendar.method, after.status, after.uid) == ("CANCEL", "CANCELLED", before.uid)
    assert after.sequence > before.sequence
    assert "TKT-" not in after.description


async def test_file_of_a_cancelled_ticket_takes_the_event_out_unless_another_is_left(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    first, second = await api.book(buyer, event["id"]), await api.book(buyer, event["id"])
    await api.put(f"/bookings/{first['id']}/cancel", buyer)
    calendar = await calendar_of(api, buyer, first["tickets"][0])
    assert (calendar.method, calendar.events[0].status) == ("PUBLISH", "CONFIRMED")
    assert first["tickets"][0]["ticket_code"] not in calendar.events[0].description
    await api.put(f"/bookings/{second['id']}/cancel", buyer)
    calendar = await calendar_of(api, buyer, first["tickets"][0])
    assert (calendar.method, calendar.events[0].status) == ("CANCEL", "CANCELLED")


async def test_code_is_read_whatever_its_case(api: Api, organizer: Person, buyer: Person) -> None:
    (ticket,) = (await api.book(buyer, (await api.event(organizer))["id"]))["tickets"]
    response = await api.get(f"/tickets/{ticket['ticket_code'].lower()}.ics", buyer)
    assert response.status_code == 200


async def test_file_is_not_found_by_others(api: Api, organizer: Person, buyer: Person) -> None:
    event = await api.event(organizer)
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    scanner = await api.person(Role.SCANNER)
    await api.put(f"/events/{event['id']}/scanners", organizer, {"user_ids": [scanner.id]})
    for stranger in (await api.person(), await api.person(Role.ORGANIZER), scanner):
        assert_problem(await file_of(api, stranger, ticket), 404, "not_found")
    assert_problem(await file_of(api, None, ticket), 401, "not_authenticated")
    unknown = {"ticket_code": "TKT-20260101-22222222"}
    assert_problem(await file_of(api, buyer, unknown), 404, "not_found")


async def test_more_than_twenty_codes_are_not_all_named(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, capacity=40)
    tickets = (await api.book(buyer, event["id"], 20))["tickets"]
    description = (await event_of(api, buyer, tickets[0])).description
    assert description.count("TKT-") == 20 and "…" not in description
    await api.book(buyer, event["id"], 15)
    description = (await event_of(api, buyer, tickets[0])).description
    assert description.count("TKT-") == 20 and description.endswith("…")
