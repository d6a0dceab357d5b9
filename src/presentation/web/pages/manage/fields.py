"""What people type into the forms of organizers: amounts, numbers, times, rows of ticket types."""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, StringConstraints

from src.application.catalogue.new_ticket_type import NewTicketType
from src.domain.services.payment_terms import MOST_DAYS
from src.domain.shared.currency import DECIMALS
from src.domain.shared.language import Language
from src.presentation.schemas.fields import (
    CENT,
    MAX_CAPACITY,
    MAX_PRICE,
    TIMEZONES,
    LongText,
    Name,
    When,
)
from src.presentation.schemas.venue import SeatText
from src.presentation.web.amounts import check_amount
from src.presentation.web.field_problems import Gettext
from src.presentation.web.forms import Form

MAX_TYPES = 50
COMMON = (
    *("EUR", "USD", "GBP", "CHF", "THB", "AED", "AUD", "BRL", "CAD", "CZK", "DKK", "HKD", "INR"),
    *("MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "RON", "SEK", "SGD", "TRY", "ZAR"),
)
UNITS_OF_ACCOUNT = frozenset(("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XAD"))
"""Funds of ISO 4217: contracts are counted in them, and nobody can pay with them."""
CURRENCIES = (*COMMON, *sorted(DECIMALS.keys() - UNITS_OF_ACCOUNT - set(COMMON)))
"""Those that are offered, the most usual ones first."""

AMOUNT = re.compile(
    r"\d{1,12}(\.\d{1,4}|,(\d{1,2}|\d{4}))?"
    r"|\d{1,3}(,\d{3})+\.\d{1,4}|\d{1,3}(\.\d{3})+,\d{1,4}",
    re.ASCII,
)
"""Marks between thousands only together with decimals: `1,250` alone could be either.

So could `1.250`, but dinars are written so: the form knows the currency (see `check_amount`).
"""
NUMBER = re.compile(r"\d{1,9}([.,]\d{1,2})?", re.ASCII)
LOCAL_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?")
BLANK = re.compile(r"[\s']")


def N_(sentence: str) -> str:  # noqa: N802 - the name that marks sentences to translate
    """The sentence, which is translated where it is shown."""
    return sentence


def _amount(value: Any) -> Decimal:
    """Read `12.50`, `12,50`, `1,250.00` and `1.250,00`: the last mark is the decimal one."""
    text = BLANK.sub("", str(value))
    if not AMOUNT.fullmatch(text):
        raise ValueError(N_("Write an amount such as 12.50."))
    mark = max(text.rfind("."), text.rfind(","))
    if mark >= 0:
        text = f"{re.sub('[.,]', '', text[:mark])}.{text[mark + 1 :]}"
    return Decimal(text)


def _hundredths(value: Any) -> Decimal:
    text = BLANK.sub("", str(value))
    if not NUMBER.fullmatch(text):
        raise ValueError(N_("Write a number with at most two decimals, such as 12.50."))
    return Decimal(text.replace(",", ".")).quantize(CENT)


def _price(amount: Decimal) -> Decimal:
    if amount > MAX_PRICE:
        raise ValueError(N_("That is more than a ticket can cost."))
    return amount


def _percent(amount: Decimal) -> Decimal:
    if amount > 100:
        raise ValueError(N_("A percentage is at most 100."))
    return amount


def _some(amount: Decimal) -> Decimal:
    if not amount:
        raise ValueError(N_("Write a number above 0."))
    return amount


def _whole(value: Any) -> int:
    text = BLANK.sub("", str(value))
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise ValueError(N_("Write a whole number, without marks between the digits."))
    number = int(text)
    if not 1 <= number <= MAX_CAPACITY:
        raise ValueError(N_("Write a number between 1 and 10,000,000."))
    return number


def _limit(number: int) -> int:
    if number > 1000:
        raise ValueError(N_("Write a number between 1 and 1,000."))
    return number


def _days(number: int) -> int:
    if number > MOST_DAYS:
        raise ValueError(N_("Write a number between 1 and 30."))
    return number


def _local_time(value: Any) -> str:
    text = str(value).strip().replace(" ", "T")
    if not LOCAL_TIME.fullmatch(text):
        raise ValueError(N_("Choose a date and a time."))
    return text


def _timezone(value: str) -> str:
    if value not in TIMEZONES:
        raise ValueError(N_("Choose a time zone from the list, such as Europe/Berlin."))
    return value


Amount = Annotated[Decimal, BeforeValidator(_amount), AfterValidator(_price)]
SomeAmount = Annotated[Amount, AfterValidator(_some)]
Percent = Annotated[Decimal, BeforeValidator(_hundredths), AfterValidator(_percent)]
Whole = Annotated[int, BeforeValidator(_whole)]
Limit = Annotated[Whole, AfterValidator(_limit)]
Days = Annotated[Whole, AfterValidator(_days)]
LocalTime = Annotated[When, BeforeValidator(_local_time)]
Zone = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_timezone)]
Currency = Annotated[
    str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z]{3}$")
]
Version = int
Text = LongText


class TypeFields(BaseModel):
    """A ticket type as it is typed; without a capacity the event's, without a section all seats."""

    name: Name
    price: Amount
    capacity: Whole | None = None
    section: SeatText | None = None

    def new(self) -> NewTicketType:
        return NewTicketType(
            name=self.name, price=self.price, capacity=self.capacity, section=self.section
        )


def row_names(number: int) -> dict[str, str]:
    """The names of the fields of a row, by field: the rows of one form are numbered from 0."""
    return {field: f"type_{number}_{field}" for field in TypeFields.model_fields}


def count_rows(form: Form[Any]) -> int:
    """How many rows of ticket types the form had."""
    typed = form.value("rows")
    return min(int(typed), MAX_TYPES) if typed.isascii() and typed.isdigit() else 0


def read_types(
    form: Form[Any], gettext: Gettext, *, currency: str, language: Language
) -> list[NewTicketType]:
    """The ticket types of the rows that are not empty; what is wrong with one goes to the form.

    Their prices are in `currency`.
    """
    found = []
    for number in range(count_rows(form)):
        names = row_names(number)
        typed = {field: form.values(name) for field, name in names.items()}
        if not any(value.strip() for values in typed.values() for value in values):
            continue
        row: Form[TypeFields] = Form(typed)
        row.read(TypeFields, gettext)
        for field, sentence in row.problems.items():
            form.problems[names[field]] = sentence
        if row.data is not None:
            price = row.data.price
            check_amount(form, names["price"], price, currency=currency, language=language)
            found.append(row.data.new())
    return found


def type_values(types: list[dict[str, object]]) -> dict[str, object]:
    """The values of rows for a form that is shown for the first time."""
    values: dict[str, object] = {"rows": len(types)}
    for number, row in enumerate(types):
        for field, name in row_names(number).items():
            values[name] = row.get(field)
    return values
