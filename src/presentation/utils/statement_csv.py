"""A statement as a flat table; the column `section` names the part of the statement."""

from collections.abc import Iterator, Mapping

from fastapi import Response

from src.domain.entities.settlement import Parts, Statement
from src.presentation.utils.csv_table import Cell, csv_response

PARTS = ("sales", "refunds", "disputes")
COLUMNS = (
    *("section", "event_id", "event_title", "payout_id", "paid_on", "reference", "currency"),
    *(f"{part}_{name}" for part in PARTS for name in ("tickets", "fees", "taxes")),
    *("commission", "kept_fees", "amount"),
)
_BLANKS = "," * (len(COLUMNS) - 8)
EXAMPLE = f"{','.join(COLUMNS)}\r\nopening,,,,,,THB{_BLANKS},1500.00\r\n"


def statement_csv(statement: Statement) -> Response:
    """The statement as a download. The amounts add up to that of the section `closing`."""
    start, end = (f"{moment:%Y%m%d}" for moment in (statement.start, statement.end))
    name = f"statement-{statement.organizer_id}-{statement.currency}-{start}-{end}"
    return csv_response(name, COLUMNS, _rows(statement))


def _rows(statement: Statement) -> Iterator[Mapping[str, Cell]]:
    currency = {"currency": statement.currency}
    yield {"section": "opening", **currency, "amount": statement.opening}
    for event in statement.events:
        yield {
            "section": "event",
            **currency,
            "event_id": event.event_id,
            "event_title": event.event_title,
            **_cells("sales", event.sales),
            **_cells("refunds", event.refunds),
            **_cells("disputes", event.disputes),
            "commission": event.commission,
            "kept_fees": event.kept_fees,
            "amount": event.change,
        }
    for payout in statement.payouts:
        yield {
            "section": "payout",
            **currency,
            "payout_id": payout.id,
            "paid_on": payout.paid_on.isoformat(),
            "reference": payout.reference,
            "amount": -payout.amount,
        }
    yield {"section": "closing", **currency, "amount": statement.closing}


def _cells(name: str, parts: Parts) -> Mapping[str, Cell]:
    return {
        f"{name}_tickets": parts.tickets,
        f"{name}_fees": parts.fees,
        f"{name}_taxes": parts.taxes,
    }
