"""The words of the page of one's own data: parts, columns, and what values mean."""

from collections.abc import Mapping

from src.domain.entities.user import Role
from src.presentation.web.pages.account_keys_words import scope_words
from src.presentation.web.visit import Visit
from src.presentation.web.words import NAMES

Words = Mapping[str, str]


def group_names(visit: Visit) -> Words:
    """The heading of each group of parts."""
    _ = visit.gettext
    return {
        "account": _("Account"),
        "cart": _("Cart"),
        "orders": _("Orders and payments"),
        "tickets": _("Bookings and tickets"),
        "mails": _("Mails"),
        "work": _("As an organizer or at the door"),
        "history": _("What was done in your account"),
    }


def part_names(visit: Visit) -> Words:
    """The heading of each part of the data."""
    _ = visit.gettext
    return {
        "profile": _("Your details"),
        "browser_sessions": _("Browsers that are logged in"),
        "api_sessions": _("Programs that are logged in"),
        "api_keys": _("API keys"),
        "calendar_feeds": _("Your calendar"),
        "cart": _("Tickets in the cart"),
        "cart_discount": _("Discount code in the cart"),
        "orders": _("Orders"),
        "payments": _("Payments and refunds"),
        "billing": _("Whom invoices are for"),
        "invoices": _("Invoices"),
        "seller": _("What your invoices say of you"),
        "bank_account": _("Where you are paid"),
        "settlement_terms": _("What is kept of your sales"),
        "payouts": _("What you were paid"),
        "bookings": _("Bookings"),
        "tickets": _("Tickets"),
        "check_ins": _("Check-ins of your tickets"),
        "wallet_passes": _("Phones with a ticket in their wallet"),
        "transfers": _("Tickets given away or offered to you"),
        "mails": _("Mails that we sent you"),
        "events": _("Your events"),
        "venues": _("Your venues"),
        "discount_codes": _("Your discount codes"),
        "webhooks": _("Your webhooks"),
        "scanner_at": _("Events at which you check tickets"),
        "scans_made": _("Tickets that you scanned"),
        "audit_entries": _("Changes of your account"),
        "request_keys": _("Marks that keep a request from counting twice"),
    }


def labels(visit: Visit) -> Words:
    """What each column is called, and each value of an entry of the history."""
    return {**_person_labels(visit), **_sale_labels(visit), **_other_labels(visit)}


def _person_labels(visit: Visit) -> Words:
    _ = visit.gettext
    return {
        "id": _("Number"),
        "name": _("Name"),
        "full_name": _("Full name"),
        "email": _("E-mail address"),
        "phone": _("Phone"),
        "username": _("User name"),
        "password": _("Password"),
        "role": _("Kind of account"),
        "is_active": _("Active"),
        "awaits_verification": _("The address is still to be confirmed"),
        "language": _("Language"),
        "unwanted_mails": _("Mails that you go without"),
        "external_issuer": _("Log-in with"),
        "external_id": _("Number there"),
        "device": _("Device"),
        "created_at": _("Made"),
        "updated_at": _("Last changed"),
        "last_seen_at": _("Last seen"),
        "expires_at": _("Good until"),
        "used_at": _("Used"),
        "revoked_at": _("Ended"),
        "hint": _("How the secret begins"),
        "scopes": _("What it may do"),
        "last_used_at": _("Last used"),
    }


