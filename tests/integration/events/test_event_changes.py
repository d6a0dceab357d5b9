"""How a process learns that an event has changed: from itself at once, from the others soon."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from contextlib import AsyncExitStack

import asyncpg
import pytest
from structlog.testing import CapturingLogger

from src.application.concurrency.snapshots import Snapshots
from src.application.live.availability_streams import AvailabilityStreams
from src.application.live.order_streams import OrderStreams
from src.application.live.stream_places import StreamPlaces
from src.domain.entities.user import Role
from src.infrastructure.notifications import event_changes
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
        streams = AvailabilityStreams(snapshots, lambda _: b"", StreamPlaces(0, 0))
        self.heard_orders: list[int] = []
        self.changes = EventChanges([snapshots], streams, RecordingStreams(self.heard_orders))

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


class RecordingStreams(OrderStreams):
    def __init__(self, heard: list[int]) -> None:
        self._heard = heard

    def wake(self, order_ids: Iterable[int]) -> None:
        self._heard.extend(order_ids)

    def wake_all(self) -> None:
        self._heard.append(ALL)

    def end_all(self) -> None:
        pass


@pytest.fixture
async def processes(api: Api, database_url: str) -> AsyncIterator[tuple[Process, Process]]:
    """Two of them, both listening."""
    one, other = Process(), Process()
    async with AsyncExitStack() as stack:
        for process in (one, other):
            await stack.enter_async_context(process.changes.running(database_url))
            await process.hears(ALL)
            process.heard.clear()
            process.heard_orders.clear()
        yield one, other


@pytest.fixture
async def notified(connection: asyncpg.Connection) -> AsyncIterator[list[int]]:
    """Ids of events as they are notified in the database, by whomever."""
    heard: list[int] = []

    def hear(*notification: object) -> None:
        changed = str(notification[-1]).partition(":")[2]
        if changed.isdecimal():
            heard.append(int(changed))

    await connection.add_listener(CHANNEL, hear)
    yield heard
    await connection.remove_listener(CHANNEL, hear)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
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
    began, changes = time.monotonic(), 0
    while len(other.heard) < 4:
        one.changes.note([5])
        changes += 1
        await asyncio.sleep(0.002)
    assert len(other.heard) <= (time.monotonic() - began) / 0.1 + 1
    assert one.heard == [5] * changes


async def test_change_at_the_very_end_is_notified(api: Api, database_url: str) -> None:
    one, other = Process(), Process()
    async with other.changes.running(database_url):
        await other.hears(ALL)
        async with one.changes.running(database_url):
            one.changes.note([5])
            await other.hears(5)
            one.changes.note([6])
        await other.hears(6)


async def test_orders_are_notified_in_few_messages_and_not_to_oneself(
    processes: tuple[Process, Process], connection: asyncpg.Connection
) -> None:
    one, other = processes
    messages: list[str] = []
    await connection.add_listener(CHANNEL, lambda *received: messages.append(str(received[-1])))
    order_ids = list(range(9_000_000_000_000_000_000, 9_000_000_000_000_000_301))
    one.changes.note_orders(order_ids)
    assert one.heard_orders == order_ids
    await until(lambda: len(other.heard_orders) >= len(order_ids))
    assert sorted(other.heard_orders) == order_ids
    assert one.heard_orders == order_ids
    await until(lambda: len(messages) == 2)
    assert other.heard == one.heard == []


async def test_events_and_orders_are_notified_by_one_statement(
    processes: tuple[Process, Process], connection: asyncpg.Connection
) -> None:
    one, other = processes
    one.changes.note([5])
    one.changes.note_orders([6])
    await other.hears(5)
    await until(lambda: other.heard_orders == [6])
    assert other.heard == [5]


async def test_everything_is_stale_when_the_listener_comes_back(
    processes: tuple[Process, Process], connection: asyncpg.Connection
) -> None:
    one, other = processes
    await kill_sessions(connection, LISTENERS)
    await asyncio.gather(one.hears(ALL), other.hears(ALL))
    assert one.heard_orders == other.heard_orders == [ALL]
    one.changes.note([5])
    await other.hears(5)


async def test_change_is_notified_later_when_the_database_does_not_answer(
    processes: tuple[Process, Process],
    connection: asyncpg.Connection,
    postgres_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, other = processes
    log = CapturingLogger()
    monkeypatch.setattr(event_changes, "log", log)
    database = await connection.fetchval("SELECT current_database()")
    outside = await asyncpg.connect(postgres_url)
    await outside.execute(f"ALTER DATABASE {database} ALLOW_CONNECTIONS false")
    try:
        await kill_sessions(connection, "event-ticketing")
        one.changes.note([5])
        await until(lambda: bool(log.calls))
        assert log.calls[0].args == ("event_changes_not_told",)
        assert other.heard == []
    finally:
        await outside.execute(f"ALTER DATABASE {database} ALLOW_CONNECTIONS true")
        await outside.close()
    await other.hears(5)


async def test_malformed_notification_is_ignored(
    processes: tuple[Process, Process], connection: asyncpg.Connection
) -> None:
    one, _ = processes
    for message in (
        "",
        "5",
        "someone:",
        "someone:x",
        "someone:-5",
        "someone:orders",
        "someone:orders x,,8",
        "someone:7",
    ):
        await connection.execute("SELECT pg_notify($1, $2)", CHANNEL, message)
    await one.hears(7)
    assert one.heard == [7]
    assert one.heard_orders == [8]


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


async def test_transaction_reports_the_orders_that_it_changed_once_it_is_committed(
    api: Api,
) -> None:
    reports: list[Collection[int]] = []
    async with TortoiseUnitOfWork(on_orders_changed=reports.append) as uow:
        await uow.orders.lock([8, 9])
        assert reports == []
        await uow.commit()
    async with TortoiseUnitOfWork(on_orders_changed=reports.append) as uow:
        await uow.orders.lock([10])
    async with TortoiseUnitOfWork(on_orders_changed=reports.append) as uow:
        await uow.orders.by_ids([11])
        await uow.commit()
    assert reports == [{8, 9}]


async def kill_sessions(observer: asyncpg.Connection, name: str) -> None:
    """End them as an administrator, or a failing network, would."""
    killed = await observer.fetch(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND application_name = $1",
        name,
    )
    assert killed
