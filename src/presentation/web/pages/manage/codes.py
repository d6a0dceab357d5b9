"""Discount codes: list, create, edit, delete."""

import secrets
from datetime import datetime
from typing import Annotated, Any, cast

from fastapi import APIRouter, Response
from pydantic import BeforeValidator

from src.application.ports.database import Clock
from src.application.use_cases.discount.create_discount import (
    CreateDiscount,
    CreateDiscountCommand,
)
from src.application.use_cases.discount.delete_discount import DeleteDiscount
from src.application.use_cases.discount.export_discounts import ExportDiscounts
from src.application.use_cases.discount.get_discount import GetDiscount
from src.application.use_cases.discount.list_discounts import ListDiscounts
from src.application.use_cases.discount.update_discount import (
    UpdateDiscount,
    UpdateDiscountCommand,
)
from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.list_managed_events import ListManagedEvents
from src.domain.entities.discount import Discount, DiscountChanges
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.user import Actor, Role
from src.domain.errors import Duplicate, Forbidden, NotFound, StaleVersion, TicketingError
from src.domain.shared.money import written
from src.domain.shared.times import changes_in_zone
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId, QueryId
from src.presentation.utils.discounts_csv import discounts_csv
from src.presentation.web.amounts import check_amount
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.codes_fields import (
    Code,
    Covered,
    Terms,
    code_state,
    covered,
    covered_choices,
    own_events,
    require_percentage,
)
from src.presentation.web.pages.manage.fields import CURRENCIES, Currency
from src.presentation.web.pages.manage.lists import newest_first, next_address
from src.presentation.web.pages.manage.versions import changed_from, local_input, show_newer
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/codes")

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
SUGGESTED_LENGTH = 8


class CodeForm(Terms):
    """What can be edited of a code. Times are in the event's time zone, else in UTC."""

    code: Code
    version: int = 0


class NewCodeForm(CodeForm):
    """A new code. `covers` is empty for all events, else `event:7` or `type:9`."""

    kind: DiscountKind = DiscountKind.PERCENT
    currency: Currency | None = None
    covers: Annotated[Covered, BeforeValidator(covered)] = Covered()
    event: int | None = None


