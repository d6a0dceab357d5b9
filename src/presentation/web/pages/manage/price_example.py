"""What a buyer pays at an event that is being made or edited: a part of its page."""

from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.use_cases.event.price_example import PriceExample, PriceExampleCommand
from src.application.use_cases.seller.read_seller import GetSeller
from src.application.use_cases.venue.get_venue import GetVenue
from src.domain.entities.user import Role
from src.domain.errors import NotFound
from src.domain.shared.money import ZERO, is_payable
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import QueryId
from src.presentation.schemas.seller import Country
from src.presentation.web.pages.manage.fields import Amount, Currency, Percent
from src.presentation.web.pages.manage.seller_taxes import seller_of
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/manage/events")


class ExampleForm(BaseModel):
    """A price, and what is added to it; `country` and `venue_id` are those of a new event."""

    price: Amount = ZERO
    currency: Currency = "EUR"
    service_fee_fixed: Amount = ZERO
    service_fee_percent: Percent = ZERO
    tax_rate: Percent | None = None
    fee_tax_rate: Percent | None = None
    tax_inclusive: bool = False
    country: Country | None = None
    venue_id: QueryId | None = None


@router.get("/price-example")
async def show_price_example(
    visit: CurrentVisit,
    use_case: Annotated[PriceExample, provided("price_example")],
    get_seller: Annotated[GetSeller, provided("get_seller")],
    get_venue: Annotated[GetVenue, provided("get_venue")],
) -> Response:
    """What a buyer pays with what is typed now."""
    actor = visit.require_role(Role.ORGANIZER)
    asked = visit.query(ExampleForm).data
    if asked is None or not all(
        is_payable(amount, asked.currency) for amount in (asked.price, asked.service_fee_fixed)
    ):
        return visit.render("manage/price_example.html", amounts=None, currency="")
    seller = await seller_of(get_seller, actor, actor.id)
    country = asked.country or await _country_of_venue(get_venue, asked.venue_id)
    has_rates = asked.tax_rate is not None or asked.fee_tax_rate is not None
    taxes = seller.taxes_in(country) if seller and not has_rates else None
    values: dict[str, Any] = asked.model_dump(exclude={"country", "venue_id"})
    values["tax_rate"] = asked.tax_rate or ZERO
    if taxes is not None:
        values |= {"tax_rate": taxes.tax_rate, "fee_tax_rate": taxes.fee_tax_rate}
        values["tax_inclusive"] = asked.tax_inclusive or taxes.tax_inclusive
    is_small = seller is not None and seller.is_small_business
    amounts = await use_case.execute(PriceExampleCommand(**values, by_small_business=is_small))
    return visit.render(
        "manage/price_example.html",
        amounts=amounts,
        currency=asked.currency,
        by_small_business=is_small,
        taxes=taxes,
    )


async def _country_of_venue(get_venue: GetVenue, venue_id: int | None) -> str | None:
    try:
        return None if venue_id is None else (await get_venue.execute(venue_id)).country
    except NotFound:
        return None
