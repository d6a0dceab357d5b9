"""Send a failed refund again."""

from contextlib import suppress
from dataclasses import dataclass

from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import UnitOfWork, UnitOfWorkFactory
from src.application.settling.failed_refund import (
    AskAboutRefund,
    NotAskedYet,
    lock_failed_refund,
    replace_failed,
)
from src.application.settling.record_refund import SettleRefund
from src.application.settling.refund_intent import refund_entry, replacement_of
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import ProviderFailed, RefundExceedsPayment, Unavailable
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.transaction import TransactionRepository
from src.domain.shared.money import with_decimals


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryRefundCommand:
    """The failed refund to send again."""

    refund_id: int
    idempotency: IdempotentRequest | None = None


class RetryRefund:
    """Send a failed refund again: the amount that is still owed of it, for the same tickets.

    Authorization: the event's organizer, also where the order has events of others, organizers
    who own every line of the order, and admins. No ticket changes. The provider is asked for the
    failed refund first: one that it has made after all is recorded, and is the answer. Refused
    with `invalid_state` unless the refund failed and some of it is owed, or while the provider
    has not decided; `refund_exceeds_payment` if the payment has gone back otherwise;
    `provider_error` if the provider does not answer. Safe to repeat with the same
    `Idempotency-Key`.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        transactions: TransactionRepository,
        ask_about_refund: AskAboutRefund,
        settle_refund: SettleRefund,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._transactions = transactions
        self._ask_about_refund = ask_about_refund
        self._settle_refund = settle_refund

    async def execute(self, actor: Actor, command: RetryRefundCommand) -> Outcome[Transaction]:
        try:
            intent = await self._intend(actor, command, was_asked=False)
        except NotAskedYet:
            known = await self._ask_about_refund.execute(command.refund_id)
            if known.status is TransactionStatus.SUCCESS:
                return Outcome(known)
            intent = await self._intend(actor, command, was_asked=True)
        # The job retries a refund that fails here.
        with suppress(ProviderFailed, Unavailable):
            await self._settle_refund.execute(intent.result.id)
        return Outcome(await self._transactions.get(intent.result.id), intent.is_replayed)

    async def _intend(
        self, actor: Actor, command: RetryRefundCommand, *, was_asked: bool
    ) -> Outcome[Transaction]:
        async def effect() -> Transaction:
            return await _repeat(uow, actor, command.refund_id, was_asked=was_asked)

        async with self._unit_of_work() as uow:
            return await once(uow, command.idempotency, Transaction, effect)


async def _repeat(uow: UnitOfWork, actor: Actor, refund_id: int, *, was_asked: bool) -> Transaction:
    found = await lock_failed_refund(uow, actor, refund_id)
    failed, payment = found.refund, found.payment
    amount = min(failed.owed_amount, payment.refundable)
    if not amount:
        raise RefundExceedsPayment(
            requested=with_decimals(failed.owed_amount, failed.currency),
            refundable=with_decimals(payment.refundable, payment.currency),
        )
    if not was_asked:
        raise NotAskedYet
    refund = replacement_of(failed, amount, provider=failed.provider)
    failed.take_over(failed.owed_amount)
    await replace_failed(uow, failed, refund)
    await uow.audit.record([refund_entry(refund, actor)])
    return refund
