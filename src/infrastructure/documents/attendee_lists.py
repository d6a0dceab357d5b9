"""Lists of attendees as PDF files."""

from src.application.dtos.door import AttendeeList
from src.infrastructure.documents.jobs import PrintAttendees
from src.infrastructure.documents.press import Press


class PdfAttendeeListWriter:
    """Implements `AttendeeListWriter`."""

    def __init__(self, press: Press) -> None:
        self._press = press

    async def write(self, attendees: AttendeeList) -> bytes:
        return await self._press.print(PrintAttendees(attendees))
