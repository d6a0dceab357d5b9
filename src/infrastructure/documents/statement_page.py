"""The layout of a statement: a table of events, the payouts, and what is owed."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from src.domain.entities.settlement import EventShare, OrganizerPayout, Statement
from src.domain.shared.money import written
from src.infrastructure.documents.pdf_file import PdfFile
from src.infrastructure.documents.table_pages import TablePages
from src.infrastructure.documents.text.paragraphs import Typesetter

COLUMNS = {
    "Event": 116,
    "Tickets": 62,
    "Service fees": 54,
    "Taxes": 54,
    "Refunds": 58,
    "Disputes": 52,
    "Kept": 54,
    "Yours": 61,
}
"""In points: 511 in all."""


def statement_pdf(text: Typesetter, statement: Statement) -> bytes:
    """The statement as a PDF; of the same one the same bytes."""
    title = f"Statement for {statement.organizer}"
    pdf = PdfFile(title, "en", statement.end)
    pages = TablePages(
        pdf, text, {name: float(at) for name, at in COLUMNS.items()}, statement.currency
    )
    pages.text(title, size=14, bold=True)
    zone = ZoneInfo(statement.timezone)
    start, end = (_moment(moment, zone) for moment in (statement.start, statement.end))
    pages.text(f"From {start} until before {end} ({statement.timezone}), in {statement.currency}")
    if not statement.is_final:
        pages.text("Provisional: the period has not ended, or only just.")
    pages.gap()
    pages.sum("Owed before", statement.opening)
    pages.gap()
    if statement.events:
        rows = (
            [*statement.events, statement.total] if len(statement.events) > 1 else statement.events
        )
        pages.table([_cells(share, statement.currency) for share in rows])
    total = statement.total
    pages.sum("Sales with service fees and taxes", total.sales.total)
    pages.sum("Refunds", total.refunds.total)
    pages.sum("Disputes that banks decided for buyers", total.disputes.total)
    pages.sum("Commission of the platform", -total.commission)
    pages.sum("Service fees of the platform", -total.kept_fees)
    for payout in statement.payouts:
        pages.sum(_label(payout), -payout.amount)
    pages.sum("Owed at the end", statement.closing, size=11)
    pages.gap()
    pages.text(
        "From the ledger, by the time at which money was booked. Tickets, service fees and taxes "
        "are what was sold; kept is the commission and the service fees of the platform."
    )
    pages.finish()
    return pdf.output()


def _cells(share: EventShare, currency: str) -> list[str]:
    def amount(value: Decimal) -> str:
        return written(value, currency)

    return [
        share.event_title or "All events",
        *(amount(value) for value in (share.sales.tickets, share.sales.fees, share.sales.taxes)),
        amount(share.refunds.total),
        amount(share.disputes.total),
        amount(-share.commission - share.kept_fees),
        amount(share.change),
    ]


def _label(payout: OrganizerPayout) -> str:
    what = "Payout taken back" if payout.reverses_id else "Payout"
    return f"{what}, {payout.paid_on:%Y-%m-%d}, {payout.reference}"


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
