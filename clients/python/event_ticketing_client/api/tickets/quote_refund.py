from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.refund_quote_answer import RefundQuoteAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    booking_id: int,
    *,
    ticket_ids: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_ticket_ids: None | str | Unset
    if isinstance(ticket_ids, Unset):
        json_ticket_ids = UNSET
    else:
        json_ticket_ids = ticket_ids
    params["ticket_ids"] = json_ticket_ids

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/bookings/{booking_id}/tickets/refund".format(
            booking_id=quote(str(booking_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | RefundQuoteAnswer | None:
    if response.status_code == 200:
        response_200 = RefundQuoteAnswer.from_dict(response.json())

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | RefundQuoteAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    booking_id: int,
    *,
    client: AuthenticatedClient,
    ticket_ids: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | RefundQuoteAnswer]:
    """Quote a refund of tickets of a booking

     Quote what refunding some tickets of a booking at once would give back and keep now.

    Without `ticket_ids` of all that can be given back. Authorization and refusals are those of
    refunding them.

    Args:
        booking_id (int):
        ticket_ids (None | str | Unset): The ids of the tickets, with commas between them; by
            default of all that can be given back.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RefundQuoteAnswer]
    """

    kwargs = _get_kwargs(
        booking_id=booking_id,
        ticket_ids=ticket_ids,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    booking_id: int,
    *,
    client: AuthenticatedClient,
    ticket_ids: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | RefundQuoteAnswer | None:
    """Quote a refund of tickets of a booking

     Quote what refunding some tickets of a booking at once would give back and keep now.

    Without `ticket_ids` of all that can be given back. Authorization and refusals are those of
    refunding them.

    Args:
        booking_id (int):
        ticket_ids (None | str | Unset): The ids of the tickets, with commas between them; by
            default of all that can be given back.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RefundQuoteAnswer
    """

    return sync_detailed(
        booking_id=booking_id,
        client=client,
        ticket_ids=ticket_ids,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    booking_id: int,
    *,
    client: AuthenticatedClient,
    ticket_ids: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | RefundQuoteAnswer]:
    """Quote a refund of tickets of a booking

     Quote what refunding some tickets of a booking at once would give back and keep now.

    Without `ticket_ids` of all that can be given back. Authorization and refusals are those of
    refunding them.

    Args:
        booking_id (int):
        ticket_ids (None | str | Unset): The ids of the tickets, with commas between them; by
            default of all that can be given back.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RefundQuoteAnswer]
    """

    kwargs = _get_kwargs(
        booking_id=booking_id,
        ticket_ids=ticket_ids,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    booking_id: int,
    *,
    client: AuthenticatedClient,
    ticket_ids: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | RefundQuoteAnswer | None:
    """Quote a refund of tickets of a booking

     Quote what refunding some tickets of a booking at once would give back and keep now.

    Without `ticket_ids` of all that can be given back. Authorization and refusals are those of
    refunding them.

    Args:
        booking_id (int):
        ticket_ids (None | str | Unset): The ids of the tickets, with commas between them; by
            default of all that can be given back.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RefundQuoteAnswer
    """

    return (
        await asyncio_detailed(
            booking_id=booking_id,
            client=client,
            ticket_ids=ticket_ids,
            prefer=prefer,
        )
    ).parsed
