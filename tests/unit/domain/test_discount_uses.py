"""Discount codes within a batch of sales: what is left of them, and which orders they refuse."""

from decimal import Decimal
from typing import Any

import pytest

from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.event import Seating
from src.domain.errors import DiscountInvalid, ValidationFailed
from src.domain.services.allocation import Stock, allocate
from src.domain.services.discount_uses import DiscountUses
from tests.support.allocation import (
    NOW,
    Outcome,
    alone,
    make_event,
    make_type,
    places_of,
    tickets,
    together,
)
from tests.support.discounts import make_discount


def two_types(code: Discount) -> Stock:
    """Three tickets of each of two types, of four in all, and code 1."""
    event = make_event(Seating.GENERAL, 4, None)
    uses = DiscountUses({1: code}, {})
    return Stock(event, [make_type(1, 3), make_type(2, 3)], discount_uses=uses)


def reason_of(outcome: Outcome) -> object:
    assert isinstance(outcome, DiscountInvalid)
    return outcome.facts["reason"]


def test_code_is_known_by_its_request_and_none_without_one() -> None:
    code = make_discount(id=1, owner_id=None)
    uses = DiscountUses({1: code}, {})
    stock = Stock(make_event(Seating.GENERAL, 4, None), [make_type(1, 4)], discount_uses=uses)
    first, second = together(tickets(1, 1), discount_id=1), together(tickets(1, 1))
    allocate(stock, [first, second], NOW)
    assert uses.given_to(first) is code
    assert uses.given_to(second) is None
    assert (code.used, code.used_tickets) == (1, 1)


def test_uses_in_the_batch_are_added_to_earlier_ones_of_the_buyer() -> None:
    code = make_discount(id=1, owner_id=None, max_uses_per_user=3, used=1)
    stock = Stock(
        make_event(Seating.GENERAL, 9, None),
        [make_type(1, 9)],
        discount_uses=DiscountUses({1: code}, {(1, 1): 1}),
    )
    *sold, refused = allocate(stock, [together(tickets(1, 1), discount_id=1)] * 3, NOW)
    assert [len(places_of(outcome)) for outcome in sold] == [1, 1]
    assert reason_of(refused) == "used_up_by_you"
    assert code.used == 3


@pytest.mark.parametrize(("currency", "reason"), [("USD", None), ("EUR", "other_currency")])
def test_fixed_sum_in_another_currency_refuses_the_order(currency: str, reason: str | None) -> None:
    fields: dict[str, Any] = {"owner_id": None, "value": Decimal("5.00"), "currency": currency}
    stock = two_types(make_discount(DiscountKind.FIXED, id=1, **fields))
    with_code = together(tickets(1, 1), discount_id=1)
    outcome, rest = allocate(stock, [with_code, alone(1, tickets(3, 2))], NOW)
    if reason is None:
        assert places_of(outcome) == [(1, None)]
    else:
        assert reason_of(outcome) == reason
    assert len(places_of(rest)) == 3


def test_line_without_its_type_is_refused_for_that_and_not_for_its_code() -> None:
    code = make_discount(id=1, owner_id=None, ticket_type_id=2)
    nameless = together(tickets(1), discount_id=1)
    refused, sold = allocate(two_types(code), [nameless, alone(1, tickets(3, 1))], NOW)
    assert isinstance(refused, ValidationFailed)
    assert refused.reason == "missing"
    assert len(places_of(sold)) == 3
