"""Whatever banks take back, in whatever order it is heard of: ledger and tickets stay true.

Hypothesis invents what a bank, an organizer and somebody in the provider's dashboard do with one
payment, and which webhooks arrive. After each night the ledger is what the provider has.
"""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from src.application.concurrency.for_each import ForEach
from src.application.concurrency.lanes import Lanes
from src.application.ports.payments import ProviderState
from src.application.settling.outside_refund import RecordOutsideRefund
from src.application.settling.record_batch import PaymentLanes, RecordBatch
from src.application.settling.record_dispute import RecordDispute
from src.application.settling.record_payment import RecordPayment, SettlePayment
from src.application.settling.record_refund import RecordRefund, SettleRefund
from src.application.settling.settle_dispute import SettleDispute
from src.application.settling.settle_payout import SettlePayout
from src.application.settling.settle_refunds import SettleRefunds
from src.application.use_cases.payment.compare_disputes import CompareDisputes
from src.application.use_cases.payment.compare_refunds import CompareRefunds
from src.application.use_cases.payment.handle_webhook import HandleWebhook
from src.application.use_cases.payment.refund_payment import RefundCommand, RefundPayment
from src.domain.entities.booking import BookingStatus
from src.domain.entities.dispute import DECIDED, LATER, DisputeStatus
from src.domain.entities.event import Payment
from src.domain.entities.order import OrderStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import (
    LedgerAccount,
    Transaction,
    TransactionKind,
    TransactionStatus,
)
from src.domain.errors import TicketingError
from src.domain.shared.money import ZERO
from tests.support.examples import ADMIN, EVERYBODY, NOW, make_event, make_type, make_user
from tests.support.fakes.orders import FakeDisputeRepository, FakeTransactionRepository
from tests.support.fakes.ports import FakeClock, FakeCodes, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.payments import ScriptedProvider
from tests.support.settling import paid

PAYMENT_ID, ORDER_ID = 60, 40
AMOUNTS = st.sampled_from([Decimal(1), Decimal(20), Decimal(25), Decimal(49), Decimal(50)])
MAY_BE_BELOW_ZERO = (LedgerAccount.DISPUTED, LedgerAccount.UNAPPLIED)

Result = TypeVar("Result")


