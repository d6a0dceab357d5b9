"""Whatever happens between a cart and a refund, crashes included, money and tickets agree.

Hypothesis invents sequences of use cases over a real PostgreSQL and a provider with records of its
own, and lets commits and calls of the provider fail, before or after their effect. At the end the
open payments are decided, the reconciler runs until it repairs nothing more, and it must add up.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from src.application.ports.payments import ProviderState
from src.application.selling.change_booking import ChangeBookingCommand
from src.application.selling.change_order import ChangeOrderCommand
from src.application.selling.purchase import OrderItemRequest
from src.application.use_cases.cart.add_to_cart import AddToCartCommand
from src.application.use_cases.event.update_event import UpdateEventCommand
from src.application.use_cases.order.add_order_items import AddOrderItemsCommand
from src.application.use_cases.order.place_order import PlaceOrderCommand
from src.application.use_cases.payment.record_paid_out import PaidOutCommand
from src.application.use_cases.payment.refund_payment import RefundCommand
from src.application.use_cases.payment.retry_refund import RetryRefundCommand
from src.application.use_cases.payment.start_payment import StartPaymentCommand
from src.application.use_cases.ticket.check_in_ticket import CheckInCommand
from src.domain.entities.event import EventStatus
from src.domain.errors import InvalidSignature
from src.domain.services.checkout import Contact
from tests.support.concurrency.base_machine import BUYERS, CHOICES
from tests.support.concurrency.commerce_world import FEES, CommerceWorld
from tests.support.concurrency.machines import run_rounds
from tests.support.concurrency.use_cases import UseCases
from tests.support.concurrency.world import choose
from tests.support.purchases import buying

ROUNDS, STEPS = 12, 25

DEEDS = {
    *("add_to_cart", "check_out", "order", "book", "add_items", "start", "webhook"),
    *("refund", "refund_booking", "cancel_order", "confirm_order", "delete_order", "check_in"),
    *("cancel_booking", "cancel_event", "set_code", "pay_out", "retry"),
    *("sweep_holds", "settle_orders", "refund_cancelled_events", "settle_refunds", "reconcile"),
}
CRASHES = {"crash", "lost", "provider_error"}

Crash = tuple[int, bool, bool] | None
"""How many commits still succeed, whether the next takes effect, whether it is noticed."""

CRASH = st.none() | st.tuples(st.sampled_from([0, 0, 1, 2]), st.booleans(), st.booleans())
CODES = st.sampled_from([None, "HALF", "TEN", None])
QUANTITIES = st.sampled_from([1, 2, 3])
LINES = st.lists(st.tuples(CHOICES, CHOICES, QUANTITIES), min_size=1, max_size=3)
PAID = st.sampled_from([True, True, False])
CALLS = ["start", "start", "find", "cancel", "refund", "find_refund"]
TRANSITIONS = ["cancel_order", "confirm_order", "delete_order", "delete_order"]
GIVE_BACK = ["refund_booking", "refund_booking", "cancel_booking"]
JOBS = ["sweep_holds", "settle_orders", "refund_cancelled_events", "settle_refunds", "reconcile"]
STORIES = ["plain", "plain", "twice", "stale", "forged"]


class Commerce(RuleBasedStateMachine):
    """Three buyers, an organizer's three events, and a provider."""

    def __init__(self, world: CommerceWorld) -> None:
        super().__init__()
        self.world = world
        self.use_cases = UseCases(world.container)
        world.begin()

    @initialize(lines=st.lists(LINES, min_size=1, max_size=3), code=CODES)
    def buy_first(self, lines: list[list[tuple[int, int, int]]], code: str | None) -> None:
        for buyer, wanted in enumerate(lines):
            self.order(buyer, wanted, code, is_paid=True, crash=None)

    @rule(buyer=BUYERS, lines=LINES, code=CODES)
    def fill_cart_and_check_out(
        self, buyer: int, lines: list[tuple[int, int, int]], code: str | None
    ) -> None:
        actor = self.world.buyers[buyer]
        for wanted in self.wanted(lines):
            command = AddToCartCommand(
                ticket_type_id=wanted.ticket_type_id, quantity=wanted.quantity
            )
            self.attempt("add_to_cart", self.use_cases.add_to_cart().execute(actor, command))
        if code:
            apply = self.use_cases.apply_discount().execute(actor, actor.id, code)
            self.attempt("set_code", apply)
        check_out = self.use_cases.place_order_from_cart()
        self.attempt("check_out", check_out.execute(actor, actor.id, Contact(), None))

    @rule(buyer=BUYERS, lines=LINES, code=CODES, is_paid=PAID, crash=CRASH)
    def order(
        self,
        buyer: int,
        lines: list[tuple[int, int, int]],
        code: str | None,
        is_paid: bool,
        crash: Crash,
    ) -> None:
        actor = self.world.buyers[buyer]
        command = PlaceOrderCommand(items=self.wanted(lines), discount_code=code)
        self.attempt("order", self.use_cases.place_order().execute(actor, command))
        if is_paid:
            self.arm(crash)
            self.start(0)
            self.pay_and_send_webhook(0, "plain", is_declined=False, crash=None)
        else:
            self.add_items(0, lines)

    @rule(buyer=BUYERS, event=CHOICES, number=CHOICES, quantity=QUANTITIES)
    def book(self, buyer: int, event: int, number: int, quantity: int) -> None:
        (wanted,) = self.wanted([(event, number, quantity)])
        purchase = buying(
            self.world.buyers[buyer],
            choose(self.world.events, event),
            quantity,
            ticket_type_id=wanted.ticket_type_id,
            is_best_available=True,
        )
        self.attempt("book", self.use_cases.book_tickets().execute(purchase))

    @rule(order=CHOICES, lines=LINES)
    def add_items(self, order: int, lines: list[tuple[int, int, int]]) -> None:
        if orders := self.world.ids("orders WHERE status = 'pending'"):
            command = AddOrderItemsCommand(choose(orders, order), self.wanted(lines))
            add = self.use_cases.add_order_items().execute(self.world.admin, command)
            self.attempt("add_items", add)

    @rule(order=CHOICES)
    def start(self, order: int) -> None:
        if orders := self.world.ids("orders WHERE status <> 'confirmed'"):
            command = StartPaymentCommand(order_id=choose(orders, order))
            start = self.use_cases.start_payment().execute(self.world.admin, command)
            self.attempt("start", start)

    @rule(payment=CHOICES, story=st.sampled_from(STORIES), is_declined=st.booleans(), crash=CRASH)
    def pay_and_send_webhook(
        self, payment: int, story: str, is_declined: bool, crash: Crash
    ) -> None:
        self.arm(crash)
        known = [
            transaction
            for transaction in self.world.transactions("payment")
            if transaction.idempotency_key in self.world.provider.payments
        ]
        if not known:
            return
        chosen, provider = choose(known, payment), self.world.provider
        body, headers = provider.webhook(chosen)
        if provider.payments[chosen.idempotency_key].state == "open":
            (provider.decline if is_declined else provider.pay)(chosen)
        if story == "forged":
            with pytest.raises(InvalidSignature):
                self.world.run(self.receive(body, {"x-signature": "forged"}))
            return
        new = provider.webhook(chosen)
        webhooks = {"plain": [new], "twice": [new, new], "stale": [new, (body, headers)]}
        for webhook_event in webhooks[story]:
            self.attempt("webhook", self.receive(*webhook_event))

    @rule(payment=CHOICES)
    def pay_and_lose_the_webhook(self, payment: int) -> None:
        for transaction in reversed(self.world.transactions("payment")):
            kept = self.world.provider.payments.get(transaction.idempotency_key)
            if kept is not None and kept.state == "open":
                self.world.provider.pay(transaction)
                return

    def receive(self, body: bytes, headers: dict[str, str]) -> Any:
        return self.use_cases.handle_webhook().execute("scripted", body, headers)

    @rule(minutes=st.sampled_from([0, 1, 11]), job=st.sampled_from(JOBS), crash=CRASH)
    def let_time_pass(self, minutes: int, job: str, crash: Crash) -> None:
        self.arm(crash)
        self.world.clock.move(minutes=minutes)
        if job == "reconcile":
            self.attempt(job, self.use_cases.reconcile().execute(self.world.admin))
        else:
            self.attempt(job, self.use_cases[job]().execute())

    @rule(payment=CHOICES, amount=st.sampled_from([None, "0.01", "7.77", "25.00"]), crash=CRASH)
    def refund(self, payment: int, amount: str | None, crash: Crash) -> None:
        self.arm(crash)
        if payments := self.world.ids("transactions WHERE kind = 'payment' AND status = 'success'"):
            command = RefundCommand(
                transaction_id=choose(payments, payment),
                amount=None if amount is None else Decimal(amount),
            )
            refund = self.use_cases.refund_payment().execute(self.world.organizer, command)
            self.attempt("refund", refund)

    @rule(refund=CHOICES, is_heard=st.booleans(), is_by_hand=st.none() | st.booleans(), crash=CRASH)
    def take_back(self, refund: int, is_heard: bool, is_by_hand: bool | None, crash: Crash) -> None:
        """The buyer's bank sends back a refund that has succeeded."""
        provider = self.world.provider
        known = [
            transaction
            for transaction in self.world.transactions("refund")
            if transaction.idempotency_key in provider.refunds
        ]
        if not known:
            return
        chosen = choose(known, refund)
        old = provider.webhook(chosen)
        provider.settle_refund(chosen, ProviderState.FAILED)
        if is_heard:
            self.arm(crash)
            for webhook_event in (provider.webhook(chosen), old):
                self.attempt("webhook", self.receive(*webhook_event))
        if is_by_hand is not None:
            self.send_again(0, is_by_hand, None)

    @rule(refund=CHOICES, is_by_hand=st.booleans(), crash=CRASH)
    def send_again(self, refund: int, is_by_hand: bool, crash: Crash) -> None:
        self.arm(crash)
        if refunds := self.world.ids("transactions WHERE owed_amount > 0"):
            refund_id, organizer = choose(refunds, refund), self.world.organizer
            if is_by_hand:
                paid_out = PaidOutCommand(refund_id=refund_id, note="In cash.")
                effort = self.use_cases.record_paid_out().execute(organizer, paid_out)
                self.attempt("pay_out", effort)
            else:
                again = RetryRefundCommand(refund_id=refund_id)
                effort = self.use_cases.retry_refund().execute(organizer, again)
                self.attempt("retry", effort)

    @rule(booking=CHOICES, how=st.sampled_from(GIVE_BACK), crash=CRASH)
    def give_back(self, booking: int, how: str, crash: Crash) -> None:
        self.arm(crash)
        if bookings := self.world.ids("bookings WHERE status IN ('pending', 'confirmed')"):
            command = ChangeBookingCommand(choose(bookings, booking))
            change = self.use_cases[how]().execute(self.world.organizer, command)
            self.attempt(how, change)

    @rule(order=CHOICES, how=st.sampled_from(TRANSITIONS))
    def manage_order(self, order: int, how: str) -> None:
        if orders := self.world.ids("orders WHERE status IN ('pending', 'expired')"):
            order_id = choose(orders, order)
            change = self.use_cases[how]()
            self.attempt(how, change.execute(self.world.admin, ChangeOrderCommand(order_id)))

    @rule(ticket=CHOICES)
    def check_in(self, ticket: int) -> None:
        if codes := self.world.codes():
            command = CheckInCommand(choose(codes, ticket))
            use_case = self.use_cases.check_in_ticket()
            self.attempt("check_in", use_case.execute(self.world.organizer, command))

    @rule(event=CHOICES, chance=CHOICES)
    def cancel_event(self, event: int, chance: int) -> None:
        if chance < 3:
            return
        number = event % len(self.world.events)
        command = UpdateEventCommand(self.world.events[number], {}, EventStatus.CANCELLED)
        cancel = self.use_cases.update_event().execute(self.world.organizer, command)
        if self.attempt("cancel_event", cancel):
            # A crash that waits still is meant for a use case, not for the scenery.
            self.world.plan.disarm()
            self.world.events[number] = self.world.open_event(FEES)

    @rule(method=st.sampled_from(CALLS), is_done=st.booleans())
    def crash_at_the_provider(self, method: str, is_done: bool) -> None:
        self.world.provider.fail_next(method, is_done=is_done)

    @invariant()
    def everything_is_in_order(self) -> None:
        assert self.world.look_wrong() == []

    def teardown(self) -> None:
        self.world.plan.disarm()
        self.world.decide_payments()
        self.world.reconcile()
        # A retry by hand is a refund by hand, which waits for a person again.
        for _ in range(2):
            self.world.return_what_is_owed()
        assert self.world.reconcile() == []
        self.everything_is_in_order()
        assert self.world.money_discrepancies() == []

    def arm(self, crash: Crash) -> None:
        if crash is not None:
            commits_left, is_done, is_lost = crash
            self.world.plan.arm(commits_left, is_done=is_done, is_lost=is_lost)

    def attempt(self, name: str, effort: Any) -> list[Any]:
        return self.world.attempt(name, effort)

    def wanted(self, lines: list[tuple[int, int, int]]) -> list[OrderItemRequest]:
        return [
            OrderItemRequest(
                choose(self.world.types_of(choose(self.world.events, event)), number), quantity
            )
            for event, number, quantity in lines
        ]


@pytest.fixture
def world(own_url: str) -> Iterator[CommerceWorld]:
    world = CommerceWorld(own_url)
    yield world
    world.close()


@pytest.mark.timeout(900)
def test_money_and_tickets_agree_after_any_sequence_and_any_crash(world: CommerceWorld) -> None:
    machine = partial(Commerce, world)

    run_rounds(
        machine,
        lambda: world.done.keys() >= DEEDS and world.refused.keys() >= CRASHES,
        rounds=ROUNDS,
        steps=STEPS,
    )

    assert world.done.keys() >= DEEDS
    assert world.refused.keys() >= CRASHES
