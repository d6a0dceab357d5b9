"""From a choice on an event's page to held tickets, and what to do when they are gone."""

from collections.abc import Collection
from contextlib import nullcontext
from typing import Annotated, cast

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
    InsufficientTickets,
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
from src.presentation.web.choices import MAX_QUANTITY, PREFIX, amounts, quantities, requests_of
from src.presentation.web.forms import Form
from src.presentation.web.guests import Buyer
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
    limits: Limits,
    actor: Buyer,
) -> Response:
    form = await visit.form(HoldForm)
    event = (await get_event.execute(visit.actor, event_id_of(slug))).event
    if form.data is None:
        form.problem = form.problem or visit.gettext("Choose how many tickets you want.")
        return _refused(visit, event, form, None)
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
        visit.refuse(form, refusal)
        if isinstance(refusal, SeatTaken) and seat_ids and not _wants_json(visit):
            return visit.redirect(_other_seats(event, seat_ids, refusal))
        held_already = None
        if isinstance(refusal, TicketLimitExceeded):
            held_already = await _held_already(list_orders, actor, event)
        return _refused(visit, event, form, refusal, held_already)
    return _answer(visit, f"/checkout/{held.result.reference}")


async def _tickets(visit: Visit, event: Event, form: HoldForm) -> list[TicketRequest]:
    if form.seat_ids:
        seat_ids = tuple(dict.fromkeys(form.seat_ids))
        return [TicketRequest(quantity=len(seat_ids), seat_ids=seat_ids)]
    sent = await visit.request.form()
    pairs = [(name, value) for name, value in sent.multi_items() if isinstance(value, str)]
    if chosen := quantities(pairs):
        return requests_of(event, chosen, amounts(pairs))
    if form.quantity is None:
        return []
    is_best = form.best_available or event.is_seated
    return [
        TicketRequest(
            quantity=form.quantity,
            ticket_type_id=form.ticket_type,
            is_best_available=is_best,
            section=form.section if is_best else None,
        )
    ]


async def _held_already(list_orders: ListOrders, actor: Actor, event: Event) -> str | None:
    """The reference of an order in which the buyer holds tickets of the event, if any."""
    wanted = SoldSearch(user_id=actor.id, status=OrderStatus.PENDING)
    found = await list_orders.execute(actor, wanted, PageRequest(MAX_LIMIT, SoldSort.OLDEST))
    return next((order.reference for order in found.items if event.id in order.event_ids), None)


def _refused(
    visit: Visit,
    event: Event,
    form: Form[HoldForm],
    refusal: TicketingError | None,
    held_already: str | None = None,
) -> Response:
    """Say why not, with a way on: what is left of it, or the event's page."""
    sentence = _sentence(visit, form, refusal)
    again = _what_is_left(form, refusal)
    if _wants_json(visit):
        facts = dict(refusal.facts) if refusal is not None else {}
        return visit.with_session(JSONResponse({"problem": sentence, **facts}, 409))
    return visit.render(
        "checkout/refused.html",
        status=409,
        event=event,
        sentence=sentence,
        again=again,
        again_count=_count(again),
        held_already=held_already,
        form=form,
    )


def _sentence(visit: Visit, form: Form[HoldForm], refusal: TicketingError | None) -> str:
    if isinstance(refusal, InsufficientTickets) and (left := _number(refusal, "available")):
        requested = _number(refusal, "requested")
        asked = visit.ngettext("You asked for %(num)d.", "You asked for %(num)d.", requested) % {
            "num": requested
        }
        few = visit.ngettext(
            "Only %(num)d ticket is left.", "Only %(num)d tickets are left.", left
        ) % {"num": left}
        return f"{few} {asked}"
    if isinstance(refusal, InsufficientTickets):
        return visit.gettext("No tickets of this kind are left.")
    if isinstance(refusal, SeatTaken):
        taken = len(_seats(refusal)) or 1
        return visit.ngettext(
            "One of your seats has just been taken by somebody else.",
            "%(num)d of your seats have just been taken by somebody else.",
            taken,
        ) % {"num": taken}
    problems = [form.problem, *form.problems.values()]
    return next(filter(None, problems), visit.gettext("Choose how many tickets you want."))


def _what_is_left(form: Form[HoldForm], refusal: TicketingError | None) -> list[tuple[str, str]]:
    """The fields of a form that asks for what is still there, if that is clear."""
    if not isinstance(refusal, InsufficientTickets) or not _number(refusal, "available"):
        return []
    left = str(_number(refusal, "available"))
    types = [name for name in form.names if name.startswith(PREFIX) and form.value(name) != "0"]
    chosen = [name for name in types if form.value(name)]
    if len(chosen) == 1:
        return [(chosen[0], left)]
    if not chosen and form.value("quantity"):
        others = ("best_available", "section", "ticket_type")
        kept = [(name, form.value(name)) for name in others if form.value(name)]
        return [("quantity", left), *kept]
    return []


def _other_seats(event: Event, seat_ids: list[int], refusal: SeatTaken) -> str:
    """The seats of the hall, where the others stay chosen and the nearest free ones are offered."""
    taken = _seats(refusal)
    kept = [str(seat) for seat in seat_ids if seat not in taken]
    lost = ",".join(str(seat) for seat in sorted(taken))
    return f"/events/{event.id}/seats?taken={lost}&keep={','.join(kept)}"


def _number(refusal: TicketingError, fact: str) -> int:
    return int(str(refusal.facts[fact]))


def _seats(refusal: SeatTaken) -> set[int]:
    return set(cast(Collection[int], refusal.facts["seat_ids"]))


def _count(fields: list[tuple[str, str]]) -> int:
    return int(fields[0][1]) if fields else 0


def _answer(visit: Visit, address: str) -> Response:
    if _wants_json(visit):
        return visit.with_session(JSONResponse({"location": visit.public(address)}, 201))
    return visit.redirect(address)


def _wants_json(visit: Visit) -> bool:
    return visit.request.headers.get("accept", "").startswith("application/json")
