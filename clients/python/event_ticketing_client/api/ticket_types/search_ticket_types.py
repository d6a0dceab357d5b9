import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.ticket_type_answer import TicketTypeAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    event_name: None | str | Unset = UNSET,
    venue: None | str | Unset = UNSET,
    category: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    available: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_event_name: None | str | Unset
    if isinstance(event_name, Unset):
        json_event_name = UNSET
    else:
        json_event_name = event_name
    params["event_name"] = json_event_name

    json_venue: None | str | Unset
    if isinstance(venue, Unset):
        json_venue = UNSET
    else:
        json_venue = venue
    params["venue"] = json_venue

    json_category: None | str | Unset
    if isinstance(category, Unset):
        json_category = UNSET
    else:
        json_category = category
    params["category"] = json_category

    json_date_from: None | str | Unset
    if isinstance(date_from, Unset):
        json_date_from = UNSET
    elif isinstance(date_from, datetime.datetime):
        json_date_from = date_from.isoformat()
    else:
        json_date_from = date_from
    params["date_from"] = json_date_from

    json_date_to: None | str | Unset
    if isinstance(date_to, Unset):
        json_date_to = UNSET
    elif isinstance(date_to, datetime.datetime):
        json_date_to = date_to.isoformat()
    else:
        json_date_to = date_to
    params["date_to"] = json_date_to

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

    json_available: bool | None | Unset
    if isinstance(available, Unset):
        json_available = UNSET
    else:
        json_available = available
    params["available"] = json_available

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
        "url": "/api/v1/ticket-types/search",
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
    event_name: None | str | Unset = UNSET,
    venue: None | str | Unset = UNSET,
    category: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    available: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[TicketTypeAnswer]]:
    """Search ticket types by event

     List the ticket types of all active events.

    Authorization: none. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the types that all other filters find are sold in several.

    Args:
        event_name (None | str | Unset): Part of the event's title.
        venue (None | str | Unset): Part of the venue's name.
        category (None | str | Unset):
        date_from (datetime.datetime | None | Unset): Event starts at or after.
        date_to (datetime.datetime | None | Unset): Event starts before.
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        available (bool | None | Unset): Whether tickets can be bought now.
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
        event_name=event_name,
        venue=venue,
        category=category,
        date_from=date_from,
        date_to=date_to,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        available=available,
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
    event_name: None | str | Unset = UNSET,
    venue: None | str | Unset = UNSET,
    category: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    available: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[TicketTypeAnswer] | None:
    """Search ticket types by event

     List the ticket types of all active events.

    Authorization: none. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the types that all other filters find are sold in several.

    Args:
        event_name (None | str | Unset): Part of the event's title.
        venue (None | str | Unset): Part of the venue's name.
        category (None | str | Unset):
        date_from (datetime.datetime | None | Unset): Event starts at or after.
        date_to (datetime.datetime | None | Unset): Event starts before.
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        available (bool | None | Unset): Whether tickets can be bought now.
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
        event_name=event_name,
        venue=venue,
        category=category,
        date_from=date_from,
        date_to=date_to,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        available=available,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    event_name: None | str | Unset = UNSET,
    venue: None | str | Unset = UNSET,
    category: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    available: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[TicketTypeAnswer]]:
    """Search ticket types by event

     List the ticket types of all active events.

    Authorization: none. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the types that all other filters find are sold in several.

    Args:
        event_name (None | str | Unset): Part of the event's title.
        venue (None | str | Unset): Part of the venue's name.
        category (None | str | Unset):
        date_from (datetime.datetime | None | Unset): Event starts at or after.
        date_to (datetime.datetime | None | Unset): Event starts before.
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        available (bool | None | Unset): Whether tickets can be bought now.
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
        event_name=event_name,
        venue=venue,
        category=category,
        date_from=date_from,
        date_to=date_to,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        available=available,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    event_name: None | str | Unset = UNSET,
    venue: None | str | Unset = UNSET,
    category: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    available: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[TicketTypeAnswer] | None:
    """Search ticket types by event

     List the ticket types of all active events.

    Authorization: none. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the types that all other filters find are sold in several.

    Args:
        event_name (None | str | Unset): Part of the event's title.
        venue (None | str | Unset): Part of the venue's name.
        category (None | str | Unset):
        date_from (datetime.datetime | None | Unset): Event starts at or after.
        date_to (datetime.datetime | None | Unset): Event starts before.
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        available (bool | None | Unset): Whether tickets can be bought now.
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
            event_name=event_name,
            venue=venue,
            category=category,
            date_from=date_from,
            date_to=date_to,
            price_min=price_min,
            price_max=price_max,
            currency=currency,
            available=available,
            limit=limit,
            cursor=cursor,
            prefer=prefer,
        )
    ).parsed
