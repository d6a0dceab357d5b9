from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.finding_answer import FindingAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    dry_run: bool | Unset = False,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    params["dry_run"] = dry_run

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/transactions/reconcile",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | list[FindingAnswer] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = FindingAnswer.from_dict(response_200_item_data)

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
) -> Response[Problem | list[FindingAnswer]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    dry_run: bool | Unset = False,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[FindingAnswer]]:
    """Reconcile payments and tickets

     Compare providers, transactions, orders, bookings and stock, and repair discrepancies.

    Authorization: admins. With `dry_run` nothing is changed. The outcome of pending payments is
    read from their provider; pending payments of ended orders are cancelled there, or refunded if
    they were paid; pending refunds are continued. Discrepancies that cannot be repaired
    automatically are reported.

    Args:
        dry_run (bool | Unset): Only report what would be done; change nothing. Default: False.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[FindingAnswer]]
    """

    kwargs = _get_kwargs(
        dry_run=dry_run,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    dry_run: bool | Unset = False,
    prefer: str | Unset = UNSET,
) -> Problem | list[FindingAnswer] | None:
    """Reconcile payments and tickets

     Compare providers, transactions, orders, bookings and stock, and repair discrepancies.

    Authorization: admins. With `dry_run` nothing is changed. The outcome of pending payments is
    read from their provider; pending payments of ended orders are cancelled there, or refunded if
    they were paid; pending refunds are continued. Discrepancies that cannot be repaired
    automatically are reported.

    Args:
        dry_run (bool | Unset): Only report what would be done; change nothing. Default: False.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[FindingAnswer]
    """

    return sync_detailed(
        client=client,
        dry_run=dry_run,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    dry_run: bool | Unset = False,
    prefer: str | Unset = UNSET,
) -> Response[Problem | list[FindingAnswer]]:
    """Reconcile payments and tickets

     Compare providers, transactions, orders, bookings and stock, and repair discrepancies.

    Authorization: admins. With `dry_run` nothing is changed. The outcome of pending payments is
    read from their provider; pending payments of ended orders are cancelled there, or refunded if
    they were paid; pending refunds are continued. Discrepancies that cannot be repaired
    automatically are reported.

    Args:
        dry_run (bool | Unset): Only report what would be done; change nothing. Default: False.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | list[FindingAnswer]]
    """

    kwargs = _get_kwargs(
        dry_run=dry_run,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    dry_run: bool | Unset = False,
    prefer: str | Unset = UNSET,
) -> Problem | list[FindingAnswer] | None:
    """Reconcile payments and tickets

     Compare providers, transactions, orders, bookings and stock, and repair discrepancies.

    Authorization: admins. With `dry_run` nothing is changed. The outcome of pending payments is
    read from their provider; pending payments of ended orders are cancelled there, or refunded if
    they were paid; pending refunds are continued. Discrepancies that cannot be repaired
    automatically are reported.

    Args:
        dry_run (bool | Unset): Only report what would be done; change nothing. Default: False.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | list[FindingAnswer]
    """

    return (
        await asyncio_detailed(
            client=client,
            dry_run=dry_run,
            prefer=prefer,
        )
    ).parsed
