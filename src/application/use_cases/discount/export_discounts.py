"""Get discount codes as a table."""

from src.application.access import require_organizer_role
from src.application.reports.exports import Export, Exports
from src.domain.entities.discount import Discount
from src.domain.entities.user import Actor
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.page import Page, PageRequest


class ExportDiscounts:
    """Get the discount codes that the list has as a table, a row for each, with their uses.

    Authorization: as for the list. Two tables at a time for one user.
    """

    def __init__(self, discounts: DiscountRepository, exports: Exports) -> None:
        self._discounts = discounts
        self._exports = exports

    async def execute(self, actor: Actor) -> Export[Discount]:
        require_organizer_role(actor)
        owner_id = None if actor.is_admin else actor.id
        number = await self._discounts.count(owner_id=owner_id)

        async def read(page: PageRequest) -> Page[Discount]:
            return await self._discounts.search(owner_id=owner_id, page=page)

        return Export(number, actor.id, self._exports, read, "-id")
