"""What an order's stream sends: enough to know when to read the order again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus

OVER = frozenset({OrderStatus.CANCELLED, OrderStatus.EXPIRED, OrderStatus.COMPLETED})


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionState:
    """A payment or refund; of one that is pending, `failure` is why the last try failed."""

    id: int
    kind: TransactionKind
    status: TransactionStatus
    failure: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderState:
    """The order, with its payments and refunds in the order in which they were started."""

    id: int
    user_id: int
    status: OrderStatus
    version: int
    expires_at: datetime | None
    transactions: tuple[TransactionState, ...]

    @classmethod
    def of(cls, order: Order, transactions: Sequence[Transaction]) -> Self:
        """The state of an order whose transactions are given, oldest first."""
        return cls(
            id=order.id,
            user_id=order.user_id,
            status=order.status,
            version=order.version,
            expires_at=order.expires_at,
            transactions=tuple(
                TransactionState(
                    id=transaction.id,
                    kind=transaction.kind,
                    status=transaction.status,
                    failure=transaction.failure,
                )
                for transaction in transactions
            ),
        )

    @property
    def is_final(self) -> bool:
        """Whether nothing more is expected: it has ended, and no money is on its way."""
        return self.status in OVER and all(
            transaction.status is not TransactionStatus.PENDING for transaction in self.transactions
        )
