"""Port for printed documents."""

from typing import Protocol

from src.application.dtos.receipt import Receipt


class ReceiptWriter(Protocol):
    """Writes receipts, outside the event loop."""

    async def write(self, receipt: Receipt) -> bytes:
        """Return the receipt as a PDF; characters missing from the fonts are replaced."""
