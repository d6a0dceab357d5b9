"""Who comes: for the organizer with addresses, as a table and on paper; for a scanner by name."""

import io
from typing import Any

import asyncpg
import pypdf
import pytest

from src.application.use_cases.door import list_attendees
from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.csv_tables import csv_rows
from tests.support.door import Door

Json = dict[str, Any]


async def named(connection: asyncpg.Connection, person: Person, name: str, email: str) -> None:
    await connection.execute(
        "UPDATE users SET name = $2, email = $3 WHERE id = $1", person.id, name, email
    )


@pytest.fixture
async def ada(api: Api, door: Door, connection: asyncpg.Connection) -> Json:
    """The booking of Ada, one of whose two tickets is used."""
    ada = await api.person()
    await named(connection, ada, "Ada 100%", "ada@lovelace.example")
    booking = await api.book(ada, door.id, 2)
    await door.check_in(booking["tickets"][0]["ticket_code"], gate="North")
    return booking


@pytest.fixture
async def grace(api: Api, door: Door, connection: asyncpg.Connection) -> Json:
    """The booking of Grace, who comes before Ada in no list."""
    grace = await api.person()
    await named(connection, grace, "=Grace", "grace@hopper.example")
    return await api.book(grace, door.id)


async def look(door: Door, who: Person, **params: str | int) -> list[Json]:
    response = await door.api.get(f"/events/{door.id}/attendees", who, params=params)
    assert response.status_code == 200, response.text
    found: list[Json] = response.json()
    return found


async def test_organizer_sees_who_comes(door: Door, ada: Json, grace: Json) -> None:
    used, active, other = await look(door, door.organizer)
    assert used["ticket_id"] == ada["tickets"][0]["id"]
    assert (used["status"], used["gate"], used["is_inside"]) == ("used", "North", True)
    assert active == {
        "ticket_id": ada["tickets"][1]["id"],
        "ticket_code": ada["tickets"][1]["ticket_code"],
        "name": "Ada 100%",
        "email": "ada@lovelace.example",
        "booking_reference": ada["reference"],
        "ticket_type_id": ada["tickets"][1]["ticket_type_id"],
        "ticket_type": "General admission",
        "seat": None,
        "status": "active",
        "used_at": None,
        "gate": None,
        "is_inside": False,
        "is_complimentary": False,
        "is_disputed": False,
    }
    assert other["name"] == "=Grace"


@pytest.mark.parametrize("q", ["grac", "HOPPER.example", "lost-reference", "=Grace"])
async def test_organizer_finds_by_name_address_or_reference(
    door: Door, ada: Json, grace: Json, q: str
) -> None:
    wanted = grace["reference"].lower() if q == "lost-reference" else q
    (found,) = await look(door, door.organizer, q=wanted)
    assert found["ticket_id"] == grace["tickets"][0]["id"]


async def test_percent_sign_and_others_are_looked_for_as_they_are(
    door: Door, ada: Json, grace: Json
) -> None:
    assert len(await look(door, door.organizer, q="100%")) == 2
    assert await look(door, door.organizer, q="A%a") == []
    assert await look(door, door.organizer, q="_da") == []
    assert await look(door, door.organizer, q="\\") == []


async def test_scanner_looks_up_names_and_sees_no_addresses(
    door: Door, ada: Json, grace: Json
) -> None:
    (found,) = await look(door, door.scanner, q="grace")
    assert (found["email"], found["booking_reference"]) == (None, None)
    assert found["ticket_code"] == grace["tickets"][0]["ticket_code"]
    for q in ("hopper.example", grace["reference"]):
        assert await look(door, door.scanner, q=q) == []
    path = f"/events/{door.id}/attendees"
    for params in ({}, {"format": "csv"}, {"format": "csv", "q": "ada"}):
        assert_problem(await door.api.get(path, door.scanner, params=params), 403, "forbidden")
    assert_problem(await door.api.get(f"{path}.pdf", door.scanner), 403, "forbidden")


async def test_cancelled_tickets_are_found_when_they_are_asked_for(
    door: Door, ada: Json, grace: Json
) -> None:
    await door.api.put(f"/bookings/{grace['id']}/cancel", door.organizer)
    assert await look(door, door.organizer, q="grace") == []
    (found,) = await look(door, door.organizer, q="grace", status="cancelled")
    assert found["status"] == "cancelled"
    assert len(await look(door, door.organizer, status="used")) == 1


async def test_pages_follow_each_other_and_other_types_are_left_out(
    door: Door, ada: Json, grace: Json
) -> None:
    path, who = f"/events/{door.id}/attendees", door.organizer
    first = await door.api.get(path, who, params={"limit": 2})
    link = first.headers["link"].split(">")[0].removeprefix("</api/v1")
    second = await door.api.get(link, who)
    whole = await look(door, who)
    assert first.json() + second.json() == whole
    assert "link" not in second.headers
    assert await look(door, who, ticket_type_id=whole[0]["ticket_type_id"]) == whole
    assert await look(door, who, ticket_type_id=2**40) == []


async def test_table_has_everybody_by_name_and_no_whole_code(
    door: Door, ada: Json, grace: Json
) -> None:
    response = await door.api.get(
        f"/events/{door.id}/attendees", door.organizer, params={"format": "csv"}
    )
    rows = csv_rows(response)
    assert [row["name"] for row in rows] == ["'=Grace", "Ada 100%", "Ada 100%"]
    assert rows[0]["code_ending"] == grace["tickets"][0]["ticket_code"][-4:]
    assert [row["is_inside"] for row in rows] == ["false", "true", "false"]
    assert grace["tickets"][0]["ticket_code"] not in response.text


async def test_paper_has_everybody_by_name_and_no_whole_code(
    door: Door, ada: Json, connection: asyncpg.Connection
) -> None:
    long = await door.api.person()
    await named(
        connection, long, "Zoë Ünverhältnismäßig-Lange von und zu Namen " * 2, "z@z.example"
    )
    await door.api.book(long, door.id, 60)
    response = await door.api.get(f"/events/{door.id}/attendees.pdf", door.organizer)
    assert response.headers["content-type"] == "application/pdf"
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(response.content)).pages]
    assert len(pages) == 2
    assert all("Name" in page and "Checked in" in page for page in pages)
    text = "\n".join(pages)
    assert text.index("Ada 100%") < text.index("Zoë Ünverhältnismäßig")
    assert "62 tickets" in text
    assert ada["tickets"][0]["ticket_code"][-4:] in text
    assert ada["tickets"][0]["ticket_code"] not in text


async def test_too_long_a_list_is_not_printed_whole(
    door: Door, ada: Json, grace: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_attendees, "MAX_PRINTED", 2)
    path = f"/events/{door.id}/attendees.pdf"
    problem = assert_problem(await door.api.get(path, door.organizer), 422, "validation_failed")
    assert problem["errors"][0]["field"] == "query.ticket_type_id"
    part = await door.api.get(path, door.organizer, params={"q": "ada"})
    assert part.status_code == 200


async def test_other_organizers_and_customers_see_nobody(door: Door, api: Api) -> None:
    path = f"/events/{door.id}/attendees"
    for role in (Role.ORGANIZER, Role.CUSTOMER, Role.SCANNER):
        who = await api.person(role)
        for suffix in ("", "?q=ada", ".pdf"):
            assert_problem(await api.get(f"{path}{suffix}", who), 403, "forbidden")
