from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    order_id: int,
    *,
    last_event_id: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(last_event_id, Unset):
        headers["Last-Event-Id"] = last_event_id

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/orders/{order_id}/events".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
        return response_200

    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any | Problem | str]:
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
    last_event_id: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Any | Problem | str]:
    """Stream an order's state

     Stream the state of an order as server-sent events named `order`.

    Authorization: its buyer, organizers who own every line, and admins. Refused with `unavailable`
    if the server or the client's address has too many open streams.

    One event is sent on connection and one for each change of the order or its payments: what to
    show is read from the order then. Comments keep the connection alive. The stream ends after the
    event with the id `final`: the order has ended and no money is on its way. A client that comes
    back with `Last-Event-ID: final` gets 204, after which an `EventSource` stays away. Other
    streams end after a quarter of an hour, and clients come back.

    Args:
        order_id (int):
        last_event_id (None | str | Unset):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | str]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        last_event_id=last_event_id,
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
    last_event_id: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Any | Problem | str | None:
    """Stream an order's state

     Stream the state of an order as server-sent events named `order`.

    Authorization: its buyer, organizers who own every line, and admins. Refused with `unavailable`
    if the server or the client's address has too many open streams.

    One event is sent on connection and one for each change of the order or its payments: what to
    show is read from the order then. Comments keep the connection alive. The stream ends after the
    event with the id `final`: the order has ended and no money is on its way. A client that comes
    back with `Last-Event-ID: final` gets 204, after which an `EventSource` stays away. Other
    streams end after a quarter of an hour, and clients come back.

    Args:
        order_id (int):
        last_event_id (None | str | Unset):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | str
    """

    return sync_detailed(
        order_id=order_id,
        client=client,
        last_event_id=last_event_id,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    order_id: int,
    *,
    client: AuthenticatedClient,
    last_event_id: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Any | Problem | str]:
    """Stream an order's state

     Stream the state of an order as server-sent events named `order`.

    Authorization: its buyer, organizers who own every line, and admins. Refused with `unavailable`
    if the server or the client's address has too many open streams.

    One event is sent on connection and one for each change of the order or its payments: what to
    show is read from the order then. Comments keep the connection alive. The stream ends after the
    event with the id `final`: the order has ended and no money is on its way. A client that comes
    back with `Last-Event-ID: final` gets 204, after which an `EventSource` stays away. Other
    streams end after a quarter of an hour, and clients come back.

    Args:
        order_id (int):
        last_event_id (None | str | Unset):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | str]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        last_event_id=last_event_id,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    order_id: int,
    *,
    client: AuthenticatedClient,
    last_event_id: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Any | Problem | str | None:
    """Stream an order's state

     Stream the state of an order as server-sent events named `order`.

    Authorization: its buyer, organizers who own every line, and admins. Refused with `unavailable`
    if the server or the client's address has too many open streams.

    One event is sent on connection and one for each change of the order or its payments: what to
    show is read from the order then. Comments keep the connection alive. The stream ends after the
    event with the id `final`: the order has ended and no money is on its way. A client that comes
    back with `Last-Event-ID: final` gets 204, after which an `EventSource` stays away. Other
    streams end after a quarter of an hour, and clients come back.

    Args:
        order_id (int):
        last_event_id (None | str | Unset):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | str
    """

    return (
        await asyncio_detailed(
            order_id=order_id,
            client=client,
            last_event_id=last_event_id,
            prefer=prefer,
        )
    ).parsed
