"""Rules of organizers and of time: policies, prices, ends of events, codes, jobs, check-ins."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.stateful import rule

from src.application.use_cases.discount.create_codes import CreateCodesCommand
from src.application.use_cases.discount.create_discount import CreateDiscountCommand
from src.application.use_cases.discount.update_discount import UpdateDiscountCommand
from src.application.use_cases.event.update_event import UpdateEventCommand
from src.application.use_cases.ticket.check_in_ticket import CheckInCommand
from src.application.use_cases.ticket_type.update_ticket_type import UpdateTicketTypeCommand
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.event import EventStatus
from src.domain.entities.price_tier import PriceTier
from tests.support.concurrency.base_machine import CHOICES
from tests.support.concurrency.commerce.catalogue import KEEPING, UNITS
from tests.support.concurrency.commerce.machine import CRASH, EVENTS, CommerceMachine, Crash
from tests.support.concurrency.world import choose

JOBS = [
    *("sweep_holds", "settle_orders", "refund_cancelled_events", "settle_refunds", "reconcile"),
    *("complete_past_events", "settle_open_payments", "follow_accounts", "issue_invoices"),
    *("compare_refunds", "compare_disputes"),
]
MINUTES = [0, 0, 1, 11, 11, 180]
DAYS, LONGEST = 2, timedelta(days=20)
"""Days go by all at once, and not longer than settled payments are looked after."""

ENDS = ["nothing", "nothing", "cancel_event", "complete_event", "delete_event"]
CALLS = [
    *("start", "start", "find", "cancel", "refund", "find_refund"),
    *("movements_since", "payouts_since", "find_payout"),
]


class EventRules(CommerceMachine):
    """What goes on around the sale."""

    @rule(
        minutes=st.sampled_from(MINUTES),
        is_days=st.sampled_from([False] * 11 + [True]),
        job=st.sampled_from(JOBS),
        crash=CRASH,
    )
    def let_time_pass(self, minutes: int, is_days: bool, job: str, crash: Crash) -> None:
        self.arm(crash)
        self.world.clock.move(minutes=minutes)
        if is_days and self.world.clock.offset < LONGEST:
            self.world.clock.move(days=DAYS)
        self.world.seconds += 60 * minutes
        if job == "reconcile":
            self.attempt(job, self.use_cases.reconcile().execute(self.world.admin))
        elif job == "settle_open_payments":
            self.attempt(job, self.use_cases.reconcile().settle_open_payments())
        else:
            self.attempt(job, self.use_cases[job]().execute())

    @rule(place=EVENTS, how=st.sampled_from(ENDS))
    def end_event(self, place: int, how: str) -> None:
        """And put another of its kind on sale."""
        owner, event_id = self.world.owner_of(place), self.world.events[place]
        if how == "nothing":
            return
        if how == "delete_event":
            effort = self.use_cases.delete_event().execute(owner, event_id)
        else:
            is_cancelled = how == "cancel_event"
            status = EventStatus.CANCELLED if is_cancelled else EventStatus.COMPLETED
            command = UpdateEventCommand(event_id, {}, status)
            effort = self.use_cases.update_event().execute(owner, command)
        self.attempt(how, effort)
        self.replace_ended()

    @rule(place=EVENTS, is_kept=st.sampled_from([True, True, False]))
    def change_policy(self, place: int, is_kept: bool) -> None:
        owner, event_id = self.world.owner_of(place), self.world.events[place]
        currency = next(
            ticket_type.currency
            for ticket_type in self.world.on_sale()
            if ticket_type.event_id == event_id
        )
        if is_kept and currency in KEEPING:
            policy = self.use_cases.set_cancellation_policy()
            effort = policy.execute(owner, event_id, KEEPING[currency])
        else:
            effort = self.use_cases.remove_cancellation_policy().execute(owner, event_id)
        self.attempt("change_policy", effort)

    @rule(place=EVENTS, number=CHOICES, percent=st.sampled_from([50, 120]), up_to=CHOICES)
    def change_price(self, place: int, number: int, percent: int, up_to: int) -> None:
        """A new price, and another for the first tickets."""
        event_id = self.world.events[place]
        of_event = [kind for kind in self.world.on_sale() if kind.event_id == event_id]
        kind = choose(of_event, number)
        unit = UNITS.get(kind.currency, UNITS["USD"])
        price = max(unit, kind.price * percent / 100 // unit * unit)
        tiers = [PriceTier(name="First", price=price, up_to=up_to)] if up_to else []
        command = UpdateTicketTypeCommand(
            kind.id, {"price": price + unit, "price_tiers": tuple(tiers)}
        )
        change = self.use_cases.update_ticket_type()
        self.attempt("change_price", change.execute(self.world.owner_of(place), command))

    @rule(place=EVENTS, what=st.sampled_from(["payment_days", "no_days", "currency", "capacity"]))
    def edit_event(self, place: int, what: str) -> None:
        changes = {
            "payment_days": {"payment_days": 1},
            "no_days": {"payment_days": None},
            "currency": {"currency": "EUR"},
            "capacity": {"capacity": 9},
        }
        owner, event_id = self.world.owner_of(place), self.world.events[place]
        command = UpdateEventCommand(event_id, changes[what])  # type: ignore[arg-type]
        self.attempt(f"edit_{what}", self.use_cases.update_event().execute(owner, command))

    @rule(place=EVENTS, code=CHOICES, how=st.sampled_from(["batch", "edit", "delete"]))
    def manage_codes(self, place: int, code: int, how: str) -> None:
        owner = self.world.owner_of(place)
        if how == "batch":
            terms = CreateDiscountCommand(
                code="-",
                kind=DiscountKind.PERCENT,
                value=Decimal("12.5"),
                event_id=self.world.events[place],
            )
            batch = CreateCodesCommand(terms=terms, number=3)
            self.attempt("make_codes", self.use_cases.create_codes().execute(owner, batch))
            return
        source = f"discounts WHERE owner_id = {owner.id} AND deleted_at IS NULL"
        code_id = self.one_of(source, code)
        if code_id is None:
            return
        if how == "delete":
            self.attempt("delete_code", self.use_cases.delete_discount().execute(owner, code_id))
        else:
            command = UpdateDiscountCommand(code_id, {"max_uses": 2})
            self.attempt("edit_code", self.use_cases.update_discount().execute(owner, command))

    @rule(ticket=CHOICES)
    def check_in(self, ticket: int) -> None:
        query = "SELECT ticket_code FROM tickets WHERE status = 'active' ORDER BY id"
        if codes := [row["ticket_code"] for row in self.world.fetch(query)]:
            command = CheckInCommand(choose(codes, ticket))
            use_case = self.use_cases.check_in_ticket()
            self.attempt("check_in", use_case.execute(self.world.admin, command))

    @rule(method=st.sampled_from(CALLS), is_done=st.booleans())
    def crash_at_the_provider(self, method: str, is_done: bool) -> None:
        self.world.provider.fail_next(method, is_done=is_done)

    def replace_ended(self) -> None:
        """Give the place of each event that nobody can come to any more to a new one."""
        query = (
            "SELECT id FROM events WHERE id = ANY($1::int[]) "
            "AND (status <> 'active' OR deleted_at IS NOT NULL OR date_time <= $2)"
        )
        ended = {
            row["id"] for row in self.world.fetch(query, self.world.events, self.world.clock())
        }
        for place, event_id in enumerate(self.world.events):
            if event_id in ended:
                # A crash that waits still is meant for a use case, not for the scenery.
                self.world.plan.disarm()
                self.world.events[place] = self.world.open_event(place)
