"""Sell tickets to somebody at the box office."""

from dataclasses import dataclass, replace

from src.application.access import require_event_manager
from src.application.concurrency.idempotency import Outcome
from src.application.selling.change_order import ChangeOrderCommand
from src.application.selling.purchase import OrderItemRequest
from src.application.use_cases.order.confirm_order import ConfirmOrder
from src.application.use_cases.order.place_order import PlaceOrder, PlaceOrderCommand
from src.application.use_cases.sales.add_guest import AddGuest
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.services.checkout import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxOfficeSale:
    """What somebody buys at the box office, and where their tickets go."""

    event_id: int
    ticket_type_id: int
    quantity: int
    name: str
    email: str
    idempotency: IdempotentRequest


class SellAtBoxOffice:
    """Sell tickets to somebody without an account, who has paid outside the system.

    Authorization: the event's organizer and admins. The buyer becomes a guest: the address
    is not looked up among accounts. Refused as orders are. Safe to repeat with the same key.
    """

    def __init__(
        self,
        add_guest: AddGuest,
        events: EventRepository,
        ticket_types: TicketTypeRepository,
        place_order: PlaceOrder,
        confirm_order: ConfirmOrder,
    ) -> None:
        self._add_guest = add_guest
        self._events = events
        self._ticket_types = ticket_types
        self._place_order = place_order
        self._confirm_order = confirm_order

    async def execute(self, actor: Actor, sale: BoxOfficeSale) -> Outcome[Order]:
        require_event_manager(actor, await self._events.get(sale.event_id))
        event_ids = await self._ticket_types.event_ids({sale.ticket_type_id})
        if event_ids.get(sale.ticket_type_id) != sale.event_id:
            raise NotFound("ticket type", sale.ticket_type_id)
        wanted = PlaceOrderCommand(
            items=[OrderItemRequest(sale.ticket_type_id, sale.quantity)],
            user_id=await self._add_guest.execute(actor, sale.name),
            contact=Contact(contact_name=sale.name, contact_email=sale.email),
            idempotency=sale.idempotency,
        )
        placed = await self._place_order.execute(actor, wanted)
        if placed.result.status is not OrderStatus.PENDING:
            return placed
        # A form that is sent again finds the order as it was sold, though it is confirmed by now.
        once = replace(sale.idempotency, key=f"{sale.idempotency.key}:confirm")
        command = ChangeOrderCommand(placed.result.id, idempotency=once)
        return await self._confirm_order.execute(actor, command)
