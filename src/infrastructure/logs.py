"""Structured logs with structlog, in the same form for what libraries log.

Our own lines are not records of `logging`: making two of them took most of a line's time.
"""

import logging
import sys
from collections.abc import Sequence
from contextvars import Context, copy_context
from typing import Any, TextIO, cast

import structlog

QUIET = ("uvicorn.access", "tortoise", "aerich", "asyncpg", "httpx", "httpcore")


class _StandardError:
    """Whatever `sys.stderr` is when a line is written."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


OUTPUT = cast(TextIO, _StandardError())


def configure_logs(*, is_json: bool, further: Sequence[Any] = ()) -> None:
    """Log to standard error, one line per entry, as JSON or for a console.

    `further` processors see each entry, and what libraries log, before it is written.
    """
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        *further,
    ]
    # Without local variables of the frames, which contain passwords and tokens.
    tracebacks = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    renderer: list[Any] = (
        [
            structlog.processors.ExceptionRenderer(tracebacks),
            structlog.processors.JSONRenderer(default=str),
        ]
        if is_json
        else [
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            )
        ]
    )
    structlog.configure(
        processors=[*shared, *renderer],
        logger_factory=structlog.WriteLoggerFactory(OUTPUT),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(OUTPUT)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in ("uvicorn", "uvicorn.error", *QUIET):
        library = logging.getLogger(name)
        library.handlers, library.propagate = [], True
    for name in QUIET:
        # The service logs a line per request itself; the rest would show statements and addresses.
        logging.getLogger(name).setLevel(logging.WARNING)
    # It logs each try of a batch of spans, and then that the batch is lost.
    logging.getLogger("opentelemetry.exporter").setLevel(logging.ERROR)
    # The worker logs its own and its jobs' failures, once.
    logging.getLogger("pgqueuer").setLevel(logging.CRITICAL)


def context_of_no_request() -> Context:
    """A copy of the current context for work that is for many requests, and not for this one."""
    context = copy_context()
    context.run(structlog.contextvars.clear_contextvars)
    return context
