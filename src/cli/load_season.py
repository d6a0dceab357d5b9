"""Load the season of `make demo`, after the sample data, with the same use cases."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import cycle
from zoneinfo import ZoneInfo

from src.application.catalogue.new_ticket_type import NewTicketType
from src.application.selling.purchase import EventTickets, Purchase
from src.application.use_cases.event.create_event import CreateEventCommand
from src.application.use_cases.event.update_event import UpdateEventCommand
from src.application.use_cases.venue.create_venue import CreateVenueCommand
from src.cli.load_sample_data import ADMIN_EMAIL, USERS, is_recorded, make_user, record_loaded
from src.cli.load_settlement import settle
from src.cli.season import EVENTS, VENUES, SeasonEvent, SeasonType, SeasonVenue
from src.container import Container
from src.domain.entities.event import Event, EventChanges, EventStatus, Seating
from src.domain.entities.price_tier import PriceTier
from src.domain.entities.user import Actor, Role, User
from src.domain.entities.venue import Venue
from src.domain.repositories.page import PageRequest
from src.domain.repositories.venue import NewSeat
from src.domain.services.allocation import TicketRequest
from src.infrastructure.database.orm import current_connection

ORGANIZER = User(
    name="Riverside Stages",
    email="organizer@example.com",
    phone="+4915100000006",
    username="riverside",
    role=Role.ORGANIZER,
)

FIRST_DAY = timedelta(days=2)
"""An event that is past was made as one to come, then moved."""

LOADED = "season.loaded"
TITLES = "SELECT title FROM events"
MOVE = "UPDATE events SET date_time = $2, ends_at = $3 WHERE id = $1"
LARGEST_BOOKING = 20


async def load_season(container: Container, say: Callable[[str], None]) -> None:
    """Add what is missing of the season, once. The sample data must be loaded."""
    users = container.adapters.users()
    maker = await make_user(container, ORGANIZER)
    if await is_recorded(LOADED, maker.id):
        return
    people = [await users.find_by_email(email) for _, email, *_ in USERS]
    buyers = [Actor(who.id, who.role) for who in people if who and who.role is Role.CUSTOMER]
    organizer = Actor(maker.id, Role.ORGANIZER)
    venues = {place.name: await _venue(container, organizer, place) for place in VENUES}
    # After an interruption, at most the event that was being made is not as planned.
    known = {row["title"] for row in await current_connection().execute_query_dict(TITLES)}
    for planned in EVENTS:
        if planned.title in known:
            continue
        venue = venues[planned.venue]
        starts = _starts(planned, venue.timezone)
        event = await _event(container, organizer, planned, venue, starts)
        await _sell(container, buyers, planned, event)
        await _finish(container, organizer, planned, event, starts)
    admin = await users.find_by_email(ADMIN_EMAIL)
    assert admin is not None
    await settle(container, Actor(admin.id, Role.ADMIN), organizer)
    say(f"  a season of {len(EVENTS)} events at {len(VENUES)} venues")
    say(f"  log in as {ORGANIZER.email} to manage them")
    await record_loaded(container, LOADED, maker.id)


async def _venue(container: Container, organizer: Actor, place: SeasonVenue) -> Venue:
    command = CreateVenueCommand(
        name=place.name,
        location=place.location,
        country=place.country,
        timezone=place.timezone,
    )
    page = await container.catalogue.list_venues().execute(PageRequest(limit=100))
    known = [venue for venue in page.items if venue.name == place.name]
    if known:
        return known[0]
    venue = await container.catalogue.create_venue().execute(organizer, command)
    seats = [
        NewSeat(section, row, str(number))
        for section, rows, width in place.blocks
        for row in rows
        for number in range(1, width + 1)
    ]
    if seats:
        await container.catalogue.add_seats().execute(organizer, venue.id, seats)
    return venue


async def _event(
    container: Container, organizer: Actor, planned: SeasonEvent, venue: Venue, starts: datetime
) -> Event:
    if planned.in_days < 0:
        starts = datetime.now(UTC) + FIRST_DAY
    is_seated = all(kind.capacity is None for kind in planned.types)
    on_sale = planned.on_sale_in
    command = CreateEventCommand(
        title=planned.title,
        description=planned.description,
        venue_id=venue.id,
        kind=planned.kind,
        date_time=starts,
        ends_at=starts + timedelta(hours=planned.hours),
        currency=planned.currency,
        seating=Seating.RESERVED if is_seated else Seating.GENERAL,
        payment=planned.payment,
        sales_start=None if on_sale is None else datetime.now(UTC) + timedelta(hours=on_sale),
        service_fee_fixed=Decimal(planned.fee),
        tax_rate=Decimal(planned.tax),
        tax_inclusive=planned.is_tax_included,
        terms=planned.terms,
        language=planned.language,
        allows_reentry=planned.allows_reentry,
        ticket_types=[
            NewTicketType(
                name=kind.name,
                section=kind.name if is_seated else None,
                price=Decimal(kind.price),
                price_tiers=_tiers(kind, starts),
                is_price_open=kind.is_open,
                capacity=kind.capacity,
            )
            for kind in planned.types
        ],
    )
    return await container.catalogue.create_event().execute(organizer, command)


def _tiers(kind: SeasonType, starts: datetime) -> list[PriceTier]:
    """The early-bird price, which ends a week before the event at the latest."""
    if kind.early is None:
        return []
    price, number = kind.early
    until = starts - timedelta(days=7)
    return [PriceTier(name="Early bird", price=Decimal(price), until=until, up_to=number)]


def _starts(planned: SeasonEvent, timezone: str) -> datetime:
    """The time by the clock at the venue."""
    hour, minute = map(int, planned.at.split(":"))
    day = datetime.now(ZoneInfo(timezone)) + timedelta(days=planned.in_days)
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


async def _sell(
    container: Container, buyers: list[Actor], planned: SeasonEvent, event: Event
) -> None:
    """Sell what is said to be sold, in turn to each of the buyers."""
    types = await container.adapters.ticket_types().of_event(event.id)
    buyer = cycle(buyers)
    for kind, ticket_type in zip(planned.types, types, strict=True):
        for first in range(0, kind.sold, LARGEST_BOOKING):
            tickets = TicketRequest(
                quantity=min(LARGEST_BOOKING, kind.sold - first),
                ticket_type_id=ticket_type.id,
                is_best_available=event.is_seated,
            )
            wanted = EventTickets(event_id=event.id, tickets=tickets)
            purchase = Purchase(actor=next(buyer), wanted=wanted)
            await container.selling.book_tickets().execute(purchase)


async def _finish(
    container: Container, organizer: Actor, planned: SeasonEvent, event: Event, starts: datetime
) -> None:
    """What comes after selling: the limit for everybody else, a cancellation, the past."""
    status = EventStatus.CANCELLED if planned.is_cancelled else None
    changes: EventChanges = {"max_tickets_per_user": planned.limit}
    command = UpdateEventCommand(event.id, changes, status)
    await container.catalogue.update_event().execute(organizer, command)
    if starts < event.date_time:
        values = [event.id, starts, starts + timedelta(hours=planned.hours)]
        await current_connection().execute_query(MOVE, values)
