"""Say who sells."""

from src.application.access import require_organizer_role, require_same_user, require_seller
from src.application.ports.database import AuditEntry, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.seller import SELLER_DETAILS, Seller
from src.domain.entities.user import Actor
from src.domain.shared.tax import TaxRounding
from src.domain.shared.transitions import require_version


class SetSeller:
    """Say who sells: name, address and tax id of an organizer, for invoices.

    From then on every payment of the organizer's events gets an invoice, and every refund a credit
    note. Earlier ones get theirs when they are asked for. Documents that were issued stay as they
    are; a new prefix is for later ones, and goes on with the numbers of the year.

    A small business charges no tax: from then on nothing is sold with one at the organizer's
    events, whatever rates they have. `allows_reverse_charge` and `tax_rounding` are for orders from
    then on too: those that were placed keep the tax that they were made with.

    Authorization: the organizer, and admins for any organizer. Refused with `stale_version` if
    `If-Match` is not the stored version.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(
        self, actor: Actor, seller: Seller, expected_version: int | None = None
    ) -> Seller:
        require_organizer_role(actor)
        require_same_user(actor, seller.user_id)
        seller.check()
        async with self._unit_of_work() as uow:
            known = await _lock(uow, seller.user_id)
            user = await uow.users.get(seller.user_id)
            require_seller(user)
            if known is None:
                require_version(0, expected_version)
                await uow.sellers.add(seller)
            else:
                require_version(known.version, expected_version)
                seller.version, seller.created_at = known.version, known.created_at
                await uow.sellers.save(seller)
            if _terms(seller) != _terms(known):
                await uow.events.take_seller_terms(seller.user_id)
            changed = [
                name
                for name in SELLER_DETAILS
                if getattr(known, name, None) != getattr(seller, name)
            ]
            entry = AuditEntry(
                "seller.set",
                subject="seller",
                subject_id=seller.user_id,
                # Fields of a person without their values.
                after={"changed": changed},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return seller


def _terms(seller: Seller | None) -> tuple[object, ...]:
    """What of a seller holds for the prices of events; without one it is as for a new one."""
    if seller is None:
        return (False, TaxRounding.LINE)
    return (seller.is_small_business, seller.tax_rounding)


async def _lock(uow: UnitOfWork, user_id: int) -> Seller | None:
    """Lock the seller, like everybody before the user; the user if there is no seller yet."""
    known = await uow.sellers.lock(user_id)
    if known is None:
        # Others may be saying it for the first time as well, or be deleting the user.
        await uow.users.lock(user_id)
        known = await uow.sellers.lock(user_id)
    return known
