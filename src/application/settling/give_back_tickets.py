"""Tickets that are cancelled or refunded alone, without the rest of their booking."""

from collections.abc import Collection
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from src.application.access import require_party
from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import (
    AuditEntry,
    Clock,
    Touches,
    UnitOfWork,
    UnitOfWorkFactory,
)
from src.application.selling.booking_entry import booking_entry
from src.application.selling.order_for_update import lock_order, save_order
from src.application.settling.record_refund import SettleRefund
from src.application.settling.refund_intent import (
    limit_owed,
    paid_shares,
    payments_of_tickets,
    refund_entry,
    refund_intent,
    require_not_held,
)
from src.domain.entities.booking import Booking
from src.domain.entities.cancellation_policy import CancellationPolicy
from src.domain.entities.event import Event
from src.domain.entities.order import Order
from src.domain.entities.ticket import Ticket
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, ProviderFailed, Unavailable
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.bookkeeping import items_of
from src.domain.services.payment_shares import take_back
from src.domain.services.refund_share import TicketReturn, price_returns, ticket_returns
from src.domain.shared.money import ZERO
from src.domain.shared.transitions import require_version


class GiveBack(StrEnum):
    """What staff may do with a ticket: one that is paid is refunded, which cancels it."""

    CANCEL = "cancel"
    REFUND = "refund"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBackCommand:
    """Which tickets of a booking to give back; None for all of them.

    `expected` is the amount that the caller expects to go back; another is refused.
    """

    booking_id: int
    ticket_ids: Collection[int] | None
    how: GiveBack
    reason: str | None = None
    expected: Decimal | None = None
    expected_version: int | None = None
    idempotency: IdempotentRequest | None = None


@dataclass(frozen=True, slots=True)
class _Locked:
    """A booking with its event and its order, if it has one, locked until the transaction ends."""

    booking: Booking
    event: Event
    order: Order | None
    payments: list[Transaction]


