from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organizer_payout_answer import OrganizerPayoutAnswer
from ...models.organizer_payout_body import OrganizerPayoutBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: OrganizerPayoutBody,
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
        "url": "/api/v1/organizer-payouts",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OrganizerPayoutAnswer | Problem | None:
    if response.status_code == 201:
        response_201 = OrganizerPayoutAnswer.from_dict(response.json())

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
) -> Response[OrganizerPayoutAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: OrganizerPayoutBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[OrganizerPayoutAnswer | Problem]:
    """Record a payout

     Record that an organizer was paid by hand: how much, when, and the bank's reference.

    The organizer gets a mail. Payouts are never changed: one that was wrong is taken back by a
    counter entry, and recorded again.

    Authorization: admins. Refused with `payout_exceeds_balance` above what is payable, unless
    `is_advance`; an advance needs an event of theirs in its currency. `duplicate` if a payout to
    the organizer has this reference. Of two at once, the second sees what the first has paid. Safe
    to repeat with the same `Idempotency-Key`.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrganizerPayoutBody): What was paid to whom, when, and what the bank calls it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrganizerPayoutAnswer | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: OrganizerPayoutBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> OrganizerPayoutAnswer | Problem | None:
    """Record a payout

     Record that an organizer was paid by hand: how much, when, and the bank's reference.

    The organizer gets a mail. Payouts are never changed: one that was wrong is taken back by a
    counter entry, and recorded again.

    Authorization: admins. Refused with `payout_exceeds_balance` above what is payable, unless
    `is_advance`; an advance needs an event of theirs in its currency. `duplicate` if a payout to
    the organizer has this reference. Of two at once, the second sees what the first has paid. Safe
    to repeat with the same `Idempotency-Key`.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrganizerPayoutBody): What was paid to whom, when, and what the bank calls it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrganizerPayoutAnswer | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: OrganizerPayoutBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[OrganizerPayoutAnswer | Problem]:
    """Record a payout

     Record that an organizer was paid by hand: how much, when, and the bank's reference.

    The organizer gets a mail. Payouts are never changed: one that was wrong is taken back by a
    counter entry, and recorded again.

    Authorization: admins. Refused with `payout_exceeds_balance` above what is payable, unless
    `is_advance`; an advance needs an event of theirs in its currency. `duplicate` if a payout to
    the organizer has this reference. Of two at once, the second sees what the first has paid. Safe
    to repeat with the same `Idempotency-Key`.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrganizerPayoutBody): What was paid to whom, when, and what the bank calls it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrganizerPayoutAnswer | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: OrganizerPayoutBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> OrganizerPayoutAnswer | Problem | None:
    """Record a payout

     Record that an organizer was paid by hand: how much, when, and the bank's reference.

    The organizer gets a mail. Payouts are never changed: one that was wrong is taken back by a
    counter entry, and recorded again.

    Authorization: admins. Refused with `payout_exceeds_balance` above what is payable, unless
    `is_advance`; an advance needs an event of theirs in its currency. `duplicate` if a payout to
    the organizer has this reference. Of two at once, the second sees what the first has paid. Safe
    to repeat with the same `Idempotency-Key`.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrganizerPayoutBody): What was paid to whom, when, and what the bank calls it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrganizerPayoutAnswer | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            prefer=prefer,
        )
    ).parsed
