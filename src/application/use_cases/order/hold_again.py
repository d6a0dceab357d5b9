"""Hold the tickets of a lapsed order again."""

from collections import Counter
from dataclasses import replace

from src.application.access import require_own_order
from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.ports.database import Clock
from src.application.selling.buy import Buy
from src.application.selling.purchase import OrderLine, OrderLines, Purchase
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid, InvalidState
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.order import OrderRepository
from src.domain.services.checkout import Contact


class HoldAgain:
    """Hold the same tickets and seats again after an order has lapsed, in a new order.

    It keeps the contact, what the buyer gives where that is theirs to say, and the discount code
    where that can still be used; other prices are those of now.

    Authorization: the order's buyer. Refused like a reservation, and with `invalid_state` for an
    order that still holds its tickets, or had them.
    """

    def __init__(self, orders: OrderRepository, buy: Buy, clock: Clock) -> None:
        self._orders = orders
        self._buy = buy
        self._clock = clock

    async def execute(
        self,
        actor: Actor,
        order_id: int,
        idempotency: IdempotentRequest | None = None,
        is_disconnected: IsDisconnected | None = None,
    ) -> Outcome[Order]:
        order = await self._orders.get(order_id)
        require_own_order(actor, order)
        is_lapsed = order.status is OrderStatus.PENDING and order.is_lapsed(self._clock())
        if not is_lapsed and order.status not in (OrderStatus.EXPIRED, OrderStatus.CANCELLED):
            why = "This order still has its tickets."
            raise InvalidState("order", order.status.value, OrderStatus.PENDING.value, why)
        wanted = OrderLines(
            lines=_lines(order),
            discount_ids=() if order.discount_id is None else (order.discount_id,),
            contact=Contact(
                contact_name=order.contact_name,
                contact_email=order.contact_email,
                contact_phone=order.contact_phone,
                notes=order.notes,
            ),
        )
        purchase = Purchase(
            actor=actor,
            wanted=wanted,
            user_id=order.user_id,
            is_hold=True,
            idempotency=idempotency,
        )
        try:
            return await self._buy.order(purchase, is_disconnected)
        except DiscountInvalid:
            wanted = replace(wanted, discount_ids=())
            return await self._buy.order(replace(purchase, wanted=wanted), is_disconnected)


def _lines(order: Order) -> tuple[OrderLine, ...]:
    """The tickets of the order: the same seats where it had any."""
    lines = []
    given = {(item.booking_id, item.ticket_type_id): item.unit_price for item in order.items}
    for booking in order.current_bookings:
        counts = Counter(ticket.ticket_type_id for ticket in booking.tickets)
        for type_id, quantity in counts.items():
            seats = tuple(
                ticket.seat.id
                for ticket in booking.tickets
                if ticket.ticket_type_id == type_id and ticket.seat is not None
            )
            line = OrderLine(
                event_id=booking.event_id,
                ticket_type_id=type_id,
                quantity=quantity,
                seat_ids=seats,
                unit_price=given.get((booking.id, type_id)),
                is_price_adjusted=True,
            )
            lines.append(line)
    return tuple(lines)
