"""Times of a request: dates are written as such; what could be read in two ways is refused."""

from datetime import UTC, date, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from src.presentation.schemas.fields import Day, When
from src.presentation.web.pages.manage.fields import LocalTime

TIMES = TypeAdapter[datetime](When)
TYPED_TIMES = TypeAdapter[datetime](LocalTime)
DAYS = TypeAdapter[date](Day)

NO_DATES = [
    *(0, 1_796_000_000, 1_796_000_000.5, True, [], b"2026-12-25"),
    *("1796000000", "-1", "1796000000.5", "1e10", "2037", "20261225", "20270101", "20360801"),
    *("2026-12", "2026-W49-1", "2026-340", "-2026-12-25", "+2026-12-25", "٢٠٢٦-١٢-٢٥"),
    *("", "19:00", "T19:00", "tomorrow", "2026-12-25x", "2026-12-25Z"),
]
NO_TIMES = [
    *(" 2026-12-25T19:00:00Z", "2026-12-25T19:00:00Z ", "2026-12-25\n", "2026-12-25T"),
    *("2026-12-25T24:00", "2026-12-25T19:60", "2026-12-25T19:00:60Z", "2016-12-31T23:59:60Z"),
    *("2026-12-25T19", "2026-12-25T1900", "20261225T190000Z", "2026-12-25_19:00"),
    *("2026-12-25T19:00+25:00", "2026-12-25T19:00+24:00", "2026-12-25T19:00+05:60"),
    *("2026-12-25T19:00+05", "2026-12-25T19:00 Z", "2026-12-25T19:00Z[Europe/Berlin]"),
    "2026-12-25T19:00\N{MINUS SIGN}07:00",
]
READ = [
    ("2026-12-25T19:00:00Z", "2026-12-25T19:00:00+00:00"),
    ("2026-12-25t19:00:00z", "2026-12-25T19:00:00+00:00"),
    ("2026-12-25 19:00", "2026-12-25T19:00:00"),
    ("2026-12-25T20:00:00+01:00", "2026-12-25T20:00:00+01:00"),
    ("2026-12-25T20:00:00-07:00", "2026-12-25T20:00:00-07:00"),
    ("2026-12-25T20:00:00+0530", "2026-12-25T20:00:00+05:30"),
    ("2026-12-25T20:00:00.123456789Z", "2026-12-25T20:00:00.123456+00:00"),
    ("2026-12-25", "2026-12-25T00:00:00"),
]


@pytest.mark.parametrize("value", [*NO_DATES, *NO_TIMES])
def test_what_is_no_time_is_refused(value: object) -> None:
    with pytest.raises(ValidationError, match="must be a time such as"):
        TIMES.validate_python(value)


@pytest.mark.parametrize(("value", "moment"), READ)
def test_dates_with_dashes_and_times_with_colons_are_read(value: str, moment: str) -> None:
    assert TIMES.validate_python(value).isoformat() == moment


@pytest.mark.parametrize("value", ["2026-02-30", "2026-13-01", "2026-00-01T10:00"])
def test_days_that_no_calendar_has_are_refused(value: str) -> None:
    with pytest.raises(ValidationError, match="outside expected range"):
        TIMES.validate_python(value)


@pytest.mark.parametrize("value", ["1899-12-31", "9001-01-01", "0001-01-01T00:00:00Z"])
def test_years_that_cannot_be_meant_are_refused(value: str) -> None:
    with pytest.raises(ValidationError, match="must lie between the years"):
        TIMES.validate_python(value)
    with pytest.raises(ValidationError, match="must lie between the years"):
        DAYS.validate_python(value[:10])


def test_plus_that_an_address_made_a_blank_is_explained() -> None:
    with pytest.raises(ValidationError, match="written as %2B in an address"):
        TIMES.validate_python("2026-12-25T19:00:00 01:00")


def test_time_of_a_program_is_itself() -> None:
    now = datetime(2026, 12, 25, tzinfo=UTC)
    assert TIMES.validate_python(now) is now


@pytest.mark.parametrize("value", [*NO_DATES, *NO_TIMES, "86400", "2026-12-25T00:00"])
def test_what_is_no_day_is_refused(value: object) -> None:
    with pytest.raises(ValidationError, match="must be a date such as"):
        DAYS.validate_python(value)


def test_day_is_read() -> None:
    assert DAYS.validate_python("2026-12-25") == date(2026, 12, 25)
    assert DAYS.validate_python(date(2026, 12, 25)) == date(2026, 12, 25)


@pytest.mark.parametrize("value", [*NO_DATES, "2026-12-25T24:00", "2026-12-25T19:00:60"])
def test_what_is_no_time_on_a_page_is_refused(value: object) -> None:
    with pytest.raises(ValidationError, match=r"Choose a date and a time|must be a time such as"):
        TYPED_TIMES.validate_python(value)


def test_time_of_a_page_has_no_offset() -> None:
    assert TYPED_TIMES.validate_python("2026-12-25T19:00") == datetime(2026, 12, 25, 19)
    with pytest.raises(ValidationError):
        TYPED_TIMES.validate_python("2026-12-25T19:00+01:00")
