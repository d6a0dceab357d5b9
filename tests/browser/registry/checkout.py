"""From a choice to tickets: cart, checkout, order, and the pages of guests."""

from typing import Any

from playwright.sync_api import Page

from tests.support.browser.shop import TWO_TYPES, online_event, order, type_ids
from tests.support.browser.shown import Shown
from tests.support.browser.site import Site
from tests.support.product import wait_until


def concert(site: Site) -> Any:
    return site.once(
        concert,
        lambda: online_event(
            site, title="Night of Strings", venue="Alte Oper, Frankfurt", ticket_types=TWO_TYPES
        ),
    )


def pending(site: Site) -> Any:
    return order(site, site.buyer, concert(site))


def cart(site: Site) -> str:
    for type_id in type_ids(site, concert(site)):
        body = {"ticket_type_id": type_id, "quantity": 2}
        site.post("/cart", body, who=site.buyer)
    return "/cart"


def checkout(site: Site) -> str:
    return f"/checkout/{pending(site)['reference']}"


def free_checkout(site: Site) -> str:
    free = site.event(title="Open rehearsal", price="0.00", payment="online")
    organizer = site.organizer
    held = site.post(
        "/reservations/reserve", {"event_id": free["id"], "quantity": 1}, who=organizer
    )
    found = site.get(f"/orders/{held['order_id']}", who=organizer)
    return f"/checkout/{found['reference']}"


def waiting(site: Site) -> str:
    made = pending(site)
    site.post("/transactions", {"order_id": made["id"], "provider": "fake"}, who=site.buyer)
    return f"/orders/{made['reference']}"


def with_days(site: Site) -> Any:
    """An event that can be paid by card, and by bank transfer within five days."""
    account = "Alte Oper Frankfurt gGmbH\nIBAN DE02 1203 0000 0000 2020 51\nBIC BYLADEM1001"
    terms = {"payment_days": 5, "payment_instructions": account}
    return site.once(with_days, lambda: online_event(site, title="Organ at Noon", **terms))


def two_ways(site: Site) -> str:
    return f"/checkout/{order(site, site.buyer, with_days(site))['reference']}"


def awaited(site: Site) -> tuple[Any, Any]:
    """An order that waits for a bank transfer, and that payment."""
    made = order(site, site.buyer, with_days(site))
    body = {"order_id": made["id"], "provider": "manual"}
    return made, site.post("/transactions", body, who=site.buyer)


def transfer(site: Site) -> str:
    return f"/orders/{awaited(site)[0]['reference']}"


def too_small(site: Site) -> str:
    """An order of which a part has come."""
    made, payment = awaited(site)
    settle(site, payment, amount_received="20.00")
    return f"/orders/{made['reference']}"


def too_late(site: Site) -> str:
    """An order whose money came after its time, and after its event was cancelled."""
    event = online_event(site, title="Rain at Noon", payment_days=2)
    made = order(site, site.buyer, event)
    payment = site.post(
        "/transactions", {"order_id": made["id"], "provider": "manual"}, who=site.buyer
    )
    lapse(site, made)
    site.put(f"/events/{event['id']}", {"status": "cancelled"}, who=site.organizer)
    settle(site, payment)
    return f"/orders/{made['reference']}"


def lapse(site: Site, made: Any) -> None:
    """Let the time of an order be over."""
    for table, column in (("orders", "id"), ("bookings", "order_id")):
        moved = f"UPDATE {table} SET expires_at = now() WHERE {column} = $1"
        site.execute(moved, made["id"])
    status = "SELECT status = 'expired' AS is_over FROM orders WHERE id = $1"
    wait_until(lambda: bool(site.execute(status, made["id"])[0]["is_over"]), 20, site.started)


def settle(site: Site, payment: Any, **fields: str) -> None:
    """Note that the money of a bank transfer is here."""
    answer = site.client.patch(
        f"/transactions/{payment['id']}/status",
        json={"status": "success", **fields},
        headers=site.admin.headers,
    )
    assert answer.status_code == 200, answer.text


def paid(site: Site) -> str:
    made = order(site, site.buyer, concert(site), 3)
    payment = site.post(
        "/transactions", {"order_id": made["id"], "provider": "manual"}, who=site.buyer
    )
    settle(site, payment)
    return f"/orders/{made['reference']}"


def cancelled(site: Site) -> str:
    made = pending(site)
    site.post(f"/orders/{made['id']}/cancel", who=site.buyer)
    return f"/orders/{made['reference']}"


def fake_payment(site: Site) -> str:
    made = pending(site)
    payment = site.post(
        "/transactions", {"order_id": made["id"], "provider": "fake"}, who=site.buyer
    )
    address: str = payment["redirect_url"]
    return address[address.index("/fake-payments/") :]


def send_link(page: Page) -> None:
    page.locator("#field-email").fill("somebody@example.com")
    page.locator("main form button").click()
    page.get_by_role("status").wait_for()


PAGES = (
    Shown("cart-empty", "/cart"),
    Shown("cart", cart, who="buyer"),
    Shown("checkout", checkout, who="buyer"),
    Shown("checkout-two-ways", two_ways, who="buyer"),
    Shown("checkout-free", free_checkout, who="organizer"),
    Shown("order-waiting", waiting, who="buyer"),
    Shown("order-transfer", transfer, who="buyer"),
    Shown("order-transfer-part", too_small, who="buyer"),
    Shown("order-late", too_late, who="buyer"),
    Shown("order-paid", paid, who="buyer"),
    Shown("order-cancelled", cancelled, who="buyer"),
    Shown("fake-payment", fake_payment),
    Shown("find-tickets", "/find-tickets"),
    Shown("find-tickets-sent", "/find-tickets", act=send_link),
    Shown("claim-over", "/claim?token=x", status=401),
)
