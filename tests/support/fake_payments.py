"""The fake payment service as a test drives it: payments in its records, webhooks in an inbox."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import httpx

from src.application.ports.payments import (
    DisputeEvent,
    PaymentOrder,
    ProviderAnswer,
    WebhookEvent,
)
from src.domain.entities.transaction import Transaction, TransactionKind
from src.infrastructure.payments.fake.provider import FakeService
from tests.support.api import Api, MovableClock

GOOD, DECLINED = "4242 4242 4242 4242", "4000 0000 0000 0002"
POOR, SLOW = "4000 0000 0000 9995", "4000 0000 0000 3220"
PAYMENT = Transaction(
    id=41,
    order_id=7,
    kind=TransactionKind.PAYMENT,
    provider="fake",
    amount=Decimal("50.00"),
    currency="USD",
    idempotency_key="key-41",
)
REFUND = replace(
    PAYMENT,
    id=42,
    kind=TransactionKind.REFUND,
    amount=Decimal("30.00"),
    idempotency_key="key-42",
    parent_id=41,
)


class Inbox:
    """What arrives of the webhooks.

    A delayed one sets the clock forward instead of waiting, as soon as the test asks for it.
    """

    def __init__(self, api: Api, service: FakeService) -> None:
        self._api = api
        self._service = service
        self.webhook_events: list[WebhookEvent] = []
        self.dispute_events: list[DisputeEvent] = []
        self.is_awaited = asyncio.Event()

    async def receive(self, request: httpx.Request) -> httpx.Response:
        assert request.url == "http://127.0.0.1:8000/api/v1/payments/fake/webhook"
        headers = {name.lower(): value for name, value in request.headers.items()}
        webhook_event = await self._service.payments.read_webhook(request.content, headers)
        if isinstance(webhook_event, DisputeEvent):
            self.dispute_events.append(webhook_event)
        else:
            assert isinstance(webhook_event, WebhookEvent)
            self.webhook_events.append(webhook_event)
        return httpx.Response(200)

    async def all(self) -> list[WebhookEvent]:
        """Every webhook event, once nothing is on its way any more."""
        self.is_awaited.set()
        await asyncio.gather(*self._service.webhooks.tasks)
        return self.webhook_events

    async def states(self) -> list[str]:
        return [webhook_event.answer.state.value for webhook_event in await self.all()]


class FakePaymentsWorld:
    """The provider and its pages in the running application."""

    def __init__(self, api: Api, service: FakeService) -> None:
        self.api = api
        self.provider = service.payments
        self.inbox = Inbox(api, service)

    async def start(self, payment: Transaction = PAYMENT, **order: Any) -> ProviderAnswer:
        """Begin it, for an order that has ten minutes."""
        expires_at = self.api.clock() + timedelta(minutes=10)
        fields = {"order_reference": "ORD-7K2M9QXA", "expires_at": expires_at, **order}
        return await self.provider.start(PaymentOrder(transaction=payment, **fields))

    async def page(self, **order: Any) -> str:
        """Begin the payment; the path of its page."""
        answer = await self.start(**order)
        assert answer.redirect_url is not None
        return answer.redirect_url.removeprefix("http://127.0.0.1:8000")

    async def click(self, page: str, action: str = "pay", **form: Any) -> httpx.Response:
        fields = {"card_number": GOOD, "action": action, **form}
        ours = {"Sec-Fetch-Site": "same-origin"}
        return await self.api.client.post(page, data=fields, headers=ours)

    async def pay(self) -> None:
        """Begin the payment and pay it."""
        assert (await self.click(await self.page())).status_code == 303

    async def found(self) -> ProviderAnswer:
        answer = await self.provider.find(PAYMENT)
        assert answer is not None
        return answer


@contextmanager
def fake_payments_world(api: Api, clock: MovableClock) -> Iterator[FakePaymentsWorld]:
    """The world of one test; afterwards webhooks go where they went before."""
    service: FakeService = api.container.adapters.fake_payments()
    world = FakePaymentsWorld(api, service)
    webhooks = service.webhooks
    before = webhooks.transport, webhooks.sleep

    async def advance_clock(seconds: float) -> None:
        await world.inbox.is_awaited.wait()
        clock.move(seconds=seconds)

    webhooks.transport, webhooks.sleep = httpx.MockTransport(world.inbox.receive), advance_clock
    yield world
    for task in webhooks.tasks:
        task.cancel()
    webhooks.transport, webhooks.sleep = before
