"""Settlement: what the platform owes an organizer, and what was paid out."""

from tests.browser.registry.checkout import settle
from tests.support.browser.shop import online_event, order
from tests.support.browser.shown import Shown
from tests.support.browser.site import Member, Site

TERMS = {
    "currency": "EUR",
    "commission_percent": "5.00",
    "commission_per_ticket": "0.10",
    "keeps_fees": True,
    "receives_manual": True,
    "hold_back_days": 7,
}
ACCOUNT = {"holder": "Konzerthaus am Fluss GmbH", "iban": "DE89370400440532013000"}


def organizer(site: Site) -> Member:
    """One who has sold something, and to whom an advance was paid."""

    def make() -> Member:
        member = site.person("organizer", name="Sam Settlement")
        site.post(f"/settlements/{member.id}/terms", TERMS, who=site.admin)
        site.put(f"/bank-accounts/{member.id}", ACCOUNT, who=member)
        event = online_event(site, title="Night of Strings", organizer=member, currency="EUR")
        made = order(site, site.buyer, event)
        body = {"order_id": made["id"], "provider": "manual"}
        settle(site, site.post("/transactions", body, who=site.buyer))
        payout = {
            "organizer_id": member.id,
            "currency": "EUR",
            "amount": "10.00",
            "paid_on": "2026-11-30",
            "reference": f"Advance {member.id}",
            "is_advance": True,
        }
        site.post("/organizer-payouts", payout, who=site.admin)
        return member

    return site.once("settlement", make)


def nobody_yet(site: Site) -> Member:
    """One who has sold nothing."""
    return site.once("settlement-none", lambda: site.person("organizer", name="Nora New"))


def everybody(site: Site) -> str:
    organizer(site)
    return "/admin/settlement"


def of_organizer(site: Site) -> str:
    return f"/admin/settlement/{organizer(site).id}"


PAGES = (
    Shown("manage-settlement", "/manage/settlement", who=organizer),
    Shown("manage-settlement-none", "/manage/settlement", who=nobody_yet),
    Shown("manage-settlement-account", "/manage/settlement/account", who=organizer),
    Shown("admin-settlement", everybody, who="admin"),
    Shown("admin-settlement-organizer", of_organizer, who="admin"),
)
