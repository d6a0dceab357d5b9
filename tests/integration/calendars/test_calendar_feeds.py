"""A user's secret calendar: what is in it, how it is revoked, and that nothing gives it away."""

import hashlib
from collections.abc import Iterator

import asyncpg
import httpx
import pytest

from src.app import create_app
from src.application.use_cases.calendar import get_calendar_feed
from tests.support.api import V1, Api, MovableClock, Person, assert_problem
from tests.support.calendars import ReadEvent, read_with_vobject
from tests.support.database import test_settings as settings_for
from tests.support.logs import LogLines, captured_logs
from tests.support.openapi import OPERATIONS, assert_documented


@pytest.fixture
def log() -> Iterator[LogLines]:
    with captured_logs() as lines:
        yield lines


async def make_feed(api: Api, who: Person) -> str:
    """Make the feed; its path below /api/v1."""
    response = await api.post("/auth/calendar-feed", who)
    assert response.status_code == 201, response.text
    assert response.headers["cache-control"] == "no-store"
    base, path = response.json()["url"].split(V1)
    assert base.startswith("http://")
    return str(path)


async def events_of(api: Api, feed: str) -> tuple[ReadEvent, ...]:
    response = await api.get(feed)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    return read_with_vobject(response.content).events


async def titles_of(api: Api, feed: str) -> list[str]:
    return [event.summary for event in await events_of(api, feed)]


async def test_feed_has_the_events_of_the_users_tickets_in_order_of_time(
    api: Api, organizer: Person, buyer: Person
) -> None:
    later = await api.event(organizer, title="Later", date_time="2034-07-05T20:00:00Z")
    sooner = await api.event(organizer, title="Sooner", date_time="2033-12-05T20:00:00Z")
    others = await api.event(organizer, title="Of somebody else")
    held = await api.event(organizer, title="Only held")
    left = await api.event(organizer, title="Not any more")
    for event in (later, sooner, sooner):
        await api.book(buyer, event["id"])
    await api.book(organizer, others["id"])
    await api.post("/reservations/reserve", buyer, {"event_id": held["id"], "quantity": 1})
    cancelled = await api.book(buyer, left["id"])
    await api.put(f"/bookings/{cancelled['id']}/cancel", buyer)
    found = await events_of(api, await make_feed(api, buyer))
    assert [event.summary for event in found] == ["Sooner", "Later"]
    assert [event.description.count("TKT-") for event in found] == [2, 1]
    assert found[0].starts_at.isoformat() == "2033-12-05T20:00:00+00:00"


async def test_feed_and_file_of_a_ticket_are_one_event_to_a_calendar(
    api: Api, organizer: Person, buyer: Person
) -> None:
    (ticket,) = (await api.book(buyer, (await api.event(organizer))["id"]))["tickets"]
    file = await api.get(f"/tickets/{ticket['ticket_code']}.ics", buyer)
    assert read_with_vobject(file.content).events == await events_of(
        api, await make_feed(api, buyer)
    )


async def test_cancelled_event_stays_and_is_marked(
    api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, title="Hamlet")
    await api.book(buyer, event["id"])
    feed = await make_feed(api, buyer)
    await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    (found,) = await events_of(api, feed)
    assert (found.summary, found.status) == ("Cancelled: Hamlet", "CANCELLED")
    assert "TKT-" not in found.description


async def test_past_events_leave_the_feed_after_ninety_days(
    api: Api, organizer: Person, buyer: Person, clock: MovableClock
) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    feed = await make_feed(api, buyer)
    clock.move(days=30 + 89)
    assert len(await events_of(api, feed)) == 1
    clock.move(days=2)
    assert await events_of(api, feed) == ()


