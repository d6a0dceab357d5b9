"""The state of a rate limit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quota:
    """A rate limit and what is left of it for one client or account.

    `limit` attempts are allowed within `window_seconds`, of which `remaining` are left; more are
    available after `reset_seconds`. `is_exceeded` means that this attempt is refused.
    """

    rule: str
    limit: int
    window_seconds: int
    remaining: int
    reset_seconds: int
    is_exceeded: bool = False
