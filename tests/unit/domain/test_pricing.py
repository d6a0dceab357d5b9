"""Money: shares that add up to the cent, and totals that are sums of lines."""

from decimal import ROUND_DOWN, ROUND_UP, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.event import TaxRates
from src.domain.errors import DiscountInvalid
from src.domain.services.checkout import price_lines
from src.domain.services.pricing import Amounts, price_line, total
from src.domain.shared.money import ZERO, is_payable, percent_of, rounded, split
from tests.support.discounts import make_discount
from tests.support.examples import make_event, make_type
from tests.support.prices import CENT, percents, prices

amounts = st.integers(0, 10**9).map(lambda cents: Decimal(cents) * CENT)


@given(st.data(), st.lists(amounts, min_size=1, max_size=30))
def test_shares_add_up_exactly_and_none_exceeds_its_weight(
    data: st.DataObject, weights: list[Decimal]
) -> None:
    cents = int(sum(weights, ZERO) / CENT)
    amount = Decimal(data.draw(st.integers(0, cents))) * CENT
    shares = split(amount, weights, "EUR")
    assert sum(shares, ZERO) == amount
    for share, weight in zip(shares, weights, strict=True):
        assert 0 <= share <= weight
        assert is_payable(share, "EUR")


@given(amounts, st.lists(amounts, min_size=1, max_size=30))
def test_shares_differ_from_their_proportion_by_less_than_a_cent(
    amount: Decimal, weights: list[Decimal]
) -> None:
    whole = sum(weights, ZERO)
    for share, weight in zip(split(amount, weights, "EUR"), weights, strict=True):
        exact = amount * weight / whole if whole else ZERO
        assert abs(share - exact) < CENT


@pytest.mark.parametrize(("exact", "amount"), [("0.125", "0.12"), ("0.375", "0.38")])
def test_amounts_are_rounded_half_to_even_whatever_the_decimal_context_says(
    exact: str, amount: str
) -> None:
    for rounding in (ROUND_UP, ROUND_DOWN):
        with localcontext(rounding=rounding):
            assert rounded(Decimal(exact), "EUR") == Decimal(amount)


@pytest.mark.parametrize(
    ("amount", "weights", "shares"),
    [
        ("0.05", ["1.00", "1.00", "1.00"], ["0.02", "0.02", "0.01"]),
        ("1.00", ["0.00", "2.00"], ["0.00", "1.00"]),
        ("5.00", ["0.00", "0.00"], ["0.00", "0.00"]),
    ],
)
def test_cents_that_are_left_go_to_the_largest_remainders(
    amount: str, weights: list[str], shares: list[str]
) -> None:
    assert split(Decimal(amount), [Decimal(weight) for weight in weights], "EUR") == [
        Decimal(share) for share in shares
    ]


@pytest.mark.parametrize(
    ("amount", "percent", "expected"),
    [("0.50", "1.00", "0.00"), ("1.50", "1.00", "0.02"), ("2.50", "1.00", "0.02")],
)
def test_percentage_of_money_is_rounded_half_to_even(
    amount: str, percent: str, expected: str
) -> None:
    assert percent_of(Decimal(amount), Decimal(percent), "EUR") == Decimal(expected)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, Amounts(Decimal("50.00"), Decimal("10.00"))),
        (
            {"service_fee_fixed": Decimal("1.50"), "service_fee_percent": Decimal("5.00")},
            Amounts(Decimal("50.00"), Decimal("10.00"), Decimal("5.00")),
        ),
        (
            {"service_fee_fixed": Decimal("5.00"), "tax_rate": Decimal("7.00")},
            Amounts(
                *(Decimal("50.00"), Decimal("10.00"), Decimal("10.00"), Decimal("3.50")),
                fee_tax_amount=Decimal("0.70"),
            ),
        ),
        (
            {"tax_rate": Decimal("25.00"), "tax_inclusive": True},
            Amounts(Decimal("50.00"), Decimal("10.00"), ZERO, Decimal("8.00"), Decimal("8.00")),
        ),
    ],
)
def test_line_has_fee_on_the_net_price_and_tax_on_both(
    fields: dict[str, Any], expected: Amounts
) -> None:
    line = price_line(make_event(**fields), Decimal("25.00"), 2, Decimal("10.00"))
    assert line == expected
    assert line.total_amount == expected.net + expected.fee_amount + (
        ZERO if fields.get("tax_inclusive") else expected.tax_amount
    )


