"""Amounts as the reader's language writes them, the same as a browser's own formats do."""

from decimal import Decimal

import pytest

from src.domain.shared.language import Language
from src.presentation.web.formats import Formats


@pytest.mark.parametrize(
    ("language", "amount", "currency", "written"),
    [
        ("en", "57.2", "EUR", "€57.20"),
        ("en", "1055", "JPY", "JP¥1,055"),
        ("en", "10.555", "KWD", "KWD\xa010.555"),
        ("en", "20", "CHF", "CHF\xa020.00"),
        ("en", "-20", "CHF", "-CHF\xa020.00"),
        ("de", "10.555", "KWD", "10,555\xa0KWD"),
        ("de", "1055", "JPY", "1.055\xa0¥"),
        ("th", "10.555", "KWD", "KWD\xa010.555"),
        ("th", "100", "THB", "฿100.00"),
    ],
)
def test_an_amount_has_the_decimals_of_its_currency_and_a_code_keeps_its_distance(
    language: str, amount: str, currency: str, written: str
) -> None:
    assert Formats(Language(language)).money(Decimal(amount), currency) == written
