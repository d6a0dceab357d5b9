"""What somebody sees of their own bookings and tickets, and what they may do with them."""

from datetime import datetime, timedelta

import pytest

from src.application.documents.read_ticket_sheet import ReadTicketSheet
from src.application.dtos.own_tickets import TicketView
from src.application.use_cases.holder.list_own_tickets import ListOwnHolds, ListOwnTickets
from src.application.use_cases.holder.read_bookings import ReadBookings
from src.application.use_cases.holder.show_booking import ShowBooking
from src.application.use_cases.holder.show_ticket import ShowTicket
from src.application.use_cases.holder.trace_old_code import TraceOldCode
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import EventStatus, Payment
from src.domain.entities.order import OrderStatus
from src.domain.entities.ticket import RetiredCode, Retirement, TicketStatus
from src.domain.entities.transaction import TransactionStatus
from src.domain.entities.transfer import Transfer
from src.domain.entities.user import Actor
from src.domain.errors import CodeRetired, HoldExpired, InvalidState, NotFound
from src.domain.repositories.page import PageRequest
from tests.support.examples import (
    ADMIN,
    BOOKING_ID,
    BUYER,
    EVENT_ID,
    LATER,
    MOMENT,
    NOW,
    ORGANIZER,
    RIVAL,
    SCANNER,
    STARTS,
    STRANGER,
    booked,
    held,
    make_booking,
    make_event,
    make_order,
    make_payment,
    make_ticket,
    make_type,
    make_user,
)
from tests.support.fakes.accounts import FakeUserRepository
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.door import FakeDoorRepository
from tests.support.fakes.orders import FakeOrderRepository, FakeTransactionRepository
from tests.support.fakes.ports import (
    FakeAppleWallet,
    FakeClock,
    FakeGoogleWallet,
    FakeQrCodes,
    FakeTicketTokens,
)
from tests.support.fakes.repositories import (
    FakeEventRepository,
    FakeTicketRepository,
    FakeTicketTypeRepository,
)
from tests.support.fakes.store import Store
from tests.support.fakes.ticket_holders import FakeTicketHolderRepository
from tests.support.fakes.transfers import FakeTransferRepository, FakeTransferTokens
from tests.support.fakes.venues import FakeVenueRepository

CODE, OTHER_CODE = "TKT-20260601-AAAAAAAA", "TKT-20260601-BBBBBBBB"
PAGE = PageRequest(2, "date_time")


@pytest.fixture
def read_bookings(store: Store, fake_clock: FakeClock) -> ReadBookings:
    store.add(*map(make_user, (BUYER, STRANGER, ORGANIZER)), make_event(), make_type())
    holders = FakeTicketHolderRepository(store)
    return ReadBookings(holders, FakeTicketTypeRepository(store), fake_clock, timedelta(minutes=20))


@pytest.fixture
def list_own(store: Store, read_bookings: ReadBookings, fake_clock: FakeClock) -> ListOwnTickets:
    holders, events = FakeTicketHolderRepository(store), FakeEventRepository(store)
    return ListOwnTickets(holders, events, read_bookings, fake_clock)


@pytest.fixture
def list_holds(store: Store, read_bookings: ReadBookings, fake_clock: FakeClock) -> ListOwnHolds:
    bookings, events = FakeBookingRepository(store), FakeEventRepository(store)
    return ListOwnHolds(bookings, events, read_bookings, fake_clock)


@pytest.fixture
def show_booking(store: Store, read_bookings: ReadBookings, fake_clock: FakeClock) -> ShowBooking:
    return ShowBooking(
        FakeBookingRepository(store),
        FakeEventRepository(store),
        FakeOrderRepository(store),
        FakeTransactionRepository(store),
        read_bookings,
        fake_clock,
    )


