"""Amounts of money as people type them, in the decimals of their currency."""

from decimal import Decimal
from typing import Any

from src.domain.shared.currency import decimals_of
from src.domain.shared.language import Language
from src.domain.shared.money import is_payable, too_fine
from src.presentation.web.forms import Form
from src.presentation.web.refusals import said

LOOKS_LIKE_THOUSANDS = 3


def check_amount(
    form: Form[Any], name: str, amount: Decimal, *, currency: str, language: Language
) -> None:
    """Say beside the field when the amount has decimals that its currency has not.

    Three of them are refused even as zeros: `1.250` euros may be meant as 1250.
    """
    exponent = amount.as_tuple().exponent
    typed = -exponent if isinstance(exponent, int) else 0
    if typed <= decimals_of(currency):
        return
    if typed == LOOKS_LIKE_THOUSANDS or not is_payable(amount, currency):
        form.problems[name] = said(too_fine(amount, currency), language)
