"""Whatever step a process dies after: every receiver gets every message, with the same id."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest

from src.application.concurrency.for_each import RowsFailed
from src.application.ports.webhooks import WebhookSender
from src.application.use_cases.webhook.deliver_webhooks import DeliverWebhooks
from src.container import Container
from src.infrastructure.repositories.outbox import TortoiseOutboxRepository
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from src.infrastructure.repositories.webhook_delivery import TortoiseWebhookDeliveryRepository
from src.infrastructure.repositories.webhook_endpoint import TortoiseWebhookEndpointRepository
from src.infrastructure.webhooks.sender import HttpWebhookSender
from tests.support.api import Api, MovableClock, Person
from tests.support.webhooks import Receiver, create, deliveries, delivering

Run = Callable[[], Awaitable[object]]


class Killed(Exception):
    """Where the process died."""


STEPS: dict[str, tuple[type, str]] = {
    "messages taken": (TortoiseOutboxRepository, "take"),
    "deliveries planned": (TortoiseWebhookDeliveryRepository, "plan"),
    "messages removed": (TortoiseOutboxRepository, "remove"),
    "deliveries taken": (TortoiseWebhookDeliveryRepository, "claim"),
    "endpoints read": (TortoiseWebhookEndpointRepository, "by_ids"),
    "sent": (HttpWebhookSender, "send"),
    "success noted": (TortoiseWebhookEndpointRepository, "clear_failing"),
    "result recorded": (TortoiseWebhookDeliveryRepository, "record"),
}


def killed_after(monkeypatch: pytest.MonkeyPatch, where: type, name: str) -> None:
    """Raise after the first call of this method, or after the first commit."""
    original = getattr(where, name)
    calls = [0]

    async def dying(*arguments: Any, **options: Any) -> Any:
        result = await original(*arguments, **options)
        calls[0] += 1
        if calls[0] == 1:
            raise Killed(name)
        return result

    monkeypatch.setattr(where, name, dying)


def jobs(container: Container, sender: WebhookSender, clock: MovableClock) -> list[Run]:
    deliver: DeliverWebhooks = delivering(container, sender, clock)
    return [container.jobs.relay_outbox().execute, deliver.execute]


async def _run_until_done(runs: list[Run], clock: MovableClock) -> None:
    for _ in range(4):
        for run in runs:
            with suppress(Killed, RowsFailed):
                await run()
        clock.move(minutes=2)


@pytest.mark.parametrize("step", STEPS)
async def test_message_arrives_with_one_id_wherever_the_process_dies(
    api: Api,
    organizer: Person,
    buyer: Person,
    receiver: Receiver,
    sender: HttpWebhookSender,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    webhook = await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    bookings = {(await api.book(buyer, event["id"]))["id"] for _ in range(2)}
    killed_after(monkeypatch, *STEPS[step])
    await _run_until_done(jobs(api.container, sender, clock), clock)
    assert {request.message["object_id"] for request in receiver.received} == bookings
    assert len({request.id for request in receiver.received}) == 2
    log = await deliveries(api, api.renewed(organizer), webhook)
    assert [delivery["status"] for delivery in log] == ["delivered"] * 2


@pytest.mark.parametrize("number", range(1, 7))
async def test_message_arrives_with_one_id_whichever_commit_is_the_last(
    api: Api,
    organizer: Person,
    buyer: Person,
    receiver: Receiver,
    sender: HttpWebhookSender,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    """Dies before one commit and after the next."""
    webhook = await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    booking = await api.book(buyer, event["id"])
    commit, count = TortoiseUnitOfWork.commit, [0]

    async def dying(self: TortoiseUnitOfWork) -> None:
        count[0] += 1
        if count[0] == number:
            raise Killed("before a commit")
        await commit(self)
        if count[0] == number + 1:
            raise Killed("after a commit")

    monkeypatch.setattr(TortoiseUnitOfWork, "commit", dying)
    await _run_until_done(jobs(api.container, sender, clock), clock)
    assert {request.message["object_id"] for request in receiver.received} == {booking["id"]}
    assert len({request.id for request in receiver.received}) == 1
    (delivery,) = await deliveries(api, api.renewed(organizer), webhook)
    assert delivery["status"] == "delivered"


async def test_one_that_was_sent_and_not_recorded_is_sent_again_after_a_minute(
    api: Api,
    organizer: Person,
    buyer: Person,
    receiver: Receiver,
    sender: HttpWebhookSender,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await create(api, organizer, receiver.url)
    await api.book(buyer, (await api.event(organizer))["id"])
    relay, deliver = jobs(api.container, sender, clock)
    await relay()
    killed_after(monkeypatch, HttpWebhookSender, "send")
    with pytest.raises(RowsFailed):
        await deliver()
    assert await deliver() == 0, "it is still taken by the process that died"
    clock.move(minutes=1)
    assert await deliver() == 1
    first, second = receiver.received
    assert (first.id, first.message["sequence"]) == (second.id, second.message["sequence"])
