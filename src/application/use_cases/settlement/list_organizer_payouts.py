"""Get and list payouts."""

from dataclasses import replace

from src.application.access import require_organizer_role
from src.domain.entities.settlement import OrganizerPayout
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.settlement import OrganizerPayoutFilter, SettlementRepository


class GetOrganizerPayout:
    """Get a payout, or the counter entry of one.

    Authorization: the organizer who was paid, and admins.
    """

    def __init__(self, settlement: SettlementRepository) -> None:
        self._settlement = settlement

    async def execute(self, actor: Actor, payout_id: int) -> OrganizerPayout:
        require_organizer_role(actor)
        payout = await self._settlement.get_organizer_payout(payout_id)
        if not actor.is_admin and actor.id != payout.organizer_id:
            raise NotFound("payout", payout_id)
        return payout


class ListOrganizerPayouts:
    """List payouts and counter entries, newest first.

    Authorization: organizers for those to themselves, admins for all.
    """

    def __init__(self, settlement: SettlementRepository) -> None:
        self._settlement = settlement

    async def execute(
        self, actor: Actor, wanted: OrganizerPayoutFilter, page: PageRequest
    ) -> Page[OrganizerPayout]:
        require_organizer_role(actor)
        if not actor.is_admin:
            if wanted.organizer_id not in (None, actor.id):
                raise Forbidden("You can see only what is yours.")
            wanted = replace(wanted, organizer_id=actor.id)
        return await self._settlement.search_payouts(wanted, page)
