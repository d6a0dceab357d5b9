"""The list of attendees as a table."""

from collections.abc import Mapping

from src.application.dtos.door import Attendee
from src.application.reports.exports import Export
from src.presentation.utils.csv_stream import CsvStream
from src.presentation.utils.csv_table import Cell

COLUMNS = (
    *("ticket_id", "code_ending", "name", "email", "booking_reference", "ticket_type", "seat"),
    *("status", "used_at", "gate", "is_inside", "is_complimentary"),
)
EXAMPLE = (
    "ticket_id,code_ending,name,email,booking_reference,ticket_type,seat,status,used_at,gate,"
    "is_inside,is_complimentary\r\n"
    "1,Q2ZN,Ada,ada@example.com,BKG-7K2M9QXA,Standard,,active,,,false,false\r\n"
)


def attendees_csv(name: str, export: Export[Attendee]) -> CsvStream[Attendee]:
    """The list as a download, a row for each ticket."""
    return CsvStream(name, COLUMNS, export, _attendee)


def _attendee(attendee: Attendee) -> Mapping[str, Cell]:
    row = {column: getattr(attendee, column) for column in COLUMNS}
    flags = ("is_inside", "is_complimentary")
    return row | {name: str(getattr(attendee, name)).lower() for name in flags}
