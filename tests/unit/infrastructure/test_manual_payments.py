"""The manual provider: nothing is settled until an administrator says so."""

import pytest

from src.application.ports.payments import PaymentProvider, ProviderState
from src.domain.errors import InvalidSignature
from src.infrastructure.payments.manual import ManualPayments
from tests.support.payments import ORDER, PAYMENT, REFUND

PROVIDER: PaymentProvider = ManualPayments()


async def test_payment_and_refund_wait_for_an_administrator() -> None:
    for answer in (await PROVIDER.start(ORDER), await PROVIDER.refund(REFUND, PAYMENT)):
        assert (answer.state, answer.reference) == (ProviderState.OPEN, None)
    assert await PROVIDER.find(PAYMENT) is None
    assert await PROVIDER.find_refund(REFUND) is None


async def test_cancelled_payment_has_failed() -> None:
    cancelled = await PROVIDER.cancel(PAYMENT)
    assert cancelled is not None and cancelled.state is ProviderState.FAILED


async def test_webhook_is_refused_always() -> None:
    with pytest.raises(InvalidSignature):
        await PROVIDER.read_webhook(b"{}", {"fake-signature": "t=1,v1=2"})
