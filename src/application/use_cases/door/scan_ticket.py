"""Scan a ticket at the door of an event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from src.application.dtos.door import Attendee, TicketScan
from src.application.ports.door import AttendeeReader
from src.application.ports.security import TicketTokens
from src.application.use_cases.ticket.check_in_ticket import CheckInCommand, CheckInTicket
from src.domain.entities.scan import ScanKind
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound, ValidationFailed
from src.domain.repositories.ticket import TicketRepository

UNKNOWN = "This is no ticket of this event."


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTicket:
    """What somebody shows at the door: a code or token, or a name that was found in the list.

    `key` names the device and the scan, so that it can be sent again after a lost answer.
    """

    event_id: int
    code: str = ""
    ticket_id: int | None = None
    gate: str | None = None
    direction: ScanKind = ScanKind.IN
    key: tuple[str, str] | None = None


class ScanTicket:
    """Check a ticket in at a door, or out, and answer with whose it is.

    What `CheckInTicket` refuses is an answer here, with its reason and the ticket's holder, since
    the doorman has to see both. Authorization: the event's assigned scanners, its organizer and
    admins; a role that works at no door is refused with `forbidden`.
    """

    def __init__(
        self,
        check_in_ticket: CheckInTicket,
        tickets: TicketRepository,
        attendees: AttendeeReader,
        ticket_tokens: TicketTokens,
    ) -> None:
        self._check_in = check_in_ticket
        self._tickets = tickets
        self._attendees = attendees
        self._tokens = ticket_tokens

    async def execute(self, actor: Actor, shown: ShownTicket) -> TicketScan:
        command = CheckInCommand(
            code=shown.code,
            gate=shown.gate,
            direction=shown.direction,
            event_id=shown.event_id,
            ticket_id=shown.ticket_id,
            key=shown.key,
        )
        try:
            ticket = await self._check_in.execute(actor, command)
        except InvalidState as refusal:
            return await self._refused(shown, refusal)
        except NotFound:
            return TicketScan(reason="not_found", detail=UNKNOWN)
        except ValidationFailed as refusal:
            if refusal.field != "body.code":
                raise
            return TicketScan(reason="unreadable", detail=str(refusal))
        return TicketScan(attendee=await self._attendees.of_ticket(shown.event_id, ticket.id))

    async def _refused(self, shown: ShownTicket, refusal: InvalidState) -> TicketScan:
        facts = refusal.facts
        reason = str(facts.get("reason", refusal.facts["from"]))
        return TicketScan(
            reason=reason,
            detail=str(refusal),
            attendee=None if reason == "other_event" else await self._whose(shown),
            used_at=cast(datetime | None, facts.get("used_at")),
            gate=cast(str | None, facts.get("gate")),
            gates=cast(Sequence[str], facts.get("gates", ())),
        )

    async def _whose(self, shown: ShownTicket) -> Attendee | None:
        """Whose ticket it is; None for a code that is dead, which is nobody's any more."""
        ticket_id = shown.ticket_id
        try:
            if ticket_id is None and self._tokens.is_token(shown.code):
                ticket_id = (await self._tokens.read(shown.code)).ticket_id
            elif ticket_id is None:
                ticket_id = (await self._tickets.get_by_code(shown.code)).id
        except NotFound:
            return None
        return await self._attendees.of_ticket(shown.event_id, ticket_id)
