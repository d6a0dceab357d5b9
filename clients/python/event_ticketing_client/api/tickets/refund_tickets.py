from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.booking_answer import BookingAnswer
from ...models.problem import Problem
from ...models.refund_tickets_body import RefundTicketsBody
from ...types import UNSET, Response, Unset


def _get_kwargs(
    booking_id: int,
    *,
    body: RefundTicketsBody,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/bookings/{booking_id}/tickets/refund".format(
            booking_id=quote(str(booking_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BookingAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = BookingAnswer.from_dict(response.json())

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

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
) -> Response[BookingAnswer | Problem]:
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
    body: RefundTicketsBody,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[BookingAnswer | Problem]:
    """Refund tickets of a booking

     Refund some tickets of a booking at once, as `POST /tickets/{ticket_code}/refund` does one.

    Authorization and refusals are the same; if one of the tickets cannot be refunded, none is.
    With `expected_amount` it is refused with `invalid_state` unless exactly that goes back. Safe to
    repeat with the same `Idempotency-Key`.

    Args:
        booking_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (RefundTicketsBody): Which tickets of the booking are refunded, and why.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BookingAnswer | Problem]
    """

    kwargs = _get_kwargs(
        booking_id=booking_id,
        body=body,
        idempotency_key=idempotency_key,
        if_match=if_match,
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
    body: RefundTicketsBody,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> BookingAnswer | Problem | None:
    """Refund tickets of a booking

     Refund some tickets of a booking at once, as `POST /tickets/{ticket_code}/refund` does one.

    Authorization and refusals are the same; if one of the tickets cannot be refunded, none is.
    With `expected_amount` it is refused with `invalid_state` unless exactly that goes back. Safe to
    repeat with the same `Idempotency-Key`.

    Args:
        booking_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (RefundTicketsBody): Which tickets of the booking are refunded, and why.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BookingAnswer | Problem
    """

    return sync_detailed(
        booking_id=booking_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
        if_match=if_match,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    booking_id: int,
    *,
    client: AuthenticatedClient,
    body: RefundTicketsBody,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[BookingAnswer | Problem]:
    """Refund tickets of a booking

     Refund some tickets of a booking at once, as `POST /tickets/{ticket_code}/refund` does one.

    Authorization and refusals are the same; if one of the tickets cannot be refunded, none is.
    With `expected_amount` it is refused with `invalid_state` unless exactly that goes back. Safe to
    repeat with the same `Idempotency-Key`.

    Args:
        booking_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (RefundTicketsBody): Which tickets of the booking are refunded, and why.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BookingAnswer | Problem]
    """

    kwargs = _get_kwargs(
        booking_id=booking_id,
        body=body,
        idempotency_key=idempotency_key,
        if_match=if_match,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    booking_id: int,
    *,
    client: AuthenticatedClient,
    body: RefundTicketsBody,
    idempotency_key: None | str | Unset = UNSET,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> BookingAnswer | Problem | None:
    """Refund tickets of a booking

     Refund some tickets of a booking at once, as `POST /tickets/{ticket_code}/refund` does one.

    Authorization and refusals are the same; if one of the tickets cannot be refunded, none is.
    With `expected_amount` it is refused with `invalid_state` unless exactly that goes back. Safe to
    repeat with the same `Idempotency-Key`.

    Args:
        booking_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (RefundTicketsBody): Which tickets of the booking are refunded, and why.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BookingAnswer | Problem
    """

    return (
        await asyncio_detailed(
            booking_id=booking_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            if_match=if_match,
            prefer=prefer,
        )
    ).parsed
