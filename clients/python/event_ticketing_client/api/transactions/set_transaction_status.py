from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.transaction_answer import TransactionAnswer
from ...models.transaction_status_body import TransactionStatusBody
from ...types import UNSET, Response, Unset


def _get_kwargs(
    transaction_id: int,
    *,
    body: TransactionStatusBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/transactions/{transaction_id}/status".format(
            transaction_id=quote(str(transaction_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TransactionAnswer | None:
    if response.status_code == 200:
        response_200 = TransactionAnswer.from_dict(response.json())

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
) -> Response[Problem | TransactionAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    transaction_id: int,
    *,
    client: AuthenticatedClient,
    body: TransactionStatusBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TransactionAnswer]:
    """Change a manual transaction's status

     Record that a manual payment or refund succeeded or failed.

    Authorization: organizers who own every line of its order, and admins. Refused with
    `invalid_state` for providers other than `manual` (box office, bank transfer) and for settled
    transactions, but that a refund which succeeded may still come back: it is set to failed. A
    refund that failed can have succeeded, unless it was sent again or paid out another way since. A
    successful payment confirms its order like any payment. Of a payment `amount_received` says
    what came: too much confirms the order, and the surplus is to be paid back; too little is kept
    while the order waits, and a payment of the rest is begun.

    Args:
        transaction_id (int):
        prefer (str | Unset):
        body (TransactionStatusBody): The outcome: `success` or `failed`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TransactionAnswer]
    """

    kwargs = _get_kwargs(
        transaction_id=transaction_id,
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    transaction_id: int,
    *,
    client: AuthenticatedClient,
    body: TransactionStatusBody,
    prefer: str | Unset = UNSET,
) -> Problem | TransactionAnswer | None:
    """Change a manual transaction's status

     Record that a manual payment or refund succeeded or failed.

    Authorization: organizers who own every line of its order, and admins. Refused with
    `invalid_state` for providers other than `manual` (box office, bank transfer) and for settled
    transactions, but that a refund which succeeded may still come back: it is set to failed. A
    refund that failed can have succeeded, unless it was sent again or paid out another way since. A
    successful payment confirms its order like any payment. Of a payment `amount_received` says
    what came: too much confirms the order, and the surplus is to be paid back; too little is kept
    while the order waits, and a payment of the rest is begun.

    Args:
        transaction_id (int):
        prefer (str | Unset):
        body (TransactionStatusBody): The outcome: `success` or `failed`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TransactionAnswer
    """

    return sync_detailed(
        transaction_id=transaction_id,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    transaction_id: int,
    *,
    client: AuthenticatedClient,
    body: TransactionStatusBody,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TransactionAnswer]:
    """Change a manual transaction's status

     Record that a manual payment or refund succeeded or failed.

    Authorization: organizers who own every line of its order, and admins. Refused with
    `invalid_state` for providers other than `manual` (box office, bank transfer) and for settled
    transactions, but that a refund which succeeded may still come back: it is set to failed. A
    refund that failed can have succeeded, unless it was sent again or paid out another way since. A
    successful payment confirms its order like any payment. Of a payment `amount_received` says
    what came: too much confirms the order, and the surplus is to be paid back; too little is kept
    while the order waits, and a payment of the rest is begun.

    Args:
        transaction_id (int):
        prefer (str | Unset):
        body (TransactionStatusBody): The outcome: `success` or `failed`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TransactionAnswer]
    """

    kwargs = _get_kwargs(
        transaction_id=transaction_id,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    transaction_id: int,
    *,
    client: AuthenticatedClient,
    body: TransactionStatusBody,
    prefer: str | Unset = UNSET,
) -> Problem | TransactionAnswer | None:
    """Change a manual transaction's status

     Record that a manual payment or refund succeeded or failed.

    Authorization: organizers who own every line of its order, and admins. Refused with
    `invalid_state` for providers other than `manual` (box office, bank transfer) and for settled
    transactions, but that a refund which succeeded may still come back: it is set to failed. A
    refund that failed can have succeeded, unless it was sent again or paid out another way since. A
    successful payment confirms its order like any payment. Of a payment `amount_received` says
    what came: too much confirms the order, and the surplus is to be paid back; too little is kept
    while the order waits, and a payment of the rest is begun.

    Args:
        transaction_id (int):
        prefer (str | Unset):
        body (TransactionStatusBody): The outcome: `success` or `failed`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TransactionAnswer
    """

    return (
        await asyncio_detailed(
            transaction_id=transaction_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
