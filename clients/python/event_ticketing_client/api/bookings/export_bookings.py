import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.booking_status import BookingStatus
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    event_id: int | None | Unset = UNSET,
    user_id: int | None | Unset = UNSET,
    status: BookingStatus | None | Unset = UNSET,
    provider: None | str | Unset = UNSET,
    reference: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    complimentary: bool | None | Unset = UNSET,
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

    json_user_id: int | None | Unset
    if isinstance(user_id, Unset):
        json_user_id = UNSET
    else:
        json_user_id = user_id
    params["user_id"] = json_user_id

    json_status: None | str | Unset
    if isinstance(status, Unset):
        json_status = UNSET
    elif isinstance(status, BookingStatus):
        json_status = status.value
    else:
        json_status = status
    params["status"] = json_status

    json_provider: None | str | Unset
    if isinstance(provider, Unset):
        json_provider = UNSET
    else:
        json_provider = provider
    params["provider"] = json_provider

    json_reference: None | str | Unset
    if isinstance(reference, Unset):
        json_reference = UNSET
    else:
        json_reference = reference
    params["reference"] = json_reference

    json_q: None | str | Unset
    if isinstance(q, Unset):
        json_q = UNSET
    else:
        json_q = q
    params["q"] = json_q

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

    json_complimentary: bool | None | Unset
    if isinstance(complimentary, Unset):
        json_complimentary = UNSET
    else:
        json_complimentary = complimentary
    params["complimentary"] = json_complimentary

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/bookings.csv",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    user_id: int | None | Unset = UNSET,
    status: BookingStatus | None | Unset = UNSET,
    provider: None | str | Unset = UNSET,
    reference: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    complimentary: bool | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Get bookings (CSV)

     Get bookings as a table, a row for each.

    Authorization: organizers for bookings of their own events, admins for all. Refused with
    `not_found` for another organizer's event. Two tables at a time for one user.

    Args:
        event_id (int | None | Unset):
        user_id (int | None | Unset):
        status (BookingStatus | None | Unset):
        provider (None | str | Unset): Only what was paid through this payment provider.
        reference (None | str | Unset): The reference of the order or of a booking.
        q (None | str | Unset): Part of the buyer's name or e-mail address, or a reference, or the
            code of a ticket or discount.
        date_from (datetime.datetime | None | Unset): Made at or after.
        date_to (datetime.datetime | None | Unset): Made before.
        complimentary (bool | None | Unset): Only what was given away, or only what was sold.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        user_id=user_id,
        status=status,
        provider=provider,
        reference=reference,
        q=q,
        date_from=date_from,
        date_to=date_to,
        complimentary=complimentary,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    user_id: int | None | Unset = UNSET,
    status: BookingStatus | None | Unset = UNSET,
    provider: None | str | Unset = UNSET,
    reference: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    complimentary: bool | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | str | None:
    """Get bookings (CSV)

     Get bookings as a table, a row for each.

    Authorization: organizers for bookings of their own events, admins for all. Refused with
    `not_found` for another organizer's event. Two tables at a time for one user.

    Args:
        event_id (int | None | Unset):
        user_id (int | None | Unset):
        status (BookingStatus | None | Unset):
        provider (None | str | Unset): Only what was paid through this payment provider.
        reference (None | str | Unset): The reference of the order or of a booking.
        q (None | str | Unset): Part of the buyer's name or e-mail address, or a reference, or the
            code of a ticket or discount.
        date_from (datetime.datetime | None | Unset): Made at or after.
        date_to (datetime.datetime | None | Unset): Made before.
        complimentary (bool | None | Unset): Only what was given away, or only what was sold.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        event_id=event_id,
        user_id=user_id,
        status=status,
        provider=provider,
        reference=reference,
        q=q,
        date_from=date_from,
        date_to=date_to,
        complimentary=complimentary,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    user_id: int | None | Unset = UNSET,
    status: BookingStatus | None | Unset = UNSET,
    provider: None | str | Unset = UNSET,
    reference: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    complimentary: bool | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Get bookings (CSV)

     Get bookings as a table, a row for each.

    Authorization: organizers for bookings of their own events, admins for all. Refused with
    `not_found` for another organizer's event. Two tables at a time for one user.

    Args:
        event_id (int | None | Unset):
        user_id (int | None | Unset):
        status (BookingStatus | None | Unset):
        provider (None | str | Unset): Only what was paid through this payment provider.
        reference (None | str | Unset): The reference of the order or of a booking.
        q (None | str | Unset): Part of the buyer's name or e-mail address, or a reference, or the
            code of a ticket or discount.
        date_from (datetime.datetime | None | Unset): Made at or after.
        date_to (datetime.datetime | None | Unset): Made before.
        complimentary (bool | None | Unset): Only what was given away, or only what was sold.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        user_id=user_id,
        status=status,
        provider=provider,
        reference=reference,
        q=q,
        date_from=date_from,
        date_to=date_to,
        complimentary=complimentary,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    user_id: int | None | Unset = UNSET,
    status: BookingStatus | None | Unset = UNSET,
    provider: None | str | Unset = UNSET,
    reference: None | str | Unset = UNSET,
    q: None | str | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    complimentary: bool | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | str | None:
    """Get bookings (CSV)

     Get bookings as a table, a row for each.

    Authorization: organizers for bookings of their own events, admins for all. Refused with
    `not_found` for another organizer's event. Two tables at a time for one user.

    Args:
        event_id (int | None | Unset):
        user_id (int | None | Unset):
        status (BookingStatus | None | Unset):
        provider (None | str | Unset): Only what was paid through this payment provider.
        reference (None | str | Unset): The reference of the order or of a booking.
        q (None | str | Unset): Part of the buyer's name or e-mail address, or a reference, or the
            code of a ticket or discount.
        date_from (datetime.datetime | None | Unset): Made at or after.
        date_to (datetime.datetime | None | Unset): Made before.
        complimentary (bool | None | Unset): Only what was given away, or only what was sold.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            event_id=event_id,
            user_id=user_id,
            status=status,
            provider=provider,
            reference=reference,
            q=q,
            date_from=date_from,
            date_to=date_to,
            complimentary=complimentary,
            prefer=prefer,
        )
    ).parsed
