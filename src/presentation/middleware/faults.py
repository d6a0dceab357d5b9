"""What no use case refused: adapters that failed as refusals, the rest as 500 without a trace."""

from collections.abc import Callable

import structlog
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from src.application.concurrency.lanes import ClientDisconnected
from src.domain.errors import TicketingError
from src.presentation.utils import problem

log = structlog.get_logger()


class Faults:
    """Answers what the application raises. `as_refusal` knows which faults are refusals."""

    def __init__(
        self, app: ASGIApp, as_refusal: Callable[[BaseException], TicketingError | None]
    ) -> None:
        self._app = app
        self._as_refusal = as_refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_started = False

        async def note_start(message: Message) -> None:
            nonlocal is_started
            is_started = True
            await send(message)

        try:
            await self._app(scope, receive, note_start)
        except ClientDisconnected:
            # There is nobody to be answered.
            return
        except Exception as error:
            if is_started:
                log.exception("response_broken_off")
                raise
            await self._fail(error, scope, receive, send)

    async def _fail(self, error: Exception, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        refusal = error if isinstance(error, TicketingError) else self._as_refusal(error)
        if refusal is not None:
            log.warning("adapter_failed", code=refusal.code, error=repr(error))
            response = problem.problem_response(request, refusal)
        else:
            log.exception("internal_error")
            response = problem.internal_error_response(request)
        await response(scope, receive, send)
