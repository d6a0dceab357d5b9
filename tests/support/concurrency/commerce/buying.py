"""Rules of buyers and of organizers who sell or give tickets: carts, orders, codes, add-ons."""

from typing import Any
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import rule

from src.application.ports.payments import ProviderState
from src.application.selling.purchase import OrderItemRequest
from src.application.use_cases.cart.add_to_cart import AddToCartCommand
from src.application.use_cases.order.add_order_items import AddOrderItemsCommand
from src.application.use_cases.order.place_order import PlaceOrderCommand
from src.application.use_cases.order.set_order_discount import SetOrderDiscountCommand
from src.application.use_cases.sales.give_tickets import ComplimentaryTickets
from src.application.use_cases.sales.sell_at_box_office import BoxOfficeSale
from src.domain.entities.transaction import Transaction
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.checkout import Contact
from tests.support.concurrency.base_machine import BUYERS, CHOICES
from tests.support.concurrency.commerce.machine import (
    CODES,
    CRASH,
    EVENTS,
    LINES,
    QUANTITIES,
    REFUND_STATES,
    CommerceMachine,
    Crash,
    Lines,
)
from tests.support.purchases import buying


class BuyingRules(CommerceMachine):
    """Three buyers, and the owners of the events."""

    @rule(buyer=BUYERS, lines=LINES, code=CODES)
    def fill_cart_and_check_out(self, buyer: int, lines: Lines, code: str | None) -> None:
        actor = self.world.buyers[buyer]
        for wanted in self.wanted(lines):
            command = AddToCartCommand(
                ticket_type_id=wanted.ticket_type_id,
                quantity=wanted.quantity,
                unit_price=wanted.unit_price,
            )
            self.attempt("add_to_cart", self.use_cases.add_to_cart().execute(actor, command))
        if code:
            apply = self.use_cases.apply_discount().execute(actor, actor.id, code)
            self.attempt("set_code", apply)
        check_out = self.use_cases.place_order_from_cart()
        self.attempt("check_out", check_out.execute(actor, actor.id, Contact(), None))

    @rule(buyer=BUYERS, lines=LINES, code=CODES)
    def order(self, buyer: int, lines: Lines, code: str | None) -> None:
        self.place(buyer, self.wanted(lines), code)

    @rule(
        buyer=BUYERS,
        lines=LINES,
        code=CODES,
        share=st.sampled_from([None, None, None, 99, 120]),
        refund_state=REFUND_STATES,
        crash=CRASH,
    )
    def order_and_pay(
        self,
        buyer: int,
        lines: Lines,
        code: str | None,
        share: int | None,
        refund_state: ProviderState,
        crash: Crash,
    ) -> None:
        """All of it, or too little or too much, so that some goes back, if the provider can."""
        if self.place(buyer, self.wanted(lines), code):
            self.world.provider.refund_state = refund_state
            self.arm(crash)
            self.pay_newest(share)

    @rule(buyer=BUYERS, place=EVENTS, lines=LINES)
    def order_in_two_currencies(self, buyer: int, place: int, lines: Lines) -> None:
        wanted = self.wanted(lines, is_mixed=True)
        sold = self.place(buyer, wanted, None)
        types = {ticket_type.id: ticket_type.currency for ticket_type in self.world.on_sale()}
        assert not sold or len({types[item.ticket_type_id] for item in wanted}) == 1

    @rule(buyer=BUYERS, place=EVENTS, number=CHOICES, quantity=QUANTITIES)
    def book(self, buyer: int, place: int, number: int, quantity: int) -> None:
        (wanted,) = self.wanted([(place, number, quantity)])
        purchase = buying(
            self.world.buyers[buyer],
            self.world.events[place],
            quantity,
            ticket_type_id=wanted.ticket_type_id,
            unit_price=wanted.unit_price,
            is_best_available=place == len(self.world.events) - 1,
        )
        self.attempt("book", self.use_cases.book_tickets().execute(purchase))

    @rule(order=CHOICES, lines=LINES)
    def add_items(self, order: int, lines: Lines) -> None:
        if order_id := self.one_of("orders WHERE status = 'pending'", order):
            command = AddOrderItemsCommand(order_id, self.wanted(lines))
            add = self.use_cases.add_order_items().execute(self.world.admin, command)
            self.attempt("add_items", add)

    @rule(order=CHOICES, code=CODES)
    def change_code(self, order: int, code: str | None) -> None:
        if order_id := self.one_of("orders WHERE status = 'pending'", order):
            command = SetOrderDiscountCommand(order_id, code)
            change = self.use_cases.set_order_discount().execute(self.world.admin, command)
            self.attempt("change_code", change)

    @rule(order=CHOICES)
    def hold_again(self, order: int) -> None:
        lapsed = "orders WHERE status IN ('expired', 'cancelled') AND deleted_at IS NULL"
        if order_id := self.one_of(lapsed, order):
            buyers = {actor.id: actor for actor in self.world.buyers}
            (row,) = self.world.fetch("SELECT user_id FROM orders WHERE id = $1", order_id)
            if row["user_id"] in buyers:
                again = self.use_cases.hold_again()
                self.attempt("hold_again", again.execute(buyers[row["user_id"]], order_id))

    @rule(place=EVENTS, number=CHOICES, quantity=QUANTITIES, buyer=BUYERS, is_given=st.booleans())
    def sell_or_give_by_hand(
        self, place: int, number: int, quantity: int, buyer: int, is_given: bool
    ) -> None:
        (item,) = self.wanted([(place, number, quantity)])
        owner, event_id = self.world.owner_of(place), self.world.events[place]
        if is_given:
            gift = ComplimentaryTickets(
                event_id=event_id,
                item=OrderItemRequest(item.ticket_type_id, quantity),
                reason="For the band.",
                user_id=self.world.buyers[buyer].id,
            )
            self.attempt("give", self.use_cases.give_tickets().execute(owner, gift))
            return
        key = uuid4().hex
        sale = BoxOfficeSale(
            event_id=event_id,
            ticket_type_id=item.ticket_type_id,
            quantity=quantity,
            name="Somebody",
            email="somebody@bulk.example",
            idempotency=IdempotentRequest(owner.id, key, key.encode()),
        )
        self.attempt("sell", self.use_cases.sell_at_box_office().execute(owner, sale))

    def place(self, buyer: int, items: list[OrderItemRequest], code: str | None) -> list[Any]:
        """The outcome of an order in a list, which is empty if it was refused."""
        command = PlaceOrderCommand(items=items, discount_code=code)
        order = self.use_cases.place_order().execute(self.world.buyers[buyer], command)
        return self.attempt("order", order)

    def pay_newest(self, share: int | None) -> None:
        """Start a payment of the newest order that waits, pay it, and let the provider report."""
        order_id = self.one_of("orders WHERE status = 'pending'", 0)
        if order_id is not None and (payment := self.start_payment(order_id, None)):
            known = self.world.transaction(payment.id)
            kept = self.world.provider.payments.get(known.idempotency_key)
            if kept is not None and kept.state is ProviderState.OPEN:
                self.pay(known, share, is_other_currency=False)
                self.report(known)

    def start_payment(self, order_id: int, provider: str | None) -> Transaction | None:
        """The payment that the order has now, if that was not refused."""
        raise NotImplementedError

    def pay(self, payment: Transaction, share: int | None, *, is_other_currency: bool) -> None:
        """Pay it at the provider, or another amount, or in another currency."""
        raise NotImplementedError

    def report(self, transaction: Transaction) -> None:
        """Let the provider report what it has of a transaction."""
        raise NotImplementedError
