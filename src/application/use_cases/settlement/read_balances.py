"""List what organizers are owed."""

from src.application.access import require_organizer_role
from src.application.ports.database import Clock
from src.domain.entities.settlement import Balance
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.settlement import SettlementRepository


class ListBalances:
    """List what organizers are owed now, by organizer and currency.

    `earned` is what the platform took for their events since the beginning, less refunds, disputes
    that were lost, and what the platform keeps by its terms; `paid_out` what of that was paid.
    `owed` is the difference, negative for who owes the platform. `payable` is what of it can be
    paid out: without the money of events that are not over for long enough, and without what banks
    hold for disputes.

    Authorization: organizers for themselves, admins for all.
    """

    def __init__(self, settlement: SettlementRepository, clock: Clock) -> None:
        self._settlement = settlement
        self._clock = clock

    async def execute(
        self, actor: Actor, organizer_id: int | None, page: PageRequest
    ) -> Page[Balance]:
        require_organizer_role(actor)
        if not actor.is_admin:
            if organizer_id not in (None, actor.id):
                raise Forbidden("You can see only what is yours.")
            organizer_id = actor.id
        accounts = await self._settlement.accounts(organizer_id, page)
        ids = list(dict.fromkeys(account.organizer_id for account in accounts.items))
        found = await self._settlement.balances(ids, self._clock())
        by_account = {(balance.organizer_id, balance.currency): balance for balance in found}
        return accounts.map(
            lambda account: (
                by_account.get((account.organizer_id, account.currency))
                or Balance(
                    organizer_id=account.organizer_id,
                    organizer=account.organizer,
                    currency=account.currency,
                )
            )
        )
