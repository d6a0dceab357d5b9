"""The use cases that may read from a replica (DATABASE_REPLICA_URL), by their providers' names.

What they show may be as old as DATABASE_REPLICA_MAX_LAG allows, but for what the caller has
written. Here is what people look through: reports, tables, and the lists of organizers and
administrators. Never what a sale, a check-in or a payout is decided by, and nothing that begins a
unit of work or shares snapshots with what does; nor what buyers see of their own, which payment
providers and jobs change for them.
"""

REPORTS = frozenset(
    {
        *("read_dashboard", "read_sales", "read_revenue", "read_taxes", "read_users"),
        *("read_tickets", "read_sell_through", "read_concerns", "read_discrepancies"),
    }
)

TABLES = frozenset(
    {
        *("export_orders", "export_bookings", "export_transactions", "export_movements"),
        *("export_attendees", "print_attendees", "export_add_ons", "export_discounts"),
        *("export_invoices", "export_journal", "export_platform_journal"),
    }
)

LISTS = frozenset(
    {
        *("list_sold_orders", "list_sold_bookings", "list_sold_transactions", "list_bookings"),
        *("list_event_bookings", "list_transactions", "list_movements", "list_refunds"),
        *("list_disputes", "list_add_ons", "list_complimentary", "list_invoices"),
        *("list_discounts", "list_managed_events", "list_event_choices"),
        *("list_mails", "list_all_mails"),
        *("list_users", "list_audit_entries", "list_payouts", "list_provider_movements"),
    }
)

PUBLIC = frozenset({"list_events", "browse_venues"})

REPLICA_READS = REPORTS | TABLES | LISTS | PUBLIC
