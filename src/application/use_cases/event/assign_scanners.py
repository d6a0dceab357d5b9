"""Assign scanners to an event."""

from collections.abc import Sequence

from src.application.access import require_event_manager, visible_scanner
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.user import Actor, Role, User
from src.domain.errors import NotFound


class AssignScanners:
    """Replace the scanners of an event with these users.

    Authorization: the event's organizer and admins. Refused with `not_found` for an unknown user
    and for one without the role `scanner`. Organizers see only the id and name of scanners.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, event_id: int, user_ids: Sequence[int]) -> list[User]:
        async with self._unit_of_work() as uow:
            event = await uow.events.lock(event_id)
            require_event_manager(actor, event)
            users = await uow.users.by_ids(user_ids)
            for user_id in user_ids:
                _require_scanner(users.get(user_id), user_id)
            before = await uow.events.scanner_ids(event_id)
            await uow.events.assign_scanners(event_id, sorted(users))
            entry = AuditEntry(
                "event.scanners_assigned",
                subject="event",
                subject_id=event_id,
                event_id=event_id,
                before={"user_ids": before},
                after={"user_ids": sorted(users)},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return [visible_scanner(actor, users[user_id]) for user_id in sorted(users)]


def _require_scanner(user: User | None, user_id: int) -> None:
    # The same refusal for both, which does not disclose who exists and with which role.
    if user is None or user.deleted_at is not None or user.role is not Role.SCANNER:
        raise NotFound("scanner", user_id)
