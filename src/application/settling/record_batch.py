"""Payments whose outcome comes at the same time are recorded in one transaction.

Nearly all of them are of an order that waits for just this money, of whatever event. Whatever is
not so plain is left to `RecordPayment`, which looks at one at a time, with the same outcome.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from src.application.concurrency.lanes import Lanes
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.ports.payments import ProviderAnswer, ProviderState
from src.application.selling.booking_entry import booking_entry
from src.application.selling.store_sales import order_entry
from src.application.settling.payment_entry import copy_details, note_unpaid, payment_entry
from src.domain.entities.booking import Booking
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.transaction import LedgerEntry, Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.repositories.transaction import Bought, ProviderEvent
from src.domain.services.bookkeeping import payment_entries
from src.domain.shared.codes import RandomCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a provider says of a payment, in webhook event `provider_event_id` if any.

    What a person says of it is true of a payment with the status `seen`, and of no other.
    """

    transaction_id: int
    answer: ProviderAnswer
    provider_event_id: str | None = None
    actor: Actor | None = None
    correlation_id: str | None = None
    seen: TransactionStatus | None = None

    @property
    def has_money(self) -> bool:
        """Whether it may change tickets, for which their events have to be locked."""
        return self.answer.state is ProviderState.SUCCEEDED or self.answer.is_on_its_way


@dataclass(frozen=True, slots=True)
class Recorded:
    """The recorded payment, and the id of its refund if it bought nothing.

    `is_new` is False if the same webhook event was recorded before.
    """

    payment: Transaction
    refund_id: int | None = None
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class Left:
    """Nothing was recorded: by the lane of its busy event it can be, or else by itself."""

    busy_event_id: int | None = None


PaymentLanes = Lanes[int | None, Answered, Recorded | Left]
"""The lane of all events, which waits for no lock, and one for each event that is busy."""


@dataclass(slots=True)
class _Changes:
    """What a batch stores."""

    payments: list[Transaction] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    ledger: list[LedgerEntry] = field(default_factory=list)
    audit: list[AuditEntry] = field(default_factory=list)

    async def store(self, uow: UnitOfWork) -> None:
        await uow.ledger.add(self.ledger)
        if self.orders:
            await uow.bookings.save(*self.bookings)
            await uow.orders.save(*self.orders)
        if self.payments:
            await uow.transactions.save(*self.payments)
        await uow.audit.record(self.audit)


class RecordBatch:
    """The batch function of the payments' lanes."""

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, clock: Clock, random_code: RandomCode
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._random_code = random_code

    async def execute(
        self, event_id: int | None, answered: Sequence[Answered]
    ) -> list[Recorded | Left]:
        """Record what is plain. `event_id` is the event whose lock is waited for, if any."""
        try:
            return await self._record(event_id, answered)
        except Exception:
            # Recording is repeatable: each by itself finds out what became of it. And a fault that
            # one has must not fail its neighbours.
            return [Left()] * len(answered)

    async def _record(
        self, event_id: int | None, answered: Sequence[Answered]
    ) -> list[Recorded | Left]:
        touches = None if event_id is None else Touches(event_ids=[event_id])
        async with self._unit_of_work(touches=touches) as uow:
            bought = await uow.transactions.bought_by({item.transaction_id for item in answered})
            chosen = _first_of_each_order(answered, bought)
            paid_events = {
                order_id: bought[item.transaction_id].event_ids[0]
                for order_id, item in chosen.items()
                if item.has_money
            }
            free = await _lock_events(uow, event_id, set(paid_events.values()))
            busy = {order: event for order, event in paid_events.items() if event not in free}
            held = await uow.orders.lock_free(chosen.keys() - busy.keys())
            plain = await self._plain(uow, {order_id: chosen[order_id] for order_id in held})
            recorded = await self._apply(uow, plain)
            if any(done.is_new for done in recorded.values()):
                await uow.commit()
        return [_result(item, bought, chosen, busy, recorded) for item in answered]

    async def _plain(self, uow: UnitOfWork, held: Mapping[int, Answered]) -> list["_Plain"]:
        """What can be recorded here, of orders that are locked."""
        if not held:
            return []
        now = self._clock()
        paid = [order_id for order_id, item in held.items() if item.has_money]
        orders = {order.id: order for order in await uow.orders.by_ids(paid)} if paid else {}
        transactions = await uow.transactions.of_orders(held)
        found = []
        for order_id, item in held.items():
            (payment,) = (each for each in transactions[order_id] if each.id == item.transaction_id)
            others = [each for each in transactions[order_id] if each is not payment]
            plain = _Plain(item, payment, orders.get(order_id), now)
            if item.seen not in (None, payment.status):
                continue
            if not item.has_money or plain.is_awaited(others):
                found.append(plain)
        return found

    async def _apply(self, uow: UnitOfWork, plain: Sequence["_Plain"]) -> dict[int, Recorded]:
        """Record them; by the ids of the payments."""
        events = {event for found in plain if (event := found.event) is not None}
        known = events - await _new_events(uow, events)
        changes = _Changes()
        recorded = {}
        for found in plain:
            is_new = found.event not in known
            if is_new:
                found.apply(changes, self._random_code)
            recorded[found.payment.id] = Recorded(found.payment, is_new=is_new)
        await changes.store(uow)
        return recorded


