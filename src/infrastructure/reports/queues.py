"""The state of queues and jobs in PostgreSQL."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from tortoise.backends.base.client import BaseDBAsyncClient

from src.application.dtos.health import EndpointQueue, JobHealth, Queue, QueuesReport
from src.infrastructure.reports.reading import reading

BY_STATUS = {
    "mails": "SELECT status::text AS status, count(*) AS number FROM mails GROUP BY status",
    "deliveries": """SELECT status::text AS status, count(*) AS number
        FROM webhook_deliveries GROUP BY status""",
}

DUE = {
    "mails_due": """SELECT count(*) AS due, min(next_at) AS oldest FROM mails
        WHERE status IN ('waiting', 'sending') AND next_at <= $1""",
    "deliveries_due": """SELECT count(*) AS due, min(next_at) AS oldest
        FROM webhook_deliveries JOIN webhook_endpoints ON webhook_endpoints.id = endpoint_id
        WHERE status = 'pending' AND next_at <= $1 AND is_active""",
    "outbox": "SELECT count(*) AS due, min(at) AS oldest FROM outbox WHERE at <= $1",
    "holds": """SELECT count(*) AS due, min(expires_at) AS oldest FROM bookings
        WHERE status = 'pending' AND expires_at <= $1""",
    "open_refunds": """SELECT count(*) AS due, min(created_at) AS oldest FROM transactions
        WHERE kind = 'refund' AND status = 'pending' AND created_at <= $1""",
}

ENDPOINTS = """
SELECT webhook_endpoints.id AS endpoint_id, url, owner_id, users.name AS owner,
    webhook_endpoints.is_active, disabled_reason::text AS disabled_reason, failing_since
FROM webhook_endpoints JOIN users ON users.id = owner_id
ORDER BY webhook_endpoints.id LIMIT 200
"""

DELIVERIES = """
SELECT endpoint_id, status::text AS status, count(*) AS number FROM webhook_deliveries
WHERE endpoint_id = ANY($1) GROUP BY endpoint_id, status
"""

JOBS = """
SELECT entrypoint AS name, last_run, next_run, status <> 'queued' AS is_running
FROM pgqueuer_schedules ORDER BY entrypoint
"""


async def query_queues(now: datetime) -> QueuesReport:
    """Implements `QueuesReader`."""
    async with reading() as connection:
        counts = {name: await _by_status(connection, query) for name, query in BY_STATUS.items()}
        queues = {}
        for name, query in DUE.items():
            (row,) = await connection.execute_query_dict(query, [now])
            queues[name] = Queue(due=row["due"], oldest=row["oldest"])
        jobs = await connection.execute_query_dict(JOBS)
        return QueuesReport(
            read_at=now,
            mails=counts["mails"],
            mails_due=queues["mails_due"],
            deliveries=counts["deliveries"],
            deliveries_due=queues["deliveries_due"],
            outbox=queues["outbox"],
            holds=queues["holds"],
            open_refunds=queues["open_refunds"],
            endpoints=await _endpoints(connection),
            jobs=[JobHealth(**row) for row in jobs],
        )


async def _by_status(connection: BaseDBAsyncClient, query: str) -> dict[str, int]:
    rows = await connection.execute_query_dict(query)
    return {row["status"]: row["number"] for row in rows}


async def _endpoints(connection: BaseDBAsyncClient) -> Sequence[EndpointQueue]:
    rows = await connection.execute_query_dict(ENDPOINTS)
    ids = [row["endpoint_id"] for row in rows]
    numbers: dict[int, dict[str, int]] = defaultdict(dict)
    for row in await connection.execute_query_dict(DELIVERIES, [ids]):
        numbers[row["endpoint_id"]][row["status"]] = row["number"]
    return [EndpointQueue(**row, by_status=numbers[row["endpoint_id"]]) for row in rows]
