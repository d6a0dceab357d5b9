"""What is saved is what is loaded, with every field set to something else than its default."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import asyncpg
import pytest

from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import Event, EventKind, EventStatus, Payment, Seating
from src.domain.entities.session import RefreshToken
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.entities.user import Role, User
from src.domain.entities.venue import Seat, Venue
from src.domain.repositories.venue import NewSeat
from src.domain.shared.language import Language
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork
from tests.support.api import Api
from tests.support.entities import (
    SOON,
    assert_every_field_is_set,
    new_booking,
    new_event,
    new_order,
    new_ticket,
    new_ticket_type,
    new_user,
    saved,
)


@pytest.fixture
async def user(api: Api) -> User:
    user = new_user()
    await saved(lambda uow: uow.users.add(user))
    return user


@pytest.fixture
async def event(user: User) -> Event:
    venue = Venue(name="Old Vic", owner_id=user.id)
    await saved(lambda uow: uow.venues.add(venue))
    event = new_event(user.id, venue_id=venue.id)
    await saved(lambda uow: uow.events.add(event))
    return event


@pytest.fixture
async def ticket_type(event: Event) -> TicketType:
    ticket_type = new_ticket_type(event.id)
    await saved(lambda uow: uow.ticket_types.add([ticket_type]))
    return ticket_type


@pytest.fixture
async def seats(event: Event) -> list[Seat]:
    wanted = [NewSeat("A", "1", number) for number in "12"]
    assert event.venue_id is not None
    venue_id = event.venue_id
    return await saved(lambda uow: uow.venues.add_seats(venue_id, wanted))


async def test_user_is_loaded_as_it_was_added(user: User) -> None:
    user.deleted_at = SOON
    # Nobody has ended the sessions of a new user.
    assert_every_field_is_set(user, but=("tokens_valid_from",))
    user.deleted_at = None
    assert await saved(lambda uow: uow.users.get(user.id)) == user


async def test_user_is_loaded_as_it_was_saved(user: User) -> None:
    changed = new_user(
        name="Somchai",
        phone="0812345678",
        email="somchai@test.example",
        username="somchai",
        full_name="Somchai Jaidee",
        role=Role.SCANNER,
        is_active=True,
        password_hash="$argon2id$other",
        external_issuer="https://other.test.example",
        external_id="subject-2",
        awaits_verification=False,
        deleted_at=SOON,
        id=user.id,
        created_at=user.created_at,
    )
    await saved(lambda uow: uow.users.save(changed))
    assert changed.version == 2
    found = await saved(lambda uow: uow.users.by_ids([user.id]))
    assert found == {user.id: changed}


async def test_event_is_loaded_as_it_was_added(event: Event) -> None:
    event.deleted_at = SOON
    # Its poster is set by a statement of its own, and some come from its seller.
    assert_every_field_is_set(event, but=("poster", "by_small_business", "tax_rounding"))
    event.deleted_at = None
    assert await saved(lambda uow: uow.events.get(event.id)) == event


async def test_event_is_loaded_as_it_was_saved(event: Event, user: User) -> None:
    other = new_user(phone=None, email=None, username=None, external_id="subject-3")
    await saved(lambda uow: uow.users.add(other))
    changed = new_event(
        other.id,
        title="Macbeth",
        description="Another play.",
        venue="The Globe",
        kind=EventKind.OTHER,
        date_time=SOON + timedelta(days=1),
        ends_at=SOON + timedelta(days=2),
        timezone="Asia/Bangkok",
        capacity=101,
        price=Decimal("0.01"),
        currency="THB",
        status=EventStatus.COMPLETED,
        seating=Seating.GENERAL,
        payment=Payment.NONE,
        max_tickets_per_user=7,
        sales_start=SOON - timedelta(days=3),
        sales_end=SOON - timedelta(days=2),
        service_fee_fixed=Decimal("0.50"),
        service_fee_percent=Decimal("1.25"),
        tax_rate=Decimal("7.00"),
        tax_inclusive=False,
        fee_tax_rate=None,
        listed_tax_rate=None,
        terms="No umbrellas.",
        language=Language.TH,
        allows_reentry=True,
        allows_transfer=False,
        deleted_at=SOON,
        id=event.id,
        created_at=event.created_at,
    )
    await saved(lambda uow: uow.events.save(changed))
    assert changed.version == 2
    assert await saved(lambda uow: uow.events.by_ids([event.id])) == {event.id: changed}


async def test_counters_of_an_event_are_read_and_never_written(
    event: Event, connection: asyncpg.Connection
) -> None:
    await connection.execute(
        "UPDATE events SET total_bookings = 1, total_tickets_sold = 2, tickets_held = 3, "
        "total_revenue = 4.50"
    )
    await saved(lambda uow: uow.events.save(event))
    loaded = await saved(lambda uow: uow.events.get(event.id))
    assert (loaded.total_bookings, loaded.total_tickets_sold) == (1, 2)
    assert (loaded.tickets_held, loaded.total_revenue) == (3, Decimal("4.50"))
    assert loaded == event


async def test_ticket_type_is_loaded_as_it_was_added(ticket_type: TicketType) -> None:
    # The tiers are set, which an open price has none of.
    assert_every_field_is_set(ticket_type, but={"admits", "is_price_open"})
    assert await saved(lambda uow: uow.ticket_types.get(ticket_type.id)) == ticket_type


async def test_ticket_type_is_loaded_as_it_was_saved(ticket_type: TicketType) -> None:
    changed = new_ticket_type(
        ticket_type.event_id,
        name="Standard",
        category="Plain",
        price=Decimal("1.00"),
        capacity=41,
        sales_start=SOON - timedelta(days=9),
        sales_end=SOON - timedelta(days=8),
        status=TicketTypeStatus.CLOSED,
        id=ticket_type.id,
        created_at=ticket_type.created_at,
    )
    await saved(lambda uow: uow.ticket_types.save(changed))
    assert changed.version == 2
    assert await saved(lambda uow: uow.ticket_types.of_event(changed.event_id)) == [changed]


async def test_booking_and_its_tickets_are_loaded_as_they_were_added_and_saved(
    ticket_type: TicketType, user: User, seats: list[Seat]
) -> None:
    order = new_order(user.id)
    await saved(lambda uow: uow.orders.add([order]))
    tickets = [new_ticket(ticket_type, user, seat=seat) for seat in seats]
    booking = new_booking(tickets, order_id=order.id)
    await saved(lambda uow: uow.bookings.add([booking]))
    assert_every_field_is_set(booking, but={"status", "is_extended", "complimentary_reason"})
    assert await saved(lambda uow: uow.bookings.get(booking.id)) == booking
    codes = iter(["8F3KQ2ZN", "9F3KQ2ZN"])
    booking.is_extended = True
    booking.confirm(now=SOON - timedelta(days=1), random_code=codes.__next__)
    await saved(lambda uow: uow.bookings.save(booking))
    assert booking.version == 2
    loaded = await saved(lambda uow: uow.bookings.get(booking.id))
    for expected, found in zip(booking.tickets, loaded.tickets, strict=True):
        found.updated_at = expected.updated_at
    assert loaded == booking


async def test_add_on_and_its_pieces_are_loaded_as_they_were_added(
    ticket_type: TicketType, user: User
) -> None:
    add_on = new_ticket_type(
        ticket_type.event_id, name="T-shirt", admits=False, section=None, capacity_is_derived=False
    )
    await saved(lambda uow: uow.ticket_types.add([add_on]))
    found = await saved(lambda uow: uow.ticket_types.get(add_on.id))
    assert (found.admits, found.section, found.own_capacity) == (False, None, 40)
    piece = new_ticket(add_on, user, admits=False)
    await saved(lambda uow: uow.bookings.add([new_booking([piece], quantity=0)]))
    assert (await saved(lambda uow: uow.tickets.get(piece.id))) == piece


async def test_ticket_is_loaded_as_it_was_saved(
    ticket_type: TicketType, user: User, seats: list[Seat]
) -> None:
    code = "TKT-20360601-8F3KQ2ZN"
    ticket = new_ticket(
        ticket_type, user, seat=seats[0], ticket_code=code, status=TicketStatus.ACTIVE
    )
    booking = new_booking([ticket], status=BookingStatus.CONFIRMED, expires_at=None)
    await saved(lambda uow: uow.bookings.add([booking]))
    ticket.use(by=user.id, gate="North", at=SOON, is_inside=True)
    ticket.issue = 2
    # What went back for a ticket is stored by a statement of its own.
    assert_every_field_is_set(ticket, but={"admits", "refunded_amount", "kept_amount"})
    await saved(lambda uow: uow.tickets.save(ticket))
    assert await saved(lambda uow: uow.tickets.get_by_code(code)) == ticket


async def test_refresh_token_is_loaded_as_it_was_added_and_saved(user: User) -> None:
    token = RefreshToken(
        user_id=user.id, family_id=uuid4(), token_hash=b"\x00" * 32, expires_at=SOON
    )
    await saved(lambda uow: uow.sessions.add(token))
    assert await saved(lambda uow: uow.sessions.lock(token.token_hash)) == token
    token.used_at, token.revoked_at = SOON - timedelta(days=2), SOON - timedelta(days=1)
    assert_every_field_is_set(token)
    await saved(lambda uow: uow.sessions.save(token))
    assert await saved(lambda uow: uow.sessions.lock(token.token_hash)) == token


async def test_work_that_is_not_committed_leaves_nothing(
    api: Api, connection: asyncpg.Connection
) -> None:
    async with TortoiseUnitOfWork() as uow:
        await uow.users.add(new_user())
    assert await connection.fetchval("SELECT count(*) FROM users") == 0
