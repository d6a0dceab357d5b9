"""What all operations share: correlation ids, ETag with If-None-Match, If-Match with 412."""

from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest
from dependency_injector import providers

from tests.support.api import Api, Person, assert_problem
from tests.support.rows import audit, snapshot

HEADER = "X-Correlation-ID"


class Broken:
    """A use case with a fault."""

    async def execute(self, *arguments: object, **options: object) -> None:
        raise RuntimeError("odd")


@pytest.fixture
async def readable(api: Api, organizer: Person) -> AsyncIterator[dict[str, str]]:
    """The address of one resource of every kind; the organizer may read them all."""
    event = await api.event(organizer)
    (ticket_type,) = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    booking = await api.book(organizer, event["id"])
    yield {
        "me": "/auth/me",
        "profile": f"/auth/users/{organizer.id}",
        "user": f"/users/{organizer.id}",
        "event": f"/events/{event['id']}",
        "events": "/events",
        "ticket type": f"/ticket-types/{ticket_type['id']}",
        "booking": f"/bookings/{booking['id']}",
        "ticket": f"/tickets/{booking['tickets'][0]['ticket_code']}",
    }


@pytest.mark.parametrize("given", ["a", "my-id:42/7", "!~", "x" * 128])
async def test_correlation_id_of_the_request_is_answered(api: Api, given: str) -> None:
    response = await api.get("/events", headers={HEADER: given})
    assert response.headers[HEADER] == given
    refused = await api.get("/users", headers={HEADER: given})
    assert assert_problem(refused, 401, "not_authenticated")["correlation_id"] == given


@pytest.mark.parametrize("given", [None, "", "two words", "x" * 129, "tab\there", "é"])
async def test_correlation_id_is_made_when_the_request_has_none_that_is_fit(
    api: Api, given: str | None
) -> None:
    headers = {} if given is None else {HEADER: given.encode()}
    ids = {(await api.get("/events", headers=headers)).headers[HEADER] for _ in range(2)}
    assert len(ids) == 2
    assert all(len(correlation_id) == 32 and correlation_id != given for correlation_id in ids)


async def test_every_answer_carries_a_correlation_id(api: Api) -> None:
    answers = [
        await api.client.get("/health"),
        await api.client.get("/nowhere"),
        await api.call("DELETE", "/auth/login"),
        await api.post("/auth/login", None, {"email": "x" * 2**20}),
    ]
    with api.container.catalogue.list_events.override(providers.Object(Broken())):
        answers.append(await api.get("/events"))
    assert [answer.status_code for answer in answers] == [200, 404, 405, 413, 500]
    assert all(answer.headers[HEADER] for answer in answers)


async def test_change_is_audited_with_the_correlation_id_of_its_request(
    api: Api, connection: asyncpg.Connection, organizer: Person
) -> None:
    event = await api.event(organizer)
    headers = {HEADER: "the-request"}
    await api.put(f"/events/{event['id']}", organizer, {"title": "New"}, headers=headers)
    created, updated = await audit(connection, "event", event["id"])
    assert updated["correlation_id"] == "the-request"
    assert created["correlation_id"] not in (None, "the-request")


async def test_known_state_is_answered_304_without_a_body(
    api: Api, organizer: Person, readable: dict[str, str]
) -> None:
    for kind, path in readable.items():
        first = await api.get(path, organizer)
        etag = first.headers["etag"]
        for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
            again = await api.get(path, organizer, headers={"If-None-Match": known})
            assert (again.status_code, again.content) == (304, b""), kind
            assert again.headers["etag"] == etag
        other = await api.get(path, organizer, headers={"If-None-Match": '"0-0"'})
        assert (other.status_code, other.json()) == (200, first.json())


async def test_etag_changes_with_a_sale_and_its_version_does_not(
    api: Api, organizer: Person, readable: dict[str, str]
) -> None:
    event_id = int(readable["event"].rpartition("/")[2])
    paths = [readable[kind] for kind in ("event", "events", "ticket type")]
    before = [(await api.get(path)).headers["etag"] for path in paths]
    await api.book(organizer, event_id)
    for path, etag in zip(paths, before, strict=True):
        response = await api.get(path, headers={"If-None-Match": etag})
        assert response.status_code == 200
        assert response.headers["etag"] != etag
        if path != "/events":
            assert response.headers["etag"].partition("-")[0] == etag.partition("-")[0]