def _sale_labels(visit: Visit) -> Words:
    _ = visit.gettext
    return {
        "reference": _("Reference code"),
        "status": _("State"),
        "currency": _("Currency"),
        "subtotal": _("Tickets"),
        "discount_amount": _("Discount"),
        "discount_code": _("Discount code"),
        "fee_amount": _("Fees"),
        "tax_amount": _("Taxes"),
        "total_amount": _("Total"),
        "buyer_name": _("Your name at the time"),
        "refunded_amount": _("Goes back"),
        "kept_amount": _("Kept by the organizer"),
        "contact_name": _("Name of the contact"),
        "contact_email": _("E-mail address of the contact"),
        "contact_phone": _("Phone of the contact"),
        "notes": _("Your notes"),
        "order_id": _("Number of the order"),
        "quantity": _("Number of tickets"),
        "unit_price": _("What you give for each"),
        "is_complimentary": _("Given to you for nothing"),
        "booking_date": _("Booked"),
        "kind": _("Kind"),
        "provider": _("Paid through"),
        "payment_method": _("Paid with"),
        "amount": _("Amount"),
        "reason": _("Reason"),
        "failure": _("What went wrong"),
        "note": _("Note"),
        "settled_at": _("Settled"),
        "code": _("Code"),
        "street": _("Street and number"),
        "postal_code": _("Postal code"),
        "city": _("City"),
        "country": _("Country"),
        "vat_id": _("VAT id"),
        "tax_number": _("Tax number"),
        "is_small_business": _("A small business"),
        "allows_reverse_charge": _("Reverse charge"),
        "tax_rounding": _("Rounding of taxes"),
        "invoice_prefix": _("Prefix of the numbers"),
        "issued_at": _("Issued"),
        "holder": _("Account holder"),
        "iban": _("IBAN"),
        "other": _("Bank and account number"),
        "valid_from": _("Valid from"),
        "keeps_fees": _("Service fees are the platform's"),
        "commission_percent": _("Commission in per cent"),
        "commission_per_ticket": _("Commission for each ticket"),
        "receives_manual": _("Manual payments come to the platform"),
        "hold_back_days": _("Days after the event until it is paid"),
        "paid_on": _("Paid on"),
        "is_advance": _("An advance"),
        "reverses_id": _("Number of the payout that it takes back"),
        "recorded_at": _("Recorded"),
        "buyer_reference": _("Your reference on it"),
        "wants_e_invoice": _("You asked for an e-invoice"),
        "always_e_invoices": _("Always e-invoices"),
    }


def _other_labels(visit: Visit) -> Words:
    _ = visit.gettext
    return {
        "event": _("Event"),
        "event_id": _("Number of the event"),
        "title": _("Title"),
        "date_time": _("Begins"),
        "timezone": _("Time zone"),
        "location": _("Address of the venue"),
        "ticket_id": _("Number of the ticket"),
        "ticket_type": _("Kind of ticket"),
        "ticket_type_id": _("Number of the kind of ticket"),
        "booking_id": _("Number of the booking"),
        "ticket_code": _("Ticket code"),
        "price": _("Price"),
        "section": _("Section"),
        "row": _("Row"),
        "seat_number": _("Seat"),
        "seat_ids": _("Numbers of the seats"),
        "gate": _("Gate"),
        "at": _("When"),
        "is_given_by_you": _("Who gave it"),
        "offered_to": _("Offered to"),
        "closed_at": _("Closed"),
        "sent_at": _("Sent"),
        "url": _("Address"),
        "events": _("Events that it reports"),
        "scanner_id": _("Scanning device"),
        "scan_id": _("Mark of the scan"),
        "key": _("Mark"),
        "action": _("What happened"),
        "is_by_you": _("Done by you"),
        "before": _("Before"),
        "after": _("After"),
        "fields": _("Changed"),
    }


def value_words(visit: Visit) -> Mapping[str, Words]:
    """Words for values, by `part.column`; by the column alone where it is the same in all parts."""
    return {
        **_person_values(visit),
        **_sale_values(visit),
        "mails.kind": mail_kinds(visit),
        "unwanted_mails": mail_kinds(visit),
        "api_keys.scopes": scope_words(visit),
        "audit_entries.action": actions(visit),
        "fields": labels(visit),
    }


def _person_values(visit: Visit) -> Mapping[str, Words]:
    _ = visit.gettext
    scans = {"in": _("Came in"), "out": _("Went out"), "undo": _("Check-in taken back")}
    return {
        "role": {
            Role.CUSTOMER: _("Customer"),
            Role.ORGANIZER: _("Organizer"),
            Role.SCANNER: _("Scanner"),
            Role.ADMIN: _("Administrator"),
        },
        "language": {language.value: name for language, name in NAMES.items()},
        "check_ins.kind": scans,
        "scans_made.kind": scans,
        "is_given_by_you": {"true": _("You gave it away"), "false": _("Offered to you")},
        "": {"true": _("yes"), "false": _("no")},
    }


