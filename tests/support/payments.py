"""A payment provider that does what a test says: the port in memory, with crashes on demand."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import TypeVar

from src.application.ports.payments import (
    AnyEvent,
    DisputeEvent,
    PaymentOrder,
    PaymentProviders,
    PayoutEvent,
    ProviderAnswer,
    ProviderDispute,
    ProviderRefund,
    ProviderState,
    WebhookEvent,
)
from src.domain.entities.dispute import DisputeReport, DisputeStatus
from src.domain.entities.transaction import Transaction, TransactionKind
from src.domain.errors import InvalidSignature, ProviderFailed
from src.domain.shared.money import ZERO, is_payable

SIGNATURE = "scripted-signature"
OPENED_AT = datetime(2030, 5, 1, 12, tzinfo=UTC)

Answer = TypeVar("Answer")


@dataclass
class Kept:
    """A payment or refund as the provider has it. `parent` is the payment's idempotency key."""

    transaction_id: int | None
    kind: TransactionKind
    reference: str
    amount: Decimal
    currency: str
    state: ProviderState = ProviderState.OPEN
    failure: str | None = None
    parent: str | None = None
    is_on_its_way: bool = False


class ScriptedProvider:
    """Implements `PaymentProvider`: `payments` and `refunds` are its records, by idempotency key.

    A payment stays open until the test says `pay` or `decline`; a refund becomes
    `refund_state` at once (over-refunds fail). `calls` are the methods called, each with the
    id of the transaction, and `during` is awaited in the middle of each.
    """

    def __init__(self, name: str = "scripted") -> None:
        self.name = name
        self._numbers = count(1)
        self.reset()

    def reset(self) -> None:
        """Forget everything, as if nothing had been asked or scripted; numbers go on."""
        self.payments: dict[str, Kept] = {}
        self.refunds: dict[str, Kept] = {}
        self.disputes: dict[str, ProviderDispute] = {}
        self.least_amounts: dict[str, Decimal] = {}
        self.refund_state = ProviderState.SUCCEEDED
        self.calls: list[tuple[str, int]] = []
        self.during: Callable[[str], Awaitable[None]] | None = None
        self._fails_after_effect: dict[str, list[bool]] = {}

    def as_providers(self) -> PaymentProviders:
        """This provider alone, enabled and the default."""
        return PaymentProviders({self.name: self}, self.name)

    def fail_next(self, method: str, *, is_done: bool = False) -> None:
        """Let the next call of `method` raise ProviderFailed, before or after it took effect."""
        self._fails_after_effect.setdefault(method, []).append(is_done)

    def forget_failures(self) -> None:
        """Let nothing that was scripted fail any more."""
        self._fails_after_effect.clear()

    def pay(self, payment: Transaction, amount: Decimal | None = None) -> None:
        """The payer pays it: all of it, or another amount."""
        kept = self.payments[payment.idempotency_key]
        kept.state = ProviderState.SUCCEEDED
        kept.failure = None
        kept.amount = kept.amount if amount is None else amount

    def send(self, payment: Transaction) -> None:
        """The payer makes it, and its money takes days."""
        self.payments[payment.idempotency_key].is_on_its_way = True

    def decline(
        self, payment: Transaction, why: str = "The card was declined.", *, is_final: bool = True
    ) -> None:
        """The payer cannot pay it: for ever, or with this card."""
        kept = self.payments[payment.idempotency_key]
        kept.state = ProviderState.FAILED if is_final else ProviderState.OPEN
        kept.failure = why

    def settle_refund(
        self, refund: Transaction, state: ProviderState = ProviderState.SUCCEEDED
    ) -> None:
        """A refund that was open becomes this."""
        self.refunds[refund.idempotency_key].state = state

    def dispute(
        self,
        payment: Transaction,
        status: DisputeStatus = DisputeStatus.NEEDS_RESPONSE,
        *,
        is_taken: bool | None = None,
        amount: Decimal | None = None,
        reference: str | None = None,
    ) -> str:
        """The payer's bank asks for the money: a new dispute, or one that becomes this.

        The money is taken unless it is an inquiry, or was won. Returns its reference.
        """
        kept = self.payments[payment.idempotency_key]
        reference = reference or f"{self.name}_dispute_{next(self._numbers)}"
        kept_safe = (DisputeStatus.WARNING, DisputeStatus.WON, DisputeStatus.CLOSED)
        report = DisputeReport(
            reference=reference,
            status=status,
            reason="product_not_received",
            amount=kept.amount if amount is None else amount,
            currency=kept.currency,
            evidence_due_by=OPENED_AT + timedelta(days=7),
            is_taken=status not in kept_safe if is_taken is None else is_taken,
            opened_at=OPENED_AT,
        )
        dispute = ProviderDispute(report=report, payment_reference=kept.reference)
        self.disputes[reference] = dispute
        return reference

    def dispute_webhook(
        self, reference: str, event_id: str | None = None
    ) -> tuple[bytes, dict[str, str]]:
        """The webhook that something happened to a dispute: body and headers."""
        fields = {
            "event_id": event_id or f"evt_{next(self._numbers)}",
            "kind": TransactionKind.DISPUTE,
            "reference": reference,
        }
        return json.dumps(fields).encode(), {"x-signature": SIGNATURE}

    def webhook(
        self, transaction: Transaction, event_id: str | None = None, **changes: object
    ) -> tuple[bytes, dict[str, str]]:
        """The webhook that reports its state: body and headers.

        `changes` replace members of it (`state`, `amount`, `currency`, `reference`,
        `transaction_id`, …), as a late or a forged one would.
        """
        kept = self._records(transaction)[transaction.idempotency_key]
        fields = {
            "event_id": event_id or f"evt_{next(self._numbers)}",
            "kind": kept.kind,
            "transaction_id": kept.transaction_id,
            "reference": kept.reference,
            "state": kept.state,
            "amount": str(kept.amount),
            "currency": kept.currency,
            "failure": kept.failure,
            **changes,
        }
        return json.dumps(fields, default=str).encode(), {"x-signature": SIGNATURE}

    def least(self, currency: str) -> Decimal | None:
        return self.least_amounts.get(currency)

    async def start(self, payment: PaymentOrder) -> ProviderAnswer:
        return await self._call("start", payment.transaction, self._start)

    async def find(self, payment: Transaction) -> ProviderAnswer | None:
        return await self._call("find", payment, self._find)

    async def cancel(self, payment: Transaction) -> ProviderAnswer | None:
        return await self._call("cancel", payment, self._cancel)

    async def refund(self, refund: Transaction, payment: Transaction) -> ProviderAnswer:
        return await self._call("refund", refund, lambda refund: self._refund(refund, payment))

    async def find_refund(self, refund: Transaction) -> ProviderAnswer | None:
        return await self._call("find_refund", refund, self._find_refund)

    def refund_outside(self, payment: Transaction, amount: Decimal) -> str:
        """Somebody refunds so much in the provider's dashboard; its reference."""
        reference = f"{self.name}_refund_{next(self._numbers)}"
        self.refunds[f"outside-{reference}"] = Kept(
            transaction_id=None,
            kind=TransactionKind.REFUND,
            reference=reference,
            amount=amount,
            currency=self.payments[payment.idempotency_key].currency,
            state=self.refund_state,
            parent=payment.idempotency_key,
        )
        return reference

    def left_of(self, payment: Transaction) -> Decimal:
        """What can still be refunded of a payment."""
        paid = self.payments[payment.idempotency_key]
        if paid.state is not ProviderState.SUCCEEDED:
            return ZERO
        gone = self._refunded(payment.idempotency_key, open_too=True)
        return max(paid.amount - gone - self._taken(paid.reference), ZERO)

    def outside_webhook(
        self, reference: str, event_id: str | None = None
    ) -> tuple[bytes, dict[str, str]]:
        """The webhook of a refund that was made in the dashboard: body and headers."""
        made = next(kept for kept in self.refunds.values() if kept.reference == reference)
        fields = {
            "event_id": event_id or f"evt_{next(self._numbers)}",
            "kind": made.kind,
            "transaction_id": None,
            "reference": reference,
            "state": made.state,
            "amount": str(made.amount),
            "currency": made.currency,
            "failure": made.failure,
            "payment_reference": self.payments[made.parent or ""].reference,
        }
        return json.dumps(fields, default=str).encode(), {"x-signature": SIGNATURE}

    async def refunds_since(self, since: datetime) -> AsyncIterator[ProviderRefund]:
        self.fail_if_scripted("refunds_since")
        for key, made in list(self.refunds.items()):
            parent = self.payments.get(made.parent or "")
            yield ProviderRefund(
                answer=self._answer(made),
                payment_reference=parent.reference if parent else None,
                transaction_id=made.transaction_id,
                idempotency_key=key,
            )

    async def find_dispute(self, reference: str) -> ProviderDispute | None:
        self.fail_if_scripted("find_dispute")
        return self.disputes.get(reference)

    async def disputes_since(self, since: datetime) -> AsyncIterator[ProviderDispute]:
        self.fail_if_scripted("disputes_since")
        for dispute in list(self.disputes.values()):
            yield dispute

    def fail_if_scripted(self, method: str) -> None:
        """Raise ProviderFailed if the next call of `method` was scripted to fail."""
        if self._fails_after_effect.get(method):
            self._fails_after_effect[method].pop(0)
            raise ProviderFailed(self.name)

    async def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> AnyEvent | None:
        if headers.get("x-signature") != SIGNATURE:
            raise InvalidSignature
        fields = json.loads(body)
        if "kind" not in fields:
            return None
        if fields["kind"] == "payout":
            return PayoutEvent(id=fields["event_id"], reference=fields["reference"])
        if fields["kind"] == TransactionKind.DISPUTE:
            return DisputeEvent(
                id=fields["event_id"], reference=fields["reference"], payment_reference=None
            )
        return WebhookEvent(
            id=fields["event_id"],
            kind=TransactionKind(fields["kind"]),
            transaction_id=fields["transaction_id"],
            answer=ProviderAnswer(
                reference=fields["reference"],
                state=ProviderState(fields["state"]),
                amount=None if fields["amount"] is None else Decimal(fields["amount"]),
                currency=fields["currency"],
                failure=fields["failure"],
            ),
            payment_reference=fields.get("payment_reference"),
        )

    async def _call(
        self, method: str, transaction: Transaction, work: Callable[[Transaction], Answer]
    ) -> Answer:
        self.calls.append((method, transaction.id))
        failures = self._fails_after_effect.get(method)
        is_done = failures.pop(0) if failures else None
        if is_done is False:
            raise ProviderFailed(self.name)
        if self.during is not None:
            await self.during(method)
        answer = work(transaction)
        if is_done:
            raise ProviderFailed(self.name)
        return answer

    def _start(self, payment: Transaction) -> ProviderAnswer:
        has_units = is_payable(payment.amount, payment.currency)
        kept = self._keep(payment, ProviderState.OPEN if has_units else ProviderState.FAILED)
        return replace(
            self._answer(kept),
            client_secret=f"{kept.reference}_secret",
            redirect_url=f"https://pay.example/{kept.reference}",
        )

    def _cancel(self, payment: Transaction) -> ProviderAnswer | None:
        kept = self.payments.get(payment.idempotency_key)
        if kept and kept.state is ProviderState.OPEN and not kept.is_on_its_way:
            kept.state = ProviderState.FAILED
        return self._find(payment)

    def _refund(self, refund: Transaction, payment: Transaction) -> ProviderAnswer:
        is_new = refund.idempotency_key not in self.refunds
        left = self.left_of(payment)
        has_units = is_payable(refund.amount, refund.currency) or refund.amount == left
        is_possible = refund.amount <= left and has_units
        state = self.refund_state if is_possible else ProviderState.FAILED
        kept = self._keep(refund, state, parent=payment.idempotency_key)
        if is_new and not is_possible:
            kept.failure = "The refund is more than is left of the payment."
        return self._answer(kept)

    def _records(self, transaction: Transaction) -> dict[str, Kept]:
        return self.payments if transaction.is_payment else self.refunds

    def _keep(
        self, transaction: Transaction, state: ProviderState, parent: str | None = None
    ) -> Kept:
        records = self._records(transaction)
        new = Kept(
            transaction_id=transaction.id,
            kind=transaction.kind,
            reference=f"{self.name}_{transaction.kind}_{next(self._numbers)}",
            amount=transaction.amount,
            currency=transaction.currency,
            state=state,
            parent=parent,
        )
        kept = records.setdefault(transaction.idempotency_key, new)
        if (kept.transaction_id, kept.currency) != (transaction.id, transaction.currency):
            raise ProviderFailed(self.name)
        return kept

    def _find(self, transaction: Transaction) -> ProviderAnswer | None:
        kept = self._records(transaction).get(transaction.idempotency_key)
        return None if kept is None else self._answer(kept)

    def _find_refund(self, refund: Transaction) -> ProviderAnswer | None:
        named = (
            kept
            for kept in self.refunds.values()
            if refund.provider_reference is not None and kept.reference == refund.provider_reference
        )
        kept = next(named, self.refunds.get(refund.idempotency_key))
        return None if kept is None else self._answer(kept)

    def _answer(self, kept: Kept) -> ProviderAnswer:
        key = next((key for key, payment in self.payments.items() if payment is kept), None)
        return ProviderAnswer(
            reference=kept.reference,
            state=kept.state,
            amount=kept.amount,
            currency=kept.currency,
            failure=kept.failure,
            is_on_its_way=kept.is_on_its_way and kept.state is ProviderState.OPEN,
            refunded_amount=None if key is None else self._refunded(key, open_too=False),
        )

    def _taken(self, reference: str) -> Decimal:
        """What banks have of a payment now, which cannot be refunded."""
        return sum(
            (
                dispute.report.amount
                for dispute in self.disputes.values()
                if dispute.payment_reference == reference and dispute.report.is_taken
            ),
            ZERO,
        )

    def _refunded(self, key: str, *, open_too: bool) -> Decimal:
        counted = {ProviderState.SUCCEEDED} | ({ProviderState.OPEN} if open_too else set())
        refunds = self.refunds.values()
        return sum(
            (
                refund.amount
                for refund in refunds
                if refund.parent == key and refund.state in counted
            ),
            ZERO,
        )


PAYMENT = Transaction(
    id=1,
    order_id=7,
    kind=TransactionKind.PAYMENT,
    provider="scripted",
    amount=Decimal("50.00"),
    currency="USD",
    idempotency_key="key-1",
)


REFUND = replace(
    PAYMENT, id=2, kind=TransactionKind.REFUND, idempotency_key="key-2", amount=Decimal("30.00")
)


ORDER = PaymentOrder(transaction=PAYMENT, order_reference="ORD-1", expires_at=None)
