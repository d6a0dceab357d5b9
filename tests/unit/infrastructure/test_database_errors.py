"""The last net: what PostgreSQL cannot hold is the request's fault, other faults are ours."""

import asyncpg
import pytest
from tortoise.exceptions import OperationalError

from src.domain.errors import Unavailable, ValidationFailed
from src.infrastructure.database.errors import as_refusal


def wrapped(cause: Exception) -> OperationalError:
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    "error",
    [
        asyncpg.CharacterNotInRepertoireError("invalid byte sequence"),
        asyncpg.NumericValueOutOfRangeError("out of range"),
        asyncpg.DatetimeFieldOverflowError("out of range"),
        asyncpg.DataError("invalid input for query argument $1"),
    ],
)
def test_value_that_cannot_be_stored_is_a_validation_error(error: Exception) -> None:
    assert isinstance(as_refusal(error), ValidationFailed)
    assert isinstance(as_refusal(wrapped(error)), ValidationFailed)


@pytest.mark.parametrize(
    "error", [asyncpg.DivisionByZeroError("division by zero"), ValueError("odd"), KeyError("x")]
)
def test_fault_of_ours_stays_a_fault(error: Exception) -> None:
    assert as_refusal(error) is None


def test_database_that_is_away_is_unavailable() -> None:
    assert isinstance(as_refusal(ConnectionError()), Unavailable)
