"""The statuses of everything in the world of commerce, and the ways from one to the next."""

import asyncpg

from tests.support.concurrency.world import STATUSES, TRANSITIONS

Statuses = dict[tuple[str, int], str]
"""By kind and id."""

# As the domain's specification has them, and with the ways back that an outside party has: money
# that comes late, a refund that its bank returns.
MONEY_TRANSITIONS: dict[str, dict[str | None, set[str]]] = {
    "order": {
        None: {"pending", "confirmed"},
        "pending": {"confirmed", "cancelled", "expired"},
        "confirmed": {"completed", "cancelled"},
        "expired": {"confirmed"},
    },
    "payment": {
        None: {"pending", "success"},
        "pending": {"success", "failed"},
        "failed": {"success"},
        "success": {"refunded"},
        "refunded": {"success"},
    },
    "refund": {
        None: {"pending", "success"},
        "pending": {"success", "failed"},
        "failed": {"success"},
        "success": {"failed"},
    },
    "dispute": {
        None: {"pending", "success"},
        "pending": {"success", "failed"},
        "success": {"pending", "failed"},
        "failed": {"pending", "success"},
    },
}

QUERY = f"""
{STATUSES}
UNION ALL SELECT 'order', id, status::text FROM orders
UNION ALL SELECT kind::text, id, status::text FROM transactions
"""


async def statuses(connection: asyncpg.Connection) -> Statuses:
    """Read them."""
    return {(row["kind"], row["id"]): row["status"] for row in await connection.fetch(QUERY)}


def illegal_moves(before: Statuses, after: Statuses) -> list[tuple[str, int, str | None, str]]:
    """What has a status that no number of steps leads to: kind, id, both statuses."""
    return [
        (kind, thing, before.get((kind, thing)), status)
        for (kind, thing), status in after.items()
        if status != before.get((kind, thing))
        and status not in REACHABLE[kind][before.get((kind, thing))]
    ]


def _reachable(moves: dict[str | None, set[str]]) -> dict[str | None, set[str]]:
    known = {status: set(to) for status, to in moves.items()}
    for status in {status for to in moves.values() for status in to}:
        known.setdefault(status, set())
    while True:
        wider = {
            status: to.union(*(known[further] for further in to)) for status, to in known.items()
        }
        if wider == known:
            return known
        known = wider


REACHABLE = {
    kind: _reachable(moves) for kind, moves in {**TRANSITIONS, **MONEY_TRANSITIONS}.items()
}
