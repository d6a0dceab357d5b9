"""Orders."""

from contextlib import nullcontext
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from src.application.concurrency.idempotency import Outcome
from src.application.dtos.sold import SoldSearch
from src.application.selling.change_order import ChangeOrder, ChangeOrderCommand
from src.application.use_cases.order.add_order_items import AddOrderItems, AddOrderItemsCommand
from src.application.use_cases.order.cancel_order import CancelOrder
from src.application.use_cases.order.confirm_order import ConfirmOrder
from src.application.use_cases.order.delete_order import DeleteOrder
from src.application.use_cases.order.edit_order import EditOrder
from src.application.use_cases.order.get_receipt import GetReceipt
from src.application.use_cases.order.place_order import PlaceOrder, PlaceOrderCommand
from src.application.use_cases.order.place_order_from_cart import PlaceOrderFromCart
from src.application.use_cases.order.read_orders import GetOrder, ListOrders
from src.application.use_cases.order.watch_order import WatchOrder
from src.application.use_cases.sales.export_sold import ExportOrders
from src.domain.entities.order import Order, OrderStatus
from src.domain.errors import ValidationFailed
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.booking_change import REFUSES_SALE
from src.presentation.dependencies.discount_code import REFUSES_CODE, guessed_code
from src.presentation.dependencies.idempotency import IdempotencyKey, idempotent, replay_header
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_sold
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.dependencies.sold_search import Format, ListFormat, order_search
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathId
from src.presentation.schemas.order import (
    ORDER_STREAM_EXAMPLE,
    ContactBody,
    OrderAnswer,
    OrderItemAnswer,
    OrderItemsBody,
    OrderStatusBody,
    PlaceOrderBody,
)
from src.presentation.utils.client import client_of, disconnect_probe
from src.presentation.utils.csv_stream import stream_responses
from src.presentation.utils.csv_table import CsvResponse
from src.presentation.utils.event_source import FINAL, MEDIA_TYPE
from src.presentation.utils.event_stream import StreamResponse
from src.presentation.utils.pdf import PDF_RESPONSES, PdfResponse
from src.presentation.utils.responses import (
    Done,
    created,
    done,
    location,
    paginated,
    resource,
    updated,
    whole_list,
)
from src.presentation.utils.sold_csv import ORDER_EXAMPLE, orders_csv

router = APIRouter(prefix="/orders", tags=["Orders"], route_class=StrictRoute)

Version = Annotated[int | None, Depends(expected_version)]
Cancel = Annotated[CancelOrder, provided("cancel_order")]
Export = Annotated[ExportOrders, provided("export_orders")]
Wanted = Annotated[SoldSearch, Depends(order_search)]
REFUSES = ("not_found", "invalid_state")


@router.post(
    "",
    status_code=201,
    response_model=OrderAnswer,
    **operation(PlaceOrder, "Place an order", *REFUSES_SALE, *REFUSES_CODE),
)
async def place_order(
    request: Request,
    body: PlaceOrderBody,
    actor: CurrentActor,
    use_case: Annotated[PlaceOrder, provided("place_order")],
    limits: Limits,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    command = PlaceOrderCommand(
        items=[item.wanted() for item in body.items],
        user_id=body.user_id,
        discount_code=body.discount_code,
        contact=body.contact(),
        idempotency=idempotent(request, actor, idempotency_key, body),
    )
    bounded = guessed_code(limits, actor) if body.discount_code else nullcontext()
    async with bounded:
        return _placed(await use_case.execute(actor, command, disconnect_probe(request)))


@router.post(
    "/from-cart/{user_id}",
    status_code=201,
    response_model=OrderAnswer,
    **operation(
        PlaceOrderFromCart,
        "Place an order from a cart",
        *REFUSES_SALE,
        "cart_empty",
        "in_use",
        "discount_invalid",
    ),
)
async def place_order_from_cart(
    request: Request,
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[PlaceOrderFromCart, provided("place_order_from_cart")],
    body: ContactBody | None = None,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    known = idempotent(request, actor, idempotency_key, body)
    contact = (body or ContactBody()).contact()
    return _placed(
        await use_case.execute(actor, user_id, contact, known, disconnect_probe(request))
    )


Managed = Annotated[
    bool, Query(description="Those of all events that you manage, instead of your purchases.")
]


@router.get(
    "",
    response_model=list[OrderAnswer],
    **operation(ListOrders, "List orders", "forbidden", "not_found"),
)
async def list_orders(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListOrders, provided("list_orders")],
    export: Export,
    wanted: Wanted,
    page: Annotated[PageRequest, Depends(newest_sold)],
    managed: Managed = False,
    list_format: Format = ListFormat.JSON,
) -> Response:
    if list_format is ListFormat.CSV:
        return orders_csv(await export.execute(actor, wanted, is_managed=managed))
    found = await use_case.execute(actor, wanted, page, is_managed=managed)
    return paginated(request, found, OrderAnswer.model_validate)


@router.get(
    ".csv",
    status_code=200,
    response_class=CsvResponse,
    responses=stream_responses(ORDER_EXAMPLE),
    **operation(ExportOrders, "Get orders (CSV)", "forbidden", "not_found", "unavailable"),
)
async def export_orders(
    actor: CurrentActor,
    use_case: Export,
    wanted: Wanted,
    managed: Managed = False,
) -> Response:
    return orders_csv(await use_case.execute(actor, wanted, is_managed=managed))


@router.get(
    "/{order_id}",
    response_model=OrderAnswer,
    **operation(GetOrder, "Get an order", "not_found", has_etag=True),
)
async def get_order(
    request: Request,
    order_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetOrder, provided("get_order")],
) -> Response:
    order = await use_case.execute(actor, order_id)
    return resource(request, OrderAnswer.model_validate(order), version=order.version)


