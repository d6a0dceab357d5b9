"""The pages of sales and of administration."""

from typing import Any

import httpx

from tests.support.browser.accessibility import LookedAt
from tests.support.browser.shown import Shown
from tests.support.browser.site import Member, Site, in_future

FEES = {"service_fee_fixed": "2.50", "tax_rate": "7"}
SECTIONS = LookedAt(
    "color-contrast",
    r'a\[href\$="[a-z]+"\] > span',
    "A link of the sections, half outside the line that is swiped on a phone.",
)


def seller(site: Site) -> Member:
    """An organizer with two events, of which one sells."""
    return site.once("sales-seller", lambda: site.person("organizer", name="Sabine Seller"))


def event(site: Site) -> Any:
    """An event with bookings, and another without."""

    def make() -> Any:
        made = site.event(
            seller(site), title="Lakeside Jazz Night", capacity=40, date_time=in_future(days=12)
        )
        site.event(seller(site), title="Winter Quiz", price="8.50", capacity=60)
        for number, name in enumerate(("Ada Lovelace", "Grace Hopper", "สมชาย ใจดี"), 1):
            buyer = site.person(name=name)
            booking = site.book(made["id"], number, buyer)
            made["last_booking"] = booking["id"]
            site.execute(
                "UPDATE bookings SET booking_date = now() - $2 * interval '3 hours' WHERE id = $1",
                booking["id"],
                number,
            )
        return made

    return site.once("sales-event", make)


def order(site: Site) -> Any:
    """An order of the seller's that was paid for at the counter."""

    def make() -> Any:
        sold = site.event(seller(site), title="Opera Gala", payment="online", price="89.00", **FEES)
        kinds = site.get(f"/events/{sold['id']}/ticket-types")
        buyer = site.person(name="Edith Clarke")
        items = [{"ticket_type_id": kinds[0]["id"], "quantity": 2}]
        placed = site.post("/orders", {"items": items}, buyer)
        payment = {"order_id": placed["id"], "provider": "manual"}
        begun = site.post("/transactions", payment, buyer)
        answer = site.client.patch(
            f"/transactions/{begun['id']}/status",
            json={"status": "success"},
            headers=site.admin.headers,
        )
        assert answer.is_success, answer.text
        return placed

    return site.once("sales-order", make)


def failed_refund(site: Site) -> str:
    """The page of a refund that did not go back."""
    sold = site.event(seller(site), title="Rained Out", payment="online", price="42.00")
    kinds = site.get(f"/events/{sold['id']}/ticket-types")
    items = [{"ticket_type_id": kinds[0]["id"], "quantity": 2}]
    placed = site.post("/orders", {"items": items}, site.person(name="Rosa Rain"))
    confirmed = {"status": "confirmed"}
    patch(site, f"/orders/{placed['id']}/status", confirmed, seller(site))
    (payment,) = site.get(f"/transactions/order/{placed['id']}", seller(site))
    refund = site.post(f"/transactions/{payment['id']}/refund", {"reason": "Rain"}, seller(site))
    patch(site, f"/transactions/{refund['id']}/status", {"status": "failed"}, site.admin)
    return f"/manage/refunds/{refund['id']}"


def patch(site: Site, path: str, body: dict[str, str], who: Member) -> None:
    answer = site.client.patch(path, json=body, headers=who.headers)
    assert answer.is_success, answer.text


def dashboard(site: Site) -> str:
    event(site)
    order(site)
    return "/manage"


def event_page(name: str) -> Any:
    return lambda site: f"/manage/events/{event(site)['id']}/{name}"


def order_page(site: Site) -> str:
    return f"/manage/orders/{order(site)['id']}"


def booking_page(site: Site) -> str:
    return f"/manage/bookings/{event(site)['last_booking']}"


def single_return(site: Site) -> str:
    """One ticket of a paid booking, which its organizer is about to pay back."""
    placed = site.get(f"/orders/{order(site)['id']}", seller(site))
    booking = placed["bookings"][0]
    return f"/manage/bookings/{booking['id']}/tickets?ticket={booking['tickets'][0]['id']}"


def listed(path: str) -> Any:
    def address(site: Site) -> str:
        dashboard(site)
        return path

    return address


