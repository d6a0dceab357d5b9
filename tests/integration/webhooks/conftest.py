"""A receiver with a certificate, and the jobs from a change to what it receives."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from src.infrastructure.webhooks.sender import HttpWebhookSender
from tests.support.api import Api, MovableClock
from tests.support.certificates import Certificate, make_certificate
from tests.support.webhooks import (
    HOST,
    Receiver,
    delivering,
    receiving,
    sender_to,
    set_time_of_library,
)

Deliver = Callable[[], Awaitable[int]]


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("tls"), HOST)


@pytest.fixture
async def receiver(certificate: Certificate) -> AsyncIterator[Receiver]:
    async with receiving(certificate) as receiver:
        yield receiver


@pytest.fixture
def sender(certificate: Certificate, clock: MovableClock) -> HttpWebhookSender:
    return sender_to(certificate, clock)


@pytest.fixture
def deliver(
    api: Api,
    sender: HttpWebhookSender,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Deliver:
    """Relay what happened and send what is due; how many were delivered."""
    set_time_of_library(monkeypatch, clock)

    async def deliver() -> int:
        await api.container.jobs.relay_outbox().execute()
        return await delivering(api.container, sender, clock).execute()

    return deliver
