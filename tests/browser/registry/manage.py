"""The pages of organizers: their events, codes, webhooks and staff."""

from typing import Any

from playwright.sync_api import Page

from tests.support.browser.shown import Shown
from tests.support.browser.site import Member, Site


def planner(site: Site) -> Member:
    """An organizer with one event on sale, a draft, codes, a webhook and a scanner."""
    return site.person("organizer", name="Petra Planner")


def newcomer(site: Site) -> Member:
    return site.person("organizer", name="Nils Newcomer")


def _planner(site: Site) -> Member:
    return site.once(planner, lambda: planner(site))


def _event(site: Site) -> int:
    def make() -> int:
        types = [
            {"name": "Stalls", "price": "32.00", "capacity": 120},
            {"name": "Balcony", "price": "24.00", "capacity": 60},
        ]
        event = site.event(
            _planner(site),
            title="Night of the Strings",
            venue="Old Mill, Bath",
            capacity=None,
            price=None,
            service_fee_fixed="1.50",
            ticket_types=types,
        )
        kinds = site.get(f"/events/{event['id']}/ticket-types")
        for quantity, kind in zip((3, 2), kinds, strict=True):
            body = {"quantity": quantity, "ticket_type_id": kind["id"]}
            site.post(f"/events/{event['id']}/bookings", body, who=site.buyer)
        site.post(
            f"/events/{event['id']}/scanners", {"email": site.scanner.email}, who=_planner(site)
        )
        number: int = event["id"]
        return number

    return site.once(_event, make)


def _draft(site: Site) -> int:
    title = "A reading in the open air with a title that is rather long"
    return site.once(
        _draft, lambda: int(site.event(_planner(site), title=title, status="draft")["id"])
    )


def _made(site: Site, path: str, body: dict[str, Any]) -> int:
    made: int = site.post(path, body, who=_planner(site))["id"]
    return made


def _events(site: Site) -> str:
    _event(site)
    _draft(site)
    return "/manage/events"


def _of_event(part: str) -> Any:
    def address(site: Site) -> str:
        return f"/manage/events/{_event(site)}{part}"

    return address


def _of_draft(site: Site) -> str:
    return f"/manage/events/{_draft(site)}"


def _type(site: Site) -> str:
    kinds = site.get(f"/events/{_event(site)}/ticket-types")
    return f"/manage/events/{_event(site)}/types/{kinds[0]['id']}"


def _add_on(site: Site) -> dict[str, Any]:
    def make() -> dict[str, Any]:
        body = {"name": "T-shirt", "admits": False, "price": "25.00", "capacity": 50}
        path = f"/events/{_event(site)}/ticket-types"
        made: dict[str, Any] = site.post(path, body, who=_planner(site))
        bought = {"quantity": 2, "ticket_type_id": made["id"]}
        site.post(f"/events/{_event(site)}/bookings", bought, who=site.buyer)
        return made

    return site.once(_add_on, make)


def _add_ons(site: Site) -> str:
    _add_on(site)
    return f"/manage/events/{_event(site)}/add-ons"


def _code(site: Site) -> str:
    body = {"code": "SPRING20", "kind": "percent", "value": "20", "event_id": _event(site)}
    return f"/manage/codes/{_made(site, '/discounts', body)}"


def _codes(site: Site) -> str:
    body = {"code": "FRIENDS", "kind": "fixed", "value": "5.00", "currency": "EUR"}
    _made(site, "/discounts", body)
    return "/manage/codes"


def _webhook(site: Site) -> str:
    body = {"url": "https://crm.example.com/hooks/tickets", "events": ["order.*", "ticket.used"]}
    number = _made(site, "/webhooks", body)
    site.post(f"/webhooks/{number}/test", who=_planner(site))
    return f"/manage/webhooks/{number}"


def _webhooks(site: Site) -> str:
    _made(site, "/webhooks", {"url": "https://mail.example.com/list", "events": ["booking.*"]})
    return "/manage/webhooks"


def _publish_empty(page: Page) -> None:
    page.locator("button[value=publish]").click()
    page.locator("[role=alert]").wait_for()


