"""A calendar file says the same to readers by two other authors, in every season and script."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from src.application.dtos.calendar import CalendarEntry, CalendarMethod
from src.domain.entities.event import EventStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.user import User
from src.domain.entities.venue import Seat
from src.domain.shared.language import Language
from src.infrastructure.documents.calendars.writer import IcalendarWriter
from tests.support.calendars import Reader, read_with_vobject
from tests.support.entities import new_event, new_ticket, new_ticket_type

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
CREATED = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
EDITED = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Asia/Bangkok",
    "America/Vancouver",
    "Europe/Dublin",
)
LINK = "https://tickets.example/a,b;c"
WRITER = IcalendarWriter("Event ticketing", LINK, lambda: NOW)
PUBLISH = CalendarMethod.PUBLISH


def entry_of(*, tickets: int = 1, seat: Seat | None = None, **changes: Any) -> CalendarEntry:
    values = {
        "id": 7,
        "status": EventStatus.ACTIVE,
        "version": 3,
        "language": Language.EN,
        "created_at": CREATED,
        "updated_at": EDITED,
    }
    event = new_event(1, **(values | changes))
    kind = new_ticket_type(event.id)
    held = (
        new_ticket(
            kind,
            User(id=2, name="Nina"),
            ticket_code=f"TKT-20260301-8F3KQ2Z{number}",
            status=TicketStatus.ACTIVE,
            seat=seat,
        )
        for number in range(tickets)
    )
    return CalendarEntry(event=event, tickets=tuple(held), address="The Cut, London")


@pytest.mark.parametrize("month", [7, 12])
@pytest.mark.parametrize("zone", ZONES)
def test_event_is_read_at_its_instant(read: Reader, zone: str, month: int) -> None:
    starts_at = datetime(2026, month, 5, 20, 30, tzinfo=ZoneInfo(zone))
    ends_at = starts_at + timedelta(hours=2)
    entry = entry_of(date_time=starts_at, ends_at=ends_at, timezone=zone)
    (event,) = read(WRITER.event(entry, method=PUBLISH)).events
    assert event.starts_at.timestamp() == starts_at.timestamp()
    assert event.ends_at.timestamp() == ends_at.timestamp()
    assert f"2026-{month:02}-05 20:30 ({zone})" in event.description


@pytest.mark.parametrize("minute", [29, 59])
def test_both_hours_of_the_same_name_in_autumn_differ(read: Reader, minute: int) -> None:
    zone = ZoneInfo("Europe/Berlin")
    first, second = (
        datetime(2026, 10, 25, 2, minute, fold=fold, tzinfo=zone).astimezone(UTC) for fold in (0, 1)
    )
    entries = [
        entry_of(id=number, date_time=time, ends_at=time + timedelta(hours=1))
        for number, time in enumerate((first, second))
    ]
    found = read(WRITER.feed(entries)).events
    assert [event.starts_at for event in found] == [first, second]
    assert second - first == timedelta(hours=1)


def test_event_is_read_in_full(read: Reader) -> None:
    seat = Seat(1, "Parkett; links", "A", "12")
    entry = entry_of(tickets=2, seat=seat, title="Ham,let; \\n and\nOphelia", venue="Old, Vic")
    calendar = read(WRITER.event(entry, method=PUBLISH))
    (event,) = calendar.events
    assert calendar.method == "PUBLISH"
    assert (event.sequence, event.status, event.changed_at) == (3, "CONFIRMED", EDITED)
    assert event.summary == "Ham,let; \\n and\nOphelia"
    assert event.location == "Old, Vic, The Cut, London, United Kingdom"
    assert event.url == LINK
    assert event.description == (
        "Start at the venue: 2036-06-01 20:00 (Europe/London)\n\nTickets:\n"
        "TKT-20260301-8F3KQ2Z0 · Parkett; links, row A, seat 12\n"
        "TKT-20260301-8F3KQ2Z1 · Parkett; links, row A, seat 12\n\n" + LINK
    )


@pytest.mark.parametrize(
    ("language", "starts", "place", "cancelled"),
    [
        (Language.EN, "Start at the venue", "Stalls, row A, seat 12", "Cancelled: Hamlet"),
        (
            Language.DE,
            "Beginn am Veranstaltungsort",
            "Stalls, Reihe A, Platz 12",
            "Abgesagt: Hamlet",
        ),
        (Language.TH, "เวลาเริ่มตามเวลาสถานที่จัดงาน", "Stalls แถว A ที่นั่ง 12", "ยกเลิกแล้ว: Hamlet"),
    ],
)
def test_entry_is_in_the_language_of_the_event(
    language: Language, starts: str, place: str, cancelled: str
) -> None:
    entry = entry_of(language=language, seat=Seat(1, "Stalls", "A", "12"))
    (event,) = read_with_vobject(WRITER.event(entry, method=PUBLISH)).events
    assert event.description.startswith(f"{starts}: 2036-06-01 20:00 (Europe/London)")
    assert place in event.description
    off = entry_of(language=language, status=EventStatus.CANCELLED)
    (event,) = read_with_vobject(WRITER.event(off, method=off.method)).events
    assert event.summary == cancelled


def test_event_keeps_its_uid_and_counts_up_when_it_is_edited() -> None:
    before, after = entry_of(), entry_of(version=4, date_time=CREATED + timedelta(days=400))
    uids = set()
    for entry, version in ((before, 3), (after, 4)):
        (event,) = read_with_vobject(WRITER.event(entry, method=PUBLISH)).events
        assert event.sequence == version
        uids.add(event.uid)
    assert len(uids) == 1


def test_uid_is_of_one_event_of_one_service() -> None:
    entries = [
        entry_of(),
        entry_of(id=8),
        entry_of(created_at=CREATED + timedelta(microseconds=1)),
    ]
    found = read_with_vobject(WRITER.feed(entries)).events
    assert len({event.uid for event in found}) == 3


def test_uid_does_not_depend_on_the_address_of_the_service() -> None:
    other = IcalendarWriter("Other name", "https://other.example", lambda: NOW)
    uids = {
        read_with_vobject(writer.event(entry_of(), method=PUBLISH)).events[0].uid
        for writer in (WRITER, other)
    }
    assert uids == {"7c7da1e3-7b92-56bb-afb1-e6e00cd55ef2"}


def test_cancelled_event_is_taken_out(read: Reader) -> None:
    entry = entry_of(status=EventStatus.CANCELLED)
    assert entry.method is CalendarMethod.CANCEL
    calendar = read(WRITER.event(entry, method=entry.method))
    assert calendar.method == "CANCEL"
    assert calendar.events[0].status == "CANCELLED"
    assert calendar.events[0].summary == "Cancelled: Hamlet"


def test_entry_without_a_live_ticket_is_taken_out_and_names_no_code() -> None:
    entry = entry_of()
    entry.tickets[0].cancel()
    assert entry.method is CalendarMethod.CANCEL
    content = WRITER.event(entry, method=entry.method).decode()
    assert "STATUS:CANCELLED" in content and "SUMMARY:Hamlet" in content
    assert "TKT-" not in content


def test_feed_of_the_same_events_is_the_same_bytes() -> None:
    later = IcalendarWriter("Event ticketing", LINK, lambda: NOW + timedelta(days=1))
    entries = [entry_of(), entry_of(id=8, status=EventStatus.CANCELLED)]
    assert WRITER.feed(entries) == later.feed(entries)
    assert WRITER.event(entries[0], method=PUBLISH) != later.event(entries[0], method=PUBLISH)


def test_feed_has_a_name_and_no_method(read: Reader) -> None:
    calendar = read(WRITER.feed([entry_of()]))
    assert (calendar.method, calendar.name) == (None, "My tickets · Event ticketing")


def test_feed_without_events_is_a_calendar(read: Reader) -> None:
    assert read(WRITER.feed([])).events == ()


SCRIPTS = "สวัสดี, ชาวโลก; مرحبا · שלום \\ नमस्ते 🎭👩‍👩‍👧 naïve 東京 " * 4


def test_any_script_arrives_whole(read: Reader) -> None:
    entry = entry_of(title=SCRIPTS, venue=SCRIPTS[::-1])
    (event,) = read(WRITER.event(entry, method=PUBLISH)).events
    assert (event.summary, event.location) == (
        SCRIPTS,
        f"{SCRIPTS[::-1]}, The Cut, London, United Kingdom",
    )


# Neither reader keeps other blanks at the ends of a line, and no file may have control characters.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip)


@given(TEXTS.filter(bool))
@example("é" * 200)
@example("x" * 66 + "🎭" * 40)
def test_lines_are_short_and_no_character_is_torn(title: str) -> None:
    content = WRITER.event(entry_of(title=title), method=PUBLISH)
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        line.decode()
        assert b"\n" not in line and b"\r" not in line
    unfolded = content.decode().replace("\r\n ", "").split("\r\n")
    (summary,) = (line for line in unfolded if line.startswith("SUMMARY:"))
    plain = summary.removeprefix("SUMMARY:")
    for written, meant in ((r"\;", ";"), (r"\,", ",")):
        plain = plain.replace(r"\\", "\0").replace(written, meant).replace("\0", r"\\")
    assert plain.replace(r"\\", "\\") == title


@pytest.mark.parametrize("title", ["a\0b", "a\x1fb", "a\x7fb", "a\x85b"])
def test_control_characters_are_left_out(read: Reader, title: str) -> None:
    assert read(WRITER.event(entry_of(title=title), method=PUBLISH)).events[0].summary == "ab"


@pytest.mark.parametrize("title", ["a\r\nb", "a\rb", "a\nb"])
def test_every_line_break_stays_one_line_break(read: Reader, title: str) -> None:
    content = WRITER.event(entry_of(title=title), method=PUBLISH)
    assert read(content).events[0].summary == "a\nb"
    assert content.count(b"BEGIN:VEVENT") == 1


def test_title_cannot_add_a_property() -> None:
    content = WRITER.event(entry_of(title="x\r\nATTACH:file:///etc/passwd"), method=PUBLISH)
    assert b"\r\nATTACH" not in content
