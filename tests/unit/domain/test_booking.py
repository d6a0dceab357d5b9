"""Bookings: every transition of the table, their tickets with them, deadlines, used tickets."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from src.domain.entities.booking import TRANSITIONS as TRANSITION_TABLE
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Payment
from src.domain.entities.ticket import Place, TicketStatus
from src.domain.entities.venue import Seat
from src.domain.errors import HoldExpired, InvalidState
from src.domain.shared.transitions import require_transition
from tests.support.examples import (
    BUYER,
    EVENT_ID,
    MOMENT,
    NOW,
    STARTS,
    TYPE_ID,
    make_booking,
    make_event,
    make_ticket,
    make_type,
)
from tests.support.fakes.ports import FakeCodes

PENDING, CONFIRMED = BookingStatus.PENDING, BookingStatus.CONFIRMED
CANCELLED, REFUNDED = BookingStatus.CANCELLED, BookingStatus.REFUNDED
EXPIRED = BookingStatus.EXPIRED
HOUR = timedelta(hours=1)


def cancel(booking: Booking) -> None:
    booking.cancel(event=make_event(), is_staff=False, now=NOW)


TRANSITIONS: dict[BookingStatus, Callable[[Booking], None]] = {
    CONFIRMED: lambda booking: booking.confirm(now=NOW, random_code=FakeCodes()),
    CANCELLED: cancel,
    REFUNDED: lambda booking: booking.refund(),
}
TABLE = {
    (PENDING, CONFIRMED),
    (PENDING, CANCELLED),
    (PENDING, EXPIRED),
    (CONFIRMED, CANCELLED),
    (CONFIRMED, REFUNDED),
}
PAIRS = [(status, wanted) for status in BookingStatus for wanted in BookingStatus]
ALLOWED = [pair for pair in PAIRS if pair in TABLE and pair[1] in TRANSITIONS]
REFUSED = [pair for pair in PAIRS if pair not in TABLE and pair[1] in TRANSITIONS]
TICKETS_AFTER = {CONFIRMED: TicketStatus.ACTIVE}


@pytest.mark.parametrize(("status", "wanted"), PAIRS)
def test_the_table_has_the_transitions_of_a_booking_and_no_other(
    status: BookingStatus, wanted: BookingStatus
) -> None:
    if (status, wanted) in TABLE:
        require_transition("booking", TRANSITION_TABLE, current=status, wanted=wanted)
    else:
        with pytest.raises(InvalidState):
            require_transition("booking", TRANSITION_TABLE, current=status, wanted=wanted)


@pytest.mark.parametrize(("status", "wanted"), ALLOWED)
def test_a_booking_takes_its_tickets_along_when_the_table_has_the_transition(
    status: BookingStatus, wanted: BookingStatus
) -> None:
    booking = make_booking(status)
    TRANSITIONS[wanted](booking)
    assert booking.status is wanted
    expected = TICKETS_AFTER.get(wanted, TicketStatus.CANCELLED)
    assert [ticket.status for ticket in booking.tickets] == [expected, expected]


@pytest.mark.parametrize(("status", "wanted"), REFUSED)
def test_a_booking_stays_when_the_table_has_no_such_transition(
    status: BookingStatus, wanted: BookingStatus
) -> None:
    booking = make_booking(status)
    # To its buyer a hold that was released has lapsed.
    has_lapsed = (status, wanted) == (BookingStatus.EXPIRED, BookingStatus.CONFIRMED)
    with pytest.raises(HoldExpired if has_lapsed else InvalidState) as refusal:
        TRANSITIONS[wanted](booking)
    assert refusal.value.facts == ({} if has_lapsed else {"from": status, "to": wanted})
    assert booking == make_booking(status)


def test_a_confirmed_booking_is_made_whole() -> None:
    ticket_type = make_type(price=Decimal("0.10"))
    codes = FakeCodes("REFERENC", "FIRSTTTT", "SECONDDD", "THIRDDDD")
    booking = Booking.of_places(
        make_event(currency="THB"),
        [Place.at_list_price(ticket_type)] * 3,
        user_id=BUYER.id,
        hold_for=HOUR,
        now=NOW,
        random_code=codes,
    )
    booking.confirm(now=NOW, random_code=codes)
    assert (booking.status, booking.reference) == (CONFIRMED, "BKG-REFERENC")
    assert (booking.user_id, booking.event_id, booking.quantity) == (BUYER.id, EVENT_ID, 3)
    assert (booking.total_amount, booking.currency) == (Decimal("0.30"), "THB")
    assert (booking.booking_date, booking.expires_at) == (NOW, None)
    expected = [
        make_ticket(ticket_code=f"TKT-20260601-{code}", price=Decimal("0.10"))
        for code in ("FIRSTTTT", "SECONDDD", "THIRDDDD")
    ]
    assert booking.tickets == expected
    assert {ticket.ticket_type_id for ticket in booking.tickets} == {TYPE_ID}


def test_a_hold_is_made_whole_with_a_deadline_and_without_ticket_codes() -> None:
    cheap, dear = make_type(price=Decimal("0.10")), make_type(id=21, price=Decimal("9.90"))
    seat = Seat(7, "Balcony", "A", "1")
    codes = FakeCodes("REFERENC")
    booking = Booking.of_places(
        make_event(),
        [Place.at_list_price(cheap), Place.at_list_price(dear, seat)],
        user_id=BUYER.id,
        hold_for=HOUR,
        now=NOW,
        random_code=codes,
    )
    assert (booking.status, booking.expires_at) == (PENDING, NOW + HOUR)
    assert (booking.quantity, booking.total_amount) == (2, Decimal("10.00"))
    reserved = TicketStatus.RESERVED
    assert booking.tickets == [
        make_ticket(reserved, price=Decimal("0.10")),
        make_ticket(reserved, price=Decimal("9.90"), ticket_type_id=21, seat=seat),
    ]
    assert codes.generated == 1


@pytest.mark.parametrize(
    ("begun", "expires_at", "at_most", "until"),
    [
        (NOW, NOW + MOMENT, 2 * HOUR, NOW + HOUR),
        (NOW - HOUR, NOW + MOMENT, HOUR * 1.5, NOW + HOUR / 2),
        (NOW - HOUR, NOW + MOMENT, HOUR, NOW + MOMENT),
        (NOW, NOW + 3 * HOUR, 4 * HOUR, NOW + 3 * HOUR),
    ],
)
def test_a_hold_is_extended_up_to_the_cap_and_never_made_shorter(
    begun: datetime, expires_at: datetime, at_most: timedelta, until: datetime
) -> None:
    booking = make_booking(PENDING, booking_date=begun, expires_at=expires_at)
    booking.extend(hold_for=HOUR, at_most=at_most, now=NOW)
    expected = make_booking(PENDING, booking_date=begun, expires_at=until, is_extended=True)
    assert booking == expected


@pytest.mark.parametrize("booking", [make_booking(PENDING, expires_at=NOW), make_booking(EXPIRED)])
def test_a_hold_that_has_lapsed_is_not_extended(booking: Booking) -> None:
    before = deepcopy(booking)
    with pytest.raises(HoldExpired):
        booking.extend(hold_for=HOUR, at_most=2 * HOUR, now=NOW)
    assert booking == before


@pytest.mark.parametrize(
    ("booking", "why"),
    [
        (make_booking(PENDING, expires_at=NOW + HOUR, is_extended=True), "extended once already"),
        (make_booking(CONFIRMED), "This booking is confirmed; it cannot be pending."),
        (make_booking(CANCELLED), "This booking is cancelled; it cannot be pending."),
        # The database has neither of these.
        (make_booking(CONFIRMED, expires_at=NOW + HOUR), "This booking is confirmed"),
        (make_booking(PENDING, expires_at=None), "This booking is already pending."),
    ],
)
def test_what_is_no_hold_or_was_extended_is_not_extended(booking: Booking, why: str) -> None:
    before = deepcopy(booking)
    with pytest.raises(InvalidState, match=why) as refusal:
        booking.extend(hold_for=HOUR, at_most=2 * HOUR, now=NOW)
    assert refusal.value.facts == {"from": booking.status, "to": "pending"}
    assert booking == before


def test_a_hold_gets_the_tickets_and_the_price_of_one_merged_into_it() -> None:
    booking = make_booking(PENDING, total_amount=Decimal("50.00"))
    ticket = make_ticket(TicketStatus.RESERVED, price=Decimal("7.00"))
    before = list(booking.tickets)
    booking.merge(make_booking(PENDING, id=0, tickets=[ticket], total_amount=Decimal("7.00")))
    assert booking.tickets == [*before, ticket]
    assert ticket.booking_id == booking.id
    assert (booking.quantity, booking.total_amount) == (3, Decimal("57.00"))


def test_a_confirmed_hold_loses_its_deadline_and_its_tickets_get_codes() -> None:
    booking = make_booking(PENDING, expires_at=NOW + MOMENT)
    booking.confirm(now=NOW, random_code=FakeCodes("AAAAAAAA", "BBBBBBBB"))
    assert booking == make_booking(CONFIRMED)


@pytest.mark.parametrize("expires_at", [NOW, NOW - MOMENT])
def test_a_hold_that_has_lapsed_is_not_confirmed(expires_at: object) -> None:
    booking = make_booking(PENDING, expires_at=expires_at)
    before = deepcopy(booking)
    with pytest.raises(HoldExpired):
        booking.confirm(now=NOW, random_code=FakeCodes())
    assert booking == before


def test_a_refusal_names_the_booking_and_both_of_its_states() -> None:
    with pytest.raises(InvalidState, match="booking is cancelled; it cannot be confirmed"):
        TRANSITIONS[CONFIRMED](make_booking(CANCELLED))


def test_a_cancelled_hold_loses_its_deadline() -> None:
    booking = make_booking(PENDING, expires_at=NOW)
    cancel(booking)
    assert booking.expires_at is None


def test_a_buyer_cancels_to_the_last_moment_before_the_start() -> None:
    booking = make_booking()
    booking.cancel(event=make_event(), is_staff=False, now=STARTS - MOMENT)
    assert booking.status is CANCELLED


@pytest.mark.parametrize("status", [PENDING, CONFIRMED])
def test_a_buyer_cannot_cancel_once_the_event_has_started(status: BookingStatus) -> None:
    booking = make_booking(status)
    with pytest.raises(InvalidState, match="The event has started") as refusal:
        booking.cancel(event=make_event(), is_staff=False, now=STARTS)
    assert refusal.value.facts == {"from": status, "to": CANCELLED}
    assert booking == make_booking(status)


@pytest.mark.parametrize("price", ["0.01", "1.00"])
def test_a_buyer_cannot_cancel_what_was_paid_online(price: str) -> None:
    booking = make_booking(total_amount=Decimal(price))
    before = deepcopy(booking)
    with pytest.raises(InvalidState, match="ask the organizer for a refund") as refusal:
        booking.cancel(event=make_event(payment=Payment.ONLINE), is_staff=False, now=NOW)
    assert refusal.value.facts == {"from": "confirmed", "to": "cancelled"}
    assert booking == before


def test_a_buyer_cancels_free_tickets_of_an_event_that_is_paid_online() -> None:
    booking = make_booking(total_amount=Decimal("0.00"))
    booking.cancel(event=make_event(payment=Payment.ONLINE), is_staff=False, now=NOW)
    assert booking.status is CANCELLED


def test_a_booking_that_is_over_is_named_so_when_the_event_has_started_too() -> None:
    with pytest.raises(InvalidState, match="This booking is refunded"):
        make_booking(REFUNDED).cancel(event=make_event(), is_staff=False, now=STARTS)


def test_staff_cancel_what_was_paid_online_and_after_the_start() -> None:
    booking = make_booking()
    booking.cancel(event=make_event(payment=Payment.ONLINE), is_staff=True, now=STARTS)
    assert booking.status is CANCELLED


@pytest.mark.parametrize("wanted", [CANCELLED, REFUNDED])
@pytest.mark.parametrize("used", [0, 1])
def test_a_booking_with_a_used_ticket_is_neither_cancelled_nor_refunded(
    wanted: BookingStatus, used: int
) -> None:
    tickets = [make_ticket(), make_ticket()]
    tickets[used] = make_ticket(TicketStatus.USED, ticket_code="TKT-20260601-CCCCCCCC")
    booking = make_booking(tickets=tickets)
    before = deepcopy(booking)
    with pytest.raises(InvalidState, match="Ticket TKT-20260601-CCCCCCCC was used") as refusal:
        TRANSITIONS[wanted](booking)
    assert refusal.value.facts == {"from": CONFIRMED, "to": wanted}
    assert booking == before


def test_a_ticket_that_is_cancelled_already_does_not_keep_the_booking() -> None:
    tickets = [make_ticket(TicketStatus.CANCELLED), make_ticket()]
    booking = make_booking(tickets=tickets)
    booking.refund()
    assert [ticket.status for ticket in booking.tickets] == [TicketStatus.CANCELLED] * 2
