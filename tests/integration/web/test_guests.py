"""Guests: what they bought becomes an account's, and nobody else's."""

import asyncio
import re
from typing import Any

import asyncpg
import pytest

from src.domain.errors import (
    Forbidden,
    InvalidState,
    NotAuthenticated,
    TicketingError,
    TokenExpired,
)
from tests.support.api import Api, MovableClock, Person
from tests.support.mails import Post
from tests.support.orders import no_discrepancy
from tests.support.payments import ScriptedProvider
from tests.support.rows import recount
from tests.support.shop import ANN, buy, hold, order_row, press_pay
from tests.support.web import Browser, assert_page, assert_redirects

ONLINE = {"payment": "online", "currency": "EUR"}
PASSWORD = "four-quiet-rivers-7"
LINK = re.compile(r"http://127\.0\.0\.1:8000(/claim\?token=\S+)")
COUNTERS = "SELECT total_bookings, total_tickets_sold, total_revenue, tickets_held FROM events"


@pytest.fixture
def post(api: Api) -> Post:
    return Post(api.container)


def token_for(api: Api, email: str = ANN) -> str:
    return api.container.adapters.address_tokens().issue(email)


async def person_at(api: Api, email: str) -> Person:
    """An account with this address."""
    person = await api.person()
    async with api.container.adapters.unit_of_work()() as uow:
        user = await uow.users.lock(person.id)
        user.email = email
        await uow.users.save(user)
        await uow.commit()
    person.user.email = email
    return person


async def owners(connection: asyncpg.Connection, reference: str) -> set[int]:
    """Everybody to whom the order, its bookings or its tickets belong."""
    rows = await connection.fetch(
        """
        SELECT orders.user_id FROM orders WHERE orders.reference = $1
        UNION SELECT bookings.user_id FROM bookings JOIN orders ON orders.id = bookings.order_id
        WHERE orders.reference = $1
        UNION SELECT tickets.user_id FROM tickets JOIN bookings ON bookings.id = tickets.booking_id
        JOIN orders ON orders.id = bookings.order_id WHERE orders.reference = $1
        """,
        reference,
    )
    return {row["user_id"] for row in rows}


async def test_the_confirmation_goes_to_the_contact_with_tickets_and_a_link(
    api: Api, browse: Browser, organizer: Person, provider: ScriptedProvider, post: Post
) -> None:
    event = await api.event(organizer, **ONLINE)
    await buy(api, browse, provider, event, 2)
    (mail,) = [mail for mail in await post.deliver() if mail.address == ANN]
    assert [file.filename[-4:] for file in mail.attachments] == [".pdf", ".ics"]
    assert LINK.search(mail.rendered.text)


async def test_the_link_makes_an_account_that_has_the_tickets(
    api: Api,
    browse: Browser,
    other_browse: Browser,
    organizer: Person,
    admin: Person,
    provider: ScriptedProvider,
    post: Post,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **ONLINE)
    reference = await buy(api, browse, provider, event, 2)
    (mail,) = [mail for mail in await post.deliver() if mail.address == ANN]
    found = LINK.search(mail.rendered.text)
    assert found
    before = await connection.fetchrow(COUNTERS)
    page = await other_browse.get(found[1])
    assert_page(page, "1 order was made with ann@example.com", "Make an account")
    assert len(await owners(connection, reference)) == 1, "opening the link does nothing"
    token = found[1].partition("token=")[2]
    weak = await other_browse.post("/claim/account", {"token": token, "password": "password"})
    assert weak.status_code == 409
    made = await other_browse.post("/claim/account", {"token": token, "password": PASSWORD})
    assert_redirects(made, "/tickets")
    assert_page(await other_browse.get(f"/orders/{reference}"), "Your tickets are here.")
    assert (await browse.get(f"/orders/{reference}")).status_code == 404
    account = await connection.fetchrow("SELECT * FROM users WHERE email = $1", ANN)
    assert account is not None
    assert (account["is_guest"], account["awaits_verification"]) == (False, False)
    assert await owners(connection, reference) == {account["id"]}
    assert await connection.fetchrow(COUNTERS) == before
    assert dict(before or {}).items() <= (await recount(connection, event["id"])).items()
    entries = await connection.fetch(
        "SELECT action, before, after FROM audit_log WHERE action LIKE '%.claimed' ORDER BY id"
    )
    assert [entry["action"] for entry in entries[-2:]] == ["order.claimed", "booking.claimed"]
    await no_discrepancy(api, admin)
    # The organizer still sees the name of a buyer who ordered themselves.
    order_id = (await order_row(connection, reference))["id"]
    assert await was_placed_by_buyer(api, order_id)


