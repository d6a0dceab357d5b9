"""From a choice on an event's page to held tickets, and what to do when they are gone."""

from contextlib import nullcontext
from typing import Annotated

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from src.application.dtos.sold import SoldSearch, SoldSort
from src.application.use_cases.event.get_event import GetEvent
from src.application.use_cases.order.hold_tickets import HoldTickets, HoldTicketsCommand
from src.application.use_cases.order.read_orders import ListOrders
from src.domain.entities.event import Event
from src.domain.entities.order import OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import (
    IdempotencyInProgress,
    SeatTaken,
    TicketingError,
    TicketLimitExceeded,
)
from src.domain.repositories.page import MAX_LIMIT, PageRequest
from src.domain.services.allocation import TicketRequest
from src.presentation.dependencies.discount_code import guessed_code
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import MAX_ID, PathText
from src.presentation.utils.client import disconnect_probe
from src.presentation.web.addresses import event_id_of
from src.presentation.web.choices import MAX_QUANTITY, amounts, quantities, requests_of
from src.presentation.web.guests import Buyer
from src.presentation.web.pages.checkout_refused import refused, taken_seats, wants_json
from src.presentation.web.pages.event import PagesOfEvents
from src.presentation.web.patience import patiently
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()


class HoldForm(BaseModel):
    """The choice, besides a number for each ticket type."""

    quantity: int | None = Field(None, ge=1, le=MAX_QUANTITY)
    best_available: bool = False
    section: str | None = Field(None, max_length=200)
    ticket_type: int | None = Field(None, ge=1, le=MAX_ID)
    seat_ids: list[int] = Field(default=[], max_length=MAX_QUANTITY)
    code: str | None = Field(None, max_length=64)


@router.post("/events/{slug}/hold")
async def hold_tickets(
    visit: CurrentVisit,
    slug: PathText,
    get_event: Annotated[GetEvent, provided("get_event")],
    use_case: Annotated[HoldTickets, provided("hold_tickets")],
    list_orders: Annotated[ListOrders, provided("list_orders")],
    pages: PagesOfEvents,
    limits: Limits,
    actor: Buyer,
) -> Response:
    form = await visit.form(HoldForm)
    event = (await get_event.execute(visit.actor, event_id_of(slug))).event
    if form.data is None:
        form.problem = form.problem or visit.gettext("Choose how many tickets you want.")
        return await refused(visit, pages, event, form, None)
    probe = disconnect_probe(visit.request)
    key = form.idempotent(actor.id, f"/events/{event.id}/hold")
    try:
        tickets = await _tickets(visit, event, form.data)
        code = form.value("code").strip() or None
        command = HoldTicketsCommand(event_id=event.id, tickets=tickets, code=code, idempotency=key)
        async with guessed_code(limits, actor, is_guest=True) if code else nullcontext():
            held = await patiently(lambda: use_case.execute(actor, command, probe))
    except IdempotencyInProgress:
        return visit.render("checkout/working.html", status=202, address=f"/events/{event.id}")
    except TicketingError as refusal:
        seat_ids = form.data.seat_ids
        if isinstance(refusal, SeatTaken) and seat_ids and not wants_json(visit):
            return visit.redirect(_other_seats(event, seat_ids, refusal))
        held_already = None
        if isinstance(refusal, TicketLimitExceeded):
            held_already = await _held_already(list_orders, actor, event)
        return await refused(visit, pages, event, form, refusal, held_already)
    return _answer(visit, f"/checkout/{held.result.reference}")


async def _tickets(visit: Visit, event: Event, form: HoldForm) -> list[TicketRequest]:
    sent = await visit.request.form()
    pairs = [(name, value) for name, value in sent.multi_items() if isinstance(value, str)]
    by_type = requests_of(event, quantities(pairs), amounts(pairs))
    if form.seat_ids:
        seat_ids = tuple(dict.fromkeys(form.seat_ids))
        return [TicketRequest(quantity=len(seat_ids), seat_ids=seat_ids), *by_type]
    if form.quantity is None or (by_type and not form.best_available):
        return by_type
    is_best = form.best_available or event.is_seated
    return [
        TicketRequest(
            quantity=form.quantity,
            ticket_type_id=form.ticket_type,
            is_best_available=is_best,
            section=form.section if is_best else None,
        ),
        # Chosen beside the best seats: add-ons, which have none.
        *by_type,
    ]


async def _held_already(list_orders: ListOrders, actor: Actor, event: Event) -> str | None:
    """The reference of an order in which the buyer holds tickets of the event, if any."""
    wanted = SoldSearch(user_id=actor.id, status=OrderStatus.PENDING)
    found = await list_orders.execute(actor, wanted, PageRequest(MAX_LIMIT, SoldSort.OLDEST))
    return next((order.reference for order in found.items if event.id in order.event_ids), None)


def _other_seats(event: Event, seat_ids: list[int], refusal: SeatTaken) -> str:
    """The seats of the hall, where the others stay chosen and the nearest free ones are offered."""
    taken = taken_seats(refusal)
    kept = [str(seat) for seat in seat_ids if seat not in taken]
    lost = ",".join(str(seat) for seat in sorted(taken))
    return f"/events/{event.id}/seats?taken={lost}&keep={','.join(kept)}"


def _answer(visit: Visit, address: str) -> Response:
    if wants_json(visit):
        return visit.with_session(JSONResponse({"location": visit.public(address)}, 201))
    return visit.redirect(address)
