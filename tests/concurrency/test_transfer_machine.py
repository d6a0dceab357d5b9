"""Any sequence of offers, transfers, new codes, check-ins and refunds agrees with a model.

The model is what the glossary says: a ticket has one holder and one code, of which all earlier
ones are dead; an offer is open until it is closed, or something else happens to its ticket.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from src.application.selling.change_booking import ChangeBookingCommand
from src.application.use_cases.event.update_event import UpdateEventCommand
from src.application.use_cases.ticket.check_in_ticket import CheckInCommand
from src.application.use_cases.ticket.offer_transfer import OfferTransferCommand
from src.domain.entities.event import EventStatus
from tests.support.concurrency.machines import run_rounds
from tests.support.concurrency.use_cases import UseCases
from tests.support.concurrency.world import World, choose
from tests.support.purchases import buying

ROUNDS, STEPS = 20, 30
LIMIT = 3
SECRETS = st.sampled_from(range(6))
PEOPLE = st.sampled_from(range(3))
# None is the holder.
ACTING = st.sampled_from([None, None, *range(3)])
TICKETS = st.sampled_from(range(4))

DEEDS = {
    *("offer", "accept", "pass_on", "withdraw", "decline", "reissue", "check_in"),
    *("undo_check_in", "cancel", "refund", "accept_beside_check_in", "accept_beside_withdraw"),
}


@dataclass
class Modelled:
    """What a ticket should be: its buyer's, and its holder's, number; its codes, the last valid."""

    booking_id: int
    buyer: int
    holder: int
    codes: list[str]
    status: str = "active"
    token: str | None = None
    expires_at: datetime | None = None
    dead_tokens: list[str] = field(default_factory=list)

    @property
    def code(self) -> str:
        return self.codes[-1]

    def end_offer(self) -> None:
        if self.token is not None:
            self.dead_tokens.append(self.token)
        self.token = self.expires_at = None


class Hands(RuleBasedStateMachine):
    """One event, three people, four tickets of two bookings, and a clock."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.use_cases = UseCases(world.container)
        self.tickets: list[Modelled] = []
        world.begin()

    @initialize()
    def sell(self) -> None:
        create = self.use_cases.create_event().execute(
            self.world.organizer, self.world.draft(10, LIMIT, [])
        )
        (event,) = self.world.attempt("create_event", create)
        self.starts: datetime = event.date_time
        publish = UpdateEventCommand(event.id, {}, EventStatus.ACTIVE)
        self.world.attempt(
            "publish", self.use_cases.update_event().execute(self.world.organizer, publish)
        )
        for buyer in (0, 1):
            purchase = buying(self.world.buyers[buyer], event.id, 2)
            (sale,) = self.world.attempt("book", self.use_cases.book_tickets().execute(purchase))
            for ticket in sale.result.tickets:
                self.tickets.append(Modelled(sale.result.id, buyer, buyer, [ticket.ticket_code]))

    def succeeds(self, name: str, effort: Any, *, expected: bool) -> list[Any]:
        """The result of the effort, which the model says succeeds or not."""
        results = self.world.attempt(name, effort)
        assert bool(results) is expected, name
        return results

    def is_open(self, ticket: Modelled) -> bool:
        return ticket.expires_at is not None and self.world.clock() < ticket.expires_at

    def is_before_start(self) -> bool:
        return self.world.clock() < self.starts

    def may_accept(self, ticket: Modelled, person: int) -> bool:
        held = sum(other.holder == person and other.status != "cancelled" for other in self.tickets)
        is_other = person != ticket.holder
        return self.is_open(ticket) and is_other and held < LIMIT and self.is_before_start()

    @rule(number=TICKETS, acting=ACTING)
    def offer(self, number: int, acting: int | None) -> None:
        self.offer_by(choose(self.tickets, number), acting)

    def offer_by(self, ticket: Modelled, acting: int | None) -> None:
        person = ticket.holder if acting is None else acting
        actor = self.world.buyers[person]
        command = OfferTransferCommand(ticket.code, "friend@test.example")
        is_allowed = (
            person == ticket.holder
            and ticket.status == "active"
            and not self.is_open(ticket)
            and self.is_before_start()
        )
        effort = self.use_cases.offer_transfer().execute(actor, command)
        if made := self.succeeds("offer", effort, expected=is_allowed):
            ticket.end_offer()
            ticket.token = self.token_of(made[0].id)
            ticket.expires_at = min(made[0].expires_at, self.starts)

    def token_of(self, transfer_id: int) -> str:
        (row,) = self.world.fetch("SELECT nonce FROM transfers WHERE id = $1", transfer_id)
        return str(self.use_cases.transfer_tokens().issue(row["nonce"]))

    def choose_offered(self, number: int) -> Modelled:
        """One of the tickets that are offered, if any are."""
        offered = [ticket for ticket in self.tickets if self.is_open(ticket)]
        return choose(offered or self.tickets, number)

    @rule(number=TICKETS, person=PEOPLE)
    def offer_and_accept(self, number: int, person: int) -> None:
        # The newest again and again, so that it goes from hand to hand.
        number = number // 2
        self.offer_by(choose(self.tickets, number), None)
        self.everything_is_as_modelled()
        self.accept_by(choose(self.tickets, number), person)

    @rule(number=TICKETS, person=PEOPLE, is_dead=st.sampled_from([False, False, True]))
    def accept(self, number: int, person: int, is_dead: bool) -> None:
        ticket = choose(self.tickets, number) if is_dead else self.choose_offered(number)
        if is_dead and ticket.dead_tokens:
            effort = self.acceptance(ticket.dead_tokens[-1], person)
            self.succeeds("accept_dead", effort, expected=False)
        else:
            self.accept_by(ticket, person)

    def accept_by(self, ticket: Modelled, person: int) -> None:
        if ticket.token is not None:
            name = "accept" if ticket.holder == ticket.buyer else "pass_on"
            is_allowed = self.may_accept(ticket, person)
            effort = self.acceptance(ticket.token, person)
            if given := self.succeeds(name, effort, expected=is_allowed):
                self.has_given(ticket, person, given[0].ticket_code)

    def acceptance(self, token: str, person: int) -> Any:
        return self.use_cases.accept_transfer().execute(self.world.buyers[person], token)

    def has_given(self, ticket: Modelled, person: int, code: str) -> None:
        ticket.end_offer()
        ticket.holder = person
        ticket.codes.append(code)

    @rule(number=TICKETS, how=st.sampled_from(["withdraw", "decline"]))
    def close(self, number: int, how: str) -> None:
        ticket = choose(self.tickets, number)
        if ticket.token is None:
            return
        actor = self.world.buyers[ticket.holder]
        effort = (
            self.use_cases.withdraw_transfer().execute(actor, ticket.code)
            if how == "withdraw"
            else self.use_cases.decline_transfer().execute(ticket.token)
        )
        is_open = self.is_open(ticket)
        self.succeeds(how, effort, expected=is_open)
        if is_open:
            ticket.end_offer()

    @rule(number=TICKETS, acting=ACTING)
    def reissue(self, number: int, acting: int | None) -> None:
        ticket = choose(self.tickets, number)
        person = ticket.holder if acting is None else acting
        actor = self.world.buyers[person]
        is_allowed = person == ticket.holder and ticket.status == "active"
        effort = self.use_cases.reissue_ticket().execute(actor, ticket.code)
        if made := self.succeeds("reissue", effort, expected=is_allowed):
            ticket.end_offer()
            ticket.codes.append(made[0].ticket_code)

    @rule(number=TICKETS, code=SECRETS)
    def check_in(self, number: int, code: int) -> None:
        ticket = choose(self.tickets, number)
        shown = choose(ticket.codes, code)
        is_allowed = shown == ticket.code and ticket.status == "active"
        self.succeeds("check_in", self.scan(shown), expected=is_allowed)
        if is_allowed:
            ticket.status = "used"
            ticket.end_offer()

    def scan(self, code: str) -> Any:
        return self.use_cases.check_in_ticket().execute(self.world.organizer, CheckInCommand(code))

    @rule(number=TICKETS)
    def undo_check_in(self, number: int) -> None:
        ticket = choose(self.tickets, number)
        effort = self.use_cases.undo_check_in().execute(self.world.organizer, ticket.code)
        is_used = ticket.status == "used"
        self.succeeds("undo_check_in", effort, expected=is_used)
        if is_used:
            ticket.status = "active"

    @rule(number=TICKETS, how=st.sampled_from(["cancel", "refund", None, None, None]))
    def give_back(self, number: int, how: str | None) -> None:
        if how is None:
            # Seldom, or there would soon be no tickets.
            return
        ticket = choose(self.tickets, number)
        siblings = [other for other in self.tickets if other.booking_id == ticket.booking_id]
        is_whole = all(other.status == "active" for other in siblings)
        is_with_buyer = all(other.holder == other.buyer for other in siblings)
        command = ChangeBookingCommand(ticket.booking_id)
        if how == "cancel":
            actor = self.world.buyers[ticket.buyer]
            effort = self.use_cases.cancel_booking().execute(actor, command)
            is_allowed = is_whole and is_with_buyer and self.is_before_start()
        else:
            effort = self.use_cases.refund_booking().execute(self.world.organizer, command)
            is_allowed = is_whole
        self.succeeds(how, effort, expected=is_allowed)
        for other in siblings if is_allowed else ():
            other.status = "cancelled"
            other.end_offer()

    @rule(number=TICKETS, person=PEOPLE)
    def accept_beside_check_in(self, number: int, person: int) -> None:
        ticket = self.choose_offered(number)
        if ticket.token is None or not self.may_accept(ticket, person):
            return
        results = self.world.attempt(
            "accept_beside_check_in", self.acceptance(ticket.token, person), self.scan(ticket.code)
        )
        # Either came first, and the other then met another code or a closed offer.
        assert len(results) == 1
        if results[0].status == "used":
            ticket.status = "used"
            ticket.end_offer()
        else:
            self.has_given(ticket, person, results[0].ticket_code)

    @rule(number=TICKETS, person=PEOPLE)
    def accept_beside_withdraw(self, number: int, person: int) -> None:
        ticket = self.choose_offered(number)
        if ticket.token is None or not self.may_accept(ticket, person):
            return
        withdrawal = self.use_cases.withdraw_transfer()
        results = self.world.attempt(
            "accept_beside_withdraw",
            self.acceptance(ticket.token, person),
            withdrawal.execute(self.world.buyers[ticket.holder], ticket.code),
        )
        assert len(results) == 1
        if results[0] is None:
            ticket.end_offer()
        else:
            self.has_given(ticket, person, results[0].ticket_code)

    @rule(duration=st.sampled_from([timedelta(hours=1), timedelta(days=3), timedelta(days=8)]))
    def let_time_pass(self, duration: timedelta) -> None:
        # Not past the start, after which nothing changes hands.
        if self.world.clock() + duration < self.starts:
            self.world.clock.move(seconds=duration.total_seconds())
        self.world.attempt("clean_up", self.use_cases.clean_up().execute())

    @invariant()
    def everything_is_as_modelled(self) -> None:
        rows = self.world.fetch(
            "SELECT user_id, ticket_code, status::text, issue FROM tickets ORDER BY id"
        )
        assert [tuple(row) for row in rows] == [
            (self.world.buyers[it.holder].id, it.code, it.status, len(it.codes))
            for it in self.tickets
        ]
        retired = self.world.fetch("SELECT code FROM retired_ticket_codes")
        assert {row["code"] for row in retired} == {
            code for ticket in self.tickets for code in ticket.codes[:-1]
        }
        assert self.world.look().wrong == []


@pytest.fixture
def world(own_url: str) -> Iterator[World]:
    world = World(own_url)
    yield world
    world.close()


@pytest.mark.timeout(900)
def test_holders_and_codes_agree_with_the_model_after_every_step(world: World) -> None:
    machine = partial(Hands, world)

    run_rounds(machine, lambda: world.done.keys() >= DEEDS, rounds=ROUNDS, steps=STEPS)

    assert world.done.keys() >= DEEDS
