"""Calendar files, written line by line: docs/decisions/0014-calendars-in-utc.md says why."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from src.application.dtos.calendar import CalendarEntry, CalendarMethod
from src.application.ports.database import Clock
from src.domain.entities.event import Event, EventStatus
from src.domain.entities.ticket import Ticket
from src.domain.shared.country import with_country
from src.domain.shared.language import Language
from src.infrastructure.documents.calendars.lines import document, text, utc
from src.infrastructure.documents.calendars.words import WORDS, Words
from src.infrastructure.documents.event_uid import event_uid
from src.infrastructure.documents.phrases import country_name

MAX_CODES = 20
REFRESH = "PT1H"
"""How often a subscriber need look; most look less often anyway."""


class IcalendarWriter:
    """Implements `CalendarWriter`; `link` is the address for people, None if there is none."""

    def __init__(self, shop_name: str, link: str | None, clock: Clock) -> None:
        self._shop_name = shop_name
        self._link = link
        self._clock = clock

    def event(self, entry: CalendarEntry, *, method: CalendarMethod) -> bytes:
        is_cancelled = method is CalendarMethod.CANCEL
        written = self._event(entry, is_cancelled=is_cancelled, stamp=self._clock())
        return document(self._calendar([f"METHOD:{method.value}"], written))

    def feed(self, entries: Sequence[CalendarEntry]) -> bytes:
        words = _words(entries[0].event) if entries else WORDS[Language.EN]
        name = text(f"{words.calendar} · {self._shop_name}")
        head = [
            f"NAME:{name}",
            f"X-WR-CALNAME:{name}",
            f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
            f"X-PUBLISHED-TTL:{REFRESH}",
        ]
        # A stamp of the last change, not of now: the same events are the same bytes.
        events = (
            line
            for entry in entries
            for line in self._event(
                entry, is_cancelled=entry.is_cancelled, stamp=_changed_at(entry)
            )
        )
        return document(self._calendar(head, events))

    def _calendar(self, head: Iterable[str], events: Iterable[str]) -> Iterator[str]:
        yield "BEGIN:VCALENDAR"
        yield "VERSION:2.0"
        yield f"PRODID:-//{text(self._shop_name)}//Tickets//EN"
        yield "CALSCALE:GREGORIAN"
        yield from head
        yield from events
        yield "END:VCALENDAR"

    def _event(self, entry: CalendarEntry, *, is_cancelled: bool, stamp: datetime) -> Iterator[str]:
        event, words = entry.event, _words(entry.event)
        is_off = event.status is EventStatus.CANCELLED
        title = f"{words.cancelled}: {event.title}" if is_off else event.title
        place = ", ".join(part for part in (event.venue, entry.address) if part)
        place = with_country(place, country_name(event.country, event.language))
        yield "BEGIN:VEVENT"
        yield f"UID:{event_uid(event)}"
        yield f"SEQUENCE:{event.version}"
        yield f"DTSTAMP:{utc(stamp)}"
        yield f"LAST-MODIFIED:{utc(_changed_at(entry))}"
        yield f"DTSTART:{utc(event.date_time)}"
        yield f"DTEND:{utc(event.ends_at)}"
        yield f"SUMMARY:{text(title)}"
        if place:
            yield f"LOCATION:{text(place)}"
        yield f"DESCRIPTION:{text(self._description(entry, words))}"
        if self._link:
            yield f"URL:{quote(self._link, safe=':/?#[]@!$&()*+,;=%~')}"
        yield f"STATUS:{'CANCELLED' if is_cancelled else 'CONFIRMED'}"
        yield "END:VEVENT"

    def _description(self, entry: CalendarEntry, words: Words) -> str:
        event = entry.event
        local = event.date_time.astimezone(ZoneInfo(event.timezone))
        lines = [f"{words.starts}: {local:%Y-%m-%d %H:%M} ({event.timezone})"]
        if entry.admitting:
            lines += ["", f"{words.tickets}:"]
            lines += [_ticket_line(ticket, words) for ticket in entry.admitting[:MAX_CODES]]
        if len(entry.admitting) > MAX_CODES:
            lines.append("…")
        if self._link:
            lines += ["", self._link]
        return "\n".join(lines)


def _ticket_line(ticket: Ticket, words: Words) -> str:
    seat = ticket.seat
    where = seat and words.seat.format(section=seat.section, row=seat.row, number=seat.seat_number)
    return " · ".join(part for part in (ticket.ticket_code, where) if part)


def _changed_at(entry: CalendarEntry) -> datetime:
    """When the event or one of the tickets last changed."""
    times = [entry.event.updated_at, *(ticket.updated_at for ticket in entry.tickets)]
    return max((time for time in times if time), default=entry.event.date_time)


def _words(event: Event) -> Words:
    return WORDS[event.language]
