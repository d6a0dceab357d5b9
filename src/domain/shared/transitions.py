"""The one rule of every state machine here: a move is in the table, or it is refused."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from src.domain.errors import InvalidState

Status = TypeVar("Status", bound=StrEnum)


def require_transition(
    noun: str, moves: Mapping[Status, frozenset[Status]], *, current: Status, wanted: Status
) -> None:
    """Raise `InvalidState` unless the table lets `current` become `wanted`."""
    if wanted not in moves.get(current, frozenset()):
        raise InvalidState(noun, current.value, wanted.value)
