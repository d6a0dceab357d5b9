"""Port for the payment page of the fake provider: its content, and the payer's actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from src.application.ports.payments import ProviderState


class PayerAction(StrEnum):
    """The buttons of the payment page."""

    PAY = "pay"
    DECLINE = "decline"
    PAY_LATE = "pay_late"


class BankAction(StrEnum):
    """What the payer's bank, or somebody in the provider's dashboard, does after a payment.

    `return_refund` sends the last refund back; `refund` is one that nobody asked for here. A bank
    asks about a payment (`inquire`, which can come to nothing: `close`), or disputes it. `pay_out`
    sends all that the provider holds in its currency to the seller's bank.
    """

    RETURN_REFUND = "return_refund"
    REFUND = "refund"
    INQUIRE = "inquire"
    CLOSE = "close"
    DISPUTE = "dispute"
    WIN = "win"
    LOSE = "lose"
    PAY_OUT = "pay_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A test card: it fails with the message `failure`, or pays after `delay`."""

    number: str
    meaning: str
    failure: str | None = None
    delay: timedelta = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedPayment:
    """A payment as its page shows it.

    `pays_at` is set for a delayed payment, which is open until then. `return_url` is None unless
    it points to this service.
    """

    reference: str
    order_reference: str
    amount: Decimal
    currency: str
    state: ProviderState
    failure: str | None
    expires_at: datetime | None
    pays_at: datetime | None
    return_url: str | None

    @property
    def is_on_its_way(self) -> bool:
        return self.state is ProviderState.OPEN and self.pays_at is not None

    @property
    def can_be_paid(self) -> bool:
        return self.state is ProviderState.OPEN and self.pays_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookOptions:
    """Faults in the delivery of the webhook."""

    delay: timedelta = timedelta()
    is_sent_twice: bool = False
    is_out_of_order: bool = False
    is_lost: bool = False


class HostedPayments(Protocol):
    """The payments of the fake provider, as a payer's browser reaches them."""

    cards: Sequence[Card]
    """The test cards that the page lists."""

    def find_card(self, number: str) -> Card | None:
        """Return the test card with this number; spaces in it are ignored."""

    async def get(self, reference: str) -> HostedPayment:
        """Return the payment. Raises NotFound."""

    async def act(
        self, reference: str, action: PayerAction, card: Card, options: WebhookOptions
    ) -> HostedPayment:
        """Perform the payer's action if it is still possible; the payment afterwards.

        Raises NotFound.
        """

    async def act_as_bank(
        self, reference: str, action: BankAction, options: WebhookOptions
    ) -> bool:
        """Perform the bank's action; whether that was possible. Raises NotFound."""
