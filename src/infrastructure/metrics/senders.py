"""Mails and webhooks, with what becomes of them counted."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

from prometheus_client import Counter

from src.application.dtos.webhook import WebhookReply
from src.application.ports.mail import (
    MailPostponed,
    MailRefused,
    MailSession,
    MailTransport,
    OutgoingMail,
)
from src.application.ports.webhooks import WebhookSender
from src.infrastructure.metrics.service import ServiceMetrics


class MeasuredTransport:
    """Implements `MailTransport` with another one."""

    def __init__(self, metrics: ServiceMetrics, transport: MailTransport) -> None:
        self.is_enabled = transport.is_enabled
        self.is_repeatable = transport.is_repeatable
        self._transport = transport
        self._mails = metrics.mails

    @asynccontextmanager
    async def session(self) -> AsyncIterator[MailSession]:
        async with AsyncExitStack() as stack:
            try:
                session = await stack.enter_async_context(self._transport.session())
            except MailPostponed:
                self._mails.labels("no_connection").inc()
                raise
            yield _MeasuredSession(session, self._mails)


class _MeasuredSession:
    def __init__(self, session: MailSession, mails: Counter) -> None:
        self._session = session
        self._mails = mails

    async def send(self, mail: OutgoingMail) -> None:
        outcome = "unknown"
        try:
            await self._session.send(mail)
            outcome = "sent"
        except MailPostponed:
            outcome = "postponed"
            raise
        except MailRefused:
            outcome = "refused"
            raise
        finally:
            self._mails.labels(outcome).inc()


class MeasuredSender:
    """Implements `WebhookSender` with another one."""

    def __init__(self, metrics: ServiceMetrics, sender: WebhookSender) -> None:
        self._sender = sender
        self._requests = metrics.webhook_requests

    async def send(self, url: str, headers: Mapping[str, str], body: str) -> WebhookReply:
        reply = await self._sender.send(url, headers, body)
        answered = "unanswered" if reply.status is None else "refused"
        self._requests.labels("delivered" if reply.is_success else answered).inc()
        return reply
