"""A browser that is logged in: its cookie names this row, and holds no token of the API."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(kw_only=True, slots=True)
class WebSession:
    """The session of a browser; `device` is what it called itself at the log-in.

    `last_seen_at` is exact to some minutes, and `expires_at` is set forward with it.
    """

    id: int = 0
    user_id: int
    secret_hash: bytes
    device: str | None = None
    created_at: datetime | None = None
    last_seen_at: datetime
    expires_at: datetime
