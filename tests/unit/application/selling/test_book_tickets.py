"""Selling tickets: to whom, of which type, all or none, whatever others do meanwhile."""

from decimal import Decimal

import pytest

from src.application.concurrency.idempotency import MAX_ATTEMPTS
from src.application.selling.purchase import Purchase
from src.application.use_cases.booking.book_tickets import BookTickets
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import EventStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.user import Actor
from src.domain.errors import (
    AccountInactive,
    Forbidden,
    InsufficientTickets,
    NotFound,
    SalesClosed,
    TicketingError,
    TicketLimitExceeded,
    Unavailable,
    ValidationFailed,
)
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.examples import (
    ADMIN,
    BOOKING_ID,
    BUYER,
    EVENT_ID,
    NOW,
    ORGANIZER,
    RIVAL,
    SCANNER,
    STARTS,
    STRANGER,
    TYPE_ID,
    make_booking,
    make_event,
    make_ticket,
    make_type,
    make_user,
)
from tests.support.fakes.ports import FakeClock, FakeCodes
from tests.support.fakes.store import Store
from tests.support.purchases import buying

ONE = buying(BUYER, EVENT_ID, 1)
FOR_BUYER = buying(ORGANIZER, EVENT_ID, 1, user_id=BUYER.id)
WITH_KEY = buying(BUYER, EVENT_ID, 1, idempotency=IdempotentRequest(BUYER.id, "key", b"one"))


async def refuse(
    book_tickets: BookTickets,
    store: Store,
    purchase: Purchase,
    refusal: type[TicketingError],
) -> TicketingError:
    """The sale is refused like this, and nothing has changed."""
    before = store.snapshot()
    with pytest.raises(refusal) as refused:
        await book_tickets.execute(purchase)
    assert store.snapshot() == before
    return refused.value


async def test_a_booking_is_stored_confirmed_with_its_tickets(
    book_tickets: BookTickets, store: Store
) -> None:
    outcome = await book_tickets.execute(buying(BUYER, EVENT_ID, 3))
    booking = outcome.result
    assert list(store.bookings.values()) == [booking]
    assert (booking.status, booking.user_id) == (BookingStatus.CONFIRMED, BUYER.id)
    assert (booking.booking_date, booking.total_amount) == (NOW, Decimal("75.00"))
    assert [ticket.status for ticket in booking.tickets] == [TicketStatus.ACTIVE] * 3
    assert store.event(EVENT_ID).tickets_available == 1


async def test_a_sale_writes_one_line_into_the_audit_log(
    book_tickets: BookTickets, store: Store
) -> None:
    booking = (await book_tickets.execute(buying(BUYER, EVENT_ID, 3))).result
    (entry,) = store.audit
    assert entry.by == BUYER
    assert (entry.action, entry.subject_id) == ("booking.confirmed", booking.id)
    assert (entry.event_id, entry.before) == (EVENT_ID, None)
    assert entry.after == {
        "status": BookingStatus.CONFIRMED,
        "user_id": BUYER.id,
        "quantity": 3,
        "total_amount": Decimal("75.00"),
    }


async def test_all_tickets_are_sold_or_none(book_tickets: BookTickets, store: Store) -> None:
    command = buying(BUYER, EVENT_ID, 5)
    refused = await refuse(book_tickets, store, command, InsufficientTickets)
    assert refused.facts == {"requested": 5, "available": 4}


async def test_the_last_ticket_is_refused_when_somebody_gets_it_before_the_lock(
    book_tickets: BookTickets, store: Store
) -> None:
    def sell_out() -> None:
        store.add(make_booking(tickets=[make_ticket(ticket_code=f"T{n}") for n in range(4)]))

    store.before_lock = sell_out
    with pytest.raises(InsufficientTickets):
        await book_tickets.execute(buying(STRANGER, EVENT_ID, 1))
    assert BOOKING_ID not in store.bookings


async def test_the_price_is_the_one_in_force_under_the_lock(
    book_tickets: BookTickets, store: Store
) -> None:
    store.before_lock = lambda: store.add(make_type(price=Decimal("40.00")))
    booking = (await book_tickets.execute(buying(BUYER, EVENT_ID, 2))).result
    assert booking.total_amount == Decimal("80.00")
    assert {ticket.price for ticket in booking.tickets} == {Decimal("40.00")}


async def test_a_code_that_is_taken_is_generated_again_in_a_new_transaction(
    book_tickets: BookTickets, store: Store, codes: FakeCodes
) -> None:
    store.add(make_booking(reference="BKG-TAKENREF", tickets=[make_ticket()]))
    codes.give("TAKENREF", "NEWTICKE", "NEWREFER", "AAAAAAAA", "NEWREFER", "NEWTICKE")
    booking = (await book_tickets.execute(ONE)).result
    assert booking.reference == "BKG-NEWREFER"
    assert booking.tickets[0].ticket_code == "TKT-20260601-NEWTICKE"
    assert (len(store.bookings), store.commits) == (2, 1)
    assert store.actions() == ["booking.confirmed"]


async def test_retries_end_when_every_code_is_taken(
    book_tickets: BookTickets, store: Store, codes: FakeCodes
) -> None:
    store.add(make_booking(reference="BKG-TAKENREF"))
    codes.give(*["TAKENREF", "ANYTHING"] * 20)
    await refuse(book_tickets, store, ONE, Unavailable)
    # Once with all who wait, then by itself.
    assert codes.generated == 2 * (1 + MAX_ATTEMPTS)


async def test_a_refusal_is_not_tried_again(
    book_tickets: BookTickets, store: Store, codes: FakeCodes
) -> None:
    store.add(make_event(status=EventStatus.CANCELLED))
    await refuse(book_tickets, store, ONE, SalesClosed)
    assert codes.generated == 0


