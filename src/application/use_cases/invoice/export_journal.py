"""Get the invoices and credit notes of a seller as a journal for an accountant's program."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from src.application.access import require_organizer_role, require_same_user
from src.application.reports.exports import Export, Exports
from src.domain.entities.invoice import Invoice
from src.domain.entities.user import Actor
from src.domain.errors import ValidationFailed
from src.domain.repositories.invoice import InvoiceFilter, InvoiceRepository
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.seller import SellerRepository
from src.domain.services.journal import JournalFile, key_of


class ExportJournal:
    """Get the documents that a seller has issued in these days as a journal in DATEV's format.

    Each is entered with its tax from the account of money to that of its rate, and a credit note
    back. Together the lines are what the ledger has of these documents.

    Authorization: the organizer, and admins for any. Refused with `not_found` if the organizer has
    not said who sells, and with `validation_failed` if a rate has no account. Two tables at a time
    for one user.
    """

    def __init__(
        self, sellers: SellerRepository, invoices: InvoiceRepository, exports: Exports
    ) -> None:
        self._sellers = sellers
        self._invoices = invoices
        self._exports = exports

    async def execute(self, actor: Actor, seller_id: int, file: JournalFile) -> Export[Invoice]:
        require_organizer_role(actor)
        require_same_user(actor, seller_id)
        file.check()
        zone = ZoneInfo((await self._sellers.get(seller_id)).timezone)
        wanted = InvoiceFilter(
            seller_id,
            currency=file.currency,
            issued_from=_midnight(file.first, zone),
            issued_to=_midnight(file.last + timedelta(days=1), zone),
        )
        used = await self._invoices.tax_rates(wanted)
        for key in sorted(key_of(category, rate, abroad) for category, rate, abroad in used):
            if file.revenue(key) is None:
                message = f"Say the account for {key}, such as 8400."
                raise ValidationFailed("query.accounts", message)

        async def read(page: PageRequest) -> Page[Invoice]:
            return await self._invoices.search(wanted, page)

        number = await self._invoices.count(wanted)
        return Export(number, actor.id, self._exports, read, "id")


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
