"""Stripe's SDK as it is used here: its client, and its errors as those of the port."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import stripe
import structlog

from src.domain.errors import ProviderFailed

NAME = "stripe"
TIMEOUT_SECONDS = 10
RETRIES = 2

log = structlog.get_logger()
# The SDK logs confidential details of each request.
logging.getLogger("stripe").setLevel(logging.WARNING)


def stripe_client(
    secret_key: str, *, http_client: stripe.HTTPClient | None = None
) -> stripe.StripeClient:
    """A client that tries three times, ten seconds each."""
    return stripe.StripeClient(
        secret_key,
        http_client=http_client or stripe.HTTPXClient(timeout=TIMEOUT_SECONDS),
        max_network_retries=RETRIES,
    )


@asynccontextmanager
async def failures() -> AsyncIterator[None]:
    """Translate the SDK's errors; only their kind is logged, since the rest is confidential."""
    try:
        yield
    except stripe.StripeError as error:
        log.warning(
            "stripe_failed",
            error=type(error).__name__,
            code=error.code,
            request_id=error.request_id,
        )
        raise ProviderFailed(NAME) from None


@contextmanager
def none_when_missing() -> Iterator[None]:
    """Leave the block if Stripe does not know the object."""
    try:
        yield
    except stripe.InvalidRequestError as error:
        if error.code != "resource_missing":
            raise
