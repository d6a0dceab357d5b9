"""The layout of a statement: a table of events, the payouts, and what is owed."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from src.domain.entities.settlement import EventShare, Statement
from src.domain.shared.money import written
from src.infrastructure.documents.pdf_file import PdfFile
from src.infrastructure.documents.statement_words import WORDS, StatementWords
from src.infrastructure.documents.table_pages import TablePages
from src.infrastructure.documents.text.paragraphs import Typesetter

WIDTHS = (116.0, 62.0, 54.0, 54.0, 58.0, 52.0, 54.0, 61.0)
"""Of the columns, in points: 511 in all."""


def statement_pdf(text: Typesetter, statement: Statement) -> bytes:
    """The statement as a PDF; of the same one the same bytes."""
    words = WORDS[statement.language]
    title = words.title.format(statement.organizer)
    pdf = PdfFile(title, statement.language.value, statement.end)
    columns = dict(zip(words.columns, WIDTHS, strict=True))
    pages = TablePages(pdf, text, columns, statement.currency)
    pages.text(title, size=14, bold=True)
    zone = ZoneInfo(statement.timezone)
    start, end = (_moment(moment, zone) for moment in (statement.start, statement.end))
    pages.text(words.period.format(start, end, statement.timezone, statement.currency))
    if not statement.is_final:
        pages.text(words.provisional)
    pages.gap()
    pages.sum(words.owed_before, statement.opening)
    pages.gap()
    if statement.events:
        rows = (
            [*statement.events, statement.total] if len(statement.events) > 1 else statement.events
        )
        pages.table([_cells(share, statement.currency, words) for share in rows])
    total = statement.total
    pages.sum(words.sales, total.sales.total)
    pages.sum(words.refunds, total.refunds.total)
    pages.sum(words.disputes, total.disputes.total)
    pages.sum(words.commission, -total.commission)
    pages.sum(words.kept_fees, -total.kept_fees)
    for payout in statement.payouts:
        pages.sum(words.paid(payout), -payout.amount)
    pages.sum(words.owed_at_end, statement.closing, size=11)
    pages.gap()
    pages.text(words.explained)
    pages.finish()
    return pdf.output()


def _cells(share: EventShare, currency: str, words: StatementWords) -> list[str]:
    def amount(value: Decimal) -> str:
        return written(value, currency)

    return [
        share.event_title or words.all_events,
        *(amount(value) for value in (share.sales.tickets, share.sales.fees, share.sales.taxes)),
        amount(share.refunds.total),
        amount(share.disputes.total),
        amount(-share.commission - share.kept_fees),
        amount(share.change),
    ]


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
