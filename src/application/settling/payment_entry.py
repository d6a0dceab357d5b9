"""What an answer of a provider changes in a payment itself, and the audit entry of that."""

from datetime import datetime

from src.application.ports.database import AuditEntry
from src.application.ports.payments import ProviderAnswer, ProviderState
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState


def copy_details(payment: Transaction, answer: ProviderAnswer) -> None:
    """Take over what the payer needs for the provider's page, and the provider's reference."""
    if payment.provider_reference in (None, answer.known_as):
        payment.provider_reference = answer.reference or payment.provider_reference
    if payment.status is TransactionStatus.PENDING:
        payment.client_secret = payment.client_secret or answer.client_secret
        payment.redirect_url = payment.redirect_url or answer.redirect_url


def require_seen(
    transaction: Transaction, seen: TransactionStatus | None, answer: ProviderAnswer
) -> None:
    """Raise InvalidState if it is not as somebody saw who says by hand what became of it.

    A provider says the same any number of times; of two people who say something, one was late.
    """
    if seen in (None, transaction.status):
        return
    is_success = answer.state is ProviderState.SUCCEEDED
    wanted = TransactionStatus.SUCCESS if is_success else TransactionStatus.FAILED
    raise InvalidState("transaction", transaction.status.value, wanted.value)


def note_unpaid(payment: Transaction, answer: ProviderAnswer, now: datetime) -> None:
    """Note that a pending payment has brought no money: not yet, or not at all."""
    if payment.status is not TransactionStatus.PENDING:
        return
    if answer.state is ProviderState.OPEN:
        payment.failure = answer.failure
    elif answer.state is ProviderState.FAILED:
        payment.fail(answer.failure or "The payment was not made.", now)


def payment_entry(payment: Transaction, before: Transaction, actor: Actor | None) -> AuditEntry:
    """The audit entry of a changed payment; `before` is a copy from before the change."""
    return AuditEntry(
        f"payment.{payment.status}",
        subject="transaction",
        subject_id=payment.id,
        before={"status": before.status},
        after={
            "status": payment.status,
            "provider": payment.provider,
            "failure": payment.failure,
            **_received(payment),
        },
        by=actor,
    )


def _received(payment: Transaction) -> dict[str, object]:
    """What came, where it is not what was asked for."""
    if payment.requested_amount is None:
        return {}
    return {"amount": payment.amount, "requested_amount": payment.requested_amount}
