"""Order the content of a cart."""

from collections.abc import Sequence

from src.application.access import require_self
from src.application.concurrency.idempotency import Outcome
from src.application.concurrency.lanes import IsDisconnected
from src.application.selling.buy import Buy
from src.application.selling.purchase import OrderLine, OrderLines, Purchase
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.repositories.cart import CartRepository
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.checkout import Contact


class PlaceOrderFromCart:
    """Order the content of a cart, with its discount code, and empty the cart.

    Authorization: the user and admins. Refused like an order, with `cart_empty`, and with `in_use`
    if the cart was changed concurrently. Safe to repeat with the same `Idempotency-Key`.
    """

    def __init__(self, carts: CartRepository, discounts: DiscountRepository, buy: Buy) -> None:
        self._carts = carts
        self._discounts = discounts
        self._buy = buy

    async def execute(
        self,
        actor: Actor,
        user_id: int,
        contact: Contact,
        idempotency: IdempotentRequest | None,
        is_disconnected: IsDisconnected | None = None,
        *,
        is_hold: bool = False,
    ) -> Outcome[Order]:
        """Order it; with `is_hold` what costs nothing online waits for the buyer's word too."""
        require_self(actor, user_id)
        items = await self._carts.of_user(user_id)
        lines = tuple(
            OrderLine(
                event_id=item.event_id,
                ticket_type_id=item.ticket_type_id,
                quantity=item.quantity,
                seat_ids=tuple(item.seat_ids),
                unit_price=item.unit_price,
                is_price_adjusted=True,
            )
            for item in items
        )
        wanted = OrderLines(
            lines=lines,
            discount_ids=await self._discount_ids(user_id, lines),
            contact=contact,
            cart=tuple(items),
        )
        purchase = Purchase(
            actor=actor, wanted=wanted, user_id=user_id, is_hold=is_hold, idempotency=idempotency
        )
        return await self._buy.order(purchase, is_disconnected)

    async def _discount_ids(self, user_id: int, lines: Sequence[OrderLine]) -> tuple[int, ...]:
        """The codes of the name on the cart, of which the sale uses one."""
        discount_id = await self._carts.discount_id(user_id)
        if discount_id is None:
            return ()
        event_ids = {line.event_id for line in lines}
        found = await self._discounts.like(discount_id, event_ids)
        return tuple(discount.id for discount in found)
