"""Ticket types of an event: add, edit, pause, close, delete."""

from typing import Annotated, Any, cast

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.catalogue.new_ticket_type import NewTicketType
from src.application.dtos.event import EventSnapshot
from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.ticket_type.add_ticket_type import AddTicketType
from src.application.use_cases.ticket_type.delete_ticket_type import DeleteTicketType
from src.application.use_cases.ticket_type.set_ticket_type_status import SetTicketTypeStatus
from src.application.use_cases.ticket_type.update_ticket_type import (
    UpdateTicketType,
    UpdateTicketTypeCommand,
)
from src.domain.entities.event import Event
from src.domain.entities.price_tier import PriceTier
from src.domain.entities.ticket_type import TicketType, TicketTypeChanges, TicketTypeStatus
from src.domain.entities.user import Actor, Role
from src.domain.errors import Forbidden, NotFound, StaleVersion, TicketingError
from src.domain.shared.money import written
from src.domain.shared.times import changes_in_zone
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Name, PathId
from src.presentation.schemas.venue import SeatText
from src.presentation.web.amounts import check_amount
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.fields import Amount, LocalTime, Percent, Whole
from src.presentation.web.pages.manage.tiers import (
    is_same,
    read_tiers,
    refuse_tiers,
    tier_rows,
    tier_values,
)
from src.presentation.web.pages.manage.versions import changed_from, local_input, show_newer
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/events/{event_id}/types")


class TypeForm(BaseModel):
    """A ticket type or an add-on. Times are in the event's time zone."""

    name: Name
    is_add_on: bool = False
    price: Amount
    is_price_open: bool = False
    tax_rate: Percent | None = None
    capacity: Whole | None = None
    section: SeatText | None = None
    category: Name | None = None
    sales_start: LocalTime | None = None
    sales_end: LocalTime | None = None
    is_hidden: bool = False
    version: int = 0


class StatusForm(BaseModel):
    """The status that a button gives."""

    status: TicketTypeStatus


