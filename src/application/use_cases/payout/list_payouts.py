"""List payouts."""

from src.application.access import require_admin
from src.application.dtos.payout import ListedPayout
from src.application.ports.reports import PayoutReader
from src.domain.entities.user import Actor
from src.domain.repositories.page import Page, PageRequest


class ListPayouts:
    """List what payment providers have sent to the bank, newest first, and what it is made of.

    Authorization: admins. The accounts are read every night. The movements of a payout that
    somebody made by hand at the provider are not known to anybody.
    """

    def __init__(self, payouts: PayoutReader) -> None:
        self._payouts = payouts

    async def execute(self, actor: Actor, page: PageRequest) -> Page[ListedPayout]:
        require_admin(actor)
        return await self._payouts.search(page)
