"""Delete a discount code."""

from src.application.catalogue.discount_for_update import lock_discount
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor


class DeleteDiscount:
    """Delete a discount code; it can no longer be used, and orders keep their discount.

    Authorization: its owner and admins. Its name is free for another code.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, discount_id: int) -> None:
        async with self._unit_of_work() as uow:
            discount = await lock_discount(uow, actor, discount_id)
            discount.delete(self._clock())
            await uow.discounts.save(discount)
            entry = AuditEntry(
                "discount.deleted",
                subject="discount",
                subject_id=discount_id,
                event_id=discount.event_id,
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
