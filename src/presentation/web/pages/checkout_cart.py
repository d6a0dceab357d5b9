"""The cart: tickets of several events, which are held together at the checkout."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field, ValidationError

from src.application.dtos.cart import CartLine
from src.application.use_cases.cart.add_to_cart import AddToCart, AddToCartCommand
from src.application.use_cases.cart.apply_discount import ApplyDiscount
from src.application.use_cases.cart.change_cart_item import ChangeCartItem, ChangeCartItemCommand
from src.application.use_cases.cart.get_cart import GetCart, GetCartTotal
from src.application.use_cases.cart.remove_cart_item import RemoveCartItem
from src.application.use_cases.cart.remove_discount import RemoveDiscount
from src.application.use_cases.order.place_order_from_cart import PlaceOrderFromCart
from src.domain.errors import IdempotencyInProgress, NotFound, TicketingError, ValidationFailed
from src.domain.services.checkout import Contact
from src.presentation.dependencies.discount_code import guessed_code
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import MAX_ID, PathId
from src.presentation.utils.client import disconnect_probe
from src.presentation.web.choices import AMOUNT, MAX_QUANTITY, NO_AMOUNT, amounts, quantities
from src.presentation.web.forms import Form
from src.presentation.web.guests import Buyer
from src.presentation.web.patience import patiently
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/cart")

Get = Annotated[GetCart, provided("get_cart")]
GetTotal = Annotated[GetCartTotal, provided("get_cart_total")]


class AddForm(BaseModel):
    """The choice, besides a number for each ticket type."""

    ticket_type: int | None = Field(None, ge=1, le=MAX_ID)
    quantity: int | None = Field(None, ge=1, le=MAX_QUANTITY)
    seat_ids: list[int] = Field(default=[], max_length=MAX_QUANTITY)


class QuantityForm(BaseModel):
    """How many tickets of a type there shall be, none removes it; and what is given for each."""

    quantity: int = Field(ge=0, le=MAX_QUANTITY)
    unit_price: str | None = Field(None, max_length=40)


class CodeForm(BaseModel):
    """A discount code; none takes it off."""

    code: str | None = Field(None, max_length=64)


@router.get("")
async def show_cart(visit: CurrentVisit, get_cart: Get, get_total: GetTotal) -> Response:
    return await _page(visit, get_cart, get_total, Form.new({}))


@router.post("")
async def add_to_cart(
    visit: CurrentVisit,
    actor: Buyer,
    use_case: Annotated[AddToCart, provided("add_to_cart")],
    get_cart: Get,
    get_total: GetTotal,
) -> Response:
    form = await visit.form(AddForm)
    try:
        for command in await _wanted(visit, form):
            await use_case.execute(actor, command)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await _page(visit, get_cart, get_total, form, status=409)
    return visit.redirect("/cart", visit.gettext("It is in your cart."))


async def _wanted(visit: Visit, form: Form[AddForm]) -> list[AddToCartCommand]:
    """What to add. Raises ValidationFailed when nothing was chosen."""
    sent = await visit.request.form()
    pairs = [(name, value) for name, value in sent.multi_items() if isinstance(value, str)]
    chosen, given = quantities(pairs), amounts(pairs)
    data = form.data
    if data is not None and data.ticket_type is not None:
        seats = tuple(dict.fromkeys(data.seat_ids))
        quantity = len(seats) or data.quantity or 1
        return [
            AddToCartCommand(ticket_type_id=data.ticket_type, quantity=quantity, seat_ids=seats)
        ]
    if data is None or not chosen:
        raise ValidationFailed("body.quantity", "Choose how many tickets you want.")
    return [
        AddToCartCommand(ticket_type_id=type_id, quantity=quantity, unit_price=given.get(type_id))
        for type_id, quantity in chosen.items()
    ]


@router.post("/items/{item_id}")
async def change_item(
    visit: CurrentVisit,
    item_id: PathId,
    change: Annotated[ChangeCartItem, provided("change_cart_item")],
    remove: Annotated[RemoveCartItem, provided("remove_cart_item")],
    get_cart: Get,
    get_total: GetTotal,
) -> Response:
    actor = visit.require_actor()
    form = await visit.form(QuantityForm)
    if form.data is None:
        form.problem = visit.gettext("Choose a number of tickets.")
        return await _page(visit, get_cart, get_total, form, status=422)
    try:
        if form.data.quantity:
            given = _amount(form.data.unit_price)
            command = ChangeCartItemCommand(item_id, form.data.quantity, (), given)
            await change.execute(actor, command)
        else:
            await remove.execute(actor, item_id)
    except NotFound:
        return visit.redirect("/cart")
    except TicketingError as refusal:
        # On top of the page: the same fields stand beside every item.
        form.problem = visit.sentence(refusal)
        return await _page(visit, get_cart, get_total, form, status=409)
    return visit.redirect("/cart")


def _amount(text: str | None) -> Decimal | None:
    """What is given for a ticket. Raises ValidationFailed."""
    if text is None:
        return None
    try:
        return AMOUNT.validate_python(text)
    except ValidationError:
        raise ValidationFailed("body.unit_price", NO_AMOUNT) from None


@router.post("/code")
async def use_code(
    visit: CurrentVisit,
    apply: Annotated[ApplyDiscount, provided("apply_discount")],
    remove: Annotated[RemoveDiscount, provided("remove_discount")],
    limits: Limits,
    get_cart: Get,
    get_total: GetTotal,
) -> Response:
    actor = visit.require_actor()
    form = await visit.form(CodeForm)
    code = form.value("code").strip()
    try:
        if code:
            async with guessed_code(limits, actor, is_guest=visit.is_guest):
                await apply.execute(actor, actor.id, code)
        else:
            await remove.execute(actor, actor.id)
    except TicketingError as refusal:
        form.problems["code"] = visit.sentence(refusal)
        return await _page(visit, get_cart, get_total, form, status=409)
    return visit.redirect("/cart")


@router.post("/checkout")
async def check_out(
    visit: CurrentVisit,
    use_case: Annotated[PlaceOrderFromCart, provided("place_order_from_cart")],
    get_cart: Get,
    get_total: GetTotal,
) -> Response:
    actor = visit.require_actor()
    form = await visit.form(CodeForm)
    key = visit.idempotent(form)
    probe = disconnect_probe(visit.request)
    try:
        placed = await patiently(
            lambda: use_case.execute(actor, actor.id, Contact(), key, probe, is_hold=True)
        )
    except IdempotencyInProgress:
        return visit.render("checkout/working.html", status=202, address="/cart")
    except TicketingError as refusal:
        form.problem = visit.sentence(refusal)
        return await _page(visit, get_cart, get_total, form, status=409)
    return visit.redirect(f"/checkout/{placed.result.reference}")


async def _page(
    visit: Visit,
    get_cart: GetCart,
    get_total: GetCartTotal,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response:
    lines: Sequence[CartLine] = ()
    total, mixed = None, None
    if (actor := visit.actor) is not None:
        lines = await get_cart.execute(actor, actor.id)
        try:
            total = await get_total.execute(actor, actor.id)
        except ValidationFailed as refusal:
            mixed = visit.sentence(refusal)
    return visit.render(
        "checkout/cart.html", status=status, lines=lines, total=total, mixed=mixed, form=form
    )
