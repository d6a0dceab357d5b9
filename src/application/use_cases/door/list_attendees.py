"""List who comes to an event."""

from collections.abc import Sequence
from dataclasses import replace

from src.application.access import is_event_staff, require_event_collection
from src.application.dtos.door import Attendee, AttendeeList, AttendeeSearch
from src.application.ports.database import Clock
from src.application.ports.door import AttendeeListWriter, AttendeeReader
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, ValidationFailed
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest

MAX_PRINTED = 3_000


class ListAttendees:
    """List who comes to an event, or find the ticket of somebody who has lost it.

    `q` is part of a name or an e-mail address, or a booking reference. Without `status`, tickets
    that are active or used. Authorization: the event's organizer and admins; assigned scanners
    with `q`, a part of a name, and they see neither addresses nor references.
    """

    def __init__(self, events: EventRepository, attendees: AttendeeReader) -> None:
        self._events = events
        self._attendees = attendees

    async def execute(
        self, actor: Actor, wanted: AttendeeSearch, page: PageRequest
    ) -> Page[Attendee]:
        event = await self._events.get(wanted.event_id)
        event.require_visible_to(actor)
        if event.is_managed_by(actor):
            return await self._attendees.search(wanted, page)
        if wanted.q is None or not await is_event_staff(actor, event, self._events):
            raise Forbidden("Only the event's organizer may see who comes; scanners look up names.")
        found = await self._attendees.search(replace(wanted, by_email=False), page)
        return found.map(lambda attendee: replace(attendee, email=None, booking_reference=None))


class ExportAttendees:
    """List who comes to an event, by name, all at once.

    Of each ticket code only the end is on the list: a list that is lost gets nobody in.
    Authorization: the event's organizer and admins.
    """

    def __init__(self, events: EventRepository, attendees: AttendeeReader) -> None:
        self._events = events
        self._attendees = attendees

    async def execute(self, actor: Actor, wanted: AttendeeSearch) -> Sequence[Attendee]:
        require_event_collection(actor, await self._events.get(wanted.event_id))
        return await self._attendees.all(wanted, limit=None)


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
        found = await self._attendees.all(wanted, limit=MAX_PRINTED + 1)
        if len(found) > MAX_PRINTED:
            message = f"More than {MAX_PRINTED:,} names: print one ticket type at a time."
            raise ValidationFailed("query.ticket_type_id", message)
        printed = AttendeeList(event=event, attendees=found, printed_at=self._clock())
        return await self._writer.write(printed)
