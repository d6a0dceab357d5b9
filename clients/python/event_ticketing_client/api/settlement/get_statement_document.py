import datetime
from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    user_id: int,
    *,
    currency: str,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    timezone: str | Unset = "UTC",
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    params["currency"] = currency

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

    params["timezone"] = timezone

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/settlements/{user_id}/statement.pdf".format(
            user_id=quote(str(user_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> File | Problem | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[File | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    user_id: int,
    *,
    client: AuthenticatedClient,
    currency: str,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    timezone: str | Unset = "UTC",
    prefer: str | Unset = UNSET,
) -> Response[File | Problem]:
    """Get a statement (PDF)

     Get a statement as a PDF, in the language of the organizer.

    Authorization: as for reading it.

    Args:
        user_id (int):
        currency (str): Of this currency: none are added up.
        date_from (datetime.datetime | None | Unset): At or after; without offset local.
        date_to (datetime.datetime | None | Unset): Before; without offset local.
        timezone (str | Unset): An IANA time zone such as `Europe/Berlin`. Default: 'UTC'.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        currency=currency,
        date_from=date_from,
        date_to=date_to,
        timezone=timezone,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    user_id: int,
    *,
    client: AuthenticatedClient,
    currency: str,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    timezone: str | Unset = "UTC",
    prefer: str | Unset = UNSET,
) -> File | Problem | None:
    """Get a statement (PDF)

     Get a statement as a PDF, in the language of the organizer.

    Authorization: as for reading it.

    Args:
        user_id (int):
        currency (str): Of this currency: none are added up.
        date_from (datetime.datetime | None | Unset): At or after; without offset local.
        date_to (datetime.datetime | None | Unset): Before; without offset local.
        timezone (str | Unset): An IANA time zone such as `Europe/Berlin`. Default: 'UTC'.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return sync_detailed(
        user_id=user_id,
        client=client,
        currency=currency,
        date_from=date_from,
        date_to=date_to,
        timezone=timezone,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    user_id: int,
    *,
    client: AuthenticatedClient,
    currency: str,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    timezone: str | Unset = "UTC",
    prefer: str | Unset = UNSET,
) -> Response[File | Problem]:
    """Get a statement (PDF)

     Get a statement as a PDF, in the language of the organizer.

    Authorization: as for reading it.

    Args:
        user_id (int):
        currency (str): Of this currency: none are added up.
        date_from (datetime.datetime | None | Unset): At or after; without offset local.
        date_to (datetime.datetime | None | Unset): Before; without offset local.
        timezone (str | Unset): An IANA time zone such as `Europe/Berlin`. Default: 'UTC'.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        currency=currency,
        date_from=date_from,
        date_to=date_to,
        timezone=timezone,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    user_id: int,
    *,
    client: AuthenticatedClient,
    currency: str,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    timezone: str | Unset = "UTC",
    prefer: str | Unset = UNSET,
) -> File | Problem | None:
    """Get a statement (PDF)

     Get a statement as a PDF, in the language of the organizer.

    Authorization: as for reading it.

    Args:
        user_id (int):
        currency (str): Of this currency: none are added up.
        date_from (datetime.datetime | None | Unset): At or after; without offset local.
        date_to (datetime.datetime | None | Unset): Before; without offset local.
        timezone (str | Unset): An IANA time zone such as `Europe/Berlin`. Default: 'UTC'.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return (
        await asyncio_detailed(
            user_id=user_id,
            client=client,
            currency=currency,
            date_from=date_from,
            date_to=date_to,
            timezone=timezone,
            prefer=prefer,
        )
    ).parsed
