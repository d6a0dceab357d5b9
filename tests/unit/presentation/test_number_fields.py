"""Numbers of a request: whole ones are whole, and amounts are plain whatever was sent."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from src.presentation.schemas.booking import BookEventBody, ReserveBody
from src.presentation.schemas.cart import ChangeCartItemBody
from src.presentation.schemas.discount import CreateDiscountBody, UpdateDiscountBody
from src.presentation.schemas.event import CreateEventBody, UpdateEventBody
from src.presentation.schemas.fields import Percent, Price, SeatIds
from src.presentation.schemas.order import OrderItemBody
from src.presentation.schemas.ticket_type import NewTicketTypeBody
from src.presentation.schemas.venue import AddSeatsBody

WHOLE = [
    (BookEventBody, "quantity"),
    (BookEventBody, "ticket_type_id"),
    (BookEventBody, "user_id"),
    (ReserveBody, "event_id"),
    (ReserveBody, "seat_id"),
    (OrderItemBody, "ticket_type_id"),
    (ChangeCartItemBody, "quantity"),
    (CreateEventBody, "capacity"),
    (CreateEventBody, "venue_id"),
    (CreateEventBody, "max_tickets_per_user"),
    (UpdateEventBody, "capacity"),
    (UpdateEventBody, "max_tickets_per_user"),
    (NewTicketTypeBody, "capacity"),
    (CreateDiscountBody, "max_uses"),
    (UpdateDiscountBody, "max_uses_per_user"),
    (AddSeatsBody, "seats_per_row"),
]


def faults(model: Any, field: str, value: object) -> set[str]:
    """What is wrong with this field, other fields aside."""
    try:
        model.model_validate({field: value})
    except ValidationError as error:
        return {fault["type"] for fault in error.errors() if fault["loc"][:1] == (field,)}
    return set()


@pytest.mark.parametrize("value", [True, "1", "1.0", 1.0, 1.5])
@pytest.mark.parametrize(("model", "field"), WHOLE)
def test_whole_number_that_is_none_in_json_is_refused(
    model: Any, field: str, value: object
) -> None:
    assert faults(model, field, value) == {"int_type"}


@pytest.mark.parametrize(("model", "field"), WHOLE)
def test_whole_number_is_taken(model: Any, field: str) -> None:
    assert faults(model, field, 1) == set()


@pytest.mark.parametrize("value", [True, "1", 1.0])
def test_seat_that_is_no_whole_number_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(SeatIds).validate_python([value])


@pytest.mark.parametrize(
    ("sent", "price", "percentage"),
    [
        ("0E999999999", "0", "0.00"),
        ("0E-999999999", "0", "0.00"),
        ("-0", "0", "0.00"),
        ("1E2", "100", "100.00"),
        ("12.5", "12.5", "12.50"),
        (12.5, "12.5", "12.50"),
        ("0.01", "0.01", "0.01"),
    ],
)
def test_decimal_is_plain_however_it_is_written(sent: object, price: str, percentage: str) -> None:
    for kind, read in ((Price, price), (Percent, percentage)):
        amount = TypeAdapter(kind).validate_python(sent)
        assert str(amount) == read
        assert isinstance(amount, Decimal)


@pytest.mark.parametrize("sent", ["1E-3", "0.001"])
def test_percentage_has_two_places_at_most(sent: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Percent).validate_python(sent)


@pytest.mark.parametrize(
    "sent", ["1E999999999", "1E-5", "0.00001", "NaN", "Infinity", "-1", "1E400"]
)
@pytest.mark.parametrize("kind", [Price, Percent])
def test_decimal_out_of_its_bounds_is_refused(kind: Any, sent: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(sent)


def test_value_of_a_discount_is_plain() -> None:
    body = CreateDiscountBody.model_validate({"code": "ABC", "kind": "percent", "value": "5E1"})
    assert str(body.value) == "50"
