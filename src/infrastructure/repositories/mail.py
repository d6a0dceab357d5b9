"""Mails in PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime

from tortoise.expressions import Q, Subquery

from src.domain.entities.mail import Mail, MailKind, MailStatus
from src.domain.errors import NotFound
from src.domain.repositories.mail import MailFilter
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.database.models import BookingModel, MailModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mail_statements as sql
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

SETTLED = ("status", "attempts", "next_at", "last_error", "message_id", "created_at", "sent_at")


class TortoiseMailRepository:
    """Implements `MailRepository`."""

    async def add(self, mails: Sequence[Mail]) -> None:
        if not mails:
            return
        values = [[getattr(mail, column) for mail in mails] for column in sql.COLUMNS]
        await current_connection().execute_query(sql.INSERT, values)

    async def get(self, mail_id: int) -> Mail:
        row = await MailModel.get_or_none(id=mail_id)
        if row is None:
            raise NotFound("mail", mail_id)
        return mapping.to_entity(Mail, row)

    async def lock(self, mail_id: int) -> Mail:
        row = await MailModel.filter(id=mail_id).select_for_update().first()
        if row is None:
            raise NotFound("mail", mail_id)
        return mapping.to_entity(Mail, row)

    async def save(self, mail: Mail) -> None:
        await MailModel.filter(id=mail.id).update(**mapping.to_row(mail, SETTLED))

    async def search(self, wanted: MailFilter, page: PageRequest) -> Page[Mail]:
        query = MailModel.all()
        if wanted.event_id is not None:
            query = query.filter(await _of_event(wanted.event_id))
        for column in ("status", "kind", "order_id", "booking_id", "user_id"):
            if (value := getattr(wanted, column)) is not None:
                query = query.filter(**{column: value})
        return await fetch_page(query, page, lambda row: mapping.to_entity(Mail, row))

    async def lease(self, now: datetime, until: datetime, *, limit: int) -> list[Mail]:
        rows = await current_connection().execute_query_dict(sql.LEASE, [now, until, limit])
        return [_to_mail(row) for row in rows]

    async def begin(self, mail: Mail, now: datetime) -> bool:
        rows = await current_connection().execute_query_dict(
            sql.BEGIN, [mail.id, mail.next_at, now]
        )
        return bool(rows)

    async def settle(self, mail: Mail) -> None:
        columns = ("id", "status", "next_at", "last_error", "sent_at", "attempts")
        values = [getattr(mail, column) for column in columns]
        await current_connection().execute_query(sql.SETTLE, values)

    async def lapsed(self, before: datetime, *, limit: int) -> list[Mail]:
        rows = await current_connection().execute_query_dict(sql.LAPSED, [before, limit])
        return [_to_mail(row) for row in rows]

    async def forget(self, before: datetime, *, limit: int) -> int:
        count, _ = await current_connection().execute_query(sql.FORGET, [before, limit])
        return count


async def _of_event(event_id: int) -> Q:
    """Mails that name the event, and those of orders that have other events besides."""
    own = Q(event_id=event_id)
    if not await current_connection().execute_query_dict(sql.HAS_SHARED_ORDERS, [event_id]):
        return own
    orders = BookingModel.filter(event_id=event_id, order_id__isnull=False).values("order_id")
    return own | Q(event_id__isnull=True, order_id__in=Subquery(orders))


def _to_mail(row: dict[str, object]) -> Mail:
    values = {**row, "kind": MailKind(str(row["kind"])), "status": MailStatus(str(row["status"]))}
    return Mail(**values)  # type: ignore[arg-type]
