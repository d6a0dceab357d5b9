"""The repository of invoices and credit notes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from src.domain.entities.invoice import Invoice, InvoiceKind, MovementKey, TaxCategory
from src.domain.entities.transaction import LedgerEntry
from src.domain.repositories.page import Page, PageRequest

TaxedAt = tuple[TaxCategory, Decimal, str | None]
"""Why a rate is what it is, the rate, and the country if it is not the seller's."""


@dataclass(frozen=True, slots=True)
class InvoiceFilter:
    """Which invoices to list; None means any.

    `first_day` and `last_day`, both or neither, are the days that the documents themselves say.
    """

    seller_id: int | None = None
    year: int | None = None
    kind: InvoiceKind | None = None
    order_id: int | None = None
    currency: str | None = None
    first_day: date | None = None
    last_day: date | None = None


class InvoiceRepository(Protocol):
    """Invoices and credit notes: issued once, never changed."""

    async def get(self, invoice_id: int) -> Invoice:
        """Return the document. Raises NotFound."""

    async def of_orders(self, order_ids: Collection[int]) -> list[Invoice]:
        """Return all documents of these orders, in the order in which they were issued."""

    async def search(self, wanted: InvoiceFilter, page: PageRequest) -> Page[Invoice]:
        """Return a page of the documents."""

    async def count(self, wanted: InvoiceFilter) -> int:
        """Count the documents."""

    async def count_lines(self, wanted: InvoiceFilter) -> int:
        """Count the rates and countries at which each document of a seller charges anything.

        Of the documents of some days.
        """

    async def tax_rates(self, wanted: InvoiceFilter) -> set[TaxedAt]:
        """Return at what rates the lines of these documents are."""

    async def hold_orders(self, order_ids: Collection[int]) -> None:
        """Keep the orders as they are until the transaction ends; after the seller is locked."""

    async def ledger_of(self, order_ids: Collection[int]) -> list[LedgerEntry]:
        """Return all ledger entries of these orders, in the order in which they were booked."""

    async def invoiced(self, seller_id: int, order_ids: Collection[int]) -> set[MovementKey]:
        """Return which movements of these orders have a document of this seller."""

    async def awaiting(
        self, seller_id: int, *, since: datetime, until: datetime, limit: int
    ) -> list[int]:
        """Return the ids of orders with money of this seller that has no document, in order.

        Of money that was booked within this time.
        """

    async def take_numbers(self, seller_id: int, year: int, count: int) -> int:
        """Take the next `count` numbers of the seller's year; the first of them.

        They are given to nobody else, and given back if the transaction is rolled back. The
        caller holds the lock of the seller.
        """

    async def add(self, invoices: Sequence[Invoice]) -> None:
        """Store new documents of one seller in the order of their numbers, and set their ids."""
