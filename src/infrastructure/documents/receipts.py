"""Receipts as PDF files."""

import asyncio
from pathlib import Path

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.receipt import Receipt
from src.domain.errors import Unavailable

MAX_WAITING = 20
SECONDS_TO_KEEP = 60.0
RECEIPTS_KEPT = 50


class PdfReceiptWriter:
    """Implements `ReceiptWriter`; `fonts` is a folder of TrueType fonts.

    A receipt takes a good part of a second of Python, so one is written at a time, beside the
    event loop, and it is kept for a minute: an equal one differs in its time of issue alone.
    Raises Unavailable when twenty are waited for already.
    """

    def __init__(self, shop_name: str, fonts: Path) -> None:
        self._shop_name = shop_name
        self._fonts = fonts
        self._turn = asyncio.Semaphore(1)
        self._waiting = 0
        self._written = Snapshots[Receipt, bytes](
            self._write_in_turn, max_age=SECONDS_TO_KEEP, max_entries=RECEIPTS_KEPT
        )

    async def write(self, receipt: Receipt) -> bytes:
        return await self._written.get(receipt)

    async def _write_in_turn(self, receipt: Receipt) -> bytes:
        if self._waiting >= MAX_WAITING:
            raise Unavailable("Many receipts are being written.", retry_after_seconds=5)
        self._waiting += 1
        try:
            async with self._turn:
                return await asyncio.to_thread(self._write, receipt)
        finally:
            self._waiting -= 1

    def _write(self, receipt: Receipt) -> bytes:
        # Imported on use: the library and its fonts take 25 MiB.
        from src.infrastructure.documents.receipt_page import receipt_page

        return receipt_page(receipt, self._shop_name, self._fonts)
