"""Order tickets of one or several events."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import HasLeft
from src.application.selling.purchase import BookTicketsCommand, OrderLine, OrderWish, Sale
from src.application.selling.queue import SaleDesk
from src.application.selling.sell_across_events import SellOrder, SellOrderCommand
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid, NotFound, ValidationFailed
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.services.checkout import Contact


@dataclass(frozen=True, slots=True)
class WantedTickets:
    """`quantity` is the number of `seat_ids` where those are given."""

    ticket_type_id: int
    quantity: int
    seat_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOrderCommand:
    """`user_id` None means the caller."""

    items: Sequence[WantedTickets]
    user_id: int | None = None
    discount_code: str | None = None
    contact: Contact = field(default_factory=Contact)
    idempotency: IdempotentRequest | None = None


class PlaceOrder:
    """Order tickets of one or several events: every line or none, with one deadline.

    Any user for themselves; organizers of all its events and admins for anybody. Tickets that
    are paid online are held until `expires_at`, and a payment confirms them; an order that
    costs nothing, or whose events are paid outside, is confirmed at once. All events of an
    order need the same currency and the same way of payment. Where seats are numbered and none
    are named, the house chooses the best available. Refused as a booking is, and with
    `discount_invalid`. Safe to repeat with the same `Idempotency-Key`.
    """

    def __init__(
        self,
        ticket_types: TicketTypeRepository,
        discounts: DiscountRepository,
        sale_desk: SaleDesk,
        sell_order: SellOrder,
    ) -> None:
        self._ticket_types = ticket_types
        self._discounts = discounts
        self._sale_desk = sale_desk
        self._sell_order = sell_order

    async def execute(
        self, actor: Actor, command: PlaceOrderCommand, has_left: HasLeft | None = None
    ) -> Outcome[Order]:
        discount_id = await self._discount_id(command.discount_code)
        lines = await self.lines(command.items)
        wish = OrderWish(lines=lines, discount_id=discount_id, contact=command.contact)
        return await self.sell(actor, command.user_id, wish, command.idempotency, has_left)

    async def sell(
        self,
        actor: Actor,
        user_id: int | None,
        wish: OrderWish,
        idempotency: IdempotentRequest | None,
        has_left: HasLeft | None,
    ) -> Outcome[Order]:
        """Through the event's lane if there is one event, else in a transaction of its own."""
        event_ids = {line.event_id for line in wish.lines}
        if len(event_ids) == 1:
            booking = BookTicketsCommand(
                event_id=event_ids.pop(), quantity=0, user_id=user_id, idempotency=idempotency
            )
            sold = await self._sale_desk.submit(Sale(actor, booking, wish), has_left)
        else:
            command = SellOrderCommand(user_id=user_id, wish=wish, idempotency=idempotency)
            sold = await self._sell_order.execute(actor, command)
        assert sold.result.order is not None
        return Outcome(sold.result.order, sold.is_replayed)

    async def lines(self, items: Sequence[WantedTickets]) -> tuple[OrderLine, ...]:
        """The items with their events, one line for each ticket type. Raises NotFound."""
        known = await self._ticket_types.by_ids({item.ticket_type_id for item in items})
        for item in items:
            if item.ticket_type_id not in known:
                raise NotFound("ticket type", item.ticket_type_id)
        lines: dict[int, OrderLine] = {}
        for item in items:
            event_id = known[item.ticket_type_id].event_id
            lines[item.ticket_type_id] = _joined(lines.get(item.ticket_type_id), item, event_id)
        return tuple(lines.values())

    async def _discount_id(self, code: str | None) -> int | None:
        if code is None:
            return None
        # One that was deleted is refused with the sale: a replay answers before that.
        discount = await self._discounts.find_by_code(code, with_deleted=True)
        if discount is None:
            raise DiscountInvalid("unknown", "There is no such discount code.")
        return discount.id


def _joined(line: OrderLine | None, item: WantedTickets, event_id: int) -> OrderLine:
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
