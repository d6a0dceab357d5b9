"""Optimistic concurrency control: an edit of an outdated copy is refused."""

from src.domain.errors import StaleVersion


def require_version(stored: int, expected: int | None) -> None:
    """Raise StaleVersion unless `expected` is None or equals the stored version."""
    if expected is not None and expected != stored:
        raise StaleVersion()
