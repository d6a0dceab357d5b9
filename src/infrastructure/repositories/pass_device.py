"""Devices that have a pass, in PostgreSQL."""

from datetime import datetime

from src.domain.repositories.pass_device import MAX_DEVICES
from src.infrastructure.database.models import PassDeviceModel
from src.infrastructure.database.orm import current_connection

ADD = """
INSERT INTO pass_devices (device, ticket_id, issue, push_token) VALUES ($1, $2, $3, $4)
ON CONFLICT (device, ticket_id) DO UPDATE
    SET issue = excluded.issue, push_token = excluded.push_token
RETURNING xmax = 0 AS is_new
"""
FORGET_OLDEST = """
DELETE FROM pass_devices WHERE id IN (
    SELECT id FROM pass_devices WHERE ticket_id = $1
    ORDER BY id DESC OFFSET $2
)
"""
UPDATED = """
SELECT t.id, t.issue FROM pass_devices AS d
JOIN tickets AS t ON t.id = d.ticket_id AND t.issue = d.issue
JOIN events AS e ON e.id = t.event_id
WHERE d.device = $1 AND greatest(t.updated_at, e.updated_at) > $2 ORDER BY t.id
"""
FORGET_USER = """
DELETE FROM pass_devices WHERE ticket_id IN (SELECT id FROM tickets WHERE user_id = $1)
"""


class TortoisePassDeviceRepository:
    """Implements `PassDeviceRepository`."""

    async def add(self, device: str, *, ticket_id: int, issue: int, push_token: str) -> bool:
        values = [device, ticket_id, issue, push_token]
        (row,) = await current_connection().execute_query_dict(ADD, values)
        await current_connection().execute_query(FORGET_OLDEST, [ticket_id, MAX_DEVICES])
        return bool(row["is_new"])

    async def remove(self, device: str, *, ticket_id: int) -> None:
        await PassDeviceModel.filter(device=device, ticket_id=ticket_id).delete()

    async def updated(self, device: str, *, since: datetime) -> list[tuple[int, int]]:
        rows = await current_connection().execute_query_dict(UPDATED, [device, since])
        return [(row["id"], row["issue"]) for row in rows]

    async def forget_user(self, user_id: int) -> None:
        await current_connection().execute_query(FORGET_USER, [user_id])
