import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.dashboard_answer import DashboardAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    timezone: str | Unset = "UTC",
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    params["timezone"] = timezone

    json_event_id: int | None | Unset
    if isinstance(event_id, Unset):
        json_event_id = UNSET
    else:
        json_event_id = event_id
    params["event_id"] = json_event_id

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

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/dashboard",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DashboardAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = DashboardAnswer.from_dict(response.json())

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
) -> Response[DashboardAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    timezone: str | Unset = "UTC",
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[DashboardAnswer | Problem]:
    """Get the dashboard

     Get the current state of sales, and the activity of recent periods.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event.

    - Current state: events by status; tickets sold and held, confirmed bookings and their amount
      (`booked`), by the counters of the events; the five events with most tickets sold, with
      sold / capacity (`sell_through`); orders waiting for payment. Deleted events are excluded.
    - `today` and `yesterday` are days in `timezone`; `period` is from `date_from` (inclusive) to
      `date_to` (exclusive), by default the last 30 days. Each has the `bookings` made in it that
      are now confirmed, their `tickets`, and the `money` of its payments and refunds. Amounts
      paid outside the system are not included.

    Amounts are per currency.

    Args:
        timezone (str | Unset): IANA time zone in which days begin. Default: 'UTC'.
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DashboardAnswer | Problem]
    """

    kwargs = _get_kwargs(
        timezone=timezone,
        event_id=event_id,
        date_from=date_from,
        date_to=date_to,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    timezone: str | Unset = "UTC",
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> DashboardAnswer | Problem | None:
    """Get the dashboard

     Get the current state of sales, and the activity of recent periods.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event.

    - Current state: events by status; tickets sold and held, confirmed bookings and their amount
      (`booked`), by the counters of the events; the five events with most tickets sold, with
      sold / capacity (`sell_through`); orders waiting for payment. Deleted events are excluded.
    - `today` and `yesterday` are days in `timezone`; `period` is from `date_from` (inclusive) to
      `date_to` (exclusive), by default the last 30 days. Each has the `bookings` made in it that
      are now confirmed, their `tickets`, and the `money` of its payments and refunds. Amounts
      paid outside the system are not included.

    Amounts are per currency.

    Args:
        timezone (str | Unset): IANA time zone in which days begin. Default: 'UTC'.
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DashboardAnswer | Problem
    """

    return sync_detailed(
        client=client,
        timezone=timezone,
        event_id=event_id,
        date_from=date_from,
        date_to=date_to,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    timezone: str | Unset = "UTC",
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[DashboardAnswer | Problem]:
    """Get the dashboard

     Get the current state of sales, and the activity of recent periods.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event.

    - Current state: events by status; tickets sold and held, confirmed bookings and their amount
      (`booked`), by the counters of the events; the five events with most tickets sold, with
      sold / capacity (`sell_through`); orders waiting for payment. Deleted events are excluded.
    - `today` and `yesterday` are days in `timezone`; `period` is from `date_from` (inclusive) to
      `date_to` (exclusive), by default the last 30 days. Each has the `bookings` made in it that
      are now confirmed, their `tickets`, and the `money` of its payments and refunds. Amounts
      paid outside the system are not included.

    Amounts are per currency.

    Args:
        timezone (str | Unset): IANA time zone in which days begin. Default: 'UTC'.
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DashboardAnswer | Problem]
    """

    kwargs = _get_kwargs(
        timezone=timezone,
        event_id=event_id,
        date_from=date_from,
        date_to=date_to,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    timezone: str | Unset = "UTC",
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> DashboardAnswer | Problem | None:
    """Get the dashboard

     Get the current state of sales, and the activity of recent periods.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event.

    - Current state: events by status; tickets sold and held, confirmed bookings and their amount
      (`booked`), by the counters of the events; the five events with most tickets sold, with
      sold / capacity (`sell_through`); orders waiting for payment. Deleted events are excluded.
    - `today` and `yesterday` are days in `timezone`; `period` is from `date_from` (inclusive) to
      `date_to` (exclusive), by default the last 30 days. Each has the `bookings` made in it that
      are now confirmed, their `tickets`, and the `money` of its payments and refunds. Amounts
      paid outside the system are not included.

    Amounts are per currency.

    Args:
        timezone (str | Unset): IANA time zone in which days begin. Default: 'UTC'.
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DashboardAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            timezone=timezone,
            event_id=event_id,
            date_from=date_from,
            date_to=date_to,
            prefer=prefer,
        )
    ).parsed
