"""Get a discount code."""

from src.application.access import require_organizer_role
from src.domain.entities.discount import Discount
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.discount import DiscountRepository


class GetDiscount:
    """Get a discount code; `used` is the number of live orders with it.

    Authorization: its owner and admins.
    """

    def __init__(self, discounts: DiscountRepository) -> None:
        self._discounts = discounts

    async def execute(self, actor: Actor, discount_id: int) -> Discount:
        require_organizer_role(actor)
        discount = await self._discounts.get(discount_id)
        if not discount.is_managed_by(actor):
            raise NotFound("discount code", discount_id)
        return discount
