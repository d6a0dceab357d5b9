"""Which events a transaction is going to lock, found out before it begins."""

from src.application.ports.database import Touches
from src.infrastructure.database.orm import current_connection

# A booking of an order is changed together with all that the order holds.
OF_BOOKING = """
SELECT event_id FROM bookings WHERE id = $1
UNION
SELECT event_id FROM bookings
WHERE order_id = (SELECT order_id FROM bookings WHERE id = $1)
"""
OF_ORDER = "SELECT DISTINCT event_id FROM bookings WHERE order_id = $1"
OF_TRANSACTION = """
SELECT DISTINCT event_id FROM bookings
WHERE order_id = (SELECT order_id FROM transactions WHERE id = $1)
"""
OF_TICKET_TYPE = "SELECT event_id FROM ticket_types WHERE id = $1"
OF_TICKET = "SELECT event_id FROM tickets WHERE ticket_code = $1"


async def touched_event_ids(touches: Touches) -> set[int]:
    """Their ids; of something that does not exist there are none."""
    event_ids = set(touches.event_ids)
    for query, value in (
        (OF_BOOKING, touches.booking_id),
        (OF_ORDER, touches.order_id),
        (OF_TRANSACTION, touches.transaction_id),
        (OF_TICKET, touches.ticket_code),
        (OF_TICKET_TYPE, touches.ticket_type_id),
    ):
        if value is not None:
            rows = await current_connection().execute_query_dict(query, [value])
            event_ids |= {row["event_id"] for row in rows}
    return event_ids
