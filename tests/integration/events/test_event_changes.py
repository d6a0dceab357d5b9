"""How a process learns that an event has changed: from itself at once, from the others soon."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AsyncExitStack

import asyncpg
import pytest

from src.application.concurrency.snapshots import Snapshots
from src.application.live.availability_streams import AvailabilityStreams
from src.domain.entities.user import Role
from src.infrastructure.notifications.event_changes import CHANNEL, EventChanges
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from tests.support.api import Api, assert_problem

ALL = -1
LISTENERS = "event-ticketing listener"


class Process:
    """What one server process has of this; `heard` are the events it made stale, in order."""

    def __init__(self) -> None:
        self.heard: list[int] = []
        snapshots = RecordingSnapshots(self.heard)
        streams = AvailabilityStreams(snapshots, lambda _: b"", max_streams=0, max_per_client=0)
        self.changes = EventChanges([snapshots], streams)

    async def hears(self, event_id: int, *, times: int = 1) -> None:
        """Wait until it has heard of the event so many times."""
        await until(lambda: self.heard.count(event_id) >= times)


class RecordingSnapshots(Snapshots):  # type: ignore[type-arg]
    def __init__(self, heard: list[int]) -> None:
        self._heard = heard

    def invalidate(self, key: int) -> None:
        self._heard.append(key)

    def invalidate_all(self) -> None:
        self._heard.append(ALL)


@pytest.fixture
async def processes(api: Api, database_url: str) -> AsyncIterator[tuple[Process, Process]]:
    """Two of them, both listening."""
    one, other = Process(), Process()
    async with AsyncExitStack() as stack:
        for process in (one, other):
            await stack.enter_async_context(process.changes.running(database_url))
            await process.hears(ALL)
            process.heard.clear()
        yield one, other


@pytest.fixture
async def notified(connection: asyncpg.Connection) -> AsyncIterator[list[int]]:
    """Ids of events as they are notified in the database, by whomever."""
    heard: list[int] = []

    def hear(*notification: object) -> None:
        heard.append(int(str(notification[-1]).partition(":")[2]))

    await connection.add_listener(CHANNEL, hear)
    yield heard
    await connection.remove_listener(CHANNEL, hear)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110 - what it waits for is a list
            await asyncio.sleep(0.01)


async def test_change_is_known_here_at_once_and_to_the_other_process_soon(
    processes: tuple[Process, Process],
) -> None:
    one, other = processes
    one.changes.note([5, 6])
    assert one.heard == [5, 6]
    await other.hears(6)
    assert sorted(other.heard) == [5, 6]


async def test_process_does_not_hear_itself(processes: tuple[Process, Process]) -> None:
    one, other = processes
    one.changes.note([5])
    await other.hears(5)
    other.changes.note([6])
    await one.hears(6)
    assert one.heard == [5, 6]


async def test_event_that_changes_all_the_time_is_notified_ten_times_a_second(
    processes: tuple[Process, Process],
) -> None:
    one, other = processes
    began = time.monotonic()
    while time.monotonic() - began < 0.5:
        one.changes.note([5])
        await asyncio.sleep(0.002)
    await asyncio.sleep(0.2)
    assert 1 < len(other.heard) <= (time.monotonic() - began) / 0.1 + 1
    assert len(one.heard) > len(other.heard) * 3


async def test_change_at_the_very_end_is_notified(api: Api, database_url: str) -> None:
    one, other = Process(), Process()
    async with other.changes.running(database_url):
        await other.hears(ALL)
        async with one.changes.running(database_url):
            one.changes.note([5])
            await other.hears(5)
            one.changes.note([6])
        await other.hears(6)


async def test_everything_is_stale_when_the_listener_comes_back(
    processes: tuple[Process, Process], connection: asyncpg.Connection
) -> None:
    one, other = processes
    await kill_sessions(connection, LISTENERS)
    await asyncio.gather(one.hears(ALL), other.hears(ALL))
    one.changes.note([5])
    await other.hears(5)


async def test_change_is_notified_later_when_the_database_does_not_answer(
    processes: tuple[Process, Process], connection: asyncpg.Connection, postgres_url: str
) -> None:
    one, other = processes
    database = await connection.fetchval("SELECT current_database()")
    outside = await asyncpg.connect(postgres_url)
    await outside.execute(f"ALTER DATABASE {database} ALLOW_CONNECTIONS false")
    try:
        await kill_sessions(connection, "event-ticketing")
        one.changes.note([5])
        await asyncio.sleep(0.2)
        assert other.heard == []
    finally:
        await outside.execute(f"ALTER DATABASE {database} ALLOW_CONNECTIONS true")
        await outside.close()
    await other.hears(5)


async def test_malformed_notification_is_ignored(
    processes: tuple[Process, Process], connection: asyncpg.Connection
) -> None:
    one, _ = processes
    for message in ("", "5", "someone:", "someone:x", "someone:-5", "someone:7"):
        await connection.execute("SELECT pg_notify($1, $2)", CHANNEL, message)
    await one.hears(7)
    assert one.heard == [7]


async def test_sale_is_notified_after_its_commit_and_a_refusal_never(
    api: Api, notified: list[int]
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event, other = await api.event(organizer, capacity=1), await api.event(organizer)
    path = f"/events/{event['id']}/bookings"
    response = await api.post(path, await api.person(), {"quantity": 2})
    assert_problem(response, 409, "insufficient_tickets")
    await api.book(await api.person(), other["id"])
    await until(lambda: other["id"] in notified)
    assert event["id"] not in notified


async def test_transaction_reports_the_events_it_locked_once_it_is_committed(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    ids = [(await api.event(organizer))["id"] for _ in range(3)]
    reports: list[Collection[int]] = []
    async with TortoiseUnitOfWork(on_events_changed=reports.append) as uow:
        await uow.events.lock(ids[0])
        await uow.events.lock_for_sale(ids[1])
        await uow.events.get(ids[2])
        assert reports == []
        await uow.commit()
    assert reports == [{ids[0], ids[1]}]


async def test_transaction_that_is_undone_or_locks_no_event_reports_nothing(api: Api) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    reports: list[Collection[int]] = []
    async with TortoiseUnitOfWork(on_events_changed=reports.append) as uow:
        await uow.events.lock(event["id"])
    async with TortoiseUnitOfWork(on_events_changed=reports.append) as uow:
        await uow.events.get(event["id"])
        await uow.commit()
    assert reports == []


async def kill_sessions(observer: asyncpg.Connection, name: str) -> None:
    """End them as an administrator, or a failing network, would."""
    killed = await observer.fetch(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND application_name = $1",
        name,
    )
    assert killed
