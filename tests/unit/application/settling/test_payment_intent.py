"""What the start of a payment is refused for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from src.application.settling.payment_intent import (
    NOTHING_TO_PAY,
    PaymentIntent,
    new_payment,
    pending_payment,
)
from src.domain.errors import InvalidState, ValidationFailed
from tests.support.examples import BUYER, NOW
from tests.support.settling import order_with, part, scripted

INTENT = PaymentIntent(actor=BUYER, order_id=40, provider="scripted")


def test_nobody_pays_for_an_order_that_a_code_has_made_free() -> None:
    """The database refuses a payment of nothing, which the buyer would read as a fault."""
    order = order_with(part(30), total_amount=Decimal("0.00"))
    with pytest.raises(InvalidState, match=NOTHING_TO_PAY):
        pending_payment(INTENT, order, [], NOW)


def test_a_payment_under_way_is_the_answer_to_its_repetition() -> None:
    order = order_with(part(30))
    assert pending_payment(INTENT, order, [], NOW) is None
    under_way = scripted()
    found = pending_payment(INTENT, order, [under_way], NOW)
    assert found is not None
    assert found.id == under_way.id


@pytest.mark.parametrize(("least", "is_refused"), [("30.00", False), ("30.01", True)])
def test_payment_of_less_than_the_provider_takes_is_refused(least: str, is_refused: bool) -> None:
    order = order_with(part(30), total_amount=Decimal("30.00"))
    intent = replace(INTENT, least={order.currency: Decimal(least)}.get)
    if is_refused:
        with pytest.raises(ValidationFailed, match=r"takes 30\.01 \w{3} at least") as refused:
            new_payment(intent, order, [])
        assert refused.value.field == "body.provider"
    else:
        assert new_payment(intent, order, []).amount == Decimal("30.00")
