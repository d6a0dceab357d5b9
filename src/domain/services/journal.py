"""Documents and movements of money as lines of an accountant's journal, which DATEV reads.

A line is an amount from one account to another. What a document charges at one tax rate goes with
its tax from the debtors to the account of that rate, which takes the tax out by itself; what was
paid goes from the debtors to who holds the money.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from src.domain.entities.invoice import Invoice, InvoiceKind, TaxCategory
from src.domain.errors import ValidationFailed
from src.domain.services.journal_accounts import (
    SHORTEST,
    Account,
    Chart,
    account_of,
    check_accounts,
    key_of,
)
from src.domain.shared.currency import decimals_of, require_currency

DECIMALS = 2
"""Of every amount in the file."""

MOST_LINES = 99_999
"""In one file: https://developer.datev.de, "Format description"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFile:
    """What goes into a file, and where the accountant's program puts it.

    Documents issued from `first` to `last`, both included, by the days that they say, and what was
    booked on these days in the time zone of the seller. `consultant` and `client` are the numbers
    that the tax adviser has with DATEV. `accounts` take the place of those of the chart, by rate,
    relief or `Account`; accounts of charts are filled with zeros up to `account_length`.
    """

    consultant: int
    client: int
    fiscal_year_start: date
    first: date
    last: date
    currency: str = "EUR"
    account_length: int = SHORTEST
    chart: Chart = Chart.SKR03
    accounts: Mapping[str, str] = field(default_factory=dict)

    def check(self) -> None:
        """Raise ValidationFailed for what the program could not read."""
        if self.last < self.first:
            raise ValidationFailed("query.date_to", "The last day comes before the first.")
        ends = self.fiscal_year_start.replace(year=self.fiscal_year_start.year + 1, day=1)
        if self.fiscal_year_start.day != 1:
            message = "A fiscal year starts on the first day of a month."
            raise ValidationFailed("query.fiscal_year_start", message)
        if not self.fiscal_year_start <= self.first <= self.last < ends:
            message = (
                "All days of a file are in one fiscal year, since its lines have no year: "
                "get a file for each, or say when the fiscal year starts."
            )
            raise ValidationFailed("query.date_from", message)
        require_currency(self.currency, field="query.currency")
        if decimals_of(self.currency) != DECIMALS:
            message = "The file can have amounts of two decimals only."
            raise ValidationFailed("query.currency", message)
        check_accounts(self.chart, self.account_length, self.accounts)

    def account(self, key: str) -> str | None:
        """The number of an account, by rate, relief or `Account`; None for a rate without one."""
        return account_of(key, self.chart, self.account_length, self.accounts)

    def revenue(
        self, category: TaxCategory, rate: Decimal, abroad: str | None = None
    ) -> str | None:
        """The account of what is charged so, in another country than the seller's or at home.

        None if there is none.
        """
        return self.account(key_of(category, rate, abroad))


class BookingKind(StrEnum):
    """What money moved for.

    `charged` is on documents, `unapplied` bought nothing, `disputed` is with a bank. At a provider:
    `provider_fee`, `paid_out` to the bank, `exchanged` from or into another currency, and
    `unexplained` by anything that is known here. `commission` and `kept_fees` are what the holder
    of the accounts keeps of the sales of others, `organizer_payout` what is paid to them.
    """

    CHARGED = "charged"
    UNAPPLIED = "unapplied"
    DISPUTED = "disputed"
    PROVIDER_FEE = "provider_fee"
    PAID_OUT = "paid_out"
    EXCHANGED = "exchanged"
    UNEXPLAINED = "unexplained"
    COMMISSION = "commission"
    KEPT_FEES = "kept_fees"
    ORGANIZER_PAYOUT = "organizer_payout"