@pytest.fixture
def show_ticket(store: Store, fake_clock: FakeClock, read_bookings: ReadBookings) -> ShowTicket:
    sheet = ReadTicketSheet(
        FakeEventRepository(store),
        FakeTicketTypeRepository(store),
        FakeBookingRepository(store),
        FakeOrderRepository(store),
        FakeUserRepository(store),
        FakeVenueRepository(store),
        FakeDoorRepository(store),
        FakeTicketTokens(),
    )
    return ShowTicket(
        FakeTicketRepository(store),
        FakeBookingRepository(store),
        FakeEventRepository(store),
        FakeTransferRepository(store),
        sheet,
        FakeQrCodes(),
        FakeAppleWallet(),
        FakeGoogleWallet(),
        fake_clock,
    )


@pytest.fixture
def trace(store: Store, read_bookings: ReadBookings) -> TraceOldCode:
    holders = FakeTicketHolderRepository(store)
    return TraceOldCode(FakeTicketRepository(store), FakeEventRepository(store), holders)


def put(store: Store, booking: Booking | None = None, **event: object) -> Booking:
    """The booking, of an event of its own."""
    booking = booking or make_booking()
    store.add(make_event(**{"id": booking.event_id, **event}), booking)
    return booking


def offered(store: Store, at: datetime = NOW) -> None:
    """The first ticket of the buyer's booking is offered to somebody."""
    (ticket, *_) = store.bookings[BOOKING_ID].tickets
    tokens = FakeTransferTokens()
    nonce = tokens.new_nonce()
    transfer = Transfer.offer(
        ticket,
        store.event(EVENT_ID),
        email="friend@test.example",
        nonce=nonce,
        token_hash=tokens.hash(tokens.issue(nonce)),
        now=at,
    )
    transfer.id = store.next_id()
    store.transfers[transfer.id] = transfer


async def listed(list_own: ListOwnTickets, *, is_ahead: bool) -> list[int]:
    found = await list_own.execute(BUYER, PageRequest(10, "id"), is_ahead=is_ahead)
    return [own.event.id for own in found.items]


async def test_events_ahead_and_behind_are_separate(store: Store, list_own: ListOwnTickets) -> None:
    day = timedelta(days=1)
    put(store, booked(BookingStatus.CONFIRMED, 31), date_time=STARTS + day)
    put(store, booked(BookingStatus.CONFIRMED, 32))
    put(store, held(33), date_time=STARTS + 2 * day)
    put(store, booked(BookingStatus.CONFIRMED, 34), date_time=NOW - day)
    put(store, booked(BookingStatus.CANCELLED, 35))
    put(store, held(36, expires_at=NOW), date_time=NOW + 3 * day)
    put(store, booked(BookingStatus.REFUNDED, 37), status=EventStatus.CANCELLED)
    put(store, booked(BookingStatus.CONFIRMED, 38), deleted_at=NOW)
    put(store, make_booking(id=39, event_id=39, user_id=STRANGER.id, tickets=[]))
    assert await listed(list_own, is_ahead=True) == [32, 37, 31, 33]
    assert await listed(list_own, is_ahead=False) == [35, 36, 34]


async def test_events_are_listed_page_by_page(store: Store, list_own: ListOwnTickets) -> None:
    for number in (31, 32, 33):
        put(store, booked(BookingStatus.CONFIRMED, number))
    first = await list_own.execute(BUYER, PAGE, is_ahead=True)
    assert first.next is not None
    second = await list_own.execute(BUYER, PageRequest(2, PAGE.sort, first.next), is_ahead=True)
    assert [own.event.id for own in [*first.items, *second.items]] == [31, 32, 33]
    assert second.next is None


async def test_bookings_of_an_event_come_live_first(store: Store, list_own: ListOwnTickets) -> None:
    put(store, make_booking(BookingStatus.CANCELLED, id=31))
    put(store, make_booking(id=32))
    put(store, held(33, event_id=EVENT_ID))
    put(store, make_booking(id=34))
    (own,) = (await list_own.execute(BUYER, PAGE, is_ahead=True)).items
    assert [booking.id for booking in own.bookings] == [33, 34, 32, 31]
    assert [ticket.ticket_type for ticket in own.bookings[0].tickets] == ["Standard"] * 2


