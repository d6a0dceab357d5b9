"""List the passes of a device that have changed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from src.application.dtos.wallet import serial_of
from src.application.ports.database import Clock
from src.domain.repositories.pass_device import PassDeviceRepository

OVERLAP = timedelta(minutes=1)
"""A transaction that began a while ago may become visible only now."""


@dataclass(frozen=True, slots=True)
class UpdatedPasses:
    """Serial numbers, and what to send as `passesUpdatedSince` next time."""

    serials: list[str]
    tag: int


class ListUpdatedPasses:
    """List the passes on a device whose ticket or event has changed, as Apple Wallet asks.

    Authorization: callers that know the device's name, which Apple makes hard to guess. 204 if
    there are none.
    """

    def __init__(self, devices: PassDeviceRepository, clock: Clock) -> None:
        self._devices = devices
        self._clock = clock

    async def execute(self, device: str, tag: int) -> UpdatedPasses:
        now = self._clock()
        found = await self._devices.updated(device, since=datetime.fromtimestamp(tag, UTC))
        serials = [serial_of(ticket_id, issue) for ticket_id, issue in found]
        return UpdatedPasses(serials, int((now - OVERLAP).timestamp()))
