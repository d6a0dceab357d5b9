"""Whose names and addresses organizers and scanners may learn, as conditions in SQL.

An organizer could sell and give tickets to any user: who somebody is, is learnt only from those
who bought themselves, took over a purchase or accepted an offered ticket, and from what was given
with the order.
"""

OWN_DEEDS = ("pending", "confirmed", "claimed")
"""What a buyer does. To cancel what somebody else has bought is no consent to be named."""


def bought_themselves(subject: str, row: str) -> str:
    """The condition that the user of `row`, an order or a booking as `subject` says, bought it."""
    actions = ", ".join(f"'{subject}.{deed}'" for deed in OWN_DEEDS)
    return f"""EXISTS (
        SELECT 1 FROM audit_log
        WHERE audit_log.subject = '{subject}' AND audit_log.subject_id = {row}.id
            AND audit_log.actor_id = {row}.user_id AND audit_log.action IN ({actions})
    )"""  # noqa: S608 - no values


KNOWN_HOLDER = f"""(
    ticket.user_id <> booking.user_id
    OR {bought_themselves("booking", "booking")}
    OR EXISTS (
        SELECT 1 FROM transfers
        WHERE transfers.event_id = ticket.event_id AND transfers.ticket_id = ticket.id
            AND transfers.to_user_id = ticket.user_id
    )
)"""  # noqa: S608 - no values
"""The condition on the holder of `ticket`, which is of `booking`: another holder accepted it."""

UNKNOWN_NAME = "COALESCE(orders.contact_name, 'Customer ' || ticket.user_id)"
"""What an unknown holder of `ticket` goes by; `orders` has the order of its booking, if any."""
