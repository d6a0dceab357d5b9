"""Read and set the terms of an organizer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.application.access import (
    require_admin,
    require_organizer_role,
    require_same_user,
    require_seller,
)
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.domain.entities.settlement import SettlementTerms
from src.domain.entities.user import Actor
from src.domain.repositories.settlement import SettlementRepository
from src.domain.shared.money import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTermsCommand:
    """New terms of an organizer in a currency; they begin at once without a moment."""

    organizer_id: int
    currency: str
    valid_from: datetime | None = None
    keeps_fees: bool = False
    commission_percent: Decimal = ZERO
    commission_per_ticket: Decimal = ZERO
    receives_manual: bool = False
    hold_back_days: int = 0


class ReadTerms:
    """List all terms of an organizer, the newest first, also those that begin later.

    Without terms, nothing is kept, and manual payments are the organizer's own.

    Authorization: the organizer, and admins.
    """

    def __init__(self, settlement: SettlementRepository) -> None:
        self._settlement = settlement

    async def execute(self, actor: Actor, organizer_id: int) -> Sequence[SettlementTerms]:
        require_organizer_role(actor)
        require_same_user(actor, organizer_id)
        return await self._settlement.terms(organizer_id)


class SetTerms:
    """Set what the platform keeps of an organizer's sales in a currency, from a moment on.

    What is sold before stays under the terms before, also what goes back of it later. Terms are
    never changed or removed: others follow them.

    A commission takes no more than was paid for the tickets. Authorization: admins. Refused with
    `validation_failed` for a moment that is past, or for a commission on each ticket above the
    price of the organizer's dearest ticket; `duplicate` if other terms begin at the same moment.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: SetTermsCommand) -> SettlementTerms:
        require_admin(actor)
        async with self._unit_of_work() as uow:
            organizer = await uow.users.lock(command.organizer_id)
            require_seller(organizer)
            now = self._clock()
            terms = SettlementTerms(
                organizer_id=organizer.id,
                currency=command.currency,
                valid_from=command.valid_from or now,
                keeps_fees=command.keeps_fees,
                commission_percent=command.commission_percent,
                commission_per_ticket=command.commission_per_ticket,
                receives_manual=command.receives_manual,
                hold_back_days=command.hold_back_days,
                created_at=now,
            )
            dearest = await uow.settlement.dearest_ticket(organizer.id, command.currency)
            terms.check(now, dearest=dearest)
            await uow.settlement.add_terms(terms)
            await uow.audit.record([_entry(terms, actor)])
            await uow.commit()
        return terms


def _entry(terms: SettlementTerms, actor: Actor) -> AuditEntry:
    return AuditEntry(
        "settlement.terms_set",
        subject="user",
        subject_id=terms.organizer_id,
        after={
            "currency": terms.currency,
            "valid_from": terms.valid_from,
            "keeps_fees": terms.keeps_fees,
            "commission_percent": terms.commission_percent,
            "commission_per_ticket": terms.commission_per_ticket,
            "receives_manual": terms.receives_manual,
            "hold_back_days": terms.hold_back_days,
        },
        by=actor,
    )
