"""Get the sales report."""

from src.application.dtos.analytics import SalesReport
from src.application.reports.read_timeline import ReadTimeline


class ReadSales(ReadTimeline[SalesReport]):
    """Get sales over time, by event and by ticket type.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event, `validation_failed` for too
    many intervals.

    The report counts bookings made from `date_from` (inclusive) to `date_to` (exclusive), by
    default the last 30 days, that are now confirmed: their number, their tickets, and their
    amounts before fees and taxes.

    `over_time` has every interval of the period, at most 1,000. An interval starts at `start`,
    by the calendar of `timezone`, and counts only what is within the period. `by_event` and
    `by_ticket_type` have the 100 with most tickets; the `amount` of a type is the sum of its
    ticket prices. Amounts are per currency.
    """
