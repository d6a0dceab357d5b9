"""The states of orders that somebody watches, all with one query."""

import json
from collections.abc import Collection
from typing import Any

from src.application.dtos.order_state import OrderState, TransactionState
from src.domain.entities.order import OrderStatus
from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.infrastructure.database.orm import current_connection

STATES = """
SELECT orders.id, orders.user_id, orders.status::text AS status, orders.version, orders.expires_at,
    (
        SELECT json_agg(json_build_array(id, kind, status, failure) ORDER BY id)::text
        FROM transactions WHERE order_id = orders.id
    ) AS transactions
FROM orders WHERE id = ANY($1) AND deleted_at IS NULL
"""


async def read_order_states(order_ids: Collection[int]) -> dict[int, OrderState]:
    """The states of these orders by id, without those that do not exist."""
    rows = await current_connection().execute_query_dict(STATES, [list(order_ids)])
    return {row["id"]: _state(row) for row in rows}


def _state(row: dict[str, Any]) -> OrderState:
    transactions = json.loads(row["transactions"] or "[]")
    return OrderState(
        id=row["id"],
        user_id=row["user_id"],
        status=OrderStatus(row["status"]),
        version=row["version"],
        expires_at=row["expires_at"],
        transactions=tuple(
            TransactionState(
                id=id_,
                kind=TransactionKind(kind),
                status=TransactionStatus(status),
                failure=failure,
            )
            for id_, kind, status, failure in transactions
        ),
    )
