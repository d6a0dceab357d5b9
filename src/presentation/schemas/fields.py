"""Field types shared by several schemas: validation of requests, serialisation of responses."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, TypeVar, cast
from zoneinfo import available_timezones

from fastapi import Path, Query
from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    EmailStr,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic.config import JsonDict
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from pydantic_core.core_schema import plain_serializer_function_ser_schema, str_schema

from src.domain.errors import NotFound
from src.domain.shared.currency import DECIMALS, smallest_unit
from src.domain.shared.money import ZERO, with_decimals
from src.domain.shared.names import fault_of_name
from src.presentation.schemas.body import Body

MAX_ID = 2**63 - 1
MAX_CAPACITY = 10_000_000
MAX_QUANTITY = 1000
MAX_PRICE = Decimal("999999999999.9999")
"""As high as any currency needs; the sums of the largest order have room in what stores them."""

MAX_PATH_TEXT = 200
UNSTORABLE = re.compile("[\\x00\\ud800-\\udfff]")
"""Characters that Python has in texts and PostgreSQL has not: NUL, and halves of a pair."""

CENT = Decimal("0.01")
NO_CURRENCY = ""
"""Of an empty cart, and of a percentage."""

EARLIEST, LATEST = 1900, 9000
Dated = TypeVar("Dated", date, datetime)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(
    DAY.pattern + r"([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?"
    r"(Z|(?P<sign>[+ -])([01]\d|2[0-3]):?[0-5]\d)?)?",
    re.ASCII | re.IGNORECASE,
)
"""RFC 3339, or ISO 8601 with dashes and colons; with a blank where a query loses a plus."""

NO_PLACE = re.compile(r"Factory|localtime|posixrules|Etc/GMT[+-][1-9]\d?")
"""Zones of no place on earth: what a machine is set to, and offsets whose sign is turned round."""

TIMEZONES = frozenset(zone for zone in available_timezones() if not NO_PLACE.fullmatch(zone))
"""The names in IANA's data, its older ones (such as `US/Eastern`) and those of UTC among them."""

RESERVED_DOMAINS = ("arpa", "invalid", "local", "localhost", "onion", "test")
"""Those that the validator of e-mail addresses refuses."""


def _without_control_characters(value: str) -> str:
    if any(ord(character) < 32 and character not in "\n\r\t" for character in value):
        raise ValueError("must not contain control characters")
    return value


def _name(value: str) -> str:
    fault = fault_of_name(value)
    if fault is not None:
        raise ValueError(fault)
    return value


def _optional_name(value: str) -> str:
    return _name(value) if value else value


def _named_lines(value: str) -> str:
    for line in value.replace("\r\n", "\n").split("\n"):
        _optional_name(line.strip())
    return value


def _storable(value: str) -> str:
    if UNSTORABLE.search(value):
        raise ValueError("must be text, without the character NUL")
    return value


def _addressable(value: str) -> str:
    if UNSTORABLE.search(value) or len(value) > MAX_PATH_TEXT:
        raise NotFound("page at this address")
    return value


def _cents(value: Decimal) -> Decimal:
    # A zero may come with any exponent, and as minus zero.
    return abs(value).quantize(CENT)


def plain(value: Decimal) -> Decimal:
    """As written, without an exponent. Which decimals it may have, its currency says."""
    return abs(value) + ZERO if value else ZERO


def _known_currency(value: str) -> str:
    if value not in DECIMALS:
        raise ValueError(f"{value} is no currency of ISO 4217 to sell in, such as EUR or JPY")
    return value


def _as_stored(amount: Decimal) -> str:
    text = str(amount)
    return f"{amount:f}" if "E" in text else text


def _written(answer: Any, amount: Decimal) -> str:
    """The amount with the decimals of the `currency` beside it; finer parts stay as they are."""
    currency: str = answer.currency or NO_CURRENCY
    if amount.same_quantum(smallest_unit(currency)):
        return str(amount)
    return f"{with_decimals(amount, currency):f}"


