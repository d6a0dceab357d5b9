"""All pages: each noun has a router of its own, and forms are accepted from our pages alone."""

from fastapi import Depends, FastAPI

from src.presentation.web import static_files
from src.presentation.web.error_pages import error_page
from src.presentation.web.origin import require_own_origin
from src.presentation.web.pages import (
    account,
    account_data,
    account_details,
    account_sessions,
    home,
    language,
    login,
    login_password,
    login_provider,
    login_signup,
    offline,
    tickets,
    tickets_bookings,
    tickets_documents,
    transfers,
)
from src.presentation.web.visit import LogInFirst, log_in_first

PAGES = (
    home,
    language,
    login,
    login_signup,
    login_password,
    login_provider,
    account,
    account_details,
    account_sessions,
    account_data,
    offline,
    # The documents first: the address of a ticket's page would be theirs, too.
    tickets_documents,
    tickets,
    tickets_bookings,
    transfers,
)


def include_pages(app: FastAPI) -> None:
    """Add the pages, their static files, and the way to the log-in."""
    app.include_router(static_files.router)
    for page in PAGES:
        app.include_router(
            page.router, dependencies=[Depends(require_own_origin)], include_in_schema=False
        )
    app.state.error_page = error_page
    app.add_exception_handler(LogInFirst, log_in_first)
