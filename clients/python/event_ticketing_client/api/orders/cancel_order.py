from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.order_answer import OrderAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    order_id: int,
    *,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/orders/{order_id}/cancel".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OrderAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = OrderAnswer.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[OrderAnswer | Problem]:
    """Cancel an order

     Cancel an order; its tickets become available to others.

    Authorization: its buyer, for confirmed tickets until their event starts; organizers who own
    every line and admins at any time. Refused with `invalid_state` if the order is paid: a refund
    cancels it instead. Money that was taken by hand is no obstacle to organizers and admins: it is
    to be paid back by hand, as a refund through `manual` that is `pending`.

    Args:
        order_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderAnswer | Problem]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        idempotency_key=idempotency_key,
        if_match=if_match,
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
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> OrderAnswer | Problem | None:
    """Cancel an order

     Cancel an order; its tickets become available to others.

    Authorization: its buyer, for confirmed tickets until their event starts; organizers who own
    every line and admins at any time. Refused with `invalid_state` if the order is paid: a refund
    cancels it instead. Money that was taken by hand is no obstacle to organizers and admins: it is
    to be paid back by hand, as a refund through `manual` that is `pending`.

    Args:
        order_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderAnswer | Problem
    """

    return sync_detailed(
        order_id=order_id,
        client=client,
        idempotency_key=idempotency_key,
        if_match=if_match,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    order_id: int,
    *,
    client: AuthenticatedClient,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[OrderAnswer | Problem]:
    """Cancel an order

     Cancel an order; its tickets become available to others.

    Authorization: its buyer, for confirmed tickets until their event starts; organizers who own
    every line and admins at any time. Refused with `invalid_state` if the order is paid: a refund
    cancels it instead. Money that was taken by hand is no obstacle to organizers and admins: it is
    to be paid back by hand, as a refund through `manual` that is `pending`.

    Args:
        order_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderAnswer | Problem]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        idempotency_key=idempotency_key,
        if_match=if_match,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    order_id: int,
    *,
    client: AuthenticatedClient,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> OrderAnswer | Problem | None:
    """Cancel an order

     Cancel an order; its tickets become available to others.

    Authorization: its buyer, for confirmed tickets until their event starts; organizers who own
    every line and admins at any time. Refused with `invalid_state` if the order is paid: a refund
    cancels it instead. Money that was taken by hand is no obstacle to organizers and admins: it is
    to be paid back by hand, as a refund through `manual` that is `pending`.

    Args:
        order_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):

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
            idempotency_key=idempotency_key,
            if_match=if_match,
            prefer=prefer,
        )
    ).parsed
