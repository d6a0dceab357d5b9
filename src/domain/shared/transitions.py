"""The rule of all state machines: a transition that is not in the table is refused."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from src.domain.errors import InvalidState

Status = TypeVar("Status", bound=StrEnum)


def require_transition(
    noun: str, transitions: Mapping[Status, frozenset[Status]], *, current: Status, wanted: Status
) -> None:
    """Raise InvalidState unless `transitions` lets `current` become `wanted`."""
    if wanted not in transitions.get(current, frozenset()):
        raise InvalidState(noun, current.value, wanted.value)
