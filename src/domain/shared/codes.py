"""Human-readable codes: ticket codes, and references of bookings and orders."""

from collections.abc import Callable
from datetime import UTC, datetime

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Upper-case letters and digits without those that are easily confused (0/O, 1/I/L, U/V)."""

RANDOM_LENGTH = 8

RandomCode = Callable[[], str]
"""Returns `RANDOM_LENGTH` characters of `ALPHABET` from a cryptographic source."""


def ticket_code(issued_at: datetime, random_code: RandomCode) -> str:
    """Return a code `TKT-YYYYMMDD-XXXXXXXX` with the UTC date on which the ticket was issued."""
    return f"TKT-{issued_at.astimezone(UTC):%Y%m%d}-{random_code()}"


def booking_reference(random_code: RandomCode) -> str:
    """Return a reference `BKG-XXXXXXXX`, which a buyer quotes to the box office."""
    return f"BKG-{random_code()}"


def order_reference(random_code: RandomCode) -> str:
    """Return a reference `ORD-XXXXXXXX`, which a buyer quotes when asking about a payment."""
    return f"ORD-{random_code()}"
