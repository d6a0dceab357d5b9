import datetime
from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.event_answer import EventAnswer
from ...models.event_kind import EventKind
from ...models.event_sort import EventSort
from ...models.event_status import EventStatus
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    sort: EventSort | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    kind: EventKind | None | Unset = UNSET,
    venue_id: int | None | Unset = UNSET,
    country: None | str | Unset = UNSET,
    status: EventStatus | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    available: bool | None | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    json_q: None | str | Unset
    if isinstance(q, Unset):
        json_q = UNSET
    else:
        json_q = q
    params["q"] = json_q

    json_kind: None | str | Unset
    if isinstance(kind, Unset):
        json_kind = UNSET
    elif isinstance(kind, EventKind):
        json_kind = kind.value
    else:
        json_kind = kind
    params["kind"] = json_kind

    json_venue_id: int | None | Unset
    if isinstance(venue_id, Unset):
        json_venue_id = UNSET
    else:
        json_venue_id = venue_id
    params["venue_id"] = json_venue_id

    json_country: None | str | Unset
    if isinstance(country, Unset):
        json_country = UNSET
    else:
        json_country = country
    params["country"] = json_country

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

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

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/events",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | list[EventAnswer] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = EventAnswer.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

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
) -> Response[Any | Problem | list[EventAnswer]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    sort: EventSort | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    kind: EventKind | None | Unset = UNSET,
    venue_id: int | None | Unset = UNSET,
    country: None | str | Unset = UNSET,
    status: EventStatus | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    available: bool | None | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Any | Problem | list[EventAnswer]]:
    """List events

     List events with the given `status`, by default active events.

    Authorization: none; drafts are listed for their managers only. Sorted by price, they are
    grouped by currency. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the events that all other filters find are sold in several.

    Args:
        sort (EventSort | Unset):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        q (None | str | Unset): Part of the title or the venue.
        kind (EventKind | None | Unset):
        venue_id (int | None | Unset):
        country (None | str | Unset):
        status (EventStatus | Unset): The status of an event: a `draft` is visible to its managers
            only; only `active` sells.
        date_from (datetime.datetime | None | Unset): Starts at or after.
        date_to (datetime.datetime | None | Unset): Starts before.
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        available (bool | None | Unset): Whether tickets are left.
        if_none_match (str | Unset):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | list[EventAnswer]]
    """

    kwargs = _get_kwargs(
        sort=sort,
        limit=limit,
        cursor=cursor,
        q=q,
        kind=kind,
        venue_id=venue_id,
        country=country,
        status=status,
        date_from=date_from,
        date_to=date_to,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        available=available,
        if_none_match=if_none_match,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    sort: EventSort | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    kind: EventKind | None | Unset = UNSET,
    venue_id: int | None | Unset = UNSET,
    country: None | str | Unset = UNSET,
    status: EventStatus | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    available: bool | None | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Any | Problem | list[EventAnswer] | None:
    """List events

     List events with the given `status`, by default active events.

    Authorization: none; drafts are listed for their managers only. Sorted by price, they are
    grouped by currency. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the events that all other filters find are sold in several.

    Args:
        sort (EventSort | Unset):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        q (None | str | Unset): Part of the title or the venue.
        kind (EventKind | None | Unset):
        venue_id (int | None | Unset):
        country (None | str | Unset):
        status (EventStatus | Unset): The status of an event: a `draft` is visible to its managers
            only; only `active` sells.
        date_from (datetime.datetime | None | Unset): Starts at or after.
        date_to (datetime.datetime | None | Unset): Starts before.
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        available (bool | None | Unset): Whether tickets are left.
        if_none_match (str | Unset):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | list[EventAnswer]
    """

    return sync_detailed(
        client=client,
        sort=sort,
        limit=limit,
        cursor=cursor,
        q=q,
        kind=kind,
        venue_id=venue_id,
        country=country,
        status=status,
        date_from=date_from,
        date_to=date_to,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        available=available,
        if_none_match=if_none_match,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    sort: EventSort | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    kind: EventKind | None | Unset = UNSET,
    venue_id: int | None | Unset = UNSET,
    country: None | str | Unset = UNSET,
    status: EventStatus | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    available: bool | None | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Any | Problem | list[EventAnswer]]:
    """List events

     List events with the given `status`, by default active events.

    Authorization: none; drafts are listed for their managers only. Sorted by price, they are
    grouped by currency. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the events that all other filters find are sold in several.

    Args:
        sort (EventSort | Unset):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        q (None | str | Unset): Part of the title or the venue.
        kind (EventKind | None | Unset):
        venue_id (int | None | Unset):
        country (None | str | Unset):
        status (EventStatus | Unset): The status of an event: a `draft` is visible to its managers
            only; only `active` sells.
        date_from (datetime.datetime | None | Unset): Starts at or after.
        date_to (datetime.datetime | None | Unset): Starts before.
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        available (bool | None | Unset): Whether tickets are left.
        if_none_match (str | Unset):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | list[EventAnswer]]
    """

    kwargs = _get_kwargs(
        sort=sort,
        limit=limit,
        cursor=cursor,
        q=q,
        kind=kind,
        venue_id=venue_id,
        country=country,
        status=status,
        date_from=date_from,
        date_to=date_to,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        available=available,
        if_none_match=if_none_match,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    sort: EventSort | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    kind: EventKind | None | Unset = UNSET,
    venue_id: int | None | Unset = UNSET,
    country: None | str | Unset = UNSET,
    status: EventStatus | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    price_min: None | str | Unset = UNSET,
    price_max: None | str | Unset = UNSET,
    currency: None | str | Unset = UNSET,
    available: bool | None | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Any | Problem | list[EventAnswer] | None:
    """List events

     List events with the given `status`, by default active events.

    Authorization: none; drafts are listed for their managers only. Sorted by price, they are
    grouped by currency. Refused with `validation_failed` (and the `currencies`) for a price
    without a `currency` where the events that all other filters find are sold in several.

    Args:
        sort (EventSort | Unset):
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        q (None | str | Unset): Part of the title or the venue.
        kind (EventKind | None | Unset):
        venue_id (int | None | Unset):
        country (None | str | Unset):
        status (EventStatus | Unset): The status of an event: a `draft` is visible to its managers
            only; only `active` sells.
        date_from (datetime.datetime | None | Unset): Starts at or after.
        date_to (datetime.datetime | None | Unset): Starts before.
        price_min (None | str | Unset):
        price_max (None | str | Unset):
        currency (None | str | Unset): Prices in this currency. Needed with a price where there
            are several.
        available (bool | None | Unset): Whether tickets are left.
        if_none_match (str | Unset):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | list[EventAnswer]
    """

    return (
        await asyncio_detailed(
            client=client,
            sort=sort,
            limit=limit,
            cursor=cursor,
            q=q,
            kind=kind,
            venue_id=venue_id,
            country=country,
            status=status,
            date_from=date_from,
            date_to=date_to,
            price_min=price_min,
            price_max=price_max,
            currency=currency,
            available=available,
            if_none_match=if_none_match,
            prefer=prefer,
        )
    ).parsed
