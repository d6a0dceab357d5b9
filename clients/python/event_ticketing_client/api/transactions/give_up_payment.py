from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.transaction_answer import TransactionAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    transaction_id: int,
    *,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/transactions/{transaction_id}/cancel".format(
            transaction_id=quote(str(transaction_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TransactionAnswer | None:
    if response.status_code == 200:
        response_200 = TransactionAnswer.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 502:
        response_502 = Problem.from_dict(response.json())

        return response_502

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
    prefer: str | Unset = UNSET,
) -> Response[Problem | TransactionAnswer]:
    """Give up a payment

     Give up a payment that is under way, so that the order can be paid another way.

    Authorization: the buyer of its order, and admins. Refused with `invalid_state` if it is paid,
    or its money is on its way; after `provider_error` repeat the request. It is cancelled at its
    provider. The order keeps its tickets, for as long as any hold from now where they waited for
    a bank transfer, and not beyond the most that a hold can last, if that is still to come; while
    a part of the money is here, for as long as they waited before.
    Money that comes all the same pays for the order if that still waits for any,
    and goes back otherwise. Giving up what was given up changes nothing.

    Args:
        transaction_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TransactionAnswer]
    """

    kwargs = _get_kwargs(
        transaction_id=transaction_id,
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
    prefer: str | Unset = UNSET,
) -> Problem | TransactionAnswer | None:
    """Give up a payment

     Give up a payment that is under way, so that the order can be paid another way.

    Authorization: the buyer of its order, and admins. Refused with `invalid_state` if it is paid,
    or its money is on its way; after `provider_error` repeat the request. It is cancelled at its
    provider. The order keeps its tickets, for as long as any hold from now where they waited for
    a bank transfer, and not beyond the most that a hold can last, if that is still to come; while
    a part of the money is here, for as long as they waited before.
    Money that comes all the same pays for the order if that still waits for any,
    and goes back otherwise. Giving up what was given up changes nothing.

    Args:
        transaction_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TransactionAnswer
    """

    return sync_detailed(
        transaction_id=transaction_id,
        client=client,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    transaction_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TransactionAnswer]:
    """Give up a payment

     Give up a payment that is under way, so that the order can be paid another way.

    Authorization: the buyer of its order, and admins. Refused with `invalid_state` if it is paid,
    or its money is on its way; after `provider_error` repeat the request. It is cancelled at its
    provider. The order keeps its tickets, for as long as any hold from now where they waited for
    a bank transfer, and not beyond the most that a hold can last, if that is still to come; while
    a part of the money is here, for as long as they waited before.
    Money that comes all the same pays for the order if that still waits for any,
    and goes back otherwise. Giving up what was given up changes nothing.

    Args:
        transaction_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TransactionAnswer]
    """

    kwargs = _get_kwargs(
        transaction_id=transaction_id,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    transaction_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Problem | TransactionAnswer | None:
    """Give up a payment

     Give up a payment that is under way, so that the order can be paid another way.

    Authorization: the buyer of its order, and admins. Refused with `invalid_state` if it is paid,
    or its money is on its way; after `provider_error` repeat the request. It is cancelled at its
    provider. The order keeps its tickets, for as long as any hold from now where they waited for
    a bank transfer, and not beyond the most that a hold can last, if that is still to come; while
    a part of the money is here, for as long as they waited before.
    Money that comes all the same pays for the order if that still waits for any,
    and goes back otherwise. Giving up what was given up changes nothing.

    Args:
        transaction_id (int):
        prefer (str | Unset):

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
            prefer=prefer,
        )
    ).parsed
