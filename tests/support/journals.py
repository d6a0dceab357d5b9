"""What the tests of journals share: getting a file, reading it, and what its accounts come to."""

import csv
import io
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import httpx

from tests.support.api import Api, Person

Lines = list[dict[str, str]]

ADVISER = {"consultant": 29098, "client": 55003}


def year_around(day: date) -> dict[str, str]:
    """The days of a fiscal year in the middle of which the day is."""
    start = (day.replace(day=1) - timedelta(days=160)).replace(day=1)
    end = start.replace(year=start.year + 1) - timedelta(days=1)
    days = {"date_from": start, "date_to": end, "fiscal_year_start": start}
    return {name: str(value) for name, value in days.items()}


async def journal(api: Api, who: Person, path: str | None = None, **query: Any) -> httpx.Response:
    """A journal of this year: the organizer's own, unless the path says otherwise."""
    params = {**year_around(api.clock().date()), **ADVISER, **query}
    return await api.get(path or f"/sellers/{who.id}/journal.csv", who, params=params)


async def lines_of(api: Api, who: Person, path: str | None = None, **query: Any) -> Lines:
    """The lines of a journal."""
    return read(await journal(api, who, path, **query))[1]


def read(response: httpx.Response) -> tuple[list[str], Lines]:
    """The header, and the lines by heading."""
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/csv; charset=windows-1252"
    text = response.content.decode("cp1252")
    assert text.endswith("\r\n") and text.count("\n") == text.count("\r\n")
    header, headings, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert (len(header), len(headings)) == (31, 125)
    assert {len(row) for row in rows} <= {125}
    assert response.headers["x-total-count"] == str(len(rows))
    return header, [dict(zip(headings, row, strict=True)) for row in rows]


def sums(lines: Lines) -> dict[str, Decimal]:
    """The balance of each account: what is on its debit side less what is on the other."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        amount = Decimal(line["Umsatz (ohne Soll/Haben-Kz)"].replace(",", "."))
        assert amount > 0
        debit = amount if line["Soll/Haben-Kennzeichen"] == "S" else -amount
        found[line["Konto"]] += debit
        found[line["Gegenkonto (ohne BU-Schlüssel)"]] -= debit
    assert sum(found.values()) == 0
    return dict(found)
