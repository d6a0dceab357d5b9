"""Orders, transactions and the ledger in memory: second implementations of their ports."""

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from src.application.ports.payments import MANUAL
from src.domain.entities.booking import BookingStatus
from src.domain.entities.dispute import Dispute
from src.domain.entities.order import Order, OrderItem, OrderStatus
from src.domain.entities.transaction import (
    LedgerEntry,
    Transaction,
    TransactionKind,
    TransactionStatus,
)
from src.domain.errors import CodeCollision, NotFound
from src.domain.repositories.order import GuestOrder
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.transaction import (
    Bought,
    ProviderEvent,
    RefundProgress,
    TransactionFilter,
)
from src.domain.shared.money import ZERO
from tests.support.fakes.store import Store, page_of

LIVE_BOOKINGS = (BookingStatus.PENDING, BookingStatus.CONFIRMED)


class FakeOrderRepository:
    """Implements `OrderRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, order_id: int) -> Order:
        order = await self.get_any(order_id)
        if order.deleted_at is not None:
            raise NotFound("order", order_id)
        return order

    async def get_any(self, order_id: int) -> Order:
        if order_id not in self._store.orders:
            raise NotFound("order", order_id)
        return self._store.order(order_id)

    async def id_of(self, reference: str) -> int:
        for order in self._store.orders.values():
            if order.reference == reference:
                return order.id
        raise NotFound("order", reference)

    async def of_user(self, user_id: int) -> list[int]:
        return sorted(o.id for o in self._store.orders.values() if o.user_id == user_id)

    async def pending_of(self, user_id: int) -> list[int]:
        orders = self._store.orders
        return [i for i in await self.of_user(user_id) if orders[i].status is OrderStatus.PENDING]

    async def forget_buyer(self, user_id: int) -> None:
        for order_id in await self.of_user(user_id):
            order = self._store.orders[order_id]
            order.contact_name = order.contact_email = order.contact_phone = order.notes = None

    async def of_guests(self, contact_email: str) -> list[GuestOrder]:
        return [
            guest_order
            for user_id in sorted(self._store.users)
            for guest_order in await self.of_guest(user_id)
            if guest_order.contact_email == contact_email
            and self._store.orders[guest_order.id].deleted_at is None
        ]

    async def of_guest(self, user_id: int) -> list[GuestOrder]:
        if not self._store.users[user_id].is_guest:
            return []
        return [
            GuestOrder(order.id, order.user_id, order.contact_email)
            for order in self._store.orders.values()
            if order.user_id == user_id
        ]

    async def reassign(self, order_ids: Collection[int], *, to: int) -> None:
        for booking in self._store.bookings.values():
            if booking.order_id in order_ids:
                for ticket in booking.tickets:
                    if ticket.user_id == booking.user_id:
                        ticket.user_id = to
                booking.user_id = to
        for order_id in order_ids:
            self._store.orders[order_id].user_id = to

    async def contact_of(self, user_id: int, event_id: int) -> Order | None:
        orders = [self._store.order(order_id) for order_id in sorted(self._store.orders)]
        found = [
            order
            for order in orders
            if order.user_id == user_id and order.contact_email and event_id in order.event_ids
        ]
        return found[-1] if found else None

    async def lock(self, order_ids: Sequence[int]) -> None:
        for order_id in order_ids:
            self._store.lock("order", order_id)

    async def lock_free(self, order_ids: Collection[int]) -> set[int]:
        for order_id in sorted(order_ids):
            self._store.lock("order", order_id)
        return set(order_ids)

    async def by_ids(self, order_ids: Sequence[int]) -> list[Order]:
        return [self._store.order(wanted) for wanted in order_ids if wanted in self._store.orders]

    async def add(self, orders: Sequence[Order]) -> None:
        for order in orders:
            if order.reference in {other.reference for other in self._store.orders.values()}:
                raise CodeCollision()
            order.created_at = order.updated_at = self._store.clock()
            order.id = self._store.next_id()
            self._store.orders[order.id] = _bare(order)

    async def add_items(self, items: Sequence[OrderItem]) -> None:
        self._store.add(*items)

    async def save_items(self, items: Sequence[OrderItem]) -> None:
        self._store.add(*items)

    async def save(self, *orders: Order) -> None:
        for order in orders:
            order.version += 1
            self._store.orders[order.id] = _bare(order)

    async def was_confirmed(self, order_id: int) -> bool:
        tickets = [
            ticket for booking in self._store.order(order_id).bookings for ticket in booking.tickets
        ]
        transactions = self._store.transactions.values()
        arrived = (TransactionStatus.SUCCESS, TransactionStatus.REFUNDED)
        return any(ticket.ticket_code is not None for ticket in tickets) or any(
            transaction.order_id == order_id and transaction.status in arrived
            for transaction in transactions
        )

    async def can_bring_money(self, event_id: int) -> bool:
        paid = {row.order_id for row in self._store.transactions.values() if row.is_payment}
        return any(
            order.status not in (OrderStatus.CANCELLED, OrderStatus.EXPIRED) or order.id in paid
            for order in map(self._store.order, self._store.orders)
            if any(item.event_id == event_id for item in order.items)
        )

    async def placed_by_buyers(self, order_ids: Collection[int]) -> set[int]:
        return {order_id for order_id in order_ids if self._was_placed_by_buyer(order_id)}

    def _was_placed_by_buyer(self, order_id: int) -> bool:
        buyer_id = self._store.order(order_id).user_id
        placed = [
            entry.by
            for entry in self._store.audit
            if (entry.subject, entry.subject_id) == ("order", order_id)
        ]
        return bool(placed) and placed[0] is not None and placed[0].id == buyer_id

    async def due(self, now: datetime, *, limit: int, but: Collection[int] = ()) -> list[int]:
        def is_due(order: Order) -> bool:
            is_lost = any(booking.status not in LIVE_BOOKINGS for booking in order.bookings)
            return order.status is OrderStatus.PENDING and (order.is_lapsed(now) or is_lost)

        due = [order.id for order in self._all() if is_due(order) and order.id not in but]
        return due[:limit]

    async def over(self, now: datetime, *, limit: int, but: Collection[int] = ()) -> list[int]:
        over = [order.id for order in self._all() if self._is_over(order, now)]
        return [order_id for order_id in over if order_id not in but][:limit]

    async def complete(self, event_id: int, now: datetime) -> list[int]:
        completed = [
            order.id
            for order in self._all()
            if event_id in {item.event_id for item in order.items} and self._is_over(order, now)
        ]
        for order_id in completed:
            self._store.orders[order_id].status = OrderStatus.COMPLETED
        return completed

    async def cancel_without_bookings(self, order_ids: Collection[int]) -> list[int]:
        cancelled = []
        for order in self._all():
            is_left = any(booking.status is BookingStatus.CONFIRMED for booking in order.bookings)
            if order.status is OrderStatus.CONFIRMED and order.id in order_ids and not is_left:
                self._store.orders[order.id].status = OrderStatus.CANCELLED
                cancelled.append(order.id)
        return cancelled

    async def event_ids(self, order_ids: Collection[int]) -> list[int]:
        bookings = self._store.bookings.values()
        return sorted({booking.event_id for booking in bookings if booking.order_id in order_ids})

    def _is_over(self, order: Order, now: datetime) -> bool:
        events = (self._store.events[item.event_id] for item in order.items)
        is_confirmed = order.status is OrderStatus.CONFIRMED
        return is_confirmed and all(event.is_over(now) for event in events)

    def _all(self) -> list[Order]:
        return [self._store.order(order_id) for order_id in sorted(self._store.orders)]


class FakeTransactionRepository:
    """Implements `TransactionRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, transaction_id: int) -> Transaction:
        if transaction_id not in self._store.transactions:
            raise NotFound("transaction", transaction_id)
        return self._store.transaction(transaction_id)

    async def forget_words_of(self, user_id: int) -> None:
        for transaction in self._store.transactions.values():
            if self._store.orders[transaction.order_id].user_id == user_id:
                transaction.reason = transaction.note = None
                transaction.client_secret = transaction.redirect_url = None

    async def search(self, wanted: TransactionFilter, page: PageRequest) -> Page[Transaction]:
        def is_wanted(transaction: Transaction) -> bool:
            return (
                wanted.order_id in (None, transaction.order_id)
                and wanted.event_id in (None, transaction.event_id)
                and wanted.kind in (None, transaction.kind)
                and wanted.status in (None, transaction.status)
                and wanted.provider in (None, transaction.provider)
                and _is_between(transaction.created_at, wanted.date_from, wanted.date_to)
            )

        return page_of(filter(is_wanted, self._all()), page)

    async def of_order(self, order_id: int) -> list[Transaction]:
        return [transaction for transaction in self._all() if transaction.order_id == order_id]

    async def of_orders(self, order_ids: Collection[int]) -> dict[int, list[Transaction]]:
        found = {order_id: await self.of_order(order_id) for order_id in order_ids}
        return {order_id: transactions for order_id, transactions in found.items() if transactions}

    async def bought_by(self, transaction_ids: Collection[int]) -> dict[int, Bought]:
        bookings = self._store.bookings.values()
        return {
            known.id: Bought(
                known.order_id,
                sorted({b.event_id for b in bookings if b.order_id == known.order_id}),
            )
            for known in self._all()
            if known.id in transaction_ids
        }

    async def by_reference(
        self, provider: str, kind: TransactionKind, reference: str
    ) -> Transaction | None:
        for transaction in self._all():
            if (transaction.provider, transaction.kind, transaction.provider_reference) == (
                provider,
                kind,
                reference,
            ):
                return transaction
        return None

    async def add(self, transactions: Sequence[Transaction]) -> None:
        for transaction in transactions:
            transaction.created_at = transaction.updated_at = self._store.clock()
        self._store.add(*transactions)

    async def add_refunded_tickets(self, refund_id: int, amounts: Mapping[int, Decimal]) -> None:
        self._store.refunded_tickets[refund_id] = dict(amounts)

    async def refunded_tickets(self, refund_id: int) -> dict[int, Decimal]:
        return dict(self._store.refunded_tickets.get(refund_id, {}))

    async def save(self, *transactions: Transaction) -> None:
        for transaction in transactions:
            transaction.version += 1
        self._store.add(*transactions)

    async def open(
        self,
        kind: TransactionKind,
        *,
        created_before: datetime,
        after_id: int,
        limit: int,
        due: datetime | None = None,
    ) -> list[Transaction]:
        pending = [
            transaction
            for transaction in self._all()
            if transaction.kind is kind
            and transaction.status is TransactionStatus.PENDING
            and transaction.id > after_id
            and (transaction.created_at is None or transaction.created_at <= created_before)
            and (due is None or self._store.ask_at.get(transaction.id, due) <= due)
        ]
        return pending[:limit]

    async def refunds_to_ask(
        self, now: datetime, *, created_before: datetime, after_id: int, limit: int
    ) -> list[int]:
        due = []
        for refund in self._all():
            created_at = refund.created_at or now
            if (
                refund.kind is TransactionKind.REFUND
                and refund.status is TransactionStatus.PENDING
                and refund.provider != MANUAL
                and refund.id > after_id
                and created_at <= created_before
                and self._store.ask_at.get(refund.id, now) <= now
            ):
                due.append(refund.id)
        return due[:limit]

    async def ask_later(self, transaction_id: int, now: datetime) -> None:
        transaction = self._store.transaction(transaction_id)
        age = now - (transaction.created_at or now)
        wait = min(max(age / 2, timedelta(seconds=5)), timedelta(hours=1))
        order = self._store.orders.get(transaction.order_id)
        ends = order.expires_at if order is not None else None
        due = now + wait
        self._store.ask_at[transaction_id] = min(due, ends) if ends and ends > now else due

    async def settled(
        self, kind: TransactionKind, since: datetime, *, after_id: int, limit: int
    ) -> list[Transaction]:
        return [
            transaction
            for transaction in self._all()
            if transaction.kind is kind
            and transaction.settled_at
            and transaction.settled_at >= since
            and transaction.id > after_id
        ][:limit]

    async def refund_progress(self, event_id: int) -> RefundProgress:
        refunds = [
            transaction
            for transaction in self._all()
            if transaction.event_id == event_id and not transaction.is_payment
        ]
        statuses = [refund.status for refund in refunds]
        done = [refund for refund in refunds if refund.status is TransactionStatus.SUCCESS]
        due = (self._store.bookings[booking_id] for booking_id in self._store.refunds_due)
        return RefundProgress(
            event_id=event_id,
            to_begin=sum(booking.event_id == event_id for booking in due),
            pending=statuses.count(TransactionStatus.PENDING),
            done=len(done),
            failed=sum(refund.owed_amount > 0 for refund in refunds),
            amount_refunded=sum((refund.amount for refund in done), ZERO),
            amount_owed=sum((refund.owed_amount for refund in refunds), ZERO),
            currency=refunds[0].currency if refunds else None,
        )

    async def note_provider_events(self, events: Sequence[ProviderEvent]) -> list[ProviderEvent]:
        known = self._store.provider_events
        new = [event for event in events if (event.provider, event.id) not in known]
        known.update({(e.provider, e.id): (e.transaction_id, e.outcome) for e in new})
        return new

    def _all(self) -> list[Transaction]:
        return [
            self._store.transaction(transaction) for transaction in sorted(self._store.transactions)
        ]


class FakeDisputeRepository:
    """Implements `DisputeRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def by_reference(self, provider: str, reference: str) -> Dispute | None:
        for dispute in self._store.disputes.values():
            if (dispute.provider, dispute.provider_reference) == (provider, reference):
                return deepcopy(dispute)
        return None

    async def of_payment(self, payment_id: int) -> list[Dispute]:
        disputes = self._store.disputes.values()
        return [deepcopy(dispute) for dispute in disputes if dispute.payment_id == payment_id]

    async def open(self, *, after_id: int, limit: int) -> Sequence[Dispute]:
        disputes = (self._store.disputes[number] for number in sorted(self._store.disputes))
        found = [dispute for dispute in disputes if dispute.is_open and dispute.id > after_id]
        return deepcopy(found[:limit])

    async def add(self, dispute: Dispute) -> None:
        dispute.id = self._store.next_id()
        self._store.disputes[dispute.id] = deepcopy(dispute)

    async def save(self, dispute: Dispute) -> None:
        dispute.version += 1
        self._store.disputes[dispute.id] = deepcopy(dispute)


class FakeLedgerRepository:
    """Implements `LedgerRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(self, entries: Sequence[LedgerEntry]) -> None:
        self._store.ledger += entries

    async def of_payment(self, payment_id: int) -> list[LedgerEntry]:
        rows = self._store.transactions.values()
        ids = {row.id for row in rows if payment_id in (row.id, row.parent_id)}
        return [entry for entry in self._store.ledger if entry.transaction_id in ids]


class FakeDiscrepancyReader:
    """Implements `DiscrepancyReader`: finds what it is given."""

    def __init__(self, *found: tuple[str, int, str]) -> None:
        self._found = list(found)

    async def discrepancies(self) -> list[tuple[str, int, str]]:
        return self._found


def _bare(order: Order) -> Order:
    """The row: without its parts, which are rows of their own."""
    return deepcopy(replace(order, items=[], bookings=[]))


def _is_between(at: datetime | None, start: datetime | None, end: datetime | None) -> bool:
    if at is None:
        return start is None and end is None
    return (start is None or at >= start) and (end is None or at < end)
