"""The compact JSON of a hall: every seat is in it, in order, and states follow its order."""

import json
from itertools import count
from typing import Any

from src.application.dtos.event import EventSnapshot
from src.application.dtos.seat_plan import EventHall
from src.application.ports.seat_maps import TakenSeats
from src.domain.entities.section_plan import PlannedSeat, SeatAccess
from src.domain.services.hall_layout import lay_out
from src.presentation.utils.seat_plan_json import MOST_TOTALS, SeatPlanJson
from tests.support.examples import make_event, make_type


def hall(seats: list[PlannedSeat], **event: Any) -> EventHall:
    sections = lay_out(seats)
    kind = make_type()
    sellers = {section.plan.section: kind for section in sections}
    return EventHall(EventSnapshot(make_event(**event), [kind]), sections, sellers)


def unpacked(plan: dict[str, Any]) -> list[tuple[int, str, str, str]]:
    """The seats as the page reads them."""
    return [
        (first + i, section["name"], row, str(number + step * i if step or i else number))
        for section in plan["sections"]
        for row, *runs in section["rows"]
        for first, length, number, step, _ in runs
        for i in range(length)
    ]


def test_every_seat_is_in_the_plan_as_it_is_called() -> None:
    names = ["1", "2", "3", "5", "7", "8a", "09", "10", "12", "14"]
    rows = [PlannedSeat(100 + i, "Box", "A", name) for i, name in enumerate(names)]
    rows += [PlannedSeat(7, "Box", "B", "1"), PlannedSeat(9, "Box", "B", "3")]
    plan = json.loads(SeatPlanJson(hall(rows)).plan.encoded.body)
    assert unpacked(plan) == [seat[:4] for seat in rows]


def test_states_are_in_the_order_of_the_plan_and_encoded_once() -> None:
    seats = [PlannedSeat(id_, "A", "1", str(number)) for number, id_ in enumerate([5, 3, 9], 1)]
    seats[1] = seats[1]._replace(access=SeatAccess.COMPANION)
    written = SeatPlanJson(hall(seats))
    assert json.loads(written.plan.encoded.body)["access"] == {"accessible": [], "companion": [1]}
    taken = TakenSeats(held=[9], sold=[5, 77])
    answer = json.loads(written.states(taken).encoded.body)
    assert answer == {"plan": written.plan.encoded.digest, "states": "201"}
    assert written.states(TakenSeats(held=[9], sold=[5, 77])) is written.states(taken)


def test_totals_have_fees_and_end_at_the_limit_of_a_user() -> None:
    seats = [PlannedSeat(1, "A", "1", "1")]
    limited = hall(seats, max_tickets_per_user=2, service_fee_fixed=2)
    plan = json.loads(SeatPlanJson(limited).plan.encoded.body)
    assert plan["zones"] == [{"price": "25.00", "totals": ["27.00", "54.00"]}]
    assert plan["types"] == [{"id": 20, "name": "Standard", "zone": 0, "open": True}]
    (zone,) = json.loads(SeatPlanJson(hall(seats)).plan.encoded.body)["zones"]
    assert len(zone["totals"]) == MOST_TOTALS


def test_plan_of_an_arena_is_small() -> None:
    ids = count(1)
    seats = [
        PlannedSeat(next(ids), f"{block:02}", f"{row:02}", str(number))
        for block in range(40)
        for row in range(20)
        for number in range(1, 26)
    ]
    assert len(SeatPlanJson(hall(seats)).plan.encoded.body) < 50_000
