"""What the scopes of API keys are open to, in plain words."""

from collections.abc import Mapping

from src.domain.shared.scopes import Scope
from src.presentation.web.visit import Visit


def scope_words(visit: Visit) -> Mapping[str, str]:
    """A phrase for each scope, in the order in which a form offers them."""
    _ = visit.gettext
    return {
        Scope.EVENTS_READ: _("Read events, ticket types, codes and gates"),
        Scope.EVENTS_WRITE: _("Make and change events, venues, ticket types and codes"),
        Scope.ORDERS_READ: _("Read orders, bookings, tickets, payments and invoices"),
        Scope.ORDERS_WRITE: _("Sell, cancel and refund"),
        Scope.CHECK_IN: _("Check tickets in, and read lists for the door"),
        Scope.ANALYTICS_READ: _("Read reports"),
        Scope.WEBHOOKS_WRITE: _("Read and change webhooks"),
        Scope.USERS_WRITE: _("Read and change accounts of others"),
    }