async def test_list_etag_differs_between_pages_and_filters(api: Api, organizer: Person) -> None:
    for title in ("First", "Second"):
        await api.event(organizer, title=title)
    etag = (await api.get("/events?limit=1")).headers["etag"]
    other = await api.get("/events?limit=1&sort=-date_time", headers={"If-None-Match": etag})
    assert other.status_code == 200


EDITS: list[tuple[str, str, str, dict[str, Any] | None]] = [
    ("user", "PUT", "", {"full_name": "Edited"}),
    ("event", "PUT", "", {"description": "Edited"}),
    ("ticket type", "PUT", "", {"category": "Edited"}),
    ("ticket type", "PATCH", "/status", {"status": "paused"}),
    ("booking", "PUT", "/cancel", None),
    ("booking", "PUT", "/refund", None),
    ("booking", "PUT", "/status", {"status": "cancelled"}),
    ("booking", "DELETE", "", None),
]


@pytest.mark.parametrize(("kind", "method", "suffix", "body"), EDITS)
async def test_edit_is_made_with_the_current_etag_and_answers_the_next(
    api: Api,
    organizer: Person,
    readable: dict[str, str],
    kind: str,
    method: str,
    suffix: str,
    body: dict[str, Any] | None,
) -> None:
    path = readable[kind]
    etag = (await api.get(path, organizer)).headers["etag"]
    edited = await api.call(
        method, f"{path}{suffix}", organizer, json=body, headers={"If-Match": etag}
    )
    assert edited.status_code == 200, edited.text
    now = (await api.get(path, organizer)).headers["etag"]
    assert edited.headers["etag"] == now
    assert now.partition("-")[0] != etag.partition("-")[0]


@pytest.mark.parametrize(("kind", "method", "suffix", "body"), EDITS)
async def test_edit_is_refused_when_the_etag_is_stale(
    api: Api,
    connection: asyncpg.Connection,
    organizer: Person,
    readable: dict[str, str],
    kind: str,
    method: str,
    suffix: str,
    body: dict[str, Any] | None,
) -> None:
    path, event_id = readable[kind], int(readable["event"].rpartition("/")[2])
    table = {"user": "users", "event": "events", "booking": "bookings"}.get(kind, "ticket_types")
    etag = (await api.get(path, organizer)).headers["etag"]
    row_id = int(path.rpartition("/")[2])
    await connection.execute(f"UPDATE {table} SET version = version + 1 WHERE id = $1", row_id)
    before = await snapshot(connection, event_id)
    unedited = (await api.get(path, organizer)).json()
    for stale in (etag, "rubbish", '"7"', '""'):
        headers = {"If-Match": stale}
        refused = await api.call(method, f"{path}{suffix}", organizer, json=body, headers=headers)
        assert_problem(refused, 412, "stale_version")
    assert await snapshot(connection, event_id) == before
    assert (await api.get(path, organizer)).json() == unedited


async def test_sale_between_reading_and_editing_is_no_reason_to_refuse(
    api: Api, organizer: Person, readable: dict[str, str]
) -> None:
    event_id = int(readable["event"].rpartition("/")[2])
    for kind, body in (("event", {"title": "Edited"}), ("ticket type", {"category": "Edited"})):
        etag = (await api.get(readable[kind])).headers["etag"]
        booking = await api.book(await api.person(), event_id, 2)
        await api.put(f"/bookings/{booking['id']}/cancel", organizer)
        await api.book(await api.person(), event_id)
        headers = {"If-Match": etag}
        edited = await api.put(readable[kind], organizer, body, headers=headers)
        assert edited.status_code == 200, edited.text


async def test_edit_without_if_match_or_with_a_star_overwrites(
    api: Api, organizer: Person, readable: dict[str, str]
) -> None:
    for headers in ({}, {"If-Match": "*"}):
        response = await api.put(readable["event"], organizer, {"title": "x"}, headers=headers)
        assert response.status_code == 200
