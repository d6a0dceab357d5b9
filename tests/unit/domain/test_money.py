"""Money of every currency of ISO 4217: rounded, divided and compared in its smallest unit."""

from decimal import ROUND_DOWN, ROUND_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from src.domain.errors import ValidationFailed
from src.domain.shared.currency import (
    DECIMALS,
    decimals_of,
    require_currency,
    smallest_unit,
)
from src.domain.shared.money import (
    ZERO,
    is_payable,
    payable,
    percent_of,
    proportion,
    rounded,
    rounded_up,
    split,
    with_decimals,
)

currencies = st.sampled_from(sorted(DECIMALS))
units = st.integers(0, 10**18)


def amount_of(count: int, currency: str) -> Decimal:
    return count * smallest_unit(currency)


def half_even(exact: Fraction, currency: str) -> Fraction:
    """The same by other means: Python rounds fractions half to even."""
    unit = Fraction(smallest_unit(currency))
    return round(exact / unit) * unit


@pytest.mark.parametrize(
    ("currency", "decimals"),
    [
        ("JPY", 0),
        ("ISK", 0),
        ("EUR", 2),
        ("HUF", 2),
        ("IDR", 2),
        ("KWD", 3),
        ("IQD", 3),
        ("CLF", 4),
    ],
)
def test_decimals_are_those_of_iso_4217(currency: str, decimals: int) -> None:
    assert decimals_of(currency) == decimals
    assert str(smallest_unit(currency)) == str(Decimal(1).scaleb(-decimals))


@pytest.mark.parametrize("code", ["XAU", "XXX", "XTS", "XDR", "ZZZ", "DEM", "eur", ""])
def test_what_has_no_smallest_unit_is_no_currency_to_sell_in(code: str) -> None:
    assert code not in DECIMALS
    assert decimals_of(code) == 2  # Rows of earlier times may have it.


@pytest.mark.parametrize(
    ("amount", "currency", "sentence"),
    [
        ("1500.50", "JPY", "Amounts in JPY have no decimals: 1500.50 cannot be paid."),
        ("1.505", "EUR", "Amounts in EUR have 2 decimals: 1.505 cannot be paid."),
        ("0.0005", "KWD", "Amounts in KWD have 3 decimals: 0.0005 cannot be paid."),
    ],
)
def test_part_of_a_smallest_unit_is_refused(amount: str, currency: str, sentence: str) -> None:
    with pytest.raises(ValidationFailed, match=sentence) as refused:
        payable(Decimal(amount), currency, field="body.price")
    assert (refused.value.field, refused.value.reason) == ("body.price", "decimal_max_places")


def test_amount_to_pay_gets_the_decimals_of_its_currency() -> None:
    assert str(payable(Decimal("1500.00"), "JPY", field="body.price")) == "1500"
    assert str(payable(Decimal("1.5"), "KWD", field="body.price")) == "1.500"


def test_unknown_currency_is_refused() -> None:
    require_currency("EUR", field="body.currency")
    with pytest.raises(ValidationFailed, match="XAU is no currency of ISO 4217 to sell in"):
        require_currency("XAU", field="body.currency")


@given(units, st.integers(1, 10**6), currencies)
def test_amounts_are_rounded_half_to_even_in_their_currency(
    count: int, parts: int, currency: str
) -> None:
    finer = smallest_unit(currency) / 10**3
    amount = (count * 1000 + parts) * finer
    for rounding in (ROUND_UP, ROUND_DOWN):
        with localcontext(rounding=rounding):
            assert Fraction(rounded(amount, currency)) == half_even(Fraction(amount), currency)
    up = rounded_up(amount, currency)
    assert amount <= up < amount + smallest_unit(currency)


@given(units, st.integers(0, 10**4), currencies)
def test_percentage_is_exact_until_it_is_rounded(count: int, cents: int, currency: str) -> None:
    amount, percent = amount_of(count, currency), Decimal(cents) / 100
    exact = Fraction(amount) * Fraction(percent) / 100
    assert Fraction(percent_of(amount, percent, currency)) == half_even(exact, currency)
    included = Fraction(amount) * Fraction(percent) / (100 + Fraction(percent))
    found = proportion(amount, percent, 100 + percent, currency)
    assert Fraction(found) == half_even(included, currency)


@given(st.data(), st.lists(units, min_size=1, max_size=30), currencies)
def test_shares_of_any_currency_add_up_and_are_payable(
    data: st.DataObject, counts: list[int], currency: str
) -> None:
    weights = [amount_of(count, currency) for count in counts]
    amount = amount_of(data.draw(st.integers(0, sum(counts))), currency)
    shares = split(amount, weights, currency)
    assert sum(shares, ZERO) == (amount if any(counts) else 0)
    for share, weight, count in zip(shares, weights, counts, strict=True):
        assert 0 <= share <= weight
        assert is_payable(share, currency)
        exact = Fraction(amount) * count / sum(counts) if any(counts) else Fraction(0)
        assert abs(Fraction(share) - exact) < Fraction(smallest_unit(currency))


def test_amount_agreed_in_finer_parts_is_divided_in_them() -> None:
    third = Decimal("666.67")
    shares = split(Decimal("2000"), [third, third, Decimal("666.66")], "JPY")
    assert shares == [third, third, Decimal("666.66")]
    assert split(Decimal("1.50"), [Decimal(1), Decimal(1)], "JPY") == [Decimal("0.75")] * 2


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        ("3E+4", "JPY", "30000"),
        ("1500.00", "JPY", "1500"),
        ("1500.50", "JPY", "1500.50"),
        ("1500", "EUR", "1500.00"),
        ("0", "KWD", "0.000"),
        ("1.5", "KWD", "1.500"),
        ("1.5", "CLF", "1.5000"),
        ("10.25", "DEM", "10.25"),
    ],
)
def test_amount_is_written_with_the_decimals_of_its_currency(
    amount: str, currency: str, expected: str
) -> None:
    assert str(with_decimals(Decimal(amount), currency)) == expected
