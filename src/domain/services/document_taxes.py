"""Rounding taxes by document: the sum of each rate is rounded, half up, and divided over the lines.

So is the tax of an invoice found where the law rounds it once for each rate. What is behind an
order stays by line: a line has its share of the sum, which is its own tax rounded up or down.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import floor

from src.domain.entities.event import Event, TaxRates
from src.domain.services.pricing import Amounts
from src.domain.shared.currency import decimals_of
from src.domain.shared.tax import TaxRounding

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class RatedLine:
    """The amounts of a line, by line until now, and what its taxes follow from."""

    event: Event
    rates: TaxRates
    rounding: TaxRounding
    amounts: Amounts


def round_by_document(lines: Sequence[RatedLine]) -> list[Amounts]:
    """Return the amounts of these lines of one order, in their order.

    Those of sellers who round by document have their share of the rounded sum of their rate, over
    all lines of the seller; the smallest units that remain go to the largest remainders, ties in
    order. Lines of all others stay as they are.
    """
    parts: dict[tuple[int, Decimal], list[tuple[int, bool, Fraction]]] = defaultdict(list)
    for number, line in enumerate(lines):
        if line.rounding is TaxRounding.DOCUMENT:
            seller, amounts = line.event.organizer_id, line.amounts
            for is_fee, amount in ((False, amounts.net), (True, amounts.fee_amount)):
                rate = line.rates.fee if is_fee else line.rates.tickets
                tax = _exact_tax(amount, rate, line.event)
                parts[seller, rate].append((number, is_fee, tax))
    taxes = {
        (number, is_fee): Decimal(units)
        for group in parts.values()
        for (number, is_fee, _), units in zip(
            group, _shares([tax for _, _, tax in group]), strict=True
        )
    }
    return [
        _taxed(line, taxes[number, False], taxes[number, True])
        if line.rounding is TaxRounding.DOCUMENT
        else line.amounts
        for number, line in enumerate(lines)
    ]


def _exact_tax(amount: Decimal, rate: Decimal, event: Event) -> Fraction:
    """The tax that an amount contains, or that is added to it, in smallest units."""
    units = Fraction(amount.scaleb(decimals_of(event.currency)))
    whole = 100 + rate if event.tax_inclusive else Decimal(100)
    return units * (Fraction(rate) / Fraction(whole))


def _shares(taxes: Sequence[Fraction]) -> list[int]:
    """Whole units that add up to the sum of the taxes, half up."""
    shares = [floor(tax) for tax in taxes]
    left = floor(sum(taxes, Fraction(0)) + HALF) - sum(shares)
    by_remainder = sorted(range(len(taxes)), key=lambda number: shares[number] - taxes[number])
    for number in by_remainder[:left]:
        shares[number] += 1
    return shares


def _taxed(line: RatedLine, of_tickets: Decimal, of_fee: Decimal) -> Amounts:
    decimals = decimals_of(line.event.currency)
    tax, fee_tax = (units.scaleb(-decimals) for units in (of_tickets + of_fee, of_fee))
    included = tax if line.event.tax_inclusive else Decimal(0).scaleb(-decimals)
    return replace(line.amounts, tax_amount=tax, tax_included=included, fee_tax_amount=fee_tax)
