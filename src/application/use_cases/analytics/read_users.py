"""Get user statistics."""

from src.application.dtos.analytics import UsersReport
from src.application.reports.read_timeline import ReadTimeline


class ReadUsers(ReadTimeline[UsersReport]):
    """Get the numbers of new users and buyers in a period.

    Authorization: organizers for the buyers of their own events and what they spent there, admins
    for all; `event_id` selects one event. Refused with `not_found` for another organizer's event,
    `validation_failed` for too many intervals.

    The period is from `date_from` (inclusive) to `date_to` (exclusive), by default the last 30
    days.

    - `new_users`: accounts created in the period. For an organizer, and with `event_id`, only
      users with a confirmed booking, of any date, of these events.
    - `active_buyers`: users with a booking made in the period that is now confirmed.
    - `repeat_buyers`: active buyers who bought at least twice in the period. An order counts once,
      regardless of its number of bookings.
    - `top_spenders`: for each currency, the ten users with the highest amount of bookings.
    - `over_time`: every interval of the period, at most 1,000. An interval starts at `start`, by
      the calendar of `timezone`, and counts only what is within the period.
    """
