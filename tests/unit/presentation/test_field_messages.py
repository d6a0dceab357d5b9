"""What is wrong with a field is said so that a person can mend it: no regular expression."""

import ast
from collections.abc import Iterator
from typing import Annotated

import pytest
from pydantic import BaseModel, Field, ValidationError

from src.presentation.schemas.discount import TypedCode
from src.presentation.schemas.fields import LongText
from src.presentation.utils.field_messages import PATTERNS, message_of
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


class Sent(BaseModel):
    price: float = Field(0, ge=0)
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
    ],
)
def test_problem_of_a_field_says_what_to_send(sent: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Sent.model_validate(sent)
    (item,) = refused.value.errors()
    assert message_of(item) == sentence
