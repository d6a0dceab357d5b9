"""What goes back with some tickets of an order: never the money of those that stay."""

from dataclasses import replace
from decimal import Decimal

from src.domain.entities.booking import Booking
from src.domain.entities.ticket import TicketStatus
from src.domain.services.refund_share import refund_share
from src.domain.shared.money import ZERO
from tests.support.examples import make_booking, make_order, make_ticket

USED, CANCELLED = TicketStatus.USED, TicketStatus.CANCELLED


def booking(number: int, *statuses: TicketStatus) -> Booking:
    """Tickets at 25.00 each, of an event of their own."""
    tickets = [
        make_ticket(status, id=10 * number + place, booking_id=number, event_id=number)
        for place, status in enumerate(statuses)
    ]
    return make_booking(id=number, event_id=number, tickets=tickets)


def two_tickets(number: int) -> Booking:
    return booking(number, TicketStatus.ACTIVE, TicketStatus.ACTIVE)


def test_all_that_was_paid_for_a_booking_goes_back_while_nothing_has() -> None:
    first, second = two_tickets(1), two_tickets(2)
    order = make_order(first, second)
    assert refund_share(order, first.tickets, Decimal("100.00")) == Decimal("50.00")


def test_share_of_what_is_left_goes_back_after_a_part_refund() -> None:
    first, second = two_tickets(1), booking(2, TicketStatus.ACTIVE)
    order = make_order(first, second)
    assert refund_share(order, first.tickets, Decimal("60.00")) == Decimal("40.00")


def test_all_that_is_left_goes_back_with_the_last_tickets() -> None:
    first, second = two_tickets(1), booking(2, CANCELLED, CANCELLED)
    order = make_order(first, second)
    assert refund_share(order, first.tickets, Decimal("33.33")) == Decimal("33.33")


def test_money_of_a_used_ticket_stays() -> None:
    cancelled = booking(1, USED, CANCELLED)
    order = make_order(cancelled)
    void = [cancelled.tickets[1]]
    assert refund_share(order, void, Decimal("50.00")) == Decimal("25.00")
    assert refund_share(order, void, Decimal("40.00")) == Decimal("20.00")


def test_nothing_goes_back_for_no_ticket() -> None:
    order = make_order(booking(1, USED))
    assert refund_share(order, [], Decimal("25.00")) == Decimal("0.00")


def test_nothing_goes_back_for_free_tickets_beside_others_that_were_paid() -> None:
    free, paid = two_tickets(1), two_tickets(2)
    for ticket in free.tickets:
        ticket.price = ZERO
    free.total_amount = ZERO
    order = make_order(free, paid)
    assert refund_share(order, free.tickets, Decimal("50.00")) == 0
    all_tickets = [*free.tickets, *paid.tickets]
    assert refund_share(order, all_tickets, Decimal("50.00")) == Decimal("50.00")


def test_nothing_goes_back_when_nothing_is_left() -> None:
    first, second = two_tickets(1), two_tickets(2)
    order = make_order(first, second)
    assert refund_share(order, first.tickets, Decimal("0.00")) == Decimal("0.00")


def test_each_ticket_takes_its_own_price_along_when_its_type_became_dearer() -> None:
    both = booking(1, USED, CANCELLED)
    order = make_order(both)
    both.tickets[1].price = Decimal("75.00")
    (item,) = order.items
    dearer = replace(item, id=item.id + 1, quantity=1, unit_price=Decimal("75.00"))
    item.quantity, item.total_amount, dearer.total_amount = 1, Decimal("30.00"), Decimal("90.00")
    order.items.append(dearer)
    assert refund_share(order, [both.tickets[1]], Decimal("120.00")) == Decimal("90.00")
    assert refund_share(order, [both.tickets[0]], Decimal("120.00")) == Decimal("30.00")
