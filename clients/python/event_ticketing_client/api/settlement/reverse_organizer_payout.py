from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.organizer_payout_answer import OrganizerPayoutAnswer
from ...models.organizer_payout_reversal_body import OrganizerPayoutReversalBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    organizer_payout_id: int,
    *,
    body: OrganizerPayoutReversalBody | Unset = UNSET,
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
        "url": "/api/v1/organizer-payouts/{organizer_payout_id}/reversal".format(
            organizer_payout_id=quote(str(organizer_payout_id), safe=""),
        ),
    }

    if not isinstance(body, Unset):
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
    organizer_payout_id: int,
    *,
    client: AuthenticatedClient,
    body: OrganizerPayoutReversalBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[OrganizerPayoutAnswer | Problem]:
    """Take a payout back

     Take a payout back that was recorded wrongly, or that the bank returned.

    It stays, and a counter entry of today follows it: the same amount, negative, with the same
    reference, which may then be used again.

    Authorization: admins. Refused with `invalid_state` for a counter entry, or if it was taken back
    already. Safe to repeat with the same `Idempotency-Key`.

    Args:
        organizer_payout_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrganizerPayoutReversalBody | Unset): Why a payout is taken back.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrganizerPayoutAnswer | Problem]
    """

    kwargs = _get_kwargs(
        organizer_payout_id=organizer_payout_id,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    organizer_payout_id: int,
    *,
    client: AuthenticatedClient,
    body: OrganizerPayoutReversalBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> OrganizerPayoutAnswer | Problem | None:
    """Take a payout back

     Take a payout back that was recorded wrongly, or that the bank returned.

    It stays, and a counter entry of today follows it: the same amount, negative, with the same
    reference, which may then be used again.

    Authorization: admins. Refused with `invalid_state` for a counter entry, or if it was taken back
    already. Safe to repeat with the same `Idempotency-Key`.

    Args:
        organizer_payout_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrganizerPayoutReversalBody | Unset): Why a payout is taken back.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrganizerPayoutAnswer | Problem
    """

    return sync_detailed(
        organizer_payout_id=organizer_payout_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    organizer_payout_id: int,
    *,
    client: AuthenticatedClient,
    body: OrganizerPayoutReversalBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[OrganizerPayoutAnswer | Problem]:
    """Take a payout back

     Take a payout back that was recorded wrongly, or that the bank returned.

    It stays, and a counter entry of today follows it: the same amount, negative, with the same
    reference, which may then be used again.

    Authorization: admins. Refused with `invalid_state` for a counter entry, or if it was taken back
    already. Safe to repeat with the same `Idempotency-Key`.

    Args:
        organizer_payout_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrganizerPayoutReversalBody | Unset): Why a payout is taken back.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrganizerPayoutAnswer | Problem]
    """

    kwargs = _get_kwargs(
        organizer_payout_id=organizer_payout_id,
        body=body,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    organizer_payout_id: int,
    *,
    client: AuthenticatedClient,
    body: OrganizerPayoutReversalBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> OrganizerPayoutAnswer | Problem | None:
    """Take a payout back

     Take a payout back that was recorded wrongly, or that the bank returned.

    It stays, and a counter entry of today follows it: the same amount, negative, with the same
    reference, which may then be used again.

    Authorization: admins. Refused with `invalid_state` for a counter entry, or if it was taken back
    already. Safe to repeat with the same `Idempotency-Key`.

    Args:
        organizer_payout_id (int):
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (OrganizerPayoutReversalBody | Unset): Why a payout is taken back.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrganizerPayoutAnswer | Problem
    """

    return (
        await asyncio_detailed(
            organizer_payout_id=organizer_payout_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            prefer=prefer,
        )
    ).parsed
