"""CSV: whole, quoted where needed, and without a formula in it."""

import csv
import io
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from src.presentation.utils.csv_table import Cell, cell, csv_response


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@sum",
        "\t=1",
        "\r=1",
        "\n=1",
        "\N{FULLWIDTH EQUALS SIGN}1",
        "\N{FULLWIDTH PLUS SIGN}1",
        "\N{FULLWIDTH HYPHEN-MINUS}1",
        "\N{FULLWIDTH COMMERCIAL AT}sum",
        "\N{ZERO WIDTH SPACE}=1",
        "\N{ZERO WIDTH NO-BREAK SPACE}\N{ZERO WIDTH SPACE}@sum",
    ],
)
def test_text_gets_an_apostrophe_when_it_could_be_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Rock = pop", "Rock = pop"),
        ("", ""),
        ("\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH SPACE}"),
        (None, ""),
        (-3, "-3"),
        (0.25, "0.25"),
        (Decimal("-3.5"), "-3.50"),
        (Decimal(0), "0.00"),
        (datetime(2026, 11, 20, 1, tzinfo=timezone(timedelta(hours=1))), "2026-11-20T00:00:00Z"),
    ],
)
def test_value_that_is_no_formula_is_written_as_it_is(value: Cell, written: str) -> None:
    assert cell(value) == written


def test_table_is_read_back_as_it_was_written() -> None:
    rows: list[dict[str, Cell]] = [
        {"name": 'Ünal, "DJ"\nlive', "other": 1},
        {"price": Decimal(2), "name": "Ada"},
    ]
    response = csv_response("sales", ["name", "price"], rows)
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"] == 'attachment; filename="sales.csv"'
    text = bytes(response.body).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read == [["name", "price"], ['Ünal, "DJ"\nlive', ""], ["Ada", "2.00"]]


def test_table_without_rows_has_its_header() -> None:
    assert bytes(csv_response("sales", ["name", "price"], []).body) == b"\xef\xbb\xbfname,price\r\n"