@router.get("")
async def list_types(
    visit: CurrentVisit,
    event_id: PathId,
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    managed = await get_event.execute(actor, event_id)
    form: Form[TypeForm] = Form.new({})
    return _render_list(visit, managed, form)


@router.post("")
async def add_type(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[AddTicketType, provided("add_ticket_type")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    managed = await get_event.execute(actor, event_id)
    form = await visit.form(TypeForm)
    if form.data is not None:
        check_amount(
            form, "price", form.data.price, currency=managed.event.currency, language=visit.language
        )
    needs_capacity = managed.event.needs_capacities or (form.data and form.data.is_add_on)
    if form.data is not None and form.data.capacity is None and needs_capacity:
        form.problems["capacity"] = visit.gettext("How many are there?")
    tiers = read_tiers(form, managed.event, visit)
    if form.data is None or form.is_wrong:
        return _render_list(visit, managed, form, status=422)
    is_add_on = form.data.is_add_on
    typed = form.data.model_dump(exclude={"version", "is_add_on"})
    new = NewTicketType(**typed, admits=not is_add_on, price_tiers=tiers)
    try:
        await use_case.execute(actor, event_id, new, idempotency=visit.idempotent(form))
    except (NotFound, Forbidden) as refusal:
        _raise_unless_section(refusal, form)
        visit.refuse(form, refusal)
        return _render_list(visit, managed, form, status=422)
    except TicketingError as refusal:
        refuse_tiers(visit, form, refusal)
        return _render_list(visit, managed, form, status=422)
    added = (
        visit.gettext("The add-on is added.")
        if is_add_on
        else visit.gettext("The ticket type is added.")
    )
    return visit.redirect(_address(event_id), added)


@router.get("/{ticket_type_id}")
async def show_type(
    visit: CurrentVisit,
    event_id: PathId,
    ticket_type_id: PathId,
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event, ticket_type = await _found(get_event, actor, event_id, ticket_type_id)
    form: Form[TypeForm] = Form.new(_values(event, ticket_type))
    return _render_type(visit, event, ticket_type, form)


@router.post("/{ticket_type_id}")
async def change_type(
    visit: CurrentVisit,
    event_id: PathId,
    ticket_type_id: PathId,
    use_case: Annotated[UpdateTicketType, provided("update_ticket_type")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event, ticket_type = await _found(get_event, actor, event_id, ticket_type_id)
    form = await visit.form(TypeForm)
    tiers = read_tiers(form, event, visit)
    if form.data is not None:
        check_amount(
            form, "price", form.data.price, currency=event.currency, language=visit.language
        )
    if form.data is None or form.is_wrong:
        return _render_type(visit, event, ticket_type, form, status=422)
    changes = _changes(event, ticket_type, form.data, tiers)
    command = UpdateTicketTypeCommand(ticket_type_id, changes, form.data.version)
    try:
        if changes:
            await use_case.execute(actor, command)
    except (NotFound, Forbidden) as refusal:
        _raise_unless_section(refusal, form)
        visit.refuse(form, refusal)
        return _render_type(visit, event, ticket_type, form, status=422)
    except StaleVersion:
        event, ticket_type = await _found(get_event, actor, event_id, ticket_type_id)
        show_newer(visit, form, _values(event, ticket_type))
        return _render_type(
            visit, event, ticket_type, form, status=409, version=ticket_type.version
        )
    except TicketingError as refusal:
        refuse_tiers(visit, form, refusal)
        return _render_type(visit, event, ticket_type, form, status=422)
    return visit.redirect(_address(event_id), visit.gettext("The changes are saved."))


@router.post("/{ticket_type_id}/status")
async def set_status(
    visit: CurrentVisit,
    event_id: PathId,
    ticket_type_id: PathId,
    use_case: Annotated[SetTicketTypeStatus, provided("set_ticket_type_status")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    _, ticket_type = await _found(get_event, actor, event_id, ticket_type_id)
    form = await visit.form(StatusForm)
    if form.data is None:
        return visit.redirect(_address(event_id))
    await use_case.execute(actor, ticket_type_id, form.data.status)
    said = {
        TicketTypeStatus.AVAILABLE: visit.gettext("“%(name)s” is on sale."),
        TicketTypeStatus.PAUSED: visit.gettext("“%(name)s” is paused."),
        TicketTypeStatus.CLOSED: visit.gettext("“%(name)s” is closed."),
    }
    return visit.redirect(_address(event_id), said[form.data.status] % {"name": ticket_type.name})


@router.post("/{ticket_type_id}/delete")
async def delete_type(
    visit: CurrentVisit,
    event_id: PathId,
    ticket_type_id: PathId,
    use_case: Annotated[DeleteTicketType, provided("delete_ticket_type")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event, ticket_type = await _found(get_event, actor, event_id, ticket_type_id)
    try:
        await use_case.execute(actor, ticket_type_id)
    except (NotFound, Forbidden):
        raise
    except TicketingError as refusal:
        form: Form[TypeForm] = Form.new(_values(event, ticket_type))
        visit.refuse(form, refusal)
        return _render_type(visit, event, ticket_type, form, status=409)
    return visit.redirect(_address(event_id), visit.gettext("The ticket type is deleted."))


def _address(event_id: int) -> str:
    return f"/manage/events/{event_id}/types"


def _raise_unless_section(refusal: TicketingError, form: Form[Any]) -> None:
    """A section that the venue has not is something to correct; all else is not there."""
    if not (isinstance(refusal, NotFound) and form.value("section")):
        raise refusal


async def _found(
    get_event: GetManagedEvent, actor: Actor, event_id: int, ticket_type_id: int
) -> tuple[Event, TicketType]:
    """The event and its ticket type. Raises NotFound for a type of another event."""
    managed = await get_event.execute(actor, event_id)
    for ticket_type in managed.ticket_types:
        if ticket_type.id == ticket_type_id:
            return managed.event, ticket_type
    raise NotFound("ticket type", ticket_type_id)


def _values(event: Event, ticket_type: TicketType) -> dict[str, object]:
    """What is stored, as it stands in the fields."""
    starts, ends = ticket_type.sales_start, ticket_type.sales_end
    return {
        "name": ticket_type.name,
        "price": written(ticket_type.price, event.currency),
        "is_price_open": ticket_type.is_price_open,
        "tax_rate": ticket_type.tax_rate,
        "capacity": ticket_type.own_capacity,
        "section": ticket_type.section,
        "category": ticket_type.category,
        "sales_start": local_input(starts, event.timezone) if starts else None,
        "sales_end": local_input(ends, event.timezone) if ends else None,
        "is_hidden": ticket_type.is_hidden,
        "version": ticket_type.version,
        **tier_values(ticket_type.price_tiers, event),
    }


def _changes(
    event: Event, ticket_type: TicketType, data: TypeForm, tiers: tuple[PriceTier, ...]
) -> TicketTypeChanges:
    """The fields that differ from what is stored; an empty capacity is the event's."""
    typed = data.model_dump(exclude={"version", "is_add_on"})
    if data.capacity == ticket_type.own_capacity:
        del typed["capacity"]
    meant = changes_in_zone(typed, event.timezone)
    changes = cast(TicketTypeChanges, changed_from(ticket_type, meant))
    if not is_same(ticket_type.price_tiers, tiers, event):
        changes["price_tiers"] = tiers
    return changes


def _render_list(
    visit: Visit, managed: EventSnapshot, form: Form[TypeForm], *, status: int = 200
) -> Response:
    return visit.render(
        "manage/types.html",
        status=status,
        event=managed.event,
        ticket_types=managed.ticket_types,
        form=form,
        new_form=Form.new,
        tier_rows=tier_rows(form),
    )


def _render_type(
    visit: Visit,
    event: Event,
    ticket_type: TicketType,
    form: Form[TypeForm],
    *,
    status: int = 200,
    version: int | None = None,
) -> Response:
    return visit.render(
        "manage/type.html",
        status=status,
        event=event,
        ticket_type=ticket_type,
        form=form,
        tier_rows=tier_rows(form),
        version=(form.value("version") or ticket_type.version) if version is None else version,
    )
