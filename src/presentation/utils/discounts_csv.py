"""Discount codes as a flat table."""

from collections.abc import Mapping

from src.application.reports.exports import Export
from src.domain.entities.discount import Discount
from src.presentation.utils.csv_stream import CsvStream
from src.presentation.utils.csv_table import Cell

COLUMNS = (
    *("discount_id", "code", "kind", "value", "currency", "event_id", "ticket_type_id"),
    *("valid_from", "valid_until", "max_uses", "max_uses_per_user", "max_tickets"),
    *("min_spend", "max_discount", "used", "used_tickets", "created_at"),
)
EXAMPLE = (
    ",".join(COLUMNS) + "\r\n1,SUMMER20,percent,20.00,,,,,2026-12-24T00:00:00Z,100,1,,,,12,31,"
    "2026-11-20T12:00:00Z\r\n"
)


def discounts_csv(export: Export[Discount]) -> CsvStream[Discount]:
    """The codes as a download."""
    return CsvStream("discount-codes", COLUMNS, export, _cells)


def _cells(discount: Discount) -> Mapping[str, Cell]:
    cells = {column: getattr(discount, column) for column in COLUMNS[1:]}
    return {**cells, "discount_id": discount.id, "kind": discount.kind.value}
