"""What the address of a list of events asks for, as a filter."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from src.domain.entities.event import EventKind
from src.domain.repositories.event import EventFilter
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.pagination import page_request
from src.presentation.schemas.fields import MAX_PRICE, Day, Text

EVENTS_OF_A_PAGE = 24
SATURDAY = 5
FRIDAY_EVENING = time(16)

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100), Text]


class When(StrEnum):
    """Periods that people think in."""

    TODAY = "today"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"


class Sort(StrEnum):
    """Orders of the list, by the name of the field."""

    SOONEST = "date_time"
    CHEAPEST = "price"
    DEAREST = "-price"
    NEWEST = "-created_at"


class EventSearch(BaseModel):
    """The search fields and filters of a list of events."""

    q: Words | None = None
    place: Words | None = None
    kind: EventKind | None = None
    when: When | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    venue: Annotated[int, Field(ge=1, lt=2**63)] | None = None
    price: Annotated[str, Field(pattern="^free$")] | None = None
    most: Annotated[Decimal, Field(ge=0, le=MAX_PRICE, decimal_places=4)] | None = None
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = None
    available: Annotated[str, Field(pattern="^on$")] | None = None
    sort: Sort = Sort.SOONEST
    cursor: Annotated[str, Field(max_length=500, pattern="^[A-Za-z0-9_=-]*$")] | None = None

    def filter(self, now: datetime, *, kind: EventKind | None = None) -> EventFilter:
        """The events that are not over; days are those of UTC, the catalogue is all over it."""
        period = self._period(now)
        return EventFilter(
            q=self.q or None,
            place=self.place or None,
            kind=kind or self.kind,
            venue_id=self.venue,
            date_from=period.first,
            date_to=period.end,
            ends_after=now,
            price_max=Decimal(0) if self.price else self.most,
            currency=self.currency,
            is_available=True if self.available else None,
        )

    def page(self) -> PageRequest:
        """The part of the list. Raises ValidationFailed for a cursor that is none of ours."""
        return page_request(EVENTS_OF_A_PAGE, self.cursor, sort=self.sort.value)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the order is asked for."""
        return bool(self.model_dump(exclude_none=True, exclude={"sort", "cursor"}))

    def _period(self, now: datetime) -> "Period":
        if self.first_day or self.last_day:
            last = self.last_day
            return Period(
                _midnight(self.first_day) if self.first_day else None,
                _midnight(last) + timedelta(days=1) if last and last < date.max else None,
            )
        return period_of(self.when, now) if self.when else Period()


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` until just before `end`; None is open."""

    first: datetime | None = None
    end: datetime | None = None


def period_of(when: When, now: datetime) -> Period:
    """The period, from now on. A weekend begins on Friday at four."""
    today = _midnight(now.date())
    match when:
        case When.TODAY:
            return Period(None, today + timedelta(days=1))
        case When.WEEK:
            return Period(None, today + timedelta(days=8))
        case When.MONTH:
            return Period(None, today + timedelta(days=31))
        case When.WEEKEND:
            saturday = today + timedelta(days=(SATURDAY - today.weekday()) % 7)
            if today.weekday() > SATURDAY:
                saturday = today - timedelta(days=1)
            friday = datetime.combine(saturday - timedelta(days=1), FRIDAY_EVENING, UTC)
            return Period(friday, saturday + timedelta(days=2))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
