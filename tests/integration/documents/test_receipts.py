"""Receipts are printed once for all who ask, and kept for a while; their pages hold together."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from src.application.dtos.receipt import Receipt, ReceiptLine
from src.domain.services.pricing import Amounts
from src.infrastructure.documents.jobs import Job
from src.infrastructure.documents.press import Press
from src.infrastructure.documents.receipt_page import receipt_pdf
from src.infrastructure.documents.receipts import PdfReceiptWriter
from tests.support.documents import READERS, typesetter, without_blanks

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


class CountingPress(Press):
    """Prints nothing, and remembers what it was to print."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Job] = []

    async def print(self, job: Job) -> bytes:
        self.jobs.append(job)
        await asyncio.sleep(0)
        return b"%PDF"


async def test_same_receipt_is_printed_once_for_all_who_ask() -> None:
    press = CountingPress()
    writer = PdfReceiptWriter("Shop", press)
    later = replace(RECEIPT, issued_at=NOW + timedelta(seconds=30))
    first = await asyncio.gather(*(writer.write(RECEIPT) for _ in range(5)))
    assert {*first, await writer.write(later)} == {b"%PDF"}
    assert len(press.jobs) == 1
    await writer.write(replace(RECEIPT, buyer="Anna"))
    assert len(press.jobs) == 2


def test_receipt_of_many_lines_repeats_its_headings_on_every_page() -> None:
    line = ReceiptLine(
        event_title="A title with a WordThatIsLongerThanItsColumnIsWideByFar",
        ticket_type="Standard",
        quantity=2,
        unit_price=Decimal("123456789.00"),
        tax_rate=Decimal("7.00"),
        amounts=Amounts(*[Decimal("1.00")] * 5),
    )
    lines = tuple(replace(line, ticket_type=f"Type {number}.") for number in range(60))
    pdf = receipt_pdf(typesetter(), replace(RECEIPT, lines=lines), "Shop")
    for read in READERS:
        pages = [without_blanks(page) for page in read(pdf)]
        assert len(pages) > 1
        assert sum("Unitprice" in page for page in pages) >= len(pages) - 1
        text = "".join(pages)
        assert all(f"Type{number}." in text for number in range(60))
        assert text.count("123456789.00USD") == 60
        assert text.count("WordThatIsLongerThanItsColumnIsWideByFar") == 60


@pytest.mark.parametrize("change", [{"buyer": "Anna"}, {"currency": "THB"}, {"discount_code": "X"}])
def test_receipts_that_differ_in_more_than_their_time_of_issue_are_not_equal(
    change: dict[str, str],
) -> None:
    assert replace(RECEIPT, **change) != RECEIPT  # type: ignore[arg-type]
