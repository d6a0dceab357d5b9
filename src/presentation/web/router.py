"""All pages: each noun has a router of its own, and forms are accepted from our pages alone."""

from fastapi import FastAPI

from src.presentation.utils.own_routes import hidden_routes
from src.presentation.web import static_files
from src.presentation.web.error_pages import error_page
from src.presentation.web.origin import from_own_origin
from src.presentation.web.pages import (
    account,
    account_data,
    account_details,
    account_keys,
    account_sessions,
    admin,
    admin_audit,
    admin_journal,
    admin_money,
    admin_payouts,
    admin_queues,
    admin_settlement,
    admin_users,
    checkout,
    checkout_cart,
    checkout_fake,
    checkout_guest,
    checkout_hold,
    checkout_invoices,
    checkout_order,
    discovery,
    door,
    event,
    events,
    exports,
    home,
    language,
    login,
    login_password,
    login_provider,
    login_signup,
    manage,
    offline,
    other_names,
    pictures,
    sales_bookings,
    sales_dashboard,
    sales_disputes,
    sales_event,
    sales_guests,
    sales_mails,
    sales_orders,
    sales_refunds,
    sales_reports,
    sales_returns,
    seats,
    sold_lists,
    tickets,
    tickets_bookings,
    tickets_documents,
    tickets_returns,
    transfers,
    venue_editor,
    venue_editor_sections,
    venues,
)
from src.presentation.web.visit import LogInFirst, log_in_first

PAGES = (
    event,
    checkout,
    checkout_cart,
    checkout_guest,
    checkout_hold,
    checkout_invoices,
    checkout_order,
    door,
    home,
    events,
    venues,
    pictures,
    language,
    login,
    login_signup,
    login_password,
    login_provider,
    account,
    account_details,
    account_keys,
    account_sessions,
    account_data,
    discovery,
    other_names,
    manage,
    sales_dashboard,
    sales_event,
    sold_lists,
    sales_orders,
    sales_mails,
    sales_returns,
    sales_bookings,
    sales_guests,
    sales_refunds,
    sales_disputes,
    sales_reports,
    exports,
    admin,
    admin_users,
    admin_audit,
    admin_journal,
    admin_money,
    admin_payouts,
    admin_settlement,
    admin_journal,
    admin_queues,
    seats,
    venue_editor,
    venue_editor_sections,
    offline,
    # The documents first: the address of a ticket's page would be theirs, too.
    tickets_documents,
    tickets,
    tickets_returns,
    tickets_bookings,
    transfers,
)


def include_pages(app: FastAPI) -> None:
    """Add the pages, their static files, and the way to the log-in."""
    app.include_router(static_files.router)
    for page in PAGES:
        app.router.routes.extend(hidden_routes(page.router, from_own_origin))
    app.state.error_page = error_page
    app.add_exception_handler(LogInFirst, log_in_first)


def include_fake_payments(app: FastAPI) -> None:
    """Add the payment page of the fake provider, where that is enabled.

    It stands for another party's page: its address is the secret, no cookie is looked at, and
    developers pay there with curl.
    """
    app.include_router(checkout_fake.router, include_in_schema=False)
