"""Mails to all who come to an event, made in steps."""

from src.application.ports.mail_subjects import Mailing
from src.domain.entities.mail import MailKind
from src.infrastructure.database.orm import current_connection

BEGIN = """
INSERT INTO mailings (cause, kind, event_id) VALUES ($1, $2::text::mail_kind, $3)
ON CONFLICT (cause) DO NOTHING
"""

NEXT = """
SELECT id, cause, kind, event_id, after_ticket_id, created_at FROM mailings
WHERE done_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
"""

ADD_STEP = """
WITH step AS (
    SELECT id, user_id, status FROM tickets
    WHERE event_id = $3 AND id > $4 AND created_at <= $5 ORDER BY id LIMIT $6
), added AS (
    INSERT INTO mails (cause, kind, user_id, event_id, message_id)
    SELECT DISTINCT ON (user_id) $1, $2::text::mail_kind, user_id, $3::bigint,
        gen_random_uuid()
    FROM step
    WHERE status IN ('reserved', 'active')
    ON CONFLICT (cause, user_id) DO NOTHING
)
SELECT max(id) AS last_id, count(*) AS tickets FROM step
"""

NOTE_STEP = """
UPDATE mailings SET after_ticket_id = coalesce($2, after_ticket_id),
    done_at = CASE WHEN $2::bigint IS NULL THEN now() END
WHERE id = $1
"""


class TortoiseMailings:
    """Implements `Mailings`."""

    async def begin(self, cause: str, kind: MailKind, event_id: int) -> None:
        await current_connection().execute_query(BEGIN, [cause, kind, event_id])

    async def next(self) -> Mailing | None:
        rows = await current_connection().execute_query_dict(NEXT)
        return Mailing(**{**rows[0], "kind": MailKind(rows[0]["kind"])}) if rows else None

    async def step(self, mailing: Mailing, *, limit: int) -> int:
        connection = current_connection()
        (row,) = await connection.execute_query_dict(
            ADD_STEP,
            [
                mailing.cause,
                mailing.kind,
                mailing.event_id,
                mailing.after_ticket_id,
                mailing.created_at,
                limit,
            ],
        )
        last_id, number = row["last_id"], int(row["tickets"])
        await connection.execute_query(NOTE_STEP, [mailing.id, last_id])
        return number
