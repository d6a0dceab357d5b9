from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.cart_item_answer import CartItemAnswer
from ...models.change_cart_item_body import ChangeCartItemBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    cart_item_id: int,
    *,
    body: ChangeCartItemBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/cart/{cart_item_id}".format(
            cart_item_id=quote(str(cart_item_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CartItemAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = CartItemAnswer.from_dict(response.json())

        return response_200

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
) -> Response[CartItemAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    cart_item_id: int,
    *,
    client: AuthenticatedClient,
    body: ChangeCartItemBody,
    prefer: str | Unset = UNSET,
) -> Response[CartItemAnswer | Problem]:
    """Update a cart item

     Change quantity, seats or open price of a cart item; omitted fields keep their values.

    Authorization: the user and admins. Refused with `sales_closed` if the tickets are no longer
    on sale, `ticket_limit_exceeded` above the event's limit per user. New seats set the quantity.

    Args:
        cart_item_id (int):
        prefer (str | Unset):
        body (ChangeCartItemBody): The fields to change. With empty `seat_ids` the seats are
            chosen for you.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CartItemAnswer | Problem]
    """

    kwargs = _get_kwargs(
        cart_item_id=cart_item_id,
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    cart_item_id: int,
    *,
    client: AuthenticatedClient,
    body: ChangeCartItemBody,
    prefer: str | Unset = UNSET,
) -> CartItemAnswer | Problem | None:
    """Update a cart item

     Change quantity, seats or open price of a cart item; omitted fields keep their values.

    Authorization: the user and admins. Refused with `sales_closed` if the tickets are no longer
    on sale, `ticket_limit_exceeded` above the event's limit per user. New seats set the quantity.

    Args:
        cart_item_id (int):
        prefer (str | Unset):
        body (ChangeCartItemBody): The fields to change. With empty `seat_ids` the seats are
            chosen for you.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CartItemAnswer | Problem
    """

    return sync_detailed(
        cart_item_id=cart_item_id,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    cart_item_id: int,
    *,
    client: AuthenticatedClient,
    body: ChangeCartItemBody,
    prefer: str | Unset = UNSET,
) -> Response[CartItemAnswer | Problem]:
    """Update a cart item

     Change quantity, seats or open price of a cart item; omitted fields keep their values.

    Authorization: the user and admins. Refused with `sales_closed` if the tickets are no longer
    on sale, `ticket_limit_exceeded` above the event's limit per user. New seats set the quantity.

    Args:
        cart_item_id (int):
        prefer (str | Unset):
        body (ChangeCartItemBody): The fields to change. With empty `seat_ids` the seats are
            chosen for you.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CartItemAnswer | Problem]
    """

    kwargs = _get_kwargs(
        cart_item_id=cart_item_id,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    cart_item_id: int,
    *,
    client: AuthenticatedClient,
    body: ChangeCartItemBody,
    prefer: str | Unset = UNSET,
) -> CartItemAnswer | Problem | None:
    """Update a cart item

     Change quantity, seats or open price of a cart item; omitted fields keep their values.

    Authorization: the user and admins. Refused with `sales_closed` if the tickets are no longer
    on sale, `ticket_limit_exceeded` above the event's limit per user. New seats set the quantity.

    Args:
        cart_item_id (int):
        prefer (str | Unset):
        body (ChangeCartItemBody): The fields to change. With empty `seat_ids` the seats are
            chosen for you.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CartItemAnswer | Problem
    """

    return (
        await asyncio_detailed(
            cart_item_id=cart_item_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
