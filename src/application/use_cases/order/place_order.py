"""Place an order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.selling.buy import Buy
from src.application.selling.purchase import (
    OrderItemRequest,
    OrderLines,
    Purchase,
    read_order_lines,
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
        wanted = OrderLines(
            discount_id=await self._discount_id(command.discount_code),
            lines=await read_order_lines(self._ticket_types, command.items),
            contact=command.contact,
        )
        purchase = Purchase(
            actor=actor, wanted=wanted, user_id=command.user_id, idempotency=command.idempotency
        )
        return await self._buy.order(purchase, is_disconnected)

    async def _discount_id(self, code: str | None) -> int | None:
        if code is None:
            return None
        # A deleted code is refused by the sale, so that a replay still gets its stored result.
        discount = await self._discounts.find_by_code(code, with_deleted=True)
        if discount is None:
            raise DiscountInvalid("unknown", "There is no such discount code.")
        return discount.id
