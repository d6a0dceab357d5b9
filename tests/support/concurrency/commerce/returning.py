"""Rules of refunds: of payments, bookings and single tickets, failing, reversed, sent again."""

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.stateful import rule

from src.application.ports.payments import MANUAL, ProviderState
from src.application.selling.change_booking import ChangeBookingCommand
from src.application.selling.change_order import ChangeOrderCommand
from src.application.settling.give_back_tickets import GiveBack, GiveBackCommand
from src.application.settling.return_ticket import ReturnTicketCommand
from src.application.use_cases.payment.record_paid_out import PaidOutCommand
from src.application.use_cases.payment.refund_payment import RefundCommand
from src.application.use_cases.payment.retry_refund import RetryRefundCommand
from src.application.use_cases.payment.set_manual_payment_status import (
    SetManualPaymentStatusCommand,
)
from src.domain.entities.transaction import TransactionStatus
from src.domain.entities.user import Actor
from tests.support.concurrency.base_machine import CHOICES
from tests.support.concurrency.commerce.machine import (
    CRASH,
    REFUND_STATES,
    CommerceMachine,
    Crash,
    part_of,
)

PARTS = st.sampled_from([None, None, 1, 31, 100])
"""Per cent of the payment; None is all that can still be refunded."""

TRANSITIONS = ["cancel_order", "confirm_order", "delete_order", "delete_order"]
GIVE_BACK = ["refund_booking", "refund_booking", "cancel_booking"]


PAID = "order_id IN (SELECT order_id FROM ledger_entries)"
TAKES_BACK = "event_id IN (SELECT id FROM events WHERE cancellation_until IS NOT NULL)"


