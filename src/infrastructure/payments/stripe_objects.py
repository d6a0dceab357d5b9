"""Translation of Stripe's objects: amounts in minor units, and states."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from src.application.ports.payments import ProviderAnswer, ProviderState
from src.domain.entities.transaction import Transaction
from src.domain.shared.currency import decimals_of
from src.domain.shared.money import with_decimals

TRANSACTION_ID = "transaction_id"
KEY = "idempotency_key"
"""Keys in the metadata of each object that the service creates."""

# https://docs.stripe.com/currencies
DECIMALS = {"ISK": 2, "UGX": 2, "MGA": 0}
"""Where Stripe's minor units have other decimals than ISO 4217's."""

STEPS = {"ISK": 100, "UGX": 100} | dict.fromkeys(("BHD", "JOD", "KWD", "OMR", "TND"), 10)
"""What a number of minor units must be a multiple of: 00 of krónur, and no third of dinars."""

LEAST = {
    **dict.fromkeys(("ARS", "AUD", "BRL", "CAD", "CHF", "COP", "EUR", "ILS", "INR"), 50),
    **dict.fromkeys(("JPY", "KRW", "NZD", "PHP", "RUB", "SGD", "USD", "ZAR"), 50),
    **{"AED": 200, "CZK": 1500, "DKK": 250, "GBP": 30, "HKD": 400, "HUF": 17500, "IDR": 50},
    **{"MXN": 1000, "MYR": 200, "NOK": 300, "PLN": 200, "RON": 200, "SEK": 300, "THB": 1000},
}
"""The least that is charged, in minor units. Where Stripe exchanges the money, the least of the
account's currency holds too, which Stripe knows alone."""

PAYMENT_STATES = {"succeeded": ProviderState.SUCCEEDED, "canceled": ProviderState.FAILED}
"""All other states are open: a declined intent can be paid with another card."""

REFUND_STATES = {
    "succeeded": ProviderState.SUCCEEDED,
    "failed": ProviderState.FAILED,
    "canceled": ProviderState.FAILED,
}


def to_minor_units(amount: Decimal, currency: str) -> int | None:
    """The amount in Stripe's minor units; None if it has too many decimals (a tenth of a yen)."""
    units = amount.scaleb(_decimals(currency))
    return int(units) if units % STEPS.get(currency, 1) == 0 else None


def from_minor_units(units: int, currency: str) -> Decimal:
    """The amount of so many minor units, with the decimals of its currency."""
    return with_decimals(Decimal(units).scaleb(-_decimals(currency)), currency)


def metadata_of(transaction: Transaction) -> dict[str, str]:
    """What an object at Stripe says of the transaction that it is for."""
    return {TRANSACTION_ID: str(transaction.id), KEY: transaction.idempotency_key}


def payment_answer(intent: Mapping[str, Any]) -> ProviderAnswer:
    """The answer that a PaymentIntent stands for."""
    currency = intent["currency"].upper()
    state = PAYMENT_STATES.get(intent["status"], ProviderState.OPEN)
    error = intent.get("last_payment_error") or {}
    failure = error.get("message") if state is not ProviderState.SUCCEEDED else None
    if state is ProviderState.FAILED and failure is None:
        failure = "The payment was cancelled."
    is_paid = state is ProviderState.SUCCEEDED
    charge = intent.get("latest_charge")
    refunded = charge.get("amount_refunded") if isinstance(charge, Mapping) else None
    return ProviderAnswer(
        reference=intent["id"],
        state=state,
        amount=from_minor_units(intent["amount_received" if is_paid else "amount"], currency),
        currency=currency,
        failure=failure,
        client_secret=intent.get("client_secret"),
        refunded_amount=None if refunded is None else from_minor_units(refunded, currency),
        is_on_its_way=intent["status"] == "processing",
    )


def refund_answer(refund: Mapping[str, Any]) -> ProviderAnswer:
    """The answer that a Refund stands for."""
    state = REFUND_STATES.get(refund["status"], ProviderState.OPEN)
    reason = str(refund.get("failure_reason") or refund["status"]).replace("_", " ")
    currency = refund["currency"].upper()
    return ProviderAnswer(
        reference=refund["id"],
        state=state,
        amount=from_minor_units(refund["amount"], currency),
        currency=currency,
        failure=f"The refund failed: {reason}." if state is ProviderState.FAILED else None,
    )


def _decimals(currency: str) -> int:
    return DECIMALS.get(currency, decimals_of(currency))
