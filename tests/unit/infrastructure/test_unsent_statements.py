"""A statement that never left is sent again; any other failure of the connection is one."""

import asyncpg
import pytest

from src.infrastructure.database.pool import send

UNSENT = "cannot switch to state 11; another operation (2) is in progress"


class Statement:
    """Fails with these first, and counts how often it was run."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.runs = 0

    async def __call__(self) -> str:
        self.runs += 1
        if self.failures:
            raise self.failures.pop(0)
        return "answered"


async def test_statement_that_was_not_sent_is_sent_once_more() -> None:
    statement = Statement(asyncpg.InternalClientError(UNSENT))
    assert await send(statement) == "answered"
    assert statement.runs == 2


@pytest.mark.parametrize(
    "failures",
    [
        [asyncpg.InternalClientError("got result for unknown protocol state 3")],
        [asyncpg.InterfaceError("connection is closed")],
        [ConnectionResetError()],
        [asyncpg.InternalClientError(UNSENT)] * 2,
    ],
    ids=["answer not understood", "closed", "reset", "not sent twice"],
)
async def test_what_may_have_been_sent_is_not_sent_again(failures: list[Exception]) -> None:
    statement = Statement(*failures)
    with pytest.raises(type(failures[0])):
        await send(statement)
    assert statement.runs == len(failures)
