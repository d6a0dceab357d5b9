"""Amounts in Stripe's minor units."""

from decimal import Decimal

import pytest

from src.infrastructure.payments.stripe_objects import from_minor_units, to_minor_units


@pytest.mark.parametrize(
    ("amount", "currency", "units"),
    [
        ("19.99", "USD", 1999),
        ("19.99", "usd", 1999),
        ("1500.00", "JPY", 1500),
        ("12.34", "KWD", 12340),
        ("99999999999.99", "EUR", 9999999999999),
        ("5.00", "ISK", 500),
    ],
)
def test_amount_survives_the_way_there_and_back(amount: str, currency: str, units: int) -> None:
    assert to_minor_units(Decimal(amount), currency) == units
    back = from_minor_units(units, currency)
    assert str(back) == amount


@pytest.mark.parametrize(("amount", "currency"), [("0.50", "JPY"), ("1.005", "USD")])
def test_amount_has_no_units_when_the_currency_lacks_the_part(amount: str, currency: str) -> None:
    assert to_minor_units(Decimal(amount), currency) is None


def test_third_place_is_kept_when_it_counts() -> None:
    assert from_minor_units(12345, "KWD") == Decimal("12.345")
