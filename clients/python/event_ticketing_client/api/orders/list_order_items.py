from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.order_item_answer import OrderItemAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    order_id: int,
    *,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/orders/{order_id}/items".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | list[OrderItemAnswer] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = OrderItemAnswer.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[Problem | list[OrderItemAnswer]]:
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
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[OrderItemAnswer]]:
    """List an order's items

     Get an order with its items and bookings.

    Authorization: its buyer, organizers with a line of theirs, and admins. Of an order that is not
    theirs as a whole an organizer sees their own lines and what these come to, as in the list.

    Args:
        order_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[OrderItemAnswer]]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
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
    prefer: str | Unset = UNSET,
) -> Problem | list[OrderItemAnswer] | None:
    """List an order's items

     Get an order with its items and bookings.

    Authorization: its buyer, organizers with a line of theirs, and admins. Of an order that is not
    theirs as a whole an organizer sees their own lines and what these come to, as in the list.

    Args:
        order_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[OrderItemAnswer]
    """

    return sync_detailed(
        order_id=order_id,
        client=client,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    order_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[OrderItemAnswer]]:
    """List an order's items

     Get an order with its items and bookings.

    Authorization: its buyer, organizers with a line of theirs, and admins. Of an order that is not
    theirs as a whole an organizer sees their own lines and what these come to, as in the list.

    Args:
        order_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[OrderItemAnswer]]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    order_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Problem | list[OrderItemAnswer] | None:
    """List an order's items

     Get an order with its items and bookings.

    Authorization: its buyer, organizers with a line of theirs, and admins. Of an order that is not
    theirs as a whole an organizer sees their own lines and what these come to, as in the list.

    Args:
        order_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[OrderItemAnswer]
    """

    return (
        await asyncio_detailed(
            order_id=order_id,
            client=client,
            prefer=prefer,
        )
    ).parsed