def _journal(site: Site) -> str:
    def make() -> str:
        who = _planner(site)
        address = {"name": "Petra Planner", "street": "Mill Lane 3", "city": "Bath"}
        fields = {**address, "country": "GB", "vat_id": "GB123456789"}
        site.put(f"/sellers/{who.id}", fields, who=who)
        return "/manage/invoices/journal"

    return site.once(_journal, make)


def _exports(site: Site) -> str:
    _journal(site)
    return "/manage/exports"


def _ask_without_numbers(page: Page) -> None:
    page.locator(".form-end button").click()
    page.locator(".field__problem").first.wait_for()


def _unfold_sections(page: Page) -> None:
    # At a desk they are unfolded already.
    if (summary := page.locator(".manage-nav summary")).is_visible():
        summary.click()


def _open_more(page: Page) -> None:
    page.locator(".event-form details.disclosure > summary").click()


def _check_wrong_list(page: Page) -> None:
    page.locator("input[name=value]").fill("10")
    page.locator("#code-list").fill("FRIENDS\nno\nFRIENDS\n")
    page.locator("button[value=check]").click()
    page.locator("[role=alert]").wait_for()


def _show_secret(page: Page) -> None:
    page.locator("input[name=url]").fill("https://crm.example.com/once")
    page.locator(".form-end button").click()
    page.locator("[data-secret]").wait_for()


PAGES = (
    Shown("manage-events", _events, who=planner),
    Shown("manage-events-none", "/manage/events", who=newcomer),
    Shown("manage-sections", "/manage/events?period=past", who=newcomer, act=_unfold_sections),
    Shown("manage-events-no-match", "/manage/events?q=zzz", who=planner),
    Shown("manage-new-event", "/manage/events/new", who=planner, act=_open_more),
    Shown("manage-new-event-refused", "/manage/events/new", who=planner, act=_publish_empty),
    Shown("manage-event", _of_event(""), who=planner),
    Shown("manage-event-draft", _of_draft, who=planner),
    Shown("manage-event-details", _of_event("/edit"), who=planner),
    Shown("manage-event-move", _of_event("/move"), who=planner),
    Shown("manage-event-types", _of_event("/types"), who=planner),
    Shown("manage-event-type", _type, who=planner),
    Shown("manage-event-add-ons", _add_ons, who=planner),
    Shown("manage-event-fees", _of_event("/fees"), who=planner),
    Shown("manage-event-policy", _of_event("/policy"), who=planner),
    Shown("manage-event-staff", _of_event("/staff"), who=planner),
    Shown("manage-event-duplicate", _of_event("/duplicate"), who=planner),
    Shown("manage-event-cancel", _of_event("/cancel"), who=planner),
    Shown("manage-staff", "/manage/staff", who=planner),
    Shown("manage-staff-none", "/manage/staff", who=newcomer),
    Shown("manage-codes", _codes, who=planner),
    Shown("manage-codes-none", "/manage/codes", who=newcomer),
    Shown("manage-new-code", "/manage/codes/new", who=planner),
    Shown("manage-code-batch", "/manage/codes/batch", who=planner),
    Shown("manage-code-batch-refused", "/manage/codes/batch", who=planner, act=_check_wrong_list),
    Shown("manage-code", _code, who=planner),
    Shown("manage-webhooks", _webhooks, who=planner),
    Shown("manage-webhooks-none", "/manage/webhooks", who=newcomer),
    Shown("manage-new-webhook", "/manage/webhooks/new", who=planner),
    Shown("manage-webhook", _webhook, who=planner),
    Shown("manage-journal", _journal, who=planner),
    Shown("manage-exports", _exports, who=planner),
    Shown("manage-exports-none", "/manage/exports", who=newcomer),
    Shown("admin-exports", "/admin/exports", who="admin"),
    Shown("admin-journal", "/admin/journal", who="admin"),
    Shown("manage-journal-refused", _journal, who=planner, act=_ask_without_numbers),
    Shown("manage-webhook-secret", "/manage/webhooks/new", who=planner, act=_show_secret),
)
