"""The repository of the devices that have a pass."""

from datetime import datetime
from typing import Protocol

MAX_DEVICES = 20
"""Devices of one pass: a holder has a few."""


class PassDeviceRepository(Protocol):
    """Which devices have the pass of which issue of a ticket; `device` is the name it has there."""

    async def add(self, device: str, *, ticket_id: int, issue: int, push_token: str) -> bool:
        """Store it, or its new push token; whether it is new.

        Beyond `MAX_DEVICES` of one ticket the oldest are forgotten.
        """

    async def remove(self, device: str, *, ticket_id: int) -> None: ...

    async def updated(self, device: str, *, since: datetime) -> list[tuple[int, int]]:
        """Return ticket id and issue of the passes on the device whose ticket or event changed."""

    async def forget_user(self, user_id: int) -> None:
        """Delete the devices of all tickets of the user."""
