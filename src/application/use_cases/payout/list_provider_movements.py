"""List the movements of the accounts at payment providers."""

from src.application.access import require_admin
from src.application.dtos.payout import ListedProviderMovement, ProviderMovementSearch
from src.application.ports.reports import PayoutReader
from src.domain.entities.user import Actor
from src.domain.repositories.page import Page, PageRequest


class ListProviderMovements:
    """List what moved on the accounts at payment providers, newest first, with the fees taken.

    Authorization: admins. Payments, refunds and disputes, fees, payouts and adjustments, each with
    the transaction it is of. Where the provider has exchanged money, `paid_amount` is the buyer's.
    """

    def __init__(self, payouts: PayoutReader) -> None:
        self._payouts = payouts

    async def execute(
        self, actor: Actor, wanted: ProviderMovementSearch, page: PageRequest
    ) -> Page[ListedProviderMovement]:
        require_admin(actor)
        return await self._payouts.movements(wanted, page)
