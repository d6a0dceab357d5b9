"""Payouts, movements and balances of the accounts at providers, as administrators read them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from src.domain.entities.payout import MovementKind, PayoutStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPayout:
    """A payout with the sums of what it is made of: `moved` is all of that together.

    `fees` are those of payments and disputes and those that stand alone, as a negative amount.
    `adjustments` is all else, such as an earlier payout that came back.
    """

    id: int
    provider: str
    provider_reference: str
    status: PayoutStatus
    amount: Decimal
    currency: str
    made_at: datetime
    arrives_on: date
    is_automatic: bool
    is_itemized: bool
    failure: str | None
    bank_amount: Decimal | None
    payments: Decimal
    refunds: Decimal
    disputes: Decimal
    fees: Decimal
    adjustments: Decimal
    moved: Decimal
    version: int
    created_at: datetime
    updated_at: datetime

    @property
    def adds_up(self) -> bool | None:
        """Whether its movements are what it says; None as long as they are not known."""
        return self.moved == self.amount if self.is_itemized else None

    @property
    def is_at_bank(self) -> bool | None:
        """Whether the bank statement says the same; None as long as nobody has looked."""
        return None if self.bank_amount is None else self.bank_amount == self.amount

    @property
    def did_not_arrive(self) -> bool:
        """Whether the bank sent it back, or it never left."""
        return self.status in (PayoutStatus.FAILED, PayoutStatus.CANCELED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderMovementSearch:
    """Which movements to list, None means any. `is_paid_out` leaves out the payouts themselves."""

    payout_id: int | None = None
    transaction_id: int | None = None
    is_paid_out: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedProviderMovement:
    """A movement of a provider's account with the order it is for, None where it is for none."""

    id: int
    provider: str
    reference: str
    kind: MovementKind
    word: str
    amount: Decimal
    fee: Decimal
    net: Decimal
    currency: str
    source_reference: str | None
    paid_amount: Decimal
    paid_currency: str
    exchange_rate: Decimal | None
    moved_at: datetime
    available_on: datetime
    transaction_id: int | None
    order_id: int | None
    order_reference: str | None
    payout_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderBalance:
    """What a provider holds in a currency, as it said at `read_at`.

    `opening` was there before the first movement that is known, and `moved` is what has moved
    since; `difference` is what these do not explain. `fees` are all that it has taken since.
    """

    provider: str
    currency: str
    balance: Decimal
    opening: Decimal
    moved: Decimal
    fees: Decimal
    since: datetime
    read_at: datetime

    @property
    def difference(self) -> Decimal:
        return self.balance - self.opening - self.moved
