"""Order tickets of one or several events."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.selling.buy import Buy
from src.application.selling.order_lines import OrderItemRequest, read_order_lines
from src.application.selling.purchase import OrderLines, Purchase
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.services.checkout import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOrderCommand:
    """`user_id` None means the caller."""

    items: Sequence[OrderItemRequest]
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
        # One that was deleted is refused with the sale: a replay answers before that.
        discount = await self._discounts.find_by_code(code, with_deleted=True)
        if discount is None:
            raise DiscountInvalid("unknown", "There is no such discount code.")
        return discount.id
