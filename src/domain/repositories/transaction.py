"""The repositories of transactions and of the ledger."""

from collections.abc import Collection, Mapping, Sequence
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
    """A filter of transactions; `created_at` is in [`date_from`, `date_to`)."""

    order_id: int | None = None
    event_id: int | None = None
    kind: TransactionKind | None = None
    status: TransactionStatus | None = None
    provider: str | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProviderEvent:
    """A webhook event of a provider about a transaction, and the state that is in it."""

    provider: str
    id: str
    transaction_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Bought:
    """What a payment is for: an order, and the events of its bookings in order."""

    order_id: int
    event_ids: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundProgress:
    """The refunds of an event: how many, the amount refunded and the amount owed.

    `failed` are those that are owed still. A refund of an order over several events counts for
    each of them, its amounts as far as they are the event's.
    """

    event_id: int
    to_begin: int
    pending: int
    done: int
    failed: int
    amount_refunded: Decimal
    amount_owed: Decimal
    currency: str | None


class TransactionRepository(Protocol):
    """Transactions. A caller that changes one holds the lock of its order."""

    async def get(self, transaction_id: int) -> Transaction:
        """Return the transaction. Raises NotFound, also for an id that no row can have."""

    async def search(self, wanted: TransactionFilter, page: PageRequest) -> Page[Transaction]: ...

    async def of_order(self, order_id: int) -> list[Transaction]:
        """Return all transactions of an order, oldest first."""

    async def of_orders(self, order_ids: Collection[int]) -> dict[int, list[Transaction]]:
        """Return all transactions of each of these orders that has some, oldest first."""

    async def bought_by(self, transaction_ids: Collection[int]) -> dict[int, Bought]:
        """Return what each of these transactions is for, without those that do not exist."""

    async def by_reference(
        self, provider: str, kind: TransactionKind, reference: str
    ) -> Transaction | None: ...

    async def add_refunded_tickets(self, refund_id: int, amounts: Mapping[int, Decimal]) -> None:
        """Store which tickets a refund is for, and how much of it is for each."""

    async def refunded_tickets(self, refund_id: int) -> dict[int, Decimal]:
        """Return how much of a refund is for which ticket; nothing unless it is for single ones."""

    async def forget_words_of(self, user_id: int) -> None:
        """Remove reasons, notes and what pages to pay need from all payments of the user's orders.

        The caller holds the locks of the orders.
        """

    async def add(self, transactions: Sequence[Transaction]) -> None:
        """Store the transactions with one statement and set their ids."""

    async def save(self, *transactions: Transaction) -> None:
        """Store what can change of the transactions, with one statement."""

    async def open(
        self,
        kind: TransactionKind,
        *,
        created_before: datetime,
        after_id: int,
        limit: int,
        due: datetime | None = None,
    ) -> list[Transaction]:
        """Return pending transactions with ids above `after_id`, in id order.

        With `due` only those whose provider is to be asked by then.
        """

    async def refunds_to_ask(
        self, now: datetime, *, created_before: datetime, after_id: int, limit: int
    ) -> list[int]:
        """Return the ids of pending refunds whose provider is to be asked, in id order.

        They are above `after_id`; manual ones are never asked for.
        """

    async def ask_later(self, transaction_id: int, now: datetime) -> None:
        """Ask for what is pending again after half its age, at most an hour.

        Of an order that waits at the latest when its time is over. The lock of the order is not
        needed.
        """

    async def settled(
        self, kind: TransactionKind, since: datetime, *, after_id: int, limit: int
    ) -> list[Transaction]:
        """Return those settled since `since` with ids above `after_id`, in id order."""

    async def refund_progress(self, event_id: int) -> RefundProgress: ...

    async def note_provider_events(self, events: Sequence[ProviderEvent]) -> list[ProviderEvent]:
        """Record webhook events of providers; those that were not recorded before."""


class LedgerRepository(Protocol):
    """The ledger: entries are added and never changed."""

    async def add(self, entries: Sequence[LedgerEntry]) -> None: ...

    async def of_payment(self, payment_id: int) -> list[LedgerEntry]:
        """Return all entries of a payment and of its refunds."""
