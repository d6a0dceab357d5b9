"""A discount code: what it takes off, for whom, and when it counts."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.domain.entities.discount import Discount, DiscountChanges
from src.domain.entities.discount_terms import DiscountKind, DiscountLine
from src.domain.entities.user import Actor, Role
from src.domain.errors import DiscountInvalid, InUse, ValidationFailed
from src.domain.shared.times import said_in
from tests.support.discounts import make_discount
from tests.support.examples import (
    ADMIN,
    BUYER,
    EVENT_ID,
    MOMENT,
    NOW,
    ORGANIZER,
    RIVAL,
    TYPE_ID,
    make_event,
)

EVENT = make_event()
OTHER_EVENT = make_event(id=11, organizer_id=RIVAL.id)
SECOND_EVENT = make_event(id=12)


def taken_off(discount: Discount, *subtotals: str) -> list[str]:
    """What comes off these lines of the organizer's event."""
    lines = [DiscountLine(EVENT, TYPE_ID, Decimal(subtotal)) for subtotal in subtotals]
    return [str(amount) for amount in discount.amounts(lines, currency="USD")]


@pytest.mark.parametrize(
    ("percent", "subtotal", "expected"),
    [
        ("20.00", "50.00", "10.00"),
        ("50.00", "0.01", "0.00"),
        ("50.00", "0.03", "0.02"),
        ("2.50", "1.00", "0.02"),
        ("7.50", "1.00", "0.08"),
        ("100.00", "33.33", "33.33"),
    ],
)
def test_percentage_is_rounded_half_to_even(percent: str, subtotal: str, expected: str) -> None:
    assert taken_off(make_discount(value=Decimal(percent)), subtotal) == [expected]


def test_percentage_is_rounded_line_by_line() -> None:
    discount = make_discount(value=Decimal("50.00"))
    assert taken_off(discount, "0.01", "0.01", "0.03") == ["0.00", "0.00", "0.02"]


def test_fixed_sum_is_split_by_price_to_the_cent() -> None:
    discount = make_discount(DiscountKind.FIXED, value=Decimal("10.00"))
    assert taken_off(discount, "10.00", "10.00", "10.00") == ["3.34", "3.33", "3.33"]


def test_fixed_sum_takes_no_more_than_the_price() -> None:
    assert taken_off(make_discount(DiscountKind.FIXED), "5.00", "10.00") == ["5.00", "10.00"]


def test_lines_that_are_not_covered_keep_their_price() -> None:
    for discount in (make_discount(), make_discount(DiscountKind.FIXED)):
        lines = [
            DiscountLine(OTHER_EVENT, 21, Decimal("100.00")),
            DiscountLine(EVENT, TYPE_ID, Decimal("100.00")),
        ]
        assert discount.amounts(lines, currency="USD") == [Decimal(0), Decimal("20.00")]


@pytest.mark.parametrize(
    ("fields", "covered"),
    [
        ({}, {(EVENT_ID, 20), (EVENT_ID, 21), (12, 22)}),
        ({"owner_id": None}, {(EVENT_ID, 20), (EVENT_ID, 21), (11, 23), (12, 22)}),
        ({"event_id": EVENT_ID}, {(EVENT_ID, 20), (EVENT_ID, 21)}),
        ({"event_id": EVENT_ID, "ticket_type_id": 20}, {(EVENT_ID, 20)}),
        ({"owner_id": None, "event_id": 11}, {(11, 23)}),
    ],
)
def test_discount_covers_its_type_or_its_event_or_its_owner(
    fields: dict[str, Any], covered: set[tuple[int, int]]
) -> None:
    discount = make_discount(**fields)
    types = [(EVENT, 20), (EVENT, 21), (OTHER_EVENT, 23), (SECOND_EVENT, 22)]
    found = {(event.id, type_id) for event, type_id in types if discount.covers(event, type_id)}
    assert found == covered


def test_discount_is_refused_when_it_covers_nothing() -> None:
    with pytest.raises(DiscountInvalid) as refusal:
        make_discount().amounts([DiscountLine(OTHER_EVENT, 23, Decimal(10))], currency="USD")
    assert refusal.value.facts["reason"] == "not_applicable"


def test_fixed_sum_is_refused_in_another_currency_and_a_percentage_is_not() -> None:
    lines = [DiscountLine(EVENT, TYPE_ID, Decimal("10.00"))]
    with pytest.raises(DiscountInvalid) as refusal:
        make_discount(DiscountKind.FIXED).amounts(lines, currency="EUR")
    assert refusal.value.facts["reason"] == "other_currency"
    assert make_discount().amounts(lines, currency="EUR") == [Decimal("2.00")]


