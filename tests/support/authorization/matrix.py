"""Authorization: for every operation the status that each kind of caller gets.

A row names an operation of the OpenAPI document, then the statuses in the order of ROLES.
What stands in its path comes from TARGETS unless the row says otherwise; the names are
those of `World.ids`. In a body or a query, a `$name` stands for such an id.

The rules behind the numbers: an item of somebody else is 404; a collection, or a role that
one lacks, is 403; a draft is 404 for all but those who manage it; a deactivated account is
403 wherever its token is read.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.support.payments import SIGNATURE
from tests.support.pictures import poster_image

ROLES = (
    "nobody",
    "customer",  # whose booking, tickets and account are the target
    "other_customer",
    "scanner",  # assigned to the event
    "other_scanner",
    "organizer",  # who owns the event
    "other_organizer",
    "admin",
    "deactivated",  # was an admin, still has a token
)

TARGETS = {
    "user_id": "customer",
    "username": "customer_username",
    "event_id": "event",
    "ticket_type_id": "ticket_type",
    "booking_id": "booking",
    "ticket_code": "ticket",
    "secret": "feed_secret",
    "device": "device",
    "pass_type_id": "pass_type",
    "serial": "serial",
    "token": "transfer_token",
    "venue_id": "venue",
    "seat_id": "seat",
    "cart_item_id": "cart_item",
    "discount_id": "discount",
    "webhook_id": "webhook",
    "api_key_id": "customers_key",
    "delivery_id": "delivery",
    "order_id": "order",
    "transaction_id": "payment",
    "dispute_id": "dispute",
    "payout_id": "payout",
    "provider": "provider",
    "mail_id": "mail",
    "invoice_id": "invoice",
    "organizer_payout_id": "organizer_payout",
}


@dataclass(frozen=True)
class Row:
    """One operation on one target, and the status for each role."""

    operation: str
    statuses: str
    note: str = ""
    body: dict[str, Any] | None = None
    form: dict[str, str] | None = None
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.operation}-{self.note}" if self.note else self.operation

    def status_for(self, role: str) -> int:
        return int(self.statuses.split()[ROLES.index(role)])


PICTURE = poster_image()
OFFERED = {"ticket_code": "offered_ticket"}
NEW_EVENT = {"title": "New", "date_time": "2090-01-01T20:00:00Z", "capacity": 5, "price": "9.00"}
LATER = {"date_time": "2091-01-01T20:00:00Z"}
FORM = {"username": "customer@test.example", "password": "correct-horse"}
LOG_IN = {"email": "customer@test.example", "password": "correct-horse"}
SIGN_UP = {"email": "new@test.example", "password": "correct-horse"}
BOOK = {"event_id": "$event", "quantity": 1}
BOOK_FOR = {**BOOK, "user_id": "$customer"}
BOOK_DRAFT = {"event_id": "$draft", "ticket_type_id": "$draft_type", "quantity": 1}
SCANS: dict[str, Any] = {
    "scanner_id": "gate-1",
    "scans": [{"scan_id": "1", "code": "$ticket", "at": "2026-12-25T18:30:00Z"}],
}
CHECK_IN = {"code": "$ticket"}
DRAFT = {"event_id": "draft"}
DRAFT_TYPE = {"ticket_type_id": "draft_type"}
UNSOLD = {"event_id": "unsold", "ticket_type_id": "unsold_type"}
PENDING = {"booking_id": "pending"}
ONLINE = {"booking_id": "online_pending"}
NEW_KEY = {"name": "New", "scopes": ["events:read"]}
NEW_WEBHOOK = {"url": "https://new.example/hooks", "events": ["booking.*"]}
ADMINS_WEBHOOK = {"webhook_id": "admins_webhook"}
EMPTY_VENUE = {"venue_id": "empty_venue"}
RESERVED = {"event_id": "reserved"}
NEW_VENUE = {"name": "New"}
NEW_SEATS = {"seats": [{"section": "Balcony", "row": "A", "seat_number": "1"}]}
BOOK_SEAT = {"event_id": "$reserved", "seat_ids": ["$seat"]}
ADMIN = {"user_id": "admin"}
TO_CART = {"ticket_type_id": "$ticket_type", "quantity": 1}
TO_CART_OF = {**TO_CART, "user_id": "$customer"}
DRAFT_TO_CART = {"ticket_type_id": "$draft_type", "quantity": 1}
GIFT = {
    "ticket_type_id": "$ticket_type",
    "quantity": 1,
    "user_id": "$other_customer",
    "reason": "Press",
}
DRAFT_GIFT = {**GIFT, "ticket_type_id": "$draft_type"}
CODE = {"code": "$discount_code"}
NEW_CODE = {"code": "NEW", "kind": "percent", "value": "10.00"}
NEW_CODES = {"number": 2, "kind": "percent", "value": "10.00"}
ORDER = {"items": [{"ticket_type_id": "$ticket_type", "quantity": 1}]}
ORDER_FOR = {**ORDER, "user_id": "$customer"}
ORDER_DRAFT = {"items": [{"ticket_type_id": "$draft_type", "quantity": 1}]}
ITEMS_OF_TWO_ORGANIZERS = [
    {"ticket_type_id": ticket_type, "quantity": 1}
    for ticket_type in ("$online_type", "$elsewhere_type")
]
ORDER_OF_TWO = {"items": ITEMS_OF_TWO_ORGANIZERS, "user_id": "$customer"}
MORE = {"items": [{"ticket_type_id": "$online_type", "quantity": 1}]}
CONTACT = {"contact_name": "Renamed"}
# Of these an organizer owns one line only, and another organizer the other.
MIXED = {"order_id": "mixed_order"}
MIXED_PAYMENT = {"transaction_id": "mixed_payment"}
FAILED_REFUND = {"transaction_id": "failed_refund"}
FAILED_MIXED_REFUND = {"transaction_id": "failed_mixed_refund"}
OPEN_PAYMENT = {"transaction_id": "open_payment"}
SELLER = {"name": "Seller", "street": "Street 1", "city": "Berlin", "country": "DE"}
SELLING = {"user_id": "organizer"}
STATEMENT = {"currency": "USD"}
NEW_TERMS = {"currency": "USD", "commission_percent": "2.50"}
NEW_PAYOUT = {
    "organizer_id": "$organizer",
    "currency": "USD",
    "amount": "1.00",
    "paid_on": "2026-01-02",
    "reference": "Another",
    "is_advance": True,
}
ACCOUNT = {"holder": "Seller", "iban": "DE89370400440532013000"}
PAID = {"order_id": "paid_order"}
PAID_MIXED = {"order_id": "paid_mixed_order"}
BILLED = {"order_id": "invoiced_order"}
SIGNED = {"x-signature": SIGNATURE}
JOURNAL = {
    **{"date_from": "2026-11-01", "date_to": "2026-11-30"},
    **{"consultant": "1001", "client": "1"},
}
OF_EVENT = {"event_id": "$event"}
OF_DRAFT = {"event_id": "$draft"}

# fmt: off
# ruff: noqa: E501
#                                  nobody       customer    scanner     organizer    admin
#                                       customer    other       other       other        deactivated
ROWS = (
    Row("sign_up",                  "201 201 201 201 201 201 201 201 201", body=SIGN_UP),
    Row("verify_email",             "200 200 200 200 200 200 200 200 200", body={"token": "$verification_token"}),
    Row("resend_verification",      "202 202 202 202 202 202 202 202 202", body={"email": LOG_IN["email"]}),
    Row("forgot_password",          "202 202 202 202 202 202 202 202 202", body={"email": LOG_IN["email"]}),
    Row("reset_password",           "200 200 200 200 200 200 200 200 200", body={"token": "$reset_token", "password": "battery-staple"}),
    Row("log_in",                   "200 200 200 200 200 200 200 200 200", body=LOG_IN),
    Row("log_in_with_form",         "200 200 200 200 200 200 200 200 200", form=FORM),
    Row("refresh_session",          "200 200 200 200 200 200 200 200 200", body={"refresh_token": "$refresh_token"}),
    Row("log_out",                  "401 200 200 200 200 200 200 200 403"),
    Row("get_me",                   "401 200 200 200 200 200 200 200 403"),
    Row("get_profile",              "401 200 404 404 404 404 404 200 403"),

    Row("list_users",               "401 403 403 403 403 403 403 200 403"),
    Row("create_user",              "401 403 403 403 403 403 403 201 403", body={"name": "New"}),
    Row("get_user_by_username",     "401 403 403 403 403 403 403 200 403"),
    Row("get_user",                 "401 200 404 404 404 404 404 200 403"),
    Row("update_user",              "401 200 404 404 404 404 404 200 403", body={"name": "Renamed"}),
    Row("update_user",              "401 403 404 404 404 404 404 200 403", "role", body={"role": "admin"}),
    Row("delete_user",              "401 200 404 404 404 404 404 200 403"),
    Row("delete_user",              "401 404 404 404 404 404 404 403 403", "admin", targets=ADMIN),
    Row("activate_user",            "401 403 403 403 403 403 403 200 403", targets={"user_id": "deactivated"}),
    Row("deactivate_user",          "401 403 403 403 403 403 403 200 403"),
    Row("deactivate_user",          "401 403 403 403 403 403 403 403 403", "admin", targets=ADMIN),

    Row("list_api_keys",            "401 200 200 200 200 200 200 200 403"),
    Row("list_api_keys",            "401 200 403 403 403 403 403 200 403", "of user", query={"user_id": "$customer"}),
    Row("create_api_key",           "401 201 201 201 201 201 201 201 403", body=NEW_KEY),
    Row("create_api_key",           "401 403 403 403 403 403 403 201 403", "users", body={**NEW_KEY, "scopes": ["users:write"]}),
    Row("rotate_api_key",           "401 200 404 404 404 404 404 403 403", body={}),
    Row("revoke_api_key",           "401 200 404 404 404 404 404 200 403"),

    Row("list_events",              "200 200 200 200 200 200 200 200 403"),
    Row("list_events",              "200 200 200 200 200 200 200 200 403", "draft", query={"status": "draft"}),
    Row("create_event",             "401 403 403 403 403 201 201 201 403", body=NEW_EVENT),
    Row("get_event",                "200 200 200 200 200 200 200 200 403"),
    Row("get_event",                "404 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("update_event",             "401 403 403 403 403 200 404 200 403", body={"title": "Renamed"}),
    Row("update_event",             "401 404 404 404 404 200 404 200 403", "draft", body={"title": "Renamed"}, targets=DRAFT),
    Row("delete_event",             "401 403 403 403 403 200 404 200 403", targets=UNSOLD),
    Row("delete_event",             "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("get_availability",         "200 200 200 200 200 200 200 200 403"),
    Row("get_availability",         "404 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("watch_availability",       "200 200 200 200 200 200 200 200 403"),
    Row("watch_availability",       "404 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("get_seat_map",             "200 200 200 200 200 200 200 200 403", targets=RESERVED),
    Row("get_seat_map",             "404 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("list_scanners",            "401 403 403 403 403 200 403 200 403"),
    Row("list_scanners",            "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("assign_scanners",          "401 403 403 403 403 200 404 200 403", body={"user_ids": ["$other_scanner"]}),
    Row("assign_scanners",          "401 404 404 404 404 200 404 200 403", "draft", body={"user_ids": []}, targets=DRAFT),

    Row("set_poster",               "401 403 403 403 403 200 404 200 403", content=PICTURE),
    Row("set_poster",               "401 404 404 404 404 200 404 200 403", "draft", content=PICTURE, targets=DRAFT),
    Row("remove_poster",            "401 403 403 403 403 404 404 404 403"),
    Row("remove_poster",            "401 404 404 404 404 404 404 404 403", "draft", targets=DRAFT),
    Row("get_event_calendar",       "200 200 200 200 200 200 200 200 403"),
    Row("get_event_calendar",       "404 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("add_scanner",              "401 403 403 403 403 201 404 201 403", body={"email": "other_scanner@test.example"}),
    Row("add_scanner",              "401 404 404 404 404 201 404 201 403", "draft", body={"email": "other_scanner@test.example"}, targets=DRAFT),
    Row("add_scanner",              "401 403 403 403 403 404 404 404 403", "customer", body={"email": "customer@test.example"}),
    Row("duplicate_event",          "401 403 403 403 403 201 404 201 403", body=LATER),
    Row("duplicate_event",          "401 404 404 404 404 201 404 201 403", "draft", body=LATER, targets=DRAFT),
    Row("preview_event_cancellation", "401 403 403 403 403 200 404 200 403"),

    Row("list_event_mails",         "401 403 403 403 403 200 403 200 403"),
    Row("list_event_mails",         "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("resend_mail",              "401 403 403 403 403 200 404 200 403"),

    Row("list_venues",              "200 200 200 200 200 200 200 200 200"),
    Row("create_venue",             "401 403 403 403 403 201 201 201 403", body=NEW_VENUE),
    Row("get_venue",                "200 200 200 200 200 200 200 200 200"),
    Row("update_venue",             "401 403 403 403 403 200 404 200 403", body={"name": "Renamed"}),
    Row("delete_venue",             "401 403 403 403 403 200 404 200 403", targets=EMPTY_VENUE),
    Row("list_seats",               "200 200 200 200 200 200 200 200 200"),
    Row("add_seats",                "401 403 403 403 403 201 404 201 403", body=NEW_SEATS),
    Row("remove_seat",              "401 403 403 403 403 200 404 200 403"),

    Row("list_event_ticket_types",  "200 200 200 200 200 200 200 200 403"),
    Row("list_event_ticket_types",  "404 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("add_ticket_type",          "401 403 403 403 403 201 404 201 403", body={"name": "VIP"}),
    Row("add_ticket_type",          "401 404 404 404 404 201 404 201 403", "draft", body={"name": "VIP"}, targets=DRAFT),
    Row("list_ticket_types",        "200 200 200 200 200 200 200 200 200"),
    Row("search_ticket_types",      "200 200 200 200 200 200 200 200 200"),
    Row("get_ticket_type",          "200 200 200 200 200 200 200 200 403"),
    Row("get_ticket_type",          "404 404 404 404 404 200 404 200 403", "draft", targets=DRAFT_TYPE),
    Row("update_ticket_type",       "401 403 403 403 403 200 404 200 403", body={"name": "Standing"}),
    Row("update_ticket_type",       "401 404 404 404 404 200 404 200 403", "draft", body={"name": "Standing"}, targets=DRAFT_TYPE),
    Row("set_ticket_type_status",   "401 403 403 403 403 200 404 200 403", body={"status": "paused"}),
    Row("set_ticket_type_status",   "401 404 404 404 404 200 404 200 403", "draft", body={"status": "paused"}, targets=DRAFT_TYPE),
    Row("delete_ticket_type",       "401 403 403 403 403 200 404 200 403", targets=UNSOLD),
    Row("delete_ticket_type",       "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT_TYPE),

    Row("give_tickets",             "401 403 403 403 403 201 404 201 403", body=GIFT),
    Row("give_tickets",             "401 404 404 404 404 409 404 409 403", "draft", body=DRAFT_GIFT, targets=DRAFT),
    Row("list_complimentary",       "401 403 403 403 403 200 404 200 403"),
    Row("list_complimentary",       "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("book_tickets",             "401 201 201 201 201 201 201 201 403", body=BOOK),
    Row("book_tickets",             "401 201 403 403 403 201 403 201 403", "for", body=BOOK_FOR),
    Row("book_tickets",             "401 404 404 404 404 409 404 409 403", "draft", body=BOOK_DRAFT),
    Row("book_event_tickets",       "401 201 201 201 201 201 201 201 403", body={"quantity": 1}),
    Row("book_event_tickets",       "401 201 403 403 403 201 403 201 403", "for", body={"quantity": 1, "user_id": "$customer"}),
    Row("book_event_tickets",       "401 404 404 404 404 409 404 409 403", "draft", body=DRAFT_TO_CART, targets=DRAFT),
    Row("book_tickets",             "401 201 201 201 201 201 201 201 403", "seat", body=BOOK_SEAT),
    Row("list_bookings",            "401 403 403 403 403 200 200 200 403"),
    Row("list_bookings",            "401 403 403 403 403 200 404 200 403", "of event", query={"event_id": "$event"}),
    Row("export_bookings",          "401 403 403 403 403 200 200 200 403"),
    Row("export_bookings",          "401 403 403 403 403 200 404 200 403", "of event", query={"event_id": "$event"}),
    Row("list_user_bookings",       "401 200 403 403 403 403 403 200 403"),
    Row("list_user_bookings_by_event", "401 200 403 403 403 403 403 200 403"),
    Row("list_event_bookings",      "401 403 403 403 403 200 403 200 403"),
    Row("list_event_bookings",      "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("get_booking",              "401 200 404 404 404 200 404 200 403"),
    Row("confirm_booking",          "401 200 404 404 404 200 404 200 403", targets=PENDING),
    Row("cancel_booking",           "401 200 404 404 404 200 404 200 403"),
    Row("delete_booking",           "401 200 404 404 404 200 404 200 403"),
    Row("refund_booking",           "401 403 404 404 404 200 404 200 403"),
    Row("set_booking_status",       "401 200 404 404 404 200 404 200 403", "confirmed", body={"status": "confirmed"}, targets=PENDING),
    Row("set_booking_status",       "401 200 404 404 404 200 404 200 403", "cancelled", body={"status": "cancelled"}),
    Row("set_booking_status",       "401 403 404 404 404 200 404 200 403", "refunded", body={"status": "refunded"}),

    Row("reserve_tickets",          "401 201 201 201 201 201 201 201 403", body=BOOK),
    Row("reserve_tickets",          "401 201 403 403 403 201 403 201 403", "for", body=BOOK_FOR),
    Row("reserve_tickets",          "401 404 404 404 404 409 404 409 403", "draft", body=BOOK_DRAFT),
    Row("reserve_tickets",          "401 201 201 201 201 201 201 201 403", "seat", body=BOOK_SEAT),
    Row("get_reservation",          "401 200 404 404 404 200 404 200 403", targets=PENDING),
    Row("extend_reservation",       "401 200 404 404 404 200 404 200 403", targets=PENDING),
    Row("confirm_reservation",      "401 200 404 404 404 200 404 200 403", targets=PENDING),
    Row("confirm_reservation",      "401 403 404 404 404 200 404 200 403", "online", targets=ONLINE),
    Row("cancel_reservation",       "401 200 404 404 404 200 404 200 403", targets=PENDING),
    Row("list_user_reservations",   "401 200 403 403 403 403 403 200 403"),
    Row("list_event_reservations",  "401 403 403 403 403 200 403 200 403"),
    Row("list_event_reservations",  "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),

    Row("list_user_tickets",        "401 200 403 403 403 403 403 200 403"),
    Row("list_user_event_tickets",  "401 200 403 403 403 403 403 200 403"),
    Row("list_event_tickets",       "401 403 403 200 403 200 403 200 403"),
    Row("list_event_tickets",       "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("count_available_tickets",  "200 200 200 200 200 200 200 200 403"),
    Row("count_available_tickets",  "404 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("get_ticket",               "401 200 404 200 404 200 404 200 403"),
    Row("get_apple_pass",           "401 200 404 404 404 404 404 200 403"),
    Row("get_google_wallet_link",   "401 200 404 404 404 404 404 200 403"),
    # By the token in a pass, which is in none of these requests.
    Row("register_apple_device",    "401 401 401 401 401 401 401 401 401", body={"pushToken": "1"}),
    Row("unregister_apple_device",  "401 401 401 401 401 401 401 401 401"),
    Row("get_latest_apple_pass",    "401 401 401 401 401 401 401 401 401"),
    Row("list_updated_apple_passes", "204 204 204 204 204 204 204 204 204"),
    Row("get_ticket_calendar",      "401 200 404 404 404 200 404 200 403"),
    Row("get_calendar_feed",        "200 200 200 200 200 200 200 200 200"),
    Row("create_calendar_feed",     "401 201 201 201 201 201 201 201 403"),
    Row("revoke_calendar_feed",     "401 200 404 404 404 404 404 404 403"),
    Row("get_ticket_pdf",           "401 200 404 404 404 200 404 200 403"),
    Row("get_ticket_png",           "401 200 404 404 404 200 404 200 403"),
    Row("get_booking_tickets_pdf",  "401 200 404 404 404 200 404 200 403"),
    Row("check_in_ticket",          "401 403 403 200 404 200 404 200 403"),
    Row("check_in_by_code",         "401 403 403 200 404 200 404 200 403", body=CHECK_IN),
    Row("undo_check_in",            "401 403 403 403 403 200 404 200 403", targets={"ticket_code": "used_ticket"}),
    Row("get_cancellation_policy",  "200 200 200 200 200 200 200 200 403", targets={"event_id": "unsold"}),
    Row("set_cancellation_policy",  "401 403 403 403 403 200 404 200 403", body={"until": "P7D"}),
    Row("set_cancellation_policy",  "401 404 404 404 404 200 404 200 403", "draft", body={"until": "P7D"}, targets=DRAFT),
    Row("remove_cancellation_policy", "401 403 403 403 403 200 404 200 403"),
    Row("remove_cancellation_policy", "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("list_gates",               "401 403 403 403 403 200 403 200 403"),
    Row("list_gates",               "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("replace_gates",            "401 403 403 403 403 200 404 200 403", body={"gates": [{"name": "North"}]}),
    Row("replace_gates",            "401 404 404 404 404 200 404 200 403", "draft", body={"gates": []}, targets=DRAFT),
    Row("get_door_list",            "401 403 403 200 403 200 403 200 403"),
    Row("get_door_list",            "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("merge_scans",              "401 403 403 200 403 200 403 200 403", body=SCANS),
    Row("merge_scans",              "401 404 404 404 404 200 404 200 403", "draft", body=SCANS, targets=DRAFT),
    Row("list_attendees",           "401 403 403 403 403 200 403 200 403"),
    Row("list_attendees",           "401 403 403 200 403 200 403 200 403", "by name", query={"q": "customer"}),
    Row("list_attendees",           "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("get_attendees_pdf",        "401 403 403 403 403 200 403 200 403"),
    Row("export_attendees",         "401 403 403 403 403 200 403 200 403"),
    Row("get_attendees_pdf",        "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("export_attendees",         "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("list_add_ons",             "401 403 403 403 403 200 403 200 403"),
    Row("export_add_ons",           "401 403 403 403 403 200 403 200 403"),
    Row("list_add_ons",             "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("export_add_ons",           "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("offer_transfer",           "401 201 404 404 404 404 404 201 403", body={"email": "else@test.example"}),
    Row("get_ticket_transfer",      "401 200 404 404 404 404 404 200 403", targets=OFFERED),
    Row("withdraw_transfer",        "401 200 404 404 404 404 404 200 403", targets=OFFERED),
    Row("cancel_ticket",            "401 403 404 404 404 200 404 200 403"),
    Row("refund_ticket",            "401 403 404 404 404 200 404 200 403", body={"reason": "Ill"}),
    Row("quote_refund",             "401 403 404 404 404 200 404 200 403"),
    Row("refund_tickets",           "401 403 404 404 404 200 404 200 403", body={"ticket_ids": ["$ticket_id"]}),
    Row("reissue_ticket",           "401 200 404 404 404 200 404 200 403"),
    Row("get_transfer",             "200 200 200 200 200 200 200 200 200"),
    Row("accept_transfer",          "401 200 200 200 200 200 200 200 403"),
    Row("decline_transfer",         "200 200 200 200 200 200 200 200 200"),

    Row("add_to_cart",              "401 201 201 201 201 201 201 201 403", body=TO_CART),
    Row("add_to_cart",              "401 201 403 403 403 403 403 201 403", "for", body=TO_CART_OF),
    Row("add_to_cart",              "401 404 404 404 404 409 404 409 403", "draft", body=DRAFT_TO_CART),
    Row("get_cart",                 "401 200 403 403 403 403 403 200 403"),
    Row("get_cart_total",           "401 200 403 403 403 403 403 200 403"),
    Row("change_cart_item",         "401 200 404 404 404 404 404 200 403", body={"quantity": 2}),
    Row("remove_cart_item",         "401 200 404 404 404 404 404 200 403"),
    Row("clear_cart",               "401 200 403 403 403 403 403 200 403"),
    Row("apply_discount",           "401 200 403 403 403 403 403 200 403", body=CODE),
    Row("remove_discount",          "401 200 403 403 403 403 403 200 403"),

    Row("place_order",              "401 201 201 201 201 201 201 201 403", body=ORDER),
    Row("place_order",              "401 201 403 403 403 201 403 201 403", "for", body=ORDER_FOR),
    Row("place_order",              "401 201 403 403 403 403 403 201 403", "mixed for", body=ORDER_OF_TWO),
    Row("place_order",              "401 404 404 404 404 409 404 409 403", "draft", body=ORDER_DRAFT),
    Row("place_order_from_cart",    "401 201 403 403 403 403 403 201 403"),
    Row("list_orders",              "401 200 200 200 200 200 200 200 403"),
    Row("list_orders",              "401 200 403 403 403 403 403 200 403", "of user", query={"user_id": "$customer"}),
    Row("list_orders",              "401 403 403 403 403 200 200 200 403", "managed", query={"managed": "true"}),
    Row("list_orders",              "401 200 200 200 200 200 200 200 403", "of event", query={"event_id": "$event"}),
    Row("export_orders",            "401 200 200 200 200 200 200 200 403"),
    Row("export_orders",            "401 200 403 403 403 403 403 200 403", "of user", query={"user_id": "$customer"}),
    Row("export_orders",            "401 403 403 403 403 200 200 200 403", "managed", query={"managed": "true"}),
    Row("get_order",                "401 200 404 404 404 200 404 200 403"),
    Row("get_order",                "401 200 404 404 404 200 200 200 403", "mixed", targets=MIXED),
    Row("watch_order",              "401 200 404 404 404 200 404 200 403"),
    Row("watch_order",              "401 200 404 404 404 404 404 200 403", "mixed", targets=MIXED),
    Row("edit_order",               "401 200 404 404 404 200 404 200 403", body=CONTACT),
    Row("edit_order",               "401 200 404 404 404 404 404 200 403", "mixed", body=CONTACT, targets=MIXED),
    Row("delete_order",             "401 200 404 404 404 200 404 200 403"),
    Row("delete_order",             "401 200 404 404 404 404 404 200 403", "mixed", targets=MIXED),
    Row("get_receipt",              "401 200 404 404 404 200 404 200 403", targets={"order_id": "paid_order"}),
    Row("get_receipt",              "401 200 404 404 404 404 404 200 403", "mixed", targets={"order_id": "paid_mixed_order"}),
    Row("get_seller",               "401 403 403 403 403 200 404 200 403", targets=SELLING),
    Row("set_seller",               "401 403 403 403 403 200 404 200 403", body=SELLER, targets=SELLING),
    Row("export_journal",           "401 403 403 403 403 200 404 200 403", targets=SELLING, query=JOURNAL),
    Row("export_platform_journal",  "401 403 403 403 403 403 403 200 403", query=JOURNAL),
    Row("get_billing",              "401 200 404 404 404 200 404 200 403", targets=BILLED),
    Row("give_billing",             "401 200 404 404 404 200 404 200 403", body={"name": "Company"}),
    Row("give_billing",             "401 200 404 404 404 404 404 200 403", "mixed", body={"name": "Company"}, targets=MIXED),
    Row("remove_billing",           "401 200 404 404 404 200 404 200 403"),
    Row("list_order_invoices",      "401 200 404 404 404 200 404 200 403", targets=BILLED),
    Row("list_order_invoices",      "401 200 404 404 404 200 200 200 403", "mixed", targets=PAID_MIXED),
    Row("issue_order_invoices",     "401 200 404 404 404 200 404 200 403", targets=PAID),
    Row("issue_order_invoices",     "401 200 404 404 404 404 404 200 403", "mixed", targets=PAID_MIXED),
    Row("list_invoices",            "401 403 403 403 403 200 200 200 403"),
    Row("list_invoices",            "401 403 403 403 403 200 403 200 403", "of seller", query={"seller_id": "$organizer"}),
    Row("export_invoices",          "401 403 403 403 403 200 200 200 403"),
    Row("get_invoice",              "401 200 404 404 404 200 404 200 403"),
    Row("get_invoice_document",     "401 200 404 404 404 200 404 200 403"),
    Row("list_balances",            "401 403 403 403 403 200 200 200 403"),
    Row("list_balances",            "401 403 403 403 403 200 403 200 403", "of organizer", query={"organizer_id": "$organizer"}),
    Row("get_statement",            "401 403 403 403 403 200 404 200 403", query=STATEMENT, targets=SELLING),
    Row("export_statement",         "401 403 403 403 403 200 404 200 403", query=STATEMENT, targets=SELLING),
    Row("get_statement_document",   "401 403 403 403 403 200 404 200 403", query=STATEMENT, targets=SELLING),
    Row("list_settlement_terms",    "401 403 403 403 403 200 404 200 403", targets=SELLING),
    Row("set_settlement_terms",     "401 403 403 403 403 403 403 201 403", body=NEW_TERMS, targets=SELLING),
    Row("list_organizer_payouts",   "401 403 403 403 403 200 200 200 403"),
    Row("list_organizer_payouts",   "401 403 403 403 403 200 403 200 403", "of organizer", query={"organizer_id": "$organizer"}),
    Row("record_organizer_payout",  "401 403 403 403 403 403 403 201 403", body=NEW_PAYOUT),
    Row("get_organizer_payout",     "401 403 403 403 403 200 404 200 403"),
    Row("reverse_organizer_payout", "401 403 403 403 403 403 403 201 403", body={"note": "Wrong."}),
    Row("get_bank_account",         "401 403 403 403 403 200 404 200 403", targets=SELLING),
    Row("set_bank_account",         "401 403 403 403 403 200 404 200 403", body=ACCOUNT, targets=SELLING),
    Row("remove_bank_account",      "401 403 403 403 403 200 404 200 403", targets=SELLING),
    Row("get_e_invoice",            "401 200 404 404 404 200 404 200 403"),
    Row("list_order_items",         "401 200 404 404 404 200 404 200 403"),
    Row("list_order_items",         "401 200 404 404 404 200 200 200 403", "mixed", targets=MIXED),
    Row("add_order_items",          "401 201 404 404 404 404 404 201 403", body=MORE),
    Row("cancel_order",             "401 200 404 404 404 200 404 200 403"),
    Row("cancel_order",             "401 200 404 404 404 404 404 200 403", "mixed", targets=MIXED),
    Row("set_order_status",         "401 403 404 404 404 200 404 200 403", "confirmed", body={"status": "confirmed"}),
    Row("set_order_status",         "401 403 404 404 404 200 404 200 403", "cancelled", body={"status": "cancelled"}),
    Row("set_order_status",         "401 403 404 404 404 404 404 200 403", "mixed confirmed", body={"status": "confirmed"}, targets=MIXED),
    Row("set_order_status",         "401 403 404 404 404 404 404 200 403", "mixed cancelled", body={"status": "cancelled"}, targets=MIXED),

    Row("start_payment",            "401 201 404 404 404 404 404 201 403", body={"order_id": "$order"}),
    Row("list_transactions",        "401 403 403 403 403 200 200 200 403"),
    Row("list_transactions",        "401 403 403 403 403 200 404 200 403", "of event", query={"of_event_id": "$event"}),
    Row("export_transactions",      "401 403 403 403 403 200 200 200 403"),
    Row("list_order_transactions",  "401 200 404 404 404 200 404 200 403", targets={"order_id": "paid_order"}),
    Row("list_order_transactions",  "401 200 404 404 404 200 200 200 403", "mixed", targets={"order_id": "paid_mixed_order"}),
    Row("get_transaction",          "401 200 404 404 404 200 404 200 403"),
    Row("get_transaction",          "401 200 404 404 404 200 200 200 403", "mixed", targets=MIXED_PAYMENT),
    Row("update_transaction",       "401 403 403 403 403 403 403 200 403", body={"note": "Counted."}),
    Row("set_transaction_status",   "401 403 403 403 403 200 404 200 403", body={"status": "success"}, targets=OPEN_PAYMENT),
    Row("give_up_payment",          "401 200 404 404 404 404 404 200 403", targets=OPEN_PAYMENT),
    Row("refund_payment",           "401 403 404 404 404 201 404 201 403"),
    Row("refund_payment",           "401 403 404 404 404 404 404 201 403", "mixed", targets=MIXED_PAYMENT),
    Row("get_transaction",          "401 200 404 404 404 200 404 200 403", "own part", targets=FAILED_MIXED_REFUND),
    Row("retry_refund",             "401 403 404 404 404 201 404 201 403", targets=FAILED_REFUND),
    Row("retry_refund",             "401 403 404 404 404 201 404 201 403", "own part", targets=FAILED_MIXED_REFUND),
    Row("record_paid_out",          "401 403 404 404 404 201 404 201 403", body={"note": "In cash."}, targets=FAILED_REFUND),
    Row("record_paid_out",          "401 403 404 404 404 201 404 201 403", "own part", body={"note": "In cash."}, targets=FAILED_MIXED_REFUND),
    Row("get_refund_progress",      "401 403 403 403 403 200 403 200 403"),
    Row("get_refund_progress",      "401 404 404 404 404 200 404 200 403", "draft", targets=DRAFT),
    Row("list_disputes",            "401 403 403 403 403 200 200 200 403"),
    Row("get_dispute",              "401 403 403 403 403 200 404 200 403"),
    Row("get_dispute",              "401 403 403 403 403 200 200 200 403", "mixed", targets={"dispute_id": "mixed_dispute"}),
    Row("list_payouts",             "401 403 403 403 403 403 403 200 403"),
    Row("get_payout",               "401 403 403 403 403 403 403 200 403"),
    Row("note_bank_amount",         "401 403 403 403 403 403 403 200 403", body={"bank_amount": "1.00"}),
    Row("list_provider_movements",  "401 403 403 403 403 403 403 200 403"),
    Row("list_provider_balances",   "401 403 403 403 403 403 403 200 403"),
    Row("refresh_provider_balances", "401 403 403 403 403 403 403 200 403"),
    Row("reconcile_transactions",   "401 403 403 403 403 403 403 200 403"),
    Row("receive_payment_webhook",  "200 200 200 200 200 200 200 200 200", body={}, headers=SIGNED),

    Row("list_discounts",           "401 403 403 403 403 200 200 200 403"),
    Row("create_discount",          "401 403 403 403 403 201 201 201 403", body=NEW_CODE),
    Row("create_discount",          "401 403 403 403 403 201 404 201 403", "event", body={**NEW_CODE, "event_id": "$event"}),
    Row("create_discount",          "401 403 403 403 403 201 404 201 403", "draft", body={**NEW_CODE, "ticket_type_id": "$draft_type"}),
    Row("export_discounts",         "401 403 403 403 403 200 200 200 403"),
    Row("create_codes",             "401 403 403 403 403 201 201 201 403", body=NEW_CODES),
    Row("create_codes",             "401 403 403 403 403 201 404 201 403", "event", body={**NEW_CODES, "event_id": "$event"}),
    Row("get_discount",             "401 403 403 403 403 200 404 200 403"),
    Row("get_discount",             "401 403 403 403 403 404 404 200 403", "global", targets={"discount_id": "global_discount"}),
    Row("update_discount",          "401 403 403 403 403 200 404 200 403", body={"max_uses": 5}),
    Row("update_discount",          "401 403 403 403 403 404 404 200 403", "global", body={"max_uses": 5}, targets={"discount_id": "global_discount"}),
    Row("delete_discount",          "401 403 403 403 403 200 404 200 403"),
    Row("list_webhooks",            "401 403 403 403 403 200 200 200 403"),
    Row("create_webhook",           "401 403 403 403 403 201 201 201 403", body=NEW_WEBHOOK),
    Row("get_webhook",              "401 403 403 403 403 200 404 200 403"),
    Row("get_webhook",              "401 403 403 403 403 404 404 200 403", "admin", targets=ADMINS_WEBHOOK),
    Row("update_webhook",           "401 403 403 403 403 200 404 200 403", body={"events": ["order.*"]}),
    Row("delete_webhook",           "401 403 403 403 403 200 404 200 403"),
    Row("rotate_webhook_secret",    "401 403 403 403 403 200 404 200 403"),
    Row("send_test_webhook",        "401 403 403 403 403 202 404 202 403"),
    Row("list_webhook_deliveries",  "401 403 403 403 403 200 404 200 403"),
    Row("list_webhook_deliveries",  "401 403 403 403 403 404 404 200 403", "admin", targets=ADMINS_WEBHOOK),
    Row("replay_webhook_delivery",  "401 403 403 403 403 202 404 202 403"),

    Row("get_dashboard",            "401 403 403 403 403 200 200 200 403"),
    Row("export_dashboard",         "401 403 403 403 403 200 200 200 403"),
    Row("get_dashboard",            "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("export_dashboard",         "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("get_dashboard",            "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("export_dashboard",         "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("list_audit_entries",       "401 403 403 403 403 403 403 200 403"),
    Row("list_movements",           "401 403 403 403 403 200 200 200 403"),
    Row("export_movements",         "401 403 403 403 403 200 200 200 403"),
    Row("list_movements",           "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("export_movements",         "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("list_movements",           "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("export_movements",         "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("get_sales_report",         "401 403 403 403 403 200 200 200 403"),
    Row("export_sales_report",      "401 403 403 403 403 200 200 200 403"),
    Row("get_sales_report",         "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("export_sales_report",      "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("get_sales_report",         "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("export_sales_report",      "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("get_revenue_report",       "401 403 403 403 403 200 200 200 403"),
    Row("export_revenue_report",    "401 403 403 403 403 200 200 200 403"),
    Row("get_revenue_report",       "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("export_revenue_report",    "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("get_revenue_report",       "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("get_tax_report",           "401 403 403 403 403 200 200 200 403"),
    Row("get_tax_report",           "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("get_tax_report",           "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("export_revenue_report",    "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("export_tax_report",        "401 403 403 403 403 200 200 200 403"),
    Row("export_tax_report",        "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("export_tax_report",        "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("get_users_report",         "401 403 403 403 403 200 200 200 403"),
    Row("export_users_report",      "401 403 403 403 403 200 200 200 403"),
    Row("get_users_report",         "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("export_users_report",      "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("get_users_report",         "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("export_users_report",      "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("get_tickets_report",       "401 403 403 403 403 200 200 200 403"),
    Row("export_tickets_report",    "401 403 403 403 403 200 200 200 403"),
    Row("get_tickets_report",       "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("export_tickets_report",    "401 403 403 403 403 200 404 200 403", "event", query=OF_EVENT),
    Row("get_tickets_report",       "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),
    Row("export_tickets_report",    "401 403 403 403 403 200 404 200 403", "draft", query=OF_DRAFT),

    Row("get_health",               "200 200 200 200 200 200 200 200 200"),
    Row("get_readiness",            "200 200 200 200 200 200 200 200 200"),
    Row("get_metrics",              "200 200 200 200 200 200 200 200 200"),
)
