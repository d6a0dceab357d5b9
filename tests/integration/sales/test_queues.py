"""The state of queues and jobs, the mail queue, and the discrepancies, for administrators."""

import asyncpg
import pytest

from src.domain.entities.mail import MailStatus
from src.domain.errors import Forbidden, NotFound
from src.domain.repositories.mail import MailFilter
from src.domain.repositories.page import PageRequest
from tests.support.api import Api, MovableClock, Person
from tests.support.orders import order_of
from tests.support.rows import add_hold

PAGE = PageRequest(10, "-id")

MAIL = """
INSERT INTO mails (cause, kind, user_id, order_id, status, next_at, message_id, last_error)
VALUES ('test', 'order_confirmed', $1, $2, 'refused', NULL, gen_random_uuid(), '550 Unknown')
RETURNING id
"""


async def test_queues_count_what_waits(
    api: Api,
    admin: Person,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer)
    await add_hold(connection, event_id=event["id"], user_id=buyer.id, expires_at=clock())
    await connection.execute(MAIL, buyer.id, None)
    read = api.container.oversight.read_queues()
    clock.move(minutes=2)
    report = await read.execute(admin.actor)
    assert (report.holds.due, report.mails[MailStatus.REFUSED]) == (1, 1)
    assert report.holds.oldest is not None
    assert report.outbox.due > 0
    assert (report.mails_due.due, report.deliveries) == (0, {})
    with pytest.raises(Forbidden):
        await read.execute(organizer.actor)


async def test_jobs_are_late_when_no_worker_takes_them(
    api: Api, admin: Person, clock: MovableClock, connection: asyncpg.Connection
) -> None:
    await connection.execute(
        "INSERT INTO pgqueuer_schedules (expression, entrypoint, next_run) "
        "VALUES ('* * * * * */5', 'sweep_holds', $1)",
        clock(),
    )
    read = api.container.oversight.read_queues()
    (job,) = (await read.execute(admin.actor)).jobs
    assert (job.name, job.is_late(clock())) == ("sweep_holds", False)
    clock.move(minutes=2)
    assert job.is_late(clock())
    await connection.execute("DELETE FROM pgqueuer_schedules")


async def test_all_mails_are_listed_with_their_recipients(
    api: Api, admin: Person, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    mail_id = await connection.fetchval(MAIL, buyer.id, None)
    list_mails = api.container.mailing.list_all_mails()
    found = await list_mails.execute(admin.actor, MailFilter(status=MailStatus.REFUSED), PAGE)
    (listed,) = found.items
    assert (listed.mail.id, listed.recipient and listed.recipient.id) == (mail_id, buyer.id)
    sent = await list_mails.execute(admin.actor, MailFilter(status=MailStatus.SENT), PAGE)
    assert sent.items == []
    with pytest.raises(Forbidden):
        await list_mails.execute(organizer.actor, MailFilter(), PAGE)


async def test_mails_of_an_order_are_for_those_who_own_all_of_it(
    api: Api, admin: Person, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    mail_id = await connection.fetchval(MAIL, buyer.id, order["id"])
    list_mails = api.container.mailing.list_order_mails()
    for who in (organizer, admin):
        found = await list_mails.execute(who.actor, order["id"], PAGE)
        assert [mail.id for mail in found.items] == [mail_id]
    with pytest.raises(NotFound):
        await list_mails.execute(buyer.actor, order["id"], PAGE)


async def test_discrepancies_are_read_without_asking_a_provider(
    api: Api, admin: Person, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    read = api.container.oversight.read_discrepancies()
    assert await read.execute(admin.actor) == []
    await connection.execute("ALTER TABLE events DISABLE TRIGGER USER")
    await connection.execute("UPDATE events SET tickets_held = 1 WHERE id = $1", event["id"])
    await connection.execute("ALTER TABLE events ENABLE TRIGGER USER")
    (finding,) = await read.execute(admin.actor)
    assert (finding.subject, finding.subject_id) == ("event", event["id"])
    assert not finding.is_repaired
    with pytest.raises(Forbidden):
        await read.execute(organizer.actor)
