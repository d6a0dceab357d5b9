"""Lists of attendees as PDF files."""

import asyncio
from pathlib import Path

from src.application.dtos.door import AttendeeList


class PdfAttendeeListWriter:
    """Implements `AttendeeListWriter`; `fonts` is a folder of TrueType fonts.

    One is written at a time: it takes a processor for seconds.
    """

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts
        self._turn = asyncio.Semaphore(1)

    async def write(self, attendees: AttendeeList) -> bytes:
        async with self._turn:
            return await asyncio.to_thread(self._write, attendees)

    def _write(self, attendees: AttendeeList) -> bytes:
        # Imported on use: the library and its fonts take 25 MiB.
        from src.infrastructure.documents.attendee_page import attendee_pages

        return attendee_pages(attendees, self._fonts)
