"""The pages of administrators: users, the audit log, mails, webhooks, reconciliation, health."""

import re
from typing import Any

import asyncpg
import pytest

from tests.support.api import Api, Person
from tests.support.web import Browser, assert_page, assert_redirects

PATHS = (
    *("/admin", "/admin/users", "/admin/users/new", "/admin/bookings", "/admin/audit"),
    *("/admin/orders", "/admin/payments", "/admin/orders.csv", "/admin/bookings.csv"),
    "/admin/payments.csv",
    "/admin/movements.csv",
    *("/admin/reconciliation", "/admin/reconciliation?compare=providers", "/admin/jobs"),
    "/admin/mails",
)

MAIL = """
INSERT INTO mails (cause, kind, user_id, status, next_at, message_id, last_error)
VALUES ('test', 'order_confirmed', $1, 'refused', NULL, gen_random_uuid(), '550 <b>Unknown</b>')
RETURNING id
"""


@pytest.mark.parametrize("path", PATHS)
async def test_pages_are_for_administrators(
    api: Api, browse: Browser, admin: Person, organizer: Person, path: str
) -> None:
    assert (await browse.get(path)).headers["location"].startswith("/login?next=/admin")
    await browse.log_in(organizer)
    assert (await browse.get(path)).status_code == 403
    await browse.log_in(admin)
    response = await browse.get(path)
    if path.endswith(".csv"):
        assert response.headers["content-type"].startswith("text/csv")
    else:
        assert_page(response)


async def test_a_user_is_created_found_and_promoted(
    browse: Browser, admin: Person, connection: asyncpg.Connection
) -> None:
    await browse.log_in(admin)
    form = {"key": "one", "name": "Ada <b>", "email": "Ada@Test.example", "role": "customer"}
    made = await browse.post("/admin/users/new", form)
    page = made.headers["location"]
    assert_page(await browse.get(page), "The account is created.", "Ada &lt;b&gt;")
    assert_page(await browse.get("/admin/users?q=ada@test&role=customer"), page)
    assert_page(await browse.get("/admin/users?q=ada@test&activity=inactive"), "Nobody found")
    version = re.search(r'name="version" value="(\d+)"', (await browse.get(page)).text)
    assert version
    changed = {"role": "organizer", "version": version[1]}
    assert_redirects(await browse.post(f"{page}/role", changed), page)
    assert_page(await browse.get(page), "Organizer")
    # The version is that of before: somebody else has changed it since.
    assert (await browse.post(f"{page}/role", changed)).status_code == 422
    taken = await browse.post("/admin/users/new", {**form, "key": "two"})
    assert_page(taken, 'value="Ada &lt;b&gt;"', status=422)


async def test_deactivation_ends_the_sessions_at_once(
    browse: Browser, other_browse: Browser, admin: Person, organizer: Person
) -> None:
    await browse.log_in(admin)
    await other_browse.log_in(organizer)
    assert (await other_browse.get("/manage")).status_code == 200
    page = f"/admin/users/{organizer.id}"
    version = re.search(r'name="version" value="(\d+)"', (await browse.get(page)).text)
    assert version
    form = {"is_active": "false", "version": version[1]}
    assert_redirects(await browse.post(f"{page}/active", form), page)
    assert_page(await browse.get(page), "deactivated", "all its sessions have ended")
    assert (await other_browse.get("/manage")).status_code == 303


async def test_nobody_deactivates_themselves(browse: Browser, admin: Person) -> None:
    await browse.log_in(admin)
    page = f"/admin/users/{admin.id}"
    assert_page(await browse.get(page), "your own account")
    form = {"is_active": "false", "version": str(admin.user.version)}
    assert (await browse.post(f"{page}/active", form)).status_code == 409


async def test_the_audit_log_shows_what_an_edit_changed(
    api: Api, browse: Browser, admin: Person, organizer: Person
) -> None:
    event = await api.event(organizer, title="Concert")
    edited = await api.put(f"/events/{event['id']}", organizer, {"title": "<script>Rock"})
    assert edited.status_code == 200, edited.text
    await browse.log_in(admin)
    shown = await browse.get(f"/admin/audit?subject=event&subject_id={event['id']}")
    assert_page(shown, "<del>Concert</del>", "<ins>&lt;script&gt;Rock</ins>", organizer.user.name)
    assert_page(await browse.get("/admin/audit?subject_id=1"), 'role="alert"', status=422)
    refused = await browse.get("/admin/audit?actor_id=abc")
    assert_page(refused, 'value="abc"', 'aria-invalid="true"', status=422)


