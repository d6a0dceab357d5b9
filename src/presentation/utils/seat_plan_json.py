"""The compact JSON of a plan and of the states of its seats, for the page that draws them.

A row is its name and the runs of seats in it: `[id, count, number, step, offset]`, where ids rise
by one, numbers by `step`, and places by a seat's width. 20,000 seats take about 30 kB so, and
their states a character each: 0 free, 1 held, 2 sold.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from src.application.dtos.seat_plan import EventHall
from src.application.ports.seat_maps import TakenSeats
from src.domain.entities.event import Event
from src.domain.entities.section_plan import PlannedSeat, SeatAccess
from src.domain.entities.ticket_type import TicketTypeStatus
from src.domain.services.hall_layout import HallRow, HallSection
from src.domain.services.pricing import price_line
from src.domain.shared.money import written
from src.presentation.utils.compressed import Compressed, compress
from src.presentation.utils.encoding import encode

MOST_TOTALS = 50
"""For how many seats of a type the plan names the price with fees."""

FREE, HELD, SOLD = b"012"


class SeatPlanJson:
    """Implements `WrittenPlan`."""

    def __init__(self, hall: EventHall) -> None:
        self._places = {seat_id: place for place, seat_id in enumerate(hall.seats)}
        self.plan = compress(encode(_dump(_plan(hall))))
        self._last: tuple[TakenSeats, Compressed] | None = None

    def states(self, taken: TakenSeats) -> Compressed:
        """The same object as long as the same seats are taken."""
        if self._last is None or self._last[0] != taken:
            self._last = taken, self._written(taken)
        return self._last[1]

    def _written(self, taken: TakenSeats) -> Compressed:
        states = bytearray([FREE]) * len(self._places)
        for seat_ids, state in ((taken.held, HELD), (taken.sold, SOLD)):
            for seat_id in seat_ids:
                # A seat may be newer than the plan, which the next request reads anew.
                if (place := self._places.get(seat_id)) is not None:
                    states[place] = state
        return compress(
            encode(_dump({"plan": self.plan.encoded.digest, "states": states.decode()}))
        )


def most_seats(event: Event) -> int:
    """How many seats one person can choose at a time."""
    return min(event.max_tickets_per_user or MOST_TOTALS, MOST_TOTALS)


def venue_plan_json(sections: Sequence[HallSection]) -> bytes:
    """The plan of a venue, without prices."""
    return _dump(
        {"sections": [_section(section) for section in sections], "access": _access(sections)}
    )


def _access(sections: Sequence[HallSection]) -> dict[str, list[int]]:
    """The places in the plan of the seats with each mark."""
    seats = [seat for section in sections for row in section.rows for seat in row.seats]
    return {
        access.value: [place for place, seat in enumerate(seats) if seat.access is access]
        for access in SeatAccess
    }


def _plan(hall: EventHall) -> dict[str, Any]:
    event, prices, types = hall.snapshot.event, hall.prices, hall.types
    quantities = range(1, most_seats(event) + 1)
    places = {kind.id: place for place, kind in enumerate(types)}
    return {
        "zones": [
            {
                "price": written(price, event.currency),
                "totals": [
                    written(price_line(event, price, quantity).total_amount, event.currency)
                    for quantity in quantities
                ],
            }
            for price in prices
        ],
        "types": [
            {
                "id": kind.id,
                "name": kind.name,
                "zone": prices.index(kind.current_price),
                "open": kind.status is TicketTypeStatus.AVAILABLE,
            }
            for kind in types
        ],
        "sections": [
            {**_section(section), "type": places[hall.sellers[section.plan.section].id]}
            for section in hall.sections
        ],
        "access": _access(hall.sections),
    }


def _section(section: HallSection) -> dict[str, Any]:
    plan = section.plan
    return {
        "name": plan.section,
        "x": plan.x,
        "y": plan.y,
        "rotation": plan.rotation,
        "angle": plan.angle,
        "columns": section.columns,
        "seat": plan.seat_spacing,
        "row": plan.row_spacing,
        "rows": [[row.name, *_runs(row)] for row in section.rows],
    }


def _runs(row: HallRow) -> Iterator[list[Any]]:
    run: list[Any] = []
    for seat, offset in zip(row.seats, row.offsets, strict=True):
        number = _number(seat)
        if run and _continues(run, seat.id, number, offset):
            if run[1] == 1:
                run[3] = number - run[2]
            run[1] += 1
            continue
        if run:
            yield run
        run = [seat.id, 1, seat.seat_number if number is None else number, 0, _short(offset)]
    if run:
        yield run


def _continues(run: list[Any], seat_id: int, number: int | None, offset: float) -> bool:
    first_id, count, first, step, start = run
    if number is None or isinstance(first, str):
        return False
    if seat_id != first_id + count or offset != start + count:
        return False
    return bool(count == 1 or number == first + step * count)


def _number(seat: PlannedSeat) -> int | None:
    """The number if it reads as it is written."""
    text = seat.seat_number
    is_plain = text.isascii() and text.isdigit() and (text == "0" or text[0] != "0")
    return int(text) if is_plain and len(text) < 10 else None


def _short(offset: float) -> float | int:
    return int(offset) if offset == int(offset) else offset


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
