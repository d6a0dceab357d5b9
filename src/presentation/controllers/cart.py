"""Carts and the discount codes on them."""

from contextlib import nullcontext
from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.cart.add_to_cart import AddToCart
from src.application.use_cases.cart.apply_discount import ApplyDiscount
from src.application.use_cases.cart.change_cart_item import ChangeCartItem
from src.application.use_cases.cart.clear_cart import ClearCart
from src.application.use_cases.cart.get_cart import GetCart, GetCartTotal
from src.application.use_cases.cart.remove_cart_item import RemoveCartItem
from src.application.use_cases.cart.remove_discount import RemoveDiscount
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.discount_code import REFUSES_CODE, guessed_code
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.cart import (
    AddToCartBody,
    ApplyDiscountBody,
    CartItemAnswer,
    CartTotalAnswer,
    ChangeCartItemBody,
)
from src.presentation.schemas.fields import PathId
from src.presentation.utils.responses import Done, created, done, location, ok, whole_list

router = APIRouter(prefix="/cart", tags=["Cart"], route_class=StrictRoute)

NOT_SOLD = ("not_found", "sales_closed", "ticket_limit_exceeded")
COLLECTION = ("forbidden", "not_found")


@router.post(
    "",
    status_code=201,
    response_model=CartItemAnswer,
    **operation(AddToCart, "Add tickets to a cart", "forbidden", *NOT_SOLD, *REFUSES_CODE),
)
async def add_to_cart(
    body: AddToCartBody,
    actor: CurrentActor,
    use_case: Annotated[AddToCart, provided("add_to_cart")],
    limits: Limits,
) -> Response:
    bounded = guessed_code(limits, actor) if body.code else nullcontext()
    async with bounded:
        line = await use_case.execute(actor, body.command())
    return created(CartItemAnswer.of_line(line), location("cart", "user", line.item.user_id))


@router.get(
    "/user/{user_id}",
    response_model=list[CartItemAnswer],
    **operation(GetCart, "List the items of a cart", *COLLECTION),
)
async def get_cart(
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetCart, provided("get_cart")],
) -> Response:
    return whole_list(map(CartItemAnswer.of_line, await use_case.execute(actor, user_id)))


@router.get(
    "/user/{user_id}/total",
    response_model=CartTotalAnswer,
    **operation(GetCartTotal, "Get a cart's total", *COLLECTION),
)
async def get_cart_total(
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetCartTotal, provided("get_cart_total")],
) -> Response:
    return ok(CartTotalAnswer.of_total(await use_case.execute(actor, user_id)))


@router.delete(
    "/user/{user_id}/clear",
    response_model=Done,
    **operation(ClearCart, "Clear a cart", *COLLECTION),
)
async def clear_cart(
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ClearCart, provided("clear_cart")],
) -> Response:
    await use_case.execute(actor, user_id)
    return done("The cart is empty.")


@router.post(
    "/user/{user_id}/discount",
    response_model=CartTotalAnswer,
    **operation(ApplyDiscount, "Apply a discount code to a cart", *COLLECTION, *REFUSES_CODE),
)
async def apply_discount(
    user_id: PathId,
    body: ApplyDiscountBody,
    actor: CurrentActor,
    use_case: Annotated[ApplyDiscount, provided("apply_discount")],
    limits: Limits,
) -> Response:
    async with guessed_code(limits, actor):
        total = await use_case.execute(actor, user_id, body.code)
    return ok(CartTotalAnswer.of_total(total))


@router.delete(
    "/user/{user_id}/discount",
    response_model=Done,
    **operation(RemoveDiscount, "Remove the discount code from a cart", *COLLECTION),
)
async def remove_discount(
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RemoveDiscount, provided("remove_discount")],
) -> Response:
    await use_case.execute(actor, user_id)
    return done("The cart has no discount code.")


@router.put(
    "/{cart_item_id}",
    response_model=CartItemAnswer,
    **operation(ChangeCartItem, "Update a cart item", *NOT_SOLD),
)
async def change_cart_item(
    cart_item_id: PathId,
    body: ChangeCartItemBody,
    actor: CurrentActor,
    use_case: Annotated[ChangeCartItem, provided("change_cart_item")],
) -> Response:
    line = await use_case.execute(actor, body.command(cart_item_id))
    return ok(CartItemAnswer.of_line(line))


@router.delete(
    "/{cart_item_id}",
    response_model=Done,
    **operation(RemoveCartItem, "Remove an item from a cart", "not_found"),
)
async def remove_cart_item(
    cart_item_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RemoveCartItem, provided("remove_cart_item")],
) -> Response:
    await use_case.execute(actor, cart_item_id)
    return done("The item is removed from the cart.")
