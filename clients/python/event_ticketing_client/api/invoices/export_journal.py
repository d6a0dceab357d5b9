import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.chart import Chart
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    user_id: int,
    *,
    date_from: datetime.date,
    date_to: datetime.date,
    consultant: int,
    client_query: int,
    fiscal_year_start: datetime.date | None | Unset = UNSET,
    currency: str | Unset = "EUR",
    account_length: int | Unset = 4,
    chart: Chart | Unset = UNSET,
    accounts: str | Unset = "",
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_date_from = date_from.isoformat()
    params["date_from"] = json_date_from

    json_date_to = date_to.isoformat()
    params["date_to"] = json_date_to

    params["consultant"] = consultant

    params["client"] = client_query

    json_fiscal_year_start: None | str | Unset
    if isinstance(fiscal_year_start, Unset):
        json_fiscal_year_start = UNSET
    elif isinstance(fiscal_year_start, datetime.date):
        json_fiscal_year_start = fiscal_year_start.isoformat()
    else:
        json_fiscal_year_start = fiscal_year_start
    params["fiscal_year_start"] = json_fiscal_year_start

    params["currency"] = currency

    params["account_length"] = account_length

    json_chart: str | Unset = UNSET
    if not isinstance(chart, Unset):
        json_chart = chart.value

    params["chart"] = json_chart

    params["accounts"] = accounts

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/sellers/{user_id}/journal.csv".format(
            user_id=quote(str(user_id), safe=""),
        ),
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
    user_id: int,
    *,
    client: AuthenticatedClient,
    date_from: datetime.date,
    date_to: datetime.date,
    consultant: int,
    client_query: int,
    fiscal_year_start: datetime.date | None | Unset = UNSET,
    currency: str | Unset = "EUR",
    account_length: int | Unset = 4,
    chart: Chart | Unset = UNSET,
    accounts: str | Unset = "",
    prefer: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Get a seller's journal (DATEV)

     Get what a seller has to book in these days as a journal in DATEV's format.

    Each document is entered with its tax from the debtors to the account of its rate, a credit
    note back. What was paid, went back or was lost to a bank goes from the debtors to what the
    platform owes the seller, or to their own account if it was paid to them without a provider.
    From what the platform owes go its commission, the fees that it keeps, and its payouts, so that
    the rest is the balance of the seller's statement.

    Authorization: the organizer, and admins for any. Refused with `not_found` if the organizer has
    not said who sells, and with `validation_failed` if a rate has no account, or for more than
    99 999 lines. Two tables at a time for one user.

    Args:
        user_id (int):
        date_from (datetime.date): The first day.
        date_to (datetime.date): The last day, in the same fiscal year.
        consultant (int): The number that the adviser has.
        client_query (int): The number that the adviser gave the client.
        fiscal_year_start (datetime.date | None | Unset): By default the first of January.
        currency (str | Unset): Only amounts in this currency. Default: 'EUR'.
        account_length (int | Unset): Digits of general accounts; those of persons have one more.
            Default: 4.
        chart (Chart | Unset): A standard chart of accounts.
        accounts (str | Unset): Accounts other than the chart's, by rate, by relief or by what
            they are for, such as `16=8405,reverse_charge=8337,stripe=1361,bank=1210`. Default: ''.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        date_from=date_from,
        date_to=date_to,
        consultant=consultant,
        client_query=client_query,
        fiscal_year_start=fiscal_year_start,
        currency=currency,
        account_length=account_length,
        chart=chart,
        accounts=accounts,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    user_id: int,
    *,
    client: AuthenticatedClient,
    date_from: datetime.date,
    date_to: datetime.date,
    consultant: int,
    client_query: int,
    fiscal_year_start: datetime.date | None | Unset = UNSET,
    currency: str | Unset = "EUR",
    account_length: int | Unset = 4,
    chart: Chart | Unset = UNSET,
    accounts: str | Unset = "",
    prefer: str | Unset = UNSET,
) -> Problem | str | None:
    """Get a seller's journal (DATEV)

     Get what a seller has to book in these days as a journal in DATEV's format.

    Each document is entered with its tax from the debtors to the account of its rate, a credit
    note back. What was paid, went back or was lost to a bank goes from the debtors to what the
    platform owes the seller, or to their own account if it was paid to them without a provider.
    From what the platform owes go its commission, the fees that it keeps, and its payouts, so that
    the rest is the balance of the seller's statement.

    Authorization: the organizer, and admins for any. Refused with `not_found` if the organizer has
    not said who sells, and with `validation_failed` if a rate has no account, or for more than
    99 999 lines. Two tables at a time for one user.

    Args:
        user_id (int):
        date_from (datetime.date): The first day.
        date_to (datetime.date): The last day, in the same fiscal year.
        consultant (int): The number that the adviser has.
        client_query (int): The number that the adviser gave the client.
        fiscal_year_start (datetime.date | None | Unset): By default the first of January.
        currency (str | Unset): Only amounts in this currency. Default: 'EUR'.
        account_length (int | Unset): Digits of general accounts; those of persons have one more.
            Default: 4.
        chart (Chart | Unset): A standard chart of accounts.
        accounts (str | Unset): Accounts other than the chart's, by rate, by relief or by what
            they are for, such as `16=8405,reverse_charge=8337,stripe=1361,bank=1210`. Default: ''.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        user_id=user_id,
        client=client,
        date_from=date_from,
        date_to=date_to,
        consultant=consultant,
        client_query=client_query,
        fiscal_year_start=fiscal_year_start,
        currency=currency,
        account_length=account_length,
        chart=chart,
        accounts=accounts,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    user_id: int,
    *,
    client: AuthenticatedClient,
    date_from: datetime.date,
    date_to: datetime.date,
    consultant: int,
    client_query: int,
    fiscal_year_start: datetime.date | None | Unset = UNSET,
    currency: str | Unset = "EUR",
    account_length: int | Unset = 4,
    chart: Chart | Unset = UNSET,
    accounts: str | Unset = "",
    prefer: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Get a seller's journal (DATEV)

     Get what a seller has to book in these days as a journal in DATEV's format.

    Each document is entered with its tax from the debtors to the account of its rate, a credit
    note back. What was paid, went back or was lost to a bank goes from the debtors to what the
    platform owes the seller, or to their own account if it was paid to them without a provider.
    From what the platform owes go its commission, the fees that it keeps, and its payouts, so that
    the rest is the balance of the seller's statement.

    Authorization: the organizer, and admins for any. Refused with `not_found` if the organizer has
    not said who sells, and with `validation_failed` if a rate has no account, or for more than
    99 999 lines. Two tables at a time for one user.

    Args:
        user_id (int):
        date_from (datetime.date): The first day.
        date_to (datetime.date): The last day, in the same fiscal year.
        consultant (int): The number that the adviser has.
        client_query (int): The number that the adviser gave the client.
        fiscal_year_start (datetime.date | None | Unset): By default the first of January.
        currency (str | Unset): Only amounts in this currency. Default: 'EUR'.
        account_length (int | Unset): Digits of general accounts; those of persons have one more.
            Default: 4.
        chart (Chart | Unset): A standard chart of accounts.
        accounts (str | Unset): Accounts other than the chart's, by rate, by relief or by what
            they are for, such as `16=8405,reverse_charge=8337,stripe=1361,bank=1210`. Default: ''.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        date_from=date_from,
        date_to=date_to,
        consultant=consultant,
        client_query=client_query,
        fiscal_year_start=fiscal_year_start,
        currency=currency,
        account_length=account_length,
        chart=chart,
        accounts=accounts,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    user_id: int,
    *,
    client: AuthenticatedClient,
    date_from: datetime.date,
    date_to: datetime.date,
    consultant: int,
    client_query: int,
    fiscal_year_start: datetime.date | None | Unset = UNSET,
    currency: str | Unset = "EUR",
    account_length: int | Unset = 4,
    chart: Chart | Unset = UNSET,
    accounts: str | Unset = "",
    prefer: str | Unset = UNSET,
) -> Problem | str | None:
    """Get a seller's journal (DATEV)

     Get what a seller has to book in these days as a journal in DATEV's format.

    Each document is entered with its tax from the debtors to the account of its rate, a credit
    note back. What was paid, went back or was lost to a bank goes from the debtors to what the
    platform owes the seller, or to their own account if it was paid to them without a provider.
    From what the platform owes go its commission, the fees that it keeps, and its payouts, so that
    the rest is the balance of the seller's statement.

    Authorization: the organizer, and admins for any. Refused with `not_found` if the organizer has
    not said who sells, and with `validation_failed` if a rate has no account, or for more than
    99 999 lines. Two tables at a time for one user.

    Args:
        user_id (int):
        date_from (datetime.date): The first day.
        date_to (datetime.date): The last day, in the same fiscal year.
        consultant (int): The number that the adviser has.
        client_query (int): The number that the adviser gave the client.
        fiscal_year_start (datetime.date | None | Unset): By default the first of January.
        currency (str | Unset): Only amounts in this currency. Default: 'EUR'.
        account_length (int | Unset): Digits of general accounts; those of persons have one more.
            Default: 4.
        chart (Chart | Unset): A standard chart of accounts.
        accounts (str | Unset): Accounts other than the chart's, by rate, by relief or by what
            they are for, such as `16=8405,reverse_charge=8337,stripe=1361,bank=1210`. Default: ''.
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            user_id=user_id,
            client=client,
            date_from=date_from,
            date_to=date_to,
            consultant=consultant,
            client_query=client_query,
            fiscal_year_start=fiscal_year_start,
            currency=currency,
            account_length=account_length,
            chart=chart,
            accounts=accounts,
            prefer=prefer,
        )
    ).parsed
