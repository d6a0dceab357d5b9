from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.start_payment_body import StartPaymentBody
from ...models.transaction_answer import TransactionAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: StartPaymentBody,
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
        "url": "/api/v1/transactions",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TransactionAnswer | None:
    if response.status_code == 201:
        response_201 = TransactionAnswer.from_dict(response.json())

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
    *,
    client: AuthenticatedClient,
    body: StartPaymentBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TransactionAnswer]:
    """Start the payment of an order

     Start a payment of what is missing of an order's total, to be made before its deadline.

    Authorization: its buyer and admins. Refused with `hold_expired` after the deadline,
    `invalid_state` if the order waits for no payment, `validation_failed` for less than the
    provider takes; after `provider_error` repeat the request.
    The response has the `redirect_url` or `client_secret` of the provider, if any, for the buyer
    alone; a webhook of the provider confirms the order. While a payment is pending, the same
    payment is returned, so that the buyer is charged once; another way to pay needs that one to
    be given up first.

    A bank transfer (`manual`) is for events that allow it: their tickets are held until `due_at`.
    An administrator may record one for any event.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (StartPaymentBody): The order to pay, and the payment method.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TransactionAnswer]
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
    body: StartPaymentBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TransactionAnswer | None:
    """Start the payment of an order

     Start a payment of what is missing of an order's total, to be made before its deadline.

    Authorization: its buyer and admins. Refused with `hold_expired` after the deadline,
    `invalid_state` if the order waits for no payment, `validation_failed` for less than the
    provider takes; after `provider_error` repeat the request.
    The response has the `redirect_url` or `client_secret` of the provider, if any, for the buyer
    alone; a webhook of the provider confirms the order. While a payment is pending, the same
    payment is returned, so that the buyer is charged once; another way to pay needs that one to
    be given up first.

    A bank transfer (`manual`) is for events that allow it: their tickets are held until `due_at`.
    An administrator may record one for any event.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (StartPaymentBody): The order to pay, and the payment method.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TransactionAnswer
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
    body: StartPaymentBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Problem | TransactionAnswer]:
    """Start the payment of an order

     Start a payment of what is missing of an order's total, to be made before its deadline.

    Authorization: its buyer and admins. Refused with `hold_expired` after the deadline,
    `invalid_state` if the order waits for no payment, `validation_failed` for less than the
    provider takes; after `provider_error` repeat the request.
    The response has the `redirect_url` or `client_secret` of the provider, if any, for the buyer
    alone; a webhook of the provider confirms the order. While a payment is pending, the same
    payment is returned, so that the buyer is charged once; another way to pay needs that one to
    be given up first.

    A bank transfer (`manual`) is for events that allow it: their tickets are held until `due_at`.
    An administrator may record one for any event.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (StartPaymentBody): The order to pay, and the payment method.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TransactionAnswer]
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
    body: StartPaymentBody,
    idempotency_key: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Problem | TransactionAnswer | None:
    """Start the payment of an order

     Start a payment of what is missing of an order's total, to be made before its deadline.

    Authorization: its buyer and admins. Refused with `hold_expired` after the deadline,
    `invalid_state` if the order waits for no payment, `validation_failed` for less than the
    provider takes; after `provider_error` repeat the request.
    The response has the `redirect_url` or `client_secret` of the provider, if any, for the buyer
    alone; a webhook of the provider confirms the order. While a payment is pending, the same
    payment is returned, so that the buyer is charged once; another way to pay needs that one to
    be given up first.

    A bank transfer (`manual`) is for events that allow it: their tickets are held until `due_at`.
    An administrator may record one for any event.

    Args:
        idempotency_key (None | str | Unset): Makes it safe to repeat this request: one effect,
            always the same response.
        prefer (str | Unset):
        body (StartPaymentBody): The order to pay, and the payment method.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TransactionAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
            prefer=prefer,
        )
    ).parsed
