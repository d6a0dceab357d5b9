"""Refund a payment."""

from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal

from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import Touches, UnitOfWork, UnitOfWorkFactory
from src.application.selling.order_for_update import (
    LockedOrder,
    lock_order,
    manages_all,
    require_order_party,
    save_order,
)
from src.application.settling.record_refund import SettleRefund
from src.application.settling.refund_intent import (
    add_refunds,
    has_bought_tickets,
    only_event_of,
    payments_of_tickets,
    refund_entry,
    refund_intent,
    take_over_failed,
)
from src.domain.entities.booking import BookingStatus
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
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.transaction import TransactionRepository
from src.domain.shared.money import ZERO, payable, with_decimals


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundCommand:
    """The refund to make; `amount` defaults to all that can still be refunded."""

    transaction_id: int
    amount: Decimal | None = None
    reason: str | None = None
    idempotency: IdempotentRequest | None = None


class RefundPayment:
    """Refund a payment in full or in part.

    Authorization: organizers who own every line of its order, and admins. Refused with
    `refund_exceeds_payment` above the refundable amount, `invalid_state` if the payment did not
    succeed or the amount includes the price of a used ticket, `validation_failed` for a part of a
    smallest unit, unless it is all that is left. Refunds that add up to the whole
    payment refund every booking of the order and cancel it; a partial refund changes no ticket.
    The refund is `pending` until the provider has made it, and is retried until then. Safe to
    repeat with the same `Idempotency-Key`.
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
        async with self._unit_of_work(
            touches=Touches(transaction_id=command.transaction_id)
        ) as uow:
            intent = await once(
                uow, command.idempotency, Transaction, lambda: self._intend(uow, actor, command)
            )
        # The job retries a refund that fails here.
        with suppress(ProviderFailed, Unavailable):
            await self._settle_refund.execute(intent.result.id)
        return Outcome(await self._transactions.get(intent.result.id), intent.is_replayed)

    async def _intend(self, uow: UnitOfWork, actor: Actor, command: RefundCommand) -> Transaction:
        order_id = (await uow.transactions.get(command.transaction_id)).order_id
        locked = await lock_order(uow, order_id)
        order, before = locked.order, deepcopy(locked.order)
        _require_may_refund(actor, locked, command.transaction_id)
        payment = await uow.transactions.get(command.transaction_id)
        if not payment.is_paid:
            raise InvalidState("transaction", payment.status.value, "refunded")
        amount = payment.refundable if command.amount is None else command.amount
        if amount != payment.refundable:
            amount = payable(amount, payment.currency, field="body.amount")
        has_tickets = await has_bought_tickets(uow, payment)
        # An order can be paid in parts: what else was paid for its tickets and is not going back.
        kept = await _kept_otherwise(uow, order, payment) if has_tickets else ZERO
        _require_refundable(payment, amount, _used(order) if has_tickets else [], kept=kept)
        if has_tickets and amount == payment.refundable and not kept:
            for booking in order.current_bookings:
                if booking.status is BookingStatus.CONFIRMED:
                    booking.refund()
            order.sync_status()
        refund = refund_intent(
            payment, amount, reason=command.reason, event_id=only_event_of(order)
        )
        transactions = await uow.transactions.of_order(order.id)
        booked = await uow.ledger.of_payment(payment.id)
        for failed in take_over_failed(transactions, refund, payment, order, booked):
            await uow.transactions.save(failed)
        await add_refunds(uow, [refund])
        await save_order(uow, order, before, actor)
        await uow.audit.record([refund_entry(refund, actor)])
        return refund


def _require_may_refund(actor: Actor, locked: LockedOrder, transaction_id: int) -> None:
    events = list(locked.events.values())
    try:
        require_order_party(actor, locked.order, events)
    except NotFound:
        raise NotFound("transaction", transaction_id) from None
    if not manages_all(actor, events):
        raise Forbidden("Only the organizer of all its events or an administrator can refund.")


async def _kept_otherwise(uow: UnitOfWork, order: Order, payment: Transaction) -> Decimal:
    """What other payments paid for the order's tickets and can still be refunded."""
    others = (known for known in await payments_of_tickets(uow, order) if known.id != payment.id)
    return sum((other.refundable for other in others), ZERO)


def _require_refundable(
    payment: Transaction, amount: Decimal, used: list[Ticket], *, kept: Decimal
) -> None:
    if not payment.refundable or amount > payment.refundable:
        raise RefundExceedsPayment(
            requested=with_decimals(amount, payment.currency),
            refundable=with_decimals(payment.refundable, payment.currency),
        )
    used_amount = sum((ticket.price for ticket in used), ZERO)
    if used and amount > payment.refundable + kept - used_amount:
        why = f"Ticket {used[0].ticket_code} was used: what was paid for it cannot be refunded."
        raise InvalidState("transaction", payment.status.value, "refunded", why)


def _used(order: Order) -> list[Ticket]:
    return [
        ticket
        for booking in order.current_bookings
        for ticket in booking.tickets
        if ticket.status is TicketStatus.USED
    ]
