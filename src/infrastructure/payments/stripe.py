"""Stripe, through its own SDK: a PaymentIntent for each payment, a Refund for each refund."""

import json
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import stripe
import structlog
from stripe.params import PaymentIntentCreateParams

from src.application.payments import PaymentOrder, ProviderAnswer, ProviderNotice, ProviderState
from src.domain.entities.transaction import Transaction
from src.domain.errors import InvalidSignature, ProviderFailed
from src.infrastructure.payments.stripe_objects import (
    TRANSACTION_ID,
    notice_of,
    payment_answer,
    refund_answer,
    to_minor_units,
)

TIMEOUT_SECONDS = 10
RETRIES = 2
SIGNATURE = "stripe-signature"
EXPANDED = ["latest_charge"]
"""The charge says what has gone back of the payment."""

IMPOSSIBLE_REFUNDS = {"charge_already_refunded", "charge_disputed", "amount_too_large"}
"""Codes of a refund that will never be made. Stripe names too large an amount by `param` alone."""

NO_SUCH_AMOUNT = "The amount has a part that the currency does not have."

log = structlog.get_logger()
# The SDK tells of each request what the log is not to know.
logging.getLogger("stripe").setLevel(logging.WARNING)


class StripePayments:
    """Implements `PaymentProvider`. Whatever goes wrong on the way is a ProviderFailed.

    What has no reference yet (the answer to its beginning was lost) is searched by our own id in
    its metadata, which Stripe can find about a minute after it was made.
    """

    name = "stripe"

    def __init__(
        self,
        secret_key: str,
        webhook_secret: str,
        *,
        http_client: stripe.HTTPClient | None = None,
    ) -> None:
        client = stripe.StripeClient(
            secret_key,
            http_client=http_client or stripe.HTTPXClient(timeout=TIMEOUT_SECONDS),
            max_network_retries=RETRIES,
        )
        self._intents = client.v1.payment_intents
        self._refunds = client.v1.refunds
        self._webhook_secret = webhook_secret

    async def start(self, payment: PaymentOrder) -> ProviderAnswer:
        asked = payment.transaction
        units = to_minor_units(asked.amount, asked.currency)
        if units is None:
            return _failed(NO_SUCH_AMOUNT)
        params: PaymentIntentCreateParams = {
            "amount": units,
            "currency": asked.currency.lower(),
            "automatic_payment_methods": {"enabled": True},
            "description": f"Order {payment.order_reference}",
            "metadata": {
                TRANSACTION_ID: str(asked.id),
                "order_reference": payment.order_reference,
            },
        }
        async with _failures():
            intent = await self._intents.create_async(
                params, {"idempotency_key": asked.idempotency_key}
            )
        return payment_answer(intent.to_dict())

    async def find(self, payment: Transaction) -> ProviderAnswer | None:
        async with _failures():
            intent = await self._find(payment.provider_reference, payment.id)
        return None if intent is None else payment_answer(intent.to_dict())

    async def cancel(self, payment: Transaction) -> ProviderAnswer | None:
        async with _failures():
            intent = await self._find(payment.provider_reference, payment.id)
            if intent is None:
                return None
            try:
                intent = await self._intents.cancel_async(intent.id, {"expand": EXPANDED})
            except stripe.InvalidRequestError as error:
                # Paid, cancelled before, or on its way: as it is, it cannot be cancelled.
                if error.code != "payment_intent_unexpected_state":
                    raise
                intent = await self._find(intent.id, payment.id)
        return None if intent is None else payment_answer(intent.to_dict())

    async def refund(self, refund: Transaction, payment: Transaction) -> ProviderAnswer:
        units = to_minor_units(refund.amount, refund.currency)
        if units is None:
            return _failed(NO_SUCH_AMOUNT)
        async with _failures():
            reference = payment.provider_reference or await self._reference_of(payment.id)
            if reference is None:
                return _failed("The payment is not known to the provider.")
            try:
                made = await self._refunds.create_async(
                    {
                        "payment_intent": reference,
                        "amount": units,
                        "metadata": {TRANSACTION_ID: str(refund.id)},
                    },
                    {"idempotency_key": refund.idempotency_key},
                )
            except stripe.InvalidRequestError as error:
                if error.code not in IMPOSSIBLE_REFUNDS and error.param != "amount":
                    raise
                return _failed(error.user_message or "The provider refused the refund.")
        return refund_answer(made.to_dict())

    async def find_refund(self, refund: Transaction) -> ProviderAnswer | None:
        async with _failures():
            found = await self._find_refund(refund)
        return None if found is None else refund_answer(found.to_dict())

    def read_notice(self, body: bytes, headers: Mapping[str, str]) -> ProviderNotice | None:
        try:
            stripe.WebhookSignature.verify_header(
                body, headers.get(SIGNATURE), self._webhook_secret, stripe.Webhook.DEFAULT_TOLERANCE
            )
        # The SDK stumbles over a body that is not UTF-8, and a signature that is not ASCII.
        except (stripe.SignatureVerificationError, ValueError, TypeError):
            raise InvalidSignature from None
        return notice_of(json.loads(body))

    async def _find(self, reference: str | None, our_id: int | None) -> stripe.PaymentIntent | None:
        if reference is not None:
            try:
                return await self._intents.retrieve_async(reference, {"expand": EXPANDED})
            except stripe.InvalidRequestError as error:
                if error.code == "resource_missing":
                    return None
                raise
        query = f"metadata['{TRANSACTION_ID}']:'{our_id}'"
        found = await self._intents.search_async(
            {"query": query, "limit": 1, "expand": [f"data.{name}" for name in EXPANDED]}
        )
        return next(iter(found.data), None)

    async def _reference_of(self, our_id: int | None) -> str | None:
        intent = await self._find(None, our_id)
        return None if intent is None else intent.id

    async def _find_refund(self, refund: Transaction) -> stripe.Refund | None:
        if refund.provider_reference is not None:
            try:
                return await self._refunds.retrieve_async(refund.provider_reference)
            except stripe.InvalidRequestError as error:
                if error.code == "resource_missing":
                    return None
                raise
        reference = await self._reference_of(refund.parent_id)
        if reference is None:
            return None
        page = await self._refunds.list_async({"payment_intent": reference, "limit": 100})
        async for one in page.auto_paging_iter():
            if one.to_dict()["metadata"].get(TRANSACTION_ID) == str(refund.id):
                return one
        return None


@asynccontextmanager
async def _failures() -> AsyncIterator[None]:
    """Turn the SDK's errors into ours; the log gets the kind alone, the rest is confidential."""
    try:
        yield
    except stripe.StripeError as error:
        log.warning(
            "stripe_failed",
            error=type(error).__name__,
            code=error.code,
            request_id=error.request_id,
        )
        raise ProviderFailed(StripePayments.name) from None


def _failed(why: str) -> ProviderAnswer:
    return ProviderAnswer(reference=None, state=ProviderState.FAILED, failure=why)
