"""Which of several codes of one name an order uses, and what is said when it can use none."""

from decimal import Decimal
from typing import Any

import pytest

from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountLine
from src.domain.errors import DiscountInvalid
from src.domain.services.discount_choice import HELPFUL, choose_discount
from tests.support.discounts import make_discount
from tests.support.examples import MOMENT, NOW, RIVAL, TYPE_ID, make_event

OWN = DiscountLine(make_event(), TYPE_ID, Decimal("10.00"))
FOREIGN = DiscountLine(make_event(id=11, organizer_id=RIVAL.id), 22, Decimal("100.00"))


def choose(*candidates: Discount, lines: Any = (OWN, FOREIGN), **fields: Any) -> Discount:
    values = {"currency": "USD", "used_by_user": {}, "now": NOW, **fields}
    return choose_discount(candidates, lines, **values)


def test_the_one_that_takes_off_most_is_used_and_of_equal_ones_the_oldest() -> None:
    small = make_discount(id=1, value=Decimal(50))
    large = make_discount(id=3, owner_id=RIVAL.id, value=Decimal(20))
    equal = make_discount(id=2, owner_id=RIVAL.id, value=Decimal(20))
    assert choose(small, large) is large
    assert choose(small, large, equal) is equal
    assert choose(equal, large, small) is equal
    assert choose(small, large, lines=[OWN]) is small


def test_one_that_cannot_be_used_is_passed_over() -> None:
    over = make_discount(id=1, owner_id=RIVAL.id, valid_until=NOW)
    usable = make_discount(id=2, value=Decimal(1))
    assert choose(over, usable) is usable


REFUSED: dict[str, dict[str, Any]] = {
    "below_minimum": {"min_spend": Decimal("11.00"), "currency": "USD"},
    "too_many_tickets": {"max_tickets": 3, "used_tickets": 2},
    "not_started": {"valid_from": NOW + MOMENT},
    "used_up_by_you": {"max_uses_per_user": 1},
    "used_up": {"max_tickets": 2, "used_tickets": 2},
    "expired": {"valid_until": NOW},
    "other_currency": {"min_spend": Decimal("1.00"), "currency": "EUR"},
    "not_applicable": {"owner_id": RIVAL.id},
    "unknown": {"deleted_at": NOW},
}


def test_every_reason_has_its_place() -> None:
    assert tuple(REFUSED) == HELPFUL


@pytest.mark.parametrize("place", range(len(HELPFUL)))
def test_the_most_helpful_reason_is_given(place: int) -> None:
    lines = [OWN._replace(quantity=2)]
    candidates = [
        make_discount(id=number, **REFUSED[reason])
        for number, reason in enumerate(HELPFUL[place:], 1)
    ]
    used = {candidate.id: 1 for candidate in candidates if candidate.max_uses_per_user is not None}
    with pytest.raises(DiscountInvalid) as refusal:
        choose(*reversed(candidates), lines=lines, used_by_user=used)
    assert refusal.value.facts["reason"] == HELPFUL[place]


def test_without_any_the_name_is_unknown() -> None:
    with pytest.raises(DiscountInvalid, match="There is no such discount code"):
        choose()


def test_a_hidden_type_needs_the_code_that_names_it() -> None:
    general = make_discount(id=1, value=Decimal(90))
    opening = make_discount(id=2, ticket_type_id=TYPE_ID, value=Decimal(0))
    assert choose(general, opening, lines=[OWN], opening={TYPE_ID}) is opening
    with pytest.raises(DiscountInvalid) as refusal:
        choose(general, lines=[OWN], opening={TYPE_ID})
    assert refusal.value.facts["reason"] == "not_applicable"
