"""What the organizer of the season is owed: terms, an order that is paid, and a payout."""

from datetime import UTC, datetime
from decimal import Decimal

from src.application.selling.change_order import ChangeOrderCommand
from src.application.selling.purchase import OrderItemRequest
from src.application.use_cases.order.place_order import PlaceOrderCommand
from src.application.use_cases.settlement.record_organizer_payout import (
    RecordOrganizerPayoutCommand,
)
from src.application.use_cases.settlement.set_terms import SetTermsCommand
from src.container import Container
from src.domain.entities.bank_account import BankAccount
from src.domain.entities.event import Payment
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventFilter
from src.domain.repositories.page import PageRequest
from src.domain.repositories.settlement import OrganizerPayoutFilter

TICKETS = 2


async def settle(container: Container, admin: Actor, organizer: Actor) -> None:
    """Add all of it, unless a payout is there already."""
    settlement = container.settlement
    mine = OrganizerPayoutFilter(organizer.id)
    if (await settlement.list_organizer_payouts().execute(organizer, mine, PageRequest())).items:
        return
    account = BankAccount(
        user_id=organizer.id, holder="Riverside Stages", iban="DE89 3704 0044 0532 0130 00"
    )
    await settlement.set_bank_account().execute(organizer, account)
    now = datetime.now(UTC)
    wanted = EventFilter(ends_after=now, is_available=True)
    found = await container.adapters.events().search(wanted, PageRequest(sort="date_time"))
    event = next(
        event
        for event in found.items
        if event.organizer_id == organizer.id
        and event.payment is Payment.ONLINE
        and not event.is_seated
        and (event.max_tickets_per_user or TICKETS) >= TICKETS
        and (event.sales_start is None or event.sales_start < now)
    )
    terms = SetTermsCommand(
        organizer_id=organizer.id,
        currency=event.currency,
        keeps_fees=True,
        commission_percent=Decimal("2.50"),
        receives_manual=True,
        hold_back_days=3,
    )
    await settlement.set_terms().execute(admin, terms)
    (ticket_type, *_) = await container.adapters.ticket_types().of_event(event.id)
    items = [OrderItemRequest(ticket_type.id, TICKETS)]
    placed = await container.selling.place_order().execute(admin, PlaceOrderCommand(items=items))
    order = placed.result
    # As a transfer that came to the platform.
    await container.selling.confirm_order().execute(organizer, ChangeOrderCommand(order.id))
    payout = RecordOrganizerPayoutCommand(
        organizer_id=organizer.id,
        currency=event.currency,
        amount=Decimal(50),
        paid_on=now.date(),
        reference="Advance 1",
        note="For the posters.",
        is_advance=True,
    )
    await settlement.record_organizer_payout().execute(admin, payout)