def test_tickets_that_cost_nothing_have_no_fee_and_no_tax() -> None:
    event = make_event(service_fee_fixed=Decimal("2.00"), tax_rate=Decimal("7.00"))
    line = price_line(event, Decimal("25.00"), 2, Decimal("50.00"))
    assert line == Amounts(Decimal("50.00"), Decimal("50.00"))
    assert line.total_amount == 0


@st.composite
def wanted_lines(draw: st.DrawFn) -> list[tuple[Any, Any, int, Decimal]]:
    """Tickets of one to eight types, of events with fees and taxes."""
    lines = []
    for number in range(draw(st.integers(1, 8))):
        event = make_event(
            id=10 + number,
            service_fee_fixed=draw(prices),
            service_fee_percent=draw(percents),
            tax_rate=draw(percents),
            tax_inclusive=draw(st.booleans()),
        )
        kind = make_type(id=20 + number, event_id=event.id, price=draw(prices))
        lines.append((event, kind, draw(st.integers(1, 1000)), kind.price))
    return lines


@given(wanted_lines(), st.sampled_from(DiscountKind), percents.filter(bool))
def test_total_is_the_sum_of_its_lines_and_never_below_zero(
    wanted: list[tuple[Any, Any, int, Decimal]], kind: DiscountKind, value: Decimal
) -> None:
    lines = [line.amounts for line in price_lines(wanted, make_discount(kind, value=value))]
    whole = total(lines)
    assert whole.total_amount == sum((line.total_amount for line in lines), ZERO)
    assert whole.subtotal == sum((price * quantity for _, _, quantity, price in wanted), ZERO)
    for line in lines:
        assert 0 <= line.discount_amount <= line.subtotal
        assert 0 <= line.tax_included <= line.tax_amount
        assert line.total_amount >= 0
        assert is_payable(line.total_amount, "EUR")
    if kind is DiscountKind.FIXED:
        assert whole.discount_amount == min(value, whole.subtotal)


def test_lines_cost_their_price_without_a_discount() -> None:
    (line,) = price_lines([(make_event(), make_type(), 2, Decimal("25.00"))])
    assert line.amounts == Amounts(Decimal("50.00"))


def test_lines_are_refused_a_discount_that_is_not_theirs() -> None:
    with pytest.raises(DiscountInvalid):
        price_lines([(make_event(), make_type(), 2, Decimal("25.00"))], make_discount(event_id=11))


def test_nothing_costs_nothing() -> None:
    assert price_lines([], make_discount()) == []
    assert total([]).total_amount == 0


def test_tickets_and_fee_with_different_rates_are_rounded_each_by_itself() -> None:
    event = make_event(service_fee_fixed=Decimal("0.33"), tax_inclusive=True)
    line = price_line(event, Decimal("0.33"), 1, rates=TaxRates(Decimal("7.00"), Decimal("19.00")))
    # 0.0216 of the price and 0.0527 of the fee, which together are 0.0743.
    assert (line.tax_amount, line.fee_tax_amount) == (Decimal("0.07"), Decimal("0.05"))
    assert line.tax_included == line.tax_amount and line.total_amount == Decimal("0.66")


def test_type_and_fee_have_the_rate_of_the_event_without_one_of_their_own() -> None:
    event = make_event(tax_rate=Decimal("7.00"))
    assert event.tax_rates(make_type()) == TaxRates(Decimal("7.00"), Decimal("7.00"))
    event.fee_tax_rate = Decimal("19.00")
    kind = make_type(tax_rate=Decimal("0.00"))
    assert event.tax_rates(kind) == TaxRates(Decimal("0.00"), Decimal("19.00"))