class _AsMoney:
    """Writes an amount by its model's currency, which an annotated serialiser is not given."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        serialization = plain_serializer_function_ser_schema(
            _written, is_field_serializer=True, return_schema=str_schema()
        )
        return cast(CoreSchema, {**handler(source), "serialization": serialization})


def _dated(value: Any) -> Any:
    # Pydantic reads numbers, and digits, as seconds or milliseconds since 1970.
    if isinstance(value, datetime):
        return value
    found = MOMENT.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError("must be a time such as 2026-12-25T19:00:00Z")
    if found["sign"] == " ":
        raise ValueError("must have the + before its offset written as %2B in an address")
    return value


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise ValueError("must be a date such as 2026-12-25")
    return value


def _in_range(value: Dated) -> Dated:
    if not EARLIEST <= value.year <= LATEST:
        raise ValueError(f"must lie between the years {EARLIEST} and {LATEST}")
    return value


def _known_timezone(value: str) -> str:
    if value not in TIMEZONES:
        raise ValueError("must be an IANA time zone such as Europe/Berlin")
    return value


def _phone(value: str) -> str:
    return "".join(character for character in value if character not in " ()-./")


@dataclass(frozen=True)
class DocumentedPattern:
    """States in the document what a validator of ours demands."""

    pattern: str

    def __get_pydantic_json_schema__(
        self, core_schema: Any, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core_schema), "pattern": self.pattern}


Storable = AfterValidator(_storable)
"""For text of any characters that PostgreSQL can hold."""

PathText = Annotated[str, Path(), AfterValidator(_addressable)]
"""A name in an address. What cannot be the name of anything is not found."""

WITHOUT_NUL = DocumentedPattern(r"^[^\x00]*$")
Secret = Annotated[str, Field(max_length=1000), Storable, WITHOUT_NUL]
"""A password or a token as it is shown to us: right or wrong, but never a new one."""

_PLAIN = r"[^\x00-\x08\x0b\x0c\x0e-\x1f]"
_VISIBLE = r"[^\s\x00-\x08\x0b\x0c\x0e-\x1f]"
Text = AfterValidator(_without_control_characters)
MAYBE_EMPTY = DocumentedPattern(f"^{_PLAIN}*$")
NOT_EMPTY = DocumentedPattern(f"^{_PLAIN}*{_VISIBLE}{_PLAIN}*$")

# The characters of src/domain/shared/names.py, but for the marks, of which there are too many.
_NO_NAME = r"\x00-\x1f\x85\u2028-\u202e\u2066-\u2069"
_UNSEEN = r"\s\xad\u115f\u1160\u180e\u200b-\u200f\u2060-\u2065\u2800\u3164\ufeff\uffa0"
_NAMED = f"[^{_NO_NAME}]*[^{_NO_NAME}{_UNSEEN}][^{_NO_NAME}]*"

Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    Text,
    AfterValidator(_name),
    DocumentedPattern(f"^{_NAMED}$"),
]
OptionalName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=200),
    Text,
    AfterValidator(_optional_name),
    DocumentedPattern(f"^({_NAMED})?$"),
]
"""A name that may be left out, also as a space."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100),
    Text,
    AfterValidator(_name),
    DocumentedPattern(f"^{_NAMED}$"),
]
"""A line of an address: a city, a postal code."""

OptionalLine = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=50),
    Text,
    AfterValidator(_optional_name),
    DocumentedPattern(f"^({_NAMED})?$"),
]
"""A short line that may be left out, also as a space."""

Street = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    Text,
    AfterValidator(_named_lines),
    DocumentedPattern(rf"^(({_NAMED})?\r?\n)*{_NAMED}$"),
    Field(description="Street and number; further lines after a line break."),
]

LongText = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=10_000), Text, MAYBE_EMPTY
]
Instructions = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=1000), Text, MAYBE_EMPTY
]
"""Where money goes: some lines."""

SearchText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100), Text, NOT_EMPTY
]
Username = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z0-9_.-]{3,64}$")
]
Phone = Annotated[
    str,
    BeforeValidator(lambda value: _phone(value) if isinstance(value, str) else value),
    StringConstraints(pattern=r"^\+?[0-9]{5,20}$"),
    DocumentedPattern(r"^[ ()./-]*(\+[ ()./-]*)?([0-9][ ()./-]*){5,20}$"),
]
Email = Annotated[
    EmailStr,
    AfterValidator(str.lower),
    Field(
        description="An e-mail address, of no domain that is reserved for tests or local networks: "
        + ", ".join(f"`.{name}`" for name in RESERVED_DOMAINS)
        + "."
    ),
]
_email: TypeAdapter[str] = TypeAdapter(Email)
Password = Annotated[str, StringConstraints(min_length=8, max_length=128), Storable, WITHOUT_NUL]
Currency = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z]{3}$"),
    AfterValidator(_known_currency),
]
CurrencyQuery = Annotated[
    Currency | None,
    Query(description="Prices in this currency. Needed with a price where there are several."),
]
Timezone = Annotated[
    str,
    AfterValidator(_known_timezone),
    Field(description="An IANA time zone such as `Europe/Berlin`."),
    DocumentedPattern("^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}$"),
]
When = Annotated[datetime, BeforeValidator(_dated), AfterValidator(_in_range)]
Day = Annotated[date, BeforeValidator(_day), AfterValidator(_in_range)]

