"""Where webhooks may go, and what a receiver cannot do to the sender."""

import asyncio
import socket
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from src.infrastructure.clock import utc_now
from src.infrastructure.webhooks.addresses import WebhookAddressRules
from src.infrastructure.webhooks.sender import MAX_ANSWER_BYTES, HttpWebhookSender
from src.infrastructure.webhooks.transport import CheckedNetwork, NameNotFound, resolve
from tests.integration.webhooks.conftest import Deliver
from tests.support.api import Api, MovableClock, Person
from tests.support.certificates import Certificate
from tests.support.webhooks import (
    LOOPBACK,
    Received,
    Receiver,
    create,
    deliveries,
    delivering,
    network,
    receiving,
    sender_to,
)


class Names:
    """A DNS that answers each question with the next of these, and then with the last."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self._answers = list(answers)
        self.asked = 0

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked += 1
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


class Connections:
    """Where connections went; none is made."""

    def __init__(self) -> None:
        self.hosts: list[str] = []

    async def connect_tcp(self, host: str, port: int, *_: object) -> object:
        self.hosts.append(host)
        raise OSError("not in this test")


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["10.0.0.7"],
        ["169.254.169.254"],
        ["::1"],
        ["::ffff:10.0.0.7"],
        ["64:ff9b::a00:7"],
        ["2002:a00:7::1"],
        ["fe80::1%eth0"],
        ["93.184.216.34", "10.0.0.7"],
        ["10.0.0.7", "93.184.216.34"],
    ],
)
async def test_name_with_an_address_that_is_not_public_is_refused_before_any_connection(
    certificate: Certificate, addresses: list[str]
) -> None:
    opened = Connections()
    rules = WebhookAddressRules(allows_private=False)
    checked = CheckedNetwork(rules.is_allowed, Names(addresses), opened)  # type: ignore[arg-type]
    sender = sender_to(certificate, utc_now, network=checked)
    reply = await sender.send("https://receiver.example/", {}, "{}")
    assert reply.status is None
    assert reply.error == "The name has an address that is not public."
    assert opened.hosts == []


async def test_dns_that_changes_its_answer_is_asked_each_time_and_refused(
    api: Api,
    organizer: Person,
    buyer: Person,
    receiver: Receiver,
    certificate: Certificate,
    clock: MovableClock,
) -> None:
    webhook = await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    names = Names([LOOPBACK], ["10.0.0.7"], [LOOPBACK])
    rules = WebhookAddressRules(allows_private=False)
    checked = CheckedNetwork(
        lambda address: address == LOOPBACK or rules.is_allowed(address), names
    )
    job = delivering(api.container, sender_to(certificate, clock, network=checked), clock)
    for _ in range(2):
        await api.book(buyer, event["id"])
        await api.container.jobs.relay_outbox().execute()
        await job.execute()
    assert len(receiver.received) == 1
    first, second = await deliveries(api, organizer, webhook)
    assert (first["status"], second["status"]) == ("delivered", "pending")
    assert second["error"] == "The name has an address that is not public."
    clock.move(seconds=6)
    assert await job.execute() == 1
    assert names.asked == 3


async def test_connection_goes_to_the_address_that_was_looked_at(
    certificate: Certificate, receiver: Receiver
) -> None:
    """A second question would be answered with another address."""
    names = Names([LOOPBACK], ["203.0.113.1"])
    checked = CheckedNetwork(lambda address: address == LOOPBACK, names)
    sender = sender_to(certificate, utc_now, network=checked)
    assert (await sender.send(receiver.url, {}, "{}")).status == 204
    assert names.asked == 1


async def test_next_address_is_tried_when_one_does_not_answer(
    certificate: Certificate, receiver: Receiver
) -> None:
    checked = network({"receiver.example": ["127.0.0.9", LOOPBACK]})
    checked._is_allowed = lambda _: True
    sender = sender_to(certificate, utc_now, network=checked)
    assert (await sender.send(receiver.url, {}, "{}")).status == 204


async def test_stored_address_is_refused_once_it_is_no_longer_allowed(
    certificate: Certificate,
) -> None:
    sender = sender_to(certificate, utc_now)
    reply = await sender.send("http://receiver.example:8080/", {}, "{}")
    assert (reply.status, reply.error) == (None, "The address must begin with https://.")


async def test_certificate_of_another_name_is_refused(
    certificate: Certificate, receiver: Receiver
) -> None:
    sender = sender_to(certificate, utc_now)
    reply = await sender.send(f"https://other.example:{receiver.port}/", {}, "{}")
    assert reply.error == "The certificate was not accepted, or TLS failed."
    assert receiver.received == []


async def test_proxies_of_the_environment_play_no_part(
    certificate: Certificate, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert (await sender_to(certificate, utc_now).send(receiver.url, {}, "{}")).status == 204


async def test_answer_is_read_to_a_bound(certificate: Certificate, receiver: Receiver) -> None:
    sizes = []

    async def answer_without_end(request: Received) -> bytes:
        sizes.append(len(request.body))
        return b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n" + b"x" * 200_000

    receiver.before_answer = answer_without_end
    assert MAX_ANSWER_BYTES < 200_000
    started = time.monotonic()
    reply = await sender_to(certificate, utc_now).send(receiver.url, {}, "{}")
    assert (reply.status, reply.error) == (200, None)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"nonsense\r\n\r\n", "The answer was not HTTP."),
        (b"", "The answer was not HTTP."),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000, "The answer was not HTTP."),
    ],
)
async def test_what_is_no_answer_is_said_so(
    certificate: Certificate, receiver: Receiver, answer: bytes, error: str
) -> None:
    async def no_answer(request: Received) -> bytes:
        return answer or b"\r"

    receiver.before_answer = no_answer
    reply = await sender_to(certificate, utc_now).send(receiver.url, {}, "{}")
    assert (reply.status, reply.error) == (None, error)


async def test_receiver_that_never_answers_is_left_after_the_time(
    certificate: Certificate, receiver: Receiver
) -> None:
    async def drip(request: Received) -> None:
        await asyncio.sleep(30)

    receiver.before_answer = drip
    sender = sender_to(certificate, utc_now, total_seconds=0.5)
    reply = await sender.send(receiver.url, {}, "{}")
    assert reply.error == "There was no answer within 15 seconds."
    assert timedelta(seconds=0.4) < reply.duration < timedelta(seconds=3)


async def test_port_where_nobody_listens_is_said_so(certificate: Certificate) -> None:
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
    reply = await sender_to(certificate, utc_now).send(f"https://receiver.example:{port}/", {}, "")
    assert reply.error == "The connection failed."


async def test_names_are_resolved_as_the_system_does() -> None:
    assert LOOPBACK in await resolve("localhost", 443)
    assert await resolve("127.1", 443) == [LOOPBACK], "a short form is an address too"
    with pytest.raises(NameNotFound):
        await resolve("no-such-name.invalid", 443)


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("120", timedelta(seconds=120)),
        ("Wed, 25 Nov 2026 12:10:00 GMT", timedelta(minutes=10)),
        ("Wed, 25 Nov 2026 11:00:00 GMT", timedelta()),
        ("soon", None),
        ("-5", None),
        ("9" * 30, None),
    ],
)
async def test_retry_after_is_read(
    certificate: Certificate, receiver: Receiver, header: str, wait: timedelta | None
) -> None:
    def noon() -> datetime:
        return datetime(2026, 11, 25, 12, tzinfo=UTC)

    receiver.status, receiver.headers = 503, {"Retry-After": header}
    reply = await sender_to(certificate, noon).send(receiver.url, {}, "{}")
    assert (reply.status, reply.retry_after) == (503, wait)


async def test_endpoints_that_hang_hold_up_nobody(
    api: Api,
    organizer: Person,
    admin: Person,
    buyer: Person,
    certificate: Certificate,
    deliver: Deliver,
    clock: MovableClock,
) -> None:
    """Thirty that never answer, each with a queue, beside one that does."""

    has_all = asyncio.Event()

    async def hang(request: Received) -> None:
        await asyncio.sleep(3)

    async def count(request: Received) -> None:
        if len(quick.received) == 8:
            has_all.set()

    async with (
        receiving(certificate, before_answer=hang) as slow,
        receiving(certificate, before_answer=count) as quick,
    ):
        for who in (organizer, admin):
            for _ in range(15):
                await create(api, who, slow.url)
        event = await api.event(organizer)
        await create(api, organizer, quick.url)
        for _ in range(8):
            await api.book(buyer, event["id"])
        await api.container.jobs.relay_outbox().execute()
        sender = sender_to(certificate, clock, total_seconds=1.0)
        job = delivering(api.container, sender, clock, concurrency=40)
        running = asyncio.create_task(job.execute())
        async with asyncio.timeout(10):
            await has_all.wait()
        running.cancel()
        await asyncio.wait({running})
        assert len(quick.received) == 8
        assert len(slow.received) < 15 * 2 * 8


async def test_one_endpoint_gets_few_requests_at_a_time(
    api: Api, organizer: Person, buyer: Person, receiver: Receiver, deliver: Deliver
) -> None:
    await create(api, organizer, receiver.url)
    event = await api.event(organizer)
    for _ in range(10):
        await api.book(buyer, event["id"])
    now, most = 0, 0

    async def count(request: Received) -> None:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.05)
        now -= 1

    receiver.before_answer = count
    assert await deliver() == 10
    assert 1 < most <= 4


def test_sender_of_production_loads_authorities_once(certificate: Certificate) -> None:
    sender = HttpWebhookSender(
        WebhookAddressRules(allows_private=False), network(), utc_now, user_agent="test"
    )
    assert sender._context() is sender._context()
    assert sender._context().check_hostname
