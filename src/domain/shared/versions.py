"""Optimistic editing: an edit of an older copy is refused."""

from src.domain.errors import StaleVersion


def require_version(stored: int, expected: int | None) -> None:
    """Raise StaleVersion unless the caller expects the stored version, or none in particular."""
    if expected is not None and expected != stored:
        raise StaleVersion()
