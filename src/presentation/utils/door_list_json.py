"""Door lists as JSON: made once, compressed once, and sent to many scanners."""

import gzip
import json
from datetime import UTC, datetime
from typing import NamedTuple

from fastapi import Request, Response

from src.application.dtos.door import DoorList
from src.presentation.utils.encoding import Encoded, encode
from src.presentation.utils.responses import JSON, shared_list

COLUMNS = (
    *("ticket_id", "issue", "status", "name", "ticket_type_id", "seat", "code_ending"),
    *("used_at", "gate", "is_inside"),
)
WORTH_COMPRESSING = 1500
"""Bytes: what fits into one packet gains nothing."""


class DoorListJson(NamedTuple):
    """A door list as it is sent, plain and compressed."""

    encoded: Encoded
    compressed: bytes | None


def write_door_list(door_list: DoorList) -> DoorListJson:
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
    is_long = len(encoded.body) > WORTH_COMPRESSING
    return DoorListJson(encoded, gzip.compress(encoded.body, 6, mtime=0) if is_long else None)


def door_list_response(request: Request, door_list: DoorListJson) -> Response:
    """200 with the list, compressed for a client that takes that, or 304 if it has it already."""
    response = shared_list(request, door_list.encoded)
    response.headers["Vary"] = "Accept-Encoding"
    is_accepted = "gzip" in request.headers.get("accept-encoding", "")
    if response.status_code == 304 or door_list.compressed is None or not is_accepted:
        return response
    # Not the same bytes, hence a weak tag; it matches all the same.
    headers = {
        "ETag": f"W/{response.headers['etag']}",
        "Cache-Control": response.headers["cache-control"],
        "Vary": "Accept-Encoding",
        "Content-Encoding": "gzip",
    }
    return Response(door_list.compressed, 200, headers, media_type=JSON)


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
