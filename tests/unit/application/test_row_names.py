"""Rows as people write them."""

import pytest

from src.application.catalogue.row_names import MAX_ROWS, row_names
from src.domain.errors import ValidationFailed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A-D", ["A", "B", "C", "D"]),
        ("Y \u2013 AB", ["Y", "Z", "AA", "AB"]),
        ("a-c", ["a", "b", "c"]),
        ("9-11, 13", ["9", "10", "11", "13"]),
        ("A, B ,A,", ["A", "B"]),
        ("Box 1-left", ["Box 1-left"]),
    ],
)
def test_rows_are_read(text: str, names: list[str]) -> None:
    assert row_names(text) == names


@pytest.mark.parametrize(
    "text", ["", " , ", "F-A", "A-3", "a-C", f"1-{MAX_ROWS + 1}", "x" * 51, "\u200b"]
)
def test_what_names_no_rows_is_refused(text: str) -> None:
    with pytest.raises(ValidationFailed) as refused:
        row_names(text)
    assert refused.value.field == "body.rows"