async def test_a_failed_mail_goes_out_again(
    browse: Browser, admin: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    mail_id = await connection.fetchval(MAIL, buyer.id)
    await browse.log_in(admin)
    shown = await browse.get("/admin/mails?status=refused")
    assert_page(shown, "550 &lt;b&gt;Unknown", buyer.user.name)
    again = f"/admin/mails/{mail_id}/send-again"
    assert_redirects(await browse.post(f"{again}?status=refused"), "/admin/mails?status=refused")
    assert_page(await browse.get("/admin/mails?status=refused"), "No mails here")
    await browse.post(again)
    assert_page(await browse.get("/admin/mails"), "is about to be sent")


async def test_deliveries_of_a_webhook_are_sent_again(
    browse: Browser, admin: Person, organizer: Person, connection: asyncpg.Connection
) -> None:
    webhook_id = await connection.fetchval(
        "INSERT INTO webhook_endpoints (owner_id, url, events, secret) "
        "VALUES ($1, 'https://example.com/hook', '{booking.*}', 'sealed') RETURNING id",
        organizer.id,
    )
    delivery_id = await connection.fetchval(
        "INSERT INTO webhook_deliveries (endpoint_id, message_id, type, subject, subject_id, "
        "occurred_at, status, attempts, error) VALUES ($1, 1, 'booking.confirmed', 'booking', 1, "
        "now(), 'failed', 3, 'no answer') RETURNING id",
        webhook_id,
    )
    await browse.log_in(admin)
    assert_page(await browse.get("/admin/jobs"), "https://example.com/hook", organizer.user.name)
    page = f"/admin/webhooks/{webhook_id}"
    assert_page(await browse.get(f"{page}?status=failed"), "no answer", "3 attempts")
    done = await browse.post(f"{page}/deliveries/{delivery_id}/replay")
    assert_redirects(done, page)
    assert_page(await browse.get(f"{page}?status=failed"), "No deliveries here")


async def test_discrepancies_are_shown_and_repaired(
    api: Api, browse: Browser, admin: Person, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    await browse.log_in(admin)
    assert_page(await browse.get("/admin/reconciliation"), "Everything agrees")
    await connection.execute("ALTER TABLE events DISABLE TRIGGER USER")
    await connection.execute("UPDATE events SET tickets_held = 1 WHERE id = $1", event["id"])
    await connection.execute("ALTER TABLE events ENABLE TRIGGER USER")
    assert_page(await browse.get("/admin/reconciliation"), f"event {event['id']}", "a person")
    assert_redirects(await browse.post("/admin/reconciliation"), "/admin/reconciliation")
    assert_page(await browse.get("/admin/reconciliation"), "0 repaired, 1 need a person.")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/admin/users/new", {"name": "Ada"}),
        ("/admin/users/1/role", {"role": "admin", "version": "1"}),
        ("/admin/users/1/active", {"is_active": "false", "version": "1"}),
        ("/admin/reconciliation", {}),
        ("/admin/mails/1/send-again", {}),
        ("/admin/webhooks/1/deliveries/1/replay", {}),
    ],
)
async def test_changes_are_for_administrators_on_our_own_pages(
    browse: Browser, admin: Person, organizer: Person, path: str, fields: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    assert (await browse.post(path, fields)).status_code == 403
    await browse.log_in(admin)
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert (await browse.post(path, fields, headers=foreign)).status_code == 403


async def test_all_bookings_are_found(
    api: Api, browse: Browser, admin: Person, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer, title="Concert")
    booking = await api.book(buyer, event["id"], 2)
    await browse.log_in(admin)
    for query in ("", f"?q={booking['reference']}&status=confirmed&sort=oldest"):
        assert_page(await browse.get(f"/admin/bookings{query}"), booking["reference"], "Concert")
    assert_page(await browse.get(f"/admin/users/{buyer.id}"), booking["reference"])
