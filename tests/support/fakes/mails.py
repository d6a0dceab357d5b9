"""Mails in memory, and what sends them: second implementations of their ports."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from copy import deepcopy
from datetime import datetime

from src.application.dtos.mail import Attachment, MailContent
from src.application.ports.mail import (
    MailSession,
    OutgoingMail,
    RenderedMail,
)
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.mail import Mail, MailStatus
from src.domain.errors import NotFound
from src.domain.repositories.mail import MailFilter
from src.domain.repositories.page import Page, PageRequest
from tests.support.fakes.store import Store, page_of


class FakeMailRepository:
    """Implements `MailRepository`; `store.mails` has the mails by id."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(self, mails: Sequence[Mail]) -> None:
        known = {(mail.cause, mail.user_id) for mail in self._store.mails.values()}
        for mail in mails:
            if (mail.cause, mail.user_id) not in known:
                mail.id = self._store.next_id()
                mail.created_at = mail.next_at = self._store.clock()
                self._store.mails[mail.id] = deepcopy(mail)
                known.add((mail.cause, mail.user_id))

    async def get(self, mail_id: int) -> Mail:
        if mail_id not in self._store.mails:
            raise NotFound("mail", mail_id)
        return deepcopy(self._store.mails[mail_id])

    async def lock(self, mail_id: int) -> Mail:
        return await self.get(mail_id)

    async def save(self, mail: Mail) -> None:
        self._store.mails[mail.id] = deepcopy(mail)

    async def search(self, wanted: MailFilter, page: PageRequest) -> Page[Mail]:
        found = (
            deepcopy(mail)
            for mail in self._store.mails.values()
            if wanted.event_id in (None, mail.event_id)
            and wanted.order_id in (None, mail.order_id)
            and wanted.booking_id in (None, mail.booking_id)
            and wanted.user_id in (None, mail.user_id)
            and wanted.status in (None, mail.status)
            and wanted.kind in (None, mail.kind)
        )
        return page_of(found, page)

    async def lease(self, now: datetime, until: datetime, *, limit: int) -> list[Mail]:
        due = [
            mail
            for mail in self._store.mails.values()
            if mail.status is MailStatus.WAITING and mail.next_at and mail.next_at <= now
        ][:limit]
        for mail in due:
            mail.next_at, mail.attempts = until, mail.attempts + 1
        return deepcopy(due)

    async def begin(self, mail: Mail, now: datetime) -> bool:
        known = self._store.mails[mail.id]
        if (known.status, known.next_at) != (MailStatus.WAITING, mail.next_at):
            return False
        known.status, known.next_at = MailStatus.SENDING, now
        return True

    async def settle(self, mail: Mail) -> None:
        if self._store.mails[mail.id].status in (MailStatus.WAITING, MailStatus.SENDING):
            self._store.mails[mail.id] = deepcopy(mail)

    async def lapsed(self, before: datetime, *, limit: int) -> list[Mail]:
        return [
            deepcopy(mail)
            for mail in self._store.mails.values()
            if mail.status is MailStatus.SENDING and mail.next_at and mail.next_at <= before
        ][:limit]

    async def forget(self, before: datetime, *, limit: int) -> int:
        old = [
            mail.id
            for mail in self._store.mails.values()
            if mail.created_at is not None
            and mail.created_at < before
            and mail.status not in (MailStatus.WAITING, MailStatus.SENDING)
        ][:limit]
        for mail_id in old:
            del self._store.mails[mail_id]
        return len(old)


class FakeTransport:
    """Implements `MailTransport`: keeps what was handed over; `failures` are raised in turn.

    A failure that is a list is of the session itself.
    """

    def __init__(self, *failures: BaseException | None, is_repeatable: bool = False) -> None:
        self.is_enabled = True
        self.is_repeatable = is_repeatable
        self.failures = list(failures)
        self.sent: list[OutgoingMail] = []

    @asynccontextmanager
    async def session(self) -> AsyncIterator[MailSession]:
        yield self

    async def send(self, mail: OutgoingMail) -> None:
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure
        self.sent.append(mail)

    def links(self) -> list[str]:
        """The link in each mail, which stands on a line of its own."""
        lines = [line for mail in self.sent for line in mail.rendered.text.splitlines()]
        return [line for line in lines if line.startswith("http")]


class FakeRenderer:
    """Implements `MailRenderer`: the kind, and the link."""

    def render(self, content: MailContent) -> RenderedMail:
        return RenderedMail(subject=content.kind, text=content.link or "", html="")


class FakeAttachments:
    """Implements `MailAttachments`: a file that names the booking."""

    async def of_booking(self, booking: Booking, event: Event) -> Sequence[Attachment]:
        codes = " ".join(ticket.ticket_code or "" for ticket in booking.tickets)
        return [
            Attachment(
                filename=f"{booking.reference}.pdf",
                content_type="application/pdf",
                content=codes.encode(),
            )
        ]
