"""All bookings and reservations, for administrators."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.dtos.sold import SoldSearch, SoldSort
from src.application.use_cases.sales.list_sold_bookings import ListSoldBookings
from src.domain.entities.booking import BookingStatus
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Day
from src.presentation.web.listing import (
    SearchWords,
    end_of,
    next_address,
    page_wanted,
    start_of,
)
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/admin/bookings")


class AllBookingsQuery(BaseModel):
    """The filters of the list; days are those of UTC, the last one included."""

    q: SearchWords | None = None
    status: BookingStatus | None = None
    date_from: Day | None = None
    date_to: Day | None = None
    sort: SoldSort = SoldSort.NEWEST


@router.get("")
async def show_all_bookings(
    visit: CurrentVisit,
    list_bookings: Annotated[ListSoldBookings, provided("list_sold_bookings")],
) -> Response:
    actor = visit.require_role()
    form = visit.query(AllBookingsQuery)
    query = form.data or AllBookingsQuery()
    wanted = SoldSearch(
        q=query.q,
        status=query.status,
        date_from=start_of(query.date_from, "UTC"),
        date_to=end_of(query.date_to, "UTC"),
    )
    page = page_wanted(visit.request, sort=query.sort)
    found = await list_bookings.execute(actor, wanted, page)
    return visit.render(
        "admin/bookings.html",
        form=form,
        bookings=found.page.items,
        sums=found.sums,
        next_page=next_address(visit.request, found.page),
    )
