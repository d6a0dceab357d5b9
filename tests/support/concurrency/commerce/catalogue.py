"""What is on sale in the world of commerce: events in three currencies, of two owners, and codes.

The smallest units are dollars' cents, whole yen, and thousandths of a Kuwaiti dinar.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from src.application.catalogue.new_ticket_type import NewTicketType
from src.application.use_cases.discount.create_discount import CreateDiscountCommand
from src.application.use_cases.event.create_event import CreateEventCommand
from src.domain.entities.cancellation_policy import CancellationPolicy
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.event import Payment, Seating
from src.domain.entities.price_tier import PriceTier
from src.domain.entities.seller import Seller

DOLLARS, YEN, DINARS = "USD", "JPY", "KWD"

CAPACITY, LIMIT, SEATS, SHIRTS = 12, 7, 6, 4

UNITS = {DOLLARS: Decimal("0.01"), YEN: Decimal(1), DINARS: Decimal("0.001")}

FEES: dict[str, dict[str, Any]] = {
    DOLLARS: {"service_fee_fixed": Decimal("1.50"), "service_fee_percent": Decimal("2.00")},
    YEN: {"service_fee_fixed": Decimal(50), "service_fee_percent": Decimal("2.50")},
    DINARS: {"service_fee_fixed": Decimal("0.105"), "service_fee_percent": Decimal("1.25")},
}

KEEPING = {
    DOLLARS: CancellationPolicy(
        until=timedelta(days=1), kept_percent=Decimal(10), kept_fixed=Decimal("1.00")
    ),
    YEN: CancellationPolicy(
        until=timedelta(days=2), kept_percent=Decimal(33), kept_fixed=Decimal(0)
    ),
    DINARS: CancellationPolicy(
        until=timedelta(hours=1), kept_percent=Decimal("7.5"), kept_fixed=Decimal("0.005")
    ),
}
"""What organizers keep of tickets that buyers give back."""


def two_prices(now: datetime) -> CreateEventCommand:
    """In dollars, with fees and a tax; its tickets wait three days for a bank transfer."""
    types = [_type("Standard", "25.00"), _type("Odd", "9.99")]
    return _event(now, types, tax_rate=Decimal("7.00"), payment_days=3, **FEES[DOLLARS])


def with_add_on(now: datetime) -> CreateEventCommand:
    """In dollars, the tax included; there is a limit for each buyer, and a shirt."""
    shirt = _type("Shirt", "15.50", admits=False, capacity=SHIRTS)
    return _event(
        now,
        [_type("Standard", "20.00"), shirt],
        tax_rate=Decimal("19.00"),
        tax_inclusive=True,
        max_tickets_per_user=LIMIT,
    )


def in_yen(now: datetime) -> CreateEventCommand:
    """Its first tickets cost less; they wait two days for a bank transfer."""
    early = PriceTier(name="Early", price=Decimal(1999), up_to=3)
    types = [_type("Standard", "2500", price_tiers=[early]), _type("Odd", "333")]
    return _event(now, types, currency=YEN, tax_rate=Decimal(10), payment_days=2, **FEES[YEN])


def in_dinars(now: datetime) -> CreateEventCommand:
    """In thousandths, of which buyers may give more; it is over within some hours."""
    types = [_type("Standard", "7.250", is_price_open=True), _type("Odd", "1.005")]
    starts_in = timedelta(hours=7)
    return _event(
        now,
        types,
        date_time=now + starts_in,
        ends_at=now + starts_in + timedelta(hours=1),
        currency=DINARS,
        tax_rate=Decimal("5.00"),
        **FEES[DINARS],
    )


def of_another_owner(now: datetime) -> CreateEventCommand:
    """In dollars, without a fee; paid to an account of its own."""
    return _event(now, [_type("Standard", "12.34")], payment_instructions="To another account.")


def with_seats(now: datetime, venue_id: int) -> CreateEventCommand:
    """In dollars, in a hall."""
    return CreateEventCommand(
        title="Seated",
        date_time=now + timedelta(days=30),
        price=Decimal("30.00"),
        seating=Seating.RESERVED,
        payment=Payment.ONLINE,
        venue_id=venue_id,
    )


GENERAL: list[Callable[[datetime], CreateEventCommand]] = [
    two_prices,
    with_add_on,
    in_yen,
    in_dinars,
    of_another_owner,
]
"""The events without seats; `of_another_owner` is the last."""

WITH_POLICY = {0, 2, 3}
"""Those, by their numbers, whose buyers may give tickets back from the start."""

CODES = {
    "HALF": {"kind": DiscountKind.PERCENT, "value": Decimal(50), "max_uses": 3},
    "TEN": {
        "kind": DiscountKind.FIXED,
        "value": Decimal(10),
        "currency": DOLLARS,
        "max_uses_per_user": 1,
    },
    "YEN": {
        "kind": DiscountKind.FIXED,
        "value": Decimal(500),
        "currency": YEN,
        "min_spend": Decimal(1000),
    },
    "CAP": {
        "kind": DiscountKind.PERCENT,
        "value": Decimal("33.33"),
        "currency": DOLLARS,
        "max_discount": Decimal("7.77"),
        "max_tickets": 5,
    },
}
"""The terms of the first owner's codes, for all their events."""

ANOTHER_HALF = {"kind": DiscountKind.PERCENT, "value": Decimal(30), "max_tickets": 4}
"""The terms of the second owner's code, which is called HALF too."""


def code(name: str, terms: dict[str, Any]) -> CreateDiscountCommand:
    """The code to create."""
    return CreateDiscountCommand(code=name, **terms)


def _type(name: str, price: str, **fields: Any) -> NewTicketType:
    return NewTicketType(name=name, price=Decimal(price), **fields)


def _event(now: datetime, types: list[NewTicketType], **fields: Any) -> CreateEventCommand:
    return CreateEventCommand(
        **{
            "title": "Online",
            "date_time": now + timedelta(days=30),
            "capacity": CAPACITY,
            "payment": Payment.ONLINE,
            "ticket_types": types,
            **fields,
        }
    )


def seller(user_id: int) -> Seller:
    """Who sells, for invoices; the currencies and taxes are those of the events."""
    return Seller(
        user_id=user_id,
        name="Konzerthaus GmbH",
        street="Uferstraße 12",
        postal_code="10115",
        city="Berlin",
        country="DE",
        vat_id="DE123456789",
        invoice_prefix=f"S{user_id}-",
        timezone="Europe/Berlin",
    )
