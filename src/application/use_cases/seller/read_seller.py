"""Get the seller that an organizer is."""

from src.application.access import require_organizer_role, require_same_user
from src.domain.entities.seller import Seller
from src.domain.entities.user import Actor
from src.domain.repositories.seller import SellerRepository


class GetSeller:
    """Get what the invoices of an organizer say about the organizer.

    Authorization: the organizer, and admins. Refused with `not_found` if the organizer has not
    said who sells: then no invoices are issued.
    """

    def __init__(self, sellers: SellerRepository) -> None:
        self._sellers = sellers

    async def execute(self, actor: Actor, user_id: int) -> Seller:
        require_organizer_role(actor)
        require_same_user(actor, user_id)
        return await self._sellers.get(user_id)
