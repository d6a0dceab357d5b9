"""The fake provider's webhooks: what is lost on the way disturbs nobody."""

import asyncio
import json
from datetime import timedelta
from decimal import Decimal

import httpx
import pytest

from src.application.ports.hosted_payments import WebhookOptions
from src.application.ports.payments import ProviderState
from src.domain.entities.transaction import TransactionKind
from src.infrastructure.payments.fake.signature import HEADER, signature, webhook_secret
from src.infrastructure.payments.fake.webhooks import FakeEvent, FakeWebhooks
from tests.support.examples import NOW

SECRET = webhook_secret("the key of the application, long enough")
EVENT = FakeEvent(
    kind=TransactionKind.PAYMENT,
    name="succeeded",
    transaction_id=41,
    reference="fake_pay_1",
    state=ProviderState.SUCCEEDED,
    amount=Decimal("50.00"),
    currency="USD",
    failure=None,
    at=NOW,
)
LATE = WebhookOptions(delay=timedelta(hours=1))


class Server:
    """The receiver of the webhooks; answers `status`, or is not there."""

    def __init__(self, status: int | None = 200) -> None:
        self.status = status
        self.bodies: list[bytes] = []

    async def answer(self, request: httpx.Request) -> httpx.Response:
        self.bodies.append(request.content)
        if self.status is None:
            raise httpx.ConnectError("refused")
        return httpx.Response(self.status)


def webhooks_to(server: Server) -> FakeWebhooks:
    transport = httpx.MockTransport(server.answer)
    return FakeWebhooks(SECRET, "http://shop.example", lambda: NOW, transport)


async def test_webhook_says_what_when_and_of_which_transaction() -> None:
    server = Server()
    webhooks = webhooks_to(server)
    webhooks.send(EVENT)
    await asyncio.gather(*webhooks.tasks)
    (body,) = server.bodies
    message = json.loads(body)
    assert message.pop("id").startswith("fake_evt_")
    assert message == {
        "type": "payment.succeeded",
        "created": int(NOW.timestamp()),
        "data": {
            "transaction_id": 41,
            "reference": "fake_pay_1",
            "payment_reference": None,
            "state": "succeeded",
            "amount": "50.00",
            "currency": "USD",
            "failure": None,
        },
    }


@pytest.mark.parametrize("status", [None, 401, 500])
async def test_webhook_is_lost_when_nobody_takes_it(status: int | None) -> None:
    server = Server(status)
    webhooks = webhooks_to(server)
    webhooks.send(EVENT, WebhookOptions(is_sent_twice=True))
    await asyncio.gather(*webhooks.tasks)
    assert len(server.bodies) == 2


async def test_what_is_not_sent_yet_is_dropped_at_the_end() -> None:
    server = Server()
    webhooks = webhooks_to(server)
    webhooks.send(EVENT, LATE)
    await asyncio.sleep(0)
    assert webhooks.tasks
    await webhooks.close()
    assert (webhooks.tasks, server.bodies) == (set(), [])


def test_message_of_an_unknown_kind_is_ignored() -> None:
    webhooks = webhooks_to(Server())
    body = json.dumps({"id": "fake_evt_1", "type": "customer.created", "data": {}}).encode()
    assert webhooks.read(body, {HEADER: signature(body, SECRET, NOW)}) is None
