"""Mails in PostgreSQL."""

from collections.abc import Collection, Sequence
from datetime import datetime

from tortoise.expressions import Q

from src.domain.entities.mail import Mail, MailKind, MailStatus
from src.domain.entities.transaction import TransactionKind
from src.domain.errors import NotFound
from src.domain.repositories.mail import MailFilter, Mailing, MoneySubject, Subject
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.database.models import MailModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories import mail_statements as sql
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
        shared = await current_connection().execute_query_dict(
            sql.OF_SEVERAL_EVENTS, [wanted.event_id]
        )
        query = MailModel.filter(event_id=wanted.event_id)
        if shared:
            query = MailModel.filter(
                Q(event_id=wanted.event_id) | Q(id__in=[row["id"] for row in shared])
            )
        if wanted.status is not None:
            query = query.filter(status=wanted.status)
        if wanted.kind is not None:
            query = query.filter(kind=wanted.kind)
        return await fetch_page(query, page, lambda row: mapping.to_entity(Mail, row))

    async def belongs_to(self, mail_id: int, organizer_id: int) -> bool:
        rows = await current_connection().execute_query_dict(
            sql.BELONGS_TO, [mail_id, organizer_id]
        )
        return bool(rows)

    async def lease(self, now: datetime, until: datetime, *, limit: int) -> list[Mail]:
        rows = await current_connection().execute_query_dict(sql.LEASE, [now, until, limit])
        return [_to_mail(row) for row in rows]

    async def begin(self, mail: Mail, now: datetime) -> bool:
        rows = await current_connection().execute_query_dict(
            sql.BEGIN, [mail.id, mail.next_at, now]
        )
        return bool(rows)

    async def settle(self, mail: Mail) -> None:
        values = [mail.id, mail.status, mail.next_at, mail.last_error, mail.sent_at]
        await current_connection().execute_query(sql.SETTLE, values)

    async def lapsed(self, before: datetime, *, limit: int) -> list[Mail]:
        rows = await current_connection().execute_query_dict(sql.LAPSED, [before, limit])
        return [_to_mail(row) for row in rows]

    async def bookings(self, booking_ids: Collection[int]) -> list[Subject]:
        rows = await current_connection().execute_query_dict(sql.BOOKINGS, [list(booking_ids)])
        return [Subject(**row) for row in rows]

    async def orders(self, order_ids: Collection[int]) -> list[Subject]:
        rows = await current_connection().execute_query_dict(sql.ORDERS, [list(order_ids)])
        return [Subject(**row) for row in rows]

    async def money(self, transaction_ids: Collection[int]) -> list[MoneySubject]:
        rows = await current_connection().execute_query_dict(sql.MONEY, [list(transaction_ids)])
        return [MoneySubject(**{**row, "kind": TransactionKind(row["kind"])}) for row in rows]

    async def moved_events(self, audit_ids: Collection[int]) -> list[tuple[int, int]]:
        rows = await current_connection().execute_query_dict(sql.MOVED, [list(audit_ids)])
        return [(row["id"], row["event_id"]) for row in rows]

    async def reminders_due(
        self, now: datetime, *, within: float, held_for: float, limit: int
    ) -> list[Subject]:
        rows = await current_connection().execute_query_dict(
            sql.REMINDERS_DUE, [now, within, held_for, limit]
        )
        return [Subject(**row) for row in rows]

    async def begin_mailing(self, cause: str, kind: MailKind, event_id: int) -> None:
        await current_connection().execute_query(sql.BEGIN_MAILING, [cause, kind, event_id])

    async def next_mailing(self) -> Mailing | None:
        rows = await current_connection().execute_query_dict(sql.NEXT_MAILING)
        return Mailing(**{**rows[0], "kind": MailKind(rows[0]["kind"])}) if rows else None

    async def continue_mailing(self, mailing: Mailing, *, limit: int) -> int:
        connection = current_connection()
        (row,) = await connection.execute_query_dict(
            sql.CONTINUE_MAILING,
            [
                mailing.cause,
                mailing.kind,
                mailing.event_id,
                mailing.after_ticket_id,
                mailing.created_at,
                limit,
            ],
        )
        last_id, number = row["last_id"], int(row["tickets"])
        await connection.execute_query(sql.NOTE_STEP, [mailing.id, last_id])
        return number

    async def forget(self, before: datetime, *, limit: int) -> int:
        count, _ = await current_connection().execute_query(sql.FORGET, [before, limit])
        return count


def _to_mail(row: dict[str, object]) -> Mail:
    values = {**row, "kind": MailKind(str(row["kind"])), "status": MailStatus(str(row["status"]))}
    return Mail(**values)  # type: ignore[arg-type]
