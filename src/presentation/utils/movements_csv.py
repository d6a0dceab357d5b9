"""The ledger as a flat table."""

from collections.abc import Mapping

from src.application.dtos.movement import Movement
from src.application.reports.exports import Export
from src.presentation.utils.csv_stream import CsvStream
from src.presentation.utils.csv_table import Cell

COLUMNS = (
    *("movement_id", "at", "kind", "account", "amount", "currency", "transaction_id", "provider"),
    *("provider_reference", "order_id", "order_reference", "event_id", "event_title"),
    *("booking_id", "booking_reference", "ticket_type_id", "ticket_type"),
)

EXAMPLE = (
    ",".join(COLUMNS) + "\r\n1,2026-11-20T12:01:00Z,payment,tickets,1500.00,THB,1,fake,"
    "fake_pay_8F3KQ2ZN,1,ORD-7K2M9QXA,1,Rock Concert 2026,1,BKG-7K2M9QXA,1,Standard\r\n"
)


def movements_csv(export: Export[Movement]) -> CsvStream[Movement]:
    """The movements as a download."""
    return CsvStream("movements", COLUMNS, export, _row)


def _row(movement: Movement) -> Mapping[str, Cell]:
    row = {column: getattr(movement, column, None) for column in COLUMNS}
    return row | {"movement_id": movement.id}
