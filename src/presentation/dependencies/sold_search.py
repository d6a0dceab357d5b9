"""What lists of orders, bookings and transactions are searched for."""

from enum import StrEnum
from typing import Annotated

from fastapi import Query

from src.application.dtos.sold import SoldSearch, TransactionSearch
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import Payment
from src.domain.entities.order import OrderStatus
from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.domain.shared.times import in_zone_or_none
from src.presentation.schemas.fields import QueryId, SearchText, When


class ListFormat(StrEnum):
    """A list as JSON, in pages, or as one table."""

    JSON = "json"
    CSV = "csv"


# Generated clients cannot read an answer of two shapes; in the document the table has its own path.
Format = Annotated[ListFormat, Query(alias="format", include_in_schema=False)]

EventId = Annotated[QueryId | None, Query()]
UserId = Annotated[QueryId | None, Query()]
Words = Annotated[
    SearchText | None,
    Query(
        description="Part of the buyer's name or e-mail address, or a reference, or the code of a "
        "ticket or discount."
    ),
]
Reference = Annotated[
    SearchText | None, Query(description="The reference of the order or of a booking.")
]
Provider = Annotated[
    SearchText | None, Query(description="Only what was paid through this payment provider.")
]
Complimentary = Annotated[
    bool | None, Query(description="Only what was given away, or only what was sold.")
]
Since = Annotated[When | None, Query(description="Made at or after.")]
Until = Annotated[When | None, Query(description="Made before.")]


def order_search(
    event_id: EventId = None,
    user_id: UserId = None,
    status: OrderStatus | None = None,
    payment: Annotated[
        Payment | None, Query(description="Paid online, or outside the service.")
    ] = None,
    provider: Provider = None,
    reference: Reference = None,
    q: Words = None,
    date_from: Since = None,
    date_to: Until = None,
) -> SoldSearch:
    """Which orders."""
    return SoldSearch(
        event_id=event_id,
        user_id=user_id,
        status=status,
        payment=payment,
        provider=provider,
        reference=reference,
        q=q,
        date_from=in_zone_or_none(date_from, "UTC"),
        date_to=in_zone_or_none(date_to, "UTC"),
    )


def booking_search(
    event_id: EventId = None,
    user_id: UserId = None,
    status: BookingStatus | None = None,
    provider: Provider = None,
    reference: Reference = None,
    q: Words = None,
    date_from: Since = None,
    date_to: Until = None,
    complimentary: Complimentary = None,
) -> SoldSearch:
    """Which bookings."""
    return SoldSearch(
        is_complimentary=complimentary,
        event_id=event_id,
        user_id=user_id,
        status=status,
        provider=provider,
        reference=reference,
        q=q,
        date_from=in_zone_or_none(date_from, "UTC"),
        date_to=in_zone_or_none(date_to, "UTC"),
    )


def event_booking_search(
    user_id: UserId = None,
    status: BookingStatus | None = None,
    provider: Provider = None,
    reference: Reference = None,
    q: Words = None,
    date_from: Since = None,
    date_to: Until = None,
    complimentary: Complimentary = None,
) -> SoldSearch:
    """Which bookings of an event that the address names."""
    return booking_search(
        None, user_id, status, provider, reference, q, date_from, date_to, complimentary
    )


def transaction_search(
    order_id: Annotated[QueryId | None, Query()] = None,
    event_id: Annotated[
        QueryId | None, Query(description="Only refunds of this event's bookings.")
    ] = None,
    of_event_id: Annotated[
        QueryId | None, Query(description="Only payments and refunds of orders with this event.")
    ] = None,
    user_id: UserId = None,
    kind: TransactionKind | None = None,
    status: TransactionStatus | None = None,
    provider: SearchText | None = None,
    reference: Reference = None,
    q: Words = None,
    date_from: Since = None,
    date_to: Until = None,
) -> TransactionSearch:
    """Which payments and refunds."""
    return TransactionSearch(
        order_id=order_id,
        event_id=of_event_id,
        refunded_event_id=event_id,
        user_id=user_id,
        kind=kind,
        status=status,
        provider=provider,
        reference=reference,
        q=q,
        date_from=in_zone_or_none(date_from, "UTC"),
        date_to=in_zone_or_none(date_to, "UTC"),
    )
