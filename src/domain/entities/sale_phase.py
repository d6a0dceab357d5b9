"""Where an event, or a ticket type, stands in its life as something to buy."""

from datetime import datetime
from enum import StrEnum

from src.domain.entities.event import Event, EventStatus
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus


class SalePhase(StrEnum):
    """What somebody who wants tickets has to know first."""

    DRAFT = "draft"
    CANCELLED = "cancelled"
    OVER = "over"
    STARTED = "started"
    NOT_YET = "not_yet"
    ENDED = "ended"
    PAUSED = "paused"
    SOLD_OUT = "sold_out"
    ON_SALE = "on_sale"


OF_STATUS = {
    EventStatus.DRAFT: SalePhase.DRAFT,
    EventStatus.CANCELLED: SalePhase.CANCELLED,
    EventStatus.COMPLETED: SalePhase.OVER,
}
OF_TYPE_STATUS = {
    TicketTypeStatus.CLOSED: SalePhase.ENDED,
    TicketTypeStatus.PAUSED: SalePhase.PAUSED,
}


def event_phase(event: Event, now: datetime) -> SalePhase:
    """The phase of an event: ON_SALE only where `require_on_sale` lets a buyer pass."""
    if event.status is not EventStatus.ACTIVE:
        return OF_STATUS[event.status]
    if now >= event.date_time:
        return SalePhase.OVER if event.is_over(now) else SalePhase.STARTED
    return _window(event, now) or _stock(event.tickets_available)


def type_phase(event: Event, ticket_type: TicketType, now: datetime) -> SalePhase:
    """The phase of a ticket type, which is its event's unless that is on sale."""
    of_event = event_phase(event, now)
    if of_event not in (SalePhase.ON_SALE, SalePhase.SOLD_OUT):
        return of_event
    if ticket_type.status is not TicketTypeStatus.AVAILABLE:
        return OF_TYPE_STATUS[ticket_type.status]
    return _window(ticket_type, now) or _stock(ticket_type.available)


def _window(sold: Event | TicketType, now: datetime) -> SalePhase | None:
    if sold.sales_start is not None and now < sold.sales_start:
        return SalePhase.NOT_YET
    if sold.sales_end is not None and now >= sold.sales_end:
        return SalePhase.ENDED
    return None


def _stock(left: int) -> SalePhase:
    return SalePhase.ON_SALE if left > 0 else SalePhase.SOLD_OUT