def _sale_values(visit: Visit) -> Mapping[str, Words]:
    _ = visit.gettext
    ends = {"confirmed": _("confirmed"), "cancelled": _("cancelled"), "expired": _("expired")}
    return {
        "orders.status": {
            **ends,
            "pending": _("waits for payment"),
            "completed": _("completed"),
        },
        "bookings.status": {**ends, "pending": _("held"), "refunded": _("refunded")},
        "tickets.status": {
            "reserved": _("held"),
            "active": _("valid"),
            "used": _("used"),
            "cancelled": _("cancelled"),
        },
        "transfers.status": {
            "offered": _("offered"),
            "accepted": _("accepted"),
            "declined": _("declined"),
            "withdrawn": _("withdrawn"),
            "expired": _("expired"),
            "ended": _("ended"),
        },
        "payments.kind": {
            "payment": _("Payment"),
            "refund": _("Refund"),
            "dispute": _("Dispute"),
        },
        "invoices.kind": {"invoice": _("Invoice"), "credit_note": _("Credit note")},
        "payments.status": {
            "pending": _("under way"),
            "success": _("done"),
            "failed": _("failed"),
            "refunded": _("paid back"),
        },
        "mails.status": {
            "waiting": _("waits"),
            "sending": _("is being sent"),
            "sent": _("sent"),
            "refused": _("refused"),
            "gave_up": _("given up"),
            "unknown": _("may have arrived"),
        },
        "events.status": {
            "draft": _("draft"),
            "active": _("on sale"),
            "completed": _("over"),
            "cancelled": _("cancelled"),
        },
    }


def mail_kinds(visit: Visit) -> Words:
    """What each mail says."""
    _ = visit.gettext
    return {
        "booking_confirmed": _("Booking confirmed"),
        "order_confirmed": _("Order confirmed"),
        "payment_reminder": _("Reminder to pay"),
        "payment_failed": _("Payment failed"),
        "payment_returned": _("Payment returned"),
        "payment_awaited": _("Payment awaited"),
        "refund": _("Money paid back"),
        "refund_failed": _("Refund failed"),
        "payout": _("Payout made"),
        "dispute_opened": _("Payment disputed"),
        "dispute_due": _("Dispute to be answered"),
        "dispute_won": _("Dispute won"),
        "dispute_lost": _("Dispute lost"),
        "event_changed": _("Event changed"),
        "event_cancelled": _("Event cancelled"),
        "tickets_cancelled": _("Tickets cancelled"),
        "transfer_offered": _("Ticket offered"),
        "ticket_given": _("Ticket given away"),
        "ticket_received": _("Ticket received"),
        "find_tickets": _("Link to your tickets"),
        "verify_email": _("Confirm the address"),
        "reset_password": _("Reset the password"),
    }


def actions(visit: Visit) -> Words:
    """What was done with an account."""
    _ = visit.gettext
    return {
        "user.signed_up": _("Signed up"),
        "user.first_seen": _("First log-in with another service"),
        "user.came_as_guest": _("Came as a guest"),
        "user.created": _("Account made"),
        "user.updated": _("Details changed"),
        "user.email_verified": _("E-mail address confirmed"),
        "user.password_forgotten": _("New password asked for"),
        "user.password_reset": _("Password reset"),
        "user.activated": _("Account opened again"),
        "user.deactivated": _("Account closed"),
        "user.deleted": _("Account deleted"),
        "user.exported": _("Data looked at or downloaded"),
        "session.ended": _("A device logged out"),
        "session.others_ended": _("All other devices logged out"),
        "session.reuse_detected": _("Programs logged out, as a token was used twice"),
        "calendar_feed.made": _("Calendar address made"),
        "calendar_feed.revoked": _("Calendar address ended"),
    }
