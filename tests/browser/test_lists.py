"""An organizer finds an order among others, and takes what was found along as a table."""

import csv
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.support.browser.shop import type_ids
from tests.support.browser.site import Site

SALE = {
    "payment": "online",
    "price": "40.00",
    "service_fee_fixed": "1.50",
    "tax_rate": "10",
    "currency": "EUR",
}


def test_an_order_is_found_by_its_code_and_its_table_has_what_the_total_is_made_of(
    site: Site, open_page: OpenPage, tmp_path: Path
) -> None:
    organizer = site.person("organizer", name="Lina Lists")
    event = site.event(organizer, title="=Formula & Friends", **SALE)
    code = {"code": "LISTED", "kind": "percent", "value": "25", "event_id": event["id"]}
    site.post("/discounts", code, who=organizer)
    items = [{"ticket_type_id": type_ids(site, event)[0], "quantity": 2}]
    body = {"items": items, "contact_name": "=Nora", "discount_code": "LISTED"}
    wanted = site.post("/orders", body, who=site.person())
    for name in ("Otto", "Olga"):
        site.post("/orders", {"items": items, "contact_name": name}, who=site.person())

    desk = open_page("desktop", who=organizer)
    desk.goto("/manage/orders")
    expect(desk.locator("tbody tr")).to_have_count(3)
    field = desk.get_by_label("Name, e-mail, reference or code")
    field.fill("listed")
    desk.get_by_label("Status").select_option("pending")
    field.press("Enter")
    row = desk.locator("tbody tr")
    expect(row).to_have_count(1)
    for words in (wanted["reference"], "=Nora", "LISTED", "€69.30"):
        expect(row).to_contain_text(words)
    for words in ("Price €80.00", "Discount \u2212€20.00", "Fees €3.00", "Taxes €6.30"):
        expect(row).to_contain_text(words)

    with desk.expect_download() as download:
        desk.get_by_role("link", name="CSV of 1 row").click()
    table = tmp_path / "orders.csv"
    download.value.save_as(table)
    (found,) = csv.DictReader(table.read_text("utf-8-sig").splitlines())
    # A spreadsheet takes neither name for a formula.
    assert (found["name"], found["events"]) == ("'=Nora", "'=Formula & Friends")
    amounts = ("subtotal", "discount_amount", "fee_amount", "tax_amount", "total_amount")
    assert [found[name] for name in amounts] == ["80.00", "20.00", "3.00", "6.30", "69.30"]

    desk.get_by_role("link", name="Clear").click()
    expect(field).to_have_value("")
    field.fill("nobody of this name")
    field.press("Enter")
    expect(desk.get_by_role("heading", name="No orders found")).to_be_visible()

    phone = open_page("phone", who=organizer)
    phone.goto("/manage/orders?q=nora")
    card = phone.locator("tbody tr")
    expect(card).to_have_count(1)
    expect(card).to_contain_text("€69.30")