@dataclass(slots=True)
class _Plain:
    """An answer with its payment, and with the order if there is money."""

    answered: Answered
    payment: Transaction
    order: Order | None
    now: datetime

    @property
    def event(self) -> ProviderEvent | None:
        event_id, payment = self.answered.provider_event_id, self.payment
        if event_id is None:
            return None
        return ProviderEvent(payment.provider, event_id, payment.id, self.answered.answer.state)

    def is_awaited(self, others: Collection[Transaction]) -> bool:
        """Whether the order waits for just this money, and nothing else came or goes."""
        answer, payment, order = self.answered.answer, self.payment, self.order
        return (
            answer.state is ProviderState.SUCCEEDED
            and not others
            and payment.status is TransactionStatus.PENDING
            and answer.amount in (None, payment.amount)
            and answer.currency in (None, payment.currency)
            and order is not None
            and order.deleted_at is None
            and order.status is OrderStatus.PENDING
            and len(order.event_ids) == 1
            and not order.is_lapsed(self.now)
            and not order.has_lost_tickets
            and (payment.amount, payment.currency) == (order.total_amount, order.currency)
        )

    def apply(self, changes: _Changes, random_code: RandomCode) -> None:
        """Change the payment, and the order that it pays for."""
        answer, payment, actor = self.answered.answer, self.payment, self.answered.actor
        before, entries = replace(payment), list[AuditEntry]()
        copy_details(payment, answer)
        if self.order is None:
            note_unpaid(payment, answer, self.now)
        else:
            entries = self._pay(self.order, changes, random_code)
        if payment != before:
            changes.payments.append(payment)
            entries.append(payment_entry(payment, before, actor))
        request = self.answered.correlation_id
        changes.audit += [replace(entry, correlation_id=request) for entry in entries]

    def _pay(self, order: Order, changes: _Changes, random_code: RandomCode) -> list[AuditEntry]:
        actor, was = self.answered.actor, order.status
        pending = {booking.id: booking.status for booking in order.bookings}
        self.payment.succeed(self.now)
        order.confirm(now=self.now, random_code=random_code)
        confirmed = [b for b in order.bookings if b.status is not pending[b.id]]
        changes.orders.append(order)
        changes.bookings += confirmed
        changes.ledger += payment_entries(order, self.payment, self.now)
        entries = [booking_entry(b, pending[b.id], actor) for b in confirmed]
        return [*entries, order_entry(order, actor, was)]


def _first_of_each_order(
    answered: Sequence[Answered], bought: Mapping[int, Bought]
) -> dict[int, Answered]:
    """By order id; none with money for an order of several events, which are locked in turn."""
    chosen: dict[int, Answered] = {}
    for item in answered:
        order = bought.get(item.transaction_id)
        if order is not None and (not item.has_money or len(order.event_ids) == 1):
            chosen.setdefault(order.order_id, item)
    return chosen


async def _lock_events(uow: UnitOfWork, event_id: int | None, events: set[int]) -> set[int]:
    """Lock the event that is waited for, or those of these that nobody else has locked."""
    if event_id is not None:
        await uow.events.lock(event_id, with_deleted=True)
        return {event_id}
    return await uow.events.lock_free(events) if events else set()


async def _new_events(uow: UnitOfWork, events: Collection[ProviderEvent]) -> set[ProviderEvent]:
    return set(await uow.transactions.note_provider_events(list(events))) if events else set()


def _result(
    item: Answered,
    bought: Mapping[int, Bought],
    chosen: Mapping[int, Answered],
    busy: Mapping[int, int],
    recorded: Mapping[int, Recorded],
) -> Recorded | Left:
    order = bought.get(item.transaction_id)
    if order is None or chosen.get(order.order_id) is not item:
        return Left()
    return recorded.get(item.transaction_id) or Left(busy.get(order.order_id))
