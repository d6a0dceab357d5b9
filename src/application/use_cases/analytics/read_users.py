"""Read who came and who bought."""

from src.application.dtos.analytics import UsersReport
from src.application.reports.read_timeline import ReadTimeline


class ReadUsers(ReadTimeline[UsersReport]):
    """Read who came and who bought, from `date_from` to before `date_to` (the last 30 days).

    - `new_users`: accounts made then. For an organizer, and with `event_id`, only those of
      people who hold a confirmed booking of these events, of whatever date.
    - `active_buyers`: users with a booking made then that is confirmed now.
    - `repeat_buyers`: those of them who bought at least twice then. An order counts once,
      however many bookings it has.
    - `top_spenders`: the ten, of each currency, whose bookings cost most.

    Organizers learn of the buyers of their own events and what these spent there; admins of
    all; `event_id` narrows it to one. `over_time` has every interval of the period, at most
    1,000: `start` is when it begins by the calendar of `timezone`, and only what lies within
    the period counts in it. Refused with `not_found` for another organizer's event,
    `validation_failed` for too many intervals.
    """
