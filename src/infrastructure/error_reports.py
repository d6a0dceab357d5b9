"""Reports of errors to Sentry, for each line of the log that says one.

A report has the kind of the error, where in the code it happened, the name of the line and the
correlation id: with this the line, and what the error says, are found in the log. The text of an
error stays there, as it may have values of a request or a row.
"""

import atexit
from collections.abc import MutableMapping
from typing import Any

ERRORS = ("error", "critical", "exception")
FLUSH_SECONDS = 2.0


def open_error_reports(dsn: str, version: str, **options: Any) -> "ErrorReports":
    """Reports to this address. `options` are further ones of Sentry's client (tests)."""
    # Only here: a server without reports has no use for 12 MiB.
    import sentry_sdk

    sentry_sdk.init(
        dsn=dsn,
        release=f"event-ticketing@{version}",
        # They would report requests, statements, log lines and local variables.
        default_integrations=False,
        auto_enabling_integrations=False,
        include_local_variables=False,
        send_default_pii=False,
        max_breadcrumbs=0,
        before_send=_without_values,
        **options,
    )
    # Nothing is sent any more by a process that ends.
    atexit.register(sentry_sdk.flush, FLUSH_SECONDS)
    return ErrorReports()


class ErrorReports:
    """A processor of structlog: reports errors, and leaves the lines as they are."""

    def __call__(
        self, _: object, method: str, entry: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        if entry.get("level", method) in ERRORS:
            self._report(entry)
        return entry

    def _report(self, entry: MutableMapping[str, Any]) -> None:
        import sentry_sdk

        with sentry_sdk.new_scope() as scope:
            scope.set_tag("log_line", entry["event"] if "_record" not in entry else "library")
            for name in ("correlation_id", "job", "trace_id"):
                if name in entry:
                    scope.set_tag(name, entry[name])
            error = entry.get("exc_info")
            if not error:
                # Of our own lines: those of libraries are sentences, with values in them.
                if "_record" not in entry:
                    scope.capture_message(entry["event"], level="error")
            elif error is True:
                scope.capture_exception()
            else:
                scope.capture_exception(error)


def _without_values(event: Any, _: Any) -> Any:
    for error in event.get("exception", {}).get("values", ()):
        error.pop("value", None)
    return event