@pytest.mark.parametrize(
    ("fields", "used_by_user", "reason"),
    [
        ({"deleted_at": NOW}, 0, "unknown"),
        ({"valid_from": NOW + MOMENT}, 0, "not_started"),
        ({"valid_until": NOW}, 0, "expired"),
        ({"max_uses": 3, "used": 3}, 0, "used_up"),
        ({"max_uses_per_user": 2}, 2, "used_up_by_you"),
    ],
)
def test_discount_is_refused_when_it_does_not_count(
    fields: dict[str, Any], used_by_user: int, reason: str
) -> None:
    with pytest.raises(DiscountInvalid) as refusal:
        make_discount(**fields).require_usable(used_by_user=used_by_user, now=NOW)
    assert refusal.value.facts["reason"] == reason


@pytest.mark.parametrize(
    ("fields", "used_by_user"),
    [
        ({}, 1000),
        ({"valid_from": NOW, "valid_until": NOW + MOMENT}, 0),
        ({"max_uses": 3, "used": 2}, 0),
        ({"max_uses_per_user": 2}, 1),
    ],
)
def test_discount_counts_up_to_its_limits(fields: dict[str, Any], used_by_user: int) -> None:
    make_discount(**fields).require_usable(used_by_user=used_by_user, now=NOW)


def test_percentage_above_a_hundred_is_refused_and_such_a_sum_is_not() -> None:
    with pytest.raises(ValidationFailed):
        make_discount(value=Decimal("100.01")).check("UTC")
    make_discount(DiscountKind.FIXED, value=Decimal("100.01")).check("UTC")


def test_percentage_of_a_hundred_makes_tickets_free() -> None:
    discount = make_discount(value=Decimal("100.00"))
    discount.check("UTC")
    assert taken_off(discount, "50.00") == ["50.00"]


@pytest.mark.parametrize("until", [NOW, NOW - MOMENT])
def test_discount_that_ends_before_it_starts_is_refused(until: datetime) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        make_discount(valid_from=NOW, valid_until=until).check("Asia/Bangkok")
    assert refusal.value.field == "body.valid_until"
    for moment in (NOW, until):
        assert said_in(moment, "Asia/Bangkok") in refusal.value.detail
    assert "(Asia/Bangkok)" in refusal.value.detail


@pytest.mark.parametrize(
    "window",
    [
        {"valid_from": NOW},
        {"valid_until": NOW},
        {"valid_from": NOW, "valid_until": NOW + MOMENT},
    ],
)
def test_window_that_is_open_or_ends_after_it_starts_is_accepted(window: dict[str, Any]) -> None:
    make_discount(**window).check("UTC")


def test_limit_of_a_code_that_was_used_can_be_lifted() -> None:
    discount = make_discount(used=3, max_uses=3)
    discount.edit({"max_uses": None}, timezone="UTC")
    assert discount.max_uses is None


def test_edit_changes_the_fields_given_and_checks_them() -> None:
    discount = make_discount(used=3)
    changes: DiscountChanges = {"max_uses": 3, "valid_until": NOW + timedelta(days=1)}
    discount.edit(changes, timezone="UTC")
    assert (discount.max_uses, discount.value) == (3, Decimal("20.00"))
    with pytest.raises(InUse):
        discount.edit({"max_uses": 2}, timezone="UTC")
    with pytest.raises(ValidationFailed):
        discount.edit({"max_uses": 3, "value": Decimal(101)}, timezone="UTC")


def test_discount_that_was_deleted_counts_no_more() -> None:
    discount = make_discount()
    discount.delete(NOW)
    assert discount.deleted_at == NOW
    with pytest.raises(DiscountInvalid) as refusal:
        discount.require_usable(used_by_user=0, now=NOW)
    assert refusal.value.facts["reason"] == "unknown"


def test_discount_is_managed_by_its_owner_and_admins() -> None:
    global_code = make_discount(owner_id=None)
    actors = (ADMIN, ORGANIZER, RIVAL, BUYER, Actor(ORGANIZER.id, Role.CUSTOMER))
    managers = [actor for actor in actors if make_discount().is_managed_by(actor)]
    assert managers == [ADMIN, ORGANIZER]
    assert [global_code.is_managed_by(actor) for actor in (ADMIN, ORGANIZER)] == [True, False]
