from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.add_to_cart_body import AddToCartBody
from ...models.cart_item_answer import CartItemAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: AddToCartBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/cart",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CartItemAnswer | Problem | None:
    if response.status_code == 201:
        response_201 = CartItemAnswer.from_dict(response.json())

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

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

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
    *,
    client: AuthenticatedClient,
    body: AddToCartBody,
    prefer: str | Unset = UNSET,
) -> Response[CartItemAnswer | Problem]:
    """Add tickets to a cart

     Add tickets to a cart; for a type in the cart, increase its quantity.

    Authorization: any user for themselves; admins for any user. Refused with `sales_closed` if
    the tickets are not on sale, `ticket_limit_exceeded` above the event's limit per user,
    `validation_failed` for a second currency, or a price that is not theirs to say. A cart takes
    no stock, and availability is not checked. A hidden ticket type is `not_found` without a `code`
    that opens it, here or on the cart; `discount_invalid` says why a code for these tickets cannot
    be used.

    Args:
        prefer (str | Unset):
        body (AddToCartBody): Tickets to add to a cart.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CartItemAnswer | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: AddToCartBody,
    prefer: str | Unset = UNSET,
) -> CartItemAnswer | Problem | None:
    """Add tickets to a cart

     Add tickets to a cart; for a type in the cart, increase its quantity.

    Authorization: any user for themselves; admins for any user. Refused with `sales_closed` if
    the tickets are not on sale, `ticket_limit_exceeded` above the event's limit per user,
    `validation_failed` for a second currency, or a price that is not theirs to say. A cart takes
    no stock, and availability is not checked. A hidden ticket type is `not_found` without a `code`
    that opens it, here or on the cart; `discount_invalid` says why a code for these tickets cannot
    be used.

    Args:
        prefer (str | Unset):
        body (AddToCartBody): Tickets to add to a cart.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CartItemAnswer | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: AddToCartBody,
    prefer: str | Unset = UNSET,
) -> Response[CartItemAnswer | Problem]:
    """Add tickets to a cart

     Add tickets to a cart; for a type in the cart, increase its quantity.

    Authorization: any user for themselves; admins for any user. Refused with `sales_closed` if
    the tickets are not on sale, `ticket_limit_exceeded` above the event's limit per user,
    `validation_failed` for a second currency, or a price that is not theirs to say. A cart takes
    no stock, and availability is not checked. A hidden ticket type is `not_found` without a `code`
    that opens it, here or on the cart; `discount_invalid` says why a code for these tickets cannot
    be used.

    Args:
        prefer (str | Unset):
        body (AddToCartBody): Tickets to add to a cart.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CartItemAnswer | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: AddToCartBody,
    prefer: str | Unset = UNSET,
) -> CartItemAnswer | Problem | None:
    """Add tickets to a cart

     Add tickets to a cart; for a type in the cart, increase its quantity.

    Authorization: any user for themselves; admins for any user. Refused with `sales_closed` if
    the tickets are not on sale, `ticket_limit_exceeded` above the event's limit per user,
    `validation_failed` for a second currency, or a price that is not theirs to say. A cart takes
    no stock, and availability is not checked. A hidden ticket type is `not_found` without a `code`
    that opens it, here or on the cart; `discount_invalid` says why a code for these tickets cannot
    be used.

    Args:
        prefer (str | Unset):
        body (AddToCartBody): Tickets to add to a cart.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CartItemAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
