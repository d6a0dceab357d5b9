"""The words on tickets, in the languages that an event can have."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale

from src.domain.shared.language import Language

BUDDHIST_ERA = 543


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Words and names of one language; `{}` stand for numbers."""

    ticket: str
    number: str
    admits: str
    show_code: str
    when: str
    where: str
    section: str
    row: str
    seat: str
    ticket_type: str
    gate: str
    holder: str
    price: str
    free: str
    booking: str
    order: str
    terms: str
    terms_follow: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    date: str


ENGLISH = Phrases(
    ticket="Ticket",
    number="Ticket {} of {}",
    admits="Admits one person",
    show_code="Show this code at the entrance.",
    when="When",
    where="Where",
    section="Section",
    row="Row",
    seat="Seat",
    ticket_type="Ticket type",
    gate="Gate",
    holder="Name",
    price="Price",
    free="Free of charge",
    booking="Booking",
    order="Order",
    terms="The organizer's terms",
    terms_follow="The organizer's terms are at the end of this document.",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    date="{weekday}, {day} {month} {year}",
)
GERMAN = Phrases(
    ticket="Eintrittskarte",
    number="Karte {} von {}",
    admits="Gilt für eine Person",
    show_code="Zeigen Sie diesen Code am Einlass.",
    when="Wann",
    where="Wo",
    section="Block",
    row="Reihe",
    seat="Platz",
    ticket_type="Kartenart",
    gate="Eingang",
    holder="Name",
    price="Preis",
    free="Kostenlos",
    booking="Buchung",
    order="Bestellung",
    terms="Bedingungen des Veranstalters",
    terms_follow="Die Bedingungen des Veranstalters stehen am Ende dieses Dokuments.",
    weekdays=(
        *("Montag", "Dienstag", "Mittwoch", "Donnerstag"),
        *("Freitag", "Samstag", "Sonntag"),
    ),
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    date="{weekday}, {day}. {month} {year}",
)
THAI = Phrases(
    ticket="บัตรเข้างาน",
    number="ใบที่ {} จาก {}",
    admits="ใช้ได้สำหรับหนึ่งคน",
    show_code="โปรดแสดงรหัสนี้ที่ทางเข้า",
    when="วันและเวลา",
    where="สถานที่",
    section="โซน",
    row="แถว",
    seat="ที่นั่ง",
    ticket_type="ประเภทบัตร",
    gate="ประตู",
    holder="ชื่อ",
    price="ราคา",
    free="ไม่มีค่าใช้จ่าย",
    booking="การจอง",
    order="คำสั่งซื้อ",
    terms="เงื่อนไขของผู้จัดงาน",
    terms_follow="เงื่อนไขของผู้จัดงานอยู่ท้ายเอกสารนี้",
    weekdays=("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"),
    months=(
        *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
        *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
    ),
    date="วัน{weekday}ที่ {day} {month} พ.ศ. {buddhist} ({year})",
)
PHRASES = {Language.EN: ENGLISH, Language.DE: GERMAN, Language.TH: THAI}


def written_date(time: datetime, phrases: Phrases) -> str:
    """The date in words; in Thai with the years of both calendars."""
    return phrases.date.format(
        weekday=phrases.weekdays[time.weekday()],
        day=time.day,
        month=phrases.months[time.month - 1],
        year=time.year,
        buddhist=time.year + BUDDHIST_ERA,
    )


def written_times(start: datetime, end: datetime, timezone: str, phrases: Phrases) -> list[str]:
    """Date, time and zone of an event, in lines."""
    zone = ZoneInfo(timezone)
    begins, ends = start.astimezone(zone), end.astimezone(zone)
    until = f"{ends:%H:%M}"
    if ends.date() != begins.date() and ends - begins > timedelta(hours=12):
        until = f"{written_date(ends, phrases)}, {until}"
    return [
        written_date(begins, phrases),
        f"{begins:%H:%M} \N{EN DASH} {until}",
        written_zone(begins),
    ]


def country_name(code: str | None, language: Language) -> str | None:
    """`Germany` for `DE`; None if it is not known."""
    return Locale.parse(language.value).territories.get(code) if code else None


def written_zone(time: datetime) -> str:
    """The zone's name and its distance from UTC at that time."""
    offset = time.utcoffset() or timedelta()
    minutes = round(abs(offset).total_seconds() / 60)
    sign = "\N{MINUS SIGN}" if offset < timedelta() else "+"
    hours = f"{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")
    name = getattr(time.tzinfo, "key", "UTC")
    return name if not minutes else f"{name} (UTC{sign}{hours})"
