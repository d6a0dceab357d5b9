"""What a visitor chose on an event's page: tickets by type, seats, or the best that are free."""

from collections.abc import Iterable

from src.domain.entities.event import Event
from src.domain.errors import ValidationFailed
from src.domain.services.allocation import TicketRequest

PREFIX = "type_"
MAX_QUANTITY = 1000
MAX_DIGITS = 18


def quantities(pairs: Iterable[tuple[str, str]]) -> dict[int, int]:
    """The number of tickets of each type, from fields such as `type_12`; none of zero."""
    chosen: dict[int, int] = {}
    for name, value in pairs:
        type_id = name.removeprefix(PREFIX)
        if name.startswith(PREFIX) and _is_number(type_id) and value.strip():
            if not _is_number(value.strip()) or int(value) > MAX_QUANTITY:
                raise ValidationFailed(f"body.{name}", "Choose a number of tickets.")
            if int(value):
                chosen[int(type_id)] = int(value)
    return chosen


def requests_of(event: Event, chosen: dict[int, int]) -> list[TicketRequest]:
    """Requests for so many tickets of each type; numbered seats are the best that are free."""
    return [
        TicketRequest(quantity=quantity, ticket_type_id=type_id, is_best_available=event.is_seated)
        for type_id, quantity in chosen.items()
    ]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS
