"""Set the status of a manual payment or refund."""

from src.application.access import require_admin
from src.application.ports.payments import MANUAL, ProviderAnswer, ProviderState
from src.application.settling.record_payment import RecordPayment
from src.application.settling.record_refund import RecordRefund
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, ValidationFailed
from src.domain.repositories.transaction import TransactionRepository

STATES = {
    TransactionStatus.SUCCESS: ProviderState.SUCCEEDED,
    TransactionStatus.FAILED: ProviderState.FAILED,
}


class SetManualPaymentStatus:
    """Record that a manual payment or refund succeeded or failed.

    Authorization: admins. Refused with `invalid_state` for providers other than `manual` (box
    office, bank transfer) and for settled transactions, but that a refund which succeeded may
    still come back: it is set to failed. A successful payment confirms its order like any payment.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        record_payment: RecordPayment,
        record_refund: RecordRefund,
    ) -> None:
        self._transactions = transactions
        self._record_payment = record_payment
        self._record_refund = record_refund

    async def execute(
        self, actor: Actor, transaction_id: int, status: TransactionStatus
    ) -> Transaction:
        require_admin(actor)
        transaction = await self._transactions.get(transaction_id)
        if status not in STATES:
            raise ValidationFailed("body.status", "The status must be success or failed.")
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
        answer = ProviderAnswer(reference=None, state=STATES[status])
        if not transaction.is_payment:
            refund, _ = await self._record_refund.execute(transaction_id, answer, actor=actor)
            return refund
        return (await self._record_payment.execute(transaction_id, answer, actor=actor)).payment
