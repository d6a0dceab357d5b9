from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.order_answer import OrderAnswer
from ...models.order_items_body import OrderItemsBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    order_id: int,
    *,
    body: OrderItemsBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/orders/{order_id}/items".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OrderAnswer | Problem | None:
    if response.status_code == 201:
        response_201 = OrderAnswer.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[OrderAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    order_id: int,
    *,
    client: AuthenticatedClient,
    body: OrderItemsBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[OrderAnswer | Problem]:
    """Add tickets to an order

     Add tickets to a pending order, all of them or none; its deadline does not change.

    Authorization: its buyer and admins. Refused like an order, with `hold_expired` after the
    deadline, and with `invalid_state` while a payment is pending or a part of the money is kept. A
    percentage that the order was given also applies to the new tickets that it covers, as it was
    given and up to its cap, whatever became of the code; a fixed amount does not. Refused with
    `discount_invalid` where the code is good for fewer tickets than that.

    Args:
        order_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrderItemsBody): Tickets to add to an order.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderAnswer | Problem]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    order_id: int,
    *,
    client: AuthenticatedClient,
    body: OrderItemsBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> OrderAnswer | Problem | None:
    """Add tickets to an order

     Add tickets to a pending order, all of them or none; its deadline does not change.

    Authorization: its buyer and admins. Refused like an order, with `hold_expired` after the
    deadline, and with `invalid_state` while a payment is pending or a part of the money is kept. A
    percentage that the order was given also applies to the new tickets that it covers, as it was
    given and up to its cap, whatever became of the code; a fixed amount does not. Refused with
    `discount_invalid` where the code is good for fewer tickets than that.

    Args:
        order_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrderItemsBody): Tickets to add to an order.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderAnswer | Problem
    """

    return sync_detailed(
        order_id=order_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    order_id: int,
    *,
    client: AuthenticatedClient,
    body: OrderItemsBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[OrderAnswer | Problem]:
    """Add tickets to an order

     Add tickets to a pending order, all of them or none; its deadline does not change.

    Authorization: its buyer and admins. Refused like an order, with `hold_expired` after the
    deadline, and with `invalid_state` while a payment is pending or a part of the money is kept. A
    percentage that the order was given also applies to the new tickets that it covers, as it was
    given and up to its cap, whatever became of the code; a fixed amount does not. Refused with
    `discount_invalid` where the code is good for fewer tickets than that.

    Args:
        order_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrderItemsBody): Tickets to add to an order.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderAnswer | Problem]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    order_id: int,
    *,
    client: AuthenticatedClient,
    body: OrderItemsBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> OrderAnswer | Problem | None:
    """Add tickets to an order

     Add tickets to a pending order, all of them or none; its deadline does not change.

    Authorization: its buyer and admins. Refused like an order, with `hold_expired` after the
    deadline, and with `invalid_state` while a payment is pending or a part of the money is kept. A
    percentage that the order was given also applies to the new tickets that it covers, as it was
    given and up to its cap, whatever became of the code; a fixed amount does not. Refused with
    `discount_invalid` where the code is good for fewer tickets than that.

    Args:
        order_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrderItemsBody): Tickets to add to an order.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderAnswer | Problem
    """

    return (
        await asyncio_detailed(
            order_id=order_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            prefer=prefer,
        )
    ).parsed
