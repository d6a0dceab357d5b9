"""The port for printed documents."""

from typing import Protocol

from src.application.dtos.receipt import Receipt


class ReceiptWriter(Protocol):
    """Prints receipts; runs beside the event loop."""

    async def write(self, receipt: Receipt) -> bytes:
        """The receipt as a PDF. Characters that no font has are shown as replaced."""
