"""Settings that fit the process that runs with them."""

from collections.abc import Callable

import structlog

from src.config import ConfigurationError, Settings
from src.infrastructure.descriptors import raise_descriptor_limit

RESERVE = 200
"""Files besides clients and the pool: logs, the worker, the listener, providers of payments …"""

LEAST = 20
"""Connections of clients without which serving makes no sense."""

log = structlog.get_logger()


def fit_to_descriptors(
    settings: Settings, raise_limit: Callable[[int], int] = raise_descriptor_limit
) -> Settings:
    """The settings with as many requests and streams as this process has descriptors for.

    The soft limit is raised as far as the hard one lets it. Where that is not enough the log
    says so, and half of what there is goes to requests, so that streams never shut them out.
    Raises ConfigurationError when next to nothing is left.
    """
    beside = settings.database_pool_max + RESERVE
    files = raise_limit(settings.max_connections + beside)
    available = files - beside
    if available >= settings.max_connections:
        return settings
    if available < LEAST:
        raise ConfigurationError(
            f"This process may open {files} files and needs {LEAST + beside} at least: "
            "raise the limit (ulimit -n), or lower DATABASE_POOL_MAX"
        )
    max_requests = min(settings.max_requests, available // 2)
    max_streams = min(settings.max_streams, available - max_requests)
    log.warning(
        "too_few_file_descriptors",
        detail=(
            f"This process may open {files} files, and MAX_REQUESTS and MAX_STREAMS need "
            f"{settings.max_connections + beside}: it takes {max_requests} requests and "
            f"{max_streams} streams. Raise the limit (ulimit -n), or lower the settings."
        ),
    )
    return settings.model_copy(update={"max_requests": max_requests, "max_streams": max_streams})
