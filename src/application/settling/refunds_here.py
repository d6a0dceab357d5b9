"""Which refund or payment of ours a refund at a provider is, or is of."""

from contextlib import suppress

from src.application.ports.payments import ProviderRefund
from src.domain.entities.transaction import Transaction, TransactionKind
from src.domain.errors import NotFound
from src.domain.repositories.transaction import TransactionRepository


async def find_refund_here(
    transactions: TransactionRepository, provider: str, found: ProviderRefund
) -> Transaction | None:
    """The refund by its reference there, or by the id and the key that it was asked for with.

    Another database's refund can have the same id, and its key is another.
    """
    if found.answer.reference is not None:
        known = await transactions.by_reference(
            provider, TransactionKind.REFUND, found.answer.reference
        )
        if known is not None:
            return known
    if found.transaction_id is not None:
        with suppress(NotFound):
            named = await transactions.get(found.transaction_id)
            if (named.provider, named.idempotency_key) == (provider, found.idempotency_key):
                return named
    return None


async def find_payment_here(
    transactions: TransactionRepository, provider: str, found: ProviderRefund
) -> Transaction | None:
    """The payment that it is of."""
    if found.payment_reference is None:
        return None
    return await transactions.by_reference(
        provider, TransactionKind.PAYMENT, found.payment_reference
    )
