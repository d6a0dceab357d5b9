from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.ticket_type_answer import TicketTypeAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    event_id: int,
    *,
    code: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_code: None | str | Unset
    if isinstance(code, Unset):
        json_code = UNSET
    else:
        json_code = code
    params["code"] = json_code

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/events/{event_id}/ticket-types".format(
            event_id=quote(str(event_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | list[TicketTypeAnswer] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = TicketTypeAnswer.from_dict(response_200_item_data)

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
) -> Response[Problem | list[TicketTypeAnswer]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    event_id: int,
    *,
    client: AuthenticatedClient | Client,
    code: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[TicketTypeAnswer]]:
    """List an event's ticket types

     List all ticket types of an event.

    Authorization: none; drafts are visible to their managers only, and hidden types to them and
    to who gives a discount `code` that opens them. Another code is refused with
    `discount_invalid`.

    Args:
        event_id (int):
        code (None | str | Unset): A discount code that opens hidden ticket types of the event.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[TicketTypeAnswer]]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        code=code,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    event_id: int,
    *,
    client: AuthenticatedClient | Client,
    code: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[TicketTypeAnswer] | None:
    """List an event's ticket types

     List all ticket types of an event.

    Authorization: none; drafts are visible to their managers only, and hidden types to them and
    to who gives a discount `code` that opens them. Another code is refused with
    `discount_invalid`.

    Args:
        event_id (int):
        code (None | str | Unset): A discount code that opens hidden ticket types of the event.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[TicketTypeAnswer]
    """

    return sync_detailed(
        event_id=event_id,
        client=client,
        code=code,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    event_id: int,
    *,
    client: AuthenticatedClient | Client,
    code: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[TicketTypeAnswer]]:
    """List an event's ticket types

     List all ticket types of an event.

    Authorization: none; drafts are visible to their managers only, and hidden types to them and
    to who gives a discount `code` that opens them. Another code is refused with
    `discount_invalid`.

    Args:
        event_id (int):
        code (None | str | Unset): A discount code that opens hidden ticket types of the event.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[TicketTypeAnswer]]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        code=code,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    event_id: int,
    *,
    client: AuthenticatedClient | Client,
    code: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[TicketTypeAnswer] | None:
    """List an event's ticket types

     List all ticket types of an event.

    Authorization: none; drafts are visible to their managers only, and hidden types to them and
    to who gives a discount `code` that opens them. Another code is refused with
    `discount_invalid`.

    Args:
        event_id (int):
        code (None | str | Unset): A discount code that opens hidden ticket types of the event.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[TicketTypeAnswer]
    """

    return (
        await asyncio_detailed(
            event_id=event_id,
            client=client,
            code=code,
            prefer=prefer,
        )
    ).parsed
