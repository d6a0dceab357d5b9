from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    invoice_id: int,
    *,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/invoices/{invoice_id}/document.pdf".format(
            invoice_id=quote(str(invoice_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> File | Problem | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[File | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    invoice_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[File | Problem]:
    """Get an invoice (PDF)

     Get an invoice or credit note as a PDF. It is the same file whenever it is asked for.

    That of an e-invoice is a Factur-X (profile EN 16931): a PDF/A-3 that has the XML in it.

    Authorization: the buyer of its order, the organizer who issued it, and admins.

    Args:
        invoice_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        invoice_id=invoice_id,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    invoice_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> File | Problem | None:
    """Get an invoice (PDF)

     Get an invoice or credit note as a PDF. It is the same file whenever it is asked for.

    That of an e-invoice is a Factur-X (profile EN 16931): a PDF/A-3 that has the XML in it.

    Authorization: the buyer of its order, the organizer who issued it, and admins.

    Args:
        invoice_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return sync_detailed(
        invoice_id=invoice_id,
        client=client,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    invoice_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> Response[File | Problem]:
    """Get an invoice (PDF)

     Get an invoice or credit note as a PDF. It is the same file whenever it is asked for.

    That of an e-invoice is a Factur-X (profile EN 16931): a PDF/A-3 that has the XML in it.

    Authorization: the buyer of its order, the organizer who issued it, and admins.

    Args:
        invoice_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        invoice_id=invoice_id,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    invoice_id: int,
    *,
    client: AuthenticatedClient,
    prefer: str | Unset = UNSET,
) -> File | Problem | None:
    """Get an invoice (PDF)

     Get an invoice or credit note as a PDF. It is the same file whenever it is asked for.

    That of an e-invoice is a Factur-X (profile EN 16931): a PDF/A-3 that has the XML in it.

    Authorization: the buyer of its order, the organizer who issued it, and admins.

    Args:
        invoice_id (int):
        prefer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return (
        await asyncio_detailed(
            invoice_id=invoice_id,
            client=client,
            prefer=prefer,
        )
    ).parsed