class GiveBackTickets:
    """Cancels tickets alone; what was paid for them goes back, less what the policy keeps.

    Staff of the event refund the whole. Its buyer gives tickets back as the event's cancellation
    policy allows: those that are paid are refunded less what is kept, all others are cancelled.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, settle_refund: SettleRefund, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._settle_refund = settle_refund
        self._clock = clock

    async def execute(self, actor: Actor, command: GiveBackCommand) -> Outcome[Booking]:
        """Give them back; the booking. Raises NotFound, Forbidden, InvalidState, StaleVersion."""
        refunds: list[Transaction] = []

        async def effect() -> Booking:
            return await self._give_back(uow, actor, command, refunds)

        touches = Touches(booking_id=command.booking_id)
        async with self._unit_of_work(touches=touches) as uow:
            outcome = await once(uow, command.idempotency, Booking, effect)
        for refund in refunds:
            # The job retries a refund that fails here.
            with suppress(ProviderFailed, Unavailable):
                await self._settle_refund.execute(refund.id)
        return outcome

    async def _give_back(
        self,
        uow: UnitOfWork,
        actor: Actor,
        command: GiveBackCommand,
        refunds: list[Transaction],
    ) -> Booking:
        locked = await _lock(uow, command.booking_id)
        booking, event = locked.booking, locked.event
        require_party(actor, booking, event)
        is_staff = event.is_managed_by(actor)
        policy = None if is_staff else booking.require_giveable(event, self._clock())
        require_version(booking.version, command.expected_version)
        if locked.order is not None:
            await require_not_held(uow, locked.order, "ticket")
        tickets = booking.tickets_to_give_back(command.ticket_ids)
        if not is_staff:
            booking.require_with_buyer(tickets)
        is_refund = is_staff and command.how is GiveBack.REFUND
        returns = returns_of(
            tickets,
            booking.currency,
            locked.order,
            locked.payments,
            policy,
            is_paid_outside=is_refund,
        )
        if is_staff and not is_refund and any(each.refunded for each in returns):
            why = "It is paid: refund it, which cancels it."
            raise InvalidState("ticket", "active", "cancelled", why)
        _require_expected(command, returns)
        before = deepcopy(booking)
        order_before = deepcopy(locked.order)
        for each in returns:
            each.ticket.give_back(refunded=each.refunded, kept=each.kept)
        booking.follow_tickets()
        if locked.payments:
            refunds += await _add_refunds(uow, locked, returns, command.reason)
        await _save(uow, locked, before, order_before, actor)
        await uow.tickets.save_given_back(event.id, tickets)
        entries = [_ticket_entry(each, actor) for each in returns]
        await uow.audit.record([*entries, *(refund_entry(refund, actor) for refund in refunds)])
        return booking


def returns_of(
    tickets: list[Ticket],
    currency: str,
    order: Order | None,
    payments: Collection[Transaction],
    policy: CancellationPolicy | None,
    *,
    is_paid_outside: bool,
) -> list[TicketReturn]:
    """Return what goes back and what is kept of these tickets of a booking.

    Without payments that is nothing, but for the staff who note that it goes back outside.
    """
    if not payments and not is_paid_outside:
        return [TicketReturn.of(ticket, currency, refunded=ZERO, kept=ZERO) for ticket in tickets]
    if order is None:
        return price_returns(tickets, currency)
    refundable = sum((payment.refundable for payment in payments), ZERO)
    return ticket_returns(order, tickets, refundable if payments else order.total_amount, policy)


async def _lock(uow: UnitOfWork, booking_id: int) -> _Locked:
    unlocked = await uow.bookings.get(booking_id)
    if unlocked.order_id is None:
        event = await uow.events.lock(unlocked.event_id, with_deleted=True)
        # Read again: it may have changed while waiting for the lock.
        return _Locked(await uow.bookings.get(booking_id), event, None, [])
    locked = await lock_order(uow, unlocked.order_id)
    booking = next(booking for booking in locked.order.bookings if booking.id == booking_id)
    payments = await payments_of_tickets(uow, locked.order)
    return _Locked(booking, locked.events[booking.event_id], locked.order, payments)


def _require_expected(command: GiveBackCommand, returns: list[TicketReturn]) -> None:
    if command.expected is None:
        return
    if sum((each.refunded for each in returns), ZERO) != command.expected:
        why = "What goes back has changed in the meantime: please look at it again."
        raise InvalidState("ticket", "active", "cancelled", why)


async def _add_refunds(
    uow: UnitOfWork, locked: _Locked, returns: list[TicketReturn], reason: str | None
) -> list[Transaction]:
    """Store refunds of the order's payments, with how much of each is for which ticket."""
    order, payments = locked.order, locked.payments
    assert order is not None
    by_payment: list[dict[int, Decimal]] = [{} for _ in payments]
    shares = await paid_shares(uow, order, payments)
    for each in returns:
        items = items_of(order, each.ticket)
        amounts = take_back(shares, each.refunded, items, order.currency)
        for by_ticket, amount in zip(by_payment, amounts, strict=True):
            if amount:
                by_ticket[each.ticket.id] = amount
    refunds = []
    for payment, by_ticket in zip(payments, by_payment, strict=True):
        if not by_ticket:
            continue
        total = sum(by_ticket.values(), ZERO)
        refund = refund_intent(payment, total, reason=reason, booking=locked.booking)
        await uow.transactions.add([refund])
        await uow.transactions.add_refunded_tickets(refund.id, by_ticket)
        refunds.append(refund)
    await limit_owed(uow, refunds)
    return refunds


async def _save(
    uow: UnitOfWork, locked: _Locked, before: Booking, order_before: Order | None, actor: Actor
) -> None:
    if locked.order is not None and order_before is not None:
        locked.order.sync_status()
        await save_order(uow, locked.order, order_before, actor)
        return
    await uow.bookings.save(locked.booking)
    if locked.booking.status is not before.status:
        await uow.audit.record([booking_entry(locked.booking, before.status, actor)])


def _ticket_entry(each: TicketReturn, actor: Actor) -> AuditEntry:
    return AuditEntry(
        "ticket.refunded" if each.refunded else "ticket.cancelled",
        subject="ticket",
        subject_id=each.ticket.id,
        event_id=each.ticket.event_id,
        before={"status": "active"},
        after={
            "status": each.ticket.status,
            "booking_id": each.ticket.booking_id,
            "refunded_amount": each.refunded,
            "kept_amount": each.kept,
        },
        by=actor,
    )
