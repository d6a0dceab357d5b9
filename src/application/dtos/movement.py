"""The ledger as accountants read it: each movement of money, with what it was for."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.domain.entities.transaction import LedgerAccount, TransactionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementSearch:
    """Which movements to list, None means any; booked in [`date_from`, `date_to`)."""

    event_id: int | None = None
    order_id: int | None = None
    transaction_id: int | None = None
    account: LedgerAccount | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """An entry of the ledger: money in is positive, money out negative.

    `provider_reference` is what the provider calls the payment or refund that moved it; None
    where nobody but this service knows of it. What is for no event bought nothing. Entries outlive
    what they are about, whose names are then None.
    """

    id: int
    at: datetime
    kind: TransactionKind
    account: LedgerAccount
    amount: Decimal
    currency: str
    transaction_id: int
    provider: str | None
    provider_reference: str | None
    order_id: int
    order_reference: str | None
    event_id: int | None
    event_title: str | None
    booking_id: int | None
    booking_reference: str | None
    ticket_type_id: int | None
    ticket_type: str | None
