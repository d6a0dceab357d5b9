"""Until when buyers may give tickets of an event back by themselves, and what is kept."""

from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.price_example import PriceExample, PriceExampleCommand
from src.application.use_cases.event.set_cancellation_policy import (
    RemoveCancellationPolicy,
    SetCancellationPolicy,
)
from src.domain.entities.cancellation_policy import LONGEST_UNTIL, CancellationPolicy
from src.domain.entities.event import Event
from src.domain.entities.user import Role
from src.domain.errors import Forbidden, NotFound, TicketingError
from src.domain.shared.money import ZERO
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.fields import Amount, Percent, Whole
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/events/{event_id}/policy")

Get = Annotated[GetManagedEvent, provided("get_managed_event")]
Example = Annotated[PriceExample, provided("price_example")]


class Unit(StrEnum):
    """In what a time before the start is given."""

    DAYS = "days"
    HOURS = "hours"


class PolicyForm(BaseModel):
    """The terms; without `is_allowed` there are none. No number is until the event starts."""

    is_allowed: bool = False
    until: Whole | None = None
    unit: Unit = Unit.DAYS
    kept_percent: Percent = ZERO
    kept_fixed: Amount = ZERO

    @property
    def before_start(self) -> timedelta:
        """How long before the start it ends, not limited yet."""
        number = self.until or 0
        hours = number * 24 if self.unit is Unit.DAYS else number
        return timedelta(hours=min(hours, 10_000_000))


@router.get("")
async def show_policy(
    visit: CurrentVisit, event_id: PathId, get_event: Get, example: Example
) -> Response:
    event = (await get_event.execute(visit.require_role(Role.ORGANIZER), event_id)).event
    form: Form[PolicyForm] = Form.new(_values(event))
    return await _render(visit, event, form, example)


@router.post("")
async def change_policy(
    visit: CurrentVisit,
    event_id: PathId,
    get_event: Get,
    example: Example,
    set_policy: Annotated[SetCancellationPolicy, provided("set_cancellation_policy")],
    remove_policy: Annotated[RemoveCancellationPolicy, provided("remove_cancellation_policy")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event = (await get_event.execute(actor, event_id)).event
    form = await visit.form(PolicyForm)
    if form.data is not None and form.data.before_start > LONGEST_UNTIL:
        form.problems["until"] = visit.gettext("That is more than a year before the event.")
    if form.data is None or form.is_wrong:
        return await _render(visit, event, form, example, status=422)
    try:
        if form.data.is_allowed:
            await set_policy.execute(actor, event_id, _policy(form.data))
        else:
            await remove_policy.execute(actor, event_id)
    except (NotFound, Forbidden):
        raise
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _render(visit, event, form, example, status=422)
    return visit.redirect(f"/manage/events/{event_id}", visit.gettext("The changes are saved."))


def _policy(data: PolicyForm) -> CancellationPolicy:
    return CancellationPolicy(
        until=data.before_start, kept_percent=data.kept_percent, kept_fixed=data.kept_fixed
    )


def _values(event: Event) -> dict[str, object]:
    """What is stored, as it stands in the fields; a day is what most events ask for."""
    policy = event.cancellation_policy
    if policy is None:
        return {"until": 1, "unit": Unit.DAYS.value, "kept_percent": ZERO, "kept_fixed": ZERO}
    hours = int(policy.until.total_seconds()) // 3600
    is_days = hours % 24 == 0
    return {
        "is_allowed": True,
        "until": (hours // 24 if is_days else hours) or None,
        "unit": (Unit.DAYS if is_days else Unit.HOURS).value,
        "kept_percent": policy.kept_percent,
        "kept_fixed": policy.kept_fixed,
    }


async def _render(
    visit: Visit,
    event: Event,
    form: Form[PolicyForm],
    example: PriceExample,
    *,
    status: int = 200,
) -> Response:
    paid = await _paid(example, event)
    policy = event.cancellation_policy if form.data is None else _policy(form.data)
    return visit.render(
        "manage/policy.html",
        status=status,
        event=event,
        form=form,
        paid=paid,
        kept=policy.kept(paid, event.currency) if policy else None,
        units=[
            (Unit.DAYS.value, visit.gettext("days before the start")),
            (Unit.HOURS.value, visit.gettext("hours before the start")),
        ],
    )


async def _paid(example: PriceExample, event: Event) -> Decimal:
    """What a buyer pays for a ticket at the event's price."""
    amounts = await example.execute(
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
    return amounts.total_amount
