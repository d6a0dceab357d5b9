"""What organizers are owed, in the sample data and in the season: terms, paid orders, payouts."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from src.application.selling.change_order import ChangeOrderCommand
from src.application.selling.purchase import OrderItemRequest
from src.application.use_cases.order.place_order import PlaceOrderCommand
from src.application.use_cases.settlement.record_organizer_payout import (
    RecordOrganizerPayoutCommand,
)
from src.application.use_cases.settlement.set_terms import SetTermsCommand
from src.container import Container
from src.domain.entities.bank_account import BankAccount
from src.domain.entities.event import Event, Payment
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventFilter
from src.domain.repositories.page import PageRequest
from src.domain.repositories.settlement import OrganizerPayoutFilter

TICKETS = 2
IBAN = "DE89 3704 0044 0532 0130 00"


async def settle_sample(container: Container, admin: Actor, event: Event) -> None:
    """All that the administrator's event has brought in is paid out, unless it was before."""
    if await _is_paid(container, admin):
        return
    balances = await container.settlement.list_balances().execute(admin, admin.id, PageRequest())
    (owed,) = (found.owed for found in balances.items if found.currency == event.currency)
    await _say_account(container, admin, "Ada Admin")
    await _pay_out(container, admin, admin, event, owed, "Transfer 1", "All of the first month.")


async def agree_sample(container: Container, admin: Actor, event: Event) -> None:
    """The terms of the administrator's own events, unless there are any."""
    if not await container.settlement.read_terms().execute(admin, admin.id):
        await _agree(container, admin, admin, event, commission_percent=Decimal(10))


async def settle(container: Container, admin: Actor, organizer: Actor) -> None:
    """Add terms, an order and an advance to the season's organizer, unless they were paid."""
    if await _is_paid(container, organizer):
        return
    await _say_account(container, organizer, "Riverside Stages")
    event = await _one_to_come(container, organizer)
    terms = {"keeps_fees": True, "commission_percent": Decimal("2.50"), "hold_back_days": 3}
    await _agree(container, admin, organizer, event, **terms)
    await sell(container, admin, organizer, event, TICKETS)
    await _pay_out(container, admin, organizer, event, Decimal(50), "Advance 1", "For the posters.")


async def sell(
    container: Container, buyer: Actor, organizer: Actor, event: Event, quantity: int
) -> None:
    """Sell tickets of the first type, paid by a transfer that came to the platform."""
    (ticket_type, *_) = await container.adapters.ticket_types().of_event(event.id)
    items = [OrderItemRequest(ticket_type.id, quantity)]
    placed = await container.selling.place_order().execute(buyer, PlaceOrderCommand(items=items))
    await confirm(container, organizer, placed.result.id)


async def confirm(container: Container, organizer: Actor, order_id: int) -> None:
    """The transfer for the order has come."""
    await container.selling.confirm_order().execute(organizer, ChangeOrderCommand(order_id))


async def _is_paid(container: Container, organizer: Actor) -> bool:
    mine = OrganizerPayoutFilter(organizer.id)
    use_case = container.settlement.list_organizer_payouts()
    return bool((await use_case.execute(organizer, mine, PageRequest())).items)


async def _say_account(container: Container, organizer: Actor, holder: str) -> None:
    account = BankAccount(user_id=organizer.id, holder=holder, iban=IBAN)
    await container.settlement.set_bank_account().execute(organizer, account)


async def _one_to_come(container: Container, organizer: Actor) -> Event:
    """An event of the organizer that is paid online, without seats, and on sale."""
    now = datetime.now(UTC)
    wanted = EventFilter(ends_after=now, is_available=True)
    found = await container.adapters.events().search(wanted, PageRequest(sort="date_time"))
    return next(
        event
        for event in found.items
        if event.organizer_id == organizer.id
        and event.payment is Payment.ONLINE
        and not event.is_seated
        and (event.max_tickets_per_user or TICKETS) >= TICKETS
        and (event.sales_start is None or event.sales_start < now)
    )


async def _agree(
    container: Container, admin: Actor, organizer: Actor, event: Event, **terms: Any
) -> None:
    command = SetTermsCommand(
        organizer_id=organizer.id, currency=event.currency, receives_manual=True, **terms
    )
    await container.settlement.set_terms().execute(admin, command)


async def _pay_out(
    container: Container,
    admin: Actor,
    organizer: Actor,
    event: Event,
    amount: Decimal,
    reference: str,
    note: str,
) -> None:
    payout = RecordOrganizerPayoutCommand(
        organizer_id=organizer.id,
        currency=event.currency,
        amount=amount,
        paid_on=datetime.now(UTC).date(),
        reference=reference,
        note=note,
        is_advance=True,
    )
    await container.settlement.record_organizer_payout().execute(admin, payout)
