"""The rows of a form in which a seller says what is charged in each country."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from src.application.use_cases.seller.read_seller import GetSeller
from src.domain.entities.seller import CountryTaxes, Seller
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, TicketingError, ValidationFailed
from src.domain.shared.country import COUNTRIES
from src.presentation.schemas.seller import Country
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.fields import Percent
from src.presentation.web.visit import Visit

SPARE = 1
"""How many empty rows the form has beside those that are filled in."""
PATH = "body.taxes_by_country."


class TaxesRow(BaseModel):
    """A country as it is typed."""

    country: Country
    tax_rate: Percent
    fee_tax_rate: Percent | None = None
    tax_inclusive: bool = False
    reverse_charge: bool = False


async def seller_of(get_seller: GetSeller, actor: Actor, organizer_id: int) -> Seller | None:
    """The seller that an organizer is; None if the organizer has not said who sells."""
    try:
        return await get_seller.execute(actor, organizer_id)
    except NotFound:
        return None


def row_names(number: int) -> dict[str, str]:
    """The names of the fields of a row, by field: the rows of the form are numbered from 0."""
    return {field: f"taxes_{number}_{field}" for field in TaxesRow.model_fields}


def tax_rows(form: Form[Any]) -> int:
    """How many rows the form shows: those that are filled in, and some more."""
    return min(max(_filled(form), default=-1) + 1 + SPARE, len(COUNTRIES))


def read_taxes(form: Form[Any], visit: Visit) -> tuple[CountryTaxes, ...]:
    """What the rows that are not empty say; what is wrong with one goes to the form."""
    found = []
    for number in _filled(form):
        names = row_names(number)
        row: Form[TaxesRow] = Form({field: form.values(name) for field, name in names.items()})
        row.read(TaxesRow, visit.gettext)
        for field, sentence in row.problems.items():
            form.problems[names[field]] = sentence
        if row.data is not None:
            found.append(CountryTaxes(**row.data.model_dump()))
    return tuple(found)


def taxes_values(taxes: Sequence[CountryTaxes]) -> dict[str, object]:
    """What is stored, as it stands in the fields."""
    return {
        name: getattr(known, field)
        for number, known in enumerate(taxes)
        for field, name in row_names(number).items()
    }


def refuse_taxes(visit: Visit, form: Form[Any], refusal: TicketingError) -> None:
    """Put what was refused beside its field, in whatever row that is."""
    visit.refuse(form, refusal)
    if not isinstance(refusal, ValidationFailed) or not refusal.field.startswith(PATH):
        return
    number, _, field = refusal.field.removeprefix(PATH).partition(".")
    form.problem = None
    form.problems[row_names(_filled(form)[int(number)])[field]] = visit.sentence(refusal)


def _filled(form: Form[Any]) -> list[int]:
    """The rows in which something was typed."""
    return [
        number
        for number in range(len(COUNTRIES))
        if any(form.value(name).strip() for name in row_names(number).values())
    ]