async def was_placed_by_buyer(api: Api, order_id: int) -> bool:
    async with api.container.adapters.unit_of_work()() as uow:
        return order_id in await uow.orders.placed_by_buyers([order_id])


async def test_an_account_with_the_address_takes_the_orders_and_no_other_does(
    api: Api,
    browse: Browser,
    other_browse: Browser,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **ONLINE, max_tickets_per_user=2)
    reference = await buy(api, browse, provider, event, 2)
    account = await person_at(api, ANN)
    token = token_for(api)
    page = await other_browse.get(f"/claim?token={token}")
    assert_page(page, "You have an account with this address.")
    assert "Make an account" not in page.text
    refused = await other_browse.post("/claim/account", {"token": token, "password": PASSWORD})
    assert refused.status_code == 409
    await other_browse.log_in(buyer)
    stranger = await other_browse.post("/claim/orders", {"token": token})
    assert_page(stranger, "Log in with the account of", status=409)
    assert account.id not in await owners(connection, reference)
    await other_browse.log_in(account)
    # One ticket more than the limit for each person: a claim is no sale.
    own = await hold(api, other_browse, event, 1)
    claimed = await other_browse.post("/claim/orders", {"token": token})
    assert_redirects(claimed, "/tickets")
    assert await owners(connection, reference) == {account.id}
    assert await owners(connection, own) == {account.id}
    more = await other_browse.post(f"/events/{event['id']}/hold", {"quantity": "1"})
    assert more.status_code == 409


async def test_who_types_a_foreign_address_learns_and_sees_nothing(
    api: Api, browse: Browser, organizer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, **ONLINE)
    await person_at(api, "known@example.com")
    pages = []
    for email in ("known@example.com", "nobody@example.com"):
        reference = await buy(api, browse, provider, event, 1, email=email)
        text = (await browse.get(f"/orders/{reference}")).text
        for own in (reference, email, *re.findall(r"TKT-\d+-\w+", text)):
            text = text.replace(own, "…")
        # The payment's number is another one for each.
        text = re.sub(r"&#34;id&#34;:\d+", "", text)
        pages.append(re.sub(r'name="key" value="[^"]+"', "", text))
    assert pages[0] == pages[1]


async def test_two_addresses_of_one_browser_stay_apart(
    api: Api,
    browse: Browser,
    other_browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **ONLINE)
    own = await buy(api, browse, provider, event, 1, email="me@example.com")
    given = await buy(api, browse, provider, event, 1, email=ANN)
    opened = await other_browse.post("/claim/open", {"token": token_for(api)})
    assert_redirects(opened, "/tickets")
    assert_page(await other_browse.get(f"/orders/{given}"), "Your tickets are here.")
    assert (await other_browse.get(f"/orders/{own}")).status_code == 404
    later = await buy(api, browse, provider, event, 1, email="me@example.com")
    assert (await other_browse.get(f"/orders/{later}")).status_code == 404
    assert_page(await browse.get(f"/orders/{own}"), "Your tickets are here.")
    assert len(await owners(connection, given)) == 1


async def test_lost_tickets_are_found_by_mail_and_the_answer_is_always_the_same(
    api: Api, browse: Browser, organizer: Person, provider: ScriptedProvider, post: Post
) -> None:
    event = await api.event(organizer, **ONLINE)
    await buy(api, browse, provider, event, 1)
    await post.deliver()
    answers = []
    for email in (ANN, "nobody@example.com"):
        answer = await browse.post("/find-tickets", {"email": email})
        assert_page(answer, "Look into your mail.")
        answers.append(answer.text.replace(email, "…"))
    assert answers[0] == answers[1]
    (mail,) = await post.deliver()
    assert mail.address == ANN
    found = LINK.search(mail.rendered.text)
    assert found
    assert_page(await browse.get(found[1]), "1 order was made with")


@pytest.mark.parametrize("token", ["", "x", "a.b.c"])
async def test_a_link_that_is_none_leads_to_a_new_one(browse: Browser, token: str) -> None:
    page = await browse.get(f"/claim?token={token}")
    assert_page(page, "This link does not work any more", "/find-tickets", status=401)
    for path in ("account", "open"):
        form = {"token": token or "x", "password": PASSWORD}
        assert (await browse.post(f"/claim/{path}", form)).status_code == 401


