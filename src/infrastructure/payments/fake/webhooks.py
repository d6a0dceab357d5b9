"""The fake provider's webhooks: sent in the background by the process that handled the payer.

Webhooks that a process has not sent when it dies are lost, as can happen with any provider; the
reconciler then queries the payment's state.
"""

import asyncio
import json
import secrets
import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import httpx
import structlog

from src.application.ports.database import Clock
from src.application.ports.hosted_payments import WebhookOptions
from src.application.ports.payments import (
    AnyEvent,
    DisputeEvent,
    PayoutEvent,
    ProviderAnswer,
    ProviderState,
    WebhookEvent,
)
from src.domain.entities.transaction import TransactionKind
from src.infrastructure.payments.fake import signature

PATH = "/api/v1/payments/fake/webhook"
PAYOUT = "payout"
DECLINED = "The card was declined."

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeEvent:
    """An event of a payment or refund; `at` is when it happens."""

    kind: TransactionKind
    name: str
    transaction_id: int | None
    reference: str
    state: ProviderState
    amount: Decimal
    currency: str
    failure: str | None
    at: datetime
    payment_reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeNamedEvent:
    """Something happened to a `dispute` or a `payout`; what it is has to be asked for."""

    kind: str
    reference: str
    at: datetime
    payment_reference: str | None = None


class FakeWebhooks:
    """Sends and reads webhooks. `transport` replaces the network, `sleep` waits seconds (tests)."""

    def __init__(
        self,
        secret: bytes,
        base_url: str,
        clock: Clock,
        transport: httpx.AsyncBaseTransport | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._secret = secret
        self._url = f"{base_url}{PATH}"
        self._clock = clock
        self.transport = transport
        self.sleep = sleep
        # The event loop keeps only weak references to tasks.
        self.tasks: set[asyncio.Task[None]] = set()

    def send(
        self, event: FakeEvent | FakeNamedEvent, options: WebhookOptions | None = None
    ) -> None:
        """Send the event in the background when it is due; `options` simulate delivery problems."""
        options = options or WebhookOptions()
        if options.is_lost:
            return
        task = asyncio.create_task(self._send_when_due(event, options))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def close(self) -> None:
        """Cancel all webhooks that are not sent yet."""
        tasks = list(self.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def read(self, body: bytes, headers: Mapping[str, str]) -> AnyEvent | None:
        """The event in a webhook, None for an unknown kind. Raises InvalidSignature."""
        header = headers.get(signature.HEADER, "")
        signature.verify(body, header, self._secret, self._clock())
        message = json.loads(body)
        kind = message["type"].partition(".")[0]
        data = message["data"]
        if kind == PAYOUT:
            return PayoutEvent(id=message["id"], reference=data["reference"])
        if kind not in set(TransactionKind):
            return None
        if kind == TransactionKind.DISPUTE:
            return DisputeEvent(
                id=message["id"],
                reference=data["reference"],
                payment_reference=data["payment_reference"],
            )
        return WebhookEvent(
            id=message["id"],
            kind=TransactionKind(kind),
            transaction_id=data["transaction_id"],
            answer=ProviderAnswer(
                reference=data["reference"],
                state=ProviderState(data["state"]),
                amount=Decimal(data["amount"]),
                currency=data["currency"],
                failure=data["failure"],
            ),
            payment_reference=data.get("payment_reference"),
        )

    async def _send_when_due(
        self, event: FakeEvent | FakeNamedEvent, options: WebhookOptions
    ) -> None:
        due = event.at + options.delay
        while (wait := (due - self._clock()).total_seconds()) > 0:
            await self.sleep(wait)
        body = _message(event)
        await self._post(body)
        if options.is_sent_twice:
            await self._post(body)
        if options.is_out_of_order and isinstance(event, FakeEvent):
            await self._post(_message(_earlier(event)))

    async def _post(self, body: bytes) -> None:
        headers = {
            "Content-Type": "application/json",
            signature.HEADER: signature.signature(body, self._secret, self._clock()),
        }
        try:
            async with httpx.AsyncClient(transport=self.transport, verify=_trusted()) as client:
                response = await client.post(self._url, content=body, headers=headers)
            response.raise_for_status()
        except httpx.HTTPError as error:
            log.warning("fake_webhook_lost", error=type(error).__name__)


@cache
def _trusted() -> ssl.SSLContext:
    # Loading the root certificates is slow, so it is done once.
    return httpx.create_ssl_context()


def _message(event: FakeEvent | FakeNamedEvent) -> bytes:
    data: dict[str, Any] = {
        "reference": event.reference,
        "payment_reference": event.payment_reference,
    }
    if isinstance(event, FakeEvent):
        kind = f"{event.kind.value}.{event.name}"
        data |= {
            "transaction_id": event.transaction_id,
            "state": event.state.value,
            "amount": f"{event.amount:f}",
            "currency": event.currency,
            "failure": event.failure,
        }
    else:
        kind = f"{event.kind}.changed"
    message = {
        "id": f"fake_evt_{secrets.token_urlsafe(18)}",
        "type": kind,
        "created": int(event.at.timestamp()),
        "data": data,
    }
    return json.dumps(message).encode()


def _earlier(event: FakeEvent) -> FakeEvent:
    """An older event of the same payment, for delivery out of order."""
    return FakeEvent(
        kind=event.kind,
        name="declined",
        transaction_id=event.transaction_id,
        reference=event.reference,
        state=ProviderState.OPEN,
        amount=event.amount,
        currency=event.currency,
        failure=DECLINED,
        at=event.at - timedelta(seconds=1),
    )
