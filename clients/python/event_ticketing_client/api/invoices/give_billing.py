from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.billing_answer import BillingAnswer
from ...models.billing_body import BillingBody
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    order_id: int,
    *,
    body: BillingBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/orders/{order_id}/billing".format(
            order_id=quote(str(order_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BillingAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = BillingAnswer.from_dict(response.json())

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
) -> Response[BillingAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    order_id: int,
    *,
    client: AuthenticatedClient,
    body: BillingBody,
    prefer: str | Unset = UNSET,
) -> Response[BillingAnswer | Problem]:
    """Say whom an order's invoice is for

     Say whom the invoice of an order is for: name, address and tax id.

    With `wants_e_invoice` it becomes an e-invoice by EN 16931 as well, which needs the country of
    the buyer, and a VAT id or a tax number of the seller: an order for which no seller has given
    one cannot ask for it, nor one in a currency with three decimals.

    It takes the place of what was said before. Possible before the payment and after it, until
    an invoice is issued, which is an hour after the payment. Nothing is needed but a name.

    Sellers may allow a reverse charge: a business with an address and a VAT id of another country
    than theirs then buys without tax. That holds for orders that are not paid yet, whose amounts
    change with it; a tax that was paid stays.

    Authorization: its buyer, organizers who own every line, and admins. Refused with
    `invalid_state` once an invoice of it is issued, or if it was cancelled or has expired; and
    where the taxes would change while a payment is under way, or come back after it.

    Args:
        order_id (int):
        prefer (str | Unset):
        body (BillingBody): Whom the invoice is for: all of it, in place of what was said before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BillingAnswer | Problem]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    order_id: int,
    *,
    client: AuthenticatedClient,
    body: BillingBody,
    prefer: str | Unset = UNSET,
) -> BillingAnswer | Problem | None:
    """Say whom an order's invoice is for

     Say whom the invoice of an order is for: name, address and tax id.

    With `wants_e_invoice` it becomes an e-invoice by EN 16931 as well, which needs the country of
    the buyer, and a VAT id or a tax number of the seller: an order for which no seller has given
    one cannot ask for it, nor one in a currency with three decimals.

    It takes the place of what was said before. Possible before the payment and after it, until
    an invoice is issued, which is an hour after the payment. Nothing is needed but a name.

    Sellers may allow a reverse charge: a business with an address and a VAT id of another country
    than theirs then buys without tax. That holds for orders that are not paid yet, whose amounts
    change with it; a tax that was paid stays.

    Authorization: its buyer, organizers who own every line, and admins. Refused with
    `invalid_state` once an invoice of it is issued, or if it was cancelled or has expired; and
    where the taxes would change while a payment is under way, or come back after it.

    Args:
        order_id (int):
        prefer (str | Unset):
        body (BillingBody): Whom the invoice is for: all of it, in place of what was said before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BillingAnswer | Problem
    """

    return sync_detailed(
        order_id=order_id,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    order_id: int,
    *,
    client: AuthenticatedClient,
    body: BillingBody,
    prefer: str | Unset = UNSET,
) -> Response[BillingAnswer | Problem]:
    """Say whom an order's invoice is for

     Say whom the invoice of an order is for: name, address and tax id.

    With `wants_e_invoice` it becomes an e-invoice by EN 16931 as well, which needs the country of
    the buyer, and a VAT id or a tax number of the seller: an order for which no seller has given
    one cannot ask for it, nor one in a currency with three decimals.

    It takes the place of what was said before. Possible before the payment and after it, until
    an invoice is issued, which is an hour after the payment. Nothing is needed but a name.

    Sellers may allow a reverse charge: a business with an address and a VAT id of another country
    than theirs then buys without tax. That holds for orders that are not paid yet, whose amounts
    change with it; a tax that was paid stays.

    Authorization: its buyer, organizers who own every line, and admins. Refused with
    `invalid_state` once an invoice of it is issued, or if it was cancelled or has expired; and
    where the taxes would change while a payment is under way, or come back after it.

    Args:
        order_id (int):
        prefer (str | Unset):
        body (BillingBody): Whom the invoice is for: all of it, in place of what was said before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BillingAnswer | Problem]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    order_id: int,
    *,
    client: AuthenticatedClient,
    body: BillingBody,
    prefer: str | Unset = UNSET,
) -> BillingAnswer | Problem | None:
    """Say whom an order's invoice is for

     Say whom the invoice of an order is for: name, address and tax id.

    With `wants_e_invoice` it becomes an e-invoice by EN 16931 as well, which needs the country of
    the buyer, and a VAT id or a tax number of the seller: an order for which no seller has given
    one cannot ask for it, nor one in a currency with three decimals.

    It takes the place of what was said before. Possible before the payment and after it, until
    an invoice is issued, which is an hour after the payment. Nothing is needed but a name.

    Sellers may allow a reverse charge: a business with an address and a VAT id of another country
    than theirs then buys without tax. That holds for orders that are not paid yet, whose amounts
    change with it; a tax that was paid stays.

    Authorization: its buyer, organizers who own every line, and admins. Refused with
    `invalid_state` once an invoice of it is issued, or if it was cancelled or has expired; and
    where the taxes would change while a payment is under way, or come back after it.

    Args:
        order_id (int):
        prefer (str | Unset):
        body (BillingBody): Whom the invoice is for: all of it, in place of what was said before.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BillingAnswer | Problem
    """

    return (
        await asyncio_detailed(
            order_id=order_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
