"""Where somebody goes who has logged in."""

from src.presentation.web.visit import local_path

WAYS_IN = ("/login", "/logout", "/signup", "/forgot-password", "/reset-password", "/confirm-email")


def wanted_page(address: str) -> str:
    """The page that was wanted, if it is one of ours; `/` for those on the way in itself."""
    path = local_path(address)
    is_way_in = path.partition("?")[0].startswith(WAYS_IN)
    return "/" if is_way_in else path
