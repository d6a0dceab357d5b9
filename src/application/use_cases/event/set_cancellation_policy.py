"""Set or remove the cancellation policy of an event."""

from src.application.access import require_event_manager
from src.application.ports.database import AuditEntry, Touches, UnitOfWorkFactory
from src.domain.entities.cancellation_policy import CancellationPolicy
from src.domain.entities.event import Event
from src.domain.entities.user import Actor

FIELDS = ("cancellation_until", "cancellation_kept_percent", "cancellation_kept_fixed")


class SetCancellationPolicy:
    """Set on which terms buyers may give tickets of an event back without its organizer.

    Until `until` before the event starts a buyer may give back single tickets and whole bookings.
    For each ticket the organizer keeps `kept_percent` per cent of what was paid for it, fees and
    taxes included, and `kept_fixed`, in the event's currency; never more than was paid. The
    policy that the event has when a ticket is given back is the one that counts. Authorization:
    the event's organizer and admins.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, event_id: int, policy: CancellationPolicy) -> Event:
        return await _set(self._unit_of_work, actor, event_id, policy)


class RemoveCancellationPolicy:
    """Remove the cancellation policy of an event: only its organizer refunds tickets then.

    Authorization: the event's organizer and admins. An event without one stays as it is.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, event_id: int) -> Event:
        return await _set(self._unit_of_work, actor, event_id, None)


async def _set(
    unit_of_work: UnitOfWorkFactory,
    actor: Actor,
    event_id: int,
    policy: CancellationPolicy | None,
) -> Event:
    async with unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
        event = await uow.events.lock(event_id)
        require_event_manager(actor, event)
        before = _audited(event)
        event.set_cancellation_policy(policy)
        if _audited(event) != before:
            await uow.events.save(event)
            entry = AuditEntry(
                "event.updated",
                subject="event",
                subject_id=event.id,
                event_id=event.id,
                before=before,
                after=_audited(event),
                by=actor,
            )
            await uow.audit.record([entry])
        await uow.commit()
    return event


def _audited(event: Event) -> dict[str, object]:
    return {field: getattr(event, field) for field in FIELDS}
