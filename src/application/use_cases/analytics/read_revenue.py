"""Read what came in and went back."""

from src.application.dtos.analytics import RevenueReport
from src.application.reports.read_timeline import ReadTimeline


class ReadRevenue(ReadTimeline[RevenueReport]):
    """Read what came in and went back: `gross`, `refunds`, and `net`, the difference.

    Organizers of their own events, admins of all; `event_id` narrows it to one. The numbers are
    those of the ledger from `date_from` to before `date_to` (the last 30 days), altogether,
    over time and by account: `tickets`, `fees`, `taxes` and `unapplied`, which is money that
    bought nothing. That belongs to no event, so only an admin who asks for all events sees it.

    What is paid outside is in no ledger. `booked_outside` says beside it what bookings made in
    the period, confirmed now, of events that are not paid online, are worth.

    `over_time` has every interval of the period, at most 1,000: `start` is when it begins by
    the calendar of `timezone`, and only what lies within the period counts in it. Currencies
    are never added together. Refused with `not_found` for another organizer's event,
    `validation_failed` for too many intervals.
    """
