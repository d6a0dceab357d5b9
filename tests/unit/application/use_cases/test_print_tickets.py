"""What stands on printed tickets, who gets them, and who is refused."""

from decimal import Decimal

import pytest

from src.application.documents.read_ticket_sheet import ReadTicketSheet
from src.application.dtos.ticket_document import PageFormat, SeatLabel
from src.application.ports.database import AuditEntry
from src.application.use_cases.ticket.print_tickets import (
    DrawTicket,
    PrintBookingTickets,
    PrintTicket,
)
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.user import Actor
from src.domain.entities.venue import Seat, Venue
from src.domain.errors import InvalidState, NotFound
from src.domain.shared.language import Language
from tests.support.examples import (
    ADMIN,
    BOOKING_ID,
    BUYER,
    ORGANIZER,
    RIVAL,
    SCANNER,
    STRANGER,
    make_booking,
    make_event,
    make_order,
    make_ticket,
    make_type,
    make_user,
)
from tests.support.fakes.accounts import FakeUserRepository
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.door import FakeDoorRepository
from tests.support.fakes.orders import FakeOrderRepository
from tests.support.fakes.ports import FakeTicketPrinter, FakeTicketTokens
from tests.support.fakes.repositories import (
    FakeEventRepository,
    FakeTicketRepository,
    FakeTicketTypeRepository,
)
from tests.support.fakes.store import Store
from tests.support.fakes.venues import FakeVenueRepository

A4, PHONE = PageFormat.A4, PageFormat.PHONE
FIRST, SECOND = "TKT-20260601-AAAAAAAA", "TKT-20260601-BBBBBBBB"


@pytest.fixture
def printer() -> FakeTicketPrinter:
    return FakeTicketPrinter()


@pytest.fixture
def read_sheet(store: Store) -> ReadTicketSheet:
    store.add(make_user(BUYER, name="Somchai"), make_user(STRANGER, name="Anna"), make_type())
    return ReadTicketSheet(
        FakeEventRepository(store),
        FakeTicketTypeRepository(store),
        FakeBookingRepository(store),
        FakeOrderRepository(store),
        FakeUserRepository(store),
        FakeVenueRepository(store),
        FakeDoorRepository(store),
        FakeTicketTokens(),
    )


@pytest.fixture
def print_ticket(
    store: Store, read_sheet: ReadTicketSheet, printer: FakeTicketPrinter
) -> PrintTicket:
    tickets, bookings = FakeTicketRepository(store), FakeBookingRepository(store)
    return PrintTicket(tickets, bookings, read_sheet, printer)


@pytest.fixture
def print_booking(
    store: Store, read_sheet: ReadTicketSheet, printer: FakeTicketPrinter
) -> PrintBookingTickets:
    return PrintBookingTickets(FakeBookingRepository(store), read_sheet, printer)


def _booked(booking: Booking, by: Actor) -> AuditEntry:
    return AuditEntry(
        "booking.confirmed",
        subject="booking",
        subject_id=booking.id,
        event_id=booking.event_id,
        by=by,
    )


def put(store: Store, booking: Booking | None = None, **event: object) -> Booking:
    booking = booking or make_booking()
    store.add(make_event(**event), booking)
    store.audit.append(_booked(booking, BUYER))
    return booking


async def test_ticket_says_what_its_holder_needs(
    store: Store, print_ticket: PrintTicket, printer: FakeTicketPrinter
) -> None:
    store.add(Venue(id=40, name="Hall", location="1 Main Street", owner_id=ORGANIZER.id))
    tickets = [make_ticket(), make_ticket(ticket_code=SECOND)]
    tickets[1].seat = Seat(7, "Stalls", "A", "12")
    put(
        store,
        make_booking(tickets=tickets),
        venue="Hall",
        venue_id=40,
        timezone="Asia/Bangkok",
        terms="No bags.",
        language=Language.TH,
    )
    document = await print_ticket.execute(BUYER, SECOND, PHONE)
    assert (document.name, document.content) == (SECOND, b"%PDF")
    (sheet,), (ticket,) = printer.sheets, printer.sheets[0].tickets
    assert printer.formats == [PHONE]
    assert (sheet.venue, sheet.location, sheet.timezone) == (
        "Hall",
        "1 Main Street",
        "Asia/Bangkok",
    )
    assert (sheet.terms, sheet.language) == ("No bags.", Language.TH)
    assert (sheet.booking_reference, sheet.order_reference) == ("BKG-AAAAAAAA", None)
    assert (ticket.code, ticket.holder, ticket.price) == (SECOND, "Somchai", Decimal("25.00"))
    assert ticket.seat == SeatLabel(section="Stalls", row="A", number="12")
    assert (ticket.number, sheet.quantity) == (2, 2)
    issued = store.booking(BOOKING_ID).tickets[1]
    assert ticket.token == FakeTicketTokens().issue(issued)


