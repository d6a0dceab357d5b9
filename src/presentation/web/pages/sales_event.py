"""The sales of one event, live, and its box office."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from src.application.dtos.analytics import ReportQuery
from src.application.dtos.sold import EventSellThrough, SoldSearch, SoldSort
from src.application.selling.purchase import OrderItemRequest
from src.application.use_cases.analytics.read_sales import ReadSales
from src.application.use_cases.sales.give_tickets import ComplimentaryTickets, GiveTickets
from src.application.use_cases.sales.list_sold_bookings import ListSoldBookings
from src.application.use_cases.sales.read_sell_through import ReadSellThrough
from src.application.use_cases.sales.sell_at_box_office import BoxOfficeSale, SellAtBoxOffice
from src.domain.entities.user import Actor, Role
from src.domain.errors import NotFound, TicketingError
from src.domain.repositories.page import PageRequest
from src.domain.services.periods import Interval
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.complimentary import Reason
from src.presentation.schemas.fields import Email, Name, PathId, QueryId
from src.presentation.web.charts import draw
from src.presentation.web.forms import Form
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/events/{event_id}/sales")

LATEST = 20
MOST_AT_ONCE = 20
SPANS = {
    Interval.MINUTE: timedelta(hours=1),
    Interval.HOUR: timedelta(hours=48),
    Interval.DAY: timedelta(days=30),
}
"""How far back the curve goes for each length of an interval."""


class BoxOfficeForm(BaseModel):
    """Who gets how many tickets of which type."""

    ticket_type_id: QueryId
    quantity: Annotated[int, Field(ge=1, le=MOST_AT_ONCE)] = 1
    name: Name
    email: Email


class GiftForm(BoxOfficeForm):
    """Who is given how many tickets of which type, and why."""

    reason: Reason


class EventSales:
    """Everything on the page, read anew for each look at it."""

    def __init__(
        self,
        sales: Annotated[ReadSales, provided("read_sales")],
        sell_through: Annotated[ReadSellThrough, provided("read_sell_through")],
        bookings: Annotated[ListSoldBookings, provided("list_sold_bookings")],
    ) -> None:
        self._sales = sales
        self._sell_through = sell_through
        self._bookings = bookings

    async def event(self, actor: Actor, event_id: int) -> EventSellThrough:
        """The event and its stock. Raises NotFound."""
        found = await self._sell_through.execute(actor, event_id)
        if not found:
            raise NotFound("event", event_id)
        return found[0]

    async def read(self, visit: Visit, event_id: int) -> dict[str, Any]:
        """The values of the template."""
        actor = visit.require_role(Role.ORGANIZER)
        event = await self.event(actor, event_id)
        wanted = visit.request.query_params.get("interval")
        interval = next((known for known in SPANS if known == wanted), Interval.HOUR)
        now = datetime.now(UTC)
        query = ReportQuery(event_id, now - SPANS[interval], now, interval, event.timezone)
        sales = await self._sales.execute(actor, query)
        buckets = [
            (bucket.start, sum(sold.tickets for sold in bucket.by_currency))
            for bucket in sales.over_time
        ]
        latest = await self._bookings.execute(
            actor, SoldSearch(event_id=event_id), PageRequest(LATEST, SoldSort.NEWEST)
        )
        return {
            "event": event,
            "interval": interval,
            "intervals": list(SPANS),
            "chart_drawn": draw(buckets, is_running=True),
            "latest": latest.page.items,
            "now": now,
        }


Read = Annotated[EventSales, Depends()]


@router.get("")
async def show_event_sales(visit: CurrentVisit, event_id: PathId, sales: Read) -> Response:
    form: Form[BoxOfficeForm] = Form.new({"quantity": 1})
    gift: Form[GiftForm] = Form.new({"quantity": 1})
    values = await sales.read(visit, event_id)
    return visit.render("sales/event.html", form=form, gift=gift, **values)


@router.get("/live")
async def show_live_event_sales(visit: CurrentVisit, event_id: PathId, sales: Read) -> Response:
    """The part of the page that changes by itself."""
    return visit.render("sales/event_live.html", **await sales.read(visit, event_id))


@router.post("/box-office")
async def sell(
    visit: CurrentVisit,
    event_id: PathId,
    sales: Read,
    use_case: Annotated[SellAtBoxOffice, provided("sell_at_box_office")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(BoxOfficeForm)
    if form.data is not None:
        sale = BoxOfficeSale(
            event_id=event_id, **form.data.model_dump(), idempotency=visit.idempotent(form)
        )
        try:
            order = (await use_case.execute(actor, sale)).result
        except TicketingError as refusal:
            visit.refuse(form, refusal)
        else:
            sold = visit.gettext("Sold. The tickets go to %(email)s.") % {"email": sale.email}
            return visit.redirect(f"/manage/orders/{order.id}", sold)
    values = await sales.read(visit, event_id)
    gift: Form[GiftForm] = Form.new({"quantity": 1})
    return visit.render("sales/event.html", status=422, form=form, gift=gift, **values)


@router.post("/complimentary")
async def give(
    visit: CurrentVisit,
    event_id: PathId,
    sales: Read,
    use_case: Annotated[GiveTickets, provided("give_tickets")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(GiftForm)
    if form.data is not None:
        given = form.data
        tickets = ComplimentaryTickets(
            event_id=event_id,
            item=OrderItemRequest(given.ticket_type_id, given.quantity),
            reason=given.reason,
            name=given.name,
            email=given.email,
            idempotency=visit.idempotent(form),
        )
        try:
            booking = (await use_case.execute(actor, tickets)).result
        except TicketingError as refusal:
            visit.refuse(form, refusal)
        else:
            said = visit.gettext("Given. The tickets go to %(email)s.") % {"email": given.email}
            return visit.redirect(f"/manage/bookings/{booking.id}", said)
    sale: Form[BoxOfficeForm] = Form.new({"quantity": 1})
    values = await sales.read(visit, event_id)
    return visit.render("sales/event.html", status=422, form=sale, gift=form, **values)
