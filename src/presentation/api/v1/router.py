"""Version 1 of the API: its prefix and its routes."""

from fastapi import FastAPI

from src.presentation.controllers import (
    add_on,
    analytics,
    api_key,
    apple_wallet,
    audit,
    auth,
    availability,
    booking,
    calendar,
    cancellation_policy,
    cart,
    complimentary,
    discount,
    dispute,
    door,
    event,
    event_management,
    invoice,
    journal,
    mail,
    movement,
    order,
    payout,
    poster,
    reservation,
    returns,
    settlement,
    ticket,
    ticket_document,
    ticket_type,
    transaction,
    transfer,
    user,
    venue,
    wallet,
    webhook,
)
from src.presentation.utils.own_routes import routes_below
from src.presentation.utils.responses import API_PREFIX

# Of the routes that match an address the first one counts.
CONTROLLERS = (
    availability,
    booking,
    order,
    transaction,
    dispute,
    payout,
    cart,
    event,
    event_management,
    complimentary,
    # Before the tickets: a code followed by .ics is no other code.
    calendar,
    wallet,
    # Before the tickets: a code there is all up to the next slash.
    ticket_document,
    ticket,
    returns,
    door,
    reservation,
    ticket_type,
    add_on,
    auth,
    transfer,
    discount,
    user,
    api_key,
    venue,
    poster,
    cancellation_policy,
    analytics,
    movement,
    audit,
    webhook,
    apple_wallet,
    invoice,
    journal,
    settlement,
    mail,
)


def include_v1(app: FastAPI) -> None:
    """Add the routes of each controller."""
    for controller in CONTROLLERS:
        app.router.routes.extend(routes_below(API_PREFIX, controller.router))
