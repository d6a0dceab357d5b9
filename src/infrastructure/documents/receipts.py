"""Receipts as PDF files."""

import asyncio
from pathlib import Path

from src.application.dtos.receipt import Receipt


class PdfReceiptWriter:
    """Implements `ReceiptWriter`; `fonts` is a folder of TrueType fonts."""

    def __init__(self, shop_name: str, fonts: Path) -> None:
        self._shop_name = shop_name
        self._fonts = fonts

    async def write(self, receipt: Receipt) -> bytes:
        return await asyncio.to_thread(self._write, receipt)

    def _write(self, receipt: Receipt) -> bytes:
        # Imported on use: the library and its fonts take 25 MiB.
        from src.infrastructure.documents.receipt_page import receipt_page

        return receipt_page(receipt, self._shop_name, self._fonts)
