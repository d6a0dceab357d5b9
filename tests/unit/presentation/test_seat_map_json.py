"""Seat maps that are the same are one object, however many read them."""

from decimal import Decimal

from src.application.ports.seat_maps import TakenSeats
from src.domain.repositories.venue import SeatOnMap
from src.presentation.utils.seat_map_json import SeatMapJson

SEATS = [SeatOnMap(n, "A", "1", str(n), 1, Decimal("1.00"), "available") for n in (1, 2)]


def test_map_is_written_anew_only_when_another_seat_is_taken() -> None:
    hall = SeatMapJson(SEATS)
    empty = hall.with_taken(TakenSeats(held=[], sold=[]))
    assert hall.with_taken(TakenSeats(held=[], sold=[])) is empty
    held = hall.with_taken(TakenSeats(held=[1], sold=[]))
    assert held.body != empty.body
    assert hall.with_taken(TakenSeats(held=[1], sold=[])) is held
    assert hall.with_taken(TakenSeats(held=[], sold=[])).body == empty.body
