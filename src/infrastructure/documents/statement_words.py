"""The words on statements, in the languages that an organizer can have."""

from dataclasses import dataclass

from src.domain.entities.settlement import OrganizerPayout
from src.domain.shared.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWords:
    """Words of one language; `{}` stand for names and times."""

    title: str
    period: str
    provisional: str
    owed_before: str
    columns: tuple[str, ...]
    all_events: str
    sales: str
    refunds: str
    disputes: str
    commission: str
    kept_fees: str
    payout: str
    taken_back: str
    owed_at_end: str
    explained: str

    def paid(self, payout: OrganizerPayout) -> str:
        """What a payout or a counter entry is, when it was made, and what the bank calls it."""
        what = self.taken_back if payout.reverses_id else self.payout
        return f"{what}, {payout.paid_on:%Y-%m-%d}, {payout.reference}"


ENGLISH = StatementWords(
    title="Statement for {}",
    period="From {} until before {} ({}), in {}",
    provisional="Provisional: the period has not ended, or only just.",
    owed_before="Owed before",
    columns=("Event", "Tickets", "Service fees", "Taxes", "Refunds", "Disputes", "Kept", "Yours"),
    all_events="All events",
    sales="Sales with service fees and taxes",
    refunds="Refunds",
    disputes="Disputes that banks decided for buyers",
    commission="Commission of the platform",
    kept_fees="Service fees of the platform",
    payout="Payout",
    taken_back="Payout taken back",
    owed_at_end="Owed at the end",
    explained=(
        "From the ledger, by the time at which money was booked. Tickets, service fees and taxes "
        "are what was sold; kept is the commission and the service fees of the platform."
    ),
)
GERMAN = StatementWords(
    title="Abrechnung für {}",
    period="Von {} bis vor {} ({}), in {}",
    provisional="Vorläufig: Der Zeitraum ist noch nicht oder eben erst vorbei.",
    owed_before="Guthaben zuvor",
    columns=(
        *("Veranstaltung", "Karten", "Gebühren", "Steuern"),
        *("Erstattet", "Strittig", "Einbehalt", "Ihr Anteil"),
    ),
    all_events="Alle Veranstaltungen",
    sales="Verkäufe mit Servicegebühren und Steuern",
    refunds="Erstattungen",
    disputes="Streitfälle, die Banken für Käufer entschieden haben",
    commission="Provision der Plattform",
    kept_fees="Servicegebühren der Plattform",
    payout="Auszahlung",
    taken_back="Auszahlung zurückgenommen",
    owed_at_end="Guthaben am Ende",
    explained=(
        "Aus dem Hauptbuch, nach der Zeit der Buchung. Karten, Gebühren und Steuern sind das "
        "Verkaufte; einbehalten sind die Provision und die Servicegebühren der Plattform."
    ),
)
THAI = StatementWords(
    title="ใบสรุปยอดของ {}",
    period="ตั้งแต่ {} จนถึงก่อน {} ({}) สกุลเงิน {}",
    provisional="ยังไม่เป็นที่สิ้นสุด: ช่วงเวลานี้ยังไม่จบหรือเพิ่งจบ",
    owed_before="ยอดค้างจ่ายยกมา",
    columns=(
        *("งาน", "บัตร", "ค่าบริการ", "ภาษี"),
        *("คืนเงิน", "โต้แย้ง", "หักไว้", "ส่วนของคุณ"),
    ),
    all_events="ทุกงาน",
    sales="ยอดขายรวมค่าบริการและภาษี",
    refunds="เงินที่คืนแล้ว",
    disputes="รายการโต้แย้งที่ธนาคารตัดสินให้ผู้ซื้อ",
    commission="ค่าคอมมิชชันของแพลตฟอร์ม",
    kept_fees="ค่าบริการของแพลตฟอร์ม",
    payout="จ่ายเงินออก",
    taken_back="ยกเลิกการจ่ายเงินออก",
    owed_at_end="ยอดค้างจ่ายคงเหลือ",
    explained=(
        "จากบัญชีแยกประเภท ตามเวลาที่บันทึกรายการ บัตร ค่าบริการ และภาษีคือยอดที่ขาย "
        "หักไว้คือค่าคอมมิชชันและค่าบริการของแพลตฟอร์ม"
    ),
)
WORDS = {Language.EN: ENGLISH, Language.DE: GERMAN, Language.TH: THAI}