@router.get(
    "/{order_id}/events",
    status_code=200,
    response_class=StreamResponse,
    responses={
        200: {"content": {MEDIA_TYPE: {"example": ORDER_STREAM_EXAMPLE}}},
        204: {"description": "Nothing more comes: the client has heard the final event."},
    },
    **operation(WatchOrder, "Stream an order's state", "not_found"),
)
async def watch_order(
    request: Request,
    order_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[WatchOrder, provided("watch_order")],
    last_event_id: Annotated[str | None, Header()] = None,
) -> Response:
    opening = await use_case.execute(
        actor, order_id, client_of(request), has_heard_all=last_event_id == FINAL
    )
    return Response(status_code=204) if opening is None else StreamResponse(opening)


@router.get(
    "/{order_id}/receipt.pdf",
    status_code=200,
    response_class=PdfResponse,
    responses=PDF_RESPONSES,
    **operation(GetReceipt, "Get an order's receipt (PDF)", *REFUSES),
)
async def get_receipt(
    order_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetReceipt, provided("get_receipt")],
) -> Response:
    document = await use_case.execute(actor, order_id)
    return PdfResponse(document.content, f"receipt-{document.order_reference}")


@router.put(
    "/{order_id}",
    response_model=OrderAnswer,
    **operation(EditOrder, "Update an order's contact and notes", "not_found", has_etag=True),
)
async def edit_order(
    order_id: PathId,
    body: ContactBody,
    actor: CurrentActor,
    version: Version,
    use_case: Annotated[EditOrder, provided("edit_order")],
) -> Response:
    command = ChangeOrderCommand(order_id, version)
    return _updated(await use_case.execute(actor, command, body.changes()))


@router.delete(
    "/{order_id}",
    response_model=Done,
    **operation(DeleteOrder, "Delete an order that was never confirmed", *REFUSES),
)
async def delete_order(
    order_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[DeleteOrder, provided("delete_order")],
) -> Response:
    await use_case.execute(actor, ChangeOrderCommand(order_id))
    return done("The order is deleted.")


@router.get(
    "/{order_id}/items",
    response_model=list[OrderItemAnswer],
    **operation(GetOrder, "List an order's items", "not_found"),
)
async def list_order_items(
    order_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetOrder, provided("get_order")],
) -> Response:
    order = await use_case.execute(actor, order_id)
    return whole_list(OrderAnswer.model_validate(order).items)


@router.post(
    "/{order_id}/items",
    status_code=201,
    response_model=OrderAnswer,
    **operation(
        AddOrderItems, "Add tickets to an order", *REFUSES_SALE, "invalid_state", "hold_expired"
    ),
)
async def add_order_items(
    request: Request,
    order_id: PathId,
    body: OrderItemsBody,
    actor: CurrentActor,
    use_case: Annotated[AddOrderItems, provided("add_order_items")],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    known = idempotent(request, actor, idempotency_key, body)
    items = [item.wanted() for item in body.items]
    return _placed(await use_case.execute(actor, AddOrderItemsCommand(order_id, items, known)))


@router.post(
    "/{order_id}/cancel",
    response_model=OrderAnswer,
    **operation(CancelOrder, "Cancel an order", *REFUSES, has_etag=True),
)
async def cancel_order(
    request: Request,
    order_id: PathId,
    actor: CurrentActor,
    version: Version,
    use_case: Cancel,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    known = idempotent(request, actor, idempotency_key)
    return _updated(await use_case.execute(actor, ChangeOrderCommand(order_id, version, known)))


@router.patch(
    "/{order_id}/status",
    response_model=OrderAnswer,
    **operation(
        ChangeOrder,
        "Change an order's status",
        *REFUSES,
        "hold_expired",
        "forbidden",
        has_etag=True,
    ),
)
async def set_order_status(
    order_id: PathId,
    body: OrderStatusBody,
    actor: CurrentActor,
    version: Version,
    cancel: Cancel,
    confirm: Annotated[ConfirmOrder, provided("confirm_order")],
) -> Response:
    command = ChangeOrderCommand(order_id, version)
    match body.status:
        case OrderStatus.CONFIRMED:
            return _updated(await confirm.execute(actor, command))
        case OrderStatus.CANCELLED:
            return _updated(await cancel.execute(actor, command, is_staff_only=True))
    raise ValidationFailed(
        "body.status", "An order's status can be changed to confirmed or cancelled."
    )


def _placed(outcome: Outcome[Order]) -> Response:
    return created(
        OrderAnswer.model_validate(outcome.result),
        location("orders", outcome.result.id),
        headers=replay_header(is_replayed=outcome.is_replayed),
    )


def _updated(outcome: Outcome[Order]) -> Response:
    return updated(
        OrderAnswer.model_validate(outcome.result),
        version=outcome.result.version,
        headers=replay_header(is_replayed=outcome.is_replayed),
    )
