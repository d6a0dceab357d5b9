"""Record that a failed refund was paid out another way."""

from dataclasses import dataclass
from decimal import Decimal

from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.payments import MANUAL
from src.application.settling.failed_refund import (
    AskAboutRefund,
    NotAskedYet,
    lock_failed_refund,
    replace_failed,
)
from src.application.settling.record_refund import book_refund
from src.application.settling.refund_intent import refund_entry, replacement_of
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, RefundExceedsPayment
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.shared.money import payable, with_decimals


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidOutCommand:
    """The failed refund, how it was paid out, and how much, by default all that is owed."""

    refund_id: int
    note: str
    amount: Decimal | None = None
    idempotency: IdempotentRequest | None = None


class RecordPaidOut:
    """Record that what is owed of a failed refund was paid out another way: in cash, by transfer.

    Authorization: as for sending it again. It is a refund through `manual` that is done, in the
    ledger and in the reports like any other. Refused with `invalid_state` unless the refund failed
    and some of it is owed, or if its provider has made it after all, which is recorded then;
    `refund_exceeds_payment` above what is owed; `provider_error` if the provider does not answer.
    Safe to repeat with the same `Idempotency-Key`.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, ask_about_refund: AskAboutRefund, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._ask_about_refund = ask_about_refund
        self._clock = clock

    async def execute(self, actor: Actor, command: PaidOutCommand) -> Outcome[Transaction]:
        try:
            return await self._record(actor, command, was_asked=False)
        except NotAskedYet:
            known = await self._ask_about_refund.execute(command.refund_id)
            if known.status is TransactionStatus.SUCCESS:
                why = f"{known.provider} has sent this refund back after all."
                raise InvalidState("transaction", known.status.value, "success", why) from None
            return await self._record(actor, command, was_asked=True)

    async def _record(
        self, actor: Actor, command: PaidOutCommand, *, was_asked: bool
    ) -> Outcome[Transaction]:
        async def effect() -> Transaction:
            return await self._pay_out(uow, actor, command, was_asked=was_asked)

        async with self._unit_of_work() as uow:
            return await once(uow, command.idempotency, Transaction, effect)

    async def _pay_out(
        self, uow: UnitOfWork, actor: Actor, command: PaidOutCommand, *, was_asked: bool
    ) -> Transaction:
        found = await lock_failed_refund(uow, actor, command.refund_id)
        failed = found.refund
        owed = min(failed.owed_amount, found.payment.refundable)
        amount, currency = owed, failed.currency
        if command.amount is not None:
            amount = payable(command.amount, currency, field="body.amount")
        if not owed or amount > owed:
            raise RefundExceedsPayment(
                requested=with_decimals(amount, currency), refundable=with_decimals(owed, currency)
            )
        if not was_asked:
            raise NotAskedYet
        now = self._clock()
        refund = replacement_of(failed, amount, provider=MANUAL)
        refund.note = command.note
        refund.succeed(now)
        # More than is left of the payment is owed to nobody.
        failed.take_over(failed.owed_amount if amount == owed else amount)
        await replace_failed(uow, failed, refund)
        await book_refund(uow, refund, now)
        await uow.audit.record([refund_entry(refund, actor)])
        return refund
