from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.discount_answer import DiscountAnswer
from ...models.problem import Problem
from ...models.update_discount_body import UpdateDiscountBody
from ...types import UNSET, Response, Unset


def _get_kwargs(
    discount_id: int,
    *,
    body: UpdateDiscountBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/discounts/{discount_id}".format(
            discount_id=quote(str(discount_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DiscountAnswer | Problem | None:
    if response.status_code == 200:
        response_200 = DiscountAnswer.from_dict(response.json())

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

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
) -> Response[DiscountAnswer | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    discount_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateDiscountBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[DiscountAnswer | Problem]:
    """Update a discount code

     Edit a discount code; omitted fields keep their values, and orders keep their discount.

    Authorization: its owner and admins. Refused with `in_use` for a limit below what was used,
    `duplicate` for the name of another code of its owner, `stale_version` if `If-Match` is not
    the stored version. What the code covers cannot be changed. The first amount of a percentage
    for several events needs a `currency`.

    Args:
        discount_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateDiscountBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DiscountAnswer | Problem]
    """

    kwargs = _get_kwargs(
        discount_id=discount_id,
        body=body,
        if_match=if_match,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    discount_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateDiscountBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> DiscountAnswer | Problem | None:
    """Update a discount code

     Edit a discount code; omitted fields keep their values, and orders keep their discount.

    Authorization: its owner and admins. Refused with `in_use` for a limit below what was used,
    `duplicate` for the name of another code of its owner, `stale_version` if `If-Match` is not
    the stored version. What the code covers cannot be changed. The first amount of a percentage
    for several events needs a `currency`.

    Args:
        discount_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateDiscountBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DiscountAnswer | Problem
    """

    return sync_detailed(
        discount_id=discount_id,
        client=client,
        body=body,
        if_match=if_match,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    discount_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateDiscountBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[DiscountAnswer | Problem]:
    """Update a discount code

     Edit a discount code; omitted fields keep their values, and orders keep their discount.

    Authorization: its owner and admins. Refused with `in_use` for a limit below what was used,
    `duplicate` for the name of another code of its owner, `stale_version` if `If-Match` is not
    the stored version. What the code covers cannot be changed. The first amount of a percentage
    for several events needs a `currency`.

    Args:
        discount_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateDiscountBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DiscountAnswer | Problem]
    """

    kwargs = _get_kwargs(
        discount_id=discount_id,
        body=body,
        if_match=if_match,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    discount_id: int,
    *,
    client: AuthenticatedClient,
    body: UpdateDiscountBody,
    if_match: None | str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> DiscountAnswer | Problem | None:
    """Update a discount code

     Edit a discount code; omitted fields keep their values, and orders keep their discount.

    Authorization: its owner and admins. Refused with `in_use` for a limit below what was used,
    `duplicate` for the name of another code of its owner, `stale_version` if `If-Match` is not
    the stored version. What the code covers cannot be changed. The first amount of a percentage
    for several events needs a `currency`.

    Args:
        discount_id (int):
        if_match (None | str | Unset): Update only if the version of this ETag is still current.
        prefer (str | Unset):
        body (UpdateDiscountBody): The fields to change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DiscountAnswer | Problem
    """

    return (
        await asyncio_detailed(
            discount_id=discount_id,
            client=client,
            body=body,
            if_match=if_match,
            prefer=prefer,
        )
    ).parsed
