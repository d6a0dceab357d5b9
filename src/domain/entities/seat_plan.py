"""The assignment of seats to ticket types in an event with reserved seating.

A ticket type sells the section that it names; one type may name none and sells all sections that
no other type names. A section without a ticket type is not part of the event. Capacities are the
resulting numbers of seats.
"""

from collections.abc import Iterable, Mapping, Sequence

from src.domain.entities.ticket_type import TicketType, admissions
from src.domain.errors import NotFound, ValidationFailed

SeatCounts = Mapping[str, int]
"""The number of seats by section of a venue."""


def types_by_section(
    ticket_types: Sequence[TicketType], sections: Iterable[str]
) -> dict[str, TicketType]:
    """Return the ticket type that sells each section, without sections that none sells."""
    by_name = {ticket_type.section: ticket_type for ticket_type in admissions(ticket_types)}
    sellers = {section: by_name.get(section) or by_name.get(None) for section in sections}
    return {section: seller for section, seller in sellers.items() if seller is not None}


def seat_count(
    ticket_type: TicketType, ticket_types: Sequence[TicketType], seats: SeatCounts
) -> int:
    """Return the number of seats that `ticket_type` sells; `ticket_types` are all of the event."""
    sellers = types_by_section(ticket_types, seats)
    return sum(seats[section] for section, seller in sellers.items() if seller is ticket_type)


def reassigned_sections(
    before: Sequence[TicketType], after: Sequence[TicketType], sections: Iterable[str]
) -> set[str]:
    """Return the sections that another ticket type, or none, sells after the change."""
    sellers = types_by_section(after, sections)
    return {
        section
        for section, seller in types_by_section(before, sections).items()
        if section not in sellers or sellers[section].id != seller.id
    }


def require_sections(ticket_types: Sequence[TicketType], seats: SeatCounts) -> None:
    """Raise NotFound for an unknown section, ValidationFailed for two types without a section."""
    for ticket_type in ticket_types:
        if ticket_type.section is not None and ticket_type.section not in seats:
            raise NotFound("section", ticket_type.section)
    if sum(ticket_type.section is None for ticket_type in admissions(ticket_types)) > 1:
        message = "Only one ticket type can sell the sections that no other names."
        raise ValidationFailed("body.section", message)


def require_no_sections(ticket_types: Sequence[TicketType]) -> None:
    """Raise ValidationFailed for a type with a section, where seating is not reserved."""
    if any(ticket_type.section is not None for ticket_type in ticket_types):
        message = "Only an event with reserved seating is sold by sections."
        raise ValidationFailed("body.section", message)


def require_seat_count(given: int | None, seats: int, *, what: str) -> None:
    """Raise ValidationFailed if a capacity is given that is not the number of seats."""
    if given is not None and given != seats:
        message = f"The capacity of {what} is the number of its seats, {seats}. Leave it out."
        raise ValidationFailed("body.capacity", message)
