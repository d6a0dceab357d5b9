"""Invoices and credit notes as lines of an accountant's journal, which DATEV reads.

A line is what a document charges at one tax rate, tax included: the program takes the tax out of it
by the account that it goes to. Accounts are those of the German standard charts SKR 03 and
SKR 04, or the seller's own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.invoice import Invoice, InvoiceKind, TaxCategory
from src.domain.errors import ValidationFailed
from src.domain.shared.currency import decimals_of, require_currency

DECIMALS = 2
"""Of every amount in the file."""

SHORTEST, LONGEST = 4, 8
"""The number of digits that accounts can have."""


class Chart(StrEnum):
    """A standard chart of accounts."""

    SKR03 = "03"
    SKR04 = "04"


MONEY = {Chart.SKR03: "1360", Chart.SKR04: "1460"}
"""Money in transit (Geldtransit): what the payment provider has, and pays out later."""

REVENUE: Mapping[Chart, Mapping[str, str]] = {
    Chart.SKR03: {
        "19": "8400",
        "7": "8300",
        "0": "8100",
        TaxCategory.SMALL_BUSINESS.value: "8195",
        TaxCategory.REVERSE_CHARGE.value: "8336",
    },
    Chart.SKR04: {
        "19": "4400",
        "7": "4300",
        "0": "4100",
        TaxCategory.SMALL_BUSINESS.value: "4185",
        TaxCategory.REVERSE_CHARGE.value: "4336",
    },
}
"""By rate in per cent, or by why there is none: the accounts that know the tax by themselves, those
of supplies that are exempt, of small businesses, and of services to businesses in the Union."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFile:
    """What goes into a file, and where the accountant's program puts it.

    Documents issued from `first` to `last`, both included, by the days of the seller's time zone.
    `consultant` and `client` are the numbers that the tax adviser has with DATEV. `accounts` take
    the place of those of the chart, by rate or category; accounts of charts are filled with zeros
    up to `account_length`.
    """

    consultant: int
    client: int
    fiscal_year_start: date
    first: date
    last: date
    currency: str = "EUR"
    account_length: int = SHORTEST
    chart: Chart = Chart.SKR03
    money_account: str | None = None
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
            message = "All days of a file are in one fiscal year: choose others, or its start."
            raise ValidationFailed("query.date_from", message)
        require_currency(self.currency, field="query.currency")
        if decimals_of(self.currency) != DECIMALS:
            message = "The file can have amounts of two decimals only."
            raise ValidationFailed("query.currency", message)
        for account in (
            *self.accounts.values(),
            *([self.money_account] * bool(self.money_account)),
        ):
            # Accounts of customers have a digit more.
            is_number = account is not None and account.isascii() and account.isdigit()
            if not is_number or not 0 < len(account or "") <= self.account_length + 1:
                message = "An account has digits only, and at most one more than the length says."
                raise ValidationFailed("query.accounts", message)

    @property
    def money(self) -> str:
        """The account of what was paid."""
        return self.money_account or self._filled(MONEY[self.chart])

    def revenue(self, key: str) -> str | None:
        """The account of what is charged so, by `key_of`; None if there is none."""
        if (own := self.accounts.get(key)) is not None:
            return own
        known = REVENUE[self.chart].get(key)
        return self._filled(known) if known else None

    def _filled(self, account: str) -> str:
        return account.ljust(self.account_length, "0")


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """An amount, tax included, from one account to another.

    `is_debit` is whether it is on the debit side of `account`, as what an invoice charges is.
    """

    amount: Decimal
    is_debit: bool
    account: str
    contra_account: str
    invoice: Invoice
    buyer_vat_id: str | None = None


def key_of(category: TaxCategory, rate: Decimal, abroad: str | None = None) -> str:
    """What an account is chosen by: the rate, such as `19`, or why there is none.

    What is sold in another country than the seller's has that before it, such as `AT-10`: the
    accounts of charts are for taxes of the seller's own.
    """
    is_rate = category in (TaxCategory.STANDARD, TaxCategory.ZERO)
    key = f"{rate.normalize():f}" if is_rate else category.value
    return f"{abroad}-{key}" if abroad else key


def journal_lines(invoice: Invoice, file: JournalFile) -> Iterator[JournalLine]:
    """The lines of a document, one for each of its rates and countries at which it charges
    anything."""
    home = invoice.content.seller.address.country
    for taxed in invoice.content.taxes_by_country:
        gross = taxed.net + taxed.tax
        if not gross:
            continue
        abroad = None if taxed.country == home else taxed.country
        account = file.revenue(key_of(taxed.category, taxed.rate, abroad))
        assert account is not None, "the file is refused without it"
        is_owed = taxed.category is TaxCategory.REVERSE_CHARGE
        yield JournalLine(
            amount=abs(gross),
            is_debit=(invoice.kind is InvoiceKind.INVOICE) == (gross > 0),
            account=file.money,
            contra_account=account,
            invoice=invoice,
            buyer_vat_id=invoice.content.buyer.vat_id if is_owed else None,
        )
