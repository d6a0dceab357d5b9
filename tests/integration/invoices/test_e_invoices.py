"""E-invoices over HTTP: who asks, what is missing, and files that the official rules accept."""

from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.e_invoices import broken_rules, xml_in
from tests.support.invoices import BILLING, be_seller, issued, paid_order
from tests.support.orders import FEES, order_of, pay, stored
from tests.support.payments import ScriptedProvider

ASKS = {
    **BILLING,
    "email": "buchhaltung@muster-verlag.de",
    "reference": "04011000-12345-03",
    "wants_e_invoice": True,
}
TICKETS = {"price": "107.00", "tax_rate": "7.00", "tax_inclusive": True}


async def say(api: Api, who: Person, order: dict[str, Any], **fields: Any) -> httpx.Response:
    """Say whom the invoice of the order is for."""
    return await api.put(f"/orders/{order['id']}/billing", who, {**ASKS, **fields})


async def files(api: Api, who: Person, invoice: dict[str, Any]) -> tuple[bytes, httpx.Response]:
    """The PDF of the document, and the answer to who asks for its XML."""
    path = f"/invoices/{invoice['id']}/document"
    pdf = await api.get(f"{path}.pdf", who)
    assert pdf.status_code == 200, pdf.text
    return pdf.content, await api.get(f"{path}.xml", who)


async def test_buyer_asks_and_gets_it_in_the_pdf_and_as_xml_for_refunds_too(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer, email="rechnung@konzerthaus.de")
    order = await paid_order(api, organizer, buyer, provider, **{**FEES, **TICKETS})
    assert (await say(api, buyer, order)).json() == ASKS
    await issued(api, buyer, order)
    path = f"/transactions/{order['payment']['id']}/refund"
    assert (await api.post(path, organizer, {"amount": "10.01"})).status_code == 201
    documents = await issued(api, buyer, order)
    assert [document["kind"] for document in documents] == ["invoice", "credit_note"]
    for document in documents:
        assert document["is_e_invoice"] is True
        assert document["buyer_reference"] == ASKS["reference"]
        assert document["buyer"]["email"] == ASKS["email"]
        pdf, answer = await files(api, buyer, document)
        assert answer.headers["content-type"] == "application/xml"
        name = f"invoice-{document['number']}.xml"
        assert answer.headers["content-disposition"] == f'inline; filename="{name}"'
        assert xml_in(pdf) == answer.content
        assert broken_rules(answer.content) == set()
        for part in (document["number"], document["gross_amount"], *map(str, ASKS.values())):
            assert part == "True" or part.split("\n")[0] in answer.text, part
    # What it is stays, whatever those who are on it say later.
    pdf, answer = await files(api, buyer, documents[0])
    await be_seller(api, organizer, name="Renamed GmbH", email=None)
    later = await files(api, organizer, documents[0])
    assert (pdf, answer.content) == (later[0], later[1].content)


async def test_seller_can_give_e_invoices_without_being_asked(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer, always_e_invoices=True)
    with_country, without = [
        await paid_order(api, organizer, buyer, provider, **TICKETS) for _ in range(2)
    ]
    await say(api, buyer, with_country, wants_e_invoice=False)
    (document,) = await issued(api, buyer, with_country)
    pdf, answer = await files(api, buyer, document)
    assert xml_in(pdf) == answer.content and broken_rules(answer.content) == set()
    # Who says nothing has a name alone, and no country.
    (document,) = await issued(api, buyer, without)
    pdf, answer = await files(api, buyer, document)
    assert xml_in(pdf) is None
    problem = assert_problem(answer, 409, "invalid_state")
    assert problem["detail"] == "The country of the buyer was not given, which e-invoices name."


async def test_small_business_has_e_invoices_with_its_tax_number(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer, is_small_business=True, vat_id=None, tax_number="12/345/67890")
    order = await paid_order(api, organizer, buyer, provider)
    await say(api, buyer, order)
    (document,) = await issued(api, buyer, order)
    pdf, answer = await files(api, buyer, document)
    assert xml_in(pdf) == answer.content and broken_rules(answer.content) == set()


async def test_document_that_nobody_asked_to_be_one_is_none(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    """Those that were issued before there were e-invoices are like that."""
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider)
    await say(api, buyer, order, wants_e_invoice=False)
    (document,) = await issued(api, buyer, order)
    earlier = await connection.fetchval(
        "INSERT INTO invoices (seller_id, order_id, kind, year, number, previous_number, name, "
        "issued_at, currency, net_amount, tax_amount, gross_amount, content) "
        "SELECT seller_id, order_id, kind, year, 2, 1, 'EARLIER', issued_at, currency, net_amount, "
        "tax_amount, gross_amount, content - 'is_e_invoice' - 'buyer_reference' FROM invoices "
        "RETURNING id"
    )
    for invoice_id in (document["id"], earlier):
        shown = (await api.get(f"/invoices/{invoice_id}", buyer)).json()
        assert shown["is_e_invoice"] is False
        pdf, answer = await files(api, buyer, shown)
        assert xml_in(pdf) is None
        problem = assert_problem(answer, 409, "invalid_state")
        assert problem["detail"] == "Nobody had asked for an e-invoice when this was issued."


