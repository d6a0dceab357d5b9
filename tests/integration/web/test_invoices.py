"""Invoices on the pages: who sells, whom they are for, and the documents."""

import re
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.csv_tables import csv_rows
from tests.support.e_invoices import xml_in
from tests.support.invoices import BILLING, SELLER, be_seller, issued, paid_order
from tests.support.journals import year_around
from tests.support.orders import order_of, stored
from tests.support.payments import ScriptedProvider
from tests.support.web import Browser, assert_page, assert_redirects, key_of


async def send(browse: Browser, page: str, action: str, **fields: Any) -> httpx.Response:
    """Send a form of this page, as a press of its button does."""
    return await browse.post(action, {"key": key_of(await browse.get(page)), **fields})


async def test_organizer_says_who_sells_and_finds_the_invoices(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await browse.log_in(organizer)
    assert_page(await browse.get("/manage/invoices"), "say first who sells")
    page = "/manage/invoices/seller"
    wrong = await send(browse, page, page, **{**SELLER, "country": "UK"})
    assert_page(wrong, "UK is no country", status=422)
    assert_redirects(await send(browse, page, page, **SELLER), "/manage/invoices")
    assert_page(await browse.get(page), "Konzerthaus am Fluss GmbH", "DE123456789")
    order = await paid_order(api, organizer, buyer, provider)
    (invoice,) = await issued(api, buyer, order)
    shown = await browse.get("/manage/invoices")
    assert_page(shown, invoice["number"], order["reference"], "$50.00")
    document = await browse.get(f"/manage/invoices/{invoice['id']}.pdf")
    assert document.headers["content-type"] == "application/pdf"
    (row,) = csv_rows(await browse.get("/manage/invoices/table.csv"))
    assert row["number"] == invoice["number"]
    assert invoice["number"] not in (await browse.get("/manage/invoices?kind=credit_note")).text


async def test_two_who_say_who_sells_at_once_do_not_overwrite_each_other(
    api: Api, browse: Browser, organizer: Person
) -> None:
    first = await be_seller(api, organizer)
    await browse.log_in(organizer)
    page = "/manage/invoices/seller"
    opened = {**SELLER, "city": "Mine", "version": "1", "key": key_of(await browse.get(page))}
    await be_seller(api, organizer, city="Theirs")
    refused = await browse.post(page, opened)
    assert_page(refused, "Saved now: Theirs", "Mine", status=409)
    answer = await api.get(f"/sellers/{organizer.id}", organizer)
    assert answer.json() == {**first, "city": "Theirs", "updated_at": answer.json()["updated_at"]}


async def test_buyer_says_whom_it_is_for_and_loads_it(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider)
    await browse.log_in(buyer)
    page = f"/orders/{order['reference']}/invoices"
    assert page in (await browse.get(f"/orders/{order['reference']}")).text
    action = f"/orders/{order['reference']}/billing"
    nameless = await send(browse, page, action, city="Hamburg")
    assert_page(nameless, "Write for whom the invoice is.", status=422)
    assert_redirects(await send(browse, page, action, **BILLING), page)
    assert_page(await browse.get(page), "Muster AG", "Issue the invoice now")
    assert_redirects(await send(browse, page, page), page)
    shown = await browse.get(page)
    assert "Muster AG" not in shown.text
    (invoice,) = (await api.get(f"/orders/{order['id']}/invoices", buyer)).json()
    assert_page(shown, f"Invoice {invoice['number']} (PDF)")
    document = await browse.get(f"{page}/{invoice['id']}.pdf")
    assert document.content.startswith(b"%PDF")
    late = await browse.post(action, {"name": "Late"})
    assert_page(late, "whom it is for cannot change any more", status=409)


async def test_buyer_asks_for_an_e_invoice_and_both_load_it(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider)
    await browse.log_in(buyer)
    page = f"/orders/{order['reference']}/invoices"
    action = f"/orders/{order['reference']}/billing"
    asks = {
        **BILLING,
        "email": "b@muster-verlag.de",
        "reference": "PO 7",
        "wants_e_invoice": "on",
    }
    stateless = await send(browse, page, action, **{**asks, "country": ""})
    assert_page(stateless, "names the country of the buyer", "PO 7", status=409)
    assert re.search(r'name="wants_e_invoice"[^>]* checked', stateless.text)
    assert_redirects(await send(browse, page, action, **asks), page)
    assert_page(await browse.get(page), "b@muster-verlag.de", "PO 7")
    assert_redirects(await send(browse, page, page), page)
    (invoice,) = (await api.get(f"/orders/{order['id']}/invoices", buyer)).json()
    path = f"{page}/{invoice['id']}.xml"
    assert path in (await browse.get(page)).text
    document = await browse.get(path)
    assert document.headers["content-type"] == "application/xml"
    assert xml_in((await browse.get(f"{page}/{invoice['id']}.pdf")).content) == document.content
    await browse.log_in(organizer)
    path = f"/manage/invoices/{invoice['id']}.xml"
    assert path in (await browse.get("/manage/invoices")).text
    assert (await browse.get(path)).content == document.content


async def test_pages_say_what_an_e_invoice_lacks(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer, vat_id=None)
    order = await paid_order(api, organizer, buyer, provider)
    await browse.log_in(buyer)
    page = f"/orders/{order['reference']}/invoices"
    assert_page(await browse.get(page), "neither a VAT id nor a tax number")
    assert "wants_e_invoice" not in (await browse.get(page)).text
    assert_redirects(await send(browse, page, page), page)
    (invoice,) = (await api.get(f"/orders/{order['id']}/invoices", buyer)).json()
    assert ".xml" not in (await browse.get(page)).text
    refused = await browse.get(f"{page}/{invoice['id']}.xml")
    assert_page(refused, "neither a VAT id nor a tax number", status=409)
    await browse.log_in(organizer)
    assert_page(await browse.get("/manage/invoices"), "name your VAT id or your tax number")
    page = "/manage/invoices/seller"
    nameless = {**SELLER, "vat_id": "", "version": "1", "always_e_invoices": "on"}
    refused = await send(browse, page, page, **nameless)
    assert_page(refused, "names the VAT id or the tax number of the seller", status=422)
    assert_redirects(
        await send(browse, page, page, **{**nameless, "vat_id": "DE123456789"}), "/manage/invoices"
    )
    assert "name your VAT id" not in (await browse.get("/manage/invoices")).text


async def test_page_says_so_where_nobody_issues_invoices(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    order = await paid_order(api, organizer, buyer, provider)
    await browse.log_in(buyer)
    page = f"/orders/{order['reference']}/invoices"
    assert_page(await browse.get(page), "does not issue invoices here")
    assert_page(await browse.post(page), "does not issue invoices here", status=409)


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.ORGANIZER])
async def test_invoices_of_others_are_not_shown(
    role: Role,
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider)
    (invoice,) = await issued(api, buyer, order)
    own = await order_of(api, buyer, await api.event(organizer))
    await browse.log_in(await api.person(role))
    before = await stored(connection)
    page = f"/orders/{order['reference']}/invoices"
    for path in (page, f"{page}/{invoice['id']}.pdf", f"{page}/{invoice['id']}.xml"):
        assert (await browse.get(path)).status_code == 404
    for path in (page, f"/orders/{order['reference']}/billing"):
        assert (await browse.post(path, {"name": "Mine"})).status_code == 404
    if role is Role.ORGANIZER:
        for ending in ("pdf", "xml"):
            path = f"/manage/invoices/{invoice['id']}.{ending}"
            assert (await browse.get(path)).status_code == 404
        assert invoice["number"] not in (await browse.get("/manage/invoices")).text
    assert await stored(connection) == before
    # Nor with the page of an order of one's own.
    await browse.log_in(buyer)
    path = f"/orders/{own['reference']}/invoices/{invoice['id']}.pdf"
    assert (await browse.get(path)).status_code == 404


