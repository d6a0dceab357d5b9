from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.apply_discount_body import ApplyDiscountBody
from ...models.cart_total_answer import CartTotalAnswer
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    user_id: int,
    *,
    body: ApplyDiscountBody,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/cart/user/{user_id}/discount".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CartTotalAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = CartTotalAnswer.from_dict(response.json())

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

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

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
) -> Response[CartTotalAnswer | Problem]:
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
    body: ApplyDiscountBody,
    prefer: str | Unset = UNSET,
) -> Response[CartTotalAnswer | Problem]:
    """Apply a discount code to a cart

     Apply a discount code to a cart, replacing any other, and return the new total.

    Authorization: the user and admins. Refused with `discount_invalid` and a `reason`: `unknown`,
    `not_started`, `expired`, `used_up`, `used_up_by_you`, `too_many_tickets`, `below_minimum`,
    `not_applicable`, `other_currency`. Of several owners' codes of one name the cart uses the one
    that takes off most of what it covers, and says what helps most where none can be used. A use
    of the code is counted when the cart is ordered.

    Args:
        user_id (int):
        prefer (str | Unset):
        body (ApplyDiscountBody): The code, in upper or lower case.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CartTotalAnswer | Problem]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        body=body,
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
    body: ApplyDiscountBody,
    prefer: str | Unset = UNSET,
) -> CartTotalAnswer | Problem | None:
    """Apply a discount code to a cart

     Apply a discount code to a cart, replacing any other, and return the new total.

    Authorization: the user and admins. Refused with `discount_invalid` and a `reason`: `unknown`,
    `not_started`, `expired`, `used_up`, `used_up_by_you`, `too_many_tickets`, `below_minimum`,
    `not_applicable`, `other_currency`. Of several owners' codes of one name the cart uses the one
    that takes off most of what it covers, and says what helps most where none can be used. A use
    of the code is counted when the cart is ordered.

    Args:
        user_id (int):
        prefer (str | Unset):
        body (ApplyDiscountBody): The code, in upper or lower case.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CartTotalAnswer | Problem
    """

    return sync_detailed(
        user_id=user_id,
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    user_id: int,
    *,
    client: AuthenticatedClient,
    body: ApplyDiscountBody,
    prefer: str | Unset = UNSET,
) -> Response[CartTotalAnswer | Problem]:
    """Apply a discount code to a cart

     Apply a discount code to a cart, replacing any other, and return the new total.

    Authorization: the user and admins. Refused with `discount_invalid` and a `reason`: `unknown`,
    `not_started`, `expired`, `used_up`, `used_up_by_you`, `too_many_tickets`, `below_minimum`,
    `not_applicable`, `other_currency`. Of several owners' codes of one name the cart uses the one
    that takes off most of what it covers, and says what helps most where none can be used. A use
    of the code is counted when the cart is ordered.

    Args:
        user_id (int):
        prefer (str | Unset):
        body (ApplyDiscountBody): The code, in upper or lower case.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CartTotalAnswer | Problem]
    """

    kwargs = _get_kwargs(
        user_id=user_id,
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    user_id: int,
    *,
    client: AuthenticatedClient,
    body: ApplyDiscountBody,
    prefer: str | Unset = UNSET,
) -> CartTotalAnswer | Problem | None:
    """Apply a discount code to a cart

     Apply a discount code to a cart, replacing any other, and return the new total.

    Authorization: the user and admins. Refused with `discount_invalid` and a `reason`: `unknown`,
    `not_started`, `expired`, `used_up`, `used_up_by_you`, `too_many_tickets`, `below_minimum`,
    `not_applicable`, `other_currency`. Of several owners' codes of one name the cart uses the one
    that takes off most of what it covers, and says what helps most where none can be used. A use
    of the code is counted when the cart is ordered.

    Args:
        user_id (int):
        prefer (str | Unset):
        body (ApplyDiscountBody): The code, in upper or lower case.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CartTotalAnswer | Problem
    """

    return (
        await asyncio_detailed(
            user_id=user_id,
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
