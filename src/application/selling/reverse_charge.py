"""Whether the buyer of an order owes its tax, which follows from whom its invoice is for."""

from collections.abc import Mapping

from src.application.ports.database import UnitOfWork
from src.domain.entities.billing import Billing
from src.domain.entities.event import Event
from src.domain.entities.order import Order
from src.domain.services.reverse_charge import set_reverse_charge


async def apply_reverse_charge(
    uow: UnitOfWork, order: Order, events: Mapping[int, Event], billing: Billing | None
) -> bool:
    """Set the taxes of a locked order for this buyer; whether that has changed anything.

    Sellers who allow it sell without tax to businesses that owe it themselves.
    """
    if billing is None and not any(item.is_reverse_charged for item in order.items):
        return False
    organizers = {event.organizer_id for event in events.values()}
    return set_reverse_charge(order, events, await uow.sellers.by_ids(organizers), billing)
