"""Reconcile payments and tickets."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from operator import attrgetter

from src.application.access import require_admin
from src.application.concurrency.for_each import ForEach, in_steps
from src.application.ports.database import Clock
from src.application.ports.payments import (
    MANUAL,
    PaymentOrder,
    PaymentProvider,
    PaymentProviders,
    ProviderAnswer,
    ProviderState,
)
from src.application.ports.reports import DiscrepancyReader
from src.application.settling.complete_orders import CompleteOrders
from src.application.settling.record_payment import SettlePayment
from src.application.settling.record_refund import SettleRefund
from src.application.settling.refund_cancelled_events import RefundCancelledEvents
from src.application.settling.settle_orders import SettleOrders
from src.application.use_cases.payment.compare_disputes import CompareDisputes
from src.application.use_cases.payment.compare_refunds import CompareRefunds
from src.application.use_cases.payment.findings import Finding, failures_of, in_words, look_at
from src.application.use_cases.payout.follow_accounts import FollowAccounts
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import ProviderFailed
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.transaction import TransactionRepository
from src.domain.shared.money import ZERO, written

LEFT_ALONE = timedelta(seconds=30)
"""How long a payment is left to its request and webhook."""

COMPARED = timedelta(days=7)
"""The age up to which settled payments are compared with their provider."""

STEP = 100

NOT_IN_TIME = "The money did not come in time."


class Reconcile:
    """Compare providers, transactions, orders, bookings and stock, and repair discrepancies.

    Authorization: admins. With `dry_run` nothing is changed. The outcome of pending payments is
    read from their provider; pending payments of ended orders are cancelled there, or refunded if
    they were paid; pending refunds are continued. Discrepancies that cannot be repaired
    automatically are reported.
    """

    def __init__(
        self,
        orders: OrderRepository,
        transactions: TransactionRepository,
        discrepancies: DiscrepancyReader,
        providers: PaymentProviders,
        settle_payment: SettlePayment,
        settle_refund: SettleRefund,
        compare_refunds: CompareRefunds,
        compare_disputes: CompareDisputes,
        follow_accounts: FollowAccounts,
        settle_orders: SettleOrders,
        complete_orders: CompleteOrders,
        refund_events: RefundCancelledEvents,
        clock: Clock,
        for_each: ForEach[Transaction],
    ) -> None:
        self._orders = orders
        self._transactions = transactions
        self._discrepancies = discrepancies
        self._providers = providers
        self._settle_payment = settle_payment
        self._settle_refund = settle_refund
        self._compare_refunds = compare_refunds
        self._compare_disputes = compare_disputes
        self._follow_accounts = follow_accounts
        self._settle_orders = settle_orders
        self._complete_orders = complete_orders
        self._refund_events = refund_events
        self._clock = clock
        self._for_each = for_each

    async def execute(self, actor: Actor, *, is_dry_run: bool = False) -> list[Finding]:
        """Reconcile everything; the discrepancies found. Raises Forbidden."""
        require_admin(actor)
        findings: list[Finding] = []
        if not is_dry_run:
            findings += await failures_of("order", self._settle_orders.execute)
            findings += await failures_of("booking", self._refund_events.execute)
        findings += await self._finished_orders(is_dry_run=is_dry_run)
        findings += await look_at(
            "payment",
            self._open(TransactionKind.PAYMENT),
            lambda payment: self._open_payment(payment, is_dry_run=is_dry_run),
        )
        findings += await look_at(
            "refund",
            self._open(TransactionKind.REFUND),
            lambda refund: self._open_refund(refund, is_dry_run=is_dry_run),
        )
        # Before their payments, of which the provider says how much it gave back.
        findings += await look_at(
            "refund",
            self._compare_refunds.found(),
            lambda found: self._compare_refunds.compare(found, is_dry_run=is_dry_run),
        )
        findings += await look_at(
            "payment",
            self._compare_disputes.found(),
            lambda found: self._compare_disputes.compare(found, is_dry_run=is_dry_run),
        )
        findings += await look_at(
            "payment",
            self._settled_payments(),
            lambda payment: self._settled_payment(payment, is_dry_run=is_dry_run),
        )
        if not is_dry_run:
            findings += await self._read_accounts()
        findings += [
            Finding(subject, subject_id, problem, is_repaired=False)
            for subject, subject_id, problem in await self._discrepancies.discrepancies()
        ]
        return findings

    async def _read_accounts(self) -> list[Finding]:
        """Read the accounts at the providers, with which the discrepancies compare."""
        try:
            await self._follow_accounts.execute()
        except ProviderFailed as failure:
            return [Finding("provider account", 0, failure.detail, is_repaired=False)]
        return []

    async def settle_open_payments(self) -> int:
        """Settle pending payments only, as a job; the number of payments settled.

        The older a payment is, the less often its provider is asked for it, at least once an hour
        and when its order's time is over. Raises RowsFailed.
        """

        async def settle(payment: Transaction) -> bool:
            finding = await self._open_payment(payment, is_dry_run=False)
            if finding is not None and finding.is_repaired:
                return True
            await self._transactions.ask_later(payment.id, self._clock())
            return False

        now = self._clock()
        payments = self._open(TransactionKind.PAYMENT, after_id=self._for_each.reached, due=now)
        return await self._for_each.run(payments, settle)

    async def _finished_orders(self, *, is_dry_run: bool) -> list[Finding]:
        """Orders that stayed confirmed when the last of their events ended."""
        found = await self._orders.over(self._clock(), limit=STEP)
        findings: list[Finding] = []
        left: list[int] = []
        if found and not is_dry_run:
            findings += await failures_of("order", self._complete_orders.execute)
            left = await self._orders.over(self._clock(), limit=STEP)
        problem = "It is confirmed, and all its events are over."
        return findings + [
            Finding("order", order_id, problem, is_repaired=order_id not in left)
            for order_id in found
        ]

    def _open(
        self, kind: TransactionKind, *, after_id: int = 0, due: datetime | None = None
    ) -> AsyncIterator[Transaction]:
        before = self._clock() - LEFT_ALONE
        return in_steps(
            lambda after: self._transactions.open(
                kind, created_before=before, after_id=after, limit=STEP, due=due
            ),
            attrgetter("id"),
            after_id=after_id,
        )

    def _settled_payments(self) -> AsyncIterator[Transaction]:
        since = self._clock() - COMPARED
        return in_steps(
            lambda after: self._transactions.settled(
                TransactionKind.PAYMENT, since, after_id=after, limit=STEP
            ),
            attrgetter("id"),
        )

    async def _open_payment(self, payment: Transaction, *, is_dry_run: bool) -> Finding | None:
        provider = self._providers.by_name.get(payment.provider)
        if provider is None:
            problem = f"Its provider ({payment.provider}) is not enabled."
            return Finding("payment", payment.id, problem, is_repaired=False)
        return await self._settle(payment, provider, is_dry_run=is_dry_run)

    async def _settle(
        self, payment: Transaction, provider: PaymentProvider, *, is_dry_run: bool
    ) -> Finding | None:
        order = await self._orders.get_any(payment.order_id)
        waits = order.status is OrderStatus.PENDING and not order.is_lapsed(self._clock())
        if waits and payment.provider == MANUAL:
            return None
        answer = await self._ask(payment, provider, order, is_dry_run=is_dry_run)
        if answer is not None and answer.state is ProviderState.OPEN and not waits:
            if is_dry_run:
                problem = "Its order waits for it no longer; it is still open at the provider."
                return Finding("payment", payment.id, problem, is_repaired=True)
            answer = await provider.cancel(payment)
        if answer is not None and answer.is_on_its_way and waits and payment.due_at is None:
            if not is_dry_run:
                # Its tickets may wait for it for longer.
                await self._settle_payment.execute(payment.id, answer)
            return None
        if answer is None and not waits:
            failure = (
                NOT_IN_TIME if payment.provider == MANUAL else "The provider knows nothing of it."
            )
            answer = ProviderAnswer(reference=None, state=ProviderState.FAILED, failure=failure)
        if answer is None or answer.state is ProviderState.OPEN:
            return None
        if not is_dry_run:
            recorded = await self._settle_payment.execute(payment.id, answer)
            if recorded.payment.status is TransactionStatus.PENDING:
                problem = recorded.payment.failure or "It cannot be settled."
                return Finding("payment", payment.id, problem, is_repaired=False)
        problem = f"The provider says that it {answer.state}; that had not been recorded."
        return Finding("payment", payment.id, problem, is_repaired=True)

    async def _ask(
        self,
        payment: Transaction,
        provider: PaymentProvider,
        order: Order,
        *,
        is_dry_run: bool,
    ) -> ProviderAnswer | None:
        if payment.provider_reference is not None or is_dry_run:
            return await provider.find(payment)
        # The response to the start was lost: the same key finds the payment, if it was started.
        known = await provider.find(payment)
        if known is not None:
            return known
        if order.status is not OrderStatus.PENDING or order.is_lapsed(self._clock()):
            return None
        started = PaymentOrder(
            transaction=payment, order_reference=order.reference, expires_at=order.expires_at
        )
        answer = await provider.start(started)
        if answer.state is ProviderState.OPEN:
            await self._settle_payment.execute(payment.id, answer)
        return answer

    async def _open_refund(self, refund: Transaction, *, is_dry_run: bool) -> Finding:
        problem = f"{refund.amount} {refund.currency} had not gone back."
        if is_dry_run:
            return Finding("refund", refund.id, problem, is_repaired=refund.provider != MANUAL)
        now = await self._settle_refund.execute(refund.id, was_asked=True)
        if now.status is TransactionStatus.PENDING:
            problem = f"{refund.amount} {refund.currency} wait for {refund.provider}."
            return Finding("refund", refund.id, problem, is_repaired=False)
        return Finding("refund", refund.id, problem, is_repaired=True)

    async def _settled_payment(self, payment: Transaction, *, is_dry_run: bool) -> Finding | None:
        """Whether its provider has it otherwise than it is here."""
        provider = self._providers.by_name.get(payment.provider)
        if provider is None or payment.provider_reference is None:
            return None
        answer = await provider.find(payment)
        if payment.is_paid:
            return _difference(payment, await self._refunds_of(payment), answer)
        return await self._repair_failed(payment, provider, answer, is_dry_run)

    async def _refunds_of(self, payment: Transaction) -> list[Transaction]:
        """The refunds of it that its own provider is to make, and none that were paid otherwise."""
        return [
            known
            for known in await self._transactions.of_order(payment.order_id)
            if known.kind is TransactionKind.REFUND
            and (known.parent_id, known.provider) == (payment.id, payment.provider)
        ]

    async def _repair_failed(
        self,
        payment: Transaction,
        provider: PaymentProvider,
        answer: ProviderAnswer | None,
        is_dry_run: bool,
    ) -> Finding | None:
        """Cancel a payment that failed here at its provider, or record it if it was paid."""
        if answer is None or answer.state is ProviderState.FAILED:
            return None
        problem = f"It failed here; {payment.provider} says that it {in_words(answer)}."
        if not is_dry_run:
            if answer.state is ProviderState.OPEN:
                answer = await provider.cancel(payment)
            if answer is not None and answer.state is ProviderState.SUCCEEDED:
                await self._settle_payment.execute(payment.id, answer)
        return Finding("payment", payment.id, problem, is_repaired=True)


def _difference(
    payment: Transaction, refunds: Sequence[Transaction], answer: ProviderAnswer | None
) -> Finding | None:
    problem, currency = None, payment.currency
    done = _sum(refunds, TransactionStatus.SUCCESS)
    known = done + _sum(refunds, TransactionStatus.PENDING)
    if answer is None or answer.state is not ProviderState.SUCCEEDED:
        problem = f"It is paid here, but not at {payment.provider}."
    elif answer.refunded_amount is not None and answer.refunded_amount > known:
        problem = (
            f"{payment.provider} has given back {written(answer.refunded_amount, currency)}, "
            f"of which {written(known, currency)} are known here."
        )
    elif answer.refunded_amount is not None and answer.refunded_amount < done:
        problem = (
            f"{payment.provider} has given back {written(answer.refunded_amount, currency)}; "
            f"here it is {written(done, currency)}."
        )
    return Finding("payment", payment.id, problem, is_repaired=False) if problem else None


def _sum(refunds: Sequence[Transaction], status: TransactionStatus) -> Decimal:
    return sum((refund.amount for refund in refunds if refund.status is status), ZERO)
