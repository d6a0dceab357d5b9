"""List who comes to an event."""

from dataclasses import replace
from functools import partial

from src.application.access import is_event_staff, require_event_collection
from src.application.dtos.door import Attendee, AttendeeList, AttendeeSearch
from src.application.ports.database import Clock
from src.application.ports.door import AttendeeListWriter, AttendeeReader
from src.application.reports.exports import Export, Exports
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, ValidationFailed
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest

MAX_PRINTED = 3_000
ROWS_AT_ONCE = 5_000
"""Each page sorts the names of the whole event: few large ones."""


class ListAttendees:
    """List who comes to an event, or find the ticket of somebody who has lost it.

    `q` is part of a name or an e-mail address, or a booking reference. Without `status`, tickets
    that are active or used. Authorization: the event's organizer and admins; assigned scanners
    with `q`, a part of a name, and they see neither addresses nor references. Only admins learn
    who an account is that others have given tickets.
    """

    def __init__(self, events: EventRepository, attendees: AttendeeReader) -> None:
        self._events = events
        self._attendees = attendees

    async def execute(
        self, actor: Actor, wanted: AttendeeSearch, page: PageRequest
    ) -> Page[Attendee]:
        event = await self._events.get(wanted.event_id)
        event.require_visible_to(actor)
        wanted = replace(wanted, knows_everybody=actor.is_admin)
        if event.is_managed_by(actor):
            return await self._attendees.search(wanted, page)
        if wanted.q is None or not await is_event_staff(actor, event, self._events):
            raise Forbidden("Only the event's organizer may see who comes; scanners look up names.")
        found = await self._attendees.search(replace(wanted, by_email=False), page)
        return found.map(lambda attendee: replace(attendee, email=None, booking_reference=None))


class ExportAttendees:
    """List who comes to an event, by name, all at once.

    Of each ticket code only the end is on the list: a list that is lost gets nobody in.
    Authorization: the event's organizer and admins. Two tables at a time for one user.
    """

    def __init__(
        self, events: EventRepository, attendees: AttendeeReader, exports: Exports
    ) -> None:
        self._events = events
        self._attendees = attendees
        self._exports = exports

    async def execute(self, actor: Actor, wanted: AttendeeSearch) -> Export[Attendee]:
        require_event_collection(actor, await self._events.get(wanted.event_id))
        wanted = replace(wanted, knows_everybody=actor.is_admin)
        number = await self._attendees.number(wanted)
        read = partial(self._attendees.by_name, wanted)
        return Export(number, actor.id, self._exports, read, "name", ROWS_AT_ONCE)


class PrintAttendees:
    """Get the list of who comes as a PDF, by name, to be ticked off on paper.

    Of each ticket code only the end is on the list. Authorization: the event's organizer and
    admins. Refused with `validation_failed` for more than 3,000 names: print those of one
    `ticket_type_id` at a time.
    """

    def __init__(
        self,
        events: EventRepository,
        attendees: AttendeeReader,
        writer: AttendeeListWriter,
        clock: Clock,
    ) -> None:
        self._events = events
        self._attendees = attendees
        self._writer = writer
        self._clock = clock

    async def execute(self, actor: Actor, wanted: AttendeeSearch) -> bytes:
        event = await self._events.get(wanted.event_id)
        require_event_collection(actor, event)
        wanted = replace(wanted, knows_everybody=actor.is_admin)
        found = await self._attendees.by_name(wanted, PageRequest(MAX_PRINTED, "name"))
        if found.next is not None:
            message = f"More than {MAX_PRINTED:,} names: print one ticket type at a time."
            raise ValidationFailed("query.ticket_type_id", message)
        printed = AttendeeList(event=event, attendees=found.items, printed_at=self._clock())
        return await self._writer.write(printed)
