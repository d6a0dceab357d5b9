"""What a provider says of a dispute: recorded, its money booked, and its tickets ended if lost."""

from copy import deepcopy
from datetime import datetime
from decimal import Decimal
from uuid import uuid4

from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.selling.order_for_update import LockedOrder, lock_order, save_order
from src.application.settling.provider_events import note_once
from src.application.settling.record_refund import book_shortfalls
from src.application.settling.refund_intent import has_bought_tickets, limit_owed, only_event_of
from src.domain.entities.dispute import Dispute, DisputeReport, MoneyOfDispute
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.errors import Unavailable
from src.domain.services.dispute_bookkeeping import dispute_entries
from src.domain.services.taken_money import is_unpaid_now, void_unpaid_tickets
from src.domain.shared.money import ZERO

STATUSES = {
    MoneyOfDispute.HELD: TransactionStatus.PENDING,
    MoneyOfDispute.GONE: TransactionStatus.SUCCESS,
    MoneyOfDispute.KEPT: TransactionStatus.FAILED,
}
"""The status of the movement of money, by where it is now."""


class RecordDispute:
    """Records what providers say of disputes, in any order and any number of times.

    What the bank takes is booked at once, on the account `disputed`; it cannot be refunded while
    it is there. The tickets stay valid. Once a dispute is lost, the money is taken from what it had
    paid for, and the tickets that nobody has used end if nothing is left of what was paid for them.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(
        self, payment_id: int, report: DisputeReport, *, provider_event_id: str | None = None
    ) -> tuple[Dispute, bool]:
        """Record the report; the dispute, and whether that changed anything.

        Raises NotFound, Unavailable.
        """
        async with self._unit_of_work(touches=Touches(transaction_id=payment_id)) as uow:
            order_id = (await uow.transactions.get(payment_id)).order_id
            locked = await lock_order(uow, order_id)
            payment = await uow.transactions.get(payment_id)
            if not payment.is_paid:
                # That it was paid is still on its way.
                raise Unavailable()
            now = self._clock()
            known = await uow.disputes.by_reference(payment.provider, report.reference)
            dispute = known or _new(payment, report)
            is_new_event = await note_once(
                uow, payment, f"dispute.{report.status}", provider_event_id
            )
            before = deepcopy(known)
            dispute.follow(report, now)
            if not is_new_event or dispute == before:
                if is_new_event and provider_event_id is not None:
                    await uow.commit()
                return dispute, False
            await self._move(uow, locked, payment, dispute, now)
            await (uow.disputes.save(dispute) if known else uow.disputes.add(dispute))
            if before is None or before.is_open is not dispute.is_open:
                # Scanners without a network show it too.
                await uow.tickets.renew_on_door_lists(locked.order.id)
            await uow.audit.record([_entry(dispute, before, locked)])
            await uow.commit()
        return dispute, True

    async def _move(
        self,
        uow: UnitOfWork,
        locked: LockedOrder,
        payment: Transaction,
        dispute: Dispute,
        now: datetime,
    ) -> None:
        """Bring ledger, payment and tickets to where the money is now."""
        can_be_booked = dispute.currency == payment.currency
        money = dispute.money if can_be_booked else MoneyOfDispute.KEPT
        movement = await _movement(uow, locked, payment, dispute, money)
        if movement is None:
            return
        has_moved = (movement.status, movement.amount) != (STATUSES[money], dispute.amount)
        is_booked = dispute.transaction_id is not None
        dispute.transaction_id = movement.id
        if is_booked and not has_moved:
            return
        movement.dispute(dispute.amount, STATUSES[money], now)
        await uow.transactions.save(movement)
        booked = await uow.ledger.of_payment(payment.id)
        await uow.ledger.add(dispute_entries(locked.order, movement, booked, money, now))
        if money is not MoneyOfDispute.GONE:
            await book_shortfalls(uow, payment.id, now)
        payment.disputed_amount, payment.lost_amount = await _taken(uow, payment)
        await uow.transactions.save(payment)
        if money is MoneyOfDispute.GONE:
            await limit_owed(uow, [payment])
            await end_unpaid_tickets(uow, locked)


async def end_unpaid_tickets(uow: UnitOfWork, locked: LockedOrder) -> None:
    """End the tickets of an order of which nothing is paid any more. The order is locked."""
    payments = [
        known
        for known in await uow.transactions.of_order(locked.order.id)
        if known.is_paid and await has_bought_tickets(uow, known)
    ]
    if is_unpaid_now(payments):
        before = deepcopy(locked.order)
        void_unpaid_tickets(locked.order)
        await save_order(uow, locked.order, before, None)


async def _movement(
    uow: UnitOfWork,
    locked: LockedOrder,
    payment: Transaction,
    dispute: Dispute,
    money: MoneyOfDispute,
) -> Transaction | None:
    """The transaction of its money; None while there was never any."""
    if dispute.transaction_id is not None:
        return await uow.transactions.get(dispute.transaction_id)
    if money is MoneyOfDispute.KEPT:
        return None
    movement = Transaction(
        order_id=payment.order_id,
        kind=TransactionKind.DISPUTE,
        provider=payment.provider,
        amount=dispute.amount,
        currency=dispute.currency,
        idempotency_key=f"dispute-{uuid4().hex}",
        provider_reference=dispute.provider_reference,
        parent_id=payment.id,
        event_id=only_event_of(locked.order),
    )
    await uow.transactions.add([movement])
    return movement


async def _taken(uow: UnitOfWork, payment: Transaction) -> tuple[Decimal, Decimal]:
    """What banks have taken of the payment, and what of that the buyer has for good."""
    transactions = await uow.transactions.of_order(payment.order_id)
    taken = {
        status: sum(
            (
                known.amount
                for known in transactions
                if known.kind is TransactionKind.DISPUTE
                and (known.parent_id, known.status) == (payment.id, status)
            ),
            ZERO,
        )
        for status in (TransactionStatus.PENDING, TransactionStatus.SUCCESS)
    }
    lost = taken[TransactionStatus.SUCCESS]
    return taken[TransactionStatus.PENDING] + lost, lost


def _new(payment: Transaction, report: DisputeReport) -> Dispute:
    """An unsaved dispute, before its report is followed."""
    return Dispute(
        order_id=payment.order_id,
        payment_id=payment.id,
        provider=payment.provider,
        provider_reference=report.reference,
        status=report.status,
        reason=report.reason,
        amount=report.amount,
        currency=report.currency,
        opened_at=report.opened_at,
    )


def _entry(dispute: Dispute, before: Dispute | None, locked: LockedOrder) -> AuditEntry:
    return AuditEntry(
        f"dispute.{dispute.status}",
        subject="transaction",
        subject_id=dispute.payment_id,
        event_id=only_event_of(locked.order),
        before={"status": before.status, "is_taken": before.is_taken} if before else None,
        after={
            "status": dispute.status,
            "is_taken": dispute.is_taken,
            "amount": dispute.amount,
            "dispute_id": dispute.id,
        },
        by=None,
    )
