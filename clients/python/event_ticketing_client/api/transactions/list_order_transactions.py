from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.transaction_answer import TransactionAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    order_id: int,
    *,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/transactions/order/{order_id}".format(
            order_id=quote(str(order_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | list[TransactionAnswer] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = TransactionAnswer.from_dict(response_200_item_data)

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
) -> Response[Problem | list[TransactionAnswer]]:
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
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[TransactionAnswer]]:
    """List an order's transactions

     List the transactions of an order, oldest first, of a deleted order too.

    Authorization: its buyer, organizers with a line of theirs, and admins. Of an order that is not
    theirs as a whole an organizer sees what is for their own lines. The buyer alone gets the
    `client_secret` and the `redirect_url` of an open payment.

    Args:
        order_id (int):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[TransactionAnswer]]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        limit=limit,
        cursor=cursor,
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
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[TransactionAnswer] | None:
    """List an order's transactions

     List the transactions of an order, oldest first, of a deleted order too.

    Authorization: its buyer, organizers with a line of theirs, and admins. Of an order that is not
    theirs as a whole an organizer sees what is for their own lines. The buyer alone gets the
    `client_secret` and the `redirect_url` of an open payment.

    Args:
        order_id (int):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[TransactionAnswer]
    """

    return sync_detailed(
        order_id=order_id,
        client=client,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    order_id: int,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[TransactionAnswer]]:
    """List an order's transactions

     List the transactions of an order, oldest first, of a deleted order too.

    Authorization: its buyer, organizers with a line of theirs, and admins. Of an order that is not
    theirs as a whole an organizer sees what is for their own lines. The buyer alone gets the
    `client_secret` and the `redirect_url` of an open payment.

    Args:
        order_id (int):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[TransactionAnswer]]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    order_id: int,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[TransactionAnswer] | None:
    """List an order's transactions

     List the transactions of an order, oldest first, of a deleted order too.

    Authorization: its buyer, organizers with a line of theirs, and admins. Of an order that is not
    theirs as a whole an organizer sees what is for their own lines. The buyer alone gets the
    `client_secret` and the `redirect_url` of an open payment.

    Args:
        order_id (int):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[TransactionAnswer]
    """

    return (
        await asyncio_detailed(
            order_id=order_id,
            client=client,
            limit=limit,
            cursor=cursor,
            prefer=prefer,
        )
    ).parsed
