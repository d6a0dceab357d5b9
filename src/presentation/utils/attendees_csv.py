"""The list of attendees as a table."""

from collections.abc import Iterable, Iterator, Mapping

from src.application.dtos.door import Attendee
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


def attendee_rows(attendees: Iterable[Attendee]) -> Iterator[Mapping[str, Cell]]:
    """A row for each ticket."""
    for attendee in attendees:
        yield {
            **{column: getattr(attendee, column) for column in COLUMNS},
            "is_inside": str(attendee.is_inside).lower(),
            "is_complimentary": str(attendee.is_complimentary).lower(),
        }
