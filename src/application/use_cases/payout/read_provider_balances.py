"""Read what payment providers hold."""

from collections.abc import Sequence

from src.application.access import require_admin
from src.application.dtos.payout import ProviderBalance
from src.application.ports.reports import PayoutReader
from src.domain.entities.user import Actor


class ReadProviderBalances:
    """List what payment providers held by currency when they were last asked.

    Authorization: admins. A `difference` is money that moved at the provider without a movement
    that it lists, or the other way round.
    """

    def __init__(self, payouts: PayoutReader) -> None:
        self._payouts = payouts

    async def execute(self, actor: Actor) -> Sequence[ProviderBalance]:
        require_admin(actor)
        return await self._payouts.balances()