async def test_tokens_are_of_their_kind_and_end(api: Api, clock: MovableClock) -> None:
    tokens = api.container.adapters.address_tokens()
    token = tokens.issue(ANN)
    assert tokens.read(token) == ANN
    person = await api.person()
    for other in (
        api.container.adapters.verification_tokens().issue(person.user),
        api.container.adapters.reset_tokens().issue(person.user),
        person.token,
    ):
        with pytest.raises(NotAuthenticated):
            tokens.read(other)
    response = await api.get("/auth/me", headers={"Authorization": f"Bearer {token}"})
    assert response.status_code == 401


async def test_what_was_claimed_cannot_be_claimed_again(
    api: Api, browse: Browser, other_browse: Browser, organizer: Person, provider: ScriptedProvider
) -> None:
    event = await api.event(organizer, **ONLINE)
    await buy(api, browse, provider, event, 1)
    token = token_for(api)
    form = {"token": token, "password": PASSWORD}
    assert (await browse.post("/claim/account", form)).status_code == 303
    assert_page(await other_browse.get(f"/claim?token={token}"), "are in an account")
    for path in ("open", "account"):
        assert (await other_browse.post(f"/claim/{path}", form)).status_code == 409


async def test_claims_at_the_same_moment_take_each_order_once(
    api: Api,
    browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **ONLINE)
    references = [await buy(api, browse, provider, event, 1) for _ in range(2)]
    account = await person_at(api, ANN)
    claim = api.container.guests.claim_guest_orders()
    token = token_for(api)
    done: list[Any] = await asyncio.gather(
        *(claim.execute(account.actor, token) for _ in range(4)), return_exceptions=True
    )
    assert all(isinstance(answer, int | TicketingError) for answer in done), done
    assert sum(answer for answer in done if isinstance(answer, int)) == 2
    for reference in references:
        assert await owners(connection, reference) == {account.id}


async def test_a_log_in_brings_the_hold_and_the_cart_along(
    api: Api,
    browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **ONLINE)
    body = {"email": ANN, "password": PASSWORD}
    assert (await api.post("/auth/signup", json=body)).status_code == 201
    reference = await hold(api, browse, event, 2)
    types = await api.get(f"/events/{event['id']}/ticket-types")
    await browse.post("/cart", {f"type_{types.json()[0]['id']}": "3"})
    logged_in = await browse.post("/login", {**body, "next": f"/checkout/{reference}"})
    assert_redirects(logged_in, f"/checkout/{reference}")
    page = await browse.get(f"/checkout/{reference}")
    assert_page(page, "Pay €50.00", f'value="{ANN}"')
    assert "Have an account?" not in page.text
    assert_page(await browse.get("/cart"), "€75.00")
    await press_pay(browse, reference)
    assert len(await owners(connection, reference)) == 1


async def test_guests_who_bought_nothing_are_forgotten_when_their_session_is_over(
    api: Api,
    browse: Browser,
    other_browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    event = await api.event(organizer, **ONLINE)
    await buy(api, browse, provider, event, 1)
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    await other_browse.post("/cart", {f"type_{types[0]['id']}": "1"})
    guests = "SELECT count(*) FROM users WHERE is_guest"
    clean_up = api.container.jobs.clean_up()
    await clean_up.execute()
    assert await connection.fetchval(guests) == 2
    clock.move(days=40)
    await clean_up.execute()
    assert await connection.fetchval(guests) == 1
    assert await connection.fetchval("SELECT count(*) FROM cart_items") == 0


async def test_mails_about_the_event_reach_a_guest_too(
    api: Api, browse: Browser, organizer: Person, provider: ScriptedProvider, post: Post
) -> None:
    event = await api.event(organizer, **ONLINE)
    await buy(api, browse, provider, event, 1)
    await post.deliver()
    response = await api.put(f"/events/{event['id']}", organizer, {"status": "cancelled"})
    assert response.status_code == 200, response.text
    assert ANN in {mail.address for mail in await post.deliver()}


async def test_refusals_of_the_use_cases(api: Api, buyer: Person, clock: MovableClock) -> None:
    guests = api.container.guests
    token = token_for(api)
    with pytest.raises(Forbidden):
        await guests.claim_guest_orders().execute(buyer.actor, token)
    with pytest.raises(InvalidState):
        await guests.open_guest_orders().execute(token)
    assert await guests.bring_guest_along().execute(buyer.actor, buyer.id) == 0
    old = guests.read_claim()
    assert (await old.execute(token)).orders == 0
    with pytest.raises((TokenExpired, NotAuthenticated)):
        await old.execute("x")
