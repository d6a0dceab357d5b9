from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.provider_movement_answer import ProviderMovementAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    payout_id: int | None | Unset = UNSET,
    transaction_id: int | None | Unset = UNSET,
    is_paid_out: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_payout_id: int | None | Unset
    if isinstance(payout_id, Unset):
        json_payout_id = UNSET
    else:
        json_payout_id = payout_id
    params["payout_id"] = json_payout_id

    json_transaction_id: int | None | Unset
    if isinstance(transaction_id, Unset):
        json_transaction_id = UNSET
    else:
        json_transaction_id = transaction_id
    params["transaction_id"] = json_transaction_id

    json_is_paid_out: bool | None | Unset
    if isinstance(is_paid_out, Unset):
        json_is_paid_out = UNSET
    else:
        json_is_paid_out = is_paid_out
    params["is_paid_out"] = json_is_paid_out

    params["limit"] = limit

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/provider-movements",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | list[ProviderMovementAnswer] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = ProviderMovementAnswer.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

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
) -> Response[Problem | list[ProviderMovementAnswer]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    payout_id: int | None | Unset = UNSET,
    transaction_id: int | None | Unset = UNSET,
    is_paid_out: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[ProviderMovementAnswer]]:
    """List movements at payment providers

     List what moved on the accounts at payment providers, newest first, with the fees taken.

    Authorization: admins. Payments, refunds and disputes, fees, payouts and adjustments, each with
    the transaction it is of. Where the provider has exchanged money, `paid_amount` is the buyer's.

    Args:
        payout_id (int | None | Unset): Only what this payout is made of.
        transaction_id (int | None | Unset): Only what this payment, refund or dispute moved.
        is_paid_out (bool | None | Unset): What is part of a payout, or what is not yet; without
            the payouts.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[ProviderMovementAnswer]]
    """

    kwargs = _get_kwargs(
        payout_id=payout_id,
        transaction_id=transaction_id,
        is_paid_out=is_paid_out,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    payout_id: int | None | Unset = UNSET,
    transaction_id: int | None | Unset = UNSET,
    is_paid_out: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[ProviderMovementAnswer] | None:
    """List movements at payment providers

     List what moved on the accounts at payment providers, newest first, with the fees taken.

    Authorization: admins. Payments, refunds and disputes, fees, payouts and adjustments, each with
    the transaction it is of. Where the provider has exchanged money, `paid_amount` is the buyer's.

    Args:
        payout_id (int | None | Unset): Only what this payout is made of.
        transaction_id (int | None | Unset): Only what this payment, refund or dispute moved.
        is_paid_out (bool | None | Unset): What is part of a payout, or what is not yet; without
            the payouts.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[ProviderMovementAnswer]
    """

    return sync_detailed(
        client=client,
        payout_id=payout_id,
        transaction_id=transaction_id,
        is_paid_out=is_paid_out,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    payout_id: int | None | Unset = UNSET,
    transaction_id: int | None | Unset = UNSET,
    is_paid_out: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[ProviderMovementAnswer]]:
    """List movements at payment providers

     List what moved on the accounts at payment providers, newest first, with the fees taken.

    Authorization: admins. Payments, refunds and disputes, fees, payouts and adjustments, each with
    the transaction it is of. Where the provider has exchanged money, `paid_amount` is the buyer's.

    Args:
        payout_id (int | None | Unset): Only what this payout is made of.
        transaction_id (int | None | Unset): Only what this payment, refund or dispute moved.
        is_paid_out (bool | None | Unset): What is part of a payout, or what is not yet; without
            the payouts.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[ProviderMovementAnswer]]
    """

    kwargs = _get_kwargs(
        payout_id=payout_id,
        transaction_id=transaction_id,
        is_paid_out=is_paid_out,
        limit=limit,
        cursor=cursor,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    payout_id: int | None | Unset = UNSET,
    transaction_id: int | None | Unset = UNSET,
    is_paid_out: bool | None | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | list[ProviderMovementAnswer] | None:
    """List movements at payment providers

     List what moved on the accounts at payment providers, newest first, with the fees taken.

    Authorization: admins. Payments, refunds and disputes, fees, payouts and adjustments, each with
    the transaction it is of. Where the provider has exchanged money, `paid_amount` is the buyer's.

    Args:
        payout_id (int | None | Unset): Only what this payout is made of.
        transaction_id (int | None | Unset): Only what this payment, refund or dispute moved.
        is_paid_out (bool | None | Unset): What is part of a payout, or what is not yet; without
            the payouts.
        limit (int | Unset): Items per page. Default: 50.
        cursor (None | str | Unset): Where the previous page ended: from its header `X-Next-
            Cursor`.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[ProviderMovementAnswer]
    """

    return (
        await asyncio_detailed(
            client=client,
            payout_id=payout_id,
            transaction_id=transaction_id,
            is_paid_out=is_paid_out,
            limit=limit,
            cursor=cursor,
            prefer=prefer,
        )
    ).parsed
