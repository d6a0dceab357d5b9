"""Sample data: small, realistic enough to try everything, and created with the use cases.

Existing items are kept, so loading again, or after an interruption, adds only what is missing.
All dates are in the future of the day on which it is loaded.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from src.application.catalogue.new_ticket_type import NewTicketType
from src.application.ports.database import AuditEntry
from src.application.ports.security import PasswordHasher
from src.application.selling.change_booking import ChangeBookingCommand
from src.application.selling.purchase import EventTickets, Purchase
from src.application.use_cases.event.create_event import CreateEventCommand
from src.application.use_cases.venue.create_venue import CreateVenueCommand
from src.cli.load_settlement import agree_sample, confirm, sell, settle_sample
from src.container import Container
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event, EventKind, Payment, Seating
from src.domain.entities.ticket_type import GENERAL_ADMISSION
from src.domain.entities.user import Actor, Role, User
from src.domain.entities.venue import Venue
from src.domain.repositories.booking import BookingFilter
from src.domain.repositories.event import EventFilter
from src.domain.repositories.page import PageRequest
from src.domain.repositories.user import UserFilter
from src.domain.repositories.venue import NewSeat
from src.domain.services.allocation import TicketRequest
from src.infrastructure.database.orm import current_connection

PASSWORD = "sample-password"  # noqa: S105 - printed in the README, refused in production
ADMIN_EMAIL = "admin@example.com"

USERS = (
    ("Ada Admin", ADMIN_EMAIL, "+66810000001", "admin", Role.ADMIN),
    ("Somchai Jaidee", "somchai@example.com", "+66810000002", "somchai", Role.CUSTOMER),
    ("Malee Srisai", "malee@example.com", "+66810000003", "malee", Role.CUSTOMER),
    ("John Carter", "john@example.com", "+14155550104", "john", Role.CUSTOMER),
    ("Emma Lindqvist", "emma@example.com", "+46701234505", "emma", Role.CUSTOMER),
)


# Recorded last: all of it was loaded. What is deleted after that is not loaded again.
LOADED = "sample_data.loaded"
IS_LOADED = """
SELECT EXISTS (
    SELECT 1 FROM audit_log WHERE subject = 'user' AND subject_id = $2 AND action = $1
) AS is_loaded
"""


@dataclass(frozen=True)
class SampleEvent:
    """An event in `in_days` days, at `hour` in the time zone of its venue.

    Without a capacity it has reserved seating, in a venue with seats.
    """

    title: str
    description: str
    venue: CreateVenueCommand
    kind: EventKind
    in_days: int
    hour: int
    capacity: int | None
    price: str
    currency: str
    max_tickets_per_user: int | None = None
    vip: tuple[int, str] | None = None
    add_ons: tuple[tuple[str, int, str], ...] = ()
    payment: Payment = Payment.NONE


def _place(name: str, location: str, country: str, timezone: str) -> CreateVenueCommand:
    return CreateVenueCommand(name=name, location=location, country=country, timezone=timezone)


OLD_VIC = _place("Old Vic", "London", "GB", "Europe/London")
SEATS = [
    NewSeat(section, row, str(number))
    for section, rows in (("Stalls", "ABCD"), ("Circle", "AB"))
    for row in rows
    for number in range(1, 11)
]

EVENTS = (
    SampleEvent(
        "Bangkok Rock Night",
        "Three bands, one night: Slow Monsoon open with their first record in five years, Paper "
        "Tigers follow, and The Long Tails play until the last boat leaves.\n\n"
        "VIP tickets include the balcony above the stage and a drink.",
        _place("Impact Arena", "Bangkok", "TH", "Asia/Bangkok"),
        EventKind.CONCERT, 30, 19, 5000, "1500.00", "THB", vip=(200, "4500.00"),
        add_ons=(("T-shirt", 300, "590.00"), ("Drink", 4000, "120.00")),
    ),
    SampleEvent(
        "Python in Production",
        "Two days of talks by people who run it: what broke at night, what it cost, and what "
        "they changed in the morning.\n\nLunch, coffee and the party are included.",
        _place("Messe Berlin", "Berlin", "DE", "Europe/Berlin"),
        EventKind.CONFERENCE, 60, 9, 400, "299.00", "EUR", payment=Payment.ONLINE,
    ),
    SampleEvent(
        "Hamlet",
        "The Royal Touring Company in the play that everybody quotes. Two hours and a half with "
        "one interval; the ghost walks through the stalls.",
        OLD_VIC, EventKind.THEATRE, 21, 19, None, "45.50", "GBP", max_tickets_per_user=6,
    ),
    SampleEvent(
        "City Derby",
        "The match of the season, between two halves of one city. Gates open two hours before "
        "the first whistle.",
        _place("Harbour Stadium", "Sydney", "AU", "Australia/Sydney"),
        EventKind.SPORT, 45, 15, 30000, "59.00", "AUD",
    ),
    SampleEvent(
        "Midnight Movie: Metropolis",
        "The restored cut on the large screen, with live piano. Ten seats on the balcony, and "
        "the popcorn is free.",
        _place("Castro", "San Francisco", "US", "America/Los_Angeles"),
        EventKind.MOVIE, 7, 23, 10, "18.00", "USD", max_tickets_per_user=2,
    ),
    SampleEvent(
        "Tea and Shamisen",
        "An afternoon in rooms of 1870: three pieces, three bowls of tea, and time to ask how "
        "either is made. Please be there ten minutes early.",
        _place("Nishijin Machiya", "Kyoto", "JP", "Asia/Tokyo"),
        EventKind.OTHER, 35, 15, 24, "4800", "JPY", max_tickets_per_user=4,
    ),
    SampleEvent(
        "Oud by the Gulf",
        "Four players and one tradition, in the open air. Cushions are there; bring a jacket, the "
        "wind comes from the sea.",
        _place("Dhow Harbour", "Kuwait City", "KW", "Asia/Kuwait"),
        EventKind.CONCERT, 50, 20, 300, "12.500", "KWD", vip=(40, "27.750"),
    ),
)  # fmt: skip

# (user, event, number of tickets, whether it is cancelled afterwards): 7 bookings, 15 tickets.
BOOKINGS = (
    ("somchai@example.com", "Bangkok Rock Night", 3, False),
    ("somchai@example.com", "Midnight Movie: Metropolis", 2, False),
    ("malee@example.com", "Bangkok Rock Night", 2, True),
    ("malee@example.com", "Hamlet", 2, False),
    ("john@example.com", "City Derby", 4, False),
    ("john@example.com", "Python in Production", 1, False),
    ("emma@example.com", "Midnight Movie: Metropolis", 1, True),
)


async def load_sample_data(container: Container, say: Callable[[str], None]) -> None:
    """Add what is missing, and report it with `say`. The database must be open and migrated."""
    users = {}
    for name, email, phone, username, role in USERS:
        wanted = User(name=name, email=email, phone=phone, username=username, role=role)
        users[email] = await make_user(container, wanted)
    say(f"  {len(users)} users")
    admin = Actor(users[ADMIN_EMAIL].id, Role.ADMIN)
    events = {sample.title: await _event(container, admin, sample) for sample in EVENTS}
    say(f"  {len(events)} events")
    paid = next(event for event in events.values() if event.payment is Payment.ONLINE)
    await agree_sample(container, admin, paid)
    for email, title, quantity, is_cancelled in BOOKINGS:
        buyer = Actor(users[email].id, Role.CUSTOMER)
        if events[title] is paid:
            await _order(container, buyer, admin, paid, quantity)
        else:
            await _booking(container, buyer, events[title], quantity, is_cancelled=is_cancelled)
    tickets = sum(quantity for _, _, quantity, _ in BOOKINGS)
    say(f"  {len(BOOKINGS)} bookings with {tickets} tickets")
    await settle_sample(container, admin, paid)
    say("  a month that is settled, with a payout")
    await record_loaded(container, LOADED, admin.id)


async def is_wanted(container: Container) -> bool:
    """Whether the database has no user yet, or incomplete sample data."""
    users = container.adapters.users()
    admin = await users.find_by_email(ADMIN_EMAIL)
    if admin is None:
        return not (await users.search(UserFilter(), PageRequest(limit=1))).items
    return not await is_recorded(LOADED, admin.id)


async def record_loaded(container: Container, what: str, user_id: int) -> None:
    """Note in the audit log, at this user, that it was loaded."""
    async with container.adapters.unit_of_work()() as uow:
        await uow.audit.record([AuditEntry(what, subject="user", subject_id=user_id, by=None)])
        await uow.commit()


async def is_recorded(what: str, user_id: int) -> bool:
    """Whether it was loaded."""
    (row,) = await current_connection().execute_query_dict(IS_LOADED, [what, user_id])
    return bool(row["is_loaded"])


async def make_user(container: Container, wanted: User) -> User:
    """The user of that address, who logs in with PASSWORD if they are new."""
    assert wanted.email is not None
    known = await container.adapters.users().find_by_email(wanted.email)
    if known is not None:
        return known
    hasher: PasswordHasher = container.adapters.password_hasher()
    wanted.password_hash = await hasher.hash(PASSWORD)
    # Without a use case: nobody could create the first admin.
    async with container.adapters.unit_of_work()() as uow:
        await uow.users.add(wanted)
        await uow.commit()
    return wanted


async def _event(container: Container, admin: Actor, sample: SampleEvent) -> Event:
    wanted = EventFilter(viewer=admin, q=sample.title)
    found = await container.adapters.events().search(wanted, PageRequest(sort="date_time"))
    for event in found.items:
        if event.title == sample.title and event.organizer_id == admin.id:
            return event
    timezone = sample.venue.timezone
    today = datetime.now(ZoneInfo(timezone)).replace(minute=0, second=0, microsecond=0)
    ticket_types = [NewTicketType(name=GENERAL_ADMISSION)]
    if sample.vip is not None:
        capacity, price = sample.vip
        vip = NewTicketType(name="VIP", category="VIP", capacity=capacity, price=Decimal(price))
        ticket_types.append(vip)
    ticket_types += [
        NewTicketType(name=name, admits=False, capacity=stock, price=Decimal(price))
        for name, stock, price in sample.add_ons
    ]
    is_seated = sample.capacity is None
    command = CreateEventCommand(
        title=sample.title,
        description=sample.description,
        venue_id=(await _venue(container, admin, sample.venue)).id,
        seating=Seating.RESERVED if is_seated else Seating.GENERAL,
        kind=sample.kind,
        date_time=today.replace(hour=sample.hour) + timedelta(days=sample.in_days),
        capacity=sample.capacity,
        price=Decimal(sample.price),
        currency=sample.currency,
        payment=sample.payment,
        max_tickets_per_user=sample.max_tickets_per_user,
        ticket_types=ticket_types,
    )
    return await container.catalogue.create_event().execute(admin, command)


async def _venue(container: Container, admin: Actor, wanted: CreateVenueCommand) -> Venue:
    # If it exists, it is one of the oldest venues, so on the first page.
    page = await container.catalogue.list_venues().execute(PageRequest(limit=100))
    known = [venue for venue in page.items if venue.name == wanted.name]
    venue = known[0] if known else await container.catalogue.create_venue().execute(admin, wanted)
    is_seated = wanted is OLD_VIC
    if is_seated and not await container.adapters.venues().seat_counts(venue.id):
        await container.catalogue.add_seats().execute(admin, venue.id, SEATS)
    return venue


async def _booking(
    container: Container, buyer: Actor, event: Event, quantity: int, *, is_cancelled: bool
) -> None:
    booking = await _known(container, buyer, event)
    if booking is None:
        ticket_types = await container.adapters.ticket_types().of_event(event.id)
        tickets = TicketRequest(
            quantity=quantity,
            ticket_type_id=ticket_types[0].id,
            is_best_available=event.is_seated,
        )
        purchase = Purchase(actor=buyer, wanted=EventTickets(event_id=event.id, tickets=tickets))
        booking = (await container.selling.book_tickets().execute(purchase)).result
    if is_cancelled and booking.status is BookingStatus.CONFIRMED:
        await container.returns.cancel_booking().execute(buyer, ChangeBookingCommand(booking.id))


async def _order(
    container: Container, buyer: Actor, organizer: Actor, event: Event, quantity: int
) -> None:
    """Tickets that are paid for, of the event that is paid through the shop."""
    booking = await _known(container, buyer, event)
    if booking is None:
        await sell(container, buyer, organizer, event, quantity)
    elif booking.status is BookingStatus.PENDING and booking.order_id is not None:
        await confirm(container, organizer, booking.order_id)


async def _known(container: Container, buyer: Actor, event: Event) -> Booking | None:
    wanted = BookingFilter(event_id=event.id, user_id=buyer.id)
    found = await container.adapters.bookings().search(wanted, PageRequest())
    return next(iter(found.items), None)
