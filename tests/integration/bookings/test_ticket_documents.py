"""Tickets as documents over HTTP: what the QR code says is what the door accepts."""

import io
from typing import Any

import asyncpg
import httpx
import pytest
from PIL import Image

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.documents import pictures, read_by_pypdf, scanned, without_blanks


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer, title="คอนเสิร์ต", timezone="Asia/Bangkok", terms="No bags.")


async def get(api: Api, path: str, who: Person | None) -> httpx.Response:
    return await api.get(path, who)


async def test_ticket_is_a_private_pdf_whose_code_is_genuine(
    api: Api, buyer: Person, event: dict[str, Any]
) -> None:
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    code = ticket["ticket_code"]
    response = await get(api, f"/tickets/{code.lower()}.pdf", buyer)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["cache-control"] == "private, no-store"
    assert response.headers["content-disposition"] == f'inline; filename="{code}.pdf"'
    (page,) = read_by_pypdf(response.content)
    for text in ("คอนเสิร์ต", code, buyer.user.name, "No bags.", "Asia/Bangkok", "25.00 USD"):
        assert without_blanks(text) in without_blanks(page)
    (picture,) = pictures(response.content)
    (token,) = scanned(picture)
    claims = await api.container.adapters.ticket_tokens().read(token)
    assert (claims.ticket_id, claims.event_id, claims.issue) == (ticket["id"], event["id"], 1)


@pytest.mark.parametrize(("page_format", "width"), [("a4", 1240), ("phone", 1080)])
async def test_ticket_is_a_picture_with_the_same_code(
    page_format: str, width: int, api: Api, buyer: Person, event: dict[str, Any]
) -> None:
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    response = await get(api, f"/tickets/{ticket['ticket_code']}.png?format={page_format}", buyer)
    assert response.headers["content-type"] == "image/png"
    assert response.headers["content-disposition"].endswith('.png"')
    picture = Image.open(io.BytesIO(response.content))
    assert abs(picture.width - width) <= 1
    (token,) = scanned(picture)
    claims = await api.container.adapters.ticket_tokens().read(token)
    assert claims.ticket_id == ticket["id"]


async def test_tickets_of_a_booking_are_pages_of_one_document(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any]
) -> None:
    booking = await api.book(buyer, event["id"], 3)
    for who in (buyer, organizer):
        response = await get(api, f"/bookings/{booking['id']}/tickets.pdf?format=phone", who)
        name = f"tickets-{booking['reference']}.pdf"
        assert response.headers["content-disposition"] == f'inline; filename="{name}"'
        pages = read_by_pypdf(response.content)
        codes = [ticket["ticket_code"] for ticket in booking["tickets"]]
        assert [code in page for code, page in zip(codes, pages, strict=True)] == [True] * 3
    assert len({scanned(picture)[0] for picture in pictures(response.content)}) == 3


async def test_organizer_who_booked_for_somebody_does_not_learn_their_name(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any]
) -> None:
    # The name that tests give could be "Customer" and a number too.
    name = "Ada Lovelace"
    await api.put(f"/users/{buyer.id}", buyer, {"name": name})
    body = {"event_id": event["id"], "quantity": 1, "user_id": buyer.id}
    booking = (await api.post("/bookings", organizer, body)).json()
    path = f"/bookings/{booking['id']}/tickets.pdf"
    (page,) = read_by_pypdf((await get(api, path, organizer)).content)
    assert f"Customer {buyer.id}" in page and name not in page
    (page,) = read_by_pypdf((await get(api, path, buyer)).content)
    assert name in page
    own = await api.book(buyer, event["id"])
    (page,) = read_by_pypdf(
        (await get(api, f"/bookings/{own['id']}/tickets.pdf", organizer)).content
    )
    assert name in page


async def test_tickets_of_another_are_not_found(
    api: Api,
    connection: asyncpg.Connection,
    buyer: Person,
    event: dict[str, Any],
) -> None:
    booking = await api.book(buyer, event["id"])
    code = booking["tickets"][0]["ticket_code"]
    before = await connection.fetch("SELECT * FROM tickets")
    for path in (
        f"/tickets/{code}.pdf",
        f"/tickets/{code}.png",
        f"/bookings/{booking['id']}/tickets.pdf",
    ):
        for who in (await api.person(), await api.person(Role.ORGANIZER)):
            assert_problem(await get(api, path, who), 404, "not_found")
        assert_problem(await get(api, path, None), 401, "not_authenticated")
    assert await connection.fetch("SELECT * FROM tickets") == before


async def test_cancelled_ticket_has_no_document(
    api: Api, buyer: Person, event: dict[str, Any]
) -> None:
    booking = await api.book(buyer, event["id"])
    code = booking["tickets"][0]["ticket_code"]
    await api.put(f"/bookings/{booking['id']}/cancel", buyer)
    for path in (
        f"/tickets/{code}.pdf",
        f"/tickets/{code}.png",
        f"/bookings/{booking['id']}/tickets.pdf",
    ):
        problem = assert_problem(await get(api, path, buyer), 409, "invalid_state")
        assert problem["from"] == "cancelled"


async def test_other_formats_are_refused(api: Api, buyer: Person, event: dict[str, Any]) -> None:
    (ticket,) = (await api.book(buyer, event["id"]))["tickets"]
    response = await get(api, f"/tickets/{ticket['ticket_code']}.pdf?format=letter", buyer)
    problem = assert_problem(response, 422, "validation_failed")
    assert problem["errors"][0]["field"] == "query.format"
