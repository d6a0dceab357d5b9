"""Read the accounts at payment providers now."""

from collections.abc import Sequence

from src.application.access import require_admin
from src.application.dtos.payout import ProviderBalance
from src.application.ports.reports import PayoutReader
from src.application.use_cases.payout.follow_accounts import FollowAccounts
from src.domain.entities.user import Actor


class RefreshAccounts:
    """Read the accounts at payment providers now instead of at night; what they hold then.

    Authorization: admins. Nothing is changed at the providers.
    """

    def __init__(self, follow_accounts: FollowAccounts, payouts: PayoutReader) -> None:
        self._follow_accounts = follow_accounts
        self._payouts = payouts

    async def execute(self, actor: Actor) -> Sequence[ProviderBalance]:
        require_admin(actor)
        await self._follow_accounts.execute()
        return await self._payouts.balances()