class ReturningRules(CommerceMachine):
    """Organizers who refund, buyers who give back, and banks that do not take money."""

    @rule(payment=CHOICES, percent=PARTS, state=REFUND_STATES, crash=CRASH)
    def refund(self, payment: int, percent: int | None, state: ProviderState, crash: Crash) -> None:
        self.world.provider.refund_state = state
        self.arm(crash)
        source = "transactions WHERE kind = 'payment' AND status = 'success'"
        if payment_id := self.one_of(source, payment):
            known = self.world.transaction(payment_id)
            amount: Decimal | None = None
            if percent is not None:
                amount = part_of(known.amount, percent, known.currency)
            command = RefundCommand(transaction_id=payment_id, amount=amount)
            refund = self.use_cases.refund_payment().execute(self.world.admin, command)
            self.attempt("refund", refund)

    @rule(refund=CHOICES, is_heard=st.booleans(), is_by_hand=st.none() | st.booleans(), crash=CRASH)
    def take_back(self, refund: int, is_heard: bool, is_by_hand: bool | None, crash: Crash) -> None:
        """The buyer's bank sends back a refund that has succeeded, or that was on its way."""
        provider = self.world.provider
        known = self.known_at_provider("refund")
        if not known:
            return
        chosen = known[-1 - refund % len(known)]
        old = provider.webhook(chosen)
        provider.settle_refund(chosen, ProviderState.FAILED)
        if is_heard:
            self.arm(crash)
            for webhook_event in (provider.webhook(chosen), old):
                receive = self.use_cases.handle_webhook().execute("scripted", *webhook_event)
                self.attempt("webhook", receive)
        if is_by_hand is not None:
            self.send_again(0, is_by_hand, None, None)

    @rule(refund=CHOICES, percent=PARTS, is_by_hand=st.booleans(), crash=CRASH)
    def send_again(self, refund: int, is_by_hand: bool, percent: int | None, crash: Crash) -> None:
        self.arm(crash)
        refund_id = self.one_of("transactions WHERE owed_amount > 0", refund)
        if refund_id is None:
            return
        known = self.world.transaction(refund_id)
        if is_by_hand:
            amount = None
            if percent is not None:
                amount = part_of(known.owed_amount, percent, known.currency)
            paid_out = PaidOutCommand(refund_id=refund_id, note="In cash.", amount=amount)
            effort = self.use_cases.record_paid_out().execute(self.world.admin, paid_out)
            self.attempt("pay_out", effort)
        else:
            again = RetryRefundCommand(refund_id=refund_id)
            effort = self.use_cases.retry_refund().execute(self.world.admin, again)
            self.attempt("retry", effort)

    @rule(state=REFUND_STATES, is_settled=st.booleans())
    def let_refunds_become(self, state: ProviderState, is_settled: bool) -> None:
        """What the provider makes of the next refunds; those that are open end with it too."""
        provider = self.world.provider
        provider.refund_state = state
        if is_settled and state is not ProviderState.OPEN:
            for refund in provider.refunds.values():
                if refund.state is ProviderState.OPEN:
                    refund.state = state

    @rule(refund=CHOICES, has_come_back=st.booleans())
    def note_refund_by_hand(self, refund: int, has_come_back: bool) -> None:
        wanted = "success" if has_come_back else "pending"
        source = f"transactions WHERE kind = 'refund' AND provider = '{MANUAL}'"
        if refund_id := self.one_of(f"{source} AND status = '{wanted}'", refund):
            status = TransactionStatus.FAILED if has_come_back else TransactionStatus.SUCCESS
            command = SetManualPaymentStatusCommand(refund_id, status)
            note = self.use_cases.set_manual_payment_status().execute(self.world.admin, command)
            self.attempt("note_refund", note)

    @rule(
        booking=CHOICES,
        how=st.sampled_from(GIVE_BACK),
        is_buyer=st.booleans(),
        state=REFUND_STATES,
        crash=CRASH,
    )
    def give_back(
        self, booking: int, how: str, is_buyer: bool, state: ProviderState, crash: Crash
    ) -> None:
        self.world.provider.refund_state = state
        self.arm(crash)
        if booking_id := self.one_of("bookings WHERE status IN ('pending', 'confirmed')", booking):
            command = ChangeBookingCommand(booking_id)
            actor = self.party(booking_id, is_buyer=is_buyer)
            self.attempt(how, self.use_cases[how]().execute(actor, command))

    @rule(
        booking=CHOICES,
        numbers=st.lists(CHOICES, min_size=1, max_size=3, unique=True),
        how=st.sampled_from(["cancel_ticket", "refund_ticket", "refund_tickets"]),
        is_buyer=st.booleans(),
        state=REFUND_STATES,
        crash=CRASH,
    )
    def give_back_tickets(
        self,
        booking: int,
        numbers: list[int],
        how: str,
        is_buyer: bool,
        state: ProviderState,
        crash: Crash,
    ) -> None:
        """By their buyer less what the policy keeps, by the organizer in full."""
        source = "bookings WHERE status = 'confirmed'"
        if is_buyer:
            buyers = ", ".join(str(buyer.id) for buyer in self.world.buyers)
            source += f" AND user_id IN ({buyers}) AND {TAKES_BACK}"
        booking_id = self.one_of(f"{source} AND {PAID}", booking) or self.one_of(source, booking)
        if booking_id is None:
            return
        query = "SELECT id, ticket_code FROM tickets WHERE booking_id = $1 ORDER BY id"
        tickets = self.world.fetch(query, booking_id)
        chosen = [tickets[number % len(tickets)] for number in numbers]
        actor = self.party(booking_id, is_buyer=is_buyer)
        self.world.provider.refund_state = state
        self.arm(crash)
        if how == "refund_tickets":
            command = GiveBackCommand(
                booking_id=booking_id,
                ticket_ids={ticket["id"] for ticket in chosen},
                how=GiveBack.REFUND,
            )
            effort = self.use_cases.refund_tickets().execute(actor, command)
        else:
            alone = ReturnTicketCommand(ticket_code=chosen[0]["ticket_code"])
            effort = self.use_cases[how]().execute(actor, alone)
        self.attempt(how.replace("ticket", "own_ticket") if is_buyer else how, effort)

    @rule(order=CHOICES, how=st.sampled_from(TRANSITIONS))
    def manage_order(self, order: int, how: str) -> None:
        if order_id := self.one_of("orders WHERE status IN ('pending', 'expired')", order):
            change = self.use_cases[how]()
            self.attempt(how, change.execute(self.world.admin, ChangeOrderCommand(order_id)))

    def party(self, booking_id: int, *, is_buyer: bool) -> Actor:
        """The booking's buyer, or the owner of its event."""
        query = (
            "SELECT bookings.user_id, organizer_id FROM bookings "
            "JOIN events ON events.id = bookings.event_id WHERE bookings.id = $1"
        )
        (row,) = self.world.fetch(query, booking_id)
        known = {actor.id: actor for actor in [*self.world.buyers, self.world.other]}
        if is_buyer:
            return known.get(row["user_id"], self.world.organizer)
        return known.get(row["organizer_id"], self.world.organizer)