async def test_unchanged_feed_is_not_sent_again(api: Api, organizer: Person, buyer: Person) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    feed = await make_feed(api, buyer)
    first = await api.get(feed)
    assert first.headers["cache-control"] == "private, no-cache"
    again = await api.get(feed, headers={"If-None-Match": first.headers["etag"]})
    assert_documented(OPERATIONS["get_calendar_feed"], first, 200)
    assert_documented(OPERATIONS["get_calendar_feed"], again, 304)
    assert again.content == b""
    await api.put(f"/events/{event['id']}", organizer, {"title": "Other"})
    changed = await api.get(feed, headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200
    assert changed.headers["etag"] != first.headers["etag"]


async def test_feed_of_a_user_without_tickets_is_an_empty_calendar(api: Api, buyer: Person) -> None:
    assert await events_of(api, await make_feed(api, buyer)) == ()


async def test_new_feed_revokes_the_old_one(api: Api, buyer: Person) -> None:
    old, new = await make_feed(api, buyer), await make_feed(api, buyer)
    assert old != new
    assert_problem(await api.get(old), 404, "not_found")
    assert (await api.get(new)).status_code == 200


async def test_revoked_feed_is_gone_and_can_be_revoked_once(api: Api, buyer: Person) -> None:
    feed = await make_feed(api, buyer)
    other = await make_feed(api, await api.person())
    assert (await api.call("DELETE", "/auth/calendar-feed", buyer)).status_code == 200
    assert_problem(await api.get(feed), 404, "not_found")
    assert_problem(await api.call("DELETE", "/auth/calendar-feed", buyer), 404, "not_found")
    assert (await api.get(other)).status_code == 200


async def test_deactivated_user_has_no_feed_until_activated(
    api: Api, buyer: Person, admin: Person
) -> None:
    feed = await make_feed(api, buyer)
    await api.call("PATCH", f"/users/{buyer.id}/deactivate", admin)
    assert_problem(await api.get(feed), 404, "not_found")
    await api.call("PATCH", f"/users/{buyer.id}/activate", admin)
    assert (await api.get(feed)).status_code == 200


@pytest.mark.parametrize("has_history", [True, False])
async def test_deleted_user_leaves_no_feed(
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
    has_history: bool,
) -> None:
    if has_history:
        await api.book(buyer, (await api.event(organizer))["id"])
    feed = await make_feed(api, buyer)
    assert (await api.call("DELETE", f"/users/{buyer.id}", buyer)).status_code == 200
    assert_problem(await api.get(feed), 404, "not_found")
    rows = "SELECT count(*) FROM calendar_feeds WHERE user_id = $1"
    assert await connection.fetchval(rows, buyer.id) == 0


async def test_only_a_hash_of_the_secret_is_stored_and_the_log_has_nothing_of_it(
    api: Api, buyer: Person, connection: asyncpg.Connection, log: LogLines
) -> None:
    feed = await make_feed(api, buyer)
    secret = feed.removeprefix("/calendar/").removesuffix(".ics")
    assert len(secret) == 43
    stored = await connection.fetchval(
        "SELECT secret_hash FROM calendar_feeds WHERE user_id = $1", buyer.id
    )
    assert stored == hashlib.sha256(secret.encode()).digest()
    await api.get(feed)
    await api.get(f"{feed}.ics")
    routes = [entry["route"] for entry in log.entries]
    assert routes == ["/api/v1/auth/calendar-feed", *["/api/v1/calendar/{secret}.ics"] * 2]
    assert secret not in str(log.entries)


async def test_making_and_revoking_are_in_the_audit_log(
    api: Api, buyer: Person, connection: asyncpg.Connection
) -> None:
    await make_feed(api, buyer)
    await api.call("DELETE", "/auth/calendar-feed", buyer)
    rows = await connection.fetch(
        "SELECT action, actor_id FROM audit_log WHERE subject = 'user' AND subject_id = $1 "
        "AND action LIKE 'calendar_feed%' ORDER BY id",
        buyer.id,
    )
    assert [tuple(row) for row in rows] == [
        ("calendar_feed.made", buyer.id),
        ("calendar_feed.revoked", buyer.id),
    ]


@pytest.mark.parametrize("secret", ["x", "x" * 300, "%F0%28%8C%28", "a%00b", "%ED%A0%80"])
async def test_what_is_no_secret_is_not_found(api: Api, secret: str) -> None:
    assert_problem(await api.get(f"/calendar/{secret}.ics"), 404, "not_found")


async def test_feed_is_bounded(
    api: Api, organizer: Person, buyer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert get_calendar_feed.MAX_EVENTS == 200
    monkeypatch.setattr(get_calendar_feed, "MAX_EVENTS", 2)
    for year in (2035, 2033, 2034):
        event = await api.event(organizer, title=str(year), date_time=f"{year}-07-05T20:00:00Z")
        await api.book(buyer, event["id"])
    assert await titles_of(api, await make_feed(api, buyer)) == ["2033", "2034"]


async def test_feed_is_read_so_often_and_no_more(
    api: Api, buyer: Person, clock: MovableClock, database_url: str
) -> None:
    limits = {"rate_limit_calendar": "2/day", "rate_limit_guesses": "2/day"}
    settings = settings_for(database_url, rate_limit_enabled=True, **limits)
    app = create_app(settings, {"clock": clock})
    transport = httpx.ASGITransport(app=app)
    feed, other = await make_feed(api, buyer), await make_feed(api, await api.person())
    async with httpx.AsyncClient(transport=transport, base_url=f"http://test{V1}") as client:

        async def statuses(path: str) -> list[int]:
            return [(await client.get(path)).status_code for _ in range(3)]

        assert await statuses(feed) == [200, 200, 429]
        assert (await client.get(other)).status_code == 200
        assert await statuses("/calendar/unknown.ics") == [404, 404, 429]
        # Who has a secret reads on, also where somebody else guesses from the same address.
        assert (await client.get(other)).status_code == 200
