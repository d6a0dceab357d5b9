"""Note what the bank statement says of a payout."""

from decimal import Decimal

from src.application.access import require_admin
from src.application.dtos.payout import ListedPayout
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.application.ports.reports import PayoutReader
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


class NoteBankAmount:
    """Note what the bank statement says of a payout; null takes the note back.

    Authorization: admins. An amount that differs from the payout's is listed as a discrepancy.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, payouts: PayoutReader) -> None:
        self._unit_of_work = unit_of_work
        self._payouts = payouts

    async def execute(
        self, actor: Actor, payout_id: int, bank_amount: Decimal | None
    ) -> ListedPayout:
        require_admin(actor)
        async with self._unit_of_work() as uow:
            payout = await uow.payouts.get(payout_id)
            before = payout.bank_amount
            payout.note_bank_amount(bank_amount)
            if payout.bank_amount != before:
                await uow.payouts.save(payout)
                entry = AuditEntry(
                    "payout.bank_amount_noted",
                    subject="payout",
                    subject_id=payout.id,
                    before={"bank_amount": before},
                    after={"bank_amount": payout.bank_amount},
                    by=actor,
                )
                await uow.audit.record([entry])
                await uow.commit()
        found = await self._payouts.find(payout_id)
        if found is None:
            raise NotFound("payout", payout_id)
        return found
