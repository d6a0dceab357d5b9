from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.ticket_type_answer import TicketTypeAnswer
from ...models.ticket_type_status import TicketTypeStatus
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    event_id: int | None | Unset = UNSET,
    status: None | TicketTypeStatus | Unset = UNSET,
    category: None | str | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    admits: bool | Unset = True,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_event_id: int | None | Unset
    if isinstance(event_id, Unset):
        json_event_id = UNSET
    else:
        json_event_id = event_id
    params["event_id"] = json_event_id

    json_status: None | str | Unset
    if isinstance(status, Unset):
        json_status = UNSET
    elif isinstance(status, TicketTypeStatus):
        json_status = status.value
    else:
        json_status = status
    params["status"] = json_status

    json_category: None | str | Unset
    if isinstance(category, Unset):
        json_category = UNSET
    else:
        json_category = category
    params["category"] = json_category

    json_price_min: None | str | Unset
    if isinstance(price_min, Unset):
        json_price_min = UNSET
    else:
        json_price_min = price_min
    params["price_min"] = json_price_min

    json_price_max: None | str | Unset
    if isinstance(price_max, Unset):
        json_price_max = UNSET
    else:
        json_price_max = price_max
    params["price_max"] = json_price_max

    json_currency: None | str | Unset
    if isinstance(currency, Unset):
        json_currency = UNSET
    else:
        json_currency = currency
    params["currency"] = json_currency

    params["admits"] = admits

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
        "url": "/api/v1/ticket-types",
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
) -> Response[Problem | list[TicketTypeAnswer]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    event_id: int | None | Unset = UNSET,
    status: None | TicketTypeStatus | Unset = UNSET,
    category: None | str | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    admits: bool | Unset = True,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[TicketTypeAnswer]]:
    """List ticket types

     List the ticket types of all active events.

    Authorization: none. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the types that all other filters find are sold in several.

    Args:
        event_id (int | None | Unset):
        status (None | TicketTypeStatus | Unset):
        category (None | str | Unset):
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        admits (bool | Unset):  Default: True.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[TicketTypeAnswer]]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        status=status,
        category=category,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        admits=admits,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    event_id: int | None | Unset = UNSET,
    status: None | TicketTypeStatus | Unset = UNSET,
    category: None | str | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    admits: bool | Unset = True,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[TicketTypeAnswer] | None:
    """List ticket types

     List the ticket types of all active events.

    Authorization: none. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the types that all other filters find are sold in several.

    Args:
        event_id (int | None | Unset):
        status (None | TicketTypeStatus | Unset):
        category (None | str | Unset):
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        admits (bool | Unset):  Default: True.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[TicketTypeAnswer]
    """

    return sync_detailed(
        client=client,
        event_id=event_id,
        status=status,
        category=category,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        admits=admits,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    event_id: int | None | Unset = UNSET,
    status: None | TicketTypeStatus | Unset = UNSET,
    category: None | str | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    admits: bool | Unset = True,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[TicketTypeAnswer]]:
    """List ticket types

     List the ticket types of all active events.

    Authorization: none. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the types that all other filters find are sold in several.

    Args:
        event_id (int | None | Unset):
        status (None | TicketTypeStatus | Unset):
        category (None | str | Unset):
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        admits (bool | Unset):  Default: True.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[TicketTypeAnswer]]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        status=status,
        category=category,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        admits=admits,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    event_id: int | None | Unset = UNSET,
    status: None | TicketTypeStatus | Unset = UNSET,
    category: None | str | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    admits: bool | Unset = True,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[TicketTypeAnswer] | None:
    """List ticket types

     List the ticket types of all active events.

    Authorization: none. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the types that all other filters find are sold in several.

    Args:
        event_id (int | None | Unset):
        status (None | TicketTypeStatus | Unset):
        category (None | str | Unset):
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        admits (bool | Unset):  Default: True.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[TicketTypeAnswer]
    """

    return (
        await asyncio_detailed(
            client=client,
            event_id=event_id,
            status=status,
            category=category,
            price_min=price_min,
            price_max=price_max,
            currency=currency,
            admits=admits,
            limit=limit,
            cursor=cursor,
            prefer=prefer,
        )
    ).parsed
