"""What people type into the forms of organizers, and what is read from it."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from src.domain.shared.language import Language
from src.presentation.web.amounts import check_amount
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.fields import Amount, TypeFields, Whole, read_types

AMOUNT: TypeAdapter[Decimal] = TypeAdapter(Amount)
WHOLE: TypeAdapter[int] = TypeAdapter(Whole)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *(("12", "12"), ("12.5", "12.5"), ("12,50", "12.50"), (" 0 ", "0"), ("1.505", "1.505")),
        *(("1,250.00", "1250.00"), ("1.250,00", "1250.00"), ("1 250,5", "1250.5")),
        *(("1'250.50", "1250.50"), ("1,250.505", "1250.505"), ("999999999999", "999999999999")),
    ],
)
def test_an_amount_is_read_as_it_is_written_anywhere(typed: str, read: str) -> None:
    assert str(AMOUNT.validate_python(typed)) == read


@pytest.mark.parametrize(
    "typed",
    ["", "x", "-1", "1,250", "1.00005", "1e3", "NaN", f"1{0:012}", "1.2.3.4", "\u0663", "1,,5,"],
)
def test_what_could_mean_two_amounts_or_none_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        AMOUNT.validate_python(typed)


@pytest.mark.parametrize(("typed", "read"), [("1", 1), (" 10 000 ", 10_000), ("10000000", 10**7)])
def test_a_whole_number_may_have_spaces(typed: str, read: int) -> None:
    assert WHOLE.validate_python(typed) == read


@pytest.mark.parametrize(
    "typed", ["0", "-1", "1.5", "1,000", "10000001", "x", "\u00b2", "\u0663", "9" * 30]
)
def test_other_numbers_are_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        WHOLE.validate_python(typed)


def test_empty_rows_are_no_ticket_types_and_wrong_ones_are_marked() -> None:
    form: Form[TypeFields] = Form(
        {
            "rows": ["3"],
            **{"type_0_name": ["VIP"], "type_0_price": ["9"], "type_0_capacity": ["5"]},
            **{"type_1_name": [" "], "type_1_price": [""]},
            **{"type_2_name": ["Late"], "type_2_price": ["x"]},
            "type_3_name": ["Beyond"],
        }
    )
    found = read_types(form, lambda sentence: sentence, currency="EUR", language=Language.EN)
    assert [(kind.name, kind.price, kind.capacity) for kind in found] == [("VIP", Decimal(9), 5)]
    assert list(form.problems) == ["type_2_price"]


@pytest.mark.parametrize("rows", ["", "-1", "x", "9" * 40, "\u0663"])
def test_a_number_of_rows_that_is_none_reads_no_more_than_there_can_be(rows: str) -> None:
    form: Form[TypeFields] = Form({"rows": [rows]})
    assert read_types(form, str, currency="EUR", language=Language.EN) == []


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        *(("1500.5", "JPY"), ("1.500", "JPY"), ("1.250", "EUR"), ("1.505", "EUR")),
        *(("1.5055", "KWD"), ("0.00001", "CLF")),
    ],
)
def test_an_amount_that_its_currency_lacks_is_marked(typed: str, currency: str) -> None:
    form: Form[TypeFields] = Form({"price": [typed]})
    check_amount(form, "price", Decimal(typed), currency=currency, language=Language.DE)
    assert "kann nicht bezahlt werden" in form.problems["price"]


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        *(("1500", "JPY"), ("1500.00", "JPY"), ("12.5", "EUR"), ("1.250", "KWD")),
        *(("12", "KWD"), ("1.2345", "CLF"), ("10.50", "HUF")),
    ],
)
def test_an_amount_may_leave_out_decimals_of_its_currency(typed: str, currency: str) -> None:
    form: Form[TypeFields] = Form({"price": [typed]})
    check_amount(form, "price", Decimal(typed), currency=currency, language=Language.EN)
    assert form.problems == {}
