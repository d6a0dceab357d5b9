from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.refund_ticket_body import RefundTicketBody
from ...models.ticket_answer import TicketAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    ticket_code: str,
    *,
    body: RefundTicketBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/tickets/{ticket_code}/refund".format(
            ticket_code=quote(str(ticket_code), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | TicketAnswer | None:
    if response.status_code == 200:
        response_200 = TicketAnswer.from_dict(response.json())

        return response_200

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
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    body: RefundTicketBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketAnswer]:
    """Refund a ticket

     Refund one ticket of a booking; it becomes invalid and available to others.

    Its share of discount, fees and taxes goes with it. The booking goes on without it; with its
    last ticket it ends. Authorization: the event's organizer and admins, who refund the whole;
    the buyer, by the event's cancellation policy, less what the policy keeps. An online payment is
    refunded by its provider; for an event that is paid outside, it is recorded that the money was
    returned. Refused with `invalid_state` if the ticket is cancelled or used, for buyers also if it
    was transferred, or once the policy's time is over; `forbidden` to buyers if the event has no
    such policy. Safe to repeat with the same `Idempotency-Key`.

    Args:
        ticket_code (str):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (RefundTicketBody | Unset): Why a ticket is refunded.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketAnswer]
    """

    kwargs = _get_kwargs(
        ticket_code=ticket_code,
        body=body,
        idempotency_key=idempotency_key,
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
    body: RefundTicketBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TicketAnswer | None:
    """Refund a ticket

     Refund one ticket of a booking; it becomes invalid and available to others.

    Its share of discount, fees and taxes goes with it. The booking goes on without it; with its
    last ticket it ends. Authorization: the event's organizer and admins, who refund the whole;
    the buyer, by the event's cancellation policy, less what the policy keeps. An online payment is
    refunded by its provider; for an event that is paid outside, it is recorded that the money was
    returned. Refused with `invalid_state` if the ticket is cancelled or used, for buyers also if it
    was transferred, or once the policy's time is over; `forbidden` to buyers if the event has no
    such policy. Safe to repeat with the same `Idempotency-Key`.

    Args:
        ticket_code (str):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (RefundTicketBody | Unset): Why a ticket is refunded.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketAnswer
    """

    return sync_detailed(
        ticket_code=ticket_code,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    body: RefundTicketBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TicketAnswer]:
    """Refund a ticket

     Refund one ticket of a booking; it becomes invalid and available to others.

    Its share of discount, fees and taxes goes with it. The booking goes on without it; with its
    last ticket it ends. Authorization: the event's organizer and admins, who refund the whole;
    the buyer, by the event's cancellation policy, less what the policy keeps. An online payment is
    refunded by its provider; for an event that is paid outside, it is recorded that the money was
    returned. Refused with `invalid_state` if the ticket is cancelled or used, for buyers also if it
    was transferred, or once the policy's time is over; `forbidden` to buyers if the event has no
    such policy. Safe to repeat with the same `Idempotency-Key`.

    Args:
        ticket_code (str):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (RefundTicketBody | Unset): Why a ticket is refunded.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TicketAnswer]
    """

    kwargs = _get_kwargs(
        ticket_code=ticket_code,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    ticket_code: str,
    *,
    client: AuthenticatedClient,
    body: RefundTicketBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TicketAnswer | None:
    """Refund a ticket

     Refund one ticket of a booking; it becomes invalid and available to others.

    Its share of discount, fees and taxes goes with it. The booking goes on without it; with its
    last ticket it ends. Authorization: the event's organizer and admins, who refund the whole;
    the buyer, by the event's cancellation policy, less what the policy keeps. An online payment is
    refunded by its provider; for an event that is paid outside, it is recorded that the money was
    returned. Refused with `invalid_state` if the ticket is cancelled or used, for buyers also if it
    was transferred, or once the policy's time is over; `forbidden` to buyers if the event has no
    such policy. Safe to repeat with the same `Idempotency-Key`.

    Args:
        ticket_code (str):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (RefundTicketBody | Unset): Why a ticket is refunded.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TicketAnswer
    """

    return (
        await asyncio_detailed(
            ticket_code=ticket_code,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            prefer=prefer,
        )
    ).parsed
