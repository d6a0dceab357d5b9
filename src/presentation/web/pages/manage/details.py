"""What an event is and what it costs: two forms, which keep what was typed."""

from datetime import datetime
from typing import Annotated, Any, cast

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.price_example import PriceExample, PriceExampleCommand
from src.application.use_cases.event.update_event import UpdateEvent, UpdateEventCommand
from src.application.use_cases.seller.read_seller import GetSeller
from src.domain.entities.event import Event, EventChanges, EventKind, Payment
from src.domain.entities.user import Role
from src.domain.errors import Forbidden, NotFound, StaleVersion, TicketingError
from src.domain.shared.language import Language
from src.domain.shared.money import ZERO, written
from src.domain.shared.times import changes_in_zone
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Instructions, Name, PathId
from src.presentation.web.amounts import check_amount
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.fields import (
    Amount,
    Currency,
    Days,
    Limit,
    LocalTime,
    Percent,
    Text,
    Whole,
)
from src.presentation.web.pages.manage.options import event_options
from src.presentation.web.pages.manage.seller_taxes import seller_of
from src.presentation.web.pages.manage.versions import changed_from, local_input, show_newer
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/events/{event_id}")

TERMS = ("allows_bank_transfer", "payment_days", "payment_instructions")
"""What concerns only events that are paid here."""


class DetailsForm(BaseModel):
    """What an event is; when and where is another page. Times are in its time zone."""

    title: Name
    description: Text | None = None
    kind: EventKind = EventKind.OTHER
    capacity: Whole | None = None
    max_tickets_per_user: Limit | None = None
    sales_start: LocalTime | None = None
    sales_end: LocalTime | None = None
    terms: Text | None = None
    language: Language = Language.EN
    allows_reentry: bool = False
    allows_transfer: bool = False
    allows_bank_transfer: bool = False
    payment_days: Days | None = None
    payment_instructions: Instructions | None = None
    version: int


class FeesForm(BaseModel):
    """What is added to the prices of an event."""

    currency: Currency
    service_fee_fixed: Amount = ZERO
    service_fee_percent: Percent = ZERO
    tax_rate: Percent = ZERO
    fee_tax_rate: Percent | None = None
    tax_inclusive: bool = False
    version: int


@router.get("/edit")
async def show_details(
    visit: CurrentVisit,
    event_id: PathId,
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    event = (await get_event.execute(visit.require_role(Role.ORGANIZER), event_id)).event
    form: Form[DetailsForm] = Form.new(_values(DetailsForm, event))
    return _render(visit, "manage/details.html", event, form)


@router.post("/edit")
async def change_details(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[UpdateEvent, provided("update_event")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    form = await visit.form(DetailsForm)
    return await _change(visit, event_id, form, use_case, get_event, "manage/details.html")


@router.get("/fees")
async def show_fees(
    visit: CurrentVisit,
    event_id: PathId,
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
    example: Annotated[PriceExample, provided("price_example")],
    get_seller: Annotated[GetSeller, provided("get_seller")],
) -> Response:
    event = (await get_event.execute(visit.require_role(Role.ORGANIZER), event_id)).event
    form: Form[FeesForm] = Form.new(_values(FeesForm, event))
    more = await _fees(visit, event, example, get_seller)
    return _render(visit, "manage/fees.html", event, form, **more)


@router.post("/fees")
async def change_fees(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[UpdateEvent, provided("update_event")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
    example: Annotated[PriceExample, provided("price_example")],
    get_seller: Annotated[GetSeller, provided("get_seller")],
) -> Response:
    form = await visit.form(FeesForm)
    if form.data is not None:
        fee, currency = form.data.service_fee_fixed, form.data.currency
        check_amount(form, "service_fee_fixed", fee, currency=currency, language=visit.language)
    return await _change(
        visit, event_id, form, use_case, get_event, "manage/fees.html", fees=(example, get_seller)
    )


async def _change(
    visit: Visit,
    event_id: int,
    form: Form[Any],
    update: UpdateEvent,
    get_event: GetManagedEvent,
    template: str,
    *,
    fees: tuple[PriceExample, GetSeller] | None = None,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event = (await get_event.execute(actor, event_id)).event
    more = {} if fees is None else await _fees(visit, event, *fees)
    if form.data is None or form.is_wrong:
        return _render(visit, template, event, form, status=422, **more)
    changes = _changes(event, form.data)
    try:
        if changes:
            version = form.data.version
            await update.execute(actor, UpdateEventCommand(event_id, changes, None, version))
    except (NotFound, Forbidden):
        raise
    except StaleVersion:
        event = (await get_event.execute(actor, event_id)).event
        show_newer(visit, form, _values(type(form.data), event))
        return _render(visit, template, event, form, status=409, version=event.version, **more)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return _render(visit, template, event, form, status=422, **more)
    return visit.redirect(f"/manage/events/{event_id}", visit.gettext("The changes are saved."))


def _changes(event: Event, data: BaseModel) -> EventChanges:
    """The fields that differ from what is stored; an empty capacity is that of its types."""
    typed = data.model_dump(exclude={"version"})
    if typed.get("capacity", event.own_capacity) == event.own_capacity:
        typed.pop("capacity", None)
    if event.payment is not Payment.ONLINE:
        # The form does not show them.
        typed = {name: value for name, value in typed.items() if name not in TERMS}
    meant = changes_in_zone(typed, event.timezone)
    return cast(EventChanges, changed_from(event, meant))


def _values(model: type[BaseModel], event: Event) -> dict[str, object]:
    """What is stored, as it stands in the fields."""
    values = {}
    for name in model.model_fields:
        value = getattr(event, "own_capacity" if name == "capacity" else name)
        if isinstance(value, datetime):
            value = local_input(value, event.timezone)
        elif name == "service_fee_fixed":
            value = written(value, event.currency)
        values[name] = value
    return values


async def _fees(
    visit: Visit, event: Event, example: PriceExample, get_seller: GetSeller
) -> dict[str, Any]:
    """What the page of fees has beside its form: an example, and the seller's rates there."""
    actor = visit.require_role(Role.ORGANIZER)
    seller = await seller_of(get_seller, actor, event.organizer_id)
    taxes = seller.taxes_in(event.country) if seller else None
    own = (event.tax_rate, event.fee_tax_rate, event.tax_inclusive)
    is_usual = taxes is not None and own == (
        taxes.tax_rate,
        taxes.fee_tax_rate,
        taxes.tax_inclusive,
    )
    return {"amounts": await _example(example, event), "usual": taxes, "is_usual": is_usual}


async def _example(example: PriceExample, event: Event) -> object:
    return await example.execute(
        PriceExampleCommand(
            price=event.price,
            currency=event.currency,
            service_fee_fixed=event.service_fee_fixed,
            service_fee_percent=event.service_fee_percent,
            tax_rate=event.tax_rate,
            tax_inclusive=event.tax_inclusive,
            fee_tax_rate=event.fee_tax_rate,
            by_small_business=event.by_small_business,
        )
    )


def _render(
    visit: Visit,
    template: str,
    event: Event,
    form: Form[Any],
    *,
    status: int = 200,
    version: int | None = None,
    **values: Any,
) -> Response:
    return visit.render(
        template,
        status=status,
        event=event,
        form=form,
        version=form.value("version") if version is None else version,
        **event_options(visit, event.currency),
        **values,
    )
