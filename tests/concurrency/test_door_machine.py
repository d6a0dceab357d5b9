"""Any sequence at the door leaves the tickets that a model of it has.

Scanners with a network and without, undoing, cancelling and refunding: Hypothesis invents the
sequences, PostgreSQL is real. The model knows what was scanned when, and folds it by itself. A
ticket that is issued anew would be one more rule: its scans so far count for nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from dependency_injector import providers
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from src.application.dtos.door import ReportedScan, ScanOutcome, ScanReport
from src.application.selling.change_booking import ChangeBookingCommand
from src.application.use_cases.event.create_event import CreateEventCommand
from src.application.use_cases.ticket.check_in_ticket import CheckInCommand
from src.domain.entities.booking import Booking
from src.domain.entities.scan import ScanKind
from tests.support.api import MovableClock
from tests.support.concurrency.machines import run_rounds
from tests.support.concurrency.use_cases import UseCases
from tests.support.concurrency.world import World, choose
from tests.support.purchases import buying

ROUNDS, STEPS = 12, 30
MOMENT = timedelta(microseconds=1)
SCANNERS = ("north", "south")

DEEDS = {"book", "check_in", "leave", "undo", "cancel", "refund", "merge", "merge_side_by_side"}

CHOICES = st.sampled_from(range(6))
KINDS = st.sampled_from([ScanKind.IN, ScanKind.IN, ScanKind.OUT])

STATES = """
SELECT tickets.id, tickets.status::text, used_at, is_inside, bookings.status::text AS booking
FROM tickets JOIN bookings ON bookings.id = tickets.booking_id
"""


class StoppedClock(MovableClock):
    """Stands still between two steps, so that the model knows the time as well."""

    def __call__(self) -> datetime:
        return datetime(2036, 6, 1, 12, tzinfo=UTC) + self.offset


@dataclass
class ModelTicket:
    """A ticket as the model has it; a scan is (time, scanner, id, kind)."""

    id: int
    code: str
    booking_id: int
    scans: set[tuple[datetime, str, str, str]] = field(default_factory=set)
    ended: str | None = None

    def fold(self, *, allows_reentry: bool) -> tuple[datetime | None, bool]:
        """When it came in first, and whether it is inside."""
        used: datetime | None = None
        is_inside = False
        for at, _, _, kind in sorted(self.scans):
            if kind == "undo":
                used, is_inside = None, False
            elif kind == "out":
                is_inside = is_inside and not allows_reentry
            elif used is None or (allows_reentry and not is_inside):
                used, is_inside = used or at, True
        return used, is_inside

    def next_moment(self, now: datetime) -> datetime:
        return max([now, *(scan[0] + MOMENT for scan in self.scans)])


class AtTheDoor(RuleBasedStateMachine):
    """One event, two scanners without a network, and those who work with one."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.use_cases = UseCases(world.container)
        world.begin()
        self.tickets: list[ModelTicket] = []
        self.reported: dict[str, list[ReportedScan]] = {scanner: [] for scanner in SCANNERS}
        self.scans = 0

    @initialize(allows_reentry=st.booleans())
    def open_door(self, allows_reentry: bool) -> None:
        command = CreateEventCommand(
            title="Door",
            date_time=self.world.clock() + timedelta(days=2),
            capacity=100,
            price=Decimal("10.00"),
            allows_reentry=allows_reentry,
        )
        create = self.use_cases.create_event().execute(self.world.organizer, command)
        self.event_id = self.world.run(create).id
        self.allows_reentry = allows_reentry
        self.book()

    @rule()
    def book(self) -> None:
        purchase = buying(self.world.buyers[0], self.event_id, 2)
        (sold,) = self.world.attempt("book", self.use_cases.book_tickets().execute(purchase))
        booking: Booking = sold.result
        self.tickets += [
            ModelTicket(ticket.id, str(ticket.ticket_code), booking.id)
            for ticket in booking.tickets
        ]

    @rule(seconds=st.sampled_from([1, 20, 600]))
    def let_time_pass(self, seconds: int) -> None:
        self.world.clock.move(seconds=seconds)

    @rule(ticket=CHOICES, kind=KINDS)
    def scan_with_a_network(self, ticket: int, kind: ScanKind) -> None:
        chosen = choose(self.tickets, ticket)
        used, is_inside = self.folded(chosen)
        is_good = used is None or (self.allows_reentry and not is_inside)
        if kind is ScanKind.OUT:
            is_good = self.allows_reentry and is_inside
        command = CheckInCommand(chosen.code, "Main", kind)
        check_in = self.use_cases.check_in_ticket().execute(self.world.organizer, command)
        name = "leave" if kind is ScanKind.OUT else "check_in"
        is_done = bool(self.world.attempt(name, check_in))
        assert is_done is (is_good and chosen.ended is None)
        if is_done:
            self.note(chosen, kind)

    @rule(ticket=CHOICES)
    def undo(self, ticket: int) -> None:
        chosen = choose(self.tickets, ticket)
        undo = self.use_cases.undo_check_in().execute(self.world.organizer, chosen.code)
        is_done = bool(self.world.attempt("undo", undo))
        assert is_done is (self.folded(chosen)[0] is not None)
        if is_done:
            self.note(chosen, ScanKind.UNDO)

    @rule(ticket=CHOICES, how=st.sampled_from(["cancel", "refund"]))
    def end_booking(self, ticket: int, how: str) -> None:
        chosen = choose(self.tickets, ticket)
        together = [mate for mate in self.tickets if mate.booking_id == chosen.booking_id]
        is_used = any(self.folded(mate)[0] is not None for mate in together)
        command = ChangeBookingCommand(chosen.booking_id)
        end = self.use_cases[f"{how}_booking"]().execute(self.world.organizer, command)
        is_done = bool(self.world.attempt(how, end))
        assert is_done is (not is_used and chosen.ended is None)
        for mate in together if is_done else ():
            mate.ended = "cancelled" if how == "cancel" else "refunded"

    @rule(
        ticket=CHOICES,
        kind=KINDS,
        scanner=st.sampled_from(SCANNERS),
        seconds=st.sampled_from([0, 0, 30, 300, -60]),
    )
    def scan_without_a_network(
        self, ticket: int, kind: ScanKind, scanner: str, seconds: int
    ) -> None:
        """The scanner's clock is behind by so many seconds, or ahead."""
        self.scans += 1
        scan = ReportedScan(
            scan_id=f"{self.scans:04}",
            code=choose(self.tickets, ticket).code,
            at=self.world.clock() - timedelta(seconds=seconds),
            direction=kind,
        )
        self.reported[scanner].append(scan)

    @rule(scanner=st.sampled_from(SCANNERS), first=CHOICES, is_reversed=st.booleans())
    def merge(self, scanner: str, first: int, is_reversed: bool) -> None:
        """Deliver what was scanned, from one scan on, so that the rest comes again or later."""
        report = self.report(scanner, first, is_reversed=is_reversed)
        if report.scans:
            merge = self.use_cases.merge_scans().execute(self.world.organizer, report)
            (outcomes,) = self.world.attempt("merge", merge)
            self.take(report, outcomes)

    @rule(first=CHOICES)
    def merge_side_by_side(self, first: int) -> None:
        reports = [self.report(scanner, first, is_reversed=False) for scanner in SCANNERS]
        if not all(report.scans for report in reports):
            return
        merges = [
            self.use_cases.merge_scans().execute(self.world.organizer, report) for report in reports
        ]
        for report, outcomes in zip(
            reports, self.world.attempt("merge_side_by_side", *merges), strict=True
        ):
            # Either may have come first, so their answers differ; what they leave does not.
            self.take(report, outcomes, is_alone=False)

    def report(self, scanner: str, first: int, *, is_reversed: bool) -> ScanReport:
        scans = self.reported[scanner][first:]
        ordered = scans[::-1] if is_reversed else scans
        return ScanReport(event_id=self.event_id, scanner_id=scanner, scans=ordered)

    def take(
        self, report: ScanReport, outcomes: list[ScanOutcome], *, is_alone: bool = True
    ) -> None:
        by_code = {ticket.code: ticket for ticket in self.tickets}
        for scan, outcome in zip(report.scans, outcomes, strict=True):
            ticket = by_code[str(scan.code)]
            key = (scan.at, report.scanner_id, scan.scan_id, scan.direction.value)
            assert outcome.scan_id == scan.scan_id
            if ticket.ended is None:
                assert outcome.result != "rejected"
                ticket.scans.add(key)
            elif key not in ticket.scans:
                assert (outcome.result, outcome.reason) == ("conflict", ticket.ended)
        for scan, outcome in zip(report.scans, outcomes, strict=True) if is_alone else ():
            ticket = by_code[str(scan.code)]
            if outcome.reason not in ("cancelled", "refunded", "undone"):
                self.agrees(ticket, scan, report.scanner_id, outcome)

    def agrees(
        self, ticket: ModelTicket, scan: ReportedScan, scanner: str, outcome: ScanOutcome
    ) -> None:
        """Whether a scan counts is whether the ticket would differ without those after it."""
        key = (scan.at, scanner, scan.scan_id, scan.direction.value)
        before = ModelTicket(0, "", 0, {other for other in ticket.scans if other < key})
        after = ModelTicket(0, "", 0, before.scans | {key})
        counts = self.folded(before) != self.folded(after)
        assert (outcome.result in ("admitted", "exited")) is counts

    def folded(self, ticket: ModelTicket) -> tuple[datetime | None, bool]:
        return ticket.fold(allows_reentry=self.allows_reentry)

    def note(self, ticket: ModelTicket, kind: ScanKind) -> None:
        at = ticket.next_moment(self.world.clock())
        ticket.scans.add((at, "", "", kind.value))

    @invariant()
    def tickets_are_those_of_the_model(self) -> None:
        stored = {row["id"]: row for row in self.world.rows(STATES)}
        for ticket in self.tickets:
            row = stored[ticket.id]
            used, is_inside = self.folded(ticket)
            status = "cancelled" if ticket.ended else "active" if used is None else "used"
            assert (row["status"], row["used_at"], row["is_inside"]) == (status, used, is_inside)
            assert row["booking"] == (ticket.ended or "confirmed")
        assert self.world.look().wrong == []


@pytest.fixture
def world(own_url: str) -> Iterator[World]:
    world = World(own_url)
    world.clock = StoppedClock()
    world.container.adapters.clock.override(providers.Object(world.clock))
    yield world
    world.close()


@pytest.mark.timeout(900)
def test_door_agrees_with_a_model_after_every_step(world: World) -> None:
    machine: Any = partial(AtTheDoor, world)
    run_rounds(machine, lambda: world.done.keys() >= DEEDS, rounds=ROUNDS, steps=STEPS)
    assert world.done.keys() >= DEEDS