async def test_a_ticket_that_was_given_is_with_its_holder_and_without_code_for_its_buyer(
    store: Store, list_own: ListOwnTickets
) -> None:
    tickets = [make_ticket(), make_ticket(user_id=STRANGER.id, ticket_code=OTHER_CODE)]
    put(store, make_booking(tickets=tickets))
    (bought,) = (await list_own.execute(BUYER, PAGE, is_ahead=True)).items
    seen = [(ticket.code, ticket.is_given_away) for ticket in bought.bookings[0].tickets]
    assert seen == [(CODE, False), (None, True)]
    assert not bought.bookings[0].may_cancel
    assert [ticket.code for ticket in bought.bookings[0].printable] == [CODE]
    assert bought.received == ()
    (given,) = (await list_own.execute(STRANGER, PAGE, is_ahead=True)).items
    assert [ticket.code for ticket in given.received] == [OTHER_CODE]
    assert given.bookings == ()


@pytest.mark.parametrize(
    ("booking", "event", "may"),
    [
        (held(), {}, {"cancel", "extend", "confirm"}),
        (held(is_extended=True), {}, {"cancel", "confirm"}),
        (held(), {"payment": Payment.ONLINE}, {"cancel", "extend"}),
        (held(expires_at=NOW), {}, set()),
        (held(expires_at=NOW + MOMENT), {}, {"cancel", "extend", "confirm"}),
        (booked(BookingStatus.CONFIRMED), {}, {"cancel"}),
        (booked(BookingStatus.CONFIRMED), {"payment": Payment.ONLINE}, set()),
        (booked(BookingStatus.CONFIRMED), {"date_time": NOW}, set()),
        (booked(BookingStatus.CANCELLED), {}, set()),
        (booked(BookingStatus.EXPIRED), {}, set()),
    ],
)
async def test_a_buyer_may_what_the_status_allows(
    store: Store,
    list_own: ListOwnTickets,
    booking: Booking,
    event: dict[str, object],
    may: set[str],
) -> None:
    put(store, booking, **event)
    found = [
        *(await list_own.execute(BUYER, PAGE, is_ahead=True)).items,
        *(await list_own.execute(BUYER, PAGE, is_ahead=False)).items,
    ]
    ((own,),) = [seen.bookings for seen in found]
    allowed = {name for name in ("cancel", "extend", "confirm") if getattr(own, f"may_{name}")}
    assert allowed == may
    is_lapsed = booking.expires_at == NOW
    assert own.status is (BookingStatus.EXPIRED if is_lapsed else booking.status)


async def test_holds_of_one_order_are_one(store: Store, list_holds: ListOwnHolds) -> None:
    first, second = held(30), held(31)
    store.add(make_event(id=30), make_event(id=31), make_order(first, second))
    put(store, held(32, expires_at=LATER - MOMENT))
    put(store, held(33, expires_at=NOW))
    put(store, held(34, user_id=STRANGER.id))
    put(store, booked(BookingStatus.CONFIRMED, 35))
    alone, together = await list_holds.execute(BUYER)
    assert [booking.id for _, booking in alone.parts] == [32]
    assert alone.first.order_reference is None
    assert {event.id for event, _ in together.parts} == {30, 31}
    assert (together.first.order_reference, together.quantity) == ("ORD-AAAAAAAA", 4)
    assert together.expires_at == LATER


@pytest.mark.parametrize("who", [BUYER, ORGANIZER, ADMIN])
async def test_a_booking_is_shown_to_its_parties(
    store: Store, show_booking: ShowBooking, who: Actor
) -> None:
    put(store)
    seen = await show_booking.execute(who, BOOKING_ID)
    assert (seen.booking.id, seen.is_buyer) == (BOOKING_ID, who is BUYER)
    assert (seen.refusal, seen.together) == (None, ())


