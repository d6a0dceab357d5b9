"""Refund a payment, whole or in part, or what was paid for one booking."""

from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal

from src.application.access import require_party
from src.application.idempotency import Outcome, once
from src.application.ports import AuditEntry, IdempotentRequest, UnitOfWork, UnitOfWorkFactory
from src.application.use_cases.order.locked_order import (
    LockedOrder,
    lock_order,
    manages_all,
    require_order_party,
    save_order,
)
from src.application.use_cases.payment.refund_intent import (
    bookings_share,
    has_bought,
    refund_intent,
)
from src.application.use_cases.payment.settle_refund import SettleRefund
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.order import Order
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import (
    Forbidden,
    InvalidState,
    NotFound,
    ProviderFailed,
    RefundExceedsPayment,
    Unavailable,
)
from src.domain.repositories.transaction import TransactionRepository
from src.domain.shared.money import ZERO
from src.domain.shared.versions import require_version


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundCommand:
    """`amount` None means all that can still be refunded."""

    transaction_id: int
    amount: Decimal | None = None
    reason: str | None = None
    idempotency: IdempotentRequest | None = None


class RefundPayment:
    """Refund a payment, whole or in part.

    Admins, and organizers who own every line of its order. Refunds that together reach what was
    paid refund every booking of the order and cancel it; a part changes no ticket. Never more
    than was paid (`refund_exceeds_payment`), never the price of a used ticket
    (`invalid_state`). The answer is the refund, `pending` until the provider has done it; it is
    tried again until then. Safe to repeat with the same `Idempotency-Key`.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        transactions: TransactionRepository,
        settle_refund: SettleRefund,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._transactions = transactions
        self._settle_refund = settle_refund

    async def execute(self, actor: Actor, command: RefundCommand) -> Outcome[Transaction]:
        async with self._unit_of_work() as uow:
            intent = await once(
                uow, command.idempotency, Transaction, lambda: self._intend(uow, actor, command)
            )
        # What fails here the job does again.
        with suppress(ProviderFailed, Unavailable):
            await self._settle_refund.execute(intent.result.id)
        return Outcome(await self._transactions.get(intent.result.id), intent.is_replayed)

    async def _intend(self, uow: UnitOfWork, actor: Actor, command: RefundCommand) -> Transaction:
        found = await uow.transactions.get(command.transaction_id)
        locked = await lock_order(uow, found.order_id)
        order, before = locked.order, deepcopy(locked.order)
        _require_may_refund(actor, locked, command.transaction_id)
        payment = await uow.transactions.get(command.transaction_id)
        if not payment.is_paid:
            raise InvalidState("transaction", payment.status.value, "refunded")
        amount = payment.refundable if command.amount is None else command.amount
        is_bought = await has_bought(uow, payment)
        _require_refundable(payment, amount, _used(order) if is_bought else [])
        if is_bought and amount == payment.refundable:
            for booking in order.named_bookings:
                if booking.status is BookingStatus.CONFIRMED:
                    booking.refund()
            order.follow_bookings()
        refund = refund_intent(payment, amount, reason=command.reason)
        await uow.transactions.add([refund])
        await save_order(uow, order, before, actor)
        await uow.audit.record(actor, [_entry(refund)])
        return refund


class RefundOrderedBooking:
    """Refund what was paid for one booking of an order, which voids its tickets."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, settle_refund: SettleRefund) -> None:
        self._unit_of_work = unit_of_work
        self._settle_refund = settle_refund

    async def execute(
        self,
        actor: Actor,
        booking_id: int,
        order_id: int,
        expected_version: int | None,
        idempotency: IdempotentRequest | None,
    ) -> Outcome[Booking]:
        """Raises NotFound, Forbidden, InvalidState, StaleVersion."""
        refunds: list[Transaction] = []

        async def effect() -> Booking:
            locked = await lock_order(uow, order_id)
            order, before = locked.order, deepcopy(locked.order)
            (booking,) = (one for one in order.bookings if one.id == booking_id)
            event = locked.events[booking.event_id]
            require_party(actor, booking, event)
            if not event.is_managed_by(actor):
                raise Forbidden("Only the event's organizer or an administrator can refund.")
            require_version(booking.version, expected_version)
            given_up = [one for one in booking.tickets if one.status is TicketStatus.ACTIVE]
            refunds.extend(await bookings_share(uow, order, booking, given_up, reason=None))
            if refunds:
                await uow.transactions.add(refunds)
            booking.refund()
            order.follow_bookings()
            await save_order(uow, order, before, actor)
            await uow.audit.record(actor, [_entry(refund) for refund in refunds])
            return booking

        async with self._unit_of_work() as uow:
            outcome = await once(uow, idempotency, Booking, effect)
        for refund in refunds:
            with suppress(ProviderFailed, Unavailable):
                await self._settle_refund.execute(refund.id)
        return outcome


def _require_may_refund(actor: Actor, locked: LockedOrder, transaction_id: int) -> None:
    events = list(locked.events.values())
    try:
        require_order_party(actor, locked.order, events)
    except NotFound:
        raise NotFound("transaction", transaction_id) from None
    if not manages_all(actor, events):
        raise Forbidden("Only the organizer of all its events or an administrator can refund.")


def _require_refundable(payment: Transaction, amount: Decimal, used: list[Ticket]) -> None:
    if not payment.refundable or amount > payment.refundable:
        raise RefundExceedsPayment(requested=amount, refundable=payment.refundable)
    worth = sum((ticket.price for ticket in used), ZERO)
    if used and amount > payment.refundable - worth:
        why = f"Ticket {used[0].ticket_code} was used: what was paid for it cannot be refunded."
        raise InvalidState("transaction", payment.status.value, "refunded", why)


def _used(order: Order) -> list[Ticket]:
    return [
        ticket
        for booking in order.named_bookings
        for ticket in booking.tickets
        if ticket.status is TicketStatus.USED
    ]


def _entry(refund: Transaction) -> AuditEntry:
    after = {"status": refund.status, "amount": refund.amount, "payment_id": refund.parent_id}
    return AuditEntry("refund.started", "transaction", refund.id, refund.event_id, after=after)
