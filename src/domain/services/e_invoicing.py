"""What an e-invoice by EN 16931 needs, and what it cannot say."""

from collections.abc import Collection, Iterator
from decimal import ROUND_HALF_UP, Decimal

from src.domain.entities.invoice import InvoiceContent, TaxCategory, TaxSum
from src.domain.entities.seller import Seller
from src.domain.shared import currency as currencies
from src.domain.shared.money import ZERO

DECIMALS = 2
"""The most that its amounts may have (BR-DEC-09 and others)."""
SMALLEST = Decimal(10) ** -DECIMALS
TOLERANCE = Decimal(1)
"""How far the tax of a rate may be from that of the sum (BR-S-09): less than this."""
LOWEST_RATE = Decimal("0.5")
"""A tax at a lower rate counts as none (BR-CO-17)."""
UNLISTED = {"XAD"}
"""Currencies that its list does not have yet, nor those that ISO 4217 has given up."""
UNLISTED_VAT_IDS = ("SS",)
"""Beginnings of VAT ids that its list lacks: South Sudan's (BR-CO-09)."""

NOBODY_ASKED = "Nobody had asked for an e-invoice when this was issued."
NO_TAX_ID = "The seller has given neither a VAT id nor a tax number, which e-invoices name."


def why_no_e_invoice(content: InvoiceContent, currency: str) -> str | None:
    """Return what a document lacks, or says, for which it can be none; None if it can.

    The rules are those of EN 16931 as its official Schematron has them.
    """
    return next(_obstacles(content, currency), None)


def _obstacles(content: InvoiceContent, currency: str) -> Iterator[str]:
    if (fine := why_no_amounts_in(currency)) is not None:
        yield fine
    seller, buyer = content.seller, content.buyer
    if not seller.vat_id and not seller.tax_number:
        yield NO_TAX_ID
    if not buyer.address.country:
        yield "The country of the buyer was not given, which e-invoices name."
    if any(party.vat_id and party.vat_id.startswith(UNLISTED_VAT_IDS) for party in (seller, buyer)):
        yield "E-invoices know no VAT id of South Sudan."
    is_reverse = any(line.category is TaxCategory.REVERSE_CHARGE for line in content.lines)
    if is_reverse and not buyer.vat_id:
        yield "The buyer who owes the tax has given no VAT id, which e-invoices name."
    if any(_is_too_fine(line.net) or _is_too_fine(line.tax) for line in content.lines):
        yield "Its amounts have parts of the smallest unit, which no e-invoice can have."
    for taxed in content.taxes:
        if ZERO < taxed.rate < LOWEST_RATE:
            yield "E-invoices know no tax at less than half a per cent."
        if not _is_tolerated(taxed):
            yield (
                f"The tax at {taxed.rate.normalize():f}%, rounded by line, differs from the tax of"
                " the sum by 1 or more: on e-invoices it may not."
            )


def why_no_amounts_in(currency: str) -> str | None:
    """Return why no amount in this currency can be on an e-invoice; None if it can."""
    decimals = currencies.decimals_of(currency)
    if currency in UNLISTED or currency not in currencies.DECIMALS:
        return f"E-invoices know no currency {currency}."
    if decimals <= DECIMALS:
        return None
    return f"Amounts in {currency} have {decimals} decimals, and on e-invoices at most {DECIMALS}."


def why_not_ordered(currency: str, sellers: Collection[Seller]) -> str | None:
    """Return why an order has no e-invoice whatever its buyer says; None if one seller can."""
    if (fine := why_no_amounts_in(currency)) is not None:
        return fine
    if sellers and not any(seller.has_tax_id for seller in sellers):
        return NO_TAX_ID
    return None


def _is_too_fine(amount: Decimal) -> bool:
    return amount != amount.quantize(SMALLEST)


def _is_tolerated(taxed: TaxSum) -> bool:
    if taxed.category is not TaxCategory.STANDARD:
        return True
    exact = (taxed.net * taxed.rate / 100).quantize(SMALLEST, ROUND_HALF_UP)
    return abs(taxed.tax - exact) < TOLERANCE
