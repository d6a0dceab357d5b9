from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.bank_amount_body import BankAmountBody
from ...models.payout_answer import PayoutAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    payout_id: int,
    *,
    body: BankAmountBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/payouts/{payout_id}/bank-amount".format(
            payout_id=quote(str(payout_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PayoutAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = PayoutAnswer.from_dict(response.json())

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
) -> Response[PayoutAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    payout_id: int,
    *,
    client: AuthenticatedClient,
    body: BankAmountBody,
    prefer: str | Unset = UNSET,
) -> Response[PayoutAnswer | Problem]:
    """Note what the bank statement says

     Note what the bank statement says of a payout; null takes the note back.

    Authorization: admins. An amount that differs from the payout's is listed as a discrepancy.

    Args:
        payout_id (int):
        prefer (str | Unset):
        body (BankAmountBody): What the bank statement says of the payout; null takes the note
            back.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PayoutAnswer | Problem]
    """

    kwargs = _get_kwargs(
        payout_id=payout_id,
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    payout_id: int,
    *,
    client: AuthenticatedClient,
    body: BankAmountBody,
    prefer: str | Unset = UNSET,
) -> PayoutAnswer | Problem | None:
    """Note what the bank statement says

     Note what the bank statement says of a payout; null takes the note back.

    Authorization: admins. An amount that differs from the payout's is listed as a discrepancy.

    Args:
        payout_id (int):
        prefer (str | Unset):
        body (BankAmountBody): What the bank statement says of the payout; null takes the note
            back.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PayoutAnswer | Problem
    """

    return sync_detailed(
        payout_id=payout_id,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    payout_id: int,
    *,
    client: AuthenticatedClient,
    body: BankAmountBody,
    prefer: str | Unset = UNSET,
) -> Response[PayoutAnswer | Problem]:
    """Note what the bank statement says

     Note what the bank statement says of a payout; null takes the note back.

    Authorization: admins. An amount that differs from the payout's is listed as a discrepancy.

    Args:
        payout_id (int):
        prefer (str | Unset):
        body (BankAmountBody): What the bank statement says of the payout; null takes the note
            back.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PayoutAnswer | Problem]
    """

    kwargs = _get_kwargs(
        payout_id=payout_id,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    payout_id: int,
    *,
    client: AuthenticatedClient,
    body: BankAmountBody,
    prefer: str | Unset = UNSET,
) -> PayoutAnswer | Problem | None:
    """Note what the bank statement says

     Note what the bank statement says of a payout; null takes the note back.

    Authorization: admins. An amount that differs from the payout's is listed as a discrepancy.

    Args:
        payout_id (int):
        prefer (str | Unset):
        body (BankAmountBody): What the bank statement says of the payout; null takes the note
            back.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PayoutAnswer | Problem
    """

    return (
        await asyncio_detailed(
            payout_id=payout_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
