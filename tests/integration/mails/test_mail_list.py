"""The mails of an event, as its organizer sees them, and sending one again."""

from typing import Any

import asyncpg
import pytest

from src.application.ports.mail import MailRefused
from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.fakes.mails import FakeTransport
from tests.support.mails import Post
from tests.support.orders import order_of, stored


@pytest.fixture
async def refused(api: Api, organizer: Person, buyer: Person, post: Post) -> dict[str, Any]:
    """A confirmation that the mail server refused, as the API answers it."""
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    await post.plan()
    await post.send(FakeTransport(MailRefused("550 no such user")))
    response = await api.get(f"/events/{event['id']}/mails", organizer)
    assert response.status_code == 200
    (mail,) = response.json()
    found: dict[str, Any] = mail
    return found


async def test_a_refused_mail_is_listed_with_what_the_server_said(
    refused: dict[str, Any], buyer: Person
) -> None:
    assert refused["kind"] == "booking_confirmed"
    assert (refused["status"], refused["last_error"]) == ("refused", "550 no such user")
    assert refused["user_id"] == buyer.id
    assert refused["next_at"] is None and refused["sent_at"] is None


async def test_the_list_is_filtered_and_has_pages(
    api: Api, organizer: Person, post: Post, refused: dict[str, Any]
) -> None:
    path = f"/events/{refused['event_id']}/mails"
    for _ in range(3):
        await api.book(await api.person(), refused["event_id"])
    await post.deliver()
    sent = (await api.get(path, organizer, params={"status": "sent", "limit": 2})).json()
    assert [mail["status"] for mail in sent] == ["sent"] * 2
    first = await api.get(path, organizer, params={"limit": 3})
    rest = await api.client.get(first.links["next"]["url"], headers=organizer.headers)
    ids = [mail["id"] for mail in first.json() + rest.json()]
    assert ids == sorted(ids, reverse=True) and len(ids) == 4
    assert (await api.get(path, organizer, params={"kind": "refund"})).json() == []
    response = await api.get(path, organizer, params={"status": "lost"})
    assert_problem(response, 422, "validation_failed")


async def test_a_mail_of_an_order_with_two_events_is_seen_by_both_organizers(
    api: Api, organizer: Person, buyer: Person, post: Post, connection: asyncpg.Connection
) -> None:
    other = await api.person(Role.ORGANIZER)
    stranger = await api.person(Role.ORGANIZER)
    events = [await api.event(owner) for owner in (organizer, other)]
    await order_of(api, buyer, *events)
    await api.event(stranger)
    await post.deliver()
    for event, owner in zip(events, (organizer, other), strict=True):
        (mail,) = (await api.get(f"/events/{event['id']}/mails", owner)).json()
        assert (mail["kind"], mail["event_id"]) == ("order_confirmed", None)
        response = await api.post(f"/mails/{mail['id']}/send-again", owner)
        assert response.status_code == 200
        await post.send()
    response = await api.post(f"/mails/{mail['id']}/send-again", stranger)
    assert_problem(response, 404, "not_found")


async def test_a_refused_mail_is_sent_again_to_the_address_of_now(
    api: Api,
    organizer: Person,
    buyer: Person,
    post: Post,
    refused: dict[str, Any],
    connection: asyncpg.Connection,
) -> None:
    statement = "UPDATE users SET email = 'right@test.example' WHERE id = $1"
    await connection.execute(statement, buyer.id)
    before = await connection.fetchval("SELECT message_id FROM mails")
    response = await api.post(f"/mails/{refused['id']}/send-again", organizer)
    assert (response.status_code, response.json()["status"]) == (200, "waiting")
    assert response.json()["attempts"] == 0
    assert await post.send() == 1
    assert post.sent[0].address == "right@test.example"
    assert post.sent[0].message_id == before
    entry = await connection.fetchrow("SELECT * FROM audit_log ORDER BY id DESC LIMIT 1")
    assert entry is not None
    assert (entry["action"], entry["subject_id"], entry["actor_id"]) == (
        "mail.sent_again",
        refused["id"],
        organizer.id,
    )


async def test_a_sent_mail_goes_again_as_a_new_message(
    api: Api, organizer: Person, buyer: Person, post: Post
) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    await post.deliver()
    (mail,) = (await api.get(f"/events/{event['id']}/mails", organizer)).json()
    assert (await api.post(f"/mails/{mail['id']}/send-again", organizer)).status_code == 200
    assert await post.send() == 1
    assert len({sent.message_id for sent in post.sent}) == 2


async def test_a_mail_that_waits_is_not_sent_again(
    api: Api, organizer: Person, refused: dict[str, Any], connection: asyncpg.Connection
) -> None:
    path = f"/mails/{refused['id']}/send-again"
    assert (await api.post(path, organizer)).status_code == 200
    before = await stored(connection)
    problem = assert_problem(await api.post(path, organizer), 409, "invalid_state")
    assert (problem["from"], problem["to"]) == ("waiting", "waiting")
    assert await stored(connection) == before


async def test_others_do_not_see_or_send_it(
    api: Api, refused: dict[str, Any], buyer: Person, connection: asyncpg.Connection
) -> None:
    other = await api.person(Role.ORGANIZER)
    before = await stored(connection)
    for who, status, code in ((buyer, 403, "forbidden"), (other, 404, "not_found")):
        response = await api.post(f"/mails/{refused['id']}/send-again", who)
        assert_problem(response, status, code)
    for who in (buyer, other):
        response = await api.get(f"/events/{refused['event_id']}/mails", who)
        assert_problem(response, 403, "forbidden")
    assert await stored(connection) == before
