"""Mails about tickets that change hands, and what is attached to a confirmation."""

import io
import re

import asyncpg
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from src.infrastructure.security.ticket_tokens import Ed25519TicketTokens
from tests.support.api import Api, Person
from tests.support.mails import Post

RECEIVER = "receiver@test.example"


@pytest.fixture
async def code(api: Api, organizer: Person, buyer: Person, post: Post) -> str:
    """The code of the buyer's ticket, of which the confirmation was sent."""
    event = await api.event(organizer, title="Rock & Rüben", language="de")
    booking = await api.book(buyer, event["id"])
    await post.deliver()
    return str(booking["tickets"][0]["ticket_code"])


async def offer(api: Api, buyer: Person, code: str) -> None:
    response = await api.post(f"/tickets/{code}/transfer", buyer, {"email": RECEIVER})
    assert response.status_code == 201, response.text


def token_in(text: str) -> str:
    (token,) = re.findall(r"/accept-ticket\?token=([\w-]+)", text)
    return str(token)


async def test_an_offer_goes_to_its_address_with_a_link_that_accepts_it(
    api: Api, buyer: Person, code: str, post: Post
) -> None:
    await offer(api, buyer, code)
    (mail,) = await post.deliver()
    assert mail.address == RECEIVER
    assert buyer.user.name in mail.rendered.text
    token = token_in(mail.rendered.text)
    assert token in mail.rendered.html

    receiver = await api.person()
    accepted = await api.post(f"/transfers/{token}/accept", receiver)
    assert accepted.status_code == 200, accepted.text
    new_code = accepted.json()["ticket_code"]
    sent = {mail.address: mail for mail in await post.deliver()}
    assert set(sent) == {buyer.user.email, receiver.user.email}
    given, got = sent[str(buyer.user.email)], sent[str(receiver.user.email)]
    assert new_code in got.rendered.text
    # Who gave it away must not learn the code that admits.
    assert new_code not in given.rendered.text + given.rendered.html
    assert await post.deliver() == []


async def test_who_goes_without_word_of_it_hears_not_that_a_ticket_was_taken(
    api: Api, buyer: Person, code: str, post: Post, connection: asyncpg.Connection
) -> None:
    await connection.execute(
        "UPDATE users SET unwanted_mails = '{ticket_given}' WHERE id = $1", buyer.id
    )
    await offer(api, buyer, code)
    (mail,) = await post.deliver()
    receiver = await api.person()
    await api.post(f"/transfers/{token_in(mail.rendered.text)}/accept", receiver)
    assert [mail.address for mail in await post.deliver()] == [receiver.user.email]


async def test_an_offer_that_was_taken_back_before_it_was_sent_is_not_sent(
    api: Api, buyer: Person, code: str, post: Post
) -> None:
    await offer(api, buyer, code)
    await post.plan()
    assert (await api.call("DELETE", f"/tickets/{code}/transfer", buyer)).status_code == 200
    assert await post.deliver() == []


async def test_a_ticket_that_was_cancelled_before_its_mail_is_sent_is_not_announced(
    api: Api, organizer: Person, buyer: Person, code: str, post: Post
) -> None:
    await offer(api, buyer, code)
    (mail,) = await post.deliver()
    receiver = await api.person()
    await api.post(f"/transfers/{token_in(mail.rendered.text)}/accept", receiver)
    await post.plan()
    (booking,) = (await api.get(f"/bookings/user/{buyer.id}", buyer)).json()
    cancelled = await api.put(f"/bookings/{booking['id']}/cancel", organizer)
    assert cancelled.status_code == 200, cancelled.text
    sent = {mail.address: mail.rendered.subject for mail in await post.deliver()}
    assert sent.keys() == {buyer.user.email, receiver.user.email}
    assert sent[str(receiver.user.email)].startswith("Nicht mehr gültig")


async def test_a_confirmation_has_the_tickets_and_the_event_attached(
    api: Api, organizer: Person, buyer: Person, post: Post
) -> None:
    event = await api.event(organizer, title="Rock & Rüben", language="de")
    booking = await api.book(buyer, event["id"], 2)
    (mail,) = await post.deliver()
    tickets, calendar = mail.attachments
    assert tickets.filename == f"{booking['reference']}.pdf"
    pages = PdfReader(io.BytesIO(tickets.content)).pages
    text = "".join(page.extract_text() for page in pages)
    assert len(pages) == 2
    assert all(ticket["ticket_code"] in text.replace(" ", "") for ticket in booking["tickets"])
    assert calendar.content_type.startswith("text/calendar")
    assert b"SUMMARY:Rock & R\xc3\xbcben" in calendar.content
    assert b"METHOD:PUBLISH" in calendar.content


async def test_the_code_on_a_ticket_is_its_token(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"])
    ticket = booking["tickets"][0]
    picture = await api.get(f"/tickets/{ticket['ticket_code']}.png", buyer)
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.content)))
    tokens: Ed25519TicketTokens = api.container.adapters.ticket_tokens()
    claims = await tokens.read(found.text)
    assert (claims.ticket_id, claims.event_id) == (ticket["id"], event["id"])
    checked = await api.post("/tickets/check-in", organizer, {"code": found.text})
    assert (checked.status_code, checked.json()["status"]) == (200, "used")


async def test_holders_hear_that_their_tickets_were_cancelled(
    api: Api, organizer: Person, buyer: Person, post: Post
) -> None:
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"], 2)
    await offer(api, buyer, booking["tickets"][0]["ticket_code"])
    token = next(
        token_in(mail.rendered.text) for mail in await post.deliver() if mail.address == RECEIVER
    )
    receiver = await api.person()
    assert (await api.post(f"/transfers/{token}/accept", receiver)).status_code == 200
    await post.deliver()
    cancelled = await api.put(f"/bookings/{booking['id']}/cancel", organizer)
    assert cancelled.status_code == 200, cancelled.text
    sent = await post.deliver()
    assert {mail.address for mail in sent} == {buyer.user.email, receiver.user.email}
    assert all("no longer admit anybody" in mail.rendered.text for mail in sent)


async def test_a_hold_that_was_given_up_is_no_cancelled_ticket(
    api: Api, organizer: Person, buyer: Person, post: Post
) -> None:
    event = await api.event(organizer)
    body = {"event_id": event["id"], "quantity": 1}
    hold = (await api.post("/reservations/reserve", buyer, body)).json()
    assert (await api.call("DELETE", f"/reservations/{hold['id']}", buyer)).status_code == 200
    assert await post.deliver() == []
