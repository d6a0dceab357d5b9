"""Door lists that many scanners poll: each is read once for all who know as much."""

import asyncio
import re
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.door import DoorList
from src.application.dtos.event import EventSnapshot
from src.application.ports.door import DoorListReader, DoorState
from src.application.ports.security import TicketKey, TicketTokens
from src.domain.entities.gate import Gate
from src.domain.entities.ticket_type import admissions
from src.domain.errors import ValidationFailed
from src.domain.repositories.door import DoorRepository

Body = TypeVar("Body")

VERSION = re.compile(r"([0-9a-f]{12})\.([0-9]{1,18})")
SECONDS_TO_SHARE = 0.5
SECONDS_TO_KEEP = 30.0
FULL_LISTS, DELTAS = 4, 200


class _Door(NamedTuple):
    """What changes seldom."""

    gates: tuple[Gate, ...]
    keys: tuple[TicketKey, ...]


class _Wanted(NamedTuple):
    """Identifies an answer by everything that it shows."""

    event_id: int
    event_version: int
    ticket_types: tuple[tuple[int, int], ...]
    door: _Door
    state: DoorState
    after: int


class DoorLists(Generic[Body]):
    """Reads door lists; `write` encodes one, outside the event loop."""

    def __init__(
        self,
        event_snapshots: Snapshots[int, EventSnapshot],
        reader: DoorListReader,
        door: DoorRepository,
        ticket_tokens: TicketTokens,
        write: Callable[[DoorList], Body],
    ) -> None:
        self._event_snapshots = event_snapshots
        self._reader = reader
        self._repository = door
        self._tokens = ticket_tokens
        self._write = write
        self.states = Snapshots[int, DoorState](reader.state, max_age=SECONDS_TO_SHARE)
        self._doors = Snapshots[int, _Door](self._read_door, max_age=SECONDS_TO_SHARE)
        self._full = Snapshots[_Wanted, Body](
            self._read, max_age=SECONDS_TO_KEEP, max_entries=FULL_LISTS
        )
        self._deltas = Snapshots[_Wanted, Body](
            self._read, max_age=SECONDS_TO_KEEP, max_entries=DELTAS
        )

    async def read(self, event_id: int, since: str | None) -> Body:
        """Return what changed since that version, or all. Raises NotFound, ValidationFailed."""
        known = _parse(since) if since is not None else None
        snapshot = await self._event_snapshots.get(event_id)
        state = await self.states.get(event_id)
        door = await self._doors.get(event_id)
        versions = tuple((kind.id, kind.version) for kind in snapshot.ticket_types)
        wanted = _Wanted(event_id, snapshot.event.version, versions, door, state, after=-1)
        if known is None or known.database != state.database or known.change_id > state.change_id:
            return await self._full.get(wanted)
        return await self._deltas.get(wanted._replace(after=known.change_id))

    async def _read_door(self, event_id: int) -> _Door:
        gates = await self._repository.gates(event_id)
        return _Door(tuple(gates), tuple(await self._tokens.public_keys()))

    async def _read(self, wanted: _Wanted) -> Body:
        snapshot = await self._event_snapshots.get(wanted.event_id)
        is_current = wanted.after == wanted.state.change_id
        entries = (
            "[]" if is_current else await self._reader.entries(wanted.event_id, after=wanted.after)
        )
        door_list = DoorList(
            version=f"{wanted.state.database}.{wanted.state.change_id}",
            is_full=wanted.after < 0,
            event=snapshot.event,
            ticket_types=admissions(snapshot.ticket_types),
            gates=wanted.door.gates,
            keys={key.id: key.public_key for key in wanted.door.keys},
            entries=entries,
        )
        return await asyncio.to_thread(self._write, door_list)


def _parse(version: str) -> DoorState:
    found = VERSION.fullmatch(version)
    if found is None:
        message = "This is no version of a door list: send the `version` of the last answer."
        raise ValidationFailed("query.since", message)
    return DoorState(found[1], int(found[2]))