class TakenMoney(RuleBasedStateMachine):
    """One order of two tickets, 50.00, which is paid."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.store = store = Store()
        store.add(*map(make_user, EVERYBODY))
        store.add(make_event(payment=Payment.ONLINE, date_time=NOW + timedelta(days=1)))
        store.add(make_type())
        self.clock = FakeClock(NOW)
        self.provider = provider = ScriptedProvider()
        paid(store, provider=provider, provider_reference="scripted_payment")
        unit_of_work, clock = FakeUnitOfWorkFactory(store), self.clock
        transactions, providers = FakeTransactionRepository(store), provider.as_providers()
        batch = RecordBatch(unit_of_work, clock, FakeCodes())
        lanes: PaymentLanes = Lanes(batch.execute, max_batch=10, max_waiting=100)
        record_payment = RecordPayment(lanes, unit_of_work, clock, FakeCodes())
        record_refund = RecordRefund(unit_of_work, clock)
        settle_refund = SettleRefund(transactions, providers, record_refund)
        record_outside = RecordOutsideRefund(unit_of_work, clock)
        settle_dispute = SettleDispute(transactions, providers, RecordDispute(unit_of_work, clock))
        self.refund_payment = RefundPayment(unit_of_work, transactions, settle_refund)
        self.handle_webhook = HandleWebhook(
            transactions,
            providers,
            SettlePayment(record_payment, settle_refund),
            record_refund,
            record_outside,
            settle_dispute,
            SettlePayout(providers, unit_of_work),
        )
        self.nightly: list[SettleRefunds | CompareRefunds | CompareDisputes] = [
            SettleRefunds(transactions, settle_refund, clock, ForEach("refund", int)),
            CompareRefunds(
                transactions,
                providers,
                record_refund,
                record_outside,
                clock,
                ForEach("refund", lambda found: found.id),
            ),
            CompareDisputes(
                FakeDisputeRepository(store),
                transactions,
                providers,
                settle_dispute,
                clock,
                ForEach("payment", lambda found: found.id),
            ),
        ]
        self.was_unpaid = False
        self.is_known = True

    @rule(amount=AMOUNTS, is_inquiry=st.booleans(), is_heard=st.booleans(), is_twice=st.booleans())
    def dispute(self, amount: Decimal, is_inquiry: bool, is_heard: bool, is_twice: bool) -> None:
        """The bank asks, or takes the money."""
        status = DisputeStatus.WARNING if is_inquiry else DisputeStatus.NEEDS_RESPONSE
        reference = self.provider.dispute(self.payment, status, amount=amount)
        for _ in range(1 + is_twice):
            self.hear(self.provider.dispute_webhook(reference), is_heard)

    @precondition(lambda self: bool(self.provider.disputes))
    @rule(
        number=st.integers(0, 9),
        status=st.sampled_from(list(DisputeStatus)),
        is_heard=st.booleans(),
    )
    def decide(self, number: int, status: DisputeStatus, is_heard: bool) -> None:
        """The bank decides, or decides again."""
        reference = list(self.provider.disputes)[number % len(self.provider.disputes)]
        report = self.provider.disputes[reference].report
        if status in LATER[report.status]:
            self.provider.dispute(self.payment, status, amount=report.amount, reference=reference)
            self.hear(self.provider.dispute_webhook(reference), is_heard)

    @rule(amount=AMOUNTS, state=st.sampled_from(ProviderState), is_heard=st.booleans())
    def refund_outside(self, amount: Decimal, state: ProviderState, is_heard: bool) -> None:
        """Somebody refunds in the provider's dashboard what the provider still has."""
        amount = min(amount, self.at_provider(open_too=True))
        if amount > 0:
            self.provider.refund_state = state
            reference = self.provider.refund_outside(self.payment, amount)
            self.hear(self.provider.outside_webhook(reference), is_heard)

    @rule(amount=st.none() | AMOUNTS, state=st.sampled_from(ProviderState), is_lost=st.booleans())
    def refund(self, amount: Decimal | None, state: ProviderState, is_lost: bool) -> None:
        """The organizer refunds."""
        self.provider.refund_state = state
        if is_lost:
            self.provider.fail_next("refund", is_done=True)
        is_whole = amount in (None, self.payment.refundable)
        command = RefundCommand(transaction_id=PAYMENT_ID, amount=amount)
        with suppress(TicketingError):
            self.run(self.refund_payment.execute(ADMIN, command))
            # All that can go back is asked for, which ends the tickets, whatever comes of it.
            self.was_unpaid = self.was_unpaid or is_whole
        self.provider.forget_failures()
        self.note()

    @rule(number=st.integers(0, 9), is_heard=st.booleans())
    def return_refund(self, number: int, is_heard: bool) -> None:
        """The bank sends a refund back, or one that was open is made."""
        known = [*self.provider.refunds.values()]
        if known:
            kept = known[number % len(known)]
            is_open = kept.state is ProviderState.OPEN
            kept.state = ProviderState.SUCCEEDED if is_open else ProviderState.FAILED
            if kept.transaction_id is None:
                webhook = self.provider.outside_webhook(kept.reference)
            else:
                webhook = self.provider.webhook(self.store.transaction(kept.transaction_id))
            self.hear(webhook, is_heard)

    @rule(number=st.integers(0, 1))
    def check_in(self, number: int) -> None:
        ticket = self.store.order(ORDER_ID).bookings[0].tickets[number]
        if ticket.status is TicketStatus.ACTIVE:
            ticket.status = TicketStatus.USED
            self.store.add(self.store.order(ORDER_ID))
            for booking in self.store.bookings.values():
                for known in booking.tickets:
                    if known.id == ticket.id:
                        known.status = TicketStatus.USED

    @rule()
    def night(self) -> None:
        """The jobs find what no webhook has brought; then the ledger is what the provider has."""
        for _ in range(4):
            self.clock.now += timedelta(hours=2)
            for job in self.nightly:
                self.run(job.execute())
                self.note()
        booked = sum((entry.amount for entry in self.store.ledger), ZERO)
        assert booked == self.at_provider(open_too=False)

    @invariant()
    def payment_is_true(self) -> None:
        movements = [
            known
            for known in self.store.transactions.values()
            if known.kind is TransactionKind.DISPUTE
        ]
        taken = {
            status: sum((known.amount for known in movements if known.status is status), ZERO)
            for status in (TransactionStatus.PENDING, TransactionStatus.SUCCESS)
        }
        lost = taken[TransactionStatus.SUCCESS]
        assert self.payment.lost_amount == lost
        assert self.payment.disputed_amount == lost + taken[TransactionStatus.PENDING]
        assert 0 <= self.payment.refunded_amount <= self.payment.amount

    @invariant()
    def no_account_is_overdrawn(self) -> None:
        left: dict[Any, Decimal] = {}
        for entry in self.store.ledger:
            key = entry.order_item_id, entry.account
            left[key] = left.get(key, ZERO) + entry.amount
        below = [key for key, amount in left.items() if amount < 0]
        assert all(account in MAY_BE_BELOW_ZERO for _, account in below), left

    @invariant()
    def tickets_are_true(self) -> None:
        order = self.store.order(ORDER_ID)
        (booking,) = order.bookings
        statuses = {ticket.status for ticket in booking.tickets}
        if not self.was_unpaid:
            assert TicketStatus.CANCELLED not in statuses
            assert (order.status, booking.status) == (
                OrderStatus.CONFIRMED,
                BookingStatus.CONFIRMED,
            )
        if self.left <= 0:
            assert TicketStatus.ACTIVE not in statuses
            if TicketStatus.USED not in statuses:
                assert order.status is OrderStatus.CANCELLED

    @property
    def payment(self) -> Transaction:
        return self.store.transaction(PAYMENT_ID)

    @property
    def left(self) -> Decimal:
        """What is paid for the tickets, as far as that is known here."""
        return self.payment.amount - self.payment.refunded_amount - self.payment.lost_amount

    def at_provider(self, *, open_too: bool) -> Decimal:
        """What the provider has of the payment; without what may still go back, if wanted."""
        gone = [ProviderState.SUCCEEDED, ProviderState.OPEN][: 1 + open_too]
        refunds = self.provider.refunds.values()
        reports = [dispute.report for dispute in self.provider.disputes.values()]
        refunded = sum((made.amount for made in refunds if made.state in gone), ZERO)
        taken = sum((report.amount for report in reports if report.is_taken), ZERO)
        return self.payment.amount - refunded - taken

    def hear(self, webhook: tuple[bytes, dict[str, str]], is_heard: bool) -> None:
        if is_heard:
            self.run(self.handle_webhook.execute("scripted", *webhook))
        self.note()

    def note(self) -> None:
        self.was_unpaid = self.was_unpaid or self.left <= 0

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        return self.loop.run_until_complete(work)

    def teardown(self) -> None:
        for reference, dispute in list(self.provider.disputes.items()):
            if dispute.report.status not in DECIDED:
                self.provider.dispute(
                    self.payment,
                    DisputeStatus.LOST,
                    amount=dispute.report.amount,
                    reference=reference,
                )
        for kept in self.provider.refunds.values():
            if kept.state is ProviderState.OPEN:
                kept.state = ProviderState.SUCCEEDED
        self.night()
        self.tickets_are_true()
        self.loop.close()


TestTakenMoney = TakenMoney.TestCase
TestTakenMoney.settings = settings(
    max_examples=100,
    stateful_step_count=25,
    deadline=None,
    phases=[Phase.generate, Phase.reuse],
    suppress_health_check=list(HealthCheck),
)
