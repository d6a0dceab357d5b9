"""Capacities that were left out: an event's is the sum of its types', a type's is the event's.

They follow: a change of the numbers that were given changes them too. Add-ons have a stock of
their own and take no part in it. Where seating is reserved
all capacities are numbers of seats, see `Event.sync_capacity`.
"""

from collections.abc import Sequence

from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType, admissions, require_capacity
from src.domain.errors import ValidationFailed

MAX_SUM = 1_000_000_000
"""More than any event sells, and less than the database can count to."""


def derive_capacities(event: Event, ticket_types: Sequence[TicketType]) -> list[TicketType]:
    """Set the capacities that follow; the types whose capacity changed.

    `ticket_types` are all types of the event. Those without a capacity of their own limit
    nothing and do not count towards the event's. Raises ValidationFailed where nothing is given
    to follow; InUse when a capacity would be below what is sold or held.
    """
    if event.capacity_is_derived:
        event.capacity = sum_of_capacities(ticket_types)
    require_capacity(event.capacity, taken=event.total_tickets_sold + event.tickets_held)
    changed = []
    for ticket_type in admissions(ticket_types):
        if ticket_type.capacity_is_derived and ticket_type.capacity != event.capacity:
            require_capacity(event.capacity, taken=ticket_type.sold + ticket_type.held)
            ticket_type.capacity = event.capacity
            changed.append(ticket_type)
        ticket_type.event_left = event.tickets_available
    return changed


def sum_of_capacities(ticket_types: Sequence[TicketType]) -> int:
    """Return the sum of the capacities that were given. Raises ValidationFailed without any."""
    given = [known.capacity for known in admissions(ticket_types) if not known.capacity_is_derived]
    if not given:
        message = "Give the event a capacity, or every ticket type one."
        raise ValidationFailed("body.capacity", message, reason="missing")
    if sum(given) > MAX_SUM:
        raise ValidationFailed("body.capacity", "That is more than an event can have.")
    return sum(given)


def raise_capacity(event: Event, only_type: TicketType) -> None:
    """Raise the event's capacity to that of its only type, which it would limit otherwise.

    It is not lowered: other types may be added.
    """
    event.capacity = max(event.capacity, only_type.capacity)
