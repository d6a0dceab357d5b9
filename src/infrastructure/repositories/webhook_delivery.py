"""Deliveries of outgoing webhooks in PostgreSQL: the log, and the queue."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime

from src.domain.entities.webhook import TEST, DeliveryStatus, WebhookDelivery
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.webhook import Claim, DeliveryFilter, WebhookMessage
from src.infrastructure.database.models import WebhookDeliveryModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

READ = [field.name for field in fields(WebhookDelivery)]

# An order and its payments are shown to an organizer who owns every line, everything else to the
# organizer of its event: what they can read with the API.
PLAN = """
WITH messages AS (
    SELECT id, at, type, subject, subject_id, event_id
    FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::bigint[],
        $6::bigint[]) AS message (id, at, type, subject, subject_id, event_id)
), owned AS (
    SELECT messages.id, at, type, subject, subject_id, event_id, owner.id AS organizer_id
    FROM messages CROSS JOIN LATERAL (
        SELECT CASE WHEN min(organizer_id) = max(organizer_id) THEN min(organizer_id) END AS id
        FROM events WHERE events.id = ANY(CASE messages.subject
            WHEN 'order' THEN ARRAY(
                SELECT event_id FROM order_items WHERE order_id = messages.subject_id)
            WHEN 'transaction' THEN ARRAY(
                SELECT item.event_id FROM transactions
                JOIN order_items AS item ON item.order_id = transactions.order_id
                WHERE transactions.id = messages.subject_id)
            ELSE ARRAY[messages.event_id] END)
    ) AS owner
)
INSERT INTO webhook_deliveries
    (endpoint_id, message_id, type, subject, subject_id, event_id, occurred_at, next_at)
SELECT endpoint.id, owned.id, owned.type, owned.subject, owned.subject_id, owned.event_id,
    owned.at, owned.at
FROM owned
JOIN webhook_endpoints AS endpoint ON endpoint.is_active
    AND endpoint.events && ARRAY[owned.type, concat(split_part(owned.type, '.', 1), '.', '*')]
JOIN users ON users.id = endpoint.owner_id AND users.is_active
    AND (users.role = 'admin' OR users.role = 'organizer' AND users.id = owned.organizer_id)
ORDER BY owned.id, endpoint.id
ON CONFLICT (endpoint_id, message_id, type) DO NOTHING RETURNING id
"""

# The number is only an arbitrary name. The lock comes in a statement of its own: the next one
# then sees what its last holder has committed.
LOCK_SOLD_OUT = "SELECT pg_advisory_xact_lock(7346001)"

SOLD_OUT = """
WITH asked AS (
    SELECT event.id, event.status = 'active' AND event.deleted_at IS NULL
        AND event.total_tickets_sold > 0
        AND (event.total_tickets_sold >= event.capacity OR types.left_over <= 0) AS is_sold_out
    FROM events AS event CROSS JOIN LATERAL (
        SELECT sum(capacity - sold) AS left_over FROM ticket_types
        WHERE event_id = event.id AND admits
    ) AS types
    WHERE event.id = ANY($1)
), back_on_sale AS (
    DELETE FROM webhook_sold_out_events
    WHERE event_id IN (SELECT id FROM asked WHERE NOT is_sold_out)
)
INSERT INTO webhook_sold_out_events (event_id) SELECT id FROM asked WHERE is_sold_out
ON CONFLICT DO NOTHING RETURNING event_id
"""

# A test takes a number of the audit log, and so has its place among what happens.
PLAN_TEST = f"""
INSERT INTO webhook_deliveries
    (endpoint_id, message_id, type, subject, subject_id, occurred_at, next_at)
VALUES ($1, nextval(pg_get_serial_sequence('audit_log', 'id')), '{TEST}', 'webhook', $1, $2, $2)
RETURNING {", ".join(READ)}
"""  # noqa: S608

DUE = """delivery.status = 'pending' AND delivery.next_at <= $1
    AND (delivery.sending_until IS NULL OR delivery.sending_until <= $1)"""

IN_FLIGHT = """(SELECT count(*) FROM webhook_deliveries AS sent
    WHERE sent.endpoint_id = {endpoint} AND sent.sending_until > $1)"""

# Locked first, in a statement of its own: what is in flight is then counted by one at a time.
CLAIM_ENDPOINTS = f"""
SELECT endpoint.id
FROM webhook_endpoints AS endpoint
JOIN users ON users.id = endpoint.owner_id AND users.is_active
    AND users.role IN ('organizer', 'admin')
CROSS JOIN LATERAL (
    SELECT next_at FROM webhook_deliveries AS delivery
    WHERE delivery.endpoint_id = endpoint.id AND {DUE} ORDER BY next_at LIMIT 1
) AS oldest
WHERE endpoint.is_active AND (endpoint.failing_since IS NOT NULL) = $3::boolean
    AND {IN_FLIGHT.format(endpoint="endpoint.id")} < $4::integer
