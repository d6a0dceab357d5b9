"""What is wrong with a field is said so that a person can mend it: no regular expression."""

import ast
import importlib
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import AfterValidator, BaseModel, Field, ValidationError

from src.presentation.schemas.discount import TypedCode
from src.presentation.schemas.fields import LongText
from src.presentation.utils.field_messages import PATTERNS, message_of
from src.presentation.web.field_problems import field_problem
from tests.support.paths import ROOT

EDGES = ("controllers", "dependencies", "schemas")


def patterns() -> Iterator[str]:
    """Every pattern that a field of the API has to match."""
    for edge in EDGES:
        for path in (ROOT / "src" / "presentation" / edge).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                match node:
                    case ast.keyword(arg="pattern", value=ast.Constant(str(pattern))):
                        yield pattern


@pytest.mark.parametrize("pattern", sorted(set(patterns())))
def test_a_pattern_has_a_sentence(pattern: str) -> None:
    assert PATTERNS[pattern].startswith("must be ")


PYTHON = re.compile(r"\b[A-Za-z_.]+\(|<[A-Za-z]|\b(Decimal|datetime\.|Enum|frozenset|None|True)\b")
BAD: tuple[object, ...] = (
    *("", " ", "x", "x" * 5_000, "\x00", "-1", "1e-9", "9" * 40, "nan", "1/2"),
    *("0001-01-01", "9999-12-31", "0001-01-01T00:00:00Z", "9999-12-31T00:00:00", "25:00"),
    *(-1, 0, 10**30, 1.5, True, None, [], ["", "", None], [{}] * 2_000, {}, {"x": "y"}),
)
"""What some field does not take: of each kind, too little, and too much."""


def models() -> Iterator[type[BaseModel]]:
    """What callers and forms send."""
    for edge in ("schemas", "web/pages"):
        for path in sorted((ROOT / "src" / "presentation" / edge).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            for value in vars(importlib.import_module(name)).values():
                is_model = isinstance(value, type) and issubclass(value, BaseModel)
                if is_model and value.__module__ == name:
                    yield value


def test_no_problem_of_a_field_is_written_as_python_writes_values() -> None:
    said = set()
    for model in models():
        for name, field in model.model_fields.items():
            for bad in BAD:
                try:
                    model.model_validate({field.alias or name: bad})
                except ValidationError as refused:
                    for item in refused.errors():
                        context = item.get("ctx", {})
                        said.add(message_of(item))
                        said.add(field_problem(item["type"], item["msg"], context, str))
    assert "Input should be greater than 0" in said
    assert {"At least 2000-01-01.", "More than 0."} <= said
    assert [sentence for sentence in sorted(said) if PYTHON.search(sentence)] == []


class Sent(BaseModel):
    price: float = Field(0, ge=0)
    tax: Decimal = Field(Decimal(1), gt=Decimal("0.00"), le=Decimal("1E+2"))
    amount: Annotated[Decimal, AfterValidator(abs), Field(gt=Decimal(0))] = Decimal(1)
    number: int = Field(1, le=9_999_999)
    share: float = Field(0.5, lt=2_500_000.5)
    day: date = Field(date(2026, 1, 1), lt=date(2030, 1, 1))
    is_open: bool = False
    currency: str = Field("EUR", pattern=r"^[A-Za-z]{3}$")
    items: list[int] = Field([1], min_length=1)
    code: TypedCode = "CODE"
    note: Annotated[LongText, Field(min_length=1)] = "Cash"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"is_open": "perhaps"}, "must be true or false"),
        ({"currency": "Euro"}, "must be the three letters of a currency, such as EUR"),
        ({"items": 1}, "must be a list"),
        ({"items": []}, "List should have at least 1 item"),
        ({"items": ["x"]}, "must be a whole number"),
        ({"code": " "}, "String should have at least 1 character"),
        ({"code": "X" * 41}, "String should have at most 40 characters"),
        ({"note": " "}, "String should have at least 1 character"),
        ({"price": -1}, "Input should be greater than or equal to 0"),
        ({"amount": "0"}, "Input should be greater than 0"),
        ({"tax": "0"}, "Input should be greater than 0.00"),
        ({"tax": "101"}, "Input should be less than or equal to 100"),
        ({"number": 10_000_000}, "Input should be less than or equal to 9999999"),
        ({"share": 3_000_000}, "Input should be less than 2500000.5"),
        ({"day": "2030-01-01"}, "Input should be less than 2030-01-01"),
    ],
)
def test_problem_of_a_field_says_what_to_send(sent: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Sent.model_validate(sent)
    (item,) = refused.value.errors()
    assert message_of(item) == sentence