async def test_ticket_of_a_deleted_venue_has_no_location(
    store: Store, print_ticket: PrintTicket, printer: FakeTicketPrinter
) -> None:
    put(store, venue="Hall", venue_id=41)
    await print_ticket.execute(BUYER, FIRST, A4)
    assert (printer.sheets[0].venue, printer.sheets[0].location) == ("Hall", None)


async def test_ticket_of_an_order_names_it(
    store: Store, print_ticket: PrintTicket, printer: FakeTicketPrinter
) -> None:
    store.add(make_event(), make_order(make_booking()))
    await print_ticket.execute(BUYER, FIRST, A4)
    assert printer.sheets[0].order_reference == "ORD-AAAAAAAA"


@pytest.mark.parametrize("reader", [BUYER, ORGANIZER, ADMIN])
async def test_picture_is_for_the_same_people(
    reader: Actor,
    store: Store,
    read_sheet: ReadTicketSheet,
    printer: FakeTicketPrinter,
) -> None:
    put(store)
    draw = DrawTicket(
        FakeTicketRepository(store), FakeBookingRepository(store), read_sheet, printer
    )
    assert (await draw.execute(reader, FIRST, A4)).content == b"PNG"


@pytest.mark.parametrize("reader", [STRANGER, RIVAL, SCANNER])
async def test_ticket_of_another_is_not_found(
    reader: Actor,
    store: Store,
    print_ticket: PrintTicket,
    print_booking: PrintBookingTickets,
    printer: FakeTicketPrinter,
) -> None:
    put(store)
    with pytest.raises(NotFound):
        await print_ticket.execute(reader, FIRST, A4)
    with pytest.raises(NotFound):
        await print_booking.execute(reader, BOOKING_ID, A4)
    assert printer.sheets == []


async def test_ticket_that_admits_nobody_is_not_printed(
    store: Store,
    print_ticket: PrintTicket,
    print_booking: PrintBookingTickets,
    printer: FakeTicketPrinter,
) -> None:
    tickets = [
        make_ticket(TicketStatus.CANCELLED, ticket_code=FIRST),
        make_ticket(TicketStatus.USED, ticket_code=SECOND),
    ]
    put(store, make_booking(tickets=tickets))
    with pytest.raises(InvalidState, match="cancelled"):
        await print_ticket.execute(BUYER, FIRST, A4)
    assert printer.sheets == []
    await print_booking.execute(BUYER, BOOKING_ID, A4)
    (sheet,) = printer.sheets
    assert [(ticket.code, ticket.number) for ticket in sheet.tickets] == [(SECOND, 1)]
    assert sheet.quantity == 1


@pytest.mark.parametrize("status", [BookingStatus.PENDING, BookingStatus.CANCELLED])
async def test_booking_without_valid_tickets_is_not_printed(
    status: BookingStatus,
    store: Store,
    print_booking: PrintBookingTickets,
    printer: FakeTicketPrinter,
) -> None:
    put(store, make_booking(status))
    with pytest.raises(InvalidState, match="no valid tickets"):
        await print_booking.execute(BUYER, BOOKING_ID, A4)
    assert printer.sheets == []


async def test_tickets_given_away_are_no_longer_printed_for_who_bought_them(
    store: Store,
    print_ticket: PrintTicket,
    print_booking: PrintBookingTickets,
    printer: FakeTicketPrinter,
) -> None:
    tickets = [make_ticket(), make_ticket(ticket_code=SECOND, user_id=STRANGER.id)]
    put(store, make_booking(tickets=tickets))
    await print_booking.execute(BUYER, BOOKING_ID, A4)
    assert [ticket.code for ticket in printer.sheets[0].tickets] == [FIRST]
    with pytest.raises(NotFound):
        await print_ticket.execute(BUYER, SECOND, A4)
    await print_ticket.execute(STRANGER, SECOND, A4)
    assert printer.sheets[1].tickets[0].holder == "Anna"
    await print_booking.execute(ORGANIZER, BOOKING_ID, A4)
    assert [ticket.holder for ticket in printer.sheets[2].tickets] == ["Somchai", "Anna"]


@pytest.mark.parametrize(
    ("reader", "booked_by", "name"),
    [
        (ORGANIZER, BUYER, "Somchai"),
        (ORGANIZER, ORGANIZER, f"Customer {BUYER.id}"),
        (BUYER, ORGANIZER, "Somchai"),
        (ADMIN, ORGANIZER, "Somchai"),
    ],
)
async def test_organizer_learns_only_names_of_those_who_booked_themselves(
    reader: Actor,
    booked_by: Actor,
    name: str,
    store: Store,
    print_ticket: PrintTicket,
    printer: FakeTicketPrinter,
) -> None:
    booking = make_booking()
    store.add(make_event(), booking)
    entry = _booked(booking, booked_by)
    store.audit.append(entry)
    await print_ticket.execute(reader, FIRST, A4)
    assert printer.sheets[0].tickets[0].holder == name
