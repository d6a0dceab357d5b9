"""Accounts of a journal: what is read, what is refused, and what each number looks like."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from src.domain.entities.invoice import TaxCategory
from src.domain.errors import ValidationFailed
from src.domain.services.journal_accounts import (
    LONGEST,
    MONEY,
    PERSONAL,
    RELIEFS,
    SHORTEST,
    Account,
    Chart,
    account_of,
    check_accounts,
    key_of,
    read_accounts,
)

LENGTHS = st.integers(SHORTEST, LONGEST)
CHARTS = st.sampled_from(Chart)


@given(CHARTS, LENGTHS)
def test_defaults_are_in_order_for_every_chart_and_length(chart: Chart, length: int) -> None:
    check_accounts(chart, length, {})
    for key in (*Account, *RELIEFS, "19", "7", "0"):
        number = account_of(key, chart, length, {})
        assert number is not None and number.isdigit() and int(number)
        assert len(number) == length + (key in PERSONAL)
    assert account_of("16", chart, length, {}) is None


@given(st.decimals(0, 100, places=2))
def test_rate_is_found_however_it_is_written(rate: Decimal) -> None:
    key = key_of(TaxCategory.STANDARD, rate)
    assert read_accounts(f"{rate}=8400") == {key: "8400"}
    assert read_accounts(f" {key} = 8400 ,, ") == {key: "8400"}


@given(LENGTHS, st.text("0123456789", min_size=1, max_size=10), st.sampled_from([*Account, "19"]))
def test_number_has_the_length_of_its_kind(length: int, number: str, key: str) -> None:
    """General accounts have the length, those of persons one digit more."""
    can_be_personal = key in MONEY or key == Account.DEBTORS
    is_general = len(number) == length and int(number) > 0
    is_personal = can_be_personal and len(number) == length + 1 and number[0] != "0"
    try:
        check_accounts(Chart.SKR03, length, {key: number})
    except ValidationFailed as refused:
        assert refused.field == "query.accounts"
        is_taken = "have the same account" in str(refused)
        assert is_taken or not (is_general or is_personal)
    else:
        assert is_general or is_personal


@pytest.mark.parametrize("number", ["٨٤٠٠", "84 0", "+840", "8_400", ""])
def test_number_has_digits_of_ascii_only(number: str) -> None:
    with pytest.raises(ValidationFailed, match="a number other than 0"):
        check_accounts(Chart.SKR03, 4, {"19": number})


def test_money_of_providers_is_apart_where_that_is_said() -> None:
    given = {"stripe": "1361"}
    assert account_of("stripe", Chart.SKR03, 4, given) == "1361"
    assert account_of("fake", Chart.SKR03, 4, given) == "1360"
    assert account_of("fake", Chart.SKR03, 4, {"clearing": "1369"}) == "1369"


def test_own_bank_account_may_be_where_manual_money_is() -> None:
    check_accounts(Chart.SKR03, 4, {"manual": "1210", "bank": "1210"})
    with pytest.raises(ValidationFailed, match="stripe and bank have the same account, 1210"):
        check_accounts(Chart.SKR03, 4, {"stripe": "1210", "bank": "1210"})