async def test_organizer_gets_the_journal_for_the_tax_adviser(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await browse.log_in(organizer)
    assert_redirects(await browse.get("/manage/invoices/journal"), "/manage/invoices")
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, currency="EUR", tax_rate="19.00")
    (invoice,) = await issued(api, buyer, order)
    assert_page(await browse.get("/manage/invoices"), "/manage/invoices/journal")
    assert_page(await browse.get("/manage/invoices/journal"), "SKR 03", "8400", "4400")
    asked = {
        **year_around(api.clock().date()),
        "currency": "EUR",
        **{"consultant": "29098", "client": "55003", "chart": "03", "account_length": "4"},
    }
    path = "/manage/invoices/journal.csv"
    file = await browse.get(path, params=asked)
    assert file.status_code == 200, file.text
    assert invoice["number"] in file.text and "EXTF_Buchungsstapel" in str(file.headers)
    wrong = await browse.get(path, params={**asked, "consultant": "7", "client": ""})
    assert_page(wrong, "Number of the client", status=422)
    wrong = await browse.get(path, params={**asked, "accounts": "19=abc"})
    assert_page(wrong, "The account of 19 is a number other than 0", "29098", status=422)
    wrong = await browse.get(path, params={**asked, "accounts": "19=8400,19=8401"})
    assert_page(wrong, "Two accounts are given for 19", status=422)
