"""What of their stock events show everybody that have hidden ticket types."""

from collections.abc import Collection, Mapping

from tortoise.expressions import F, Q, Subquery

from src.domain.services.shown_stock import Stock
from src.infrastructure.database.models import TicketTypeModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.read_models.lapsed_holds import NOTHING_LAPSED, Lapsed

VISIBLE = """
SELECT event_id,
    COALESCE(sum(capacity) FILTER (WHERE NOT is_hidden), 0) AS capacity,
    COALESCE(sum(sold) FILTER (WHERE NOT is_hidden), 0) AS sold,
    COALESCE(sum(held) FILTER (WHERE NOT is_hidden), 0) AS held,
    array_agg(id) FILTER (WHERE NOT is_hidden) AS type_ids
FROM ticket_types WHERE admits AND event_id = ANY($1)
GROUP BY event_id HAVING bool_or(is_hidden)
"""


async def shown_stocks(
    event_ids: Collection[int], lapsed: Mapping[int, Lapsed]
) -> dict[int, Stock]:
    """By event id, without events that hide none; `lapsed` are the lapsed holds of these events."""
    if not event_ids:
        return {}
    rows = await current_connection().execute_query_dict(VISIBLE, [list(event_ids)])
    found = {}
    for row in rows:
        by_type = lapsed.get(row["event_id"], NOTHING_LAPSED).by_type
        found[row["event_id"]] = Stock(
            capacity=row["capacity"],
            sold=row["sold"],
            held=row["held"],
            lapsed=sum(by_type.get(type_id, 0) for type_id in row["type_ids"] or ()),
        )
    return found


def is_visible_left(lapsed: Mapping[int, Lapsed]) -> Q:
    """The condition that something is left of a type that everybody sees, where others are hidden.

    `lapsed` are the lapsed holds of all events.
    """
    admitting = TicketTypeModel.filter(admits=True)
    free_again = [type_id for found in lapsed.values() for type_id in found.by_type]
    is_left = Q(capacity__gt=F("sold") + F("held")) | Q(id__in=free_again)
    visible = admitting.filter(is_left, is_hidden=False).values("event_id")
    hiding = admitting.filter(is_hidden=True).values("event_id")
    return ~Q(id__in=Subquery(hiding)) | Q(id__in=Subquery(visible))
