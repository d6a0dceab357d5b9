"""Rules of payments: webhooks in any order and amount, bank transfers, another way to pay."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from src.application.ports.payments import MANUAL, ProviderState
from src.application.use_cases.payment.set_manual_payment_status import (
    SetManualPaymentStatusCommand,
)
from src.application.use_cases.payment.start_payment import StartPaymentCommand
from src.domain.entities.transaction import Transaction, TransactionStatus
from src.domain.errors import InvalidSignature
from tests.support.concurrency.base_machine import CHOICES
from tests.support.concurrency.commerce.catalogue import UNITS
from tests.support.concurrency.commerce.machine import CRASH, CommerceMachine, Crash, part_of
from tests.support.payments import Kept

STORIES = ["plain", "plain", "twice", "stale", "forged"]
PROVIDERS = st.sampled_from([None, None, MANUAL])
SHARES = st.sampled_from([None, None, None, 1, 60, 99, 101, 250])
"""Per cent of what was asked for; None is all of it."""

OTHER_CURRENCY = "GBP"


class PayingRules(CommerceMachine):
    """Payers, their banks, the provider, and who notes what came by transfer."""

    @rule(order=CHOICES, provider=PROVIDERS, crash=CRASH)
    def start(self, order: int, provider: str | None, crash: Crash) -> None:
        self.arm(crash)
        if order_id := self.one_of("orders WHERE status <> 'confirmed'", order):
            self.start_payment(order_id, provider)

    @rule(
        payment=CHOICES,
        story=st.sampled_from(STORIES),
        share=SHARES,
        is_declined=st.booleans(),
        is_other_currency=st.sampled_from([False] * 7 + [True]),
        crash=CRASH,
    )
    def pay_and_send_webhook(
        self,
        payment: int,
        story: str,
        share: int | None,
        is_declined: bool,
        is_other_currency: bool,
        crash: Crash,
    ) -> None:
        self.arm(crash)
        known = self.known_at_provider("payment")
        if not known:
            return
        chosen, provider = known[-1 - payment % len(known)], self.world.provider
        old = provider.webhook(chosen)
        kept = provider.payments[chosen.idempotency_key]
        if kept.state is ProviderState.OPEN:
            if is_declined:
                provider.decline(chosen)
            else:
                self.pay(chosen, share, is_other_currency=is_other_currency)
        if story == "forged":
            with pytest.raises(InvalidSignature):
                self.world.run(self.receive(old[0], {"x-signature": "forged"}))
            return
        new = provider.webhook(chosen)
        for webhook_event in {"plain": [new], "twice": [new, new], "stale": [new, old]}[story]:
            self.attempt("webhook", self.receive(*webhook_event))

    @rule(share=SHARES, is_on_its_way=st.booleans())
    def pay_and_lose_the_webhook(self, share: int | None, is_on_its_way: bool) -> None:
        for payment, kept in reversed(self.open_at_provider()):
            if is_on_its_way and not kept.is_on_its_way:
                self.world.provider.send(payment)
            else:
                self.pay(payment, share, is_other_currency=False)
            return

    @rule(payment=CHOICES, share=SHARES, has_failed=st.sampled_from([False] * 4 + [True]))
    def note_bank_transfer(self, payment: int, share: int | None, has_failed: bool) -> None:
        source = "transactions WHERE provider = 'manual' AND status IN ('pending', 'failed')"
        if transaction_id := self.one_of(source, payment):
            known = self.world.transaction(transaction_id)
            amount = None
            if known.is_payment and share is not None and not has_failed:
                amount = part_of(known.amount, share, known.currency)
            status = TransactionStatus.FAILED if has_failed else TransactionStatus.SUCCESS
            command = SetManualPaymentStatusCommand(transaction_id, status, amount)
            note = self.use_cases.set_manual_payment_status().execute(self.world.admin, command)
            name = "note_part" if amount is not None else "note_transfer"
            self.attempt(name, note)

    @rule(order=CHOICES, share=SHARES, rest=SHARES, crash=CRASH)
    def pay_by_bank_transfer(
        self, order: int, share: int | None, rest: int | None, crash: Crash
    ) -> None:
        """A transfer, perhaps too small; then perhaps another."""
        order_id = self.one_of("orders WHERE status = 'pending'", order)
        if order_id is None or not self.start_payment(order_id, MANUAL):
            return
        self.note_bank_transfer(0, share, has_failed=False)
        self.arm(crash)
        self.note_bank_transfer(0, rest, has_failed=False)

    @rule(payment=CHOICES, is_buyer=st.booleans(), provider=PROVIDERS, crash=CRASH)
    def give_up_payment(
        self, payment: int, is_buyer: bool, provider: str | None, crash: Crash
    ) -> None:
        """And pay another way."""
        self.arm(crash)
        source = "transactions WHERE kind = 'payment' AND status = 'pending'"
        payment_id = self.one_of(source, payment) or self.one_of("transactions", payment)
        if payment_id is None:
            return
        order_id = self.world.transaction(payment_id).order_id
        (row,) = self.world.fetch("SELECT user_id FROM orders WHERE id = $1", order_id)
        buyers = {actor.id: actor for actor in self.world.buyers}
        actor = buyers.get(row["user_id"], self.world.admin) if is_buyer else self.world.admin
        give_up = self.use_cases.give_up_payment().execute(actor, payment_id)
        if self.attempt("give_up", give_up):
            self.start_payment(order_id, provider)

    def start_payment(self, order_id: int, provider: str | None) -> Transaction | None:
        """The payment that the order has now, if that was not refused."""
        command = StartPaymentCommand(order_id=order_id, provider=provider)
        start = self.use_cases.start_payment().execute(self.world.admin, command)
        name = "start" if provider is None else "start_transfer"
        for outcome in self.attempt(name, start):
            payment: Transaction = outcome.result
            return payment
        return None

    def report(self, transaction: Transaction) -> None:
        """Let the provider report what it has of a transaction."""
        self.attempt("webhook", self.receive(*self.world.provider.webhook(transaction)))

    def receive(self, body: bytes, headers: dict[str, str]) -> Any:
        return self.use_cases.handle_webhook().execute("scripted", body, headers)

    def pay(self, payment: Transaction, share: int | None, *, is_other_currency: bool) -> None:
        """Pay it at the provider, or another amount, or in another currency."""
        kept = self.world.provider.payments[payment.idempotency_key]
        amount: Decimal | None = None
        if share is not None:
            amount = part_of(kept.amount, share, kept.currency)
        if is_other_currency:
            kept.currency = OTHER_CURRENCY
            amount = part_of(kept.amount, 100, OTHER_CURRENCY)
        self.world.provider.pay(payment, amount)

    def open_at_provider(self) -> list[tuple[Transaction, Kept]]:
        """The payments that nobody has paid or declined yet, the oldest first."""
        found = [
            (payment, self.world.provider.payments[payment.idempotency_key])
            for payment in self.known_at_provider("payment")
        ]
        return [(payment, kept) for payment, kept in found if kept.state is ProviderState.OPEN]


assert OTHER_CURRENCY not in UNITS
