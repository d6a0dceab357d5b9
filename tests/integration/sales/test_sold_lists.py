"""What organizers look through: orders, bookings, refunds, stock, and what needs a person."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.application.dtos.sold import (
    ConcernKind,
    RefundState,
    SoldSearch,
    SoldSort,
    SoldTransaction,
    TransactionSearch,
)
from src.application.ports.payments import ProviderState
from src.application.use_cases.sales.list_sold_orders import SoldOrders
from src.container import Container
from src.domain.entities.order import OrderStatus
from src.domain.entities.user import Role
from src.domain.errors import Forbidden, NotFound, ValidationFailed
from src.domain.repositories.page import Cursor, PageRequest
from tests.support.api import Api, MovableClock, Person
from tests.support.orders import item, manual_payment, order_of, pay, place, send_webhook, start
from tests.support.payments import ScriptedProvider

NEWEST = PageRequest(50, SoldSort.NEWEST)


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer, title="Own", payment="online")


@pytest.fixture
async def rival(api: Api) -> dict[str, Any]:
    return await api.event(await api.person(Role.ORGANIZER), title="Rival", payment="online")


async def orders(api: Api, who: Person, page: PageRequest = NEWEST, **wanted: Any) -> SoldOrders:
    container: Container = api.container
    use_case = container.sold.list_sold_orders()
    return await use_case.execute(who.actor, SoldSearch(**wanted), page)


def ids(found: SoldOrders) -> list[int]:
    return [order.id for order in found.page.items]


async def test_organizer_sees_orders_that_have_a_line_of_theirs(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], rival: dict[str, Any]
) -> None:
    own = await order_of(api, buyer, event)
    foreign = await order_of(api, buyer, rival)
    shared = await order_of(api, buyer, event, rival, quantity=1)
    admin = await api.person(Role.ADMIN)
    assert ids(await orders(api, organizer)) == [shared["id"], own["id"]]
    assert ids(await orders(api, organizer, event_id=event["id"])) == [shared["id"], own["id"]]
    assert ids(await orders(api, admin)) == [shared["id"], foreign["id"], own["id"]]
    with pytest.raises(Forbidden):
        await orders(api, buyer)
    with pytest.raises(NotFound):
        await orders(api, organizer, event_id=rival["id"])


async def test_of_a_shared_order_an_organizer_sees_their_own_lines(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], provider: ScriptedProvider
) -> None:
    rival = await api.person(Role.ORGANIZER)
    dear = await api.event(rival, title="Rival", payment="online", price="70.00")
    shared = await order_of(api, buyer, event, dear, quantity=1)
    payment = await pay(api, buyer, provider, shared)
    admin = await api.person(Role.ADMIN)
    await api.post(f"/transactions/{payment['id']}/refund", admin, {"amount": "38.00"})
    seen = {}
    for who in (organizer, rival, admin):
        (listed,) = (found := await orders(api, who)).page.items
        (total,) = found.sums
        assert (total.amount, total.refunded) == (listed.total_amount, listed.refunded_amount)
        seen[who.id] = listed
    own = seen[organizer.id]
    assert (own.events, own.tickets, own.is_whole) == ("Own", 1, False)
    assert (own.total_amount, own.refunded_amount) == (Decimal(25), Decimal(10))
    theirs = seen[rival.id]
    assert (theirs.events, theirs.total_amount, theirs.refunded_amount) == (
        "Rival",
        Decimal(70),
        Decimal(28),
    )
    whole = seen[admin.id]
    assert (whole.events, whole.is_whole, whole.total_amount) == ("Own, Rival", True, Decimal(95))
    assert whole.refunded_amount == Decimal(38)


async def transactions(api: Api, who: Person, **wanted: Any) -> list[SoldTransaction]:
    use_case = api.container.sold.list_sold_transactions()
    found = await use_case.execute(who.actor, TransactionSearch(**wanted), NEWEST)
    return list(found.page.items)


async def test_of_a_payment_of_a_shared_order_an_organizer_sees_their_part(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], provider: ScriptedProvider
) -> None:
    rival = await api.person(Role.ORGANIZER)
    dear = await api.event(rival, title="Rival", payment="online", price="70.00")
    shared = await order_of(api, buyer, event, dear, quantity=1)
    started = await start(api, buyer, shared)
    admin = await api.person(Role.ADMIN)
    for who, amount in ((organizer, 25), (rival, 70), (admin, 95)):
        (listed,) = await transactions(api, who)
        assert listed.transaction.id == started["id"]
        assert listed.transaction.amount == Decimal(amount)
    payment = await pay(api, buyer, provider, shared)
    booking = next(b for b in shared["bookings"] if b["event_id"] == dear["id"])
    response = await api.put(f"/bookings/{booking['id']}/refund", rival)
    assert response.status_code == 200, response.text
    (listed,) = await transactions(api, organizer)
    assert (listed.transaction.id, listed.transaction.amount) == (payment["id"], Decimal(25))
    assert (listed.transaction.refunded_amount, listed.is_whole) == (Decimal(0), False)
    refund, listed = await transactions(api, rival)
    assert (refund.transaction.is_payment, refund.transaction.amount) == (False, Decimal(70))
    assert listed.transaction.amount == listed.transaction.refunded_amount == Decimal(70)
    amounts = [sold.transaction.amount for sold in await transactions(api, admin)]
    assert amounts == [Decimal(70), Decimal(95)]
    assert await transactions(api, await api.person(Role.ORGANIZER)) == []


async def test_what_bought_nothing_of_a_shared_order_is_no_organizers(
    api: Api,
    organizer: Person,
    buyer: Person,
    clock: MovableClock,
    event: dict[str, Any],
    rival: dict[str, Any],
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    """Money that came too late for it, which goes back as it came."""
    shared = await order_of(api, buyer, event, rival, quantity=1)
    started = await start(api, buyer, shared)
    clock.move(hours=1)
    await api.container.settling.settle_orders().execute()
    organizer, admin = api.renewed(organizer), await api.person(Role.ADMIN)
    await connection.execute("UPDATE events SET status = 'cancelled' WHERE id = $1", rival["id"])
    provider.refund_state = ProviderState.OPEN
    provider.pay(await api.container.adapters.transactions().get(started["id"]))
    assert await send_webhook(api, provider, started["id"]) == "recorded"
    refund, payment = await transactions(api, admin)
    assert (payment.transaction.status, refund.transaction.status) == ("success", "pending")
    use_case = api.container.sold.list_sold_transactions()
    found = await use_case.execute(organizer.actor, TransactionSearch(), NEWEST)
    assert (found.page.items, found.sums) == ([], [])


@pytest.mark.parametrize(("refunded", "parts"), [(None, []), ("26.00", [("5.00", "15.00")])])
async def test_of_a_refund_under_way_what_was_paid_too_much_is_no_organizers(
    refunded: str | None,
    parts: list[tuple[str, str]],
    api: Api,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    """It goes back first: 6.00 of 106.00 were too much, and of the rest they have 25 and 75."""
    rival = await api.person(Role.ORGANIZER)
    dear = await api.event(rival, title="Rival", payment="online", price="75.00")
    shared = await order_of(api, buyer, event, dear, quantity=1)
    started = await start(api, buyer, shared)
    provider.refund_state = ProviderState.FAILED if refunded else ProviderState.OPEN
    payment = await api.container.adapters.transactions().get(started["id"])
    provider.pay(payment, Decimal("106.00"))
    assert await send_webhook(api, provider, started["id"]) == "recorded"
    if refunded:
        provider.refund_state = ProviderState.OPEN
        admin = await api.person(Role.ADMIN)
        path = f"/transactions/{started['id']}/refund"
        assert (await api.post(path, admin, {"amount": refunded})).status_code == 201
    seen = [
        [
            listed.transaction.amount
            for listed in await transactions(api, who)
            if not listed.transaction.is_payment
        ]
        for who in (organizer, rival)
    ]
    assert seen == [[Decimal(part[of]) for part in parts] for of in (0, 1)]


async def test_order_in_the_list_says_who_bought_what_for_how_much(
    api: Api,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    order = await order_of(api, buyer, event)
    payment = await pay(api, buyer, provider, order)
    await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "20.00"})
    await order_of(api, buyer, event, quantity=1)
    found = await orders(api, organizer, status="confirmed")
    (listed,) = found.page.items
    assert (listed.reference, listed.status) == (order["reference"], OrderStatus.CONFIRMED)
    assert (listed.name, listed.email) == (buyer.user.name, buyer.user.email)
    assert (listed.events, listed.tickets) == ("Own", 2)
    assert (listed.total_amount, listed.refunded_amount) == (Decimal(50), Decimal(20))
    (total,) = (await orders(api, organizer)).sums
    # The order that waits for its payment is counted, and brings nothing yet.
    assert (total.number, total.tickets) == (2, 2)
    assert (total.amount, total.refunded) == (Decimal(50), Decimal(20))


async def test_add_ons_are_no_tickets_of_an_order_and_part_of_its_amount(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], provider: ScriptedProvider
) -> None:
    body = {"name": "T-shirt", "admits": False, "price": "15.00", "capacity": 5}
    shirt = (await api.post(f"/events/{event['id']}/ticket-types", organizer, body)).json()
    shirts = {"ticket_type_id": shirt["id"], "quantity": 3}
    order = (await place(api, buyer, await item(api, event, 2), shirts)).json()
    await pay(api, buyer, provider, order)
    found = await orders(api, organizer)
    (listed,), (total,) = found.page.items, found.sums
    assert (listed.tickets, listed.total_amount) == (2, Decimal(95))
    assert (total.tickets, total.amount) == (2, Decimal(95))


async def test_orders_are_found_by_name_address_reference_and_ticket(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], provider: ScriptedProvider
) -> None:
    order = await order_of(api, buyer, event)
    await pay(api, buyer, provider, order)
    await order_of(api, await api.person(), event, quantity=1)
    read = (await api.get(f"/orders/{order['id']}", buyer)).json()
    booking = read["bookings"][0]
    code = booking["tickets"][0]["ticket_code"]
    assert buyer.user.email
    for q in (buyer.user.email[1:], order["reference"].lower(), booking["reference"], code):
        assert ids(await orders(api, organizer, q=q)) == [order["id"]], q
    for q in ("%", "_", "nobody's"):
        assert ids(await orders(api, organizer, q=q)) == [], q


async def test_organizer_learns_nobody_whom_they_sold_to_unasked(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any]
) -> None:
    items = [{"ticket_type_id": (await types(api, event))[0], "quantity": 1}]
    response = await api.post("/orders", organizer, {"items": items, "user_id": buyer.id})
    assert response.status_code == 201, response.text
    (listed,) = (await orders(api, organizer)).page.items
    assert (listed.name, listed.email) == (None, None)
    assert buyer.user.email
    assert ids(await orders(api, organizer, q=buyer.user.email)) == []
    (listed,) = (await orders(api, await api.person(Role.ADMIN))).page.items
    assert listed.email == buyer.user.email


async def types(api: Api, event: dict[str, Any]) -> list[int]:
    found = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    return [kind["id"] for kind in found]


@pytest.mark.parametrize(
    ("sort", "order"),
    [(SoldSort.NEWEST, [2, 1, 0]), (SoldSort.OLDEST, [0, 1, 2]), (SoldSort.HIGHEST, [1, 2, 0])],
)
async def test_every_order_is_on_one_page(
    api: Api,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    sort: SoldSort,
    order: list[int],
) -> None:
    made = [(await order_of(api, buyer, event, quantity=quantity))["id"] for quantity in (1, 3, 1)]
    seen: list[int] = []
    page = PageRequest(1, sort)
    while True:
        found = (await orders(api, organizer, page)).page
        seen += [listed.id for listed in found.items]
        if found.next is None:
            break
        page = replace(page, after=found.next)
    assert seen == [made[number] for number in order]


@pytest.mark.parametrize("of", ["orders", "bookings"])
async def test_highest_amounts_are_those_of_each_currency(
    api: Api, organizer: Person, buyer: Person, of: str
) -> None:
    made: dict[str, list[int]] = {}
    for currency, price in (("THB", "900"), ("EUR", "20"), ("JPY", "3000"), ("EUR", "1500")):
        event = await api.event(organizer, currency=currency, price=price, payment="online")
        order = await order_of(api, buyer, event, quantity=1)
        found = order if of == "orders" else order["bookings"][0]
        made.setdefault(currency, []).insert(0, found["id"])
    seen: list[int] = []
    page = PageRequest(1, SoldSort.HIGHEST)
    sold = api.container.sold
    use_case = sold.list_sold_orders() if of == "orders" else sold.list_sold_bookings()
    while True:
        listed = (await use_case.execute(organizer.actor, SoldSearch(), page)).page
        seen += [item.id for item in listed.items]
        if listed.next is None:
            break
        page = replace(page, after=listed.next)
    assert seen == [*made["EUR"], *made["JPY"], *made["THB"]]


@pytest.mark.parametrize(
    "after",
    [
        Cursor("oldest", "1", 1),
        *(Cursor("highest", value, 1) for value in ("EUR NaN", "EUR much", "12.00", "e\x00r 1")),
    ],
)
async def test_cursor_of_another_list_is_refused(
    api: Api, organizer: Person, after: Cursor
) -> None:
    with pytest.raises(ValidationFailed):
        await orders(api, organizer, PageRequest(1, SoldSort.HIGHEST, after))


async def test_bookings_are_those_of_own_events_also_in_orders_of_several(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], rival: dict[str, Any]
) -> None:
    shared = await order_of(api, buyer, event, rival, quantity=1)
    use_case = api.container.sold.list_sold_bookings()
    found = await use_case.execute(organizer.actor, SoldSearch(), NEWEST)
    (listed,) = found.page.items
    assert (listed.event_id, listed.order_id) == (event["id"], shared["id"])
    assert (listed.name, listed.quantity) == (buyer.user.name, 1)
    search = SoldSearch(q=shared["reference"], status="confirmed")
    assert (await use_case.execute(organizer.actor, search, NEWEST)).page.items == []


async def test_refunds_are_listed_by_state(
    api: Api,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    provider: ScriptedProvider,
) -> None:
    order = await order_of(api, buyer, event)
    payment = await manual_payment(api, buyer, await api.person(Role.ADMIN), order)
    await api.post(f"/transactions/{payment['id']}/refund", organizer, {"amount": "5.00"})
    use_case = api.container.oversight.list_refunds()
    page = PageRequest(10, "-id")
    (open_,) = (await use_case.execute(organizer.actor, RefundState.OPEN, page)).items
    assert (open_.order_id, open_.amount, open_.is_owed) == (order["id"], Decimal(5), False)
    for state in (RefundState.FAILED, RefundState.DONE):
        assert (await use_case.execute(organizer.actor, state, page)).items == []
    rival = await api.person(Role.ORGANIZER)
    assert (await use_case.execute(rival.actor, None, page)).items == []


async def test_sell_through_counts_what_is_sold_held_and_left(
    api: Api, organizer: Person, buyer: Person, event: dict[str, Any], rival: dict[str, Any]
) -> None:
    await order_of(api, buyer, event, quantity=3)
    use_case = api.container.oversight.read_sell_through()
    (found,) = await use_case.execute(organizer.actor)
    assert (found.event_id, found.capacity) == (event["id"], 10)
    assert (found.sold, found.held, found.left) == (0, 3, 7)
    (kind,) = found.ticket_types
    assert (kind.held, kind.left) == (3, 7)
    with pytest.raises(NotFound):
        await use_case.execute(organizer.actor, rival["id"])


async def test_concerns_name_what_needs_a_person(
    api: Api,
    organizer: Person,
    buyer: Person,
    event: dict[str, Any],
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    full = await api.event(organizer, title="Full", capacity=1)
    await api.book(buyer, full["id"])
    order = await order_of(api, buyer, event)
    payment = await manual_payment(api, buyer, await api.person(Role.ADMIN), order)
    part = {"amount": "5.00"}
    by_hand = (await api.post(f"/transactions/{payment['id']}/refund", organizer, part)).json()
    late = await order_of(api, buyer, event, quantity=1)
    await start(api, buyer, late, provider="manual")
    other = await order_of(api, buyer, event, quantity=1)
    given_up = await start(api, buyer, other, provider="manual")
    await api.post(f"/transactions/{given_up['id']}/cancel", buyer)
    await connection.execute("UPDATE mails SET status = 'refused', next_at = NULL")
    await connection.execute(
        "UPDATE events SET date_time = now() + interval '2 hours' WHERE id = $1", full["id"]
    )
    clock.move(hours=1)
    await api.container.settling.settle_orders().execute()
    await api.container.settling.reconcile().settle_open_payments()
    read = api.container.oversight.read_concerns()
    concerns = await read.execute(organizer.actor)
    found = {concern.kind: concern for concern in concerns}
    # A transfer that its buyer gave up is awaited by nobody.
    kinds = [concern.kind for concern in concerns]
    assert kinds.count(ConcernKind.OVERDUE_TRANSFER) == 1
    assert {
        ConcernKind.STARTS_WITHOUT_SCANNERS,
        ConcernKind.MANUAL_REFUND,
        ConcernKind.OVERDUE_TRANSFER,
        ConcernKind.SOLD_OUT,
    } <= set(found)
    assert found[ConcernKind.OVERDUE_TRANSFER].subject_id == late["id"]
    assert found[ConcernKind.MANUAL_REFUND].subject_id == by_hand["id"]
    assert found[ConcernKind.SOLD_OUT].facts["title"] == "Full"
    rival = await api.person(Role.ORGANIZER)
    assert await read.execute(rival.actor) == []
