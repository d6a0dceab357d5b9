"""What every change has to meet: a transition that is in the table, and a copy that is current."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from src.domain.errors import InvalidState, StaleVersion

Status = TypeVar("Status", bound=StrEnum)


def require_transition(
    noun: str, transitions: Mapping[Status, frozenset[Status]], *, current: Status, wanted: Status
) -> None:
    """Raise InvalidState unless `transitions` lets `current` become `wanted`."""
    if wanted not in transitions.get(current, frozenset()):
        raise InvalidState(noun, current.value, wanted.value)


def require_version(stored: int, expected: int | None) -> None:
    """Raise StaleVersion unless `expected` is None or equals the stored version."""
    if expected is not None and expected != stored:
        raise StaleVersion()
