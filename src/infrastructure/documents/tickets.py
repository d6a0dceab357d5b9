"""Tickets as files."""

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.ticket_document import PageFormat, TicketSheet
from src.infrastructure.documents.jobs import DrawTicket, PrintTickets
from src.infrastructure.documents.press import Press

SECONDS_TO_KEEP = 60.0
FEW = 20
"""Tickets of a document that takes little room."""
FEW_KEPT, MANY_KEPT = 50, 2
"""Documents of few and of many tickets; a thousand take 4 MB."""

Wanted = PrintTickets | DrawTicket


class FileTicketPrinter:
    """Implements `TicketPrinter`. What was printed is kept for a minute."""

    def __init__(self, shop_name: str, press: Press) -> None:
        self._shop_name = shop_name
        self._few, self._many = (
            Snapshots[Wanted, bytes](press.print, max_age=SECONDS_TO_KEEP, max_entries=kept)
            for kept in (FEW_KEPT, MANY_KEPT)
        )

    async def pdf(self, sheet: TicketSheet, page_format: PageFormat) -> bytes:
        kept = self._few if len(sheet.tickets) <= FEW else self._many
        return await kept.get(PrintTickets(sheet, page_format, self._shop_name))

    async def png(self, sheet: TicketSheet, page_format: PageFormat) -> bytes:
        return await self._few.get(DrawTicket(sheet, page_format, self._shop_name))
