"""Set the status of a manual payment or refund."""

from dataclasses import dataclass
from decimal import Decimal

from src.application.access import require_organizer_role
from src.application.ports.payments import MANUAL, ProviderAnswer, ProviderState
from src.application.selling.order_for_update import manages_all
from src.application.settling.record_payment import RecordPayment
from src.application.settling.record_refund import RecordRefund
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound, ValidationFailed
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.transaction import TransactionRepository
from src.domain.shared.money import is_payable, too_fine

STATES = {
    TransactionStatus.SUCCESS: ProviderState.SUCCEEDED,
    TransactionStatus.FAILED: ProviderState.FAILED,
}


@dataclass(frozen=True, slots=True)
class SetManualPaymentStatusCommand:
    """What became of a transaction; `amount_received` is what came, if not what was asked for."""

    transaction_id: int
    status: TransactionStatus
    amount_received: Decimal | None = None


class SetManualPaymentStatus:
    """Record that a manual payment or refund succeeded or failed.

    Authorization: organizers who own every line of its order, and admins. Refused with
    `invalid_state` for providers other than `manual` (box office, bank transfer) and for settled
    transactions, but that a refund which succeeded may still come back: it is set to failed. A
    refund that failed can have succeeded, unless it was sent again or paid out another way since. A
    successful payment confirms its order like any payment. Of a payment `amount_received` says
    what came: too much confirms the order, and the surplus is to be paid back; too little is kept
    while the order waits, and a payment of the rest is begun.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        orders: OrderRepository,
        events: EventRepository,
        record_payment: RecordPayment,
        record_refund: RecordRefund,
    ) -> None:
        self._transactions = transactions
        self._orders = orders
        self._events = events
        self._record_payment = record_payment
        self._record_refund = record_refund

    async def execute(self, actor: Actor, command: SetManualPaymentStatusCommand) -> Transaction:
        require_organizer_role(actor)
        transaction = await self._transactions.get(command.transaction_id)
        await self._require_manager(actor, transaction)
        _require_possible(transaction, command)
        answer = ProviderAnswer(
            reference=None,
            state=STATES[command.status],
            amount=command.amount_received,
            currency=transaction.currency,
        )
        # Of two who record it at once, the second hears that it is settled.
        if not transaction.is_payment:
            refund, _ = await self._record_refund.execute(
                transaction.id, answer, actor=actor, seen=transaction.status
            )
            return refund
        recorded = await self._record_payment.execute(
            transaction.id, answer, actor=actor, seen=transaction.status
        )
        return recorded.payment

    async def _require_manager(self, actor: Actor, transaction: Transaction) -> None:
        if actor.is_admin:
            return
        order = await self._orders.get_any(transaction.order_id)
        events = await self._events.by_ids(order.event_ids)
        if not manages_all(actor, list(events.values())):
            raise NotFound("transaction", transaction.id)


def _require_possible(transaction: Transaction, command: SetManualPaymentStatusCommand) -> None:
    status, amount = command.status, command.amount_received
    if status not in STATES:
        raise ValidationFailed("body.status", "The status must be success or failed.")
    if amount is not None and not (transaction.is_payment and status is TransactionStatus.SUCCESS):
        message = "An amount is received with a payment that succeeded."
        raise ValidationFailed("body.amount_received", message)
    if amount is not None and not is_payable(amount, transaction.currency):
        message = too_fine(amount, transaction.currency)
        raise ValidationFailed("body.amount_received", message)
    if transaction.provider != MANUAL:
        why = f"The provider ({transaction.provider}) says what becomes of this transaction."
        raise InvalidState("transaction", transaction.status.value, status.value, why)
    # A payment that was recorded as failed can still arrive.
    is_open = transaction.status is TransactionStatus.PENDING
    is_late_success = (transaction.status, status) == (
        TransactionStatus.FAILED,
        TransactionStatus.SUCCESS,
    )
    has_come_back = not transaction.is_payment and (transaction.status, status) == (
        TransactionStatus.SUCCESS,
        TransactionStatus.FAILED,
    )
    if not is_open and not is_late_success and not has_come_back:
        raise InvalidState("transaction", transaction.status.value, status.value)
