"""Reserve tickets of one event."""

from src.application.use_cases.booking.book_tickets import BookTickets


class ReserveTickets(BookTickets):
    """Hold tickets or seats of an event for a while: all of them or none.

    Any user for themselves; the event's organizer and admins for anybody. The answer is a
    pending booking with its deadline, `expires_at`; confirm or extend it before. Refused as a
    booking is, and with `ticket_limit_exceeded` for too many open reservations.
    """
