"""Request and response bodies of discount codes."""

from decimal import Decimal
from typing import Annotated, Any, ClassVar

from fastapi import Query
from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic.config import JsonDict

from src.application.use_cases.discount.create_codes import MAX_CODES, CreateCodesCommand
from src.application.use_cases.discount.create_discount import CreateDiscountCommand
from src.domain.entities.discount_terms import DiscountKind
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.presentation.schemas.body import BY_SERVICE, ONCE_MADE, Body, Sentences, all_of
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    MAX_CAPACITY,
    MAX_PRICE,
    Answer,
    Currency,
    Id,
    Moment,
    Money,
    Text,
    When,
    omittable,
    plain,
    with_example,
)

Code = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z0-9_-]{3,40}$"),
]
Value = Annotated[
    Decimal,
    Field(ge=0, le=MAX_PRICE, decimal_places=4),
    AfterValidator(plain),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,12}(\.\d{1,4})?$"}, mode="validation"),
]
Prefix = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z0-9_-]{0,16}$"),
]
PositiveSum = Annotated[Value, Field(gt=0)]
TypedCode = Annotated[
    str, StringConstraints(strip_whitespace=True, to_upper=True, min_length=1, max_length=40), Text
]
"""A code as somebody types it: case and blanks around it do not matter."""

OpeningCode = Annotated[
    TypedCode | None,
    Query(description="A discount code that opens hidden ticket types of the event."),
]
Uses = Annotated[int, Field(ge=1, le=MAX_CAPACITY, strict=True)]

MIN_SPEND = "What the tickets that it covers have to cost in an order, before the discount."
MAX_DISCOUNT = "The most that a percentage takes off an order."

EXAMPLE: JsonDict = {
    "code": "SUMMER20",
    "kind": "percent",
    "value": "20.00",
    "valid_until": "2026-12-24T00:00:00Z",
    "max_uses": 100,
    "max_uses_per_user": 1,
}


class DiscountAnswer(Answer):
    """A discount code for its ticket type, else its event, else all events of its owner."""

    model_config = with_example(
        {
            "id": 1,
            "owner_id": 1,
            **EXAMPLE,
            "currency": None,
            "event_id": None,
            "ticket_type_id": None,
            "valid_from": None,
            "max_tickets": None,
            "min_spend": None,
            "max_discount": None,
            "used": 12,
            "used_tickets": 31,
            **EXAMPLE_TIMES,
        }
    )

    id: int
    code: str
    owner_id: int | None = Field(description="Null for a code that applies to all organizers.")
    kind: DiscountKind
    value: Money
    currency: str | None
    event_id: int | None
    ticket_type_id: int | None
    valid_from: Moment | None
    valid_until: Moment | None
    max_uses: int | None
    max_uses_per_user: int | None
    max_tickets: int | None
    min_spend: Money | None
    max_discount: Money | None
    used: int = Field(
        description="Orders with this code that are not cancelled or expired. Those that were not "
        "paid in time count until somebody else uses the code."
    )
    used_tickets: int = Field(description="The tickets that it covers in these orders.")
    created_at: Moment
    updated_at: Moment


class CreateDiscountBody(Body):
    """A new discount code."""

    model_config = with_example(EXAMPLE)

    not_here: ClassVar[Sentences] = all_of(DiscountAnswer, BY_SERVICE)

    code: Code
    kind: DiscountKind
    value: Value = Field(
        description="Per cent, or an amount of money; `0` only opens the ticket type that it names."
    )
    currency: Currency | None = Field(
        None, description="Of its amounts; required unless an event or a ticket type is given."
    )
    event_id: Id | None = Field(None, description="Omitted: all events of the owner.")
    ticket_type_id: Id | None = Field(None, description="Omitted: all ticket types of the event.")
    valid_from: When | None = None
    valid_until: When | None = None
    max_uses: Uses | None = Field(None, description="In how many orders.")
    max_uses_per_user: Uses | None = None
    max_tickets: Uses | None = Field(None, description="For how many tickets, over all orders.")
    min_spend: PositiveSum | None = Field(None, description=MIN_SPEND)
    max_discount: PositiveSum | None = Field(None, description=MAX_DISCOUNT)

    def command(self) -> CreateDiscountCommand:
        return CreateDiscountCommand(**self.model_dump())


class CodeBatchBody(Body):
    """Many codes of the same terms: a `number` of random ones, or `codes` of one's own."""

    model_config = with_example(
        {"number": 500, "prefix": "PRESS-", "kind": "percent", "value": "100", "event_id": 1}
    )

    not_here: ClassVar[Sentences] = {
        **all_of(DiscountAnswer, BY_SERVICE),
        "code": "Give a `number`, or `codes`.",
    }

    number: Annotated[int, Field(ge=1, le=MAX_CODES, strict=True)] | None = Field(
        None, description="How many to make up."
    )
    prefix: Prefix = Field("", description="What each of them begins with.")
    length: Annotated[int, Field(ge=8, le=24, strict=True)] = Field(
        10, description="How many random characters follow the prefix."
    )
    codes: list[Code] = Field([], max_length=MAX_CODES, description="A list of one's own.")
    kind: DiscountKind
    value: Value = Field(
        description="Per cent, or an amount of money; `0` only opens the ticket type that it names."
    )
    currency: Currency | None = None
    event_id: Id | None = None
    ticket_type_id: Id | None = None
    valid_from: When | None = None
    valid_until: When | None = None
    max_uses: Uses | None = Field(1, description="Of each code; null for any number of orders.")
    max_uses_per_user: Uses | None = None
    max_tickets: Uses | None = Field(None, description="Of each code, over all orders.")
    min_spend: PositiveSum | None = Field(None, description=MIN_SPEND)
    max_discount: PositiveSum | None = Field(None, description=MAX_DISCOUNT)

    @model_validator(mode="after")
    def _numbered_or_listed(self) -> "CodeBatchBody":
        if bool(self.number) is bool(self.codes):
            raise ValueError("give a number, or codes")
        return self

    def command(self, idempotency: IdempotentRequest | None) -> CreateCodesCommand:
        made = {"number", "prefix", "length", "codes"}
        terms = CreateDiscountCommand(code="", **self.model_dump(exclude=made))
        return CreateCodesCommand(
            terms=terms,
            codes=self.codes,
            number=self.number or 0,
            prefix=self.prefix,
            length=self.length,
            idempotency=idempotency,
        )


class UpdateDiscountBody(Body):
    """The fields to change."""

    model_config = with_example({"max_uses": 200})

    not_here: ClassVar[Sentences] = {
        **all_of(DiscountAnswer, BY_SERVICE),
        **all_of(CreateDiscountBody, ONCE_MADE),
    }

    code: Code = omittable()
    value: Value = omittable()
    valid_from: When | None = None
    valid_until: When | None = None
    max_uses: Uses | None = None
    max_uses_per_user: Uses | None = None
    max_tickets: Uses | None = None
    min_spend: PositiveSum | None = Field(None, description=MIN_SPEND)
    max_discount: PositiveSum | None = Field(None, description=MAX_DISCOUNT)
    currency: Currency = omittable()

    def changes(self) -> Any:
        """The `DiscountChanges` that the body has."""
        return self.model_dump(exclude_unset=True)
