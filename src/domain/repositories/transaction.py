"""What the domain asks about transactions and the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from src.domain.entities.transaction import (
    LedgerEntry,
    Transaction,
    TransactionKind,
    TransactionStatus,
)
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class TransactionFilter:
    """The dates bound `created_at`: from inclusive, to exclusive."""

    order_id: int | None = None
    event_id: int | None = None
    kind: TransactionKind | None = None
    status: TransactionStatus | None = None
    provider: str | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundProgress:
    """How far the refunds of an event are: numbers of bookings, and money that is back."""

    event_id: int
    to_begin: int
    pending: int
    done: int
    failed: int
    amount_refunded: Decimal
    currency: str | None


class TransactionRepository(Protocol):
    """Transactions. Whoever changes one holds the lock of its order."""

    async def get(self, transaction_id: int) -> Transaction:
        """Raises NotFound."""

    async def search(self, wanted: TransactionFilter, page: PageRequest) -> Page[Transaction]: ...

    async def of_order(self, order_id: int) -> list[Transaction]:
        """All of an order, the oldest first."""

    async def by_reference(
        self, provider: str, kind: TransactionKind, reference: str
    ) -> Transaction | None: ...

    async def add(self, transactions: Sequence[Transaction]) -> None:
        """Store them with one statement and give them ids."""

    async def save(self, transaction: Transaction) -> None: ...

    async def open(
        self,
        kind: TransactionKind,
        *,
        created_before: datetime,
        after_id: int,
        limit: int,
        without_provider: str | None = None,
    ) -> list[Transaction]:
        """Pending ones in id order, from behind `after_id`, but for those of one provider."""

    async def settled_payments(
        self, since: datetime, *, after_id: int, limit: int
    ) -> list[Transaction]:
        """Payments that have arrived or failed since then, in id order, from behind `after_id`."""

    async def refund_progress(self, event_id: int) -> RefundProgress: ...

    async def note_provider_event(
        self, provider: str, event_id: str, transaction_id: int, outcome: str
    ) -> bool:
        """Remember that the provider said this; False if it had said so before."""


class LedgerRepository(Protocol):
    """The books: entries are added, and never changed."""

    async def add(self, entries: Sequence[LedgerEntry]) -> None: ...

    async def of_payment(self, payment_id: int) -> list[LedgerEntry]:
        """All entries of a payment and of its refunds."""
