"""The pages of sales and of administration."""

from typing import Any

from tests.support.browser.shown import Shown
from tests.support.browser.site import Member, Site, in_future


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
        sold = site.event(seller(site), title="Opera Gala", payment="online", price="89.00")
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


def dashboard(site: Site) -> str:
    event(site)
    order(site)
    return "/manage"


def event_page(name: str) -> Any:
    return lambda site: f"/manage/events/{event(site)['id']}/{name}"


def order_page(site: Site) -> str:
    return f"/manage/orders/{order(site)['id']}"


def booking_page(site: Site) -> str:
    booking = site.get(f"/events/{event(site)['id']}/bookings", seller(site))[0]
    return f"/manage/bookings/{booking['id']}"


def listed(path: str) -> Any:
    def address(site: Site) -> str:
        dashboard(site)
        return path

    return address


def user_page(site: Site) -> str:
    return f"/admin/users/{site.buyer.id}"


def audit(site: Site) -> str:
    made = event(site)
    site.put(f"/events/{made['id']}", {"title": "Lakeside Jazz Night"}, seller(site))
    return f"/admin/audit?subject=event&subject_id={made['id']}"


PAGES = (
    Shown("manage", dashboard, who=seller),
    Shown("manage-empty", "/manage", who=lambda site: site.person("organizer", name="Nora New")),
    Shown("manage-event-sales", event_page("sales"), who=seller),
    Shown("manage-guests", event_page("guests"), who=seller),
    Shown("manage-guest-lists", listed("/manage/guests"), who=seller),
    Shown("manage-orders", listed("/manage/orders"), who=seller),
    Shown("manage-orders-none", "/manage/orders?q=nobody", who=seller),
    Shown("manage-order", order_page, who=seller),
    Shown("manage-bookings", listed("/manage/bookings"), who=seller),
    Shown("manage-booking", booking_page, who=seller),
    Shown("manage-refunds", "/manage/refunds", who=seller),
    Shown("manage-reports", listed("/manage/reports"), who=seller),
    Shown("manage-reports-revenue", listed("/manage/reports?report=revenue"), who=seller),
    Shown("admin", "/admin", who="admin"),
    Shown("admin-users", "/admin/users", who="admin"),
    Shown("admin-user", user_page, who="admin"),
    Shown("admin-new-user", "/admin/users/new", who="admin"),
    Shown("admin-bookings", "/admin/bookings", who="admin"),
    Shown("admin-audit", audit, who="admin"),
    Shown("admin-reconciliation", "/admin/reconciliation", who="admin"),
    Shown("admin-jobs", "/admin/jobs", who="admin"),
    Shown("admin-mails", "/admin/mails", who="admin"),
    Shown("admin-forbidden", "/admin", who="organizer", status=403),
)
