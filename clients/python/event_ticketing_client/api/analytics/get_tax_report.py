import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.report_interval import ReportInterval
from ...models.tax_report_answer import TaxReportAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    interval: ReportInterval | Unset = UNSET,
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

    json_interval: str | Unset = UNSET
    if not isinstance(interval, Unset):
        json_interval = interval.value

    params["interval"] = json_interval

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
        "url": "/api/v1/analytics/taxes",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TaxReportAnswer | None:
    if response.status_code == 200:
        response_200 = TaxReportAnswer.from_dict(response.json())

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
) -> Response[Problem | TaxReportAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    interval: ReportInterval | Unset = UNSET,
    timezone: str | Unset = "UTC",
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TaxReportAnswer]:
    """Get taxes by rate

     Get taxes by rate: what was charged and what went back, net and tax, and what stays.

    `by_country` has the same by the country in which the events take place, as it was when their
    tickets were sold.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event, `validation_failed` for too
    many intervals.

    Amounts are from the ledger, from `date_from` (inclusive) to `date_to` (exclusive), by
    default the last 30 days, at the time when the money was booked; invoices and credit notes
    have the same, to the smallest unit. `tax` is the whole tax: that which was added to prices,
    and `included_tax`, which they contained. A part of a payment that goes back has its share of
    the tax, half up, and all parts together have all of it. What is paid outside the service is
    not in the ledger, and not here.

    `over_time` has every interval of the period, at most 1,000. An interval starts at `start`,
    by the calendar of `timezone`.

    Args:
        interval (ReportInterval | Unset): The length of a bucket of a report. Weeks begin on
            Monday.
        timezone (str | Unset): IANA time zone in which days begin. Default: 'UTC'.
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TaxReportAnswer]
    """

    kwargs = _get_kwargs(
        interval=interval,
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
    interval: ReportInterval | Unset = UNSET,
    timezone: str | Unset = "UTC",
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TaxReportAnswer | None:
    """Get taxes by rate

     Get taxes by rate: what was charged and what went back, net and tax, and what stays.

    `by_country` has the same by the country in which the events take place, as it was when their
    tickets were sold.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event, `validation_failed` for too
    many intervals.

    Amounts are from the ledger, from `date_from` (inclusive) to `date_to` (exclusive), by
    default the last 30 days, at the time when the money was booked; invoices and credit notes
    have the same, to the smallest unit. `tax` is the whole tax: that which was added to prices,
    and `included_tax`, which they contained. A part of a payment that goes back has its share of
    the tax, half up, and all parts together have all of it. What is paid outside the service is
    not in the ledger, and not here.

    `over_time` has every interval of the period, at most 1,000. An interval starts at `start`,
    by the calendar of `timezone`.

    Args:
        interval (ReportInterval | Unset): The length of a bucket of a report. Weeks begin on
            Monday.
        timezone (str | Unset): IANA time zone in which days begin. Default: 'UTC'.
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TaxReportAnswer
    """

    return sync_detailed(
        client=client,
        interval=interval,
        timezone=timezone,
        event_id=event_id,
        date_from=date_from,
        date_to=date_to,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    interval: ReportInterval | Unset = UNSET,
    timezone: str | Unset = "UTC",
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TaxReportAnswer]:
    """Get taxes by rate

     Get taxes by rate: what was charged and what went back, net and tax, and what stays.

    `by_country` has the same by the country in which the events take place, as it was when their
    tickets were sold.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event, `validation_failed` for too
    many intervals.

    Amounts are from the ledger, from `date_from` (inclusive) to `date_to` (exclusive), by
    default the last 30 days, at the time when the money was booked; invoices and credit notes
    have the same, to the smallest unit. `tax` is the whole tax: that which was added to prices,
    and `included_tax`, which they contained. A part of a payment that goes back has its share of
    the tax, half up, and all parts together have all of it. What is paid outside the service is
    not in the ledger, and not here.

    `over_time` has every interval of the period, at most 1,000. An interval starts at `start`,
    by the calendar of `timezone`.

    Args:
        interval (ReportInterval | Unset): The length of a bucket of a report. Weeks begin on
            Monday.
        timezone (str | Unset): IANA time zone in which days begin. Default: 'UTC'.
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TaxReportAnswer]
    """

    kwargs = _get_kwargs(
        interval=interval,
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
    interval: ReportInterval | Unset = UNSET,
    timezone: str | Unset = "UTC",
    event_id: int | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TaxReportAnswer | None:
    """Get taxes by rate

     Get taxes by rate: what was charged and what went back, net and tax, and what stays.

    `by_country` has the same by the country in which the events take place, as it was when their
    tickets were sold.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event, `validation_failed` for too
    many intervals.

    Amounts are from the ledger, from `date_from` (inclusive) to `date_to` (exclusive), by
    default the last 30 days, at the time when the money was booked; invoices and credit notes
    have the same, to the smallest unit. `tax` is the whole tax: that which was added to prices,
    and `included_tax`, which they contained. A part of a payment that goes back has its share of
    the tax, half up, and all parts together have all of it. What is paid outside the service is
    not in the ledger, and not here.

    `over_time` has every interval of the period, at most 1,000. An interval starts at `start`,
    by the calendar of `timezone`.

    Args:
        interval (ReportInterval | Unset): The length of a bucket of a report. Weeks begin on
            Monday.
        timezone (str | Unset): IANA time zone in which days begin. Default: 'UTC'.
        event_id (int | None | Unset): Only this event.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TaxReportAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            interval=interval,
            timezone=timezone,
            event_id=event_id,
            date_from=date_from,
            date_to=date_to,
            prefer=prefer,
        )
    ).parsed
