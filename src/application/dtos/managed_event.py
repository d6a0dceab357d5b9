"""Events as their organizers see them: in a table, and before a change that affects people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.event import EventKind, EventStatus, Payment, Seating


class ManagedEventSort(StrEnum):
    """The order of the table; `-` is descending. `sold` is by the share that is sold."""

    DATE = "date"
    DATE_DESCENDING = "-date"
    TITLE = "title"
    TITLE_DESCENDING = "-title"
    SOLD = "sold"
    SOLD_DESCENDING = "-sold"


class EventPeriod(StrEnum):
    """Whether events have ended."""

    UPCOMING = "upcoming"
    PAST = "past"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagedEventSearch:
    """Which events, and which page of them. `organizer_id` None means those of everybody.

    `q` is part of the title or of the venue.
    """

    organizer_id: int | None = None
    q: str | None = None
    status: EventStatus | None = None
    period: EventPeriod = EventPeriod.ALL
    sort: ManagedEventSort = ManagedEventSort.DATE
    limit: int = 50
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagedEvent:
    """A row of the table: the event, and how much of it is sold and held."""

    id: int
    title: str
    kind: EventKind
    venue: str | None
    date_time: datetime
    ends_at: datetime
    timezone: str
    status: EventStatus
    seating: Seating
    payment: Payment
    price: Decimal
    currency: str
    capacity: int
    sold: int
    held: int
    organizer_id: int
    organizer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventChoice:
    """An event to choose, of any status."""

    id: int
    title: str
    date_time: datetime
    timezone: str
    status: EventStatus
    has_ended: bool


@dataclass(frozen=True, slots=True)
class EventChoices:
    """The events to choose from, the latest first; `are_all` if there are no more of them."""

    items: Sequence[EventChoice] = ()
    are_all: bool = True


@dataclass(frozen=True, slots=True)
class ManagedEvents:
    """A page of the table, with the number of all events that match, and their sums."""

    items: Sequence[ManagedEvent]
    total: int = 0
    sold: int = 0
    capacity: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidBack:
    """What is paid back in one currency, and for how many bookings."""

    currency: str
    amount: Decimal
    bookings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CancellationPreview:
    """What cancelling an event now would do.

    `bookings` are confirmed ones that end, `holds` those that are not confirmed yet. Of
    `kept_bookings` a ticket was used: they stay, and their other tickets are cancelled.
    `tickets` are all that stop being valid, `people` those who hear of it.
    """

    bookings: int
    holds: int
    kept_bookings: int
    tickets: int
    people: int
    paid_back: Sequence[PaidBack]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePreview:
    """Who hears of it when an event gets another time or place, and how many tickets they hold."""

    people: int
    tickets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """A scanner with the events of one organizer that they are assigned to."""

    user_id: int
    name: str
    is_active: bool
    events: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueChoice:
    """A venue that one's events can take place at, with its number of seats."""

    id: int
    name: str
    timezone: str
    seats: int
