"""A receipt: what was ordered, what it cost, what was paid and what has gone back."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from src.domain.services.pricing import Amounts
from src.domain.shared.money import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """Tickets of one type; `tax_rate` is in per cent."""

    event_title: str
    ticket_type: str
    quantity: int
    unit_price: Decimal
    tax_rate: Decimal
    amounts: Amounts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptMovement:
    """Money that was paid, or went back. `at` is None for what is still on its way."""

    amount: Decimal
    provider: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """All that is printed. Times are moments; `timezone` (IANA name) is where they are told.

    Two that differ in their time of issue alone are equal.
    """

    order_reference: str
    ordered_at: datetime
    issued_at: datetime = field(compare=False)
    timezone: str
    buyer: str
    contact: tuple[str, ...]
    currency: str
    lines: tuple[ReceiptLine, ...]
    amounts: Amounts
    discount_code: str | None
    payments: tuple[ReceiptMovement, ...]
    refunds: tuple[ReceiptMovement, ...]

    @property
    def stays_paid(self) -> Decimal:
        """What has arrived and has not gone back; what is on its way back still counts."""
        gone = sum((one.amount for one in self.refunds if one.at), ZERO)
        return sum((one.amount for one in self.payments), ZERO) - gone


@dataclass(frozen=True, slots=True)
class ReceiptDocument:
    """A receipt as a PDF, and the reference of its order to name the file by."""

    order_reference: str
    content: bytes
