"""Get what a seller, or the holder of the providers' accounts, has to book, for an accountant."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from src.application.access import require_admin, require_organizer_role, require_same_user
from src.application.ports.journal import JournalPart, JournalReader, JournalScope
from src.application.reports.exports import Export, Exports
from src.domain.entities.user import Actor
from src.domain.errors import ValidationFailed
from src.domain.repositories.invoice import InvoiceFilter, InvoiceRepository
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.domain.repositories.seller import SellerRepository
from src.domain.services.journal import (
    MOST_LINES,
    JournalFile,
    JournalLine,
    booking_line,
    document_lines,
)
from src.domain.services.journal_accounts import key_of

DOCUMENTS = "documents"
PARTS = (DOCUMENTS, *JournalPart)


class JournalWriter:
    """Makes the journal of a seller, of the holder of the providers' accounts, or of both."""

    def __init__(
        self,
        sellers: SellerRepository,
        invoices: InvoiceRepository,
        journal: JournalReader,
        exports: Exports,
    ) -> None:
        self._sellers = sellers
        self._invoices = invoices
        self._journal = journal
        self._exports = exports

    async def write(
        self,
        actor: Actor,
        file: JournalFile,
        seller_id: int | None,
        *,
        holds_accounts: bool,
        timezone: str = "UTC",
    ) -> Export[JournalLine]:
        """The lines. Raises NotFound for who is no seller, and ValidationFailed."""
        file.check()
        if seller_id is not None:
            timezone = (await self._sellers.get(seller_id)).timezone
        zone = ZoneInfo(timezone)
        wanted = JournalScope(
            seller_id=seller_id,
            holds_accounts=holds_accounts,
            currency=file.currency,
            start=_midnight(file.first, zone),
            end=_midnight(file.last + timedelta(days=1), zone),
        )
        number = await self._journal.count(wanted)
        documents = None
        if seller_id is not None:
            documents = _documents(seller_id, file)
            await self._require_accounts(documents, file)
            number += await self._invoices.count_lines(documents)
        if number > MOST_LINES:
            message = (
                f"These days have more than {MOST_LINES} lines, the most that a file can have: "
                "get a file for each month, or for fewer days."
            )
            raise ValidationFailed("query.date_to", message)

        async def read(page: PageRequest) -> Page[JournalLine]:
            part, within = _part(page)
            if part != DOCUMENTS:
                found = await self._journal.search(JournalPart(part), wanted, within)
                lines = [
                    booking_line(booking, file, zone, holds_accounts=holds_accounts)
                    for booking in found.items
                ]
                return Page(lines, _following(page, part, found.next))
            if documents is None:
                return Page([], _following(page, part, None))
            issued = await self._invoices.search(documents, within)
            lines = [line for invoice in issued.items for line in document_lines(invoice, file)]
            return Page(lines, _following(page, part, issued.next))

        return Export(number, actor.id, self._exports, read, "id")

    async def _require_accounts(self, documents: InvoiceFilter, file: JournalFile) -> None:
        used = await self._invoices.tax_rates(documents)
        for key in sorted(key_of(category, rate, abroad) for category, rate, abroad in used):
            if file.account(key) is None:
                message = f"Say the account for {key}, such as 8400."
                raise ValidationFailed("query.accounts", message)


class ExportJournal:
    """Get what a seller has to book in these days as a journal in DATEV's format.

    Each document is entered with its tax from the debtors to the account of its rate, a credit
    note back. What was paid, went back or was lost to a bank goes from the debtors to what the
    platform owes the seller, or to their own account if it was paid to them without a provider.
    From what the platform owes go its commission, the fees that it keeps, and its payouts, so that
    the rest is the balance of the seller's statement.

    Authorization: the organizer, and admins for any. Refused with `not_found` if the organizer has
    not said who sells, and with `validation_failed` if a rate has no account, or for more than
    99 999 lines. Two tables at a time for one user.
    """

    def __init__(self, writer: JournalWriter) -> None:
        self._writer = writer

    async def execute(self, actor: Actor, seller_id: int, file: JournalFile) -> Export[JournalLine]:
        require_organizer_role(actor)
        require_same_user(actor, seller_id)
        return await self._writer.write(actor, file, seller_id, holds_accounts=False)


class ExportPlatformJournal:
    """Get what the holder of the accounts at payment providers has to book, in DATEV's format.

    All that moved there: payments, refunds, disputes, what bought nothing, what is of nothing that
    is known here, fees, payouts to the bank and exchanges. What was paid for events is owed to
    their organizers, less the commission and fees that are kept of it, until it is paid out to
    them. With `seller_id` the holder sells too: the journal has the documents of that seller as
    well, and what was paid for the seller's own events goes to the debtors.

    Authorization: admins. Refused with `validation_failed` if a rate has no account, or for more
    than 99 999 lines. Two tables at a time for one user.
    """

    def __init__(self, writer: JournalWriter) -> None:
        self._writer = writer

    async def execute(
        self, actor: Actor, file: JournalFile, seller_id: int | None, timezone: str
    ) -> Export[JournalLine]:
        require_admin(actor)
        return await self._writer.write(
            actor, file, seller_id, holds_accounts=True, timezone=timezone
        )


def _documents(seller_id: int, file: JournalFile) -> InvoiceFilter:
    return InvoiceFilter(
        seller_id, currency=file.currency, first_day=file.first, last_day=file.last
    )


def _part(page: PageRequest) -> tuple[str, PageRequest]:
    """Which part a page is of, as its cursor says, and the page within that part."""
    if page.after is None:
        return PARTS[0], page
    part, _, id_ = page.after.value.partition(" ")
    after = Cursor(page.sort, id_, page.after.id) if id_ else None
    return part, PageRequest(page.limit, page.sort, after)


def _following(page: PageRequest, part: str, after: Cursor | None) -> Cursor | None:
    """The cursor of the next page: of this part, of the next one, or None after the last."""
    if after is not None:
        return Cursor(page.sort, f"{part} {after.id}", after.id)
    following: Sequence[str] = PARTS[PARTS.index(part) + 1 :]
    return Cursor(page.sort, following[0], 0) if following else None


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
