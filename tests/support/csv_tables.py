"""Tables as CSV: whole files, as a spreadsheet reads them."""

import codecs
import csv
import io

import httpx


def csv_rows(response: httpx.Response) -> list[dict[str, str]]:
    """The rows by column. The file begins with a byte order mark, and has only one."""
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(codecs.BOM_UTF8)
    text = response.content.decode("utf-8-sig")
    assert not text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))
