"""Load shedding: refuse requests when more are running than the process can finish in time.

A quick refusal costs little and can be retried; an endless queue makes every request late. A
request counts as running once its body is there: a slow client takes no place from others.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from src.application.concurrency.shares import Shares
from src.application.use_cases.auth.load_viewer import LoadViewer
from src.domain.entities.user import Actor
from src.domain.errors import TicketingError, Unavailable
from src.presentation.dependencies.authentication import API_KEY_HEADER, Caller
from src.presentation.middleware.request_body import (
    SMALL_BODY_BYTES,
    announced_bytes,
    body_refusal,
    read_small,
    read_within_limit,
)
from src.presentation.utils.client import client_of
from src.presentation.utils.event_source import is_stream
from src.presentation.utils.problem import problem_response

# Operators must get a response under any load, and these cost next to nothing.
EXEMPT = ("/health", "/ready", "/metrics")

MAX_LARGE_BODIES = 16
MAX_LARGE_BODIES_OF_USER = 2
"""Large bodies take memory and time: these places for them are beside those of all requests."""

CALLER = Caller(is_required=False)


async def sender_of(request: Request, session_secret: str | None) -> Actor | None:
    """The user of the request's token or key, or of the browser's session.

    Raises NotAuthenticated.
    """
    actor = await CALLER.identify(request)
    if actor is not None or session_secret is None:
        return actor
    load_viewer: LoadViewer = request.app.state.providers["load_viewer"]()
    viewer = await load_viewer.execute(session_secret)
    return None if viewer is None else viewer.actor


SessionOf = Callable[[HTTPConnection], str | None]
"""Gives the secret of the browser's session, if this service has signed it.

So nobody gets more places by making secrets up.
"""

UserOf = Callable[[str], int | None]
"""Gives the user whose token, or whose API key, this is; None for one that is not known to be."""


def _nobody(_: str) -> int | None:
    return None


class LoadShedding:
    """Responds with 503 to requests beyond what `shares` lets run or wait in all.

    Of one client only some run at a time, and its others wait: a user, the session of a browser,
    or without either an address. A stream counts until it is opened. A body above 64 KiB
    is read only once its sender is known, and only a few of them at a time.
    """

    def __init__(
        self,
        app: ASGIApp,
        shares: Shares[str],
        user_of: UserOf,
        user_of_key: UserOf = _nobody,
        session_of: SessionOf = lambda _: None,
    ) -> None:
        self._app = app
        self._session_of = session_of
        self._shares = shares
        self._user_of = user_of
        self._user_of_key = user_of_key
        self._large: Counter[int] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in EXEMPT:
            await self._app(scope, receive, send)
            return
        announced = announced_bytes(scope)
        is_whole = True
        if 0 < announced <= SMALL_BODY_BYTES:
            receive, is_whole = await read_small(receive)
        if announced > SMALL_BODY_BYTES or not is_whole:
            await self._run_large(scope, receive, send, max(announced, SMALL_BODY_BYTES + 1))
            return
        client = self._client_of(scope)
        try:
            await self._shares.enter(client)
        except Unavailable as refusal:
            await problem_response(Request(scope), refusal)(scope, receive, send)
            return
        place = _Place(self._shares, client)
        try:
            is_open_long = is_stream(scope["path"])
            send = place.left_with_response(send) if is_open_long else send
            await self._app(scope, receive, send)
        finally:
            place.leave()

    def _client_of(self, scope: Scope) -> str:
        request = Request(scope)
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        user_id = self._user_of(token) if scheme.lower() == "bearer" else None
        if user_id is None and (key := request.headers.get(API_KEY_HEADER)):
            user_id = self._user_of_key(key)
        if user_id is not None:
            return f"user {user_id}"
        secret = self._session_of(request)
        return client_of(request) if secret is None else f"session {secret}"

    async def _run_large(self, scope: Scope, receive: Receive, send: Send, announced: int) -> None:
        """Run a request whose body is not read yet, if its sender may send so much."""
        request = Request(scope)
        try:
            async with self._shares.of(self._client_of(scope)):
                actor = await sender_of(request, self._session_of(request))
            if (refused := body_refusal(request, actor, announced)) is not None:
                await refused(scope, receive, send)
                return
            assert actor is not None
            with self._place_of(actor.id):
                await self._app(scope, read_within_limit(scope, receive), send)
        except TicketingError as refusal:
            await problem_response(request, refusal)(scope, receive, send)

    @contextmanager
    def _place_of(self, user_id: int) -> Iterator[None]:
        is_full = self._large.total() >= MAX_LARGE_BODIES
        if is_full or self._large[user_id] >= MAX_LARGE_BODIES_OF_USER:
            raise Unavailable("Too many long requests are here at once. Please try again shortly.")
        self._large[user_id] += 1
        try:
            yield
        finally:
            self._large[user_id] -= 1
            if not self._large[user_id]:
                del self._large[user_id]


class _Place:
    """A request's place among those of its client, which it leaves once."""

    def __init__(self, shares: Shares[str], client: str) -> None:
        self._shares = shares
        self._client = client
        self._is_left = False

    def leave(self) -> None:
        if not self._is_left:
            self._is_left = True
            self._shares.leave(self._client)

    def left_with_response(self, send: Send) -> Send:
        """`send`, leaving the place when the response begins."""

        async def send_and_leave(message: Message) -> None:
            self.leave()
            await send(message)

        return send_and_leave
