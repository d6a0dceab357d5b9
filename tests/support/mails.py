"""Mails as the jobs plan and send them, step by step."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from src.application.concurrency.make_way import MakeWay
from src.application.mailing.hand_over import HandOverMail
from src.application.ports.mail import MailTransport, OutgoingMail, RenderedMail
from src.application.use_cases.maintenance.send_mails import SendMails
from src.container import Container
from tests.support.fakes.mails import FakeTransport


def outgoing_mail(**changes: Any) -> OutgoingMail:
    """A mail that is ready to be sent, with these `changes`."""
    values: dict[str, Any] = {
        "message_id": uuid4(),
        "address": "nina@test.example",
        "name": "Nina",
        "at": datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
        "rendered": RenderedMail(subject="Hello", text="Text ไทย\n", html="<p>HTML ไทย</p>"),
        **changes,
    }
    return OutgoingMail(**values)


class Post:
    """Plans and sends mails of this container's database; `sent` is what the transport took."""

    def __init__(self, container: Container) -> None:
        self.container = container
        self.transport = FakeTransport()
        self.faults: list[Exception] = []

    @property
    def sent(self) -> list[OutgoingMail]:
        return self.transport.sent

    async def plan(self) -> None:
        """Relay all changes to those who plan mails, and make all steps of mailings."""
        await self.container.jobs.relay_outbox().execute()
        await self.container.mailing.plan_mailings().execute()

    async def send(self, transport: MailTransport | None = None) -> int:
        return await self.sender(transport).execute()

    async def deliver(self) -> list[OutgoingMail]:
        """Plan and send; what was sent now."""
        before = len(self.sent)
        await self.plan()
        await self.send()
        assert self.faults == []
        return self.sent[before:]

    def sender(
        self,
        transport: MailTransport | None = None,
        note_outage: Callable[[str], None] = lambda _: None,
    ) -> SendMails:
        adapters, mailing = self.container.adapters, self.container.mailing
        hand_over = HandOverMail(
            adapters.unit_of_work(),
            mailing.write_mail(),
            adapters.clock(),
            lambda _, error: self.faults.append(error),
        )
        return SendMails(
            adapters.unit_of_work(),
            transport or self.transport,
            hand_over,
            adapters.clock(),
            note_outage,
            MakeWay(lambda: 0, many=1, max_seconds=0),
        )
