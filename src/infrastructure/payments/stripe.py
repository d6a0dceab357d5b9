"""Stripe, through its own SDK: a PaymentIntent or a Checkout Session for each payment, Refunds."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import stripe
import structlog
from stripe.params import PaymentIntentCreateParams

from src.application.ports.payments import (
    AnyEvent,
    PaymentOrder,
    ProviderAnswer,
    ProviderDispute,
    ProviderRefund,
    ProviderState,
)
from src.domain.entities.transaction import Transaction
from src.domain.errors import InvalidSignature
from src.infrastructure.payments.stripe_checkout import PREFIX, StripeCheckout
from src.infrastructure.payments.stripe_client import NAME, failures, none_when_missing
from src.infrastructure.payments.stripe_disputes import provider_dispute
from src.infrastructure.payments.stripe_events import (
    CHECKOUT_EVENTS,
    NAMED_EVENTS,
    PAYMENT_EVENTS,
    REFUND_EVENTS,
    THIN,
    VERSION,
    event_of,
    named_event,
    provider_refund,
)
from src.infrastructure.payments.stripe_objects import (
    KEY,
    LEAST,
    TRANSACTION_ID,
    from_minor_units,
    metadata_of,
    payment_answer,
    refund_answer,
    to_minor_units,
)

SIGNATURE = "stripe-signature"
EXPANDED = ["latest_charge"]
"""The charge has the refunded amount of the payment."""

IMPOSSIBLE_REFUNDS = {"charge_already_refunded", "charge_disputed", "amount_too_large"}
"""Error codes of a refund that is impossible. Too large an amount has only the `param` set."""

AMOUNTS = {
    "amount_too_small": "The amount is too small for this way to pay. Choose another one.",
    "amount_too_large": "The amount is too large for this way to pay. Choose another one.",
}
"""What is said of the error codes of an amount that no payment can have."""

NO_SUCH_PAYMENT = "This way to pay cannot take exactly this amount. Choose another one."
NO_SUCH_REFUND = "The provider cannot give back exactly this amount. Pay it out another way."
"""Said of an amount that has no units at Stripe, such as the third decimal of dinars."""

log = structlog.get_logger()


class StripePayments:
    """Implements `PaymentProvider`. Any failure of a request is raised as ProviderFailed.

    A transaction without a reference (the response to its start was lost) is searched by its
    idempotency key in the metadata: unlike our ids, it is unique across databases. Stripe finds
    new objects about a minute after they were created. A webhook is signed with any of the
    `webhook_secrets`: each event destination has one, and two while it is rotated.
    """

    name = NAME

    def __init__(
        self, client: stripe.StripeClient, webhook_secrets: Sequence[str], own_url: str
    ) -> None:
        self._intents = client.v1.payment_intents
        self._refunds = client.v1.refunds
        self._disputes = client.v1.disputes
        self._checkout = StripeCheckout(client, own_url)
        self._webhook_secrets = webhook_secrets

    def least(self, currency: str) -> Decimal | None:
        units = LEAST.get(currency)
        return None if units is None else from_minor_units(units, currency)

    async def start(self, payment: PaymentOrder) -> ProviderAnswer:
        transaction = payment.transaction
        units = to_minor_units(transaction.amount, transaction.currency)
        if units is None:
            return _failed(NO_SUCH_PAYMENT)
        async with failures():
            try:
                if payment.return_url is not None:
                    return await self._checkout.start(payment, units)
                return await self._start_intent(payment, units)
            except stripe.InvalidRequestError as error:
                # Stripe understood the request: it is refused however often it is sent.
                return _failed(_why_refused(error, transaction))

    async def _start_intent(self, payment: PaymentOrder, units: int) -> ProviderAnswer:
        transaction = payment.transaction
        params: PaymentIntentCreateParams = {
            "amount": units,
            "currency": transaction.currency.lower(),
            "automatic_payment_methods": {"enabled": True},
            "description": f"Order {payment.order_reference}",
            "metadata": {**metadata_of(transaction), "order_reference": payment.order_reference},
        }
        intent = await self._intents.create_async(
            params, {"idempotency_key": transaction.idempotency_key}
        )
        return payment_answer(intent.to_dict())

    async def find(self, payment: Transaction) -> ProviderAnswer | None:
        async with failures():
            return await self._find(payment)

    async def cancel(self, payment: Transaction) -> ProviderAnswer | None:
        async with failures():
            found = await self._find(payment)
            if found is None or found.reference is None:
                return None
            if found.reference.startswith(PREFIX):
                return await self._checkout.expire(found.reference)
            try:
                intent = await self._intents.cancel_async(found.reference, {"expand": EXPANDED})
            except stripe.InvalidRequestError as error:
                # Already paid, already cancelled, or in progress: it cannot be cancelled now.
                if error.code != "payment_intent_unexpected_state":
                    raise
                return await self._find(payment)
        return payment_answer(intent.to_dict())

    async def refund(self, refund: Transaction, payment: Transaction) -> ProviderAnswer:
        units = to_minor_units(refund.amount, refund.currency)
        if units is None:
            return _failed(NO_SUCH_REFUND)
        async with failures():
            found = None if _is_intent(payment) else await self._find(payment)
            intent_id = payment.provider_reference if found is None else found.reference
            if intent_id is None or intent_id.startswith(PREFIX):
                return _failed("The payment is not known to the provider.")
            try:
                created = await self._refunds.create_async(
                    {
                        "payment_intent": intent_id,
                        "amount": units,
                        "metadata": metadata_of(refund),
                    },
                    {"idempotency_key": refund.idempotency_key},
                )
            except stripe.InvalidRequestError as error:
                if error.code not in IMPOSSIBLE_REFUNDS and error.param != "amount":
                    raise
                # It may be this very refund that it has made already, and forgotten the key of.
                made = await self._refund_of(intent_id, refund)
                if made is None:
                    return _failed(error.user_message or "The provider refused the refund.")
                created = made
        return refund_answer(created.to_dict())

    async def find_refund(self, refund: Transaction) -> ProviderAnswer | None:
        async with failures():
            found = await self._find_refund(refund)
        return None if found is None else refund_answer(found.to_dict())

    async def refunds_since(self, since: datetime) -> AsyncIterator[ProviderRefund]:
        async with failures():
            page = await self._refunds.list_async(
                {"created": {"gte": int(since.timestamp())}, "limit": 100}
            )
            async for found in page.auto_paging_iter():
                yield provider_refund(found.to_dict())

    async def find_dispute(self, reference: str) -> ProviderDispute | None:
        async with failures():
            with none_when_missing():
                found = await self._disputes.retrieve_async(reference)
                return provider_dispute(found.to_dict())
        return None

    async def disputes_since(self, since: datetime) -> AsyncIterator[ProviderDispute]:
        async with failures():
            page = await self._disputes.list_async(
                {"created": {"gte": int(since.timestamp())}, "limit": 100}
            )
            async for found in page.auto_paging_iter():
                yield provider_dispute(found.to_dict())

    async def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> AnyEvent | None:
        if not any(_is_signed(body, headers, secret) for secret in self._webhook_secrets):
            raise InvalidSignature
        event = json.loads(body)
        if event.get("object") != THIN:
            return event_of(event)
        return await self._look_up(event)

    async def _look_up(self, event: Mapping[str, Any]) -> AnyEvent | None:
        """What a thin event is about, as it is now: the event has no more than its name."""
        kind, named = event["type"].removeprefix(VERSION), event.get("related_object") or {}
        if kind in NAMED_EVENTS:
            return named_event(event["id"], kind, named["id"])
        found: stripe.StripeObject | None = None
        async with failures():
            with none_when_missing():
                if kind in PAYMENT_EVENTS:
                    found = await self._intents.retrieve_async(named["id"], {"expand": EXPANDED})
                elif kind in CHECKOUT_EVENTS:
                    found = await self._checkout.retrieve(named["id"])
                elif kind in REFUND_EVENTS:
                    found = await self._refunds.retrieve_async(named["id"])
        if found is None:
            return None
        return event_of({"id": event["id"], "type": kind, "data": {"object": found.to_dict()}})

    async def _find(self, payment: Transaction) -> ProviderAnswer | None:
        reference = payment.provider_reference
        if reference is None:
            found = await self._search(KEY, payment.idempotency_key)
            if found:
                return payment_answer(found[0].to_dict())
            return await self._checkout.search(payment)
        with none_when_missing():
            if reference.startswith(PREFIX):
                return await self._checkout.find(reference)
            intent = await self._intents.retrieve_async(reference, {"expand": EXPANDED})
            return payment_answer(intent.to_dict())
        return None

    async def _search(self, name: str, value: str) -> list[stripe.PaymentIntent]:
        """The newest payments with this in their metadata."""
        found = await self._intents.search_async(
            {
                "query": f"metadata['{name}']:'{value}'",
                "expand": [f"data.{field}" for field in EXPANDED],
            }
        )
        return found.data

    async def _find_refund(self, refund: Transaction) -> stripe.Refund | None:
        if refund.provider_reference is not None:
            with none_when_missing():
                return await self._refunds.retrieve_async(refund.provider_reference)
            return None
        for intent in await self._search(TRANSACTION_ID, str(refund.parent_id)):
            found = await self._refund_of(intent.id, refund)
            if found is not None:
                return found
        return None

    async def _refund_of(self, intent_id: str, refund: Transaction) -> stripe.Refund | None:
        """The refund of this payment that was made with the key of `refund`."""
        page = await self._refunds.list_async({"payment_intent": intent_id, "limit": 100})
        async for candidate in page.auto_paging_iter():
            if candidate.to_dict()["metadata"].get(KEY) == refund.idempotency_key:
                return candidate
        return None


def _is_intent(payment: Transaction) -> bool:
    """Whether its name is that of a PaymentIntent."""
    reference = payment.provider_reference
    return reference is not None and not reference.startswith(PREFIX)


def _is_signed(body: bytes, headers: Mapping[str, str], secret: str) -> bool:
    try:
        stripe.WebhookSignature.verify_header(
            body, headers.get(SIGNATURE), secret, stripe.Webhook.DEFAULT_TOLERANCE
        )
    # The SDK raises other errors for a body that is not UTF-8 or a signature that is not ASCII.
    except (stripe.SignatureVerificationError, ValueError, TypeError):
        return False
    return True


def _why_refused(error: stripe.InvalidRequestError, payment: Transaction) -> str:
    """What the payer can do about a payment that cannot be made this way."""
    log.warning("stripe_refused", code=error.code, param=error.param, request_id=error.request_id)
    if error.code in AMOUNTS:
        return AMOUNTS[error.code]
    if error.param == "currency":
        return f"This way to pay does not take {payment.currency}. Choose another one."
    return "This order cannot be paid this way. Choose another way to pay."


def _failed(reason: str) -> ProviderAnswer:
    return ProviderAnswer(reference=None, state=ProviderState.FAILED, failure=reason)
