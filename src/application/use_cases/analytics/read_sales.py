"""Read what was sold."""

from src.application.dtos.analytics import SalesReport
from src.application.reports.read_timeline import ReadTimeline


class ReadSales(ReadTimeline[SalesReport]):
    """Read what was sold: over time, by event and by ticket type.

    Organizers of their own events, admins of all; `event_id` narrows it to one. Counted are
    bookings made from `date_from` to before `date_to` (the last 30 days) that are confirmed
    now: how many, the tickets they are for, and their amounts before fees and taxes.

    `over_time` has every interval of the period, at most 1,000: `start` is when it begins by
    the calendar of `timezone`, and only what lies within the period counts in it. `by_event`
    and `by_ticket_type` are the 100 with the most tickets; a type's `amount` is the sum of its
    tickets' prices. Currencies are never added together. Refused with `not_found` for another
    organizer's event, `validation_failed` for too many intervals.
    """
