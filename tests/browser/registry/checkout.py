"""From a choice to tickets: cart, checkout, order, and the pages of guests."""

from typing import Any

from playwright.sync_api import Page

from tests.support.browser.shop import TWO_TYPES, online_event, order, type_ids
from tests.support.browser.shown import Shown
from tests.support.browser.site import Site


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


def transfer(site: Site) -> str:
    made = pending(site)
    site.post("/transactions", {"order_id": made["id"], "provider": "manual"}, who=site.buyer)
    return f"/orders/{made['reference']}"


def paid(site: Site) -> str:
    made = order(site, site.buyer, concert(site), 3)
    payment = site.post(
        "/transactions", {"order_id": made["id"], "provider": "manual"}, who=site.buyer
    )
    answer = site.client.patch(
        f"/transactions/{payment['id']}/status",
        json={"status": "success"},
        headers=site.admin.headers,
    )
    assert answer.status_code == 200, answer.text
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
    Shown("checkout-free", free_checkout, who="organizer"),
    Shown("order-waiting", waiting, who="buyer"),
    Shown("order-transfer", transfer, who="buyer"),
    Shown("order-paid", paid, who="buyer"),
    Shown("order-cancelled", cancelled, who="buyer"),
    Shown("fake-payment", fake_payment),
    Shown("find-tickets", "/find-tickets"),
    Shown("find-tickets-sent", "/find-tickets", act=send_link),
    Shown("claim-over", "/claim?token=x", status=401),
)
