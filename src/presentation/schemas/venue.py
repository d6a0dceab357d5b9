"""Request and response bodies of venues and seats."""

from collections.abc import Sequence
from itertools import product
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    model_validator,
    with_config,
)
from pydantic.config import JsonDict
from typing_extensions import TypedDict

from src.application.use_cases.venue.create_venue import CreateVenueCommand
from src.domain.entities.venue import MAX_SEATS_PER_CALL, Seat
from src.domain.repositories.venue import NewSeat
from src.presentation.schemas.body import (
    BY_SERVICE,
    Body,
    Sentences,
    all_of,
    keep_known_fields_of_each,
)
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    Moment,
    Name,
    StoredMoney,
    Timezone,
    omittable,
    with_example,
)
from src.presentation.schemas.seller import Country
from src.presentation.utils.encoding import Encoded, encode

Item = TypeVar("Item")

# Checked by a pattern, which is faster than a function: a body can have 150,000 of these. It asks
# for one character that can be seen, and refuses what ends a line or turns its direction.
NOT_IN_A_LINE = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
NOT_SEEN = (
    r"\s\u00ad\u0300-\u036f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\u2800"
    r"\u3164\ufe00-\ufe0f\ufeff\uffa0"
)
SeatText = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        min_length=1,
        max_length=50,
        pattern=f"^[^{NOT_IN_A_LINE}]*[^{NOT_IN_A_LINE}{NOT_SEEN}][^{NOT_IN_A_LINE}]*$",
    ),
]

Latitude = Annotated[float, Field(ge=-90, le=90, description="In degrees, with `longitude`.")]
Longitude = Annotated[float, Field(ge=-180, le=180, description="In degrees, with `latitude`.")]

# Only the first error is reported, since there could be 150,000 of them.
Many = Annotated[list[Item], Field(min_length=1, max_length=MAX_SEATS_PER_CALL, fail_fast=True)]


VENUE_EXAMPLE: JsonDict = {
    "name": "Bangkok Arena",
    "location": "Bangkok",
    "country": "TH",
    "timezone": "Asia/Bangkok",
    "latitude": 13.7563,
    "longitude": 100.5018,
}
SEAT_EXAMPLE: JsonDict = {"section": "Stalls", "row": "A", "seat_number": "12"}


class VenueAnswer(Answer):
    """A venue."""

    model_config = with_example({"id": 1, **VENUE_EXAMPLE, "owner_id": 1, **EXAMPLE_TIMES})

    id: int
    name: str
    location: str | None
    country: str | None = Field(description="By ISO 3166; null: not said.")
    timezone: str
    latitude: float | None
    longitude: float | None
    owner_id: int
    created_at: Moment
    updated_at: Moment


ELSEWHERE = {"seats": "`POST /venues/{id}/seats` adds seats."}


class CreateVenueBody(Body):
    """A new venue."""

    model_config = with_example(VENUE_EXAMPLE)

    not_here: ClassVar[Sentences] = {**all_of(VenueAnswer, BY_SERVICE), **ELSEWHERE}

    name: Name
    location: Name | None = None
    country: Country | None = None
    timezone: Timezone = "UTC"
    latitude: Latitude | None = None
    longitude: Longitude | None = None

    def command(self) -> CreateVenueCommand:
        return CreateVenueCommand(**self.model_dump())


class UpdateVenueBody(Body):
    """The fields to change."""

    model_config = with_example({"location": "Bangkok, Sathon"})

    not_here: ClassVar[Sentences] = {**all_of(VenueAnswer, BY_SERVICE), **ELSEWHERE}

    name: Name = omittable()
    location: Name | None = None
    country: Country | None = None
    timezone: Timezone = omittable()
    latitude: Latitude | None = None
    longitude: Longitude | None = None

    def changes(self) -> Any:
        """The `VenueChanges` that the body has."""
        return self.model_dump(exclude_unset=True)


class VenueSeatAnswer(BaseModel):
    """A seat of a venue."""

    model_config = with_example({"id": 12, **SEAT_EXAMPLE})

    id: int
    section: str
    row: str
    seat_number: str


@with_config(ConfigDict(extra="forbid"))
class NewSeatBody(TypedDict):
    """A new seat."""

    section: SeatText
    row: SeatText
    seat_number: SeatText


SEAT_FIELDS = frozenset(NewSeatBody.__annotations__)
SEAT_NOT_HERE = all_of(VenueSeatAnswer, BY_SERVICE)


def _known_seat_fields(seats: Any) -> Any:
    return keep_known_fields_of_each(seats, SEAT_FIELDS, SEAT_NOT_HERE)


class AddSeatsBody(Body):
    """Either single `seats`, or `section`, `rows` and `seats_per_row` (numbered from 1)."""

    model_config = with_example({"section": "Stalls", "rows": ["A", "B"], "seats_per_row": 20})

    not_here: ClassVar[Sentences] = all_of(VenueSeatAnswer, "Give it in `seats`, for each seat.")

    seats: Annotated[Many[NewSeatBody], BeforeValidator(_known_seat_fields)] | None = None
    section: SeatText | None = None
    rows: Many[SeatText] | None = None
    seats_per_row: int | None = Field(None, ge=1, le=MAX_SEATS_PER_CALL, strict=True)

    @model_validator(mode="after")
    def _check_form(self) -> Self:
        block = (self.section, self.rows, self.seats_per_row)
        is_block = None not in block
        if is_block == (self.seats is not None) or (not is_block and any(block)):
            raise ValueError("Give either `seats`, or `section`, `rows` and `seats_per_row`.")
        if len(self.rows or ()) * (self.seats_per_row or 0) > MAX_SEATS_PER_CALL:
            raise ValueError(f"At most {MAX_SEATS_PER_CALL} seats can be added in one call.")
        return self

    def new_seats(self) -> list[NewSeat]:
        """All seats of the body, in its order."""
        if self.seats is not None:
            return [NewSeat(**seat) for seat in self.seats]
        assert self.section is not None and self.rows is not None
        assert self.seats_per_row is not None
        numbers = range(1, self.seats_per_row + 1)
        return [NewSeat(self.section, row, str(n)) for row, n in product(self.rows, numbers)]


class SeatOnMapAnswer(BaseModel):
    """A seat as sold by an event."""

    model_config = with_example(
        {
            "seat_id": 12,
            **SEAT_EXAMPLE,
            "ticket_type_id": 2,
            "price": "4500.00",
            "status": "available",
        }
    )

    seat_id: int
    section: str
    row: str
    seat_number: str
    ticket_type_id: int
    price: StoredMoney
    status: Literal["available", "held", "sold"]


# Models of 20,000 seats would take longer than the query: this writes JSON directly from the
# domain's records, which have the same fields as VenueSeatAnswer.
SEATS = TypeAdapter(list[Seat])


def write_seats(seats: Sequence[Seat]) -> Encoded:
    """The list of a venue's seats as JSON."""
    return encode(SEATS.dump_json(list(seats)))
