"""Tables as CSV for spreadsheets, protected against formula injection."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from fastapi import Response

from src.domain.shared.money import written
from src.presentation.utils.files import private

MEDIA_TYPE = "text/csv"
BYTE_ORDER_MARK = "\ufeff".encode()

Cell = str | int | float | Decimal | datetime | None

# A spreadsheet reads a cell that begins so as a formula, also after a tab or a line break. Some
# read the full-width signs as the narrow ones.
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")


def csv_response(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> Response:
    """The rows under a header, as a download; a column that a row lacks is empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        currency = row.get("currency")
        writer.writerow([cell(row.get(column), currency) for column in columns])
    return csv_file(name, text.getvalue())


def csv_file(name: str, text: str) -> Response:
    """A table as a download, in UTF-8 with a byte order mark.

    A saved file has no header of HTTP that names its encoding: without the mark, spreadsheets on
    Windows read it in the code page of the system.
    """
    return CsvResponse(text.encode("utf-8-sig"), headers=private(f"{name}.csv"))


def cell(value: Cell, currency: Cell = None) -> str:
    """A cell's text: money of `currency`, times in UTC, an apostrophe before a formula."""
    match value:
        case None:
            return ""
        case Decimal():
            return written(value, str(currency or ""))
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case str() if _visible(value).startswith(FORMULA):
            return f"'{value}"
        case _:
            return str(value)


def _visible(value: str) -> str:
    """The text from its first visible character, or the first that changes the text direction."""
    shown = (place for place, sign in enumerate(value) if unicodedata.category(sign) != "Cf")
    return value[next(shown, 0) :]


def csv_responses(example: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that returns CSV."""
    content = {"schema": {"type": "string"}, "example": example}
    return {200: {"content": {MEDIA_TYPE: content}}}


class CsvResponse(Response):
    """A table as a download."""

    media_type = MEDIA_TYPE
