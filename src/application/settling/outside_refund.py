"""Refunds that nobody here asked for: made in the provider's dashboard, and recorded here."""

from src.application.ports.database import Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.ports.payments import ProviderRefund, ProviderState
from src.application.selling.order_for_update import LockedOrder, lock_order
from src.application.settling.provider_events import note_once
from src.application.settling.record_dispute import end_unpaid_tickets
from src.application.settling.record_refund import book_refund
from src.application.settling.refund_intent import (
    add_refunds,
    only_event_of,
    refund_entry,
    refund_intent,
)
from src.domain.entities.transaction import Transaction, TransactionKind
from src.domain.errors import Unavailable

MADE_THERE = "It was refunded at the provider."


class RecordOutsideRefund:
    """Records refunds that were made in the provider's dashboard, each once.

    It is booked like any other, and if nothing is left of what was paid for the order, the tickets
    that nobody has used end.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self, payment_id: int, found: ProviderRefund, *, provider_event_id: str | None = None
    ) -> Transaction | None:
        """Record it; the refund, None if it cannot be one of this payment (now).

        It cannot while a refund of ours is under way for the same money: that one fails first.
        One that failed has changed nothing. Raises NotFound, Unavailable.
        """
        answer = found.answer
        if answer.reference is None or answer.state is ProviderState.FAILED:
            return None
        async with self._unit_of_work(touches=Touches(transaction_id=payment_id)) as uow:
            order_id = (await uow.transactions.get(payment_id)).order_id
            locked = await lock_order(uow, order_id)
            payment = await uow.transactions.get(payment_id)
            if not payment.is_paid:
                # That it was paid is still on its way.
                raise Unavailable()
            known = await uow.transactions.by_reference(
                payment.provider, TransactionKind.REFUND, answer.reference
            )
            if known is not None:
                return known
            refund = await self._add(uow, locked, payment, found)
            if refund is None:
                return None
            await note_once(uow, refund, answer.state, provider_event_id)
            await end_unpaid_tickets(uow, locked)
            await uow.audit.record([refund_entry(refund, None)])
            await uow.commit()
        return refund

    async def _add(
        self, uow: UnitOfWork, locked: LockedOrder, payment: Transaction, found: ProviderRefund
    ) -> Transaction | None:
        answer, now = found.answer, self._clock()
        amount = answer.amount
        is_possible = amount is not None and 0 < amount <= payment.amount - payment.refunded_amount
        if amount is None or not is_possible or answer.currency != payment.currency:
            return None
        event_id = only_event_of(locked.order)
        refund = refund_intent(payment, amount, reason=MADE_THERE, event_id=event_id)
        await add_refunds(uow, [refund])
        refund.provider_reference = answer.reference
        if answer.state is ProviderState.SUCCEEDED:
            refund.succeed(now)
        await uow.transactions.save(refund)
        if answer.state is ProviderState.SUCCEEDED:
            await book_refund(uow, refund, now)
        return refund
