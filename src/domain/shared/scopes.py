"""What an API key may be used for."""

from enum import StrEnum


class Scope(StrEnum):
    """A part of what its user may do; each route of the API is open to keys with one of them."""

    EVENTS_READ = "events:read"
    EVENTS_WRITE = "events:write"
    ORDERS_READ = "orders:read"
    ORDERS_WRITE = "orders:write"
    CHECK_IN = "tickets:check-in"
    ANALYTICS_READ = "analytics:read"
    WEBHOOKS_WRITE = "webhooks:write"
    USERS_WRITE = "users:write"


OF_ADMINS = frozenset({Scope.USERS_WRITE})
"""Scopes that only an administrator gives to a key."""
