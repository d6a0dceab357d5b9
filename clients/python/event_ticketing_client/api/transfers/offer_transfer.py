from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.offer_transfer_body import OfferTransferBody
from ...models.problem import Problem
from ...models.transfer_answer import TransferAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    ticket_code: str,
    *,
    body: OfferTransferBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/tickets/{ticket_code}/transfer".format(
            ticket_code=quote(str(ticket_code), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TransferAnswer | None:
    if response.status_code == 201:
        response_201 = TransferAnswer.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

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

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

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
) -> Response[Problem | TransferAnswer]:
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
    body: OfferTransferBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TransferAnswer]:
    """Offer a ticket to somebody

     Offer a ticket to somebody else, who gets a mail with which to accept it.

    The offer stands for seven days, at most until the event starts, and ends when the ticket is
    used, cancelled, refunded or reissued. Until it is accepted the ticket is the sender's. The
    token that accepts it is in the mail alone, and in no response.

    Authorization: the ticket's holder and admins. Refused with `invalid_state` if the ticket is not
    valid or is offered to somebody already, and if the event has started or does not allow
    transfers. It may be sold out.

    Args:
        ticket_code (str):
        prefer (str | Unset):
        body (OfferTransferBody): To whom a ticket is offered.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TransferAnswer]
    """

    kwargs = _get_kwargs(
        ticket_code=ticket_code,
        body=body,
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
    body: OfferTransferBody,
    prefer: str | Unset = UNSET,
) -> Problem | TransferAnswer | None:
    """Offer a ticket to somebody

     Offer a ticket to somebody else, who gets a mail with which to accept it.

    The offer stands for seven days, at most until the event starts, and ends when the ticket is
    used, cancelled, refunded or reissued. Until it is accepted the ticket is the sender's. The
    token that accepts it is in the mail alone, and in no response.

    Authorization: the ticket's holder and admins. Refused with `invalid_state` if the ticket is not
    valid or is offered to somebody already, and if the event has started or does not allow
    transfers. It may be sold out.

    Args:
        ticket_code (str):
        prefer (str | Unset):
        body (OfferTransferBody): To whom a ticket is offered.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TransferAnswer
    """

    return sync_detailed(
        ticket_code=ticket_code,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    body: OfferTransferBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TransferAnswer]:
    """Offer a ticket to somebody

     Offer a ticket to somebody else, who gets a mail with which to accept it.

    The offer stands for seven days, at most until the event starts, and ends when the ticket is
    used, cancelled, refunded or reissued. Until it is accepted the ticket is the sender's. The
    token that accepts it is in the mail alone, and in no response.

    Authorization: the ticket's holder and admins. Refused with `invalid_state` if the ticket is not
    valid or is offered to somebody already, and if the event has started or does not allow
    transfers. It may be sold out.

    Args:
        ticket_code (str):
        prefer (str | Unset):
        body (OfferTransferBody): To whom a ticket is offered.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TransferAnswer]
    """

    kwargs = _get_kwargs(
        ticket_code=ticket_code,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    body: OfferTransferBody,
    prefer: str | Unset = UNSET,
) -> Problem | TransferAnswer | None:
    """Offer a ticket to somebody

     Offer a ticket to somebody else, who gets a mail with which to accept it.

    The offer stands for seven days, at most until the event starts, and ends when the ticket is
    used, cancelled, refunded or reissued. Until it is accepted the ticket is the sender's. The
    token that accepts it is in the mail alone, and in no response.

    Authorization: the ticket's holder and admins. Refused with `invalid_state` if the ticket is not
    valid or is offered to somebody already, and if the event has started or does not allow
    transfers. It may be sold out.

    Args:
        ticket_code (str):
        prefer (str | Unset):
        body (OfferTransferBody): To whom a ticket is offered.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TransferAnswer
    """

    return (
        await asyncio_detailed(
            ticket_code=ticket_code,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
