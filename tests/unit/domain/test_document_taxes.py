"""Rounding taxes by document: the rounded sum of each rate, divided over the lines."""

from collections import defaultdict
from dataclasses import replace
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from src.domain.entities.event import TaxRates
from src.domain.services.document_taxes import RatedLine, round_by_document
from src.domain.services.pricing import price_line
from src.domain.shared.currency import smallest_unit
from src.domain.shared.tax import TaxRounding
from tests.support.entities import new_event

DOCUMENT = TaxRounding.DOCUMENT


def rated(price: str, rate: str = "19.00", fee_rate: str | None = None, **event: Any) -> RatedLine:
    organizer_id = event.pop("organizer_id", 1)
    values = {"service_fee_fixed": Decimal(0), "service_fee_percent": Decimal(0), **event}
    made = new_event(organizer_id, **{"currency": "EUR", "tax_inclusive": False, **values})
    rates = TaxRates(Decimal(rate), Decimal(fee_rate or rate))
    return RatedLine(made, rates, DOCUMENT, price_line(made, Decimal(price), 1, rates=rates))


def test_sum_of_a_rate_is_rounded_once_and_lines_have_their_share() -> None:
    # Thrice 19 % of 0.13 are 0.0741: by line 0.02 each, by document 0.07.
    lines = [rated("0.13")] * 3
    assert sum(line.amounts.tax_amount for line in lines) == Decimal("0.06")
    taxes = [amounts.tax_amount for amounts in round_by_document(lines)]
    assert taxes == [Decimal("0.03"), Decimal("0.02"), Decimal("0.02")]


def test_half_a_smallest_unit_is_rounded_up() -> None:
    (amounts,) = round_by_document([rated("0.50", "1.00")])
    assert amounts.tax_amount == Decimal("0.01")
    # By line it is half to even.
    assert rated("0.50", "1.00").amounts.tax_amount == Decimal("0.00")


def test_rates_and_sellers_are_apart_and_lines_by_line_stay() -> None:
    apart = [rated("0.13", organizer_id=number) for number in (1, 2)]
    by_line = replace(rated("0.13"), rounding=TaxRounding.LINE)
    found = round_by_document([*apart, rated("0.13", "7.00"), by_line])
    assert [amounts.tax_amount for amounts in found] == [
        *(Decimal("0.02"), Decimal("0.02"), Decimal("0.01"), Decimal("0.02")),
    ]
    assert found[3] is by_line.amounts


@pytest.mark.parametrize("seed", range(200))
def test_random_lines_add_up_to_the_rounded_sum_of_each_rate(seed: int) -> None:
    random = Random(seed)
    currency = random.choice(["EUR", "JPY", "KWD"])
    unit = smallest_unit(currency)
    lines = [
        rated(
            str(random.randint(0, 5000) * unit),
            random.choice(["0.00", "7.00", "19.00", "33.33"]),
            random.choice(["0.00", "7.00", "19.00", "2.10"]),
            currency=currency,
            tax_inclusive=random.random() < 0.5,
            service_fee_fixed=random.randint(0, 300) * unit,
            organizer_id=random.randint(1, 2),
        )
        for _ in range(random.randint(1, 8))
    ]
    found = round_by_document(lines)
    exact: dict[tuple[int, Decimal], Fraction] = defaultdict(Fraction)
    sums: dict[tuple[int, Decimal], Decimal] = defaultdict(Decimal)
    for line, amounts in zip(lines, found, strict=True):
        parts = (
            (line.amounts.net, line.rates.tickets, amounts.tax_amount - amounts.fee_tax_amount),
            (line.amounts.fee_amount, line.rates.fee, amounts.fee_tax_amount),
        )
        for amount, rate, tax in parts:
            whole = 100 + rate if line.event.tax_inclusive else Decimal(100)
            own = Fraction(amount) * Fraction(rate) / Fraction(whole)
            key = line.event.organizer_id, rate
            exact[key] += own
            sums[key] += tax
            # Each is its own tax, rounded up or down.
            assert abs(Fraction(tax) - own) < Fraction(unit)
            assert tax == tax.quantize(unit, ROUND_FLOOR) >= 0
        assert amounts.tax_included == (amounts.tax_amount if line.event.tax_inclusive else 0)
        assert (amounts.net, amounts.fee_amount) == (line.amounts.net, line.amounts.fee_amount)
    for key, own in exact.items():
        rounded = (Decimal(own.numerator) / own.denominator).quantize(unit, ROUND_HALF_UP)
        assert sums[key] == rounded
