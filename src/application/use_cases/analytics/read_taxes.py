"""Get the tax report."""

from src.application.dtos.analytics import TaxReport
from src.application.reports.read_timeline import ReadTimeline


class ReadTaxes(ReadTimeline[TaxReport]):
    """Get taxes by rate: what was charged and what went back, net and tax, and what stays.

    `by_country` has the same by the country in which the events take place, as it was when their
    tickets were sold.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event, `validation_failed` for too
    many intervals.

    Amounts are from the ledger, from `date_from` (inclusive) to `date_to` (exclusive), by
    default the last 30 days, at the time when the money was booked; invoices and credit notes
    have the same, to the smallest unit. `tax` is the whole tax: that which was added to prices,
    and `included_tax`, which they contained. A part of a payment that goes back has its share of
    the tax, half up, and all parts together have all of it. What is paid outside the service is
    not in the ledger, and not here.

    `over_time` has every interval of the period, at most 1,000. An interval starts at `start`,
    by the calendar of `timezone`.
    """