WORDS = {
    BookingKind.CHARGED: "Zahlung",
    BookingKind.UNAPPLIED: "Zahlung ohne Zuordnung",
    BookingKind.DISPUTED: "Strittige Zahlung",
    BookingKind.PROVIDER_FEE: "Zahlungsgebühr",
    BookingKind.PAID_OUT: "Auszahlung",
    BookingKind.EXCHANGED: "Währungstausch",
    BookingKind.UNEXPLAINED: "Ungeklärt",
    BookingKind.COMMISSION: "Provision",
    BookingKind.KEPT_FEES: "Servicegebühren",
    BookingKind.ORGANIZER_PAYOUT: "Auszahlung Veranstalter",
}
"""What lines begin with: they are read in programs that speak German only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """Money that moved, in the currency of the file.

    `amount` is positive where money came in, or was kept of others or paid to them. `provider`
    holds it, None for nobody; `is_platforms` if the money is with the holder of the providers'
    accounts, else it is with the seller. `is_own` if it is for the seller of the journal.
    `document` is the number of the document it is for, `reference` its id at the provider or bank,
    `entry` its number here. `about` names the order, event or organizer.
    """

    id: int
    kind: BookingKind
    amount: Decimal
    at: datetime
    is_own: bool = True
    is_platforms: bool = True
    provider: str | None = None
    document: str | None = None
    reference: str | None = None
    entry: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """A positive amount from one account to another.

    `is_debit` is whether it is on the debit side of `account`. `number` is what the accountant
    finds it by; `reference` is its id at the provider, and `entry` its number here.
    """

    amount: Decimal
    is_debit: bool
    account: str
    contra_account: str
    day: date
    number: str
    text: str
    reference: str | None = None
    entry: str | None = None
    buyer_vat_id: str | None = None


def document_lines(invoice: Invoice, file: JournalFile) -> Iterator[JournalLine]:
    """The lines of a document, one for each rate and country at which it charges anything."""
    content = invoice.content
    home = content.seller.address.country
    title = content.lines[0].event_title if content.lines else ""
    for taxed in content.taxes_by_country:
        gross = taxed.net + taxed.tax
        if not gross:
            continue
        abroad = None if taxed.country == home else taxed.country
        account = file.revenue(taxed.category, taxed.rate, abroad)
        assert account is not None, "the file is refused without it"
        is_owed = taxed.category is TaxCategory.REVERSE_CHARGE
        yield JournalLine(
            amount=abs(gross),
            is_debit=(invoice.kind is InvoiceKind.INVOICE) == (gross > 0),
            account=_number(file, Account.DEBTORS),
            contra_account=account,
            day=invoice.issued_at.astimezone(ZoneInfo(content.timezone)).date(),
            number=invoice.name,
            text=f"{content.order_reference} {title}",
            buyer_vat_id=content.buyer.vat_id if is_owed else None,
        )


def booking_line(
    booking: Booking, file: JournalFile, zone: ZoneInfo, *, holds_accounts: bool
) -> JournalLine:
    """The line of a booking; `holds_accounts` if the journal is of who holds the accounts."""
    account, contra = _accounts(booking, holds_accounts=holds_accounts)
    return JournalLine(
        amount=abs(booking.amount),
        is_debit=booking.amount > 0,
        account=_number(file, account),
        contra_account=_number(file, contra),
        # What is of a period is booked on its last day.
        day=min(booking.at.astimezone(zone).date(), file.last),
        number=booking.document or booking.reference or booking.entry,
        text=f"{WORDS[booking.kind]} {booking.about}".rstrip(),
        reference=" ".join(filter(None, (booking.provider, booking.reference))) or None,
        entry=booking.entry,
    )


def _accounts(booking: Booking, *, holds_accounts: bool) -> tuple[Account, Account]:
    """The account that a positive amount is the debit of, and the other one."""
    match booking.kind:
        case BookingKind.COMMISSION | BookingKind.KEPT_FEES if holds_accounts:
            return Account.ORGANIZERS, Account.COMMISSION_REVENUE
        case BookingKind.COMMISSION | BookingKind.KEPT_FEES:
            return Account.COMMISSION, Account.PLATFORM
        case BookingKind.ORGANIZER_PAYOUT if holds_accounts:
            return Account.ORGANIZERS, Account.BANK
        case BookingKind.ORGANIZER_PAYOUT:
            return Account.BANK, Account.PLATFORM
        case BookingKind.CHARGED:
            return _money(booking, holds_accounts=holds_accounts), (
                Account.DEBTORS if booking.is_own else Account.ORGANIZERS
            )
        case BookingKind.DISPUTED:
            contra = Account.DISPUTED
        case BookingKind.PROVIDER_FEE:
            contra = Account.PROVIDER_FEES
        case BookingKind.PAID_OUT:
            contra = Account.BANK
        case BookingKind.EXCHANGED:
            contra = Account.EXCHANGE
        case BookingKind.UNAPPLIED | BookingKind.UNEXPLAINED:
            contra = Account.UNAPPLIED
    return _money(booking, holds_accounts=holds_accounts), contra


def _money(booking: Booking, *, holds_accounts: bool) -> Account:
    if booking.is_platforms and not holds_accounts:
        return Account.PLATFORM
    if booking.provider in (Account.MANUAL, Account.STRIPE, Account.FAKE):
        return Account(booking.provider)
    return Account.CLEARING


def _number(file: JournalFile, account: Account) -> str:
    number = file.account(account)
    assert number is not None, "every account but those of rates has a default"
    return number
