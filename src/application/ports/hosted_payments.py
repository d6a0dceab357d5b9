"""Port for the payment page of the fake provider: its content, and the payer's actions."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from src.application.ports.payments import ProviderState

AFTER_THE_DEADLINE = timedelta(seconds=1)


class PayerAction(StrEnum):
    """The buttons of the payment page."""

    PAY = "pay"
    DECLINE = "decline"
    PAY_LATE = "pay_late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A test card: it fails with the message `failure`, or pays after `delay`."""

    number: str
    meaning: str
    failure: str | None = None
    delay: timedelta = timedelta()


CARDS = (
    Card(number="4242 4242 4242 4242", meaning="pays"),
    Card(number="4000 0000 0000 0002", meaning="is declined", failure="The card was declined."),
    Card(
        number="4000 0000 0000 9995",
        meaning="has insufficient funds",
        failure="The card has insufficient funds.",
    ),
    Card(
        number="4000 0000 0000 3220",
        meaning="pays only after 10 seconds",
        delay=timedelta(seconds=10),
    ),
)


def card_numbered(number: str) -> Card | None:
    """Return the test card with this number, ignoring spaces."""
    digits = "".join(number.split())
    return next((card for card in CARDS if "".join(card.number.split()) == digits), None)


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

    async def get(self, reference: str) -> HostedPayment:
        """Return the payment. Raises NotFound."""

    async def act(
        self, reference: str, action: PayerAction, card: Card, options: WebhookOptions
    ) -> HostedPayment:
        """Perform the payer's action if it is still possible; the payment afterwards.

        Raises NotFound.
        """
