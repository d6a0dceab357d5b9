"""Say what a buyer would pay for a ticket."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from src.domain.entities.event import Event
from src.domain.services.pricing import Amounts, price_line

ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceExampleCommand:
    """A price, and what an event adds to it."""

    price: Decimal
    quantity: int = 1
    currency: str = "USD"
    service_fee_fixed: Decimal = Decimal("0.00")
    service_fee_percent: Decimal = Decimal("0.00")
    tax_rate: Decimal = Decimal("0.00")
    tax_inclusive: bool = False
    fee_tax_rate: Decimal | None = None
    by_small_business: bool = False


class PriceExample:
    """Say what a buyer would pay for tickets at this price, by the rules by which they are sold.

    Authorization: none; it reads nothing.
    """

    async def execute(self, command: PriceExampleCommand) -> Amounts:
        event = Event(
            title="",
            date_time=ANY_TIME,
            ends_at=ANY_TIME + timedelta(hours=1),
            capacity=command.quantity,
            price=command.price,
            currency=command.currency,
            service_fee_fixed=command.service_fee_fixed,
            service_fee_percent=command.service_fee_percent,
            tax_rate=command.tax_rate,
            tax_inclusive=command.tax_inclusive,
            fee_tax_rate=command.fee_tax_rate,
            by_small_business=command.by_small_business,
            organizer_id=0,
        )
        return price_line(event, command.price, command.quantity)
