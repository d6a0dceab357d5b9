"""Entities with every field set to something else than its default, and a way to save them."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import MISSING, fields
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from src.domain.entities.booking import Booking
from src.domain.entities.event import Event, EventKind, EventStatus, Payment, Seating
from src.domain.entities.order import Order, OrderItem
from src.domain.entities.price_tier import PriceTier
from src.domain.entities.ticket import Ticket
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.entities.user import Role, User
from src.domain.shared.language import Language
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork

Result = TypeVar("Result")

SOON = datetime(2036, 6, 1, 19, 0, 0, 123456, tzinfo=UTC)

# Given by the database, or (the counters) kept by its triggers and never written by us.
GIVEN = {
    "tickets_lapsed",
    "lapsed",
    "version",
    "total_bookings",
    "total_tickets_sold",
    "total_revenue",
    "tickets_held",
    "sold",
    "held",
}


async def saved(work: Callable[[TortoiseUnitOfWork], Awaitable[Result]]) -> Result:
    """Do this work in a transaction and commit it."""
    async with TortoiseUnitOfWork() as uow:
        result = await work(uow)
        await uow.commit()
    return result


def assert_every_field_is_set(entity: Any, *, but: Collection[str] = ()) -> None:
    """No field has its default value, or the test would not see it being forgotten."""
    for field in (field for field in fields(entity) if field.name not in but):
        value = getattr(entity, field.name)
        if field.default is not MISSING and field.name not in GIVEN:
            assert value != field.default, f"{field.name} has its default value"
        if field.default_factory is not MISSING:
            assert value, f"{field.name} is empty"


def new_user(**changes: Any) -> User:
    values: dict[str, Any] = {
        "name": "Nina",
        "phone": "+66812345678",
        "email": "nina@test.example",
        "username": "nina",
        "full_name": "Nina New",
        "role": Role.ORGANIZER,
        "is_active": False,
        "password_hash": "$argon2id$v=19$...",
        "external_issuer": "https://identity.test.example",
        "external_id": "subject-1",
        "awaits_verification": True,
        "is_guest": True,
        "language": Language.TH,
        "unwanted_mails": ["payment_reminder"],
    }
    return User(**(values | changes))


def new_event(organizer_id: int, **changes: Any) -> Event:
    values: dict[str, Any] = {
        "title": "Hamlet",
        "description": "A play.",
        "venue": "Old Vic",
        "country": "GB",
        "kind": EventKind.THEATRE,
        "date_time": SOON,
        "ends_at": SOON + timedelta(hours=2),
        "timezone": "Europe/London",
        "capacity": 100,
        "capacity_is_derived": True,
        "price": Decimal("45.50"),
        "tier_price": Decimal("40.25"),
        "currency": "GBP",
        "status": EventStatus.DRAFT,
        "seating": Seating.RESERVED,
        "payment": Payment.ONLINE,
        "max_tickets_per_user": 6,
        "sales_start": SOON - timedelta(days=30),
        "sales_end": SOON - timedelta(hours=1),
        "service_fee_fixed": Decimal("1.50"),
        "service_fee_percent": Decimal("2.50"),
        "tax_rate": Decimal("20.00"),
        "tax_inclusive": True,
        "fee_tax_rate": Decimal("19.00"),
        "listed_tax_rate": Decimal("5.50"),
        "terms": "No umbrellas.",
        "language": Language.DE,
        "allows_reentry": True,
        "allows_transfer": False,
        "allows_bank_transfer": False,
        "payment_days": 5,
        "payment_instructions": "IBAN GB33 BUKB 2020 1555 5555 55.",
        "cancellation_until": 7200,
        "cancellation_kept_percent": Decimal("10.50"),
        "cancellation_kept_fixed": Decimal("1.25"),
        "organizer_id": organizer_id,
    }
    return Event(**(values | changes))


def new_ticket_type(event_id: int, **changes: Any) -> TicketType:
    values: dict[str, Any] = {
        "event_id": event_id,
        "name": "VIP",
        "category": "Premium",
        "price": Decimal("90.10"),
        "price_tiers": (
            PriceTier(name="Early bird", price=Decimal("80.05"), until=SOON, up_to=10),
            PriceTier(name="Advance", price=Decimal("85"), up_to=20),
        ),
        "read_at": SOON,
        "capacity": 40,
        "capacity_is_derived": True,
        "sales_start": SOON - timedelta(days=20),
        "sales_end": SOON - timedelta(days=1),
        "status": TicketTypeStatus.PAUSED,
        "event_left": 100,
        "section": "A",
        "is_hidden": True,
        "tax_rate": Decimal("5.50"),
    }
    return TicketType(**(values | changes))


def new_ticket(ticket_type: TicketType, user: User, **changes: Any) -> Ticket:
    values: dict[str, Any] = {
        "event_id": ticket_type.event_id,
        "ticket_type_id": ticket_type.id,
        "user_id": user.id,
        "price": Decimal("90.10"),
    }
    return Ticket(**(values | changes))


def new_booking(tickets: list[Ticket], **changes: Any) -> Booking:
    """A hold of these tickets."""
    values: dict[str, Any] = {
        "reference": "BKG-7K2M9QXA",
        "user_id": tickets[0].user_id,
        "event_id": tickets[0].event_id,
        "quantity": len(tickets),
        "total_amount": Decimal("90.10") * len(tickets),
        "currency": "GBP",
        "booking_date": SOON - timedelta(days=2),
        "expires_at": SOON,
        "tickets": tickets,
    }
    return Booking(**(values | changes))


def new_order(user_id: int, **changes: Any) -> Order:
    """A pending order without items and bookings, and without what is edited later."""
    values: dict[str, Any] = {
        "reference": "ORD-7K2M9QXA",
        "user_id": user_id,
        "payment": Payment.ONLINE,
        "currency": "GBP",
        "subtotal": Decimal("200.00"),
        "discount_amount": Decimal("19.80"),
        "fee_amount": Decimal("5.00"),
        "tax_amount": Decimal("30.00"),
        "tax_included": Decimal("10.00"),
        "total_amount": Decimal("205.20"),
        "contact_name": "Nina New",
        "contact_email": "nina@test.example",
        "contact_phone": "+66812345678",
        "notes": "On the aisle, please.",
        "expires_at": SOON,
    }
    return Order(**(values | changes))


def new_item(booking: Booking, **changes: Any) -> OrderItem:
    """The tickets of this stored booking, with the amounts of `new_order`."""
    values: dict[str, Any] = {
        "order_id": booking.order_id,
        "event_id": booking.event_id,
        "ticket_type_id": booking.tickets[0].ticket_type_id,
        "booking_id": booking.id,
        "quantity": booking.quantity,
        "unit_price": Decimal("100.00"),
        "subtotal": Decimal("200.00"),
        "discount_amount": Decimal("19.80"),
        "fee_amount": Decimal("5.00"),
        "tax_rate": Decimal("20.00"),
        "tax_amount": Decimal("30.00"),
        "tax_included": Decimal("10.00"),
        "fee_tax_rate": Decimal("19.00"),
        "fee_tax_amount": Decimal("0.80"),
        "event_country": "GB",
        "tax_inclusive": True,
        "total_amount": Decimal("205.20"),
    }
    return OrderItem(**(values | changes))
