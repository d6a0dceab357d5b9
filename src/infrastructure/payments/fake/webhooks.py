"""The fake provider's webhooks: sent in the background by the process that took the click.

What a dead process did not send is lost, as it can be with any provider; whoever waits for it
must ask instead.
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
from src.application.ports.payments import ProviderAnswer, ProviderState, WebhookEvent
from src.domain.entities.transaction import TransactionKind
from src.infrastructure.payments.fake import signature

PATH = "/api/v1/payments/fake/webhook"
DECLINED = "The card was declined."

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeEvent:
    """What happened to a payment or refund, and when."""

    kind: TransactionKind
    what: str
    transaction_id: int
    reference: str
    state: ProviderState
    amount: Decimal
    currency: str
    failure: str | None
    at: datetime


class FakeWebhooks:
    """Sends and reads them. `transport` carries them if not the network; `sleep` waits seconds."""

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
        # Also because the event loop keeps only weak references to tasks.
        self.tasks: set[asyncio.Task[None]] = set()

    def send(self, event: FakeEvent, options: WebhookOptions | None = None) -> None:
        """Send it once it has happened, in the background; `options` are mishaps on the way."""
        options = options or WebhookOptions()
        if options.is_lost:
            return
        task = asyncio.create_task(self._send_when_due(event, options))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def close(self) -> None:
        """Drop what is not sent yet."""
        tasks = list(self.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def read(self, body: bytes, headers: Mapping[str, str]) -> WebhookEvent | None:
        """The notice in a webhook, None for a kind unknown here. Raises InvalidSignature."""
        header = headers.get(signature.HEADER, "")
        signature.verify(body, header, self._secret, self._clock())
        message = json.loads(body)
        kind = message["type"].partition(".")[0]
        if kind not in set(TransactionKind):
            return None
        data = message["data"]
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
        )

    async def _send_when_due(self, event: FakeEvent, options: WebhookOptions) -> None:
        due = event.at + options.delay
        while (wait := (due - self._clock()).total_seconds()) > 0:
            await self.sleep(wait)
        body = _message(event)
        await self._post(body)
        if options.is_sent_twice:
            await self._post(body)
        if options.is_out_of_order:
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
    # Reading the certificates of the world takes its time: once is enough.
    return httpx.create_ssl_context()


def _message(event: FakeEvent) -> bytes:
    message: dict[str, Any] = {
        "id": f"fake_evt_{secrets.token_urlsafe(18)}",
        "type": f"{event.kind.value}.{event.what}",
        "created": int(event.at.timestamp()),
        "data": {
            "transaction_id": event.transaction_id,
            "reference": event.reference,
            "state": event.state.value,
            "amount": str(event.amount),
            "currency": event.currency,
            "failure": event.failure,
        },
    }
    return json.dumps(message).encode()


def _earlier(event: FakeEvent) -> FakeEvent:
    """What could have been said of the same payment a moment before."""
    return FakeEvent(
        kind=event.kind,
        what="declined",
        transaction_id=event.transaction_id,
        reference=event.reference,
        state=ProviderState.OPEN,
        amount=event.amount,
        currency=event.currency,
        failure=DECLINED,
        at=event.at - timedelta(seconds=1),
    )
