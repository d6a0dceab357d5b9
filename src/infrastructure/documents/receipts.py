"""Receipts as PDF files."""

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.receipt import Receipt
from src.infrastructure.documents.jobs import PrintReceipt
from src.infrastructure.documents.press import Press

SECONDS_TO_KEEP = 60.0
RECEIPTS_KEPT = 50


class PdfReceiptWriter:
    """Implements `ReceiptWriter`.

    A receipt is kept for a minute: an equal one differs in its time of issue alone.
    """

    def __init__(self, shop_name: str, press: Press) -> None:
        self._shop_name = shop_name
        self._press = press
        self._written = Snapshots[Receipt, bytes](
            self._write, max_age=SECONDS_TO_KEEP, max_entries=RECEIPTS_KEPT
        )

    async def write(self, receipt: Receipt) -> bytes:
        return await self._written.get(receipt)

    async def _write(self, receipt: Receipt) -> bytes:
        return await self._press.print(PrintReceipt(receipt, self._shop_name))
