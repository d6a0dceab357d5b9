"""The sender may die between any two steps: a mail is not lost, and nobody gets it twice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from src.application.ports.mail import (
    MailOutcomeUnknown,
    MailPostponed,
    MailRefused,
    MailSession,
    OutgoingMail,
)
from src.infrastructure.mail.compose import Sender
from src.infrastructure.mail.folder import FolderTransport
from src.infrastructure.repositories.mail import TortoiseMailRepository
from tests.support.api import Api, MovableClock, Person
from tests.support.fakes.mails import FakeTransport
from tests.support.mails import Post


class Died(BaseException):
    """The process is gone: nothing of it catches this."""


class HalfWay(FakeTransport):
    """Dies after the mail was taken, before anybody hears of it."""

    async def send(self, mail: OutgoingMail) -> None:
        await super().send(mail)
        raise Died


@pytest.fixture
async def booked(api: Api, organizer: Person, buyer: Person, post: Post) -> dict[str, Any]:
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"])
    await post.plan()
    return booking


async def status(connection: asyncpg.Connection) -> str:
    found = await connection.fetchval("SELECT status FROM mails")
    return str(found)


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_a_crash_while_planning_leaves_the_message_and_one_mail(
    api: Api,
    organizer: Person,
    buyer: Person,
    post: Post,
    connection: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event = await api.event(organizer)
    await api.book(buyer, event["id"])
    add = TortoiseMailRepository.add

    async def add_and_die(self: TortoiseMailRepository, mails: Any) -> None:
        await add(self, mails)
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(TortoiseMailRepository, "add", add_and_die)
        with pytest.raises(Died):
            await post.plan()
    assert await connection.fetchval("SELECT count(*) FROM mails") == 0
    assert len(await post.deliver()) == 1


@pytest.mark.usefixtures("booked")
@pytest.mark.parametrize("step", ["lease", "begin", "settle"])
async def test_a_crash_before_or_after_a_mark_sends_no_mail_twice(
    post: Post,
    connection: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
    clock: MovableClock,
    step: str,
) -> None:
    done = getattr(TortoiseMailRepository, step)

    async def do_and_die(self: TortoiseMailRepository, *args: Any, **kwargs: Any) -> None:
        await done(self, *args, **kwargs)
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(TortoiseMailRepository, step, do_and_die)
        with pytest.raises(Died):
            await post.send()
    for _ in range(3):
        clock.move(minutes=11)
        await post.send()
    assert len(post.sent) == 1
    assert await status(connection) == ("unknown" if step == "settle" else "sent")


@pytest.mark.usefixtures("booked")
async def test_a_crash_after_the_mark_and_before_the_hand_over_is_unknown(
    post: Post, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    with pytest.raises(Died):
        await post.send(FakeTransport(Died()))
    assert await status(connection) == "sending"
    assert await post.send() == 0
    assert await status(connection) == "sending"
    clock.move(minutes=11)
    assert await post.send() == 0
    assert await status(connection) == "unknown"
    assert post.sent == []


@pytest.mark.usefixtures("booked")
async def test_a_crash_after_the_hand_over_is_unknown_and_not_repeated(
    post: Post, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    half_way = HalfWay()
    with pytest.raises(Died):
        await post.send(half_way)
    clock.move(minutes=11)
    await post.send()
    assert (len(half_way.sent), len(post.sent)) == (1, 0)
    assert await status(connection) == "unknown"


@pytest.mark.usefixtures("booked")
async def test_a_folder_is_written_again_after_a_crash_to_the_same_file(
    post: Post, connection: asyncpg.Connection, clock: MovableClock, tmp_path: Path
) -> None:
    class DyingFolder(FolderTransport):
        async def send(self, mail: OutgoingMail) -> None:
            await super().send(mail)
            raise Died

    sender = Sender("Shop <shop@test.example>")
    with pytest.raises(Died):
        await post.send(DyingFolder(tmp_path, sender, "/dev/mails"))
    clock.move(minutes=11)
    assert await post.send(FolderTransport(tmp_path, sender, "/dev/mails")) == 1
    assert await status(connection) == "sent"
    message_id = await connection.fetchval("SELECT message_id FROM mails")
    assert names_in(tmp_path) == [f"{message_id}.eml"]


@pytest.mark.usefixtures("booked")
async def test_many_senders_at_once_send_a_mail_once(post: Post) -> None:
    await asyncio.gather(*(post.send() for _ in range(5)))
    assert len(post.sent) == 1


@pytest.mark.usefixtures("booked")
async def test_no_transaction_is_open_while_the_server_is_spoken_to(
    post: Post, connection: asyncpg.Connection
) -> None:
    open_transactions: list[int] = []

    class Watching(FakeTransport):
        async def send(self, mail: OutgoingMail) -> None:
            open_transactions.append(
                await connection.fetchval(
                    """SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
                        AND pid <> pg_backend_pid() AND xact_start IS NOT NULL"""
                )
            )

    assert await post.send(Watching()) == 1
    assert open_transactions == [0]


@pytest.mark.usefixtures("booked")
async def test_a_temporary_refusal_is_tried_again_ever_later_and_given_up_at_last(
    post: Post, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    why = MailPostponed("451 try later")
    waits = []
    for _ in range(9):
        before = clock()
        assert await post.send(FakeTransport(why)) == 0
        due = await connection.fetchval("SELECT next_at FROM mails")
        waits.append(round((due - before).total_seconds() / 60))
        assert await post.send() == 0
        clock.move(seconds=(due - before).total_seconds() + 1)
    assert waits == [1, 5, 15, 60, 180, 360, 720, 1440, 1440]
    assert await post.send(FakeTransport(why)) == 0
    assert await status(connection) == "gave_up"


@pytest.mark.usefixtures("booked")
@pytest.mark.parametrize(
    ("failure", "outcome"),
    [(MailRefused("550 no"), "refused"), (MailOutcomeUnknown("lost"), "unknown")],
)
async def test_a_final_refusal_or_a_lost_answer_is_not_repeated(
    post: Post,
    connection: asyncpg.Connection,
    clock: MovableClock,
    failure: Exception,
    outcome: str,
) -> None:
    assert await post.send(FakeTransport(failure)) == 0
    clock.move(days=2)
    assert await post.send() == 0
    row = await connection.fetchrow("SELECT status, last_error FROM mails")
    assert row is not None
    assert tuple(row) == (outcome, str(failure))


@pytest.mark.usefixtures("booked")
async def test_an_outage_of_the_server_is_no_failed_try_and_leaves_it_alone_for_a_while(
    post: Post, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    class Away(FakeTransport):
        opened = 0

        @asynccontextmanager
        async def session(self) -> AsyncIterator[MailSession]:
            self.opened += 1
            raise MailPostponed("connection refused", is_of_server=True)
            yield

    away, outages = Away(), list[str]()
    sender = post.sender(away, outages.append)
    for _ in range(3):
        assert await sender.execute() == 0
    assert (away.opened, outages) == (1, ["connection refused"])
    clock.move(seconds=31)
    await sender.execute()
    assert away.opened == 2
    row = await connection.fetchrow("SELECT status, attempts FROM mails")
    assert row is not None
    assert tuple(row) == ("waiting", 0)
    assert await post.send() == 1


@pytest.mark.usefixtures("booked")
async def test_a_mail_with_a_fault_in_it_holds_up_no_other(
    api: Api, organizer: Person, post: Post, connection: asyncpg.Connection, booked: dict[str, Any]
) -> None:
    await connection.execute("UPDATE mails SET booking_id = NULL")
    event = await api.event(organizer)
    await api.book(await api.person(), event["id"])
    await post.plan()
    assert await post.send() == 1
    assert len(post.faults) == 1
    row = await connection.fetchrow("SELECT status, last_error FROM mails ORDER BY id LIMIT 1")
    assert row is not None
    assert tuple(row) == ("waiting", "The mail could not be written; the log says why.")


@pytest.mark.usefixtures("booked")
async def test_a_process_that_stops_waits_a_moment_for_the_answer(
    post: Post, connection: asyncpg.Connection
) -> None:
    begun = asyncio.Event()

    class Slow(FakeTransport):
        async def send(self, mail: OutgoingMail) -> None:
            begun.set()
            await asyncio.sleep(0.1)
            await super().send(mail)

    slow = Slow()
    task = asyncio.create_task(post.send(slow))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (len(slow.sent), await status(connection)) == (1, "sent")


@pytest.mark.usefixtures("booked")
async def test_a_mail_that_waited_too_long_is_given_up(
    post: Post, connection: asyncpg.Connection, clock: MovableClock
) -> None:
    clock.move(days=5, seconds=1)
    assert await post.send() == 0
    assert await status(connection) == "gave_up"
    assert post.sent == []


@pytest.mark.usefixtures("booked")
async def test_mails_wait_where_there_is_no_server(
    post: Post, connection: asyncpg.Connection
) -> None:
    post.transport.is_enabled = False
    assert await post.send() == 0
    assert await status(connection) == "waiting"
