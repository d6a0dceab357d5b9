"""Receipts are written one at a time, kept for a while, and few are waited for."""

import asyncio
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from src.application.dtos.receipt import Receipt
from src.domain.errors import Unavailable
from src.domain.services.pricing import Amounts
from src.infrastructure.documents.receipts import MAX_WAITING, PdfReceiptWriter

NOW = datetime(2026, 11, 20, tzinfo=UTC)
RECEIPT = Receipt(
    order_reference="ORD-1",
    ordered_at=NOW,
    issued_at=NOW,
    timezone="UTC",
    buyer="Nina",
    contact=(),
    currency="USD",
    lines=(),
    amounts=Amounts(*[Decimal(0)] * 5),
    discount_code=None,
    payments=(),
    refunds=(),
)


class SlowWriter(PdfReceiptWriter):
    """Writes the reference, when it may."""

    def __init__(self) -> None:
        super().__init__("Shop", Path())
        self.may_write = threading.Event()
        self.running = self.most = self.written = 0

    def _write(self, receipt: Receipt) -> bytes:
        self.running += 1
        self.most = max(self.most, self.running)
        self.may_write.wait(10)
        self.running -= 1
        self.written += 1
        return receipt.order_reference.encode()


async def test_same_receipt_is_written_once_for_all_who_ask() -> None:
    writer = SlowWriter()
    writer.may_write.set()
    later = replace(RECEIPT, issued_at=NOW + timedelta(seconds=30))
    first = await asyncio.gather(*(writer.write(RECEIPT) for _ in range(5)))
    assert {*first, await writer.write(later)} == {b"ORD-1"}
    assert writer.written == 1
    await writer.write(replace(RECEIPT, buyer="Anna"))
    assert writer.written == 2


async def test_receipts_are_written_one_at_a_time_and_too_many_are_refused() -> None:
    writer = SlowWriter()
    receipts = [replace(RECEIPT, order_reference=f"ORD-{n}") for n in range(MAX_WAITING + 2)]
    asking = [asyncio.create_task(writer.write(receipt)) for receipt in receipts]
    await asyncio.sleep(0.05)
    writer.may_write.set()
    answers = await asyncio.gather(*asking, return_exceptions=True)
    refused = [answer for answer in answers if isinstance(answer, Unavailable)]
    assert len(refused) == 2
    assert refused[0].retry_after_seconds == 5
    assert (writer.most, writer.written) == (1, MAX_WAITING)
    assert await writer.write(RECEIPT) == b"ORD-1"


@pytest.mark.parametrize("change", [{"buyer": "Anna"}, {"currency": "THB"}, {"discount_code": "X"}])
def test_receipts_that_differ_in_more_than_their_time_of_issue_are_not_equal(
    change: dict[str, str],
) -> None:
    assert replace(RECEIPT, **change) != RECEIPT  # type: ignore[arg-type]
