"""Amounts in Stripe's minor units."""

from decimal import Decimal

import pytest

from src.domain.shared.currency import DECIMALS, smallest_unit
from src.infrastructure.payments.stripe_objects import from_minor_units, to_minor_units


@pytest.mark.parametrize(
    ("amount", "currency", "units"),
    [
        ("19.99", "USD", 1999),
        ("1500", "JPY", 1500),
        ("12.340", "KWD", 12340),
        ("99999999999.99", "EUR", 9999999999999),
        ("5", "ISK", 500),
        ("30000", "UGX", 3000000),
        ("30000.00", "MGA", 30000),
        ("1.00", "HUF", 100),
    ],
)
def test_amount_survives_the_way_there_and_back(amount: str, currency: str, units: int) -> None:
    assert to_minor_units(Decimal(amount), currency) == units
    back = from_minor_units(units, currency)
    assert str(back) == amount


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        ("0.50", "JPY"),
        ("1.005", "USD"),
        ("1.505", "KWD"),
        ("5.50", "ISK"),
        ("0.20", "UGX"),
        ("0.20", "MGA"),
    ],
)
def test_amount_has_no_units_when_stripe_lacks_the_part(amount: str, currency: str) -> None:
    assert to_minor_units(Decimal(amount), currency) is None


def test_third_place_is_kept_when_it_counts() -> None:
    assert from_minor_units(12345, "KWD") == Decimal("12.345")


@pytest.mark.parametrize("currency", sorted(DECIMALS))
def test_every_currency_of_iso_4217_has_units(currency: str) -> None:
    amount = Decimal("1000").quantize(smallest_unit(currency))
    units = to_minor_units(amount, currency)
    assert units is not None
    assert str(from_minor_units(units, currency)) == str(amount)
