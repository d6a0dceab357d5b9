"""Place an order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.selling.buy import Buy
from src.application.selling.purchase import (
    OrderItemRequest,
    OrderLine,
    OrderLines,
    Purchase,
    order_lines,
    types_of,
)
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.services.checkout import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOrderCommand:
    """The order to place; `user_id` defaults to the caller."""

    items: Sequence[OrderItemRequest]
    user_id: int | None = None
    discount_code: str | None = None
    contact: Contact = field(default_factory=Contact)
    idempotency: IdempotentRequest | None = None


class PlaceOrder:
    """Order tickets of one or more events, all lines or none, with one deadline.

    Authorization: any user for themselves; organizers of all its events and admins for any user.
    Refused like a booking, and with `discount_invalid`.

    Tickets that are paid online are held until `expires_at`, and a payment confirms them; an order
    that costs nothing, or whose events are paid outside, is confirmed immediately. All events of
    an order must have the same currency and the same `payment`. Numbered seats are chosen for you
    unless `seat_ids` are given. Safe to repeat with the same `Idempotency-Key`.
    """

    def __init__(
        self, ticket_types: TicketTypeRepository, discounts: DiscountRepository, buy: Buy
    ) -> None:
        self._ticket_types = ticket_types
        self._discounts = discounts
        self._buy = buy

    async def execute(
        self,
        actor: Actor,
        command: PlaceOrderCommand,
        is_disconnected: IsDisconnected | None = None,
    ) -> Outcome[Order]:
        lines, discount_ids = await self._lines_and_codes(command)
        wanted = OrderLines(lines=lines, discount_ids=discount_ids, contact=command.contact)
        purchase = Purchase(
            actor=actor, wanted=wanted, user_id=command.user_id, idempotency=command.idempotency
        )
        return await self._buy.order(purchase, is_disconnected)

    async def _lines_and_codes(
        self, command: PlaceOrderCommand
    ) -> tuple[tuple[OrderLine, ...], tuple[int, ...]]:
        """The order's lines, and the codes of the name that was given, if any."""
        event_ids = await self._ticket_types.event_ids(types_of(command.items))
        if command.discount_code is None:
            return order_lines(event_ids, command.items), ()
        # Deleted ones are refused by the sale, so that a replay still gets its stored result.
        # And a wrong code is refused first, whether the types are there, hidden, or not there.
        found = await self._discounts.named(command.discount_code, set(event_ids.values()))
        if not found:
            raise DiscountInvalid("unknown", "There is no such discount code.")
        discount_ids = tuple(discount.id for discount in found)
        return order_lines(event_ids, command.items), discount_ids
