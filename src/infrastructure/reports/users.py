"""User statistics: new users and buyers."""

from src.application.dtos.analytics import Scope, Spender, Timeline, UsersBucket, UsersReport
from src.infrastructure.database.known_people import bought_themselves
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.scope import CONFIRMED, event_ids

TOP_SPENDERS = 10

# width_bucket numbers the buckets from 1, since nothing lies before the first.
NEW_USERS = """
SELECT width_bucket(created_at, $4::timestamptz[]) AS bucket, count(*) AS number
FROM users
WHERE NOT is_guest AND created_at >= $2 AND created_at < $3 AND ($1::bigint[] IS NULL OR EXISTS (
    SELECT 1 FROM bookings
    WHERE user_id = users.id AND status = 'confirmed' AND event_id = ANY ($1)
))
GROUP BY 1
"""

# A booking without an order is a purchase of its own; no order has a negative id.
BUYERS = f"""
SELECT count(*) AS active, count(*) FILTER (WHERE purchases > 1) AS repeated
FROM (
    SELECT count(DISTINCT COALESCE(order_id, -id)) AS purchases
    FROM bookings
    WHERE {CONFIRMED}
    GROUP BY user_id
) AS buyers
"""  # noqa: S608 - constants

# An organizer could book for any user: organizers see only names of users who booked themselves.
SPENDERS = f"""
SELECT currency, rank, user_id, bookings, amount,
    CASE WHEN $4 OR EXISTS (
        SELECT 1 FROM bookings AS own
        WHERE own.user_id = spenders.user_id AND own.event_id = ANY ($1)
            AND {bought_themselves("booking", "own")}
    ) THEN name ELSE 'Customer ' || user_id END AS name
FROM (
    SELECT currency, user_id, count(*) AS bookings, sum(total_amount) AS amount,
        row_number() OVER (PARTITION BY currency ORDER BY sum(total_amount) DESC, user_id) AS rank
    FROM bookings
    WHERE {CONFIRMED}
    GROUP BY currency, user_id
) AS spenders JOIN users ON users.id = user_id
WHERE rank <= {TOP_SPENDERS} AND amount > 0
ORDER BY currency, rank
"""  # noqa: S608 - constants


async def query_users(scope: Scope, timeline: Timeline) -> UsersReport:
    """Implements `TimelineReader`."""
    async with reading() as connection:
        within = timeline.period
        values = [await event_ids(connection, scope), within.start, within.end]
        new = await connection.execute_query_dict(NEW_USERS, [*values, timeline.starts])
        (buyers,) = await connection.execute_query_dict(BUYERS, values)
        spenders = await connection.execute_query_dict(
            SPENDERS, [*values, scope.organizer_id is None]
        )
    numbers = {row["bucket"]: row["number"] for row in new}
    return UsersReport(
        new_users=sum(numbers.values()),
        active_buyers=buyers["active"],
        repeat_buyers=buyers["repeated"],
        over_time=[
            UsersBucket(start, numbers.get(number, 0))
            for number, start in enumerate(timeline.starts, 1)
        ],
        top_spenders=[Spender(**row) for row in spenders],
    )
