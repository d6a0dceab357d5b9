"""Invoices: of the buyer's order, and of the organizer who issues them."""

from typing import Any

from tests.browser.registry.checkout import settle
from tests.support.browser.shop import online_event, order
from tests.support.browser.shown import Shown
from tests.support.browser.site import Member, Site

SELLER = {
    "name": "Konzerthaus am Fluss GmbH",
    "street": "Uferstraße 12",
    "postal_code": "10115",
    "city": "Berlin",
    "country": "DE",
    "vat_id": "DE123456789",
    "invoice_prefix": "KF-",
    "timezone": "Europe/Berlin",
    "email": "rechnung@konzerthaus.de",
}
BILLING = {
    "name": "Muster AG",
    "street": "Gasse 1",
    "postal_code": "20095",
    "city": "Hamburg",
    "country": "DE",
    "vat_id": "DE987654321",
    "email": "buchhaltung@muster-verlag.de",
    "reference": "04011000-12345-03",
    "wants_e_invoice": True,
}


def seller(site: Site) -> Member:
    """An organizer who issues invoices."""
    return _seller(site, "invoices-seller", SELLER)


def without_tax_id(site: Site) -> Member:
    """One who cannot issue e-invoices."""
    return _seller(site, "invoices-no-tax-id", {**SELLER, "vat_id": None})


def paid_order(site: Site, organizer: Member) -> Any:
    """An order of the buyer's that is paid; the organizer has not issued anything for it."""
    event = online_event(site, title="Night of Strings", organizer=organizer)
    made = order(site, site.buyer, event)
    body = {"order_id": made["id"], "provider": "manual"}
    payment = site.post("/transactions", body, who=site.buyer)
    settle(site, payment)
    return {**made, "payment": payment}


def form(site: Site) -> str:
    """The form of an order, with all that was said."""
    made = paid_order(site, seller(site))
    site.put(f"/orders/{made['id']}/billing", BILLING, who=site.buyer)
    return f"/orders/{made['reference']}/invoices"


def form_without_e_invoice(site: Site) -> str:
    return f"/orders/{paid_order(site, without_tax_id(site))['reference']}/invoices"


def issued(site: Site) -> str:
    """An e-invoice, and the credit note of a part."""
    made = paid_order(site, seller(site))
    path = f"/orders/{made['id']}"
    site.put(f"{path}/billing", BILLING, who=site.buyer)
    site.post(f"{path}/invoices", who=site.buyer)
    refund = f"/transactions/{made['payment']['id']}/refund"
    refunded = site.post(refund, {"amount": "10.00"}, seller(site))
    settle(site, refunded)
    site.post(f"{path}/invoices", who=site.buyer)
    return f"/orders/{made['reference']}/invoices"


def listed(site: Site) -> str:
    issued(site)
    return "/manage/invoices"


def _seller(site: Site, key: str, says: dict[str, Any]) -> Member:
    def make() -> Member:
        organizer = site.person("organizer", name="Ilse Invoice")
        site.put(f"/sellers/{organizer.id}", says, who=organizer)
        return organizer

    return site.once(key, make)


PAGES = (
    Shown("order-invoice", form, who="buyer"),
    Shown("order-invoice-plain", form_without_e_invoice, who="buyer"),
    Shown("order-invoices", issued, who="buyer"),
    Shown("manage-invoices", listed, who=seller),
    Shown("manage-invoices-none", "/manage/invoices", who=without_tax_id),
    Shown("manage-seller", "/manage/invoices/seller", who=seller),
)
