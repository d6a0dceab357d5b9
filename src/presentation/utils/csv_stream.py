"""Tables of any length as CSV, sent while they are read."""

import csv
import io
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import aclosing
from typing import Any, Generic, TypeVar

import anyio
import structlog
from fastapi import Response
from fastapi.responses import StreamingResponse
from starlette.requests import ClientDisconnect
from starlette.types import Message, Receive, Scope, Send

from src.application.reports.exports import Export
from src.domain.errors import TicketingError
from src.presentation.middleware.head import sent_method
from src.presentation.openapi_headers import header_reference
from src.presentation.utils.csv_table import BYTE_ORDER_MARK, MEDIA_TYPE, Cell, cell, csv_responses
from src.presentation.utils.files import private

Row = TypeVar("Row")

NUMBER_OF_ROWS = "X-Total-Count"
SECONDS_TO_TAKE_A_PART = 30.0
SECONDS_IN_ALL = 900.0

log = structlog.get_logger()


class CsvStream(Response, Generic[Row]):
    """Sends a table page by page until the client has it, goes, or stops reading.

    A client that leaves ends the reading. A table that cannot be finished breaks off with its
    connection, so that nobody takes it for the whole.
    """

    media_type = MEDIA_TYPE

    def __init__(
        self,
        name: str,
        columns: Sequence[str],
        export: Export[Row],
        as_cells: Callable[[Row], Mapping[str, Cell] | Iterable[Mapping[str, Cell]]],
    ) -> None:
        """`as_cells` gives a row of the table for each item, or several."""
        headers = private(f"{name}.csv") | {NUMBER_OF_ROWS: str(export.number)}
        super().__init__(headers=headers)
        del self.headers["content-length"]
        self._columns = columns
        self._export = export
        self._as_cells = as_cells

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if sent_method(scope) == "HEAD":
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            await send({"type": "http.response.body"})
            return
        # It is refused before the response begins.
        with self._export.open():
            async with aclosing(self._parts()) as parts:
                response = StreamingResponse(parts)
                response.raw_headers = self.raw_headers
                try:
                    with anyio.fail_after(SECONDS_IN_ALL):
                        await response(scope, receive, _timely(send))
                except (TimeoutError, TicketingError) as error:
                    # The server closes the connection of a response that is not whole.
                    log.warning("table_broken_off", rows=self._export.number, reason=repr(error))
                except ClientDisconnect:
                    pass

    async def _parts(self) -> AsyncGenerator[bytes]:
        yield BYTE_ORDER_MARK + self._text([self._columns])
        async with aclosing(self._export.pages()) as pages:
            async for rows in pages:
                yield self._text(cells for row in rows for cells in self._lines(row))

    def _lines(self, row: Row) -> Iterator[list[str]]:
        found = self._as_cells(row)
        for cells in [found] if isinstance(found, Mapping) else found:
            currency = cells.get("currency")
            yield [cell(cells.get(column), currency) for column in self._columns]

    def _text(self, rows: Any) -> bytes:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        return text.getvalue().encode()


def _timely(send: Send) -> Send:
    """`send`, which raises TimeoutError for a client that takes nothing for half a minute."""

    async def send_in_time(message: Message) -> None:
        with anyio.fail_after(SECONDS_TO_TAKE_A_PART):
            await send(message)

    return send_in_time


def stream_responses(example: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that streams CSV."""
    responses = csv_responses(example)
    responses[200]["headers"] = header_reference(NUMBER_OF_ROWS)
    return responses
