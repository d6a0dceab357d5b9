"""What a journal books beside the documents, in PostgreSQL."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from src.application.ports.journal import JournalPart, JournalScope
from src.domain.entities.settlement import EventShare
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.domain.services.journal import MOST_LINES, Booking, BookingKind
from src.domain.shared.money import ZERO
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import page_of
from src.infrastructure.repositories import journal_statements as sql
from src.infrastructure.repositories.settlement import shares_of

FIRST = 0
# PostgreSQL expects a handful of bookings, and would find all of the period to sort them. With
# 210,000 entries in it the first page took 4 to 9 s, and takes 0.07 s by the order of ids.
BY_ID = "SET LOCAL enable_sort = off"
ORGANIZERS_AT_ONCE = 100


class PostgresJournalReader:
    """Implements `JournalReader`."""

    async def search(
        self, part: JournalPart, wanted: JournalScope, page: PageRequest
    ) -> Page[Booking]:
        if part is JournalPart.COMMISSIONS:
            return await _commissions(wanted, page)
        rows, order, convert = PARTS[part]
        values = [*_values(wanted, page.last_id or FIRST), page.limit + 1]
        async with reading(is_row_by_row=True) as connection:
            await connection.execute_script(BY_ID)
            found = await connection.execute_query_dict(
                sql.PAGE.format(rows=rows, order=order), values
            )
        return page_of(found, page, convert)

    async def count(self, wanted: JournalScope) -> int:
        number = 0
        async with reading() as connection:
            for rows, _, _ in PARTS.values():
                (found,) = await connection.execute_query_dict(
                    sql.COUNT.format(rows=rows), [*_values(wanted, FIRST), MOST_LINES + 1]
                )
                number += int(found["number"])
        page = PageRequest(ORGANIZERS_AT_ONCE)
        while True:
            commissions = await _commissions(wanted, page)
            number += len(commissions.items)
            if commissions.next is None:
                return number
            page = PageRequest(ORGANIZERS_AT_ONCE, after=commissions.next)


async def _commissions(wanted: JournalScope, page: PageRequest) -> Page[Booking]:
    """What is kept of the sales of some organizers, by event."""
    limit = min(page.limit, ORGANIZERS_AT_ONCE)
    async with reading() as connection:
        rows = await connection.execute_query_dict(
            sql.ORGANIZERS,
            [wanted.seller_id, wanted.holds_accounts, page.last_id or FIRST, limit],
        )
        ids = [int(row["id"]) for row in rows]
        shares = await shares_of(ids, wanted.currency, wanted.start, wanted.end)
    found = [booking for share in shares for booking in _kept(share, wanted)]
    return Page(found, Cursor(page.sort, "", ids[-1]) if len(ids) == limit else None)


def _kept(share: EventShare, wanted: JournalScope) -> Sequence[Booking]:
    amounts = ((BookingKind.COMMISSION, share.commission), (BookingKind.KEPT_FEES, share.kept_fees))
    return [
        Booking(
            id=share.event_id,
            kind=kind,
            amount=amount,
            at=wanted.end,
            is_own=not wanted.holds_accounts,
            entry=f"E{share.event_id}",
            about=share.event_title,
        )
        for kind, amount in amounts
        if amount != ZERO
    ]


def _values(wanted: JournalScope, after: int) -> list[object]:
    return [
        *(wanted.seller_id, wanted.holds_accounts, wanted.currency, wanted.start, wanted.end),
        after,
    ]


def _of_ledger(row: Mapping[str, Any]) -> Booking:
    return Booking(
        id=row["id"],
        kind=BookingKind(row["kind"]),
        amount=row["amount"],
        at=row["at"],
        is_own=row["is_own"],
        is_platforms=row["is_platforms"],
        provider=row["provider"],
        document=row["document"],
        reference=row["reference"],
        entry=f"T{row['transaction_id']}-{row['turn']}",
        about=row["order_reference"] or "",
    )


def _of_provider(row: Mapping[str, Any]) -> Booking:
    return Booking(
        id=row["id"],
        kind=BookingKind(row["kind"]),
        amount=row["amount"],
        at=row["at"],
        provider=row["provider"],
        reference=row["reference"],
        entry=f"M{row['movement_id']}",
        about=row["order_reference"] or row["word"],
    )


def _of_payout(row: Mapping[str, Any]) -> Booking:
    return Booking(
        id=row["id"],
        kind=BookingKind(row["kind"]),
        amount=row["amount"],
        at=row["at"],
        reference=row["reference"],
        entry=f"P{row['id']}",
        about=f"{row['paid_on']:%d.%m.%Y} {row['organizer']}",
    )


PARTS: Mapping[JournalPart, tuple[str, str, Callable[[Mapping[str, Any]], Booking]]] = {
    JournalPart.LEDGER: (sql.LEDGER, "head.id", _of_ledger),
    JournalPart.PROVIDERS: (sql.PROVIDERS, "movement.id, part.number", _of_provider),
    JournalPart.ORGANIZER_PAYOUTS: (sql.ORGANIZER_PAYOUTS, "payout.id", _of_payout),
}
