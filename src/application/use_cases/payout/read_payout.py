"""Read a payout."""

from src.application.access import require_admin
from src.application.dtos.payout import ListedPayout
from src.application.ports.reports import PayoutReader
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


class ReadPayout:
    """Get a payout.

    Authorization: admins.
    """

    def __init__(self, payouts: PayoutReader) -> None:
        self._payouts = payouts

    async def execute(self, actor: Actor, payout_id: int) -> ListedPayout:
        require_admin(actor)
        found = await self._payouts.find(payout_id)
        if found is None:
            raise NotFound("payout", payout_id)
        return found
