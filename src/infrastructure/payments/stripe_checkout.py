"""Stripe's own payment page: a Checkout Session for a payment whose buyer comes back afterwards.

The session has a name of its own. That of its PaymentIntent is taken over once the payment is made:
refunds and disputes are of that.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin

import stripe
from stripe.params.checkout import SessionCreateParams

from src.application.ports.payments import PaymentOrder, ProviderAnswer, ProviderState
from src.domain.entities.transaction import Transaction
from src.infrastructure.payments.stripe_objects import (
    KEY,
    from_minor_units,
    metadata_of,
    payment_answer,
)

PREFIX = "cs_"
EXPANDED = ["payment_intent.latest_charge"]

SHORTEST, LONGEST = timedelta(minutes=40), timedelta(hours=23)
"""How long a session is open, from when its payment was stored. Stripe takes 30 minutes to 24 hours
from when it is created, which may be some minutes later, for a payment begun again."""

NEAR = timedelta(minutes=30)
"""How far from the payment its session can have been made."""

NOT_MADE = "The payment was not made in time."
NOT_PAID = "The bank did not make the payment."


class StripeCheckout:
    """Makes, finds and ends sessions. Errors are the SDK's."""

    def __init__(self, client: stripe.StripeClient, own_url: str) -> None:
        self._sessions = client.v1.checkout.sessions
        self._own_url = own_url

    async def start(self, payment: PaymentOrder, units: int) -> ProviderAnswer:
        """Make a session; with the same key, return the one made before."""
        assert payment.return_url is not None
        transaction = payment.transaction
        back = urljoin(self._own_url + "/", payment.return_url)
        known = {**metadata_of(transaction), "order_reference": payment.order_reference}
        title = f"Order {payment.order_reference}"
        params: SessionCreateParams = {
            "mode": "payment",
            "line_items": [
                {
                    "quantity": 1,
                    "price_data": {
                        "currency": transaction.currency.lower(),
                        "unit_amount": units,
                        "product_data": {"name": title},
                    },
                }
            ],
            "client_reference_id": payment.order_reference,
            "metadata": known,
            "payment_intent_data": {"description": title, "metadata": known},
            "success_url": back,
            "cancel_url": back,
            "expires_at": int(_expiry(payment).timestamp()),
        }
        made = await self._sessions.create_async(
            params, {"idempotency_key": transaction.idempotency_key}
        )
        return session_answer(made.to_dict())

    async def find(self, reference: str) -> ProviderAnswer:
        """The session as it is now."""
        return session_answer((await self.retrieve(reference)).to_dict())

    async def retrieve(self, reference: str) -> stripe.checkout.Session:
        """The session with its PaymentIntent."""
        return await self._sessions.retrieve_async(reference, {"expand": EXPANDED})

    async def search(self, payment: Transaction) -> ProviderAnswer | None:
        """The session that was made with the payment's key, where its answer was lost."""
        around = payment.created_at or datetime.now(UTC)
        page = await self._sessions.list_async(
            {
                "created": {
                    "gte": int((around - NEAR).timestamp()),
                    "lte": int((around + NEAR).timestamp()),
                },
                "limit": 100,
            }
        )
        async for candidate in page.auto_paging_iter():
            if (candidate.to_dict().get("metadata") or {}).get(KEY) == payment.idempotency_key:
                return await self.find(candidate.id)
        return None

    async def expire(self, reference: str) -> ProviderAnswer:
        """End the session unless it is paid; its state afterwards."""
        try:
            await self._sessions.expire_async(reference)
        except stripe.InvalidRequestError as error:
            # Completed, or expired already.
            if error.code == "resource_missing":
                raise
        return await self.find(reference)


def session_answer(session: Mapping[str, Any], *, has_failed: bool = False) -> ProviderAnswer:
    """The answer that a Session stands for; `has_failed` if its bank transfer or debit has.

    In webhooks its PaymentIntent is the name alone.
    """
    intent = session.get("payment_intent")
    made = payment_answer(intent) if isinstance(intent, Mapping) else None
    if made is not None and made.state is ProviderState.SUCCEEDED:
        return ProviderAnswer(
            reference=made.reference,
            known_as=session["id"],
            state=made.state,
            amount=made.amount,
            currency=made.currency,
            refunded_amount=made.refunded_amount,
        )
    currency = session["currency"].upper()
    is_paid = session["payment_status"] == "paid"
    state, failure, is_on_its_way = ProviderState.OPEN, made.failure if made else None, False
    if is_paid and isinstance(intent, str):
        state = ProviderState.SUCCEEDED
    elif session["status"] == "expired":
        state, failure = ProviderState.FAILED, NOT_MADE
    elif session["status"] == "complete":
        # Nobody can pay a session twice: without a payment under way there never is one.
        is_on_its_way = not has_failed and (made is None or made.is_on_its_way)
        state = ProviderState.OPEN if is_on_its_way else ProviderState.FAILED
        failure = None if is_on_its_way else failure or NOT_PAID
    is_named = state is ProviderState.SUCCEEDED
    return ProviderAnswer(
        reference=intent if is_named and isinstance(intent, str) else session["id"],
        known_as=session["id"] if is_named else None,
        state=state,
        amount=from_minor_units(session["amount_total"], currency),
        currency=currency,
        failure=failure,
        redirect_url=session.get("url"),
        is_on_its_way=is_on_its_way,
    )


def _expiry(payment: PaymentOrder) -> datetime:
    """When the order's time is over, within what Stripe takes.

    The same whenever it is asked again, as its key belongs to the same request. Who pays after the
    order's time has paid late.
    """
    begun = payment.transaction.created_at or datetime.now(UTC)
    wanted = payment.expires_at or begun
    return min(max(wanted, begun + SHORTEST), begun + LONGEST)