def payments(path: str) -> Any:
    """Payments, of which one has a long reference of its provider's and a long title."""

    def make(site: Site) -> Any:
        title = "An Evening with Brahms, Liszt and Their Pupils"
        sold = site.event(seller(site), title=title, payment="online", price="49.90")
        kinds = site.get(f"/events/{sold['id']}/ticket-types")
        buyer = site.person(name="Edith Clarke")
        items = [{"ticket_type_id": kinds[0]["id"], "quantity": 1}]
        placed = site.post("/orders", {"items": items}, buyer)
        return site.post("/transactions", {"order_id": placed["id"], "provider": "fake"}, buyer)

    def address(site: Site) -> str:
        dashboard(site)
        site.once("sales-payment", lambda: make(site))
        return path

    return address


def payout_page(path: str) -> Any:
    """Payouts, of which one is of a payment through the test provider."""

    def make(site: Site) -> Any:
        sold = site.event(seller(site), title="Mozart at Noon", payment="online", price="49.90")
        kinds = site.get(f"/events/{sold['id']}/ticket-types")
        buyer = site.person(name="Ada Byron")
        items = [{"ticket_type_id": kinds[0]["id"], "quantity": 2}]
        placed = site.post("/orders", {"items": items}, buyer)
        payment = site.post("/transactions", {"order_id": placed["id"], "provider": "fake"}, buyer)
        page = f"/fake-payments/{payment['provider_reference']}"
        card = {"card_number": "4242 4242 4242 4242", "action": "pay"}
        for path, form in ((page, card), (f"{page}/bank", {"step": "pay_out"})):
            ours = {"Sec-Fetch-Site": "same-origin"}
            httpx.post(f"{site.address}{path}", data=form, headers=ours, trust_env=False)
        site.post("/provider-balances/refresh", who=site.admin)
        return site.get("/payouts", site.admin)[0]

    def address(site: Site) -> str:
        payout = site.once("sales-payout", lambda: make(site))
        return path.format(payout["id"])

    return address


def user_page(site: Site) -> str:
    return f"/admin/users/{site.buyer.id}"


def audit(site: Site) -> str:
    made = event(site)
    site.put(f"/events/{made['id']}", {"title": "Lakeside Jazz Night"}, seller(site))
    return f"/admin/audit?subject=event&subject_id={made['id']}"


def shown(name: str, address: Any, who: Any) -> Shown:
    return Shown(name, address, who=who, looked_at=(SECTIONS,))


PAGES = (
    shown("manage", dashboard, seller),
    shown("manage-empty", "/manage", lambda site: site.person("organizer", name="Nora New")),
    shown("manage-event-sales", event_page("sales"), seller),
    shown("manage-guests", event_page("guests"), seller),
    shown("manage-guest-lists", listed("/manage/guests"), seller),
    shown("manage-orders", listed("/manage/orders"), seller),
    shown("manage-orders-none", "/manage/orders?q=nobody", seller),
    shown("manage-order", order_page, seller),
    shown("manage-bookings", listed("/manage/bookings"), seller),
    shown("manage-booking", booking_page, seller),
    shown("manage-give-back", single_return, seller),
    shown("manage-payments", payments("/manage/payments"), seller),
    shown("manage-payments-none", "/manage/payments?q=nobody", seller),
    shown("manage-refunds", "/manage/refunds", seller),
    shown("manage-refund", failed_refund, seller),
    shown("manage-reports", listed("/manage/reports"), seller),
    shown("manage-reports-revenue", listed("/manage/reports?report=revenue"), seller),
    shown("admin", "/admin", "admin"),
    shown("admin-users", "/admin/users", "admin"),
    shown("admin-user", user_page, "admin"),
    shown("admin-new-user", "/admin/users/new", "admin"),
    shown("admin-orders", listed("/admin/orders"), "admin"),
    shown("admin-bookings", "/admin/bookings", "admin"),
    shown("admin-payments", payments("/admin/payments"), "admin"),
    shown("admin-payouts", payout_page("/admin/payouts"), "admin"),
    shown("admin-payout", payout_page("/admin/payouts/{}"), "admin"),
    shown("admin-payouts-held", payout_page("/admin/payouts/held"), "admin"),
    shown("admin-audit", audit, "admin"),
    shown("admin-reconciliation", "/admin/reconciliation", "admin"),
    shown("admin-jobs", "/admin/jobs", "admin"),
    shown("admin-mails", "/admin/mails", "admin"),
)
