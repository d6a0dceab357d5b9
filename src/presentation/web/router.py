"""All pages: each noun has a router of its own, and forms are accepted from our pages alone."""

from fastapi import Depends, FastAPI

from src.presentation.web import static_files
from src.presentation.web.origin import require_own_origin
from src.presentation.web.pages import home, language, login
from src.presentation.web.visit import LogInFirst, log_in_first

PAGES = (
    home,
    language,
    login,
)


def include_pages(app: FastAPI) -> None:
    """Add the pages, their static files, and the way to the log-in."""
    app.include_router(static_files.router)
    for page in PAGES:
        app.include_router(
            page.router, dependencies=[Depends(require_own_origin)], include_in_schema=False
        )
    app.add_exception_handler(LogInFirst, log_in_first)