@pytest.mark.parametrize(
    ("seller", "event", "billing", "field", "why"),
    [
        ({}, {}, {"country": None}, "country", "names the country of the buyer"),
        ({"vat_id": None}, {}, {}, "wants_e_invoice", "neither a VAT id nor a tax number"),
        ({}, {"currency": "KWD"}, {}, "wants_e_invoice", "Amounts in KWD have 3 decimals"),
        ({}, {}, {"email": "nobody"}, "email", ""),
        ({}, {}, {"reference": "a\nb"}, "reference", ""),
    ],
)
async def test_what_no_e_invoice_can_say_is_refused_when_it_is_asked_for(
    seller: dict[str, Any],
    event: dict[str, Any],
    billing: dict[str, Any],
    field: str,
    why: str,
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer, **seller)
    order = await order_of(api, buyer, await api.event(organizer, payment="online", **event))
    before = await stored(connection)
    problem = assert_problem(await say(api, buyer, order, **billing), 422, "validation_failed")
    (error,) = problem["errors"]
    assert error["field"] == f"body.{field}" and why in error["message"]
    assert await stored(connection) == before
    # Without asking for one it can be said.
    if why:
        answer = await say(api, buyer, order, **billing, wants_e_invoice=False)
        assert answer.status_code == 200, answer.text


async def test_order_of_two_sellers_can_ask_while_one_of_them_can(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    other = await api.person(Role.ORGANIZER)
    await be_seller(api, organizer)
    await be_seller(api, other, vat_id=None)
    events = [await api.event(who, **FEES) for who in (organizer, other)]
    order = await order_of(api, buyer, *events)
    assert (await say(api, buyer, order)).status_code == 200
    order["payment"] = await pay(api, buyer, provider, order)
    first, second = await issued(api, buyer, order)
    assert (first["is_e_invoice"], second["is_e_invoice"]) == (True, False)
    _, answer = await files(api, buyer, second)
    assert (
        "neither a VAT id nor a tax number"
        in assert_problem(answer, 409, "invalid_state")["detail"]
    )


async def test_seller_without_a_tax_id_cannot_always_give_them(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    seller = await be_seller(api, organizer)
    body = {"name": "S", "street": "S", "city": "C", "country": "DE", "always_e_invoices": True}
    refused = await api.put(f"/sellers/{organizer.id}", organizer, body)
    (error,) = assert_problem(refused, 422, "validation_failed")["errors"]
    assert error["field"] == "body.vat_id"
    assert (await api.get(f"/sellers/{organizer.id}", organizer)).json() == seller
    for statement in (
        "UPDATE sellers SET vat_id = NULL, always_e_invoices = true",
        "INSERT INTO order_billing (order_id, name, wants_e_invoice) VALUES (1, 'B', true)",
    ):
        with pytest.raises(asyncpg.CheckViolationError):
            await connection.execute(statement)


async def test_business_that_owes_the_tax_has_an_e_invoice_that_says_so(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer, allows_reverse_charge=True)
    order = await order_of(api, buyer, await api.event(organizer, **{**FEES, **TICKETS}))
    abroad = {"country": "AT", "city": "Wien", "vat_id": "ATU12345678"}
    assert (await say(api, buyer, order, **abroad)).status_code == 200
    order = (await api.get(f"/orders/{order['id']}", buyer)).json()
    order["payment"] = await pay(api, buyer, provider, order)
    (document,) = await issued(api, buyer, order)
    pdf, answer = await files(api, buyer, document)
    assert xml_in(pdf) == answer.content and broken_rules(answer.content) == set()
    assert "VATEX-EU-AE" in answer.text and "ATU12345678" in answer.text


@pytest.mark.parametrize(("rounding", "is_one"), [("line", False), ("document", True)])
async def test_many_lines_in_yen_need_a_tax_that_is_rounded_by_document(
    rounding: str,
    is_one: bool,
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
) -> None:
    await be_seller(api, organizer, tax_rounding=rounding)
    # The tax of each is 14.70 yen: 15 by line, and 88.20 of six.
    yen = {"currency": "JPY", "price": "105", "tax_rate": "7.00", "payment": "online"}
    order = await order_of(api, buyer, *[await api.event(organizer, **yen) for _ in range(6)])
    assert (await say(api, buyer, order)).status_code == 200
    order["payment"] = await pay(api, buyer, provider, order)
    (document,) = await issued(api, buyer, order)
    assert document["tax_amount"] == ("88" if rounding == "document" else "90")
    assert document["is_e_invoice"] is is_one
    _, answer = await files(api, buyer, document)
    if is_one:
        assert broken_rules(answer.content) == set()
    else:
        problem = assert_problem(answer, 409, "invalid_state")
        assert problem["detail"].startswith("The tax at 7%, rounded by line, differs")
