"""The page on which a buyer chooses seats, as a map and as a list."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from src.application.live.seat_plans import HallNow
from src.application.use_cases.seat_plan.get_seat_plan import GetSeatPlan
from src.application.use_cases.seat_plan.get_seat_states import GetSeatStates
from src.application.use_cases.seat_plan.read_hall import ReadHall
from src.application.use_cases.seat_plan.suggest_seats import SuggestSeats, SuggestSeatsCommand
from src.domain.entities.section_plan import PlannedSeat
from src.domain.entities.ticket_type import TicketType
from src.domain.services.hall_layout import HallSection, from_front_to_back
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathText, Text
from src.presentation.utils.compressed import Compressed, compressed_list
from src.presentation.utils.seat_plan_json import most_seats
from src.presentation.web.addresses import event_id_of
from src.presentation.web.forms import Form
from src.presentation.web.pages.seats_words import EXAMPLE_AMOUNT, map_words, seat_name
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

WHOLE_LIST = 400
"""Of a hall with up to so many seats the page lists all; of a larger one, a section at a time."""
MOST_IDS = 200
MOST_NAMES = 3
IDS = re.compile(r"[0-9]{1,18}")

Ids = Annotated[str, Query(max_length=4000), Text]
IdText = Annotated[str, Text]
Price = Annotated[str, Query(max_length=20, pattern=r"^([0-9]+(\.[0-9]+)?)?$")]


@router.get("/events/{slug}/seats")
async def choose_seats(
    visit: CurrentVisit,
    slug: PathText,
    read_hall: Annotated[ReadHall, provided("read_hall")],
    suggest_seats: Annotated[SuggestSeats, provided("suggest_seats")],
    section: Annotated[str, Query(max_length=100), Text] = "",
    best: Annotated[int | None, Query(ge=1, le=50)] = None,
    price: Price = "",
    seat_ids: Annotated[list[IdText], Query(max_length=MOST_IDS)] = [],  # noqa: B006
    taken: Ids = "",
    keep: Ids = "",
) -> Response:
    event_id = event_id_of(slug)
    now = await read_hall.execute(visit.actor, event_id)
    if not now.hall.sections:
        return visit.redirect(f"/events/{slug}")
    chosen = _known(now, ids_of(",".join(seat_ids)) + ids_of(keep), is_free=True)
    lost = _known(now, ids_of(taken), is_free=False)
    offers = []
    if lost:
        command = SuggestSeatsCommand(
            lost=[seat.id for seat in lost], kept=[seat.id for seat in chosen]
        )
        offers = await suggest_seats.execute(visit.actor, event_id, command)
    elif best is not None:
        command = SuggestSeatsCommand(best, _price(price))
        chosen = await suggest_seats.execute(visit.actor, event_id, command)
    return visit.render(
        "seats/choose.html",
        **_values(visit, now, section, chosen),
        lost=lost,
        offers=offers,
        found_none=best is not None and not chosen,
        best=best or 2,
        asked_price=_price(price),
    )


@router.get("/events/{slug}/plan.json")
async def read_plan(
    request: Request,
    visit: CurrentVisit,
    slug: PathText,
    use_case: Annotated[GetSeatPlan[Compressed], provided("get_seat_plan")],
) -> Response:
    return compressed_list(request, await use_case.execute(visit.actor, event_id_of(slug)))


@router.get("/events/{slug}/seats.json")
async def read_states(
    request: Request,
    visit: CurrentVisit,
    slug: PathText,
    use_case: Annotated[GetSeatStates[Compressed], provided("get_seat_states")],
) -> Response:
    return compressed_list(request, await use_case.execute(visit.actor, event_id_of(slug)))


@router.get("/events/{slug}/seats/best.json")
async def suggest_best(
    visit: CurrentVisit,
    slug: PathText,
    use_case: Annotated[SuggestSeats, provided("suggest_seats")],
    quantity: Annotated[int, Query(ge=1, le=50)],
    price: Price = "",
) -> Response:
    command = SuggestSeatsCommand(quantity, _price(price))
    return _ids(await use_case.execute(visit.actor, event_id_of(slug), command))


@router.get("/events/{slug}/seats/nearest.json")
async def suggest_nearest(
    visit: CurrentVisit,
    slug: PathText,
    use_case: Annotated[SuggestSeats, provided("suggest_seats")],
    lost: Ids,
    kept: Ids = "",
) -> Response:
    command = SuggestSeatsCommand(lost=ids_of(lost), kept=ids_of(kept))
    return _ids(await use_case.execute(visit.actor, event_id_of(slug), command))


def ids_of(text: str) -> list[int]:
    """The numbers in a list with commas; what is none is left out."""
    return [int(part) for part in text.split(",")[:MOST_IDS] if IDS.fullmatch(part)]


def _price(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _known(now: HallNow, seat_ids: Sequence[int], *, is_free: bool) -> list[PlannedSeat]:
    """The seats of the hall among these, each once; of free ones, as many as one may choose."""
    taken = now.taken_ids
    seats = [
        now.hall.seats[seat_id]
        for seat_id in dict.fromkeys(seat_ids)
        if seat_id in now.hall.seats and not (is_free and seat_id in taken)
    ]
    return seats[: most_seats(now.snapshot.event)]


def _values(
    visit: Visit, now: HallNow, section: str, chosen: Sequence[PlannedSeat]
) -> dict[str, Any]:
    event, hall = now.snapshot.event, now.hall
    shown = [found for found in hall.sections if found.plan.section == section]
    is_whole = len(hall.seats) <= WHOLE_LIST
    if is_whole:
        shown = _in_order(hall.sections)
    taken = now.taken_ids
    free = {
        part.plan.section: sum(seat.id not in taken for row in part.rows for seat in row.seats)
        for part in hall.sections
    }
    names = {part.plan.section for part in shown}
    return {
        "event": event,
        "prices": [(price, _names(hall.types, price)) for price in hall.prices],
        "zones": {kind.id: hall.prices.index(kind.current_price) for kind in hall.types},
        "sections": _in_order(hall.sections),
        "sellers": hall.sellers,
        "shown": shown,
        "is_whole": is_whole,
        "taken": taken,
        "free": free,
        "chosen": chosen,
        "chosen_ids": {seat.id for seat in chosen},
        "elsewhere": [seat for seat in chosen if seat.section not in names],
        "limit": most_seats(event),
        "has_access": any(seat.access for seat in hall.seats.values()),
        "is_open": now.is_open,
        "words": map_words(visit, most_seats(event)),
        "example_amount": EXAMPLE_AMOUNT,
        "seat_name": lambda seat: seat_name(visit, seat),
        "names": lambda seats: "; ".join(seat_name(visit, seat) for seat in seats),
        "form": Form.new({}),
    }


def _in_order(sections: Sequence[HallSection]) -> list[HallSection]:
    return sorted(sections, key=lambda section: from_front_to_back(section.plan.section))


def _names(types: Sequence[TicketType], price: Decimal) -> str:
    """What is sold at this price, while that is few words."""
    names = [kind.name for kind in types if kind.current_price == price]
    return ", ".join(names) if len(names) <= MOST_NAMES else ""


def _ids(seats: Sequence[PlannedSeat]) -> Response:
    headers = {"Cache-Control": "no-store"}
    return JSONResponse({"seats": [seat.id for seat in seats]}, headers=headers)
