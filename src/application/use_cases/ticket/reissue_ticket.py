"""Reissue a ticket."""

from src.application.concurrency.idempotency import retry_on_code_collision
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWorkFactory
from src.application.use_cases.ticket.check_in_ticket import lock_ticket
from src.domain.entities.event import Event
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound
from src.domain.shared.codes import RandomCode, ticket_code


class ReissueTicket:
    """Reissue a lost or stolen ticket: it gets a new code, and the old one admits nobody.

    An open offer of the ticket ends.

    Authorization: the ticket's holder, the event's organizer and admins. Refused with
    `invalid_state` unless the ticket is active, and after the event.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, clock: Clock, random_code: RandomCode
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._random_code = random_code

    async def execute(self, actor: Actor, ticket_code: str) -> Ticket:
        return await retry_on_code_collision(lambda: self._reissue(actor, ticket_code))

    async def _reissue(self, actor: Actor, code: str) -> Ticket:
        async with self._unit_of_work(touches=Touches(ticket_code=code)) as uow:
            event, ticket = await lock_ticket(uow, code)
            self._require_party(actor, event, ticket)
            now = self._clock()
            if event.is_over(now):
                why = "This event is over: its tickets are not reissued any more."
                raise InvalidState("event", event.status.value, "reissued", why)
            before = {"issue": ticket.issue}
            retired = ticket.reissue(code=ticket_code(now, self._random_code), now=now)
            await uow.tickets.replace_code(ticket, retired)
            entry = AuditEntry(
                "ticket.reissued",
                subject="ticket",
                subject_id=ticket.id,
                event_id=event.id,
                before=before,
                after={"issue": ticket.issue},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return ticket

    def _require_party(self, actor: Actor, event: Event, ticket: Ticket) -> None:
        if actor.id != ticket.user_id and not event.is_managed_by(actor):
            raise NotFound("ticket", ticket.ticket_code)
