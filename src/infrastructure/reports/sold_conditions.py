"""The conditions of a search of what was sold, as SQL with numbered values.

Only what is asked for stands in a statement, so that an index serves it where there is one.
"""

import re

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import SoldSearch
from src.infrastructure.database.matching import containing

CODE = re.compile(r"(ORD|BKG)-[0-9A-Z]{8}|TKT-[0-9]{8}-[0-9A-Z]{8}")
"""What cannot be part of a name: it is found by an index alone."""

ORDERS_REFERRED = """
    SELECT id FROM orders WHERE reference = {code}
    UNION ALL SELECT order_id FROM bookings WHERE reference = {code} AND order_id IS NOT NULL
"""
ORDERS_NAMED = f"""{ORDERS_REFERRED}
    UNION ALL
    SELECT bookings.order_id FROM tickets JOIN bookings
        ON bookings.event_id = tickets.event_id AND bookings.id = tickets.booking_id
    WHERE tickets.ticket_code = {{code}} AND bookings.order_id IS NOT NULL
    UNION ALL
    SELECT orders.id FROM discounts JOIN orders ON orders.discount_id = discounts.id
    WHERE discounts.code = {{code}}
"""  # noqa: S608 - constants
BOOKINGS_REFERRED = """
    SELECT id FROM bookings WHERE reference = {code}
    UNION ALL
    SELECT order_items.booking_id FROM orders JOIN order_items ON order_items.order_id = orders.id
    WHERE orders.reference = {code}
"""
BOOKINGS_NAMED = f"""{BOOKINGS_REFERRED}
    UNION ALL SELECT booking_id FROM tickets WHERE ticket_code = {{code}}
    UNION ALL
    SELECT order_items.booking_id FROM discounts JOIN orders ON orders.discount_id = discounts.id
        JOIN order_items ON order_items.order_id = orders.id
    WHERE discounts.code = {{code}}
"""  # noqa: S608 - constants

NAMES = """contact_name_folded LIKE {pattern} OR contact_email_folded LIKE {pattern}
    OR ({is_known} AND (users.name_folded LIKE {pattern} OR users.email_folded LIKE {pattern}))"""

OF_EVENT = "orders.id IN (SELECT order_id FROM order_items WHERE event_id = {event})"
OF_ORGANIZER = """orders.id IN (
    SELECT order_items.order_id FROM events JOIN order_items ON order_items.event_id = events.id
    WHERE events.organizer_id = {organizer}
)"""
PAID_THROUGH = """EXISTS (
    SELECT 1 FROM transactions
    WHERE transactions.order_id = orders.id AND transactions.provider = {provider}
)"""


class Conditions:
    """Conditions that are all to hold, and the values of the whole statement in order."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self._texts: list[str] = []

    def value(self, value: object) -> str:
        """The number by which the statement names the value."""
        self.values.append(value)
        return f"${len(self.values)}"

    def add(self, text: str, **values: object) -> None:
        """Add a condition that has these values at their names in braces."""
        self._texts.append(text.format(**{name: self.value(values[name]) for name in values}))

    def add_wanted(self, text: str, wanted: object) -> None:
        """Add a condition on `{wanted}`, unless that is None."""
        if wanted is not None:
            self.add(text, wanted=wanted)

    def __str__(self) -> str:
        return " AND ".join(self._texts) or "true"


def restrict_orders(conditions: Conditions, scope: Scope, wanted: SoldSearch) -> None:
    """Add what is asked for of orders: whose they are, who bought, and how they are paid."""
    if wanted.event_id is not None:
        conditions.add(OF_EVENT, event=wanted.event_id)
    elif scope.organizer_id is not None:
        conditions.add(OF_ORGANIZER, organizer=scope.organizer_id)
    conditions.add_wanted("orders.user_id = {wanted}", wanted.user_id)
    conditions.add_wanted("orders.payment::text = {wanted}", wanted.payment)


async def restrict_by_words(
    conditions: Conditions, wanted: SoldSearch, is_known: str, subject: str
) -> None:
    """Add what was typed to find orders or bookings by."""
    is_order = subject == "order"
    referred = ORDERS_REFERRED if is_order else BOOKINGS_REFERRED
    named = ORDERS_NAMED if is_order else BOOKINGS_NAMED
    if wanted.reference is not None:
        code = wanted.reference.strip().upper()
        conditions.add(f"{subject}s.id IN ({referred})", code=code)
    if wanted.q is None:
        return
    code = wanted.q.strip().upper()
    if CODE.fullmatch(code):
        conditions.add(f"{subject}s.id IN ({named})", code=code)
        return
    names = NAMES.replace("{is_known}", is_known)
    pattern = await containing(wanted.q)
    conditions.add(f"({names} OR {subject}s.id IN ({named}))", pattern=pattern, code=code)