@router.get("")
async def list_codes(
    visit: CurrentVisit,
    use_case: Annotated[ListDiscounts, provided("list_discounts")],
    list_events: Annotated[ListManagedEvents, provided("list_managed_events")],
    clock: Annotated[Clock, provided("clock")],
    before: QueryId | None = None,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    found = await use_case.execute(actor, newest_first(before))
    now = clock()
    return visit.render(
        "manage/codes.html",
        codes=[(code, code_state(code, now)) for code in found.items],
        titles=dict(await own_events(actor, list_events)),
        next_href=next_address(found, "/manage/codes"),
    )


@router.get(".csv")
async def export_codes(
    visit: CurrentVisit,
    use_case: Annotated[ExportDiscounts, provided("export_discounts")],
) -> Response:
    return discounts_csv(await use_case.execute(visit.require_role(Role.ORGANIZER)))


@router.get("/new")
async def show_new_code(
    visit: CurrentVisit,
    list_events: Annotated[ListManagedEvents, provided("list_managed_events")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
    event: QueryId | None = None,
) -> Response:
    visit.require_role(Role.ORGANIZER)
    suggested = "".join(secrets.choice(ALPHABET) for _ in range(SUGGESTED_LENGTH))
    form: Form[NewCodeForm] = Form.new(
        {
            "code": suggested,
            "kind": DiscountKind.PERCENT.value,
            "covers": f"event:{event}" if event else None,
            "event": event,
        }
    )
    return await _render_new(visit, form, list_events, get_event)


@router.post("/new")
async def create_code(
    visit: CurrentVisit,
    use_case: Annotated[CreateDiscount, provided("create_discount")],
    list_events: Annotated[ListManagedEvents, provided("list_managed_events")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(NewCodeForm)
    require_percentage(visit, form, is_percent=form.value("kind") != DiscountKind.FIXED)
    if form.data is not None and form.data.kind is DiscountKind.FIXED:
        currency = await _currency(actor, form.data, get_event)
        check_amount(form, "value", form.data.value, currency=currency, language=visit.language)
    if form.data is None or form.is_wrong:
        return await _render_new(visit, form, list_events, get_event, status=422)
    covers = form.data.covers
    command = CreateDiscountCommand(
        **form.data.model_dump(exclude={"covers", "event", "version", "currency"}),
        currency=None if covers.is_narrow else form.data.currency,
        event_id=covers.event_id,
        ticket_type_id=covers.ticket_type_id,
    )
    try:
        discount = await use_case.execute(actor, command)
    except Duplicate:
        form.problems["code"] = visit.gettext("You have a code of this name. Choose another.")
    except TicketingError as refusal:
        visit.refuse(form, refusal)
    else:
        message = visit.gettext("The code %(code)s can be used now.") % {"code": discount.code}
        return visit.redirect("/manage/codes", message)
    return await _render_new(visit, form, list_events, get_event, status=422)


@router.get("/{discount_id}")
async def show_code(
    visit: CurrentVisit,
    discount_id: PathId,
    get_code: Annotated[GetDiscount, provided("get_discount")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    code = await get_code.execute(actor, discount_id)
    title, zone = await _event_of(actor, code, get_event)
    form: Form[CodeForm] = Form.new(_values(code, zone))
    return _render(visit, code, form, title, zone)


@router.post("/{discount_id}")
async def change_code(
    visit: CurrentVisit,
    discount_id: PathId,
    use_case: Annotated[UpdateDiscount, provided("update_discount")],
    get_code: Annotated[GetDiscount, provided("get_discount")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    code = await get_code.execute(actor, discount_id)
    title, zone = await _event_of(actor, code, get_event)
    form = await visit.form(CodeForm)
    require_percentage(visit, form, is_percent=code.kind is DiscountKind.PERCENT)
    if form.data is not None and code.currency is not None:
        check_amount(
            form, "value", form.data.value, currency=code.currency, language=visit.language
        )
    if form.data is None or form.is_wrong:
        return _render(visit, code, form, title, zone, status=422)
    changes = _changes(code, form.data, zone)
    try:
        if changes:
            version = form.data.version
            await use_case.execute(actor, UpdateDiscountCommand(discount_id, changes, version))
    except (NotFound, Forbidden):
        raise
    except StaleVersion:
        code = await get_code.execute(actor, discount_id)
        show_newer(visit, form, _values(code, zone))
        return _render(visit, code, form, title, zone, status=409, version=code.version)
    except Duplicate:
        form.problems["code"] = visit.gettext("You have a code of this name. Choose another.")
        return _render(visit, code, form, title, zone, status=422)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return _render(visit, code, form, title, zone, status=422)
    return visit.redirect("/manage/codes", visit.gettext("The changes are saved."))


@router.post("/{discount_id}/delete")
async def delete_code(
    visit: CurrentVisit,
    discount_id: PathId,
    use_case: Annotated[DeleteDiscount, provided("delete_discount")],
) -> Response:
    await use_case.execute(visit.require_role(Role.ORGANIZER), discount_id)
    return visit.redirect("/manage/codes", visit.gettext("The code is deleted."))


def _values(code: Discount, zone: str) -> dict[str, object]:
    """What is stored, as it stands in the fields."""
    values: dict[str, object] = {}
    for name in CodeForm.model_fields:
        value = getattr(code, name)
        if name == "value":
            value = written(value, code.currency or "")
        values[name] = local_input(value, zone) if isinstance(value, datetime) else value
    return values


def _changes(code: Discount, data: CodeForm, zone: str) -> DiscountChanges:
    meant = changes_in_zone(data.model_dump(exclude={"version"}), zone)
    return cast(DiscountChanges, changed_from(code, meant))


async def _currency(actor: Actor, data: NewCodeForm, get_event: GetManagedEvent) -> str:
    """The currency of a fixed amount: that of what the code covers, else the one that is chosen."""
    event_id = data.covers.event_id or (data.event if data.covers.is_narrow else None)
    if event_id is None:
        return data.currency or ""
    return (await get_event.execute(actor, event_id)).event.currency


async def _event_of(
    actor: Actor, code: Discount, get_event: GetManagedEvent
) -> tuple[str | None, str]:
    """The title of what the code covers, and the zone of its times; UTC without an event."""
    if code.event_id is None:
        return None, "UTC"
    try:
        managed = await get_event.execute(actor, code.event_id)
    except NotFound:
        # The event was deleted since.
        return None, "UTC"
    names = [kind.name for kind in managed.ticket_types if kind.id == code.ticket_type_id]
    return " · ".join([managed.event.title, *names]), managed.event.timezone


def _render(
    visit: Visit,
    code: Discount,
    form: Form[Any],
    title: str | None,
    zone: str,
    *,
    status: int = 200,
    version: int | None = None,
) -> Response:
    return visit.render(
        "manage/code.html",
        status=status,
        code=code,
        form=form,
        title=title,
        zone=zone,
        version=form.value("version") if version is None else version,
    )


async def _render_new(
    visit: Visit,
    form: Form[Any],
    list_events: ListManagedEvents,
    get_event: GetManagedEvent,
    *,
    status: int = 200,
) -> Response:
    asked = form.value("event")
    choices = await covered_choices(visit, list_events, get_event, asked=asked)
    return visit.render(
        "manage/new_code.html",
        status=status,
        form=form,
        covers=choices,
        currencies=[(code, code) for code in CURRENCIES],
    )
