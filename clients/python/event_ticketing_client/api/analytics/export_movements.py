import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.ledger_account import LedgerAccount
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    event_id: int | None | Unset = UNSET,
    order_id: int | None | Unset = UNSET,
    transaction_id: int | None | Unset = UNSET,
    account: LedgerAccount | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_event_id: int | None | Unset
    if isinstance(event_id, Unset):
        json_event_id = UNSET
    else:
        json_event_id = event_id
    params["event_id"] = json_event_id

    json_order_id: int | None | Unset
    if isinstance(order_id, Unset):
        json_order_id = UNSET
    else:
        json_order_id = order_id
    params["order_id"] = json_order_id

    json_transaction_id: int | None | Unset
    if isinstance(transaction_id, Unset):
        json_transaction_id = UNSET
    else:
        json_transaction_id = transaction_id
    params["transaction_id"] = json_transaction_id

    json_account: None | str | Unset
    if isinstance(account, Unset):
        json_account = UNSET
    elif isinstance(account, LedgerAccount):
        json_account = account.value
    else:
        json_account = account
    params["account"] = json_account

    json_date_from: None | str | Unset
    if isinstance(date_from, Unset):
        json_date_from = UNSET
    elif isinstance(date_from, datetime.datetime):
        json_date_from = date_from.isoformat()
    else:
        json_date_from = date_from
    params["date_from"] = json_date_from

    json_date_to: None | str | Unset
    if isinstance(date_to, Unset):
        json_date_to = UNSET
    elif isinstance(date_to, datetime.datetime):
        json_date_to = date_to.isoformat()
    else:
        json_date_to = date_to
    params["date_to"] = json_date_to

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/movements.csv",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    order_id: int | None | Unset = UNSET,
    transaction_id: int | None | Unset = UNSET,
    account: LedgerAccount | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Get movements of money (CSV)

     Get the entries of the ledger as a table, a row for each.

    Authorization: as for the list. Two tables at a time for one user.

    Args:
        event_id (int | None | Unset): Only what is for this event.
        order_id (int | None | Unset): Only what moved for this order.
        transaction_id (int | None | Unset): Only what this payment or refund moved.
        account (LedgerAccount | None | Unset): Only what was for this.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        order_id=order_id,
        transaction_id=transaction_id,
        account=account,
        date_from=date_from,
        date_to=date_to,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    order_id: int | None | Unset = UNSET,
    transaction_id: int | None | Unset = UNSET,
    account: LedgerAccount | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | str | None:
    """Get movements of money (CSV)

     Get the entries of the ledger as a table, a row for each.

    Authorization: as for the list. Two tables at a time for one user.

    Args:
        event_id (int | None | Unset): Only what is for this event.
        order_id (int | None | Unset): Only what moved for this order.
        transaction_id (int | None | Unset): Only what this payment or refund moved.
        account (LedgerAccount | None | Unset): Only what was for this.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        event_id=event_id,
        order_id=order_id,
        transaction_id=transaction_id,
        account=account,
        date_from=date_from,
        date_to=date_to,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    order_id: int | None | Unset = UNSET,
    transaction_id: int | None | Unset = UNSET,
    account: LedgerAccount | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Get movements of money (CSV)

     Get the entries of the ledger as a table, a row for each.

    Authorization: as for the list. Two tables at a time for one user.

    Args:
        event_id (int | None | Unset): Only what is for this event.
        order_id (int | None | Unset): Only what moved for this order.
        transaction_id (int | None | Unset): Only what this payment or refund moved.
        account (LedgerAccount | None | Unset): Only what was for this.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        event_id=event_id,
        order_id=order_id,
        transaction_id=transaction_id,
        account=account,
        date_from=date_from,
        date_to=date_to,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    event_id: int | None | Unset = UNSET,
    order_id: int | None | Unset = UNSET,
    transaction_id: int | None | Unset = UNSET,
    account: LedgerAccount | None | Unset = UNSET,
    date_from: datetime.datetime | None | Unset = UNSET,
    date_to: datetime.datetime | None | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | str | None:
    """Get movements of money (CSV)

     Get the entries of the ledger as a table, a row for each.

    Authorization: as for the list. Two tables at a time for one user.

    Args:
        event_id (int | None | Unset): Only what is for this event.
        order_id (int | None | Unset): Only what moved for this order.
        transaction_id (int | None | Unset): Only what this payment or refund moved.
        account (LedgerAccount | None | Unset): Only what was for this.
        date_from (datetime.datetime | None | Unset): At or after; UTC without offset.
        date_to (datetime.datetime | None | Unset): Before; UTC without offset.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            event_id=event_id,
            order_id=order_id,
            transaction_id=transaction_id,
            account=account,
            date_from=date_from,
            date_to=date_to,
            prefer=prefer,
        )
    ).parsed
