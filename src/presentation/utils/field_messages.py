"""What is wrong with a field of the API, as a sentence that says what to send instead.

Pydantic's own sentences are kept where they say so; a regular expression, or what its checks are
called inside, does not.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from src.presentation.schemas.body import TWICE

WORDED = {
    # Bodies refuse names that are no field's themselves.
    "extra_forbidden": TWICE,
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "decimal_parsing": "must be a number such as 12.50, with a point",
    "decimal_type": "must be a number such as 12.50, with a point",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "list_type": "must be a list",
    "dict_type": "must be an object with fields",
    "model_attributes_type": "must be an object with fields",
}
"""The sentence for each kind of problem that is not Pydantic's."""

PATTERNS = {
    r"^[A-Za-z]{3}$": "must be the three letters of a currency, such as EUR",
    r"^[A-Za-z]{2}$": "must be the two letters of a country, such as DE",
    r"^[A-Z]{2}[A-Z0-9+*]{2,13}$": "must be a VAT id such as DE123456789",
    r"^[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]{8,40}$": "must be an IBAN such as DE89370400440532013000",
    r"^[A-Za-z0-9-]{0,12}$": "must be at most 12 of the characters A-Z, a-z, 0-9 and -",
    r"^\+?[0-9]{5,20}$": "must be a phone number such as +49 30 123456",
    r"^[A-Za-z0-9_.-]{3,64}$": "must be 3 to 64 of the characters A-Z, a-z, 0-9, _, . and -",
    r"^[A-Za-z0-9_-]{3,40}$": "must be 3 to 40 of the characters A-Z, 0-9, _ and -",
    r"^[A-Za-z0-9_-]{0,16}$": "must be at most 16 of the characters A-Z, 0-9, _ and -",
    r"^[A-Za-z0-9-]{1,40}$": "must be a code such as TKT-20261120-8F3KQ2ZN",
    r"^[A-Za-z0-9_-]{1,100}$": "must be the token of an offer, as its link has it",
    r"^[A-Za-z0-9_=-]*$": "must be the cursor of a page, as its link has it",
    r"^[0-9]{1,18}(,[0-9]{1,18}){0,999}$": "must be ids with commas, such as 12,13",
    r"^[a-z]{1,40}$": "must be the name of a provider, such as stripe",
    r"^[a-z_.]{1,60}$": "must be a word of the log, such as order or order.confirmed",
    r"^(/[^/\\]|/$|https?://)": "must be an address such as https://example.com, or a path",
    r"^[\x21-\x7e]+$": "must be printable ASCII without spaces",
    r"^[\x21-\x7e]{1,200}$": "must be 1 to 200 printable ASCII characters without spaces",
    r"^[!-~]{1,64}$": "must be 1 to 64 printable ASCII characters without spaces",
}
"""What is written where a pattern stands."""

AS_IN_PYTHON = re.compile(r"^Decimal\('(.+)'\)$")

BOUNDS = {
    "greater_than": ("gt", "greater than"),
    "greater_than_equal": ("ge", "greater than or equal to"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "less than or equal to"),
}
"""Pydantic writes limits as Python does; a decimal or a day has another form in JSON."""

OTHERWISE = "must be text on one line that can be seen"
"""Of the pattern of labels, which is longer than a sentence."""


def message_of(item: Mapping[str, Any]) -> str:
    """The sentence for one of Pydantic's errors."""
    kind = item["type"]
    if kind == "string_pattern_mismatch":
        return PATTERNS.get(item["ctx"]["pattern"], OTHERWISE)
    if kind in ("too_short", "too_long"):
        message = str(item["msg"]).partition(" after validation")[0]
        # What was looked at by another check before has lost its name.
        is_text = item["ctx"]["field_type"] == "Value"
        return (
            message.replace("Value", "String").replace("item", "character") if is_text else message
        )
    if kind in BOUNDS:
        name, words = BOUNDS[kind]
        return f"Input should be {words} {limit_of(item['ctx'], name)}"
    message = WORDED.get(kind, str(item["msg"])).removeprefix("Value error, ")
    return message.replace("Decimal input", "Input")


def limit_of(context: Mapping[str, Any], name: str) -> str:
    """A limit as a caller writes it.

    Pydantic has it as Python writes it if it compares after a function of ours: `Decimal('0')`.
    """
    limit = context[name]
    if isinstance(limit, date):
        return limit.isoformat()
    if isinstance(limit, str):
        return AS_IN_PYTHON.sub(r"\1", limit)
    if isinstance(limit, Decimal):
        return f"{limit:f}"
    return str(int(limit) if limit == int(limit) else limit)
