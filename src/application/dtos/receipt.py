"""A receipt: the lines of an order, its amounts, payments and refunds."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from src.domain.services.pricing import Amounts
from src.domain.shared.money import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """Tickets of one type; rates are in per cent. `fee_tax_rate` is that of the fee, if another."""

    event_title: str
    ticket_type: str
    quantity: int
    unit_price: Decimal
    tax_rate: Decimal
    fee_tax_rate: Decimal | None = None
    amounts: Amounts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptMovement:
    """A payment or a refund; `at` is None while it is pending."""

    amount: Decimal
    provider: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The content of a receipt. Times are aware; they are printed in `timezone` (IANA name).

    `owed` is what could not be sent back yet. Two that differ in their time of issue alone are
    equal.
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
    owed: Decimal = ZERO

    @property
    def net_paid(self) -> Decimal:
        """The amount paid less all refunds, also those under way or owed: what the lines leave."""
        refunded = sum((refund.amount for refund in self.refunds), ZERO)
        return sum((payment.amount for payment in self.payments), ZERO) - refunded - self.owed

    @property
    def awaits_refund(self) -> bool:
        """Whether a refund is still on its way, or owed."""
        return bool(self.owed) or any(refund.at is None for refund in self.refunds)


@dataclass(frozen=True, slots=True)
class ReceiptDocument:
    """A receipt as a PDF, and the reference of its order for the file name."""

    order_reference: str
    content: bytes
