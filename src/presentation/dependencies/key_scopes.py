"""Which routes are open to API keys, by the names of the operations."""

from collections.abc import Mapping, Sequence

from src.domain.shared.scopes import Scope

OPEN: Mapping[Scope, Sequence[str]] = {
    Scope.EVENTS_READ: (
        *("list_events", "get_event", "get_availability", "watch_availability", "get_seat_map"),
        *("get_event_calendar", "list_event_ticket_types", "get_ticket_type"),
        *("count_available_tickets", "get_cancellation_policy", "preview_event_cancellation"),
        *("list_scanners", "list_gates", "list_discounts", "get_discount", "export_discounts"),
    ),
    Scope.EVENTS_WRITE: (
        *("create_event", "update_event", "delete_event", "duplicate_event"),
        *("set_poster", "remove_poster", "assign_scanners", "add_scanner", "replace_gates"),
        *("create_venue", "update_venue", "delete_venue", "add_seats", "remove_seat"),
        *("add_ticket_type", "update_ticket_type", "set_ticket_type_status"),
        *("delete_ticket_type", "set_cancellation_policy", "remove_cancellation_policy"),
        *("create_discount", "create_codes", "update_discount", "delete_discount"),
    ),
    Scope.ORDERS_READ: (
        *("list_bookings", "export_bookings", "list_user_bookings", "list_event_bookings"),
        *("list_user_bookings_by_event", "get_booking", "get_booking_tickets_pdf"),
        *("get_reservation", "list_user_reservations", "list_event_reservations"),
        *("list_user_tickets", "list_user_event_tickets", "list_event_tickets", "get_ticket"),
        *("get_ticket_pdf", "get_ticket_png", "get_ticket_calendar", "get_apple_pass"),
        *("get_google_wallet_link", "get_ticket_transfer", "quote_refund"),
        *("list_attendees", "export_attendees", "get_attendees_pdf", "list_complimentary"),
        *("list_add_ons", "export_add_ons", "get_cart", "get_cart_total"),
        *("list_orders", "export_orders", "get_order", "watch_order", "list_order_items"),
        *("get_receipt", "get_billing", "get_seller", "list_order_invoices", "list_invoices"),
        *("export_invoices", "get_invoice", "get_invoice_document", "get_e_invoice"),
        *("list_transactions", "export_transactions", "list_order_transactions"),
        *("get_transaction", "get_refund_progress", "list_disputes", "get_dispute"),
        *("list_payouts", "get_payout", "list_provider_movements", "list_provider_balances"),
        *("list_balances", "list_settlement_terms", "get_statement", "export_statement"),
        *("get_statement_document", "list_organizer_payouts", "get_organizer_payout"),
        "list_event_mails",
    ),
    Scope.ORDERS_WRITE: (
        *("book_tickets", "book_event_tickets", "confirm_booking", "cancel_booking"),
        *("delete_booking", "refund_booking", "set_booking_status", "give_tickets"),
        *("reserve_tickets", "extend_reservation", "confirm_reservation", "cancel_reservation"),
        *("offer_transfer", "withdraw_transfer", "accept_transfer"),
        *("cancel_ticket", "refund_ticket", "refund_tickets", "reissue_ticket"),
        *("add_to_cart", "change_cart_item", "remove_cart_item", "clear_cart"),
        *("apply_discount", "remove_discount", "place_order", "place_order_from_cart"),
        *("edit_order", "delete_order", "add_order_items", "cancel_order", "set_order_status"),
        *("give_billing", "remove_billing", "issue_order_invoices", "start_payment"),
        *("give_up_payment", "update_transaction", "set_transaction_status", "refund_payment"),
        *("retry_refund", "record_paid_out", "reconcile_transactions", "resend_mail"),
        *("refresh_provider_balances", "note_bank_amount"),
    ),
    Scope.CHECK_IN: (
        *("check_in_ticket", "check_in_by_code", "undo_check_in", "get_door_list"),
        "merge_scans",
    ),
    Scope.ANALYTICS_READ: (
        *("get_dashboard", "export_dashboard", "get_sales_report", "export_sales_report"),
        *("get_revenue_report", "export_revenue_report", "get_tax_report", "export_tax_report"),
        *("get_users_report", "export_users_report", "get_tickets_report"),
        *("export_tickets_report", "list_movements", "export_movements"),
        *("export_journal", "export_platform_journal"),
    ),
    Scope.WEBHOOKS_WRITE: (
        *("list_webhooks", "create_webhook", "get_webhook", "update_webhook", "delete_webhook"),
        *("rotate_webhook_secret", "send_test_webhook", "list_webhook_deliveries"),
        "replay_webhook_delivery",
    ),
    Scope.USERS_WRITE: (
        *("list_users", "create_user", "get_user", "get_user_by_username", "update_user"),
        *("activate_user", "deactivate_user"),
    ),
}
"""By the one scope that each needs."""

REFUSED = (
    # What gives or takes an account, or a secret that outlives the key.
    *("log_out", "get_me", "get_profile", "delete_user"),
    *("list_api_keys", "create_api_key", "rotate_api_key", "revoke_api_key"),
    *("create_calendar_feed", "revoke_calendar_feed"),
    # Who sells, where their money goes, and what everybody did: for people.
    *("set_seller", "list_audit_entries", "set_settlement_terms"),
    *("get_bank_account", "set_bank_account", "remove_bank_account"),
    *("record_organizer_payout", "reverse_organizer_payout"),
)
"""Open to nobody's key."""

SCOPES = {name: scope for scope, names in OPEN.items() for name in names}


def scope_of(operation: str | None) -> Scope | None:
    """The scope that the operation needs; None if it is open to no key, or not known here."""
    return SCOPES.get(operation) if operation is not None else None