@pytest.mark.parametrize("who", [STRANGER, RIVAL, SCANNER])
async def test_a_booking_is_hidden_from_others(
    store: Store, show_booking: ShowBooking, who: Actor
) -> None:
    put(store)
    with pytest.raises(NotFound):
        await show_booking.execute(who, BOOKING_ID)


async def test_cancelling_a_hold_of_an_order_names_the_others(
    store: Store, show_booking: ShowBooking
) -> None:
    first, second = held(30), held(31)
    store.add(make_event(id=30), make_event(id=31), make_order(first, second))
    seen = await show_booking.execute(BUYER, 30)
    assert [(event.id, booking.id) for event, booking in seen.together] == [(31, 31)]
    assert seen.refusal is None


async def test_a_paid_booking_says_why_it_is_not_cancelled(
    store: Store, show_booking: ShowBooking
) -> None:
    # Its tickets were free, its fees were not: only the order knows that it is paid.
    booking = put(store)
    order = make_order(booking, status=OrderStatus.CONFIRMED)
    store.add(order, make_payment(TransactionStatus.SUCCESS))
    seen = await show_booking.execute(BUYER, BOOKING_ID)
    assert isinstance(seen.refusal, InvalidState)
    assert "refund" in str(seen.refusal)


async def test_a_lapsed_hold_says_that_it_has_lapsed(
    store: Store, show_booking: ShowBooking
) -> None:
    put(store, held(expires_at=NOW))
    seen = await show_booking.execute(BUYER, BOOKING_ID)
    assert isinstance(seen.refusal, HoldExpired)


def allowed(seen: TicketView) -> set[str]:
    return {name for name in ("transfer", "reissue", "cancel") if getattr(seen, f"may_{name}")}


async def test_a_holder_sees_the_code_and_what_may_be_done(
    store: Store, show_ticket: ShowTicket
) -> None:
    put(store)
    seen = await show_ticket.execute(BUYER, CODE)
    assert seen.qr is not None
    assert seen.qr.path == seen.sheet.tickets[0].token
    assert allowed(seen) == {"transfer", "reissue", "cancel"}
    assert (seen.has_apple_pass, seen.has_google_pass, seen.may_print) == (True, True, True)
    assert seen.transfer is None


async def test_an_offered_ticket_is_not_offered_twice(
    store: Store, show_ticket: ShowTicket
) -> None:
    put(store)
    offered(store)
    seen = await show_ticket.execute(BUYER, CODE)
    assert seen.transfer is not None
    assert seen.transfer.email == "friend@test.example"
    assert allowed(seen) == {"reissue", "cancel"}


async def test_an_offer_that_has_expired_can_be_made_again(
    store: Store, show_ticket: ShowTicket
) -> None:
    put(store)
    offered(store, NOW - timedelta(days=8))
    assert "transfer" in allowed(await show_ticket.execute(BUYER, CODE))


@pytest.mark.parametrize("who", [ORGANIZER, SCANNER, ADMIN])
async def test_staff_see_a_ticket_but_neither_its_code_nor_its_offer(
    store: Store, show_ticket: ShowTicket, who: Actor
) -> None:
    put(store)
    offered(store)
    store.scanners[EVENT_ID] = [SCANNER.id]
    seen = await show_ticket.execute(who, CODE)
    assert (seen.qr, seen.transfer, allowed(seen)) == (None, None, set())
    assert seen.may_print is (who is not SCANNER)
    assert not seen.has_apple_pass and not seen.has_google_pass


@pytest.mark.parametrize("who", [STRANGER, RIVAL, SCANNER])
async def test_a_ticket_is_hidden_from_others(
    store: Store, show_ticket: ShowTicket, who: Actor
) -> None:
    put(store)
    with pytest.raises(NotFound):
        await show_ticket.execute(who, CODE)


