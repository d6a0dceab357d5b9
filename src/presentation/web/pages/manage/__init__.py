"""The pages on which organizers manage their events."""

from fastapi import APIRouter

from src.presentation.web.pages.manage import (
    add_ons,
    cancel,
    codes,
    codes_batch,
    details,
    events,
    invoices,
    journal,
    move,
    new_event,
    policy,
    poster,
    price_example,
    settlement,
    staff,
    types,
    webhooks,
)

router = APIRouter()
# Before the pages of one event: "new" is none.
for page in (
    *(price_example, new_event, events, details, policy, move, cancel, types, add_ons),
    *(poster, staff, codes_batch, codes, webhooks, invoices, journal, settlement),
):
    router.routes.extend(page.router.routes)
