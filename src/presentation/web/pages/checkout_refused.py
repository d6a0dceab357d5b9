"""What a visitor sees whose choice could not be held: why, and a way on that keeps the choice."""

from collections.abc import Collection
from typing import Any, cast
from urllib.parse import urlencode

from fastapi import Response
from fastapi.responses import JSONResponse

from src.application.use_cases.event.get_event_page import EventPage
from src.domain.entities.event import Event
from src.domain.entities.sale_phase import SalePhase
from src.domain.errors import (
    DiscountInvalid,
    InsufficientTickets,
    SeatTaken,
    TicketingError,
    ValidationFailed,
)
from src.presentation.web.choices import PREFIX, PRICE_PREFIX, amounts
from src.presentation.web.forms import Form
from src.presentation.web.pages.event import EventPages
from src.presentation.web.visit import Visit

BEST = ("best_available", "section", "ticket_type")


async def refused(
    visit: Visit,
    pages: EventPages,
    event: Event,
    form: Form[Any],
    refusal: TicketingError | None,
    held_already: str | None = None,
) -> Response:
    """Say why not: the form again, or with one press what is left, or held already."""
    status = 422 if refusal is None else visit.refuse(form, refusal)
    sentence = _sentence(visit, form, refusal)
    if wants_json(visit):
        facts = dict(refusal.facts) if refusal is not None else {}
        return visit.with_session(JSONResponse({"problem": sentence, **facts}, 409))
    again = _what_is_left(form, refusal)
    if not (again or held_already or form.has("seat_ids") or status >= 500):
        return await _form_again(visit, pages, event, form, refusal, sentence, status)
    return visit.render(
        "checkout/refused.html",
        status=409,
        event=event,
        sentence=sentence,
        again=again,
        again_count=int(again[0][1]) if again else 0,
        held_already=held_already,
        form=form,
        back=_back(event, form),
    )


def wants_json(visit: Visit) -> bool:
    return visit.request.headers.get("accept", "").startswith("application/json")


def taken_seats(refusal: SeatTaken) -> set[int]:
    return set(cast(Collection[int], refusal.facts["seat_ids"]))


async def _form_again(
    visit: Visit,
    pages: EventPages,
    event: Event,
    form: Form[Any],
    refusal: TicketingError | None,
    sentence: str,
    status: int,
) -> Response:
    """The event's page with the choice, and the sentence beside the field that it is about."""
    code = form.value("code").strip() or None
    page, wrong_code = await pages.read(visit, event.id, code)
    if field := _field(page, form, refusal):
        form.problem, form.problems[field] = None, sentence
    if wrong_code is not None:
        form.problems.setdefault("code", wrong_code)
    form.problems = {name: form.problems[name] for name in form.problems.keys() & _fields(page)}
    if not form.problems:
        form.problem = sentence
    return pages.shown(visit, page, form, status=status)


def _fields(page: EventPage) -> set[str]:
    """The fields beside which the event's page has room for a sentence."""
    if page.phase is not SalePhase.ON_SALE:
        return set()
    is_seated = page.event.is_seated
    chosen = [offer.ticket_type.id for offer in (page.add_ons if is_seated else page.offers)]
    numbers = {f"{prefix}{type_id}" for prefix in (PREFIX, PRICE_PREFIX) for type_id in chosen}
    return {"code", *numbers, *(["quantity"] if is_seated else [])}


def _field(page: EventPage, form: Form[Any], refusal: TicketingError | None) -> str | None:
    """The field of the event's page that a refusal is about, unless it names one itself."""
    match refusal:
        case DiscountInvalid():
            return "code"
        case InsufficientTickets() if "ticket_type_id" in refusal.facts:
            return f"{PREFIX}{refusal.facts['ticket_type_id']}"
        case ValidationFailed(field="body.unit_price"):
            return _wrong_price(page, form)
    return None


def _wrong_price(page: EventPage, form: Form[Any]) -> str | None:
    """The field with a price that its ticket type does not take."""
    types = {offer.ticket_type.id: offer.ticket_type for offer in page.offers}
    given = amounts((name, form.value(name)) for name in form.names)
    for type_id in types.keys() & given.keys():
        try:
            types[type_id].require_unit_price(given[type_id], page.event.currency)
        except ValidationFailed:
            if form.value(f"{PREFIX}{type_id}") not in ("", "0"):
                return f"{PRICE_PREFIX}{type_id}"
    return None


def _sentence(visit: Visit, form: Form[Any], refusal: TicketingError | None) -> str:
    if isinstance(refusal, InsufficientTickets):
        return _too_few(visit, refusal)
    if isinstance(refusal, SeatTaken):
        taken = len(taken_seats(refusal)) or 1
        return visit.ngettext(
            "One of your seats has just been taken by somebody else.",
            "%(num)d of your seats have just been taken by somebody else.",
            taken,
        ) % {"num": taken}
    problems = [form.problem, *form.problems.values()]
    return next(filter(None, problems), visit.gettext("Choose how many tickets you want."))


def _too_few(visit: Visit, refusal: InsufficientTickets) -> str:
    if "ticket_type_id" in refusal.facts:
        return visit.sentence(refusal)
    if not (left := _number(refusal, "available")):
        return visit.gettext("No tickets of this kind are left.")
    requested = _number(refusal, "requested")
    asked = visit.ngettext("You asked for %(num)d.", "You asked for %(num)d.", requested) % {
        "num": requested
    }
    few = visit.ngettext("Only %(num)d ticket is left.", "Only %(num)d tickets are left.", left) % {
        "num": left
    }
    return f"{few} {asked}"


def _what_is_left(form: Form[Any], refusal: TicketingError | None) -> list[tuple[str, str]]:
    """The fields of a form that asks for what is still there, if that is clear."""
    if not isinstance(refusal, InsufficientTickets) or not _number(refusal, "available"):
        return []
    left = str(_number(refusal, "available"))
    types = [name for name in form.names if name.startswith(PREFIX) and form.value(name) != "0"]
    chosen = [name for name in types if form.value(name)]
    if len(chosen) == 1 and not form.has("quantity"):
        return [
            (chosen[0], left),
            *_kept(form, f"{PRICE_PREFIX}{chosen[0][len(PREFIX) :]}", "code"),
        ]
    if not chosen and form.value("quantity"):
        return [("quantity", left), *_kept(form, *BEST, "code")]
    return []


def _kept(form: Form[Any], *names: str) -> list[tuple[str, str]]:
    return [(name, form.value(name)) for name in names if form.value(name)]


def _back(event: Event, form: Form[Any]) -> str:
    """Where the choice was made, with what stays of it."""
    if seats := [seat for seat in form.values("seat_ids") if seat.isdigit()]:
        return f"/events/{event.id}/seats?{urlencode({'keep': ','.join(seats)}, safe=',')}"
    code = _kept(form, "code")
    return f"/events/{event.id}?{urlencode(code)}" if code else f"/events/{event.id}"


def _number(refusal: TicketingError, fact: str) -> int:
    return int(str(refusal.facts[fact]))