@pytest.mark.parametrize(
    ("status", "event", "has_code", "may"),
    [
        (TicketStatus.USED, {}, False, set()),
        (TicketStatus.USED, {"allows_reentry": True}, True, set()),
        (TicketStatus.CANCELLED, {}, False, set()),
        (TicketStatus.ACTIVE, {"status": EventStatus.CANCELLED}, False, {"cancel"}),
        (TicketStatus.ACTIVE, {"allows_transfer": False}, True, {"reissue", "cancel"}),
        (TicketStatus.ACTIVE, {"date_time": NOW}, True, {"reissue"}),
    ],
)
async def test_a_ticket_may_what_its_status_and_its_event_allow(
    store: Store,
    show_ticket: ShowTicket,
    status: TicketStatus,
    event: dict[str, object],
    has_code: bool,
    may: set[str],
) -> None:
    is_over = status is TicketStatus.CANCELLED
    of_booking = BookingStatus.CANCELLED if is_over else BookingStatus.CONFIRMED
    put(store, make_booking(of_booking, tickets=[make_ticket(status)]), **event)
    seen = await show_ticket.execute(BUYER, CODE)
    assert (seen.qr is not None) is has_code
    assert allowed(seen) == may
    assert seen.may_print is not is_over


async def test_who_got_a_ticket_cannot_cancel_the_booking_of_another(
    store: Store, show_ticket: ShowTicket
) -> None:
    put(store, make_booking(tickets=[make_ticket(user_id=STRANGER.id)]))
    seen = await show_ticket.execute(STRANGER, CODE)
    assert (seen.is_holder, seen.is_buyer) == (True, False)
    assert allowed(seen) == {"transfer", "reissue"}
    with pytest.raises(NotFound):
        await show_ticket.execute(BUYER, CODE)


def replaced(store: Store, *steps: Retirement) -> list[str]:
    """The codes that the ticket had before, replaced in these ways; given to the stranger."""
    (ticket,) = put(store, make_booking(tickets=[make_ticket()])).tickets
    row = store.bookings[BOOKING_ID].tickets[0]
    codes = []
    for number, reason in enumerate(steps):
        codes.append(str(row.ticket_code))
        old = RetiredCode(codes[-1], ticket.id, EVENT_ID, reason, NOW)
        store.retired_codes[old.code] = old
        if reason is Retirement.TRANSFERRED:
            offered(store)
            (given,) = [t for t in store.transfers.values() if t.issue == row.issue]
            given.accept(by=STRANGER.id, now=NOW)
            row.user_id = STRANGER.id
        row.ticket_code, row.issue = f"TKT-20260602-{number:08}", row.issue + 1
    return [*codes, str(row.ticket_code)]


async def test_an_old_code_says_to_its_holder_what_became_of_the_ticket(
    store: Store, trace: TraceOldCode, show_ticket: ShowTicket
) -> None:
    steps = (Retirement.REISSUED, Retirement.TRANSFERRED, Retirement.REISSUED)
    first, second, third, now = replaced(store, *steps)
    for code in (first, second):
        old = await trace.execute(BUYER, code)
        assert (old.new_code, old.at, old.event.id) == (None, NOW, EVENT_ID)
        with pytest.raises(NotFound):
            await trace.execute(STRANGER, code)
    assert (await trace.execute(BUYER, second)).reason is Retirement.TRANSFERRED
    assert (await trace.execute(STRANGER, third)).new_code == now
    with pytest.raises(NotFound):
        await trace.execute(BUYER, third)
    with pytest.raises(CodeRetired):
        await show_ticket.execute(BUYER, first)


@pytest.mark.parametrize("code", [CODE, "TKT-20260601-ZZZZZZZZ"])
async def test_a_code_in_use_or_unknown_has_no_past(
    store: Store, trace: TraceOldCode, code: str
) -> None:
    put(store)
    with pytest.raises(NotFound):
        await trace.execute(BUYER, code)
