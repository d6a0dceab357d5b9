"""Get the revenue report."""

from src.application.dtos.analytics import RevenueReport
from src.application.reports.read_timeline import ReadTimeline


class ReadRevenue(ReadTimeline[RevenueReport]):
    """Get revenue: payments (`gross`), `refunds`, and the difference (`net`).

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event, `validation_failed` for too
    many intervals.

    Amounts are from the ledger, from `date_from` (inclusive) to `date_to` (exclusive), by
    default the last 30 days: in total, over time, and by account: `tickets`, `fees`, `taxes` and
    `unapplied`, for payments that bought nothing. `unapplied` belongs to no event and is only in
    an admin's report on all events. What organizers take by hand for events that are paid online
    is in the ledger like any payment. Other payments outside the system are not:
    `booked_outside` has the amounts of bookings made in the period, now confirmed, of events
    that are not paid online, for tickets, fees and taxes.

    `over_time` has every interval of the period, at most 1,000. An interval starts at `start`,
    by the calendar of `timezone`, and counts only what is within the period. Amounts are per
    currency.
    """