# Strict: JSON has numbers, and a client that sends `true` or "1.0" for one means something else.
Capacity = Annotated[int, Field(ge=0, le=MAX_CAPACITY, strict=True)]
Quantity = Annotated[int, Field(ge=1, le=MAX_QUANTITY, strict=True)]
Id = Annotated[int, Field(ge=1, le=MAX_ID, strict=True)]
QueryId = Annotated[int, Field(ge=1, le=MAX_ID)]
PathId = Annotated[int, Path(ge=1, le=MAX_ID)]
CodePath = Annotated[str, Path(pattern=r"^[A-Za-z0-9-]{1,40}$", examples=["TKT-20261120-8F3KQ2ZN"])]
Price = Annotated[
    Decimal,
    Field(ge=0, le=MAX_PRICE, decimal_places=4),
    AfterValidator(plain),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,12}(\.\d{1,4})?$"}, mode="validation"),
]
"""With the decimals of its currency, or fewer: the use case knows which that is."""

UnitPrice = Annotated[
    Price | None,
    Field(
        description="What the buyer gives for each ticket: only of a type whose `is_price_open`, "
        "and at least its price, which it is by default."
    ),
]
PriceQuery = Annotated[Price | None, Query()]
Percent = Annotated[
    Decimal,
    Field(ge=0, le=100, decimal_places=2),
    AfterValidator(_cents),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,3}(\.\d{1,2})?$"}, mode="validation"),
]
Rate = Annotated[
    Decimal,
    PlainSerializer(lambda rate: f"{rate:.2f}", return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^\d+\.\d{2}$"}, mode="serialization"),
]
"""A percentage."""

_AMOUNT = WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}, mode="serialization")
Money = Annotated[Decimal, _AsMoney(), _AMOUNT]
"""With the decimals of the `currency` beside it: "1500.00" euros, "1500" yen, "1.505" dinars."""

StoredMoney = Annotated[Decimal, PlainSerializer(_as_stored, return_type=str), _AMOUNT]
"""Without a currency beside it: with the decimals that it has, which are those of its currency."""

Moment = Annotated[
    datetime,
    PlainSerializer(
        lambda moment: moment.astimezone(UTC).isoformat().replace("+00:00", "Z"), return_type=str
    ),
    WithJsonSchema({"type": "string", "format": "date-time"}, mode="serialization"),
]

# Part of the example of every stored resource.
EXAMPLE_TIMES: JsonDict = {
    "created_at": "2026-11-20T12:00:00Z",
    "updated_at": "2026-11-20T12:00:00Z",
}

# Other names under which existing clients send the same field.
PHONE_NAMES = AliasChoices("phone", "phone_number")
QUANTITY_NAMES = AliasChoices("quantity", "ticket_count")


def as_email(text: str) -> str:
    """The address as it is stored, however it is typed; what is no address is nobody's."""
    try:
        return _email.validate_python(text.strip())
    except ValidationError:
        return text


def omittable(description: str | None = None) -> Any:
    """The default of a field that may be omitted, but not set to null."""
    if description is None:
        return Field(default_factory=lambda: None)
    return Field(default_factory=lambda: None, description=description)


def with_example(*examples: JsonDict) -> ConfigDict:
    """The `model_config` of a model with these examples in the OpenAPI document."""
    return ConfigDict(json_schema_extra={"examples": [*examples]})


class Answer(BaseModel):
    """Base of response bodies: built from an entity's attributes, with every field present."""

    model_config = ConfigDict(
        from_attributes=True, json_schema_serialization_defaults_required=True
    )


def _require_distinct(seat_ids: tuple[int, ...]) -> tuple[int, ...]:
    if len(set(seat_ids)) < len(seat_ids):
        raise ValueError("names a seat twice")
    return seat_ids


SeatIds = Annotated[
    tuple[Id, ...],
    Field(max_length=MAX_QUANTITY, fail_fast=True),
    AfterValidator(_require_distinct),
]


class SeatsOrNumber(Body):
    """Which seats, or how many tickets; `number` is the number of tickets in either case."""

    seat_ids: SeatIds = ()
    quantity: Quantity | None = Field(
        None,
        validation_alias=QUANTITY_NAMES,
        validate_default=True,
        description="Required unless `seat_ids` are given.",
    )

    @property
    def number(self) -> int:
        return self.quantity or len(self.seat_ids)

    # Declared after the seats, because it reads them.
    @field_validator("quantity")
    @classmethod
    def _matches_the_seats(cls, quantity: int | None, info: ValidationInfo) -> int | None:
        seat_ids = info.data.get("seat_ids", ())
        if quantity is None and not seat_ids:
            raise ValueError("say how many: give a quantity, or seat_ids")
        if seat_ids and quantity not in (None, len(seat_ids)):
            raise ValueError("differs from the number of seat_ids")
        return quantity
