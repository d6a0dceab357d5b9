"""The same request sent twice over HTTP has one effect and one answer."""

import asyncio
from collections import Counter
from typing import Any

import asyncpg
import httpx
import pytest

from tests.support.api import Api, Person, assert_problem
from tests.support.rows import snapshot

KEY = "Idempotency-Key"
REPLAYED = "idempotency-replayed"

SOMEBODY_WAITS = """
SELECT EXISTS (
    SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
) FROM pg_sleep(0.01)
"""


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer)


async def book(
    api: Api, who: Person, event: dict[str, Any], key: str, quantity: int = 1, **fields: Any
) -> httpx.Response:
    body = {"event_id": event["id"], "quantity": quantity, **fields}
    return await api.post("/bookings", who, body, headers={KEY: key})


async def count_bookings(connection: asyncpg.Connection) -> int:
    count: int = await connection.fetchval("SELECT count(*) FROM bookings")
    return count


async def test_replay_answers_as_the_first_and_books_nothing_more(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    first = await book(api, buyer, event, "k1", 2)
    before = await snapshot(connection, event["id"])
    again = await book(api, buyer, event, "k1", 2)
    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["location"] == first.headers["location"]
    assert REPLAYED not in first.headers
    assert again.headers[REPLAYED] == "true"
    assert await snapshot(connection, event["id"]) == before
    assert (await book(api, buyer, event, "k2", 2)).json()["id"] != first.json()["id"]


async def test_replay_answers_as_the_first_even_when_the_booking_has_changed(
    api: Api, event: dict[str, Any], buyer: Person
) -> None:
    first = await book(api, buyer, event, "k1")
    await api.put(f"/bookings/{first.json()['id']}/cancel", buyer)
    again = await book(api, buyer, event, "k1")
    assert (again.status_code, again.content) == (201, first.content)


async def test_space_and_order_of_the_body_make_no_other_request(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    headers = {KEY: "k1", "Content-Type": "application/json"}
    for content in (
        f'{{"event_id": {event["id"]}, "quantity": 1}}',
        f'{{  "quantity":1,"event_id":{event["id"]}  }}',
    ):
        response = await api.call("POST", "/bookings", buyer, content=content, headers=headers)
        assert response.status_code == 201
    assert await count_bookings(connection) == 1


async def test_key_is_refused_when_it_comes_with_another_request(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    booking = (await book(api, buyer, event, "k1")).json()
    before = await snapshot(connection, event["id"])
    others = [
        await book(api, buyer, event, "k1", 2),
        await book(api, buyer, event, "k1", user_id=buyer.id),
        await api.post(
            f"/events/{event['id']}/bookings", buyer, {"quantity": 1}, headers={KEY: "k1"}
        ),
        await api.put(f"/bookings/{booking['id']}/cancel", buyer, headers={KEY: "k1"}),
    ]
    for response in others:
        assert_problem(response, 422, "idempotency_key_reused")
    assert await snapshot(connection, event["id"]) == before


async def test_key_is_refused_when_it_comes_with_the_same_body_for_another_event(
    api: Api, connection: asyncpg.Connection, organizer: Person, buyer: Person
) -> None:
    events = [await api.event(organizer) for _ in range(2)]
    first, second = [
        await api.post(
            f"/events/{event['id']}/bookings", buyer, {"quantity": 1}, headers={KEY: "k1"}
        )
        for event in events
    ]
    assert first.status_code == 201
    assert_problem(second, 422, "idempotency_key_reused")
    assert await count_bookings(connection) == 1


async def test_same_key_of_another_user_is_another_key(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    mine = await book(api, buyer, event, "k1")
    theirs = await book(api, await api.person(), event, "k1")
    assert theirs.status_code == 201
    assert REPLAYED not in theirs.headers
    assert theirs.json()["id"] != mine.json()["id"]
    assert await count_bookings(connection) == 2


async def test_refusal_is_not_stored_and_can_be_tried_again(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], organizer: Person
) -> None:
    refused = await book(api, organizer, event, "k1", 12)
    assert_problem(refused, 409, "insufficient_tickets")
    assert await connection.fetchval("SELECT count(*) FROM idempotency_keys") == 0
    await api.put(f"/events/{event['id']}", organizer, {"capacity": 12})
    again = await book(api, organizer, event, "k1", 12)
    assert (again.status_code, REPLAYED in again.headers) == (201, False)


async def test_key_counts_for_24_hours(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    first = (await book(api, buyer, event, "k1")).json()

    async def age(interval: str) -> None:
        await connection.execute(
            f"UPDATE idempotency_keys SET created_at = now() - interval '{interval}'"
        )

    await age("23 hours 59 minutes")
    assert (await book(api, buyer, event, "k1")).json() == first
    await age("24 hours 1 minute")
    new = await book(api, buyer, event, "k1", 3)
    assert (new.status_code, new.json()["quantity"]) == (201, 3)
    assert (await book(api, buyer, event, "k1", 3)).headers[REPLAYED] == "true"
    assert await count_bookings(connection) == 2


async def test_second_request_is_refused_while_the_first_still_runs(
    api: Api,
    connection: asyncpg.Connection,
    database_url: str,
    event: dict[str, Any],
    buyer: Person,
) -> None:
    blocker = await asyncpg.connect(database_url)
    transaction = blocker.transaction()
    await transaction.start()
    await blocker.execute("SELECT FROM events WHERE id = $1 FOR NO KEY UPDATE", event["id"])
    first = asyncio.create_task(book(api, buyer, event, "k1"))
    async with asyncio.timeout(4):
        while not await connection.fetchval(SOMEBODY_WAITS):
            pass
    second = await book(api, buyer, event, "k1")
    assert_problem(second, 409, "idempotency_in_progress")
    assert int(second.headers["retry-after"]) >= 1
    await transaction.rollback()
    await blocker.close()
    assert (await first).status_code == 201
    assert (await book(api, buyer, event, "k1")).content == (await first).content
    assert await count_bookings(connection) == 1


async def test_many_sendings_at_once_have_one_effect(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    answers = await asyncio.gather(*(book(api, buyer, event, "k1") for _ in range(10)))
    statuses = Counter(answer.status_code for answer in answers)
    assert statuses.keys() <= {201, 409}
    done = [answer for answer in answers if answer.status_code == 201]
    assert len({answer.content for answer in done}) == 1
    assert [REPLAYED in answer.headers for answer in done].count(False) == 1
    assert await count_bookings(connection) == 1


async def test_key_and_effect_are_stored_by_one_transaction(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    await book(api, buyer, event, "k1")
    writers = "SELECT xmin FROM idempotency_keys UNION SELECT xmin FROM bookings"
    assert len(await connection.fetch(f"{writers} UNION SELECT xmin FROM tickets")) == 1


async def test_nothing_is_booked_when_the_key_cannot_be_stored(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person
) -> None:
    before = await snapshot(connection, event["id"])
    table = "ALTER TABLE idempotency_keys"
    await connection.execute(f"{table} ADD CONSTRAINT never CHECK (false) NOT VALID")
    try:
        response = await book(api, buyer, event, "k1")
    finally:
        await connection.execute(f"{table} DROP CONSTRAINT never")
    assert_problem(response, 500, "internal_error")
    assert await snapshot(connection, event["id"]) == before


@pytest.mark.parametrize("key", ["", "two words", "x" * 256, "é", "tab\t"])
async def test_key_is_refused_when_it_is_not_visible_ascii(
    api: Api, connection: asyncpg.Connection, event: dict[str, Any], buyer: Person, key: str
) -> None:
    body = {"event_id": event["id"], "quantity": 1}
    response = await api.post("/bookings", buyer, body, headers={KEY: key.encode()})
    problem = assert_problem(response, 422, "validation_failed")
    assert problem["errors"][0]["field"].lower() == "header.idempotency-key"
    assert await count_bookings(connection) == 0


@pytest.mark.parametrize("key", ["!", "x" * 255, "8e03978e-40d5-43dd-bc93-6894a57f9324"])
async def test_key_of_visible_ascii_is_taken(
    api: Api, event: dict[str, Any], buyer: Person, key: str
) -> None:
    first, again = await book(api, buyer, event, key), await book(api, buyer, event, key)
    assert (first.status_code, again.headers[REPLAYED]) == (201, "true")


@pytest.mark.parametrize(
    ("method", "suffix", "body"),
    [
        ("PUT", "/cancel", None),
        ("PUT", "/refund", None),
        ("PUT", "/status", {"status": "refunded"}),
        ("DELETE", "", None),
    ],
)
async def test_status_change_is_replayed_instead_of_refused(
    api: Api,
    connection: asyncpg.Connection,
    event: dict[str, Any],
    organizer: Person,
    method: str,
    suffix: str,
    body: dict[str, str] | None,
) -> None:
    booking = await api.book(organizer, event["id"])
    path = f"/bookings/{booking['id']}{suffix}"
    options: dict[str, Any] = {"json": body, "headers": {KEY: "k1"}}
    first = await api.call(method, path, organizer, **options)
    before = await snapshot(connection, event["id"])
    again = await api.call(method, path, organizer, **options)
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers[REPLAYED] == "true"
    assert again.headers["etag"] == first.headers["etag"]
    assert await snapshot(connection, event["id"]) == before
    unkeyed = await api.call(method, path, organizer, json=body)
    assert_problem(unkeyed, 409, "invalid_state")
