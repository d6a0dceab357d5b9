from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.page_format import PageFormat
from ...models.problem import Problem
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    ticket_code: str,
    *,
    format_: PageFormat | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/tickets/{ticket_code}.png".format(
            ticket_code=quote(str(ticket_code), safe=""),
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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    format_: PageFormat | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[File | Problem]:
    """Get a ticket as a picture (PNG)

     Draw a ticket as a picture (PNG), for paper (`a4`) or a phone's display (`phone`).

    Authorization: its holder, the event's organizer and admins. Refused with `invalid_state` if
    the ticket admits nobody.

    Args:
        ticket_code (str):
        format_ (PageFormat | Unset): The page that a ticket is laid out for: paper, or the
            display of a phone.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        ticket_code=ticket_code,
        format_=format_,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    format_: PageFormat | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> File | Problem | None:
    """Get a ticket as a picture (PNG)

     Draw a ticket as a picture (PNG), for paper (`a4`) or a phone's display (`phone`).

    Authorization: its holder, the event's organizer and admins. Refused with `invalid_state` if
    the ticket admits nobody.

    Args:
        ticket_code (str):
        format_ (PageFormat | Unset): The page that a ticket is laid out for: paper, or the
            display of a phone.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return sync_detailed(
        ticket_code=ticket_code,
        client=client,
        format_=format_,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    format_: PageFormat | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[File | Problem]:
    """Get a ticket as a picture (PNG)

     Draw a ticket as a picture (PNG), for paper (`a4`) or a phone's display (`phone`).

    Authorization: its holder, the event's organizer and admins. Refused with `invalid_state` if
    the ticket admits nobody.

    Args:
        ticket_code (str):
        format_ (PageFormat | Unset): The page that a ticket is laid out for: paper, or the
            display of a phone.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        ticket_code=ticket_code,
        format_=format_,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    format_: PageFormat | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> File | Problem | None:
    """Get a ticket as a picture (PNG)

     Draw a ticket as a picture (PNG), for paper (`a4`) or a phone's display (`phone`).

    Authorization: its holder, the event's organizer and admins. Refused with `invalid_state` if
    the ticket admits nobody.

    Args:
        ticket_code (str):
        format_ (PageFormat | Unset): The page that a ticket is laid out for: paper, or the
            display of a phone.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return (
        await asyncio_detailed(
            ticket_code=ticket_code,
            client=client,
            format_=format_,
            prefer=prefer,
        )
    ).parsed
