"""Door lists as JSON: made once, compressed once, and sent to many scanners."""

import json
from datetime import UTC, datetime

from src.application.dtos.door import DoorList
from src.presentation.utils.compressed import Compressed, compress
from src.presentation.utils.encoding import encode

COLUMNS = (
    *("ticket_id", "issue", "status", "name", "ticket_type_id", "seat", "code_ending"),
    *("used_at", "gate", "is_inside", "is_complimentary", "is_disputed"),
)


def write_door_list(door_list: DoorList) -> Compressed:
    """Encode a door list; its entries are JSON already."""
    event = door_list.event
    facts = {
        "version": door_list.version,
        "full": door_list.is_full,
        "event": {
            "id": event.id,
            "title": event.title,
            "status": event.status,
            "date_time": _time(event.date_time),
            "ends_at": _time(event.ends_at),
            "timezone": event.timezone,
            "allows_reentry": event.allows_reentry,
        },
        "ticket_types": [{"id": kind.id, "name": kind.name} for kind in door_list.ticket_types],
        "gates": [
            {"name": gate.name, "ticket_type_ids": gate.ticket_type_ids} for gate in door_list.gates
        ],
        "keys": [{"id": id_, "public_key": key.hex()} for id_, key in door_list.keys.items()],
        "columns": COLUMNS,
    }
    head = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    encoded = encode(f'{head[:-1]},"entries":{door_list.entries}}}'.encode())
    return compress(encoded)


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
