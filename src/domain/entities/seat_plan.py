"""Which ticket type sells which seats of an event with reserved seating.

A type sells the section that it names; one type may name none, and sells every section that no
other names. A section that nobody sells is not part of the event. Capacities follow from that:
they are numbers of seats.
"""

from collections.abc import Iterable, Mapping, Sequence

from src.domain.entities.ticket_type import TicketType
from src.domain.errors import NotFound, ValidationFailed

SeatCounts = Mapping[str, int]
"""How many seats each section of a venue has."""


def types_by_section(
    ticket_types: Sequence[TicketType], sections: Iterable[str]
) -> dict[str, TicketType]:
    """Who sells each of these sections; one that nobody sells is left out."""
    by_name = {one.section: one for one in ticket_types}
    sellers = {section: by_name.get(section) or by_name.get(None) for section in sections}
    return {section: seller for section, seller in sellers.items() if seller is not None}


def seat_count(
    ticket_type: TicketType, ticket_types: Sequence[TicketType], seats: SeatCounts
) -> int:
    """How many seats this one of the types sells."""
    sellers = types_by_section(ticket_types, seats)
    return sum(seats[section] for section, seller in sellers.items() if seller is ticket_type)


def reassigned_sections(
    before: Sequence[TicketType], after: Sequence[TicketType], sections: Iterable[str]
) -> set[str]:
    """The sections that somebody sold before and that are another's, or nobody's, after."""
    sellers = types_by_section(after, sections)
    return {
        section
        for section, seller in types_by_section(before, sections).items()
        if section not in sellers or sellers[section].id != seller.id
    }


def require_sections(ticket_types: Sequence[TicketType], seats: SeatCounts) -> None:
    """Raise NotFound for a section that is not there, ValidationFailed for two without one."""
    for ticket_type in ticket_types:
        if ticket_type.section is not None and ticket_type.section not in seats:
            raise NotFound("section", ticket_type.section)
    if sum(one.section is None for one in ticket_types) > 1:
        message = "Only one ticket type can sell the sections that no other names."
        raise ValidationFailed("body.section", message)


def require_no_sections(ticket_types: Sequence[TicketType]) -> None:
    """Raise ValidationFailed for a section where seats are not reserved."""
    if any(one.section is not None for one in ticket_types):
        message = "Only an event with reserved seating is sold by sections."
        raise ValidationFailed("body.section", message)


def require_seat_count(given: int | None, seats: int, *, what: str) -> None:
    """Raise ValidationFailed unless the capacity given, if any, is the number of seats."""
    if given is not None and given != seats:
        message = f"The capacity of {what} is the number of its seats, {seats}. Leave it out."
        raise ValidationFailed("body.capacity", message)
