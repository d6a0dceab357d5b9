"""Orders, bookings and payments: of an organizer's events, and all of them for administrators."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel

from src.application.dtos.movement import MovementSearch
from src.application.dtos.sold import SoldSearch, SoldSort, TransactionSearch
from src.application.use_cases.analytics.list_movements import ExportMovements
from src.application.use_cases.sales.export_sold import (
    ExportBookings,
    ExportOrders,
    ExportTransactions,
)
from src.application.use_cases.sales.list_sold_bookings import ListSoldBookings, SoldBookings
from src.application.use_cases.sales.list_sold_orders import ListSoldOrders, SoldOrders
from src.application.use_cases.sales.list_sold_transactions import (
    ListSoldTransactions,
    SoldTransactions,
)
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import Payment
from src.domain.entities.order import OrderStatus
from src.domain.entities.transaction import LedgerAccount, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor, Role
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Day, QueryId
from src.presentation.utils.movements_csv import movements_csv
from src.presentation.utils.sold_csv import bookings_csv, orders_csv, transactions_csv
from src.presentation.web.event_choice import Choosable
from src.presentation.web.listing import (
    SearchWords,
    address_with,
    end_of,
    next_address,
    page_wanted,
    start_of,
)
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

NOT_OF_MOVEMENTS = dict.fromkeys(("q", "kind", "status", "provider", "payment", "sort"))
"""The filters of lists that movements do not have."""


class ListQuery(BaseModel):
    """The filters that all lists have."""

    q: SearchWords | None = None
    event_id: QueryId | None = None
    date_from: Day | None = None
    date_to: Day | None = None
    sort: SoldSort = SoldSort.NEWEST

    def shared(self, zone: str) -> dict[str, Any]:
        """What a search of every list has; days are those of the zone, the last one included."""
        return {
            "event_id": self.event_id,
            "q": self.q or None,
            "date_from": start_of(self.date_from, zone),
            "date_to": end_of(self.date_to, zone),
        }


class OrdersQuery(ListQuery):
    """The filters of the list of orders."""

    status: OrderStatus | None = None
    payment: Payment | None = None

    def wanted(self, zone: str) -> SoldSearch:
        return SoldSearch(**self.shared(zone), status=self.status, payment=self.payment)


class BookingsQuery(ListQuery):
    """The filters of the list of bookings."""

    status: BookingStatus | None = None
    complimentary: bool | None = None

    def wanted(self, zone: str) -> SoldSearch:
        return SoldSearch(
            **self.shared(zone), status=self.status, is_complimentary=self.complimentary
        )


class PaymentsQuery(ListQuery):
    """The filters of the list of payments and refunds."""

    kind: TransactionKind | None = None
    status: TransactionStatus | None = None
    provider: SearchWords | None = None

    def wanted(self, zone: str) -> TransactionSearch:
        return TransactionSearch(
            **self.shared(zone),
            kind=self.kind,
            status=self.status,
            provider=self.provider or None,
        )


class MovementsQuery(BaseModel):
    """The filters of the table of movements."""

    event_id: QueryId | None = None
    account: LedgerAccount | None = None
    date_from: Day | None = None
    date_to: Day | None = None


class Looker:
    """Who looks at a list, in which section, and in whose time."""

    def __init__(
        self,
        visit: CurrentVisit,
        choosable: Annotated[Choosable, Depends()],
    ) -> None:
        self.visit: Visit = visit
        path = visit.request.scope["route"].path
        self.section = "/admin" if path.startswith("/admin/") else "/manage"
        roles = () if self.section == "/admin" else (Role.ORGANIZER,)
        self.actor: Actor = visit.require_role(*roles)
        self.choosable = choosable

    async def zone(self) -> str:
        """The zone that most of an organizer's events are in; an administrator's days are UTC."""
        zone = await self.choosable.read(self.actor)
        return "UTC" if self.section == "/admin" else zone

    def show(
        self, name: str, form: Any, found: SoldOrders | SoldBookings | SoldTransactions, zone: str
    ) -> Response:
        """The page of a list."""
        address = f"{self.section}/{name}"
        return self.visit.render(
            f"sales/{name}.html",
            status=422 if form.is_wrong else 200,
            form=form,
            rows=found.page.items,
            sums=found.sums,
            number=sum(total.number for total in found.sums),
            next_page=next_address(self.visit.request, found.page),
            table=address_with(self.visit.request, f"{address}.csv"),
            movements=address_with(
                self.visit.request, f"{self.section}/movements.csv", **NOT_OF_MOVEMENTS
            ),
            address=address,
            section=self.section,
            **self.choosable.values(),
            zone=zone,
        )


Look = Annotated[Looker, Depends()]


@router.get("/manage/orders")
@router.get("/admin/orders")
async def show_orders(
    look: Look, list_orders: Annotated[ListSoldOrders, provided("list_sold_orders")]
) -> Response:
    form = look.visit.query(OrdersQuery)
    query = form.data or OrdersQuery()
    zone = await look.zone()
    page = page_wanted(look.visit.request, sort=query.sort)
    found = await list_orders.execute(look.actor, query.wanted(zone), page)
    return look.show("orders", form, found, zone)


@router.get("/manage/orders.csv")
@router.get("/admin/orders.csv")
async def export_orders(
    look: Look, use_case: Annotated[ExportOrders, provided("export_orders")]
) -> Response:
    """The orders that the list shows, all pages of it."""
    query = look.visit.asked(OrdersQuery)
    zone = await look.zone()
    wanted = query.wanted(zone)
    return orders_csv(await use_case.execute(look.actor, wanted, query.sort, is_managed=True))


@router.get("/manage/bookings")
@router.get("/admin/bookings")
async def show_bookings(
    look: Look, list_bookings: Annotated[ListSoldBookings, provided("list_sold_bookings")]
) -> Response:
    form = look.visit.query(BookingsQuery)
    query = form.data or BookingsQuery()
    zone = await look.zone()
    page = page_wanted(look.visit.request, sort=query.sort)
    found = await list_bookings.execute(look.actor, query.wanted(zone), page)
    return look.show("bookings", form, found, zone)


@router.get("/manage/bookings.csv")
@router.get("/admin/bookings.csv")
async def export_bookings(
    look: Look, use_case: Annotated[ExportBookings, provided("export_bookings")]
) -> Response:
    """The bookings that the list shows, all pages of it."""
    query = look.visit.asked(BookingsQuery)
    zone = await look.zone()
    return bookings_csv(await use_case.execute(look.actor, query.wanted(zone), query.sort))


@router.get("/manage/payments")
@router.get("/admin/payments")
async def show_payments(
    look: Look,
    list_payments: Annotated[ListSoldTransactions, provided("list_sold_transactions")],
) -> Response:
    form = look.visit.query(PaymentsQuery)
    query = form.data or PaymentsQuery()
    zone = await look.zone()
    page = page_wanted(look.visit.request, sort=query.sort)
    found = await list_payments.execute(look.actor, query.wanted(zone), page)
    return look.show("payments", form, found, zone)


@router.get("/manage/payments.csv")
@router.get("/admin/payments.csv")
async def export_payments(
    look: Look, use_case: Annotated[ExportTransactions, provided("export_transactions")]
) -> Response:
    """The payments and refunds that the list shows, all pages of it."""
    query = look.visit.asked(PaymentsQuery)
    zone = await look.zone()
    return transactions_csv(await use_case.execute(look.actor, query.wanted(zone), query.sort))


@router.get("/manage/movements.csv")
@router.get("/admin/movements.csv")
async def export_movements(
    look: Look, use_case: Annotated[ExportMovements, provided("export_movements")]
) -> Response:
    """Each entry of the ledger, of an event and of some days."""
    query = look.visit.asked(MovementsQuery)
    zone = await look.zone()
    wanted = MovementSearch(
        event_id=query.event_id,
        account=query.account,
        date_from=start_of(query.date_from, zone),
        date_to=end_of(query.date_to, zone),
    )
    return movements_csv(await use_case.execute(look.actor, wanted))
