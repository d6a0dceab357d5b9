"""Areas: the layout of tables in the picture, and the sections of the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from src.infrastructure.database.catalog import Table

COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the picture, with tables in columns from top to bottom.

    `band` is the index of its row of rectangles from the top, `first_column` that of its first
    column of tables from the left.
    """

    title: str
    about: str
    band: int
    first_column: int
    columns: Sequence[Sequence[str]]

    @property
    def tables(self) -> list[str]:
        return [name for column in self.columns for name in column]


AREAS = (
    Area(
        "People",
        "accounts, sessions, API keys, calendar feeds and mails",
        0,
        0,
        [
            ["users", "provider_log_ins", "mailings", "api_keys"],
            ["refresh_tokens", "web_sessions", "calendar_feeds", "mails"],
        ],
    ),
    Area("The door", "gates, and what was scanned at them", 0, 2, [["check_ins"], ["gates"]]),
    Area(
        "Webhooks",
        "who else hears of what happens",
        3,
        0,
        [["webhook_endpoints", "webhook_sold_out_events"], ["webhook_deliveries"]],
    ),
    Area(
        "Catalogue",
        "what is on sale, where and for how much",
        1,
        0,
        [
            ["venues", "venue_sections", "events", "event_scanners", "event_posters"],
            ["seats", "ticket_types", "discounts"],
        ],
    ),
    Area(
        "Selling",
        "from the cart to the ticket",
        1,
        2,
        [
            ["bookings", "tickets", "ticket_keys", "cart_discounts"],
            ["orders", "order_items", "cart_items"],
        ],
    ),
    Area(
        "In hand",
        "tickets that change hands, and passes on phones",
        3,
        2,
        [["transfers", "retired_ticket_codes"], ["pass_devices"]],
    ),
    Area(
        "Invoices and settlement",
        "who sells, invoices and credit notes, and what organizers are owed",
        4,
        0,
        [
            ["sellers", "invoices", "invoice_movements", "settlement_terms"],
            ["order_billing", "invoice_counters", "organizer_payouts", "bank_accounts"],
        ],
    ),
    Area(
        "Accounts",
        "what payment providers hold and pay out",
        4,
        2,
        [["payouts", "provider_balances"], ["provider_movements"]],
    ),
    Area(
        "Plumbing",
        "safe repetition, audit log and outbox, the fake provider",
        2,
        0,
        [
            ["idempotency_keys", "audit_log", "outbox"],
            ["fake_payments", "fake_refunds", "fake_disputes", "fake_movements", "fake_payouts"],
        ],
    ),
    Area(
        "Money",
        "payments, refunds, disputes, the ledger and its sums",
        2,
        2,
        [
            ["payment_events", "ledger_entries", "activity_quarters"],
            ["transactions", "refunded_tickets", "disputes"],
        ],
    ),
)

LIBRARIES = {"aerich": "applied migrations", "pgqueuer": "jobs and their schedules"}
"""Libraries with tables of their own, whose names begin with the library's, and their use."""


def library_of(table: str) -> str | None:
    """The library that a table belongs to; None for the application's tables."""
    name = table.partition("_")[0]
    return name if name in LIBRARIES else None


def require_places(tables: Iterable[Table]) -> None:
    """Raise LookupError unless each table of the application has a place in AREAS."""
    placed = {name for area in AREAS for name in area.tables}
    found = {table.name for table in tables if library_of(table.name) is None}
    if missing := sorted(found - placed):
        raise LookupError(f"Give {', '.join(missing)} a place in AREAS of {__file__}.")
    if left_over := sorted(placed - found):
        raise LookupError(f"Take {', '.join(left_over)} out of AREAS of {__file__}.")
