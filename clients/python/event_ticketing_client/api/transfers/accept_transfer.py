from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.ticket_answer import TicketAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    token: str,
    *,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/transfers/{token}/accept".format(
            token=quote(str(token), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | TicketAnswer | None:
    if response.status_code == 200:
        response_200 = TicketAnswer.from_dict(response.json())

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
) -> Response[Problem | TicketAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    token: str,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketAnswer]:
    """Accept an offer

     Accept the offer of a ticket with the token from the mail; the ticket becomes yours.

    It gets a new code, and the old one admits nobody. What was paid for it, and the right to a
    refund, stay with the buyer.

    Authorization: any user who has the token, whatever the address of their account: who has it
    reads mail at the address that the ticket was offered to. Refused with `invalid_state` if the
    offer is closed, the ticket not valid, or the event has started; with `ticket_limit_exceeded` if
    you would have more tickets of the event than its limit per person.

    Args:
        token (str):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketAnswer]
    """

    kwargs = _get_kwargs(
        token=token,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    token: str,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Problem | TicketAnswer | None:
    """Accept an offer

     Accept the offer of a ticket with the token from the mail; the ticket becomes yours.

    It gets a new code, and the old one admits nobody. What was paid for it, and the right to a
    refund, stay with the buyer.

    Authorization: any user who has the token, whatever the address of their account: who has it
    reads mail at the address that the ticket was offered to. Refused with `invalid_state` if the
    offer is closed, the ticket not valid, or the event has started; with `ticket_limit_exceeded` if
    you would have more tickets of the event than its limit per person.

    Args:
        token (str):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketAnswer
    """

    return sync_detailed(
        token=token,
        client=client,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    token: str,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketAnswer]:
    """Accept an offer

     Accept the offer of a ticket with the token from the mail; the ticket becomes yours.

    It gets a new code, and the old one admits nobody. What was paid for it, and the right to a
    refund, stay with the buyer.

    Authorization: any user who has the token, whatever the address of their account: who has it
    reads mail at the address that the ticket was offered to. Refused with `invalid_state` if the
    offer is closed, the ticket not valid, or the event has started; with `ticket_limit_exceeded` if
    you would have more tickets of the event than its limit per person.

    Args:
        token (str):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketAnswer]
    """

    kwargs = _get_kwargs(
        token=token,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    token: str,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Problem | TicketAnswer | None:
    """Accept an offer

     Accept the offer of a ticket with the token from the mail; the ticket becomes yours.

    It gets a new code, and the old one admits nobody. What was paid for it, and the right to a
    refund, stay with the buyer.

    Authorization: any user who has the token, whatever the address of their account: who has it
    reads mail at the address that the ticket was offered to. Refused with `invalid_state` if the
    offer is closed, the ticket not valid, or the event has started; with `ticket_limit_exceeded` if
    you would have more tickets of the event than its limit per person.

    Args:
        token (str):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketAnswer
    """

    return (
        await asyncio_detailed(
            token=token,
            client=client,
            prefer=prefer,
        )
    ).parsed
