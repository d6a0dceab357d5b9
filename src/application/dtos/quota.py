"""How often something may be done, and how much of that is left."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quota:
    """One rule and where one client or account stands with it.

    `limit` tries are allowed in `window_seconds`, of which `remaining` are left; after
    `reset_seconds` there are more. `is_exceeded` says that this try was one too many.
    """

    rule: str
    limit: int
    window_seconds: int
    remaining: int
    reset_seconds: int
    is_exceeded: bool = False
