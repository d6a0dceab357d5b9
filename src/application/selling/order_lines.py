"""Resolution of requested ticket types into the lines of an order."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.selling.purchase import OrderLine
from src.domain.errors import NotFound, ValidationFailed
from src.domain.repositories.ticket_type import TicketTypeRepository


@dataclass(frozen=True, slots=True)
class OrderItemRequest:
    """An item to order; `quantity` is the number of `seat_ids` where those are given."""

    ticket_type_id: int
    quantity: int
    seat_ids: tuple[int, ...] = ()


async def read_order_lines(
    ticket_types: TicketTypeRepository, items: Sequence[OrderItemRequest]
) -> tuple[OrderLine, ...]:
    """Return the order lines of the items, one for each ticket type, with their events.

    Raises NotFound for an unknown type, ValidationFailed for a seat that is named twice.
    """
    known = await ticket_types.by_ids({item.ticket_type_id for item in items})
    for item in items:
        if item.ticket_type_id not in known:
            raise NotFound("ticket type", item.ticket_type_id)
    lines: dict[int, OrderLine] = {}
    for item in items:
        event_id = known[item.ticket_type_id].event_id
        lines[item.ticket_type_id] = _merged(lines.get(item.ticket_type_id), item, event_id)
    return tuple(lines.values())


def _merged(line: OrderLine | None, item: OrderItemRequest, event_id: int) -> OrderLine:
    if line is None:
        return OrderLine(
            event_id=event_id,
            ticket_type_id=item.ticket_type_id,
            quantity=item.quantity,
            seat_ids=item.seat_ids,
        )
    seat_ids = line.seat_ids + item.seat_ids
    if bool(line.seat_ids) is not bool(item.seat_ids) or len(set(seat_ids)) < len(seat_ids):
        raise ValidationFailed("body.items", "Name each seat once, or none of a ticket type.")
    return OrderLine(
        event_id=event_id,
        ticket_type_id=item.ticket_type_id,
        quantity=line.quantity + item.quantity,
        seat_ids=seat_ids,
    )
