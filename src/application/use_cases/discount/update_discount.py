"""Edit a discount code."""

from dataclasses import dataclass

from src.application.catalogue.discount_for_update import audited, lock_discount
from src.application.ports.database import AuditEntry, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.discount import Discount, DiscountChanges
from src.domain.entities.user import Actor
from src.domain.shared.times import changes_in_zone
from src.domain.shared.transitions import require_version


@dataclass(frozen=True, slots=True)
class UpdateDiscountCommand:
    """The changes to a code. Naive times are in the event's time zone, without an event in UTC."""

    discount_id: int
    changes: DiscountChanges
    expected_version: int | None = None


class UpdateDiscount:
    """Edit a discount code; omitted fields keep their values, and orders keep their discount.

    Authorization: its owner and admins. Refused with `in_use` for a limit below what was used,
    `duplicate` for the name of another code of its owner, `stale_version` if `If-Match` is not
    the stored version. What the code covers cannot be changed. The first amount of a percentage
    for several events needs a `currency`.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, command: UpdateDiscountCommand) -> Discount:
        async with self._unit_of_work() as uow:
            discount = await lock_discount(uow, actor, command.discount_id)
            require_version(discount.version, command.expected_version)
            before = audited(discount)
            timezone, currency = await _zone_and_currency(uow, discount)
            changes = changes_in_zone(command.changes, timezone)
            discount.edit(changes, timezone=timezone, currency=currency)
            await uow.discounts.save(discount)
            entry = AuditEntry(
                "discount.updated",
                subject="discount",
                subject_id=discount.id,
                event_id=discount.event_id,
                before=before,
                after=audited(discount),
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return discount


async def _zone_and_currency(uow: UnitOfWork, discount: Discount) -> tuple[str, str | None]:
    """Those of its event."""
    if discount.event_id is None:
        return "UTC", None
    # `by_ids` also finds an event that was deleted in the meantime.
    event = (await uow.events.by_ids([discount.event_id]))[discount.event_id]
    return event.timezone, event.currency
