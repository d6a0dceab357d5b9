"""Times of a request: dates are written as such; numbers are refused, though they could be read."""

from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from src.presentation.schemas.fields import When

TIMES = TypeAdapter[datetime](When)


@pytest.mark.parametrize(
    "value",
    [0, 1_796_000_000, 1_796_000_000.5, "1796000000", "-1", "1796000000.5", True, "20261225"],
)
def test_numbers_and_digits_are_no_times(value: object) -> None:
    with pytest.raises(ValidationError, match="must be a time such as"):
        TIMES.validate_python(value)


@pytest.mark.parametrize(
    "value", ["2026-12-25T19:00:00Z", "2026-12-25 19:00", "2026-12-25T20:00:00+01:00"]
)
def test_dates_with_dashes_and_times_with_colons_are_read(value: str) -> None:
    moment = TIMES.validate_python(value)
    assert moment.replace(tzinfo=UTC).date() == datetime(2026, 12, 25, tzinfo=UTC).date()


def test_a_date_alone_is_its_midnight() -> None:
    assert TIMES.validate_python("2026-12-25") == datetime(2026, 12, 25)
