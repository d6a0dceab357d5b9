"""The rows of a form in which an organizer types price tiers."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from src.application.catalogue.new_ticket_type import tiers_in_zone
from src.domain.entities.event import Event
from src.domain.entities.price_tier import MAX_TIERS, PriceTier
from src.domain.errors import TicketingError, ValidationFailed
from src.domain.shared.money import written
from src.presentation.schemas.fields import Name
from src.presentation.web.amounts import check_amount
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.fields import Amount, LocalTime, Whole
from src.presentation.web.pages.manage.versions import local_input
from src.presentation.web.visit import Visit

SPARE = 2
"""How many empty rows the form has beside those that are filled in."""
PATH = "body.price_tiers."


class TierFields(BaseModel):
    """A price tier as it is typed; the time is in the event's time zone."""

    name: Name
    price: Amount
    until: LocalTime | None = None
    up_to: Whole | None = None


def tier_names(number: int) -> dict[str, str]:
    """The names of the fields of a row, by field: the rows of one form are numbered from 0."""
    return {field: f"tier_{number}_{field}" for field in TierFields.model_fields}


def tier_rows(form: Form[Any]) -> int:
    """How many rows the form shows: those that are filled in, and some more."""
    return min(max(_filled(form), default=-1) + 1 + SPARE, MAX_TIERS)


def read_tiers(form: Form[Any], event: Event, visit: Visit) -> tuple[PriceTier, ...]:
    """The tiers of the rows that are not empty; what is wrong with one goes to the form."""
    found = []
    for number in _filled(form):
        names = tier_names(number)
        row: Form[TierFields] = Form({field: form.values(name) for field, name in names.items()})
        row.read(TierFields, visit.gettext)
        if row.data is not None:
            price, currency = row.data.price, event.currency
            check_amount(row, "price", price, currency=currency, language=visit.language)
        for field, sentence in row.problems.items():
            form.problems[names[field]] = sentence
        if row.data is not None:
            found.append(PriceTier(**row.data.model_dump()))
    return tiers_in_zone(found, event.timezone)


def tier_values(tiers: Sequence[PriceTier], event: Event) -> dict[str, object]:
    """What is stored, as it stands in the fields."""
    values: dict[str, object] = {}
    for number, tier in enumerate(tiers):
        until = local_input(tier.until, event.timezone) if tier.until else None
        row = {
            "name": tier.name,
            "price": written(tier.price, event.currency),
            "until": until,
            "up_to": tier.up_to,
        }
        values |= {name: row[field] for field, name in tier_names(number).items()}
    return values


def is_same(stored: Sequence[PriceTier], typed: Sequence[PriceTier], event: Event) -> bool:
    """Whether nothing was changed: fields show times without their seconds."""
    return tier_values(stored, event) == tier_values(typed, event)


def refuse_tiers(visit: Visit, form: Form[Any], refusal: TicketingError) -> None:
    """Put what was refused beside its field, in whatever row that is."""
    visit.refuse(form, refusal)
    if not isinstance(refusal, ValidationFailed) or not refusal.field.startswith(PATH):
        return
    number, _, field = refusal.field.removeprefix(PATH).partition(".")
    if number.isdigit():
        form.problem = None
        form.problems[tier_names(_filled(form)[int(number)])[field]] = visit.sentence(refusal)


def _filled(form: Form[Any]) -> list[int]:
    """The rows in which something was typed."""
    return [
        number
        for number in range(MAX_TIERS)
        if any(form.value(name).strip() for name in tier_names(number).values())
    ]
