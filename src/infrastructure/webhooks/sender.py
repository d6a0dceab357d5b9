"""Sends webhooks over HTTP, within bounds of time and size."""

import asyncio
import ssl
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import certifi
import httpcore

from src.application.dtos.webhook import WebhookReply
from src.application.ports.database import Clock
from src.application.ports.webhooks import WebhookAddresses
from src.domain.errors import ValidationFailed
from src.infrastructure.webhooks.transport import AddressRefused, CheckedNetwork, NameNotFound

CONNECT_SECONDS = 5.0
TOTAL_SECONDS = 15.0
MAX_ANSWER_BYTES = 4096
"""An answer's body says nothing that we act on; a receiver may send little, and is cut off then."""

REASONS: dict[type[Exception], str] = {
    AddressRefused: "The name has an address that is not public.",
    NameNotFound: "The name has no address.",
    TimeoutError: f"There was no answer within {TOTAL_SECONDS:.0f} seconds.",
    httpcore.ConnectTimeout: f"There was no connection within {CONNECT_SECONDS:.0f} seconds.",
    httpcore.TimeoutException: f"There was no answer within {TOTAL_SECONDS:.0f} seconds.",
    httpcore.ConnectError: "The connection failed.",
    httpcore.ProtocolError: "The answer was not HTTP.",
    httpcore.NetworkError: "The connection was lost before there was an answer.",
    httpcore.UnsupportedProtocol: "The address cannot be used.",
}
"""The first that fits an error: what the log of an endpoint says."""

TLS_FAILED = "The certificate was not accepted, or TLS failed."


def tls_context() -> ssl.SSLContext:
    """The authorities of the system and those of Mozilla; TLS 1.2 and newer."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class HttpWebhookSender:
    """Implements `WebhookSender`.

    Every request has a connection of its own, so that no answer of the DNS is relied upon for
    longer. Proxies of the environment, cookies and redirects play no part.
    """

    def __init__(
        self,
        addresses: WebhookAddresses,
        network: CheckedNetwork,
        clock: Clock,
        *,
        user_agent: str,
        tls: ssl.SSLContext | None = None,
        total_seconds: float = TOTAL_SECONDS,
    ) -> None:
        self._addresses = addresses
        self._network = network
        self._clock = clock
        self._user_agent = user_agent
        self._tls = tls
        self._total_seconds = total_seconds

    async def send(self, url: str, headers: Mapping[str, str], body: str) -> WebhookReply:
        started = time.monotonic()
        status: int | None = None
        error: str | None = None
        retry_after: timedelta | None = None
        try:
            # Again: what is allowed may have changed since it was stored.
            self._addresses.check(url)
            async with asyncio.timeout(self._total_seconds):
                status, wanted = await self._request(url, headers, body.encode())
        except ValidationFailed as refused:
            error = refused.detail
        except (
            TimeoutError,
            AddressRefused,
            NameNotFound,
            httpcore.TimeoutException,
            httpcore.NetworkError,
            httpcore.ProtocolError,
            httpcore.UnsupportedProtocol,
        ) as failure:
            error = _reason(failure)
        else:
            retry_after = _retry_after(wanted, self._clock())
        duration = timedelta(seconds=time.monotonic() - started)
        return WebhookReply(status, error, duration, retry_after)

    async def _request(
        self, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, str | None]:
        """The status of the answer, and its `Retry-After`."""
        sent = {
            "Host": urlsplit(url).netloc,
            "Content-Type": "application/json",
            "User-Agent": self._user_agent,
            "Accept": "*/*",
            "Connection": "close",
            "Content-Length": str(len(body)),
            **headers,
        }
        async with httpcore.AsyncConnectionPool(
            ssl_context=self._context(),
            network_backend=self._network,
            max_connections=1,
            max_keepalive_connections=0,
        ) as pool:
            request = pool.stream(
                "POST",
                url,
                headers=list(sent.items()),
                content=body,
                extensions={"timeout": {"connect": CONNECT_SECONDS}},
            )
            async with request as answer:
                await _read_a_little(answer)
                found = {name.lower(): value for name, value in answer.headers}
                return answer.status, found.get(b"retry-after", b"").decode("latin-1") or None

    def _context(self) -> ssl.SSLContext:
        # Made on first use: the lists of authorities take a while to load.
        if self._tls is None:
            self._tls = tls_context()
        return self._tls


async def _read_a_little(answer: httpcore.Response) -> None:
    received = 0
    async for part in answer.aiter_stream():
        received += len(part)
        if received >= MAX_ANSWER_BYTES:
            return


def _reason(failure: Exception) -> str:
    # A timeout may have such errors behind it too: TLS that waits for bytes.
    cause: BaseException | None = failure if isinstance(failure, httpcore.ConnectError) else None
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return TLS_FAILED
        cause = cause.__cause__ or cause.__context__
    return next(text for kind, text in REASONS.items() if isinstance(failure, kind))


def _retry_after(header: str | None, now: datetime) -> timedelta | None:
    """How long the answer asks to be left alone: seconds, or a date."""
    if header is None:
        return None
    if header.isascii() and header.isdigit() and len(header) < 9:
        return timedelta(seconds=int(header))
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(moment - now, timedelta())
