"""Printed tickets: what stands on them."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.shared.language import Language


class PageFormat(StrEnum):
    """The page that a ticket is laid out for: paper, or the display of a phone."""

    A4 = "a4"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLabel:
    """A seat as it is written on the seat and on the way to it."""

    section: str
    row: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTicket:
    """One admission. `token` is what its QR code says; `number` counts within the booking.

    It is 0 for a ticket that admits nobody.
    """

    number: int
    code: str
    token: str
    holder: str
    ticket_type: str
    price: Decimal
    seat: SeatLabel | None = None
    gate: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketSheet:
    """Tickets of one booking. Times are aware; they are printed in `timezone` (IANA name).

    `country` is a code of ISO 3166, None where the event's is not known.
    """

    event_title: str
    venue: str | None
    location: str | None
    country: str | None
    starts_at: datetime
    ends_at: datetime
    timezone: str
    language: Language
    terms: str | None
    currency: str
    booking_reference: str
    order_reference: str | None
    booked_at: datetime
    quantity: int
    tickets: tuple[PrintedTicket, ...]


@dataclass(frozen=True, slots=True)
class TicketDocument:
    """Tickets as a file, and the name to save it under, without its ending."""

    name: str
    content: bytes
