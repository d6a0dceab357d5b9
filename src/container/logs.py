"""What happens to a line of the log."""

import os
from typing import Any

from src.config import ConfigurationError, LogFormat, Settings, read_version
from src.infrastructure.error_reports import open_error_reports
from src.infrastructure.logs import configure_logs
from src.infrastructure.tracing import add_trace_id, has_traces


def set_up_logs(settings: Settings) -> None:
    """Log as the settings say, with the ids of traces, and report errors if there is where.

    Raises ConfigurationError for an exporter of traces that is not there.
    """
    try:
        further: list[Any] = [add_trace_id] if has_traces(os.environ) else []
    except ValueError as error:
        raise ConfigurationError(str(error)) from None
    if settings.sentry_dsn is not None:
        dsn = settings.sentry_dsn.get_secret_value()
        further.append(open_error_reports(dsn, read_version()))
    configure_logs(is_json=settings.log_format is LogFormat.JSON, further=further)