ORDER BY oldest.next_at, endpoint.id LIMIT $2
FOR NO KEY UPDATE OF endpoint SKIP LOCKED
"""  # noqa: S608

CLAIM = f"""
WITH due AS (
    SELECT found.id FROM unnest($2::bigint[]) AS endpoint (id) CROSS JOIN LATERAL (
        SELECT delivery.id, delivery.next_at, delivery.message_id
        FROM webhook_deliveries AS delivery
        WHERE delivery.endpoint_id = endpoint.id AND {DUE} AND NOT EXISTS (
            SELECT 1 FROM webhook_deliveries AS older
            WHERE older.endpoint_id = delivery.endpoint_id AND older.status = 'pending'
                AND older.subject = delivery.subject AND older.subject_id = delivery.subject_id
                AND older.message_id < delivery.message_id
                AND (older.attempts = 0 OR older.sending_until > $1))
        ORDER BY delivery.next_at, delivery.message_id
        LIMIT greatest(0, $3::integer - {IN_FLIGHT.format(endpoint="endpoint.id")})
    ) AS found
    ORDER BY found.next_at, found.message_id LIMIT $4
)
UPDATE webhook_deliveries AS taken
SET attempts = attempts + 1, last_attempt_at = $1, sending_until = $5
FROM due WHERE taken.id = due.id
RETURNING {", ".join(f"taken.{column}" for column in READ)}
"""  # noqa: S608

RECORD = """
UPDATE webhook_deliveries
SET status = $4, next_at = $5, sending_until = NULL, response_status = $6, error = $7,
    duration_ms = $8
WHERE id = $1 AND attempts = $2 AND sending_until = $3
RETURNING id
"""

FORGET = """DELETE FROM webhook_deliveries WHERE id = ANY(ARRAY(
    SELECT id FROM webhook_deliveries WHERE created_at < $1
    ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED))"""

COLUMNS = ("status", "attempts", "next_at", "sending_until", "response_status", "error")


class TortoiseWebhookDeliveryRepository:
    """Implements `WebhookDeliveryRepository`."""

    async def plan(self, messages: Sequence[WebhookMessage]) -> int:
        count, _ = await current_connection().execute_query(
            PLAN,
            [
                [message.id for message in messages],
                [message.at for message in messages],
                [message.type for message in messages],
                [message.subject for message in messages],
                [message.subject_id for message in messages],
                [message.event_id for message in messages],
            ],
        )
        return count

    async def newly_sold_out(self, event_ids: Collection[int]) -> list[int]:
        connection = current_connection()
        await connection.execute_query(LOCK_SOLD_OUT)
        _, rows = await connection.execute_query(SOLD_OUT, [list(event_ids)])
        return [row["event_id"] for row in rows]

    async def plan_test(self, endpoint_id: int, now: datetime) -> WebhookDelivery:
        rows = await current_connection().execute_query_dict(PLAN_TEST, [endpoint_id, now])
        return _from_row(rows[0])

    async def claim(self, claim: Claim) -> list[WebhookDelivery]:
        connection = current_connection()
        _, endpoints = await connection.execute_query(
            CLAIM_ENDPOINTS, [claim.now, claim.limit, claim.failing, claim.per_endpoint]
        )
        if not endpoints:
            return []
        rows = await connection.execute_query_dict(
            CLAIM,
            [
                claim.now,
                [endpoint["id"] for endpoint in endpoints],
                claim.per_endpoint,
                claim.limit,
                claim.until,
            ],
        )
        return sorted(map(_from_row, rows), key=lambda delivery: delivery.message_id)

    async def get(self, endpoint_id: int, delivery_id: int) -> WebhookDelivery:
        row = await WebhookDeliveryModel.get_or_none(id=delivery_id, endpoint_id=endpoint_id)
        if row is None:
            raise NotFound("delivery", delivery_id)
        return _to_entity(row)

    async def search(self, wanted: DeliveryFilter, page: PageRequest) -> Page[WebhookDelivery]:
        query = WebhookDeliveryModel.filter(endpoint_id=wanted.endpoint_id)
        if wanted.status is not None:
            query = query.filter(status=wanted.status)
        if wanted.type is not None:
            query = query.filter(type=wanted.type)
        return await fetch_page(query, page, _to_entity)

    async def save(self, delivery: WebhookDelivery) -> None:
        row = mapping.to_row(delivery, COLUMNS)
        await WebhookDeliveryModel.filter(id=delivery.id).update(**row)

    async def record(self, delivery: WebhookDelivery, taken_until: datetime) -> bool:
        count, _ = await current_connection().execute_query(
            RECORD,
            [
                delivery.id,
                delivery.attempts,
                taken_until,
                delivery.status.value,
                delivery.next_at,
                delivery.response_status,
                delivery.error,
                delivery.duration_ms,
            ],
        )
        return bool(count)

    async def forget(self, before: datetime, *, limit: int) -> int:
        count, _ = await current_connection().execute_query(FORGET, [before, limit])
        return count


def _to_entity(row: WebhookDeliveryModel) -> WebhookDelivery:
    return mapping.to_entity(WebhookDelivery, row)


def _from_row(row: dict[str, object]) -> WebhookDelivery:
    values = {**row, "status": DeliveryStatus(str(row["status"]))}
    return WebhookDelivery(**values)  # type: ignore[arg-type]
