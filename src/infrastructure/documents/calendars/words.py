"""What a calendar entry says, in the languages of events."""

from dataclasses import dataclass

from src.domain.shared.language import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; `seat` is filled with section, row and number."""

    calendar: str
    starts: str
    tickets: str
    seat: str
    cancelled: str


WORDS = {
    Language.EN: Words(
        calendar="My tickets",
        starts="Start at the venue",
        tickets="Tickets",
        seat="{section}, row {row}, seat {number}",
        cancelled="Cancelled",
    ),
    Language.DE: Words(
        calendar="Meine Tickets",
        starts="Beginn am Veranstaltungsort",
        tickets="Tickets",
        seat="{section}, Reihe {row}, Platz {number}",
        cancelled="Abgesagt",
    ),
    Language.TH: Words(
        calendar="บัตรของฉัน",
        starts="เวลาเริ่มตามเวลาสถานที่จัดงาน",
        tickets="บัตร",
        seat="{section} แถว {row} ที่นั่ง {number}",
        cancelled="ยกเลิกแล้ว",
    ),
}
