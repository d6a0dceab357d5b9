"""Who is deleted leaves no word behind: every column of the schema is looked into."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from fastapi import FastAPI

from src.application.ports.payments import ProviderState
from src.domain.entities.user import ANONYMOUS_NAME
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.concurrency.running import DISCREPANCIES
from tests.support.documents import read_by_pdfium
from tests.support.marked_person import CONTACT, MARK, MARKS, Season, use_everything
from tests.support.orders import item, place, start
from tests.support.payments import ScriptedProvider
from tests.support.personal_columns import CLASSES, CLEARED, LIBRARIES, columns_with, text_columns
from tests.support.web import new_browser

# The marks are texts: these hold hashes, ciphers and kinds.
NOT_MARKED = {
    *("users.password_hash", "users.external_issuer", "users.external_id"),
    *("users.unwanted_mails", "web_sessions.secret_hash", "calendar_feeds.secret_hash"),
    *("api_keys.scopes", "api_keys.hint"),
    *("api_keys.secret_hash", "api_keys.previous_secret_hash"),
    *("idempotency_keys.fingerprint", "webhook_endpoints.events", "webhook_endpoints.secret"),
    *("webhook_endpoints.previous_secret", "webhook_deliveries.type", "webhook_deliveries.error"),
    *("sellers.country", "sellers.timezone", "order_billing.country"),
    *("webhook_deliveries.subject", "transactions.client_secret", "transactions.redirect_url"),
}


@pytest.fixture
async def season(
    app: FastAPI,
    api: Api,
    organizer: Person,
    admin: Person,
    buyer: Person,
    provider: ScriptedProvider,
) -> AsyncIterator[Season]:
    browse = new_browser(app)
    async with browse.client:
        yield await use_everything(api, browse, organizer, admin, buyer)


async def forget(api: Api, season: Season, by: Person | None = None) -> None:
    response = await api.call("DELETE", f"/users/{season.person.id}", by or season.person)
    assert response.status_code == 200, response.text


async def test_every_column_for_text_is_known_to_be_about_a_person_or_not(
    connection: asyncpg.Connection,
) -> None:
    known = [name for columns in CLASSES for name in columns]
    assert len(known) == len(set(known))
    found = {name for name in await text_columns(connection) if not name.startswith(LIBRARIES)}
    assert found == set(known)


async def test_every_word_of_a_deleted_person_is_gone(
    api: Api, season: Season, connection: asyncpg.Connection
) -> None:
    before = await columns_with(connection, *MARKS)
    assert CLEARED - NOT_MARKED <= before <= CLEARED
    await forget(api, season)
    assert await columns_with(connection, *MARKS) == set()
    row = await connection.fetchrow(
        "SELECT name, email, phone, username, full_name, password_hash, unwanted_mails, "
        "external_issuer, external_id, deleted_at FROM users WHERE id = $1",
        season.person.id,
    )
    assert row is not None and row["name"] == ANONYMOUS_NAME and row["deleted_at"]
    assert [row[name] for name in ("email", "phone", "username", "full_name")] == [None] * 4
    assert row["password_hash"] is None


async def test_what_was_sold_and_counted_stays(
    api: Api, season: Season, connection: asyncpg.Connection, organizer: Person
) -> None:
    wrong = [row["wrong"] for row in await connection.fetch(DISCREPANCIES)]
    before = (await api.get(f"/events/{season.event['id']}", organizer)).json()
    ledger = await connection.fetchval("SELECT sum(amount) FROM ledger_entries")
    await forget(api, season)
    assert [row["wrong"] for row in await connection.fetch(DISCREPANCIES)] == wrong == []
    assert await connection.fetchval("SELECT sum(amount) FROM ledger_entries") == ledger
    after = (await api.get(f"/events/{season.event['id']}", organizer)).json()
    assert after["total_tickets_sold"] == before["total_tickets_sold"] == 2
    # One of the pending order, two of the reservation.
    assert after["tickets_available"] == before["tickets_available"] + 3


async def test_receipt_made_later_prints_no_contact(
    api: Api, season: Season, admin: Person
) -> None:
    path = f"/orders/{season.paid['id']}/receipt.pdf"
    assert MARK in " ".join(read_by_pdfium((await api.get(path, admin)).content))
    await forget(api, season, admin)
    order = (await api.get(f"/orders/{season.paid['id']}", admin)).json()
    assert [order[name] for name in CONTACT] == [None] * 4
    text = " ".join(read_by_pdfium((await api.get(path, admin)).content))
    assert MARK not in text and "Contact" not in text and ANONYMOUS_NAME in text


async def test_payment_under_way_is_cancelled_at_its_provider(
    api: Api, season: Season, provider: ScriptedProvider, clock: MovableClock, admin: Person
) -> None:
    await forget(api, season)
    order = (await api.get(f"/orders/{season.waiting['id']}", admin)).json()
    assert order["status"] == "cancelled"
    clock.move(minutes=1)
    await api.container.settling.reconcile().settle_open_payments()
    assert [kept.state for kept in provider.payments.values()] == [ProviderState.FAILED]


@pytest.mark.parametrize("is_expired", [False, True])
async def test_money_that_comes_after_the_deletion_goes_back(
    api: Api,
    season: Season,
    provider: ScriptedProvider,
    clock: MovableClock,
    admin: Person,
    connection: asyncpg.Connection,
    is_expired: bool,
) -> None:
    if is_expired:
        clock.move(hours=1)
        await api.container.settling.settle_orders().execute()
    await forget(api, season, api.renewed(admin))
    payment = await api.container.adapters.transactions().get(season.open_payment["id"])
    provider.pay(payment)
    clock.move(minutes=1)
    await api.container.settling.reconcile().settle_open_payments()
    clock.move(minutes=1)
    rows = await connection.fetch(
        "SELECT kind, status FROM transactions WHERE order_id = $1 ORDER BY id",
        season.waiting["id"],
    )
    assert [row["kind"] for row in rows] == ["payment", "refund"]
    assert await columns_with(connection, *MARKS) == set()


async def test_others_may_send_their_requests_again(
    api: Api, season: Season, organizer: Person, connection: asyncpg.Connection
) -> None:
    """Their results lose the words alone: a refund is not made twice."""
    await forget(api, season)
    (payment,) = (
        row["parent_id"]
        for row in await connection.fetch(
            "SELECT parent_id FROM transactions WHERE kind = 'refund' AND order_id = $1",
            season.paid["id"],
        )
    )
    answer = await api.post(
        f"/transactions/{payment}/refund",
        organizer,
        {"amount": "1.00", "reason": f"{MARK} was ill"},
        headers={"Idempotency-Key": "of-organizer"},
    )
    assert answer.status_code == 201 and answer.json()["reason"] is None
    assert await connection.fetchval("SELECT count(*) FROM transactions WHERE kind = 'refund'") == 1


async def test_nothing_is_written_about_a_deleted_person_later(
    api: Api, season: Season, organizer: Person
) -> None:
    await forget(api, season)
    path = f"/orders/{season.paid['id']}"
    refused = await api.put(path, organizer, {"contact_email": "again@test.example"})
    assert_problem(refused, 404, "not_found")
    assert (await api.put(path, organizer, {"notes": None})).status_code == 200


async def test_words_about_others_stay(
    api: Api, season: Season, admin: Person, connection: asyncpg.Connection
) -> None:
    other = await api.person()
    body = {**CONTACT, "contact_name": "Somebody else", "notes": "Mine"}
    kept = (await place(api, other, await item(api, season.event), **body)).json()
    await forget(api, season)
    order = (await api.get(f"/orders/{kept['id']}", admin)).json()
    assert (order["status"], order["contact_name"], order["notes"]) == (
        *("pending", "Somebody else", "Mine"),
    )


async def test_guest_is_forgotten_by_an_admin_alike(
    api: Api, organizer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, price="0", capacity=5)
    opened = await api.container.guests.start_guest_session().execute(f"Phone of {MARK}")
    guest = opened.user
    person = Person(guest, api.container.adapters.access_tokens().issue(guest).value)
    await place(api, person, await item(api, event), **CONTACT)
    assert await columns_with(connection, *MARKS) >= {"orders.contact_email", "orders.notes"}
    response = await api.call("DELETE", f"/users/{guest.id}", admin)
    assert response.status_code == 200, response.text
    assert await columns_with(connection, *MARKS) == set()
    assert await api.container.adapters.orders().of_guests(CONTACT["contact_email"]) == []


async def test_refused_deletion_gives_nothing_up(api: Api, season: Season, admin: Person) -> None:
    await api.event(season.person, title="Still to come")
    response = await api.call("DELETE", f"/users/{season.person.id}", season.person)
    assert (response.status_code, response.json()["code"]) == (409, "in_use")
    order = (await api.get(f"/orders/{season.waiting['id']}", admin)).json()
    assert (order["status"], order["contact_name"]) == ("pending", CONTACT["contact_name"])
    assert (await start(api, season.person, season.waiting))["id"] == season.open_payment["id"]
