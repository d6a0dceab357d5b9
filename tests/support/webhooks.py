"""Receivers of webhooks over TLS, with names of their own, and the job that sends to them."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
import standardwebhooks.webhooks
from standardwebhooks.webhooks import Webhook

from src.application.ports.database import Clock
from src.application.ports.webhooks import WebhookSender
from src.application.use_cases.webhook.deliver_webhooks import DeliverWebhooks
from src.application.use_cases.webhook.send_delivery import SendDelivery
from src.container import Container
from src.infrastructure.webhooks.addresses import WebhookAddressRules
from src.infrastructure.webhooks.sender import HttpWebhookSender
from src.infrastructure.webhooks.transport import CheckedNetwork
from tests.support.api import Api, MovableClock, Person
from tests.support.certificates import Certificate

HOST = "receiver.example"
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Received:
    """A request as it arrived."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def message(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self.body)
        return message

    def verify(self, secret: str) -> dict[str, Any]:
        """The message, verified with the library. Raises WebhookVerificationError."""
        message: dict[str, Any] = Webhook(secret).verify(self.body, self.headers)
        return message


@dataclass
class Receiver:
    """A receiver of webhooks: keeps what it gets, and answers `status`.

    `before_answer` is awaited with each request and may return other bytes to answer with.
    """

    port: int = 0
    status: int = 204
    headers: dict[str, str] = field(default_factory=dict)
    received: list[Received] = field(default_factory=list)
    before_answer: Callable[[Received], Any] | None = None

    @property
    def url(self) -> str:
        return f"https://{HOST}:{self.port}/hooks"

    @property
    def types(self) -> list[str]:
        return [request.message["type"] for request in self.received]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await _read(reader)
            self.received.append(request)
            answer = await self.before_answer(request) if self.before_answer else None
            writer.write(answer or self._answer())
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def _answer(self) -> bytes:
        lines = [f"HTTP/1.1 {self.status} Whatever", "Content-Length: 0"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def _read(reader: asyncio.StreamReader) -> Received:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in head[1:] if line)
    lower = {name.lower(): value for name, value in headers.items()}
    body = await reader.readexactly(int(lower["content-length"]))
    return Received(head[0].split(" ")[1], lower, body)


@asynccontextmanager
async def receiving(certificate: Certificate, **fields: Any) -> AsyncIterator[Receiver]:
    """A receiver on a free port, with TLS."""
    receiver = Receiver(**fields)
    server = await asyncio.start_server(receiver.serve, LOOPBACK, 0, ssl=certificate.server())
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()


def network(addresses: Mapping[str, Sequence[str]] | None = None) -> CheckedNetwork:
    """Resolves these names, all others to this machine, which it takes for a public one."""
    known = addresses or {}

    async def resolve(host: str, port: int) -> Sequence[str]:
        return known.get(host, [LOOPBACK])

    rules = WebhookAddressRules(allows_private=False)
    return CheckedNetwork(lambda address: address == LOOPBACK or rules.is_allowed(address), resolve)


def sender_to(certificate: Certificate, clock: Clock, **options: Any) -> HttpWebhookSender:
    """The sender of production, for receivers with this certificate."""
    return HttpWebhookSender(
        WebhookAddressRules(allows_private=False),
        options.pop("network", None) or network(),
        clock,
        user_agent="test",
        tls=certificate.client(),
        **options,
    )


def delivering(
    container: Container, sender: WebhookSender, clock: Clock, **options: Any
) -> DeliverWebhooks:
    """The job, with this sender; its retries come exactly in time."""
    adapters, webhooks = container.adapters, container.webhooks
    send = SendDelivery(
        adapters.unit_of_work(),
        webhooks.read_content(),
        adapters.webhook_writer(),
        adapters.webhook_signatures(),
        sender,
        clock,
    )
    options = {"jitter": lambda: 0.0, **options}
    return DeliverWebhooks(adapters.unit_of_work(), send, clock, **options)


def set_time_of_library(monkeypatch: pytest.MonkeyPatch, clock: MovableClock) -> None:
    """Let the receivers' library go by the clock of the test."""

    class TimeOfTest(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return clock()

    monkeypatch.setattr(standardwebhooks.webhooks, "datetime", TimeOfTest)


async def create(api: Api, who: Person, url: str, *events: str) -> dict[str, Any]:
    """A webhook's JSON, with its secret."""
    response = await api.post("/webhooks", who, {"url": url, "events": events or ("booking.*",)})
    assert response.status_code == 201, response.text
    webhook: dict[str, Any] = response.json()
    return webhook


async def deliveries(api: Api, who: Person, webhook: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Its log, oldest first."""
    response = await api.get(f"/webhooks/{webhook['id']}/deliveries", who, params={"limit": 100})
    assert response.status_code == 200, response.text
    log: list[dict[str, Any]] = response.json()
    return log[::-1]
