"""Assign one scanner to an event by e-mail address, or take one away."""

from dataclasses import dataclass

from src.application.access import require_event_manager, visible_scanner
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.user import Actor, Role, User
from src.domain.errors import NotFound


@dataclass(frozen=True, slots=True)
class AddScannerCommand:
    """The event, and the whole e-mail address of the scanner's account."""

    event_id: int
    email: str


class AddScanner:
    """Let the scanner with this e-mail address check in tickets of an event.

    Authorization: the event's organizer and admins. Refused with `not_found`, in the same words,
    where there is no such account, it is not a scanner's, or it is deactivated: an organizer
    learns of nobody but scanners, and of those no more than the name. Accounts of scanners are
    made by administrators.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, command: AddScannerCommand) -> User:
        event_id = command.event_id
        async with self._unit_of_work() as uow:
            event = await uow.events.lock(event_id)
            require_event_manager(actor, event)
            scanner = await uow.users.find_by_email(command.email.strip().lower())
            if scanner is None or scanner.role is not Role.SCANNER or not scanner.is_active:
                raise NotFound("scanner with this e-mail address")
            before = await uow.events.scanner_ids(event_id)
            after = sorted({*before, scanner.id})
            if after != before:
                await uow.events.assign_scanners(event_id, after)
                await uow.audit.record([_entry(actor, event_id, before, after)])
                await uow.commit()
        return visible_scanner(actor, scanner)


class RemoveScanner:
    """Take a scanner away from an event; one who is not assigned stays so.

    Authorization: the event's organizer and admins.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, event_id: int, user_id: int) -> None:
        async with self._unit_of_work() as uow:
            event = await uow.events.lock(event_id)
            require_event_manager(actor, event)
            before = await uow.events.scanner_ids(event_id)
            if user_id in before:
                after = [scanner_id for scanner_id in before if scanner_id != user_id]
                await uow.events.assign_scanners(event_id, after)
                await uow.audit.record([_entry(actor, event_id, before, after)])
                await uow.commit()


def _entry(actor: Actor, event_id: int, before: list[int], after: list[int]) -> AuditEntry:
    return AuditEntry(
        "event.scanners_assigned",
        subject="event",
        subject_id=event_id,
        event_id=event_id,
        before={"user_ids": before},
        after={"user_ids": after},
        by=actor,
    )
