"""What of an event's stock somebody sees for whom some of its ticket types do not exist."""

from dataclasses import dataclass, replace

from src.domain.entities.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """The tickets of the types that are shown: `lapsed` of the `held` ones are free again."""

    capacity: int
    sold: int
    held: int
    lapsed: int


def with_stock(event: Event, shown: Stock) -> Event:
    """The event as if these were all its tickets.

    Its capacity is what they have taken and what of them is left, so that neither a hidden type's
    size nor its sales can be read off the numbers.
    """
    left = shown.capacity - shown.sold - shown.held + shown.lapsed
    left = max(0, min(left, event.tickets_available))
    return replace(
        event,
        capacity=left + shown.sold + shown.held - shown.lapsed,
        total_tickets_sold=shown.sold,
        tickets_held=shown.held,
        tickets_lapsed=shown.lapsed,
    )