async def test_the_same_request_sells_once(book_tickets: BookTickets, store: Store) -> None:
    first = await book_tickets.execute(WITH_KEY)
    second = await book_tickets.execute(WITH_KEY)
    assert (second.result, second.is_replayed) == (first.result, True)
    assert (len(store.bookings), store.commits) == (1, 1)


async def test_the_clock_is_read_under_the_lock(
    book_tickets: BookTickets, store: Store, fake_clock: FakeClock
) -> None:
    # The wait for the lock may be what makes a sale too late.
    store.before_lock = lambda: setattr(fake_clock, "now", STARTS)
    await refuse(book_tickets, store, ONE, SalesClosed)


@pytest.mark.parametrize("actor", [BUYER, SCANNER, RIVAL])
async def test_anybody_books_for_themselves_when_they_name_themselves(
    book_tickets: BookTickets, actor: Actor
) -> None:
    command = buying(actor, EVENT_ID, 1, user_id=actor.id)
    assert (await book_tickets.execute(command)).result.user_id == actor.id


@pytest.mark.parametrize("actor", [ORGANIZER, ADMIN])
async def test_the_box_office_books_for_others(
    book_tickets: BookTickets, store: Store, actor: Actor
) -> None:
    booking = (await book_tickets.execute(buying(actor, EVENT_ID, 1, user_id=BUYER.id))).result
    assert booking.user_id == BUYER.id
    assert {ticket.user_id for ticket in booking.tickets} == {BUYER.id}
    assert store.audit[0].by == actor


@pytest.mark.parametrize("actor", [STRANGER, RIVAL, SCANNER])
async def test_nobody_else_books_for_others(
    book_tickets: BookTickets, store: Store, actor: Actor
) -> None:
    await refuse(book_tickets, store, buying(actor, EVENT_ID, 1, user_id=BUYER.id), Forbidden)


async def test_the_box_office_is_refused_when_the_buyer_is_unknown_inactive_or_deleted(
    book_tickets: BookTickets, store: Store
) -> None:
    unknown = buying(ORGANIZER, EVENT_ID, 1, user_id=999)
    await refuse(book_tickets, store, unknown, NotFound)
    store.add(make_user(BUYER, is_active=False))
    await refuse(book_tickets, store, FOR_BUYER, AccountInactive)
    store.add(make_user(BUYER, deleted_at=NOW))
    await refuse(book_tickets, store, FOR_BUYER, NotFound)


async def test_the_limit_counts_the_live_tickets_of_this_buyer_in_all_bookings(
    book_tickets: BookTickets, store: Store
) -> None:
    store.add(make_event(max_tickets_per_user=2), own := one_ticket("A", BUYER))
    store.add(one_ticket("B", STRANGER), one_ticket("C", BUYER, TicketStatus.CANCELLED))
    command = buying(BUYER, EVENT_ID, 2)
    refused = await refuse(book_tickets, store, command, TicketLimitExceeded)
    assert refused.facts == {"limit": 2, "held": len(own.tickets)}
    assert (await book_tickets.execute(ONE)).result.quantity == 1


async def test_the_limit_is_the_buyers_when_the_box_office_books(
    book_tickets: BookTickets, store: Store
) -> None:
    store.add(make_event(max_tickets_per_user=1), one_ticket("A", BUYER))
    await refuse(book_tickets, store, FOR_BUYER, TicketLimitExceeded)
    assert (
        await book_tickets.execute(buying(ORGANIZER, EVENT_ID, 1))
    ).result.user_id == ORGANIZER.id


async def test_a_type_must_be_named_when_there_are_several(
    book_tickets: BookTickets, store: Store
) -> None:
    store.add(make_type(id=21, name="VIP", price=Decimal("99.00")))
    refused = await refuse(book_tickets, store, ONE, ValidationFailed)
    assert isinstance(refused, ValidationFailed)
    assert refused.field == "body.ticket_type_id"
    command = buying(BUYER, EVENT_ID, 1, ticket_type_id=21)
    booking = (await book_tickets.execute(command)).result
    assert (booking.tickets[0].ticket_type_id, booking.total_amount) == (21, Decimal("99.00"))


async def test_a_type_of_another_event_does_not_exist_here(
    book_tickets: BookTickets, store: Store
) -> None:
    store.add(make_event(id=11), make_type(id=21, event_id=11))
    command = buying(BUYER, EVENT_ID, 1, ticket_type_id=21)
    await refuse(book_tickets, store, command, NotFound)
    own = buying(BUYER, EVENT_ID, 1, ticket_type_id=TYPE_ID)
    assert (await book_tickets.execute(own)).result.event_id == EVENT_ID


async def test_an_event_that_is_unknown_deleted_or_a_draft_does_not_exist_for_a_buyer(
    book_tickets: BookTickets, store: Store
) -> None:
    await refuse(book_tickets, store, buying(BUYER, 999, 1), NotFound)
    store.add(make_event(status=EventStatus.DRAFT))
    await refuse(book_tickets, store, ONE, NotFound)
    await refuse(book_tickets, store, buying(ORGANIZER, EVENT_ID, 1), SalesClosed)
    store.add(make_event(deleted_at=NOW))
    await refuse(book_tickets, store, buying(ADMIN, EVENT_ID, 1), NotFound)


def one_ticket(code: str, buyer: Actor, status: TicketStatus = TicketStatus.ACTIVE) -> Booking:
    """A booking of its own for one ticket."""
    ticket = make_ticket(status, ticket_code=code, user_id=buyer.id)
    return make_booking(id=0, reference=code, user_id=buyer.id, tickets=[ticket])
