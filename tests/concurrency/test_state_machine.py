"""Any sequence of use cases leaves records that balance, and only allowed transitions.

Hypothesis invents the sequences; PostgreSQL is real; after each step everything is recounted. What
it draws must not depend on what happened, since side by side either may win: so it draws numbers,
and they choose from what there is, the newest first.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from src.application.catalogue.new_ticket_type import NewTicketType
from src.application.selling.change_booking import ChangeBookingCommand
from src.application.use_cases.event.update_event import UpdateEventCommand
from src.application.use_cases.ticket.check_in_ticket import CheckInCommand
from src.application.use_cases.ticket_type.update_ticket_type import UpdateTicketTypeCommand
from src.domain.entities.event import EventChanges, EventStatus
from src.domain.entities.ticket_type import TicketTypeStatus
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.concurrency.base_machine import BUYERS, CHOICES, Booking
from tests.support.concurrency.machines import run_rounds
from tests.support.concurrency.seat_rules import SeatRules
from tests.support.concurrency.world import World, choose
from tests.support.purchases import buying

ROUNDS, STEPS = 20, 30

# What the run must have managed to do, lest it be a run of refusals.
DEEDS = {
    *("create_event", "publish_event", "cancel_event", "complete_event", "delete_event"),
    *("edit_capacity", "edit_price", "edit_limit"),
    *("add_type", "edit_type", "delete_type", "set_type_status"),
    *("book", "replay", "book_side_by_side", "hold", "confirm", "extend", "cancel", "refund"),
    *("book_seats", "book_best_seats", "hold_seats", "hold_best_seats"),
    *("book_seats_side_by_side", "sweep"),
    *("check_in", "undo_check_in", "check_in_beside_cancel"),
}

Plan = tuple[int, int | None, list[tuple[int, Decimal]]]
"""An event's capacity, its limit, and its types' capacities and prices."""

QUANTITIES = st.sampled_from([1, 2, 3])
CAPACITIES = st.sampled_from([12, 20, 6, 3])
PRICES = st.sampled_from([Decimal("25.00"), Decimal("9.99"), Decimal("0.00")])
ORGANIZER = st.sampled_from([True, True, False])
LIMITS = st.sampled_from([None, 6, 3])
PLANS = st.tuples(CAPACITIES, LIMITS, st.lists(st.tuples(CAPACITIES, PRICES), max_size=2))
TYPE_STATUSES = st.sampled_from([TicketTypeStatus.AVAILABLE, *TicketTypeStatus, None])
REQUESTS = st.lists(st.tuples(BUYERS, QUANTITIES, CHOICES), min_size=2, max_size=5)


class Ticketing(SeatRules):
    """One organizer's events, three buyers, and a clock."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.busy_until = 0
        self.events: list[int] = []
        self.admitted: list[str] = []

    @initialize(plan=PLANS)
    def open_first_events(self, plan: Plan) -> None:
        self.open_hall()
        self.open_event(plan)

    @precondition(lambda self: self.steps > self.busy_until)
    @rule(event=CHOICES, how=st.sampled_from(["cancel", "complete", "delete", "month"]), plan=PLANS)
    def end_event_and_open_another(self, event: int, how: str, plan: Plan) -> None:
        # Seldom, or most steps would meet events that sell nothing.
        self.busy_until = self.steps + 12
        match how:
            case "cancel":
                self.update_event("cancel_event", event, {}, EventStatus.CANCELLED)
            case "complete":
                self.update_event("complete_event", event, {}, EventStatus.COMPLETED)
            case "delete":
                self.delete_event(event)
            case _:
                self.world.clock.move(days=31)
                self.open_hall()
        self.everything_is_in_order()
        self.open_event(plan)

    def delete_event(self, event: int) -> None:
        delete, organizer = self.use_cases.delete_event(), self.world.organizer
        event_id = choose(self.events, event)
        if not self.attempt("delete_event", delete.execute(organizer, event_id)):
            self.update_event("cancel_event", event, {}, EventStatus.CANCELLED)
            self.everything_is_in_order()
            self.attempt("delete_event", delete.execute(organizer, event_id))

    def open_event(self, plan: Plan) -> None:
        create = self.use_cases.create_event()
        command = self.world.draft(*plan)
        (made,) = self.attempt("create_event", create.execute(self.world.organizer, command))
        self.events.append(made.id)
        self.everything_is_in_order()
        self.update_event("publish_event", 0, {}, EventStatus.ACTIVE)

    @rule(event=CHOICES, changes=st.sampled_from(["capacity", "price", "limit"]), data=st.data())
    def edit_event(self, event: int, changes: str, data: st.DataObject) -> None:
        if changes == "capacity":
            self.update_event("edit_capacity", event, {"capacity": data.draw(CAPACITIES)})
        elif changes == "price":
            self.update_event("edit_price", event, {"price": data.draw(PRICES)})
        else:
            limit = data.draw(LIMITS)
            self.update_event("edit_limit", event, {"max_tickets_per_user": limit})

    def update_event(
        self, name: str, event: int, changes: EventChanges, status: EventStatus | None = None
    ) -> None:
        command = UpdateEventCommand(choose(self.events, event), changes, status)
        self.attempt(name, self.use_cases.update_event().execute(self.world.organizer, command))

    @rule(event=CHOICES, capacity=CAPACITIES, price=PRICES, number=CHOICES)
    def add_type(self, event: int, capacity: int, price: Decimal, number: int) -> None:
        new = NewTicketType(name=f"Added {number}", capacity=capacity, price=price)
        use_case = self.use_cases.add_ticket_type()
        add = use_case.execute(self.world.organizer, choose(self.events, event), new)
        self.attempt("add_type", add)

    @rule(event=CHOICES, number=CHOICES, capacity=CAPACITIES, price=PRICES)
    def edit_type(self, event: int, number: int, capacity: int, price: Decimal) -> None:
        ticket_type = self.type_of(event, number)
        command = UpdateTicketTypeCommand(ticket_type, {"capacity": capacity, "price": price})
        edit = self.use_cases.update_ticket_type().execute(self.world.organizer, command)
        self.attempt("edit_type", edit)

    @rule(event=CHOICES, number=CHOICES, status=TYPE_STATUSES)
    def close_type(self, event: int, number: int, status: TicketTypeStatus | None) -> None:
        organizer, ticket_type = self.world.organizer, self.type_of(event, number)
        if status is None:
            delete = self.use_cases.delete_ticket_type().execute(organizer, ticket_type)
            self.attempt("delete_type", delete)
        else:
            change = self.use_cases.set_ticket_type_status().execute(organizer, ticket_type, status)
            self.attempt("set_type_status", change)

    def type_of(self, event: int, number: int) -> int:
        return choose(self.world.types_of(choose(self.events, event)), number)

    @rule(
        event=CHOICES,
        buyer=BUYERS,
        quantity=QUANTITIES,
        number=CHOICES,
        key=st.sampled_from([None, "a", "b"]),
    )
    def book(self, event: int, buyer: int, quantity: int, number: int, key: str | None) -> None:
        outcomes = self.attempt("book", self.sale(event, buyer, quantity, number, key))
        if key and outcomes:
            stored = self.world.look().rows
            (again,) = self.attempt("replay", self.sale(event, buyer, quantity, number, key))
            assert again.is_replayed and again.result.id == outcomes[0].result.id
            assert self.world.look().rows == stored
        self.take([outcome.result for outcome in outcomes])

    @rule(event=CHOICES, requests=REQUESTS)
    def book_side_by_side(self, event: int, requests: list[tuple[int, int, int]]) -> None:
        sales = [self.sale(event, *wanted, key=None) for wanted in requests]
        outcomes = self.attempt("book_side_by_side", *sales)
        self.take([outcome.result for outcome in outcomes])

    @rule(event=CHOICES, buyer=BUYERS, quantity=QUANTITIES)
    def hold(self, event: int, buyer: int, quantity: int) -> None:
        actor, event_id = self.world.buyers[buyer], choose(self.events, event)
        purchase = buying(actor, event_id, quantity, ticket_type_id=self.type_of(event, 0))
        reserve = self.use_cases.reserve_tickets().execute(purchase)
        self.take([outcome.result for outcome in self.attempt("hold", reserve)])

    def sale(self, event: int, buyer: int, quantity: int, number: int, key: str | None) -> Any:
        actor, event_id = self.world.buyers[buyer], choose(self.events, event)
        ticket_type = self.type_of(event, number) if number < 5 else None
        content = f"{event_id} {quantity} {ticket_type}".encode()
        request = IdempotentRequest(actor.id, key, content) if key else None
        purchase = buying(
            actor, event_id, quantity, ticket_type_id=ticket_type, idempotency=request
        )
        return self.use_cases.book_tickets().execute(purchase)

    @rule(hold=CHOICES)
    def confirm(self, hold: int) -> None:
        if self.holds:
            booking = choose(self.holds, hold)
            self.attempt("confirm", self.change("confirm_booking", booking, by_organizer=False))

    @rule(hold=CHOICES)
    def extend(self, hold: int) -> None:
        if self.holds:
            booking = choose(self.holds, hold)
            self.attempt("extend", self.change("extend_booking", booking, by_organizer=False))

    @rule(minutes=st.sampled_from([1, 9, 11]), is_swept=st.booleans())
    def let_holds_lapse(self, minutes: int, is_swept: bool) -> None:
        self.world.clock.move(minutes=minutes)
        if is_swept:
            had_lapsed = self.world.has_lapsed()
            (freed,) = self.attempt("sweep", self.use_cases.sweep_holds().execute())
            assert (freed > 0) is had_lapsed
            assert not self.world.has_lapsed()

    @rule(booking=CHOICES, how=st.sampled_from(["refund", "cancel"]), by_organizer=ORGANIZER)
    def give_back(self, booking: int, how: str, by_organizer: bool) -> None:
        if self.bookings:
            chosen = choose(self.bookings, booking)
            self.attempt(how, self.change(f"{how}_booking", chosen, by_organizer=by_organizer))

    def change(self, use_case: str, booking: Booking, *, by_organizer: bool) -> Any:
        booking_id, buyer = booking
        actor = self.world.organizer if by_organizer else self.world.buyers[buyer]
        command = ChangeBookingCommand(booking_id)
        return self.use_cases[use_case]().execute(actor, command)

    @rule(booking=CHOICES, number=CHOICES, how=st.sampled_from(["in", "in", "beside"]))
    def check_in(self, booking: int, number: int, how: str) -> None:
        if not self.bookings:
            return
        chosen, organizer = choose(self.bookings, booking), self.world.organizer
        code = choose(self.world.codes_of(chosen[0]), number)
        admission = self.use_cases.check_in_ticket().execute(organizer, CheckInCommand(code))
        if how == "in":
            self.admitted += [code for _ in self.attempt("check_in", admission)]
        else:
            cancel = self.change("cancel_booking", chosen, by_organizer=True)
            assert len(self.attempt("check_in_beside_cancel", admission, cancel)) <= 1

    @rule(ticket=CHOICES)
    def undo_check_in(self, ticket: int) -> None:
        if self.admitted:
            undo = self.use_cases.undo_check_in()
            code = choose(self.admitted, ticket)
            self.attempt("undo_check_in", undo.execute(self.world.organizer, code))

    @rule(hours=st.sampled_from([1, 20]))
    def let_time_pass(self, hours: int) -> None:
        self.world.clock.move(hours=hours)


@pytest.fixture
def world(own_url: str) -> Iterator[World]:
    world = World(own_url)
    yield world
    world.close()


@pytest.mark.timeout(900)
def test_everything_balances_after_every_step_of_any_sequence_of_use_cases(world: World) -> None:
    machine = partial(Ticketing, world)

    run_rounds(machine, lambda: world.done.keys() >= DEEDS, rounds=ROUNDS, steps=STEPS)

    assert world.done.keys() >= DEEDS
