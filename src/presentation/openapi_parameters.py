"""What parameters mean that have the same name and meaning wherever they are."""

from typing import Any

IN_PATH = {
    "event_id": "The id of the event.",
    "user_id": "The id of the user.",
    "username": "The name that the user chose.",
    "ticket_code": "The code of the ticket, as it is printed on it.",
    "booking_id": "The id of the booking.",
    "order_id": "The id of the order.",
    "api_key_id": "The id of the API key.",
    "webhook_id": "The id of the webhook.",
    "delivery_id": "The id of the delivery.",
    "venue_id": "The id of the venue.",
    "seat_id": "The id of the seat.",
    "ticket_type_id": "The id of the ticket type.",
    "transaction_id": "The id of the payment, refund or dispute.",
    "dispute_id": "The id of the dispute, not that of its transaction.",
    "payout_id": "The id of the payout.",
    "provider": "The payment provider.",
    "discount_id": "The id of the discount code.",
    "cart_item_id": "The id of the item in the cart.",
    "mail_id": "The id of the mail.",
    "invoice_id": "The id of the invoice or credit note.",
    "organizer_payout_id": "The id of the payout to an organizer, or of its counter entry.",
    "token": "The token of the offer, from the link in its mail.",
    "secret": "The secret part of the feed's address.",
    "device": "The identifier that the device chose.",
    "pass_type_id": "The pass type identifier of this service.",
    "serial": "The serial number of the pass.",
}

IN_QUERY = {
    "status": "Only those in this status.",
    "kind": "Only those of this kind.",
    "category": "Only ticket types of this category.",
    "admits": "Ticket types, or with false add-ons instead.",
    "type": "Only deliveries of this type.",
    "role": "Only users with this role.",
    "is_active": "Only accounts that are active, or that are not.",
    "provider": "Only those of this payment provider.",
    "event_id": "Only those of this event.",
    "user_id": "Only those of this user.",
    "venue_id": "Only those at this venue.",
    "country": "Only those in this country, by ISO 3166.",
    "order_id": "Only those of this order.",
    "ticket_type_id": "Only those of this ticket type.",
    "subject_id": "Only entries about the subject with this id.",
    "price_min": "Costs this much or more.",
    "price_max": "Costs this much or less.",
    "sort": "The order of the list; `-` before a field: the largest first.",
    "interval": "The length of each interval over time.",
    "passesUpdatedSince": "The `lastUpdated` of the answer before.",
}

IN_HEADER = {
    "Last-Event-Id": "The id of the last event that the client has heard; `EventSource` sends it.",
    "If-Modified-Since": "The `Last-Modified` of a state that is known: 304 if it still is.",
}

KNOWN = {"path": IN_PATH, "query": IN_QUERY, "header": IN_HEADER}


def describe_parameters(described: dict[str, Any]) -> None:
    """Describe those parameters of the operation that their routes do not."""
    for parameter in described.get("parameters", ()):
        known = KNOWN[parameter["in"]]
        if "description" not in parameter and parameter["name"] in known:
            parameter["description"] = known[parameter["name"]]
