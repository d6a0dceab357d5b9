"""One row for each quarter of an hour: the triggers only add, so that no sale waits for another."""

from src.infrastructure.database.orm import current_connection

FOLD = """
WITH several AS (
    SELECT quarter, currency FROM activity_quarters GROUP BY 1, 2 HAVING count(*) > 1
), taken AS (
    DELETE FROM activity_quarters WHERE id = ANY(ARRAY(
        SELECT id FROM activity_quarters JOIN several USING (quarter, currency)
        ORDER BY id FOR UPDATE OF activity_quarters SKIP LOCKED
    ))
    RETURNING *
)
INSERT INTO activity_quarters (quarter, currency, bookings, places, entries, gross, refunds)
SELECT quarter, currency, sum(bookings), sum(places), sum(entries), sum(gross), sum(refunds)
FROM taken GROUP BY 1, 2
"""


async def fold_activity() -> None:
    """Put the rows of each quarter together. A report that reads meanwhile sees the same sums."""
    await current_connection().execute_query(FOLD)
