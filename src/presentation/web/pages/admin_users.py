"""Users, for administrators: search, create, change the role, deactivate."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from src.application.dtos.sold import SoldSearch, SoldSort
from src.application.use_cases.sales.list_sold_bookings import ListSoldBookings
from src.application.use_cases.sales.list_sold_orders import ListSoldOrders
from src.application.use_cases.user.create_user import CreateUser, CreateUserCommand
from src.application.use_cases.user.get_user import GetUser
from src.application.use_cases.user.list_users import ListUsers
from src.application.use_cases.user.set_user_active import SetUserActive
from src.application.use_cases.user.update_user import UpdateUser, UpdateUserCommand
from src.domain.entities.user import Role
from src.domain.errors import TicketingError
from src.domain.repositories.page import PageRequest
from src.domain.repositories.user import UserFilter
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Email, Name, Password, PathId, Phone
from src.presentation.web.forms import Form
from src.presentation.web.listing import SearchWords, next_address, page_wanted
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/admin/users")

SHOWN = PageRequest(20, SoldSort.NEWEST)
ACTIVITY = {"active": True, "inactive": False}


class UsersQuery(BaseModel):
    """The filters of the list."""

    q: SearchWords | None = None
    role: Role | None = None
    activity: Annotated[str, Field(pattern="^(active|inactive)$")] | None = None


class NewUserForm(BaseModel):
    """The account to create. Without a password its user cannot log in here."""

    name: Name
    email: Email | None = None
    phone: Phone | None = None
    role: Role = Role.CUSTOMER
    password: Password | None = None


class RoleForm(BaseModel):
    """The role to give, and the version of the account that was looked at."""

    role: Role
    version: int = Field(ge=1)


class ActiveForm(BaseModel):
    """Whether the account works, and the version of it that was looked at."""

    is_active: bool
    version: int = Field(ge=1)


class UserDetails:
    """A user with what they bought."""

    def __init__(
        self,
        get_user: Annotated[GetUser, provided("get_user")],
        orders: Annotated[ListSoldOrders, provided("list_sold_orders")],
        bookings: Annotated[ListSoldBookings, provided("list_sold_bookings")],
    ) -> None:
        self._get_user = get_user
        self._orders = orders
        self._bookings = bookings

    async def page(
        self, visit: Visit, user_id: int, form: Form[Any] | None = None, status: int = 200
    ) -> Response:
        """The page of the user. Raises NotFound."""
        actor = visit.require_role()
        user = await self._get_user.execute(actor, user_id)
        wanted = SoldSearch(user_id=user_id)
        orders = await self._orders.execute(actor, wanted, SHOWN)
        bookings = await self._bookings.execute(actor, wanted, SHOWN)
        if form is None:
            form = Form.new({"role": user.role.value, "version": user.version})
        return visit.render(
            "admin/user.html",
            status=status,
            user=user,
            form=form,
            orders=orders.page.items,
            sums=orders.sums,
            bookings=bookings.page.items,
            roles=list(Role),
        )


Details = Annotated[UserDetails, Depends()]


@router.get("")
async def show_users(
    visit: CurrentVisit, list_users: Annotated[ListUsers, provided("list_users")]
) -> Response:
    actor = visit.require_role()
    form = visit.query(UsersQuery)
    query = form.data or UsersQuery()
    wanted = UserFilter(query.role, ACTIVITY.get(query.activity or ""), query.q)
    found = await list_users.execute(actor, wanted, page_wanted(visit.request, sort="id"))
    return visit.render(
        "admin/users.html",
        form=form,
        users=found.items,
        roles=list(Role),
        next_page=next_address(visit.request, found),
    )


@router.get("/new")
async def show_new_user(visit: CurrentVisit) -> Response:
    visit.require_role()
    form: Form[NewUserForm] = Form.new({"role": Role.CUSTOMER.value})
    return visit.render("admin/new_user.html", form=form, roles=list(Role))


@router.post("/new")
async def create_user(
    visit: CurrentVisit, use_case: Annotated[CreateUser, provided("create_user")]
) -> Response:
    actor = visit.require_role()
    form = await visit.form(NewUserForm)
    if form.data is not None:
        try:
            user = await use_case.execute(actor, CreateUserCommand(**form.data.model_dump()))
        except TicketingError as refusal:
            visit.refuse(form, refusal)
        else:
            return visit.redirect(
                f"/admin/users/{user.id}", visit.gettext("The account is created.")
            )
    return visit.render("admin/new_user.html", status=422, form=form, roles=list(Role))


@router.get("/{user_id}")
async def show_user(visit: CurrentVisit, user_id: PathId, details: Details) -> Response:
    return await details.page(visit, user_id)


@router.post("/{user_id}/role")
async def change_role(
    visit: CurrentVisit,
    user_id: PathId,
    details: Details,
    use_case: Annotated[UpdateUser, provided("update_user")],
) -> Response:
    actor = visit.require_role()
    form = await visit.form(RoleForm)
    if form.data is not None:
        command = UpdateUserCommand(
            user_id, {"role": form.data.role}, expected_version=form.data.version
        )
        try:
            await use_case.execute(actor, command)
        except TicketingError as refusal:
            visit.refuse(form, refusal)
        else:
            return visit.redirect(f"/admin/users/{user_id}", visit.gettext("The role is changed."))
    return await details.page(visit, user_id, form, 422)


@router.post("/{user_id}/active")
async def set_active(
    visit: CurrentVisit,
    user_id: PathId,
    details: Details,
    use_case: Annotated[SetUserActive, provided("set_user_active")],
) -> Response:
    actor = visit.require_role()
    form = await visit.form(ActiveForm)
    if form.data is None:
        return await details.page(visit, user_id, form, 422)
    is_active = form.data.is_active
    try:
        await use_case.execute(
            actor, user_id, is_active=is_active, expected_version=form.data.version
        )
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await details.page(visit, user_id, form, 409)
    activated = visit.gettext("The account works again.")
    ended = visit.gettext("The account is deactivated, and all its sessions have ended.")
    return visit.redirect(f"/admin/users/{user_id}", activated if is_active else ended)
