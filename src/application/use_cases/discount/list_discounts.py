"""List discount codes."""

from src.application.access import require_organizer_role
from src.domain.entities.discount import Discount
from src.domain.entities.user import Actor
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.page import Page, PageRequest


class ListDiscounts:
    """List discount codes, newest first.

    Authorization: organizers for their own codes, admins for all.
    """

    def __init__(self, discounts: DiscountRepository) -> None:
        self._discounts = discounts

    async def execute(self, actor: Actor, page: PageRequest) -> Page[Discount]:
        require_organizer_role(actor)
        owner_id = None if actor.is_admin else actor.id
        return await self._discounts.search(owner_id=owner_id, page=page)
