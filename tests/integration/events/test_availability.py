"""Reads that are answered from snapshots: shared by many, and true for who has just acted."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import httpx
import pytest

from src.app import create_app
from src.application.dtos.event import EventSnapshot
from src.domain.entities.user import Role
from src.infrastructure.read_models.event_snapshot import EventSnapshotReader
from tests.support.api import Api, MovableClock, assert_problem
from tests.support.database import test_settings
from tests.support.halls import buy_seat, hold_seat, make_hall, seat_map, seated_event

READS = ("/events/{}", "/events/{}/availability", "/tickets/event/{}/available")


class CountingReader(EventSnapshotReader):
    """Reads slowly enough for a crowd to gather, and counts how often."""

    count = 0

    async def read(self, event_id: int) -> EventSnapshot:
        self.count += 1
        await asyncio.sleep(0.02)
        return await super().read(event_id)


@pytest.fixture
def reader(clock: MovableClock) -> CountingReader:
    return CountingReader(clock)


@asynccontextmanager
async def other_application(api: Api, url: str, **overrides: object) -> AsyncIterator[Api]:
    """What another process on the same database would be, without listening."""
    app = create_app(test_settings(url), {"clock": api.clock, **overrides})
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield Api(client, app.state.container, api.clock)


@pytest.fixture
async def counted(api: Api, database_url: str, reader: CountingReader) -> AsyncIterator[Api]:
    # On a busy machine the requests of a test last longer than a snapshot.
    still = {"event_reader": reader, "monotonic": lambda: 0.0}
    async with other_application(api, database_url, **still) as other:
        yield other


@pytest.fixture
async def ageless(api: Api, database_url: str) -> AsyncIterator[Api]:
    """An application whose snapshots never age: only what it does itself makes them stale."""
    async with other_application(api, database_url, monotonic=lambda: 0.0) as other:
        yield other


async def left(api: Api, event_id: int) -> int:
    """What `/availability` says is left."""
    response = await api.get(f"/events/{event_id}/availability")
    assert response.status_code == 200, response.text
    tickets_available: int = response.json()["tickets_available"]
    return tickets_available


async def test_concurrent_reads_share_one_query(
    api: Api, counted: Api, reader: CountingReader
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    paths = [path.format(event["id"]) for path in READS] * 30
    responses = await asyncio.gather(*(counted.get(path) for path in paths))
    assert {response.status_code for response in responses} == {200}
    assert reader.count == 1


async def test_other_events_are_read_for_themselves(
    api: Api, counted: Api, reader: CountingReader
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    events = [await api.event(organizer, capacity=capacity) for capacity in (1, 2, 3)]
    found = await asyncio.gather(*(left(counted, event["id"]) for event in events))
    assert found == [1, 2, 3]
    assert reader.count == 3


@pytest.mark.parametrize("path", READS)
async def test_buyer_reads_their_own_purchase_at_once(ageless: Api, path: str) -> None:
    event = await ageless.event(await ageless.person(Role.ORGANIZER))
    buyer = await ageless.person()
    for sold in range(1, 6):
        await ageless.get(path.format(event["id"]))
        await ageless.book(buyer, event["id"])
        answer = (await ageless.get(path.format(event["id"]))).json()
        assert answer.get("available", answer.get("tickets_available")) == 10 - sold


async def test_everybody_in_a_crowd_reads_their_own_purchase(ageless: Api) -> None:
    event = await ageless.event(await ageless.person(Role.ORGANIZER), capacity=100)
    buyers = [await ageless.person() for _ in range(20)]
    confirmed = 0

    async def buy_and_look(buyer: Any) -> None:
        nonlocal confirmed
        await ageless.book(buyer, event["id"])
        confirmed += 1
        at_least = confirmed
        assert await left(ageless, event["id"]) <= 100 - at_least

    await asyncio.gather(*(buy_and_look(buyer) for buyer in buyers))
    assert await left(ageless, event["id"]) == 80


async def test_freed_tickets_are_read_at_once(ageless: Api) -> None:
    event = await ageless.event(await ageless.person(Role.ORGANIZER))
    buyer = await ageless.person()
    booking = await ageless.book(buyer, event["id"], 4)
    assert await left(ageless, event["id"]) == 6
    assert (await ageless.put(f"/bookings/{booking['id']}/cancel", buyer)).status_code == 200
    assert await left(ageless, event["id"]) == 10


async def test_organizer_reads_their_own_edits_at_once(ageless: Api) -> None:
    organizer = await ageless.person(Role.ORGANIZER)
    event = await ageless.event(organizer)
    path = f"/events/{event['id']}"
    await ageless.get(path)
    await ageless.put(path, organizer, {"title": "New title", "capacity": 12})
    assert (await ageless.get(path)).json()["title"] == "New title"
    (only,) = (await ageless.get(f"{path}/availability")).json()["ticket_types"]
    assert only["tickets_available"] == 12
    await ageless.put(f"/ticket-types/{only['id']}", organizer, {"name": "Standing"})
    assert (await ageless.get(f"{path}/availability")).json()["ticket_types"][0][
        "name"
    ] == "Standing"
    await ageless.call("DELETE", path, organizer)
    assert_problem(await ageless.get(path), 404, "not_found")
    assert_problem(await ageless.get(f"{path}/availability"), 404, "not_found")


async def test_draft_is_hidden_though_its_owner_has_just_read_it(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer, status="draft")
    for path in (*READS, "/events/{}/seats"):
        assert (await api.get(path.format(event["id"]), organizer)).status_code == 200
        assert_problem(await api.get(path.format(event["id"])), 404, "not_found")
        stranger = await api.person(Role.ORGANIZER)
        assert_problem(await api.get(path.format(event["id"]), stranger), 404, "not_found")


async def test_draft_is_seen_by_all_as_soon_as_it_is_published(ageless: Api) -> None:
    organizer = await ageless.person(Role.ORGANIZER)
    event = await ageless.event(organizer, status="draft")
    assert_problem(await ageless.get(f"/events/{event['id']}"), 404, "not_found")
    await ageless.put(f"/events/{event['id']}", organizer, {"status": "active"})
    assert (await ageless.get(f"/events/{event['id']}")).status_code == 200


async def test_etag_changes_with_a_sale_and_gives_304_until_then(ageless: Api) -> None:
    event = await ageless.event(await ageless.person(Role.ORGANIZER))
    path = f"/events/{event['id']}"
    etag = (await ageless.get(path)).headers["etag"]
    known = {"If-None-Match": etag}
    assert (await ageless.get(path, headers=known)).status_code == 304
    await ageless.book(await ageless.person(), event["id"])
    after = await ageless.get(path, headers=known)
    assert after.status_code == 200
    assert after.headers["etag"] != etag


async def test_change_by_another_process_is_read_within_300_milliseconds(
    api: Api, database_url: str
) -> None:
    """Also without a notification: the other application does not listen."""
    event = await api.event(await api.person(Role.ORGANIZER))
    async with other_application(api, database_url) as other:
        assert await left(other, event["id"]) == 10
        await api.book(await api.person(), event["id"])
        booked = time.monotonic()
        asked = booked
        while await left(other, event["id"]) == 10:
            assert asked - booked < 0.3
            await asyncio.sleep(0.01)
            asked = time.monotonic()


async def test_hold_that_has_lapsed_is_available_again(api: Api, clock: MovableClock) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    body = {"event_id": event["id"], "quantity": 3}
    assert (await api.post("/reservations/reserve", await api.person(), body)).status_code == 201
    assert await left(api, event["id"]) == 7
    clock.move(minutes=30)
    answer = (await api.get(f"/events/{event['id']}/availability")).json()
    assert answer["tickets_available"] == 10
    assert [ticket_type["tickets_available"] for ticket_type in answer["ticket_types"]] == [10]


async def test_seat_map_shows_own_purchase_and_hold_at_once(ageless: Api) -> None:
    owner = await ageless.person(Role.ORGANIZER)
    hall = await make_hall(ageless, owner)
    event = await seated_event(ageless, owner, hall.id)
    seats = [seat["seat_id"] for seat in await seat_map(ageless, event["id"])]
    await buy_seat(ageless, event["id"], seats[0])
    await hold_seat(ageless, event["id"], seats[2])
    statuses = [seat["status"] for seat in await seat_map(ageless, event["id"])]
    assert statuses == ["sold", "available", "held", *["available"] * (len(seats) - 3)]


async def test_seats_of_a_hold_that_has_lapsed_are_available_again(
    api: Api, clock: MovableClock
) -> None:
    owner = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, owner)
    event = await seated_event(api, owner, hall.id)
    await hold_seat(api, event["id"], hall.seat("Stalls", "A", "1"))
    assert (await seat_map(api, event["id"]))[0]["status"] == "held"
    clock.move(minutes=30)
    assert {seat["status"] for seat in await seat_map(api, event["id"])} == {"available"}


async def test_seat_map_follows_prices_and_new_seats_at_once(ageless: Api) -> None:
    owner = await ageless.person(Role.ORGANIZER)
    hall = await make_hall(ageless, owner)
    event = await seated_event(ageless, owner, hall.id)
    before = await seat_map(ageless, event["id"])
    (only,) = (await ageless.get(f"/events/{event['id']}/ticket-types")).json()
    await ageless.put(f"/ticket-types/{only['id']}", owner, {"price": "30.00"})
    assert {seat["price"] for seat in await seat_map(ageless, event["id"])} == {"30.00"}
    row = {"section": "Stalls", "rows": ["C"], "seats_per_row": 3}
    assert (await ageless.post(f"/venues/{hall.id}/seats", owner, row)).status_code == 201
    after = await seat_map(ageless, event["id"])
    assert [seat["row"] for seat in after[len(before) :]] == ["C"] * 3


async def test_seat_map_is_not_sent_again_to_who_has_it(ageless: Api) -> None:
    owner = await ageless.person(Role.ORGANIZER)
    hall = await make_hall(ageless, owner)
    event = await seated_event(ageless, owner, hall.id)
    path = f"/events/{event['id']}/seats"
    first = await ageless.get(path)
    known = {"If-None-Match": first.headers["etag"]}
    assert (await ageless.get(path, headers=known)).status_code == 304
    await buy_seat(ageless, event["id"], first.json()[0]["seat_id"])
    assert (await ageless.get(path, headers=known)).json()[0]["status"] == "sold"


async def test_sale_that_is_refused_or_undone_changes_no_snapshot(
    ageless: Api, connection: asyncpg.Connection
) -> None:
    event = await ageless.event(await ageless.person(Role.ORGANIZER), capacity=1)
    assert await left(ageless, event["id"]) == 1
    # Behind the application's back: a new read of the database would see it.
    await connection.execute("UPDATE events SET capacity = 5 WHERE id = $1", event["id"])
    response = await ageless.post(
        f"/events/{event['id']}/bookings", await ageless.person(), {"quantity": 9}
    )
    assert_problem(response, 409, "insufficient_tickets")
    assert await left(ageless, event["id"]) == 1
