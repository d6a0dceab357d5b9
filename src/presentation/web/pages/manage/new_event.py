"""An event is made on one page."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.dtos.managed_event import ManagedEventSearch, ManagedEventSort
from src.application.use_cases.event.create_event import CreateEvent, CreateEventCommand
from src.application.use_cases.event.list_managed_events import (
    ListManagedEvents,
    ListVenueChoices,
)
from src.application.use_cases.seller.read_seller import GetSeller
from src.domain.entities.event import EventKind, EventStatus, Payment, Seating
from src.domain.entities.user import Actor, Role
from src.domain.errors import TicketingError
from src.domain.shared.language import Language
from src.domain.shared.money import ZERO
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import MAX_ID, Instructions, Name
from src.presentation.schemas.seller import Country
from src.presentation.web.amounts import check_amount
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.fields import (
    MAX_TYPES,
    Amount,
    Currency,
    Days,
    Limit,
    LocalTime,
    Percent,
    Text,
    Whole,
    Zone,
    count_rows,
    read_types,
    type_values,
)
from src.presentation.web.pages.manage.options import event_options
from src.presentation.web.pages.manage.seller_taxes import seller_of
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/events")

ANOTHER_ROW = "row"
PUBLISH = "publish"


class NewEventForm(BaseModel):
    """A new event. Times are in its time zone; the rows of ticket types are read beside it."""

    title: Name
    description: Text | None = None
    kind: EventKind = EventKind.OTHER
    date_time: LocalTime
    ends_at: LocalTime | None = None
    timezone: Zone
    venue: Name | None = None
    venue_id: int | None = None
    country: Country | None = None
    seating: Seating = Seating.GENERAL
    payment: Payment = Payment.NONE
    currency: Currency
    capacity: Whole | None = None
    max_tickets_per_user: Limit | None = None
    sales_start: LocalTime | None = None
    sales_end: LocalTime | None = None
    service_fee_fixed: Amount = ZERO
    service_fee_percent: Percent = ZERO
    tax_rate: Percent | None = None
    fee_tax_rate: Percent | None = None
    tax_inclusive: bool = False
    terms: Text | None = None
    language: Language = Language.EN
    allows_reentry: bool = False
    allows_transfer: bool = False
    allows_bank_transfer: bool = False
    payment_days: Days | None = None
    payment_instructions: Instructions | None = None
    then: Literal["draft", "publish", "row"] = "draft"


@router.get("/new")
async def show_new_event(
    visit: CurrentVisit,
    list_events: Annotated[ListManagedEvents, provided("list_managed_events")],
    list_venues: Annotated[ListVenueChoices, provided("list_venue_choices")],
    get_seller: Annotated[GetSeller, provided("get_seller")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form: Form[NewEventForm] = Form.new(await _defaults(visit, actor, list_events))
    return await _render(visit, actor, form, (list_venues, get_seller))


@router.post("/new")
async def create_event(
    visit: CurrentVisit,
    use_case: Annotated[CreateEvent, provided("create_event")],
    list_venues: Annotated[ListVenueChoices, provided("list_venue_choices")],
    get_seller: Annotated[GetSeller, provided("get_seller")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(NewEventForm)
    rows = count_rows(form)
    if form.value("then") == ANOTHER_ROW:
        form.problems.clear()
        return await _render(
            visit, actor, form, (list_venues, get_seller), rows=min(rows + 1, MAX_TYPES)
        )
    command = _command(visit, form)
    if command is None:
        return await _render(visit, actor, form, (list_venues, get_seller), rows=rows, status=422)
    try:
        event = await use_case.execute(actor, command)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _render(visit, actor, form, (list_venues, get_seller), rows=rows, status=422)
    is_draft = event.status is EventStatus.DRAFT
    message = visit.gettext("The draft is saved.") if is_draft else visit.gettext("It is on sale.")
    return visit.redirect(f"/manage/events/{event.id}", message)


def _command(visit: Visit, form: Form[NewEventForm]) -> CreateEventCommand | None:
    """What the form asks for, or None where something is wrong with it."""
    data = form.data
    currency = data.currency if data else ""
    ticket_types = read_types(form, visit.gettext, currency=currency, language=visit.language)
    if data is not None:
        check_amount(
            form,
            "service_fee_fixed",
            data.service_fee_fixed,
            currency=currency,
            language=visit.language,
        )
    if not ticket_types and not form.problems:
        form.problem = visit.gettext("Add at least one ticket type.")
    if data is None or form.is_wrong:
        return None
    is_seated = data.seating is Seating.RESERVED
    if is_seated and data.venue_id is None:
        form.problem = visit.gettext("Choose the venue whose seats are sold.")
    if not is_seated and data.capacity is None:
        for number, new in enumerate(ticket_types):
            if new.capacity is None:
                form.problems[f"type_{number}_capacity"] = visit.gettext("How many are there?")
    if data.venue_id is not None and not 1 <= data.venue_id <= MAX_ID:
        form.problems["venue_id"] = visit.gettext("Choose one of your venues.")
    if form.is_wrong:
        return None
    has_rates = data.tax_rate is not None or data.fee_tax_rate is not None
    return CreateEventCommand(
        **data.model_dump(exclude={"then", "tax_inclusive"}),
        # A box cannot be left open: one that is not ticked says nothing without a rate.
        tax_inclusive=True if data.tax_inclusive else False if has_rates else None,
        status=EventStatus.ACTIVE if data.then == PUBLISH else EventStatus.DRAFT,
        ticket_types=ticket_types,
        idempotency=visit.idempotent(form),
    )


async def _defaults(
    visit: Visit, actor: Actor, list_events: ListManagedEvents
) -> dict[str, object]:
    """As the newest event of the organizer has it; what is usual where there is none."""
    search = ManagedEventSearch(
        organizer_id=actor.id, sort=ManagedEventSort.DATE_DESCENDING, limit=1
    )
    known = (await list_events.execute(actor, search)).items
    last = known[0] if known else None
    return {
        "kind": last.kind.value if last else EventKind.CONCERT.value,
        "timezone": last.timezone if last else "UTC",
        "venue": last.venue if last else None,
        "seating": Seating.GENERAL.value,
        "payment": last.payment.value if last else Payment.ONLINE.value,
        "currency": last.currency if last else "EUR",
        "language": visit.language.value,
        "allows_transfer": True,
        "allows_bank_transfer": True,
        "is_first": last is None,
        **type_values([{"name": visit.gettext("General admission")}]),
    }


async def _render(
    visit: Visit,
    actor: Actor,
    form: Form[Any],
    read: tuple[ListVenueChoices, GetSeller],
    *,
    rows: int = 1,
    status: int = 200,
) -> Response:
    list_venues, get_seller = read
    seller = await seller_of(get_seller, actor, actor.id)
    return visit.render(
        "manage/new_event.html",
        status=status,
        form=form,
        rows=max(rows, 1),
        max_rows=MAX_TYPES,
        venues=await list_venues.execute(actor),
        taxes_by_country=seller.taxes_by_country if seller else (),
        **event_options(visit, form.value("currency")),
    )
