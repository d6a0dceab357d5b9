"""Invoices and credit notes: for whom, of what, with which numbers, and never changed."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from src.domain.services.bookkeeping import reversing_entries
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.csv_tables import csv_rows
from tests.support.documents import read_by_pdfium
from tests.support.invoices import (
    BILLING,
    SELLER,
    be_seller,
    issue,
    issued,
    paid_order,
    require_agreement,
)
from tests.support.orders import FEES, item, order_of, pay, place, stored
from tests.support.payments import ScriptedProvider
from tests.support.settlement import balance_of, pay_out


async def refund(api: Api, who: Person, order: dict[str, Any], amount: str | None = None) -> None:
    body = {"amount": amount} if amount else None
    response = await api.post(f"/transactions/{order['payment']['id']}/refund", who, body)
    assert response.status_code == 201, response.text


async def run_job(api: Api, clock: MovableClock) -> int:
    """The job, an hour after all that has happened."""
    clock.move(minutes=61)
    return int(await api.container.invoicing.issue_invoices().execute())


async def test_job_issues_an_invoice_for_a_paid_order_an_hour_later(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, **FEES)
    assert await api.container.invoicing.issue_invoices().execute() == 0
    assert await run_job(api, clock) == 1
    assert await run_job(api, clock) == 0
    (invoice,) = (await api.get(f"/orders/{order['id']}/invoices", buyer)).json()
    assert (invoice["kind"], invoice["order_reference"]) == ("invoice", order["reference"])
    assert invoice["number"] == f"KF-{clock().year}-00001"
    assert invoice["gross_amount"] == order["total_amount"]
    assert invoice["tax_amount"] == order["tax_amount"]
    assert invoice["seller"]["vat_id"] == SELLER["vat_id"]
    assert invoice["buyer"]["name"] == buyer.user.name and invoice["buyer"]["city"] is None
    kinds = [(line["kind"], line["quantity"]) for line in invoice["lines"]]
    assert kinds == [("tickets", 2), ("fee", None)]
    await require_agreement(connection)


async def test_each_refund_has_a_credit_note_that_names_its_invoice(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(
        api, organizer, buyer, provider, **{**FEES, "tax_inclusive": True, "tax_rate": "19.00"}
    )
    (first,) = await issued(api, buyer, order)
    for amount in ("10.01", "0.02", None):
        await refund(api, organizer, order, amount)
        await issued(api, buyer, order)
    found = await issued(api, buyer, order)
    assert [invoice["kind"] for invoice in found] == ["invoice", *["credit_note"] * 3]
    assert [invoice["corrects"] for invoice in found[1:]] == [first["number"]] * 3
    assert [invoice["number"][-5:] for invoice in found] == ["00001", "00002", "00003", "00004"]
    for name in ("gross_amount", "net_amount", "tax_amount"):
        assert sum(Decimal(note[name]) for note in found[1:]) == Decimal(first[name])
    assert found[0] == first
    await require_agreement(connection)


async def test_refund_that_comes_back_is_invoiced_again(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider)
    await issued(api, buyer, order)
    await refund(api, organizer, order, "20.00")
    (refunded,) = [
        transaction
        for transaction in await api.container.adapters.transactions().of_order(order["id"])
        if not transaction.is_payment
    ]
    await issued(api, buyer, order)
    # The buyer's bank has sent it back.
    async with api.container.adapters.unit_of_work()() as uow:
        entries = await uow.ledger.of_payment(order["payment"]["id"])
        refunded.fail("The card is closed.", entries[0].at)
        await uow.transactions.save(refunded)
        await uow.ledger.add(reversing_entries(refunded, entries, entries[0].at))
        await uow.commit()
    found = await issued(api, buyer, order)
    assert [invoice["kind"] for invoice in found] == ["invoice", "credit_note", "invoice"]
    assert found[2]["corrects"] == found[1]["number"]
    assert found[2]["gross_amount"] == found[1]["gross_amount"] == "20.00"
    await require_agreement(connection)


async def test_order_over_two_organizers_has_an_invoice_of_each(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    second = await api.person(Role.ORGANIZER)
    for seller, prefix in ((organizer, "A-"), (second, "B-")):
        await be_seller(api, seller, invoice_prefix=prefix)
    events = [await api.event(who, **FEES) for who in (organizer, second)]
    order = await order_of(api, buyer, *events)
    order["payment"] = await pay(api, buyer, provider, order)
    found = await issued(api, buyer, order)
    assert [invoice["seller_id"] for invoice in found] == [organizer.id, second.id]
    assert [invoice["number"][:2] for invoice in found] == ["A-", "B-"]
    await require_agreement(connection)
    # Each sees their own, and none of the other's.
    for seller, own, other in zip((organizer, second), found, reversed(found), strict=True):
        listed = (await api.get("/invoices", seller)).json()
        assert [invoice["id"] for invoice in listed] == [own["id"]]
        of_order = (await api.get(f"/orders/{order['id']}/invoices", seller)).json()
        assert [invoice["id"] for invoice in of_order] == [own["id"]]
        assert_problem(await api.get(f"/invoices/{other['id']}", seller), 404, "not_found")
        path = f"/invoices/{other['id']}/document.pdf"
        assert_problem(await api.get(path, seller), 404, "not_found")


async def test_nothing_is_issued_before_somebody_says_who_sells(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    order = await paid_order(api, organizer, buyer, provider)
    before = await stored(connection)
    refused = assert_problem(await issue(api, buyer, order), 409, "invalid_state")
    assert "does not issue invoices" in refused["detail"]
    assert await run_job(api, clock) == 0
    assert await stored(connection) == before
    # What was paid before is invoiced when it is asked for.
    await be_seller(api, organizer)
    assert len(await issued(api, buyer, order)) == 1


@pytest.mark.parametrize("payment", ["none", "online"])
async def test_what_was_not_paid_here_is_not_invoiced(
    payment: str, api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    await be_seller(api, organizer)
    order = await order_of(api, buyer, await api.event(organizer, payment=payment))
    before = await stored(connection)
    assert_problem(await issue(api, buyer, order), 409, "invalid_state")
    assert await stored(connection) == before


async def test_invoice_is_for_whom_the_buyer_said_and_stays_so(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    event = await api.event(organizer, **FEES)
    order = (await place(api, buyer, await item(api, event, 2))).json()
    path = f"/orders/{order['id']}/billing"
    assert_problem(await api.get(path, buyer), 404, "not_found")
    assert (await api.put(path, buyer, {"name": "Somebody"})).status_code == 200
    order["payment"] = await pay(api, buyer, provider, order)
    answer = await api.put(path, buyer, BILLING)
    plain = {"email": None, "reference": None, "wants_e_invoice": False}
    assert answer.json() == {**BILLING, **plain}
    (invoice,) = await issued(api, buyer, order)
    assert invoice["buyer"] == {**BILLING, "email": None, "tax_number": None}
    refused = assert_problem(await api.put(path, buyer, {"name": "Other"}), 409, "invalid_state")
    assert invoice["number"] in refused["detail"]
    assert_problem(await api.call("DELETE", path, buyer), 409, "invalid_state")
    assert (await api.get(path, buyer)).json()["name"] == BILLING["name"]


async def test_document_says_all_of_it_and_is_the_same_bytes_after_everything_is_renamed(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    event = await api.event(organizer, title="Spring concert", **FEES)
    order = await order_of(api, buyer, event)
    await api.put(f"/orders/{order['id']}/billing", buyer, BILLING)
    order["payment"] = await pay(api, buyer, provider, order)
    (invoice,) = await issued(api, buyer, order)
    path = f"/invoices/{invoice['id']}/document.pdf"
    response = await api.get(path, buyer)
    assert response.headers["content-disposition"] == (
        f'inline; filename="invoice-{invoice["number"]}.pdf"'
    )
    text = " ".join(" ".join(read_by_pdfium(response.content)).split())
    for part in (
        *(SELLER["name"], "Uferstraße 12", "10115 Berlin", "VAT id: DE123456789"),
        *("Buyer: Muster AG", "Hinterhaus", "20095 Hamburg", "DE987654321"),
        *(f"Invoice {invoice['number']}", order["reference"], "Spring concert"),
        *("Service fee", "Tax at 7%", f"{order['total_amount']} USD", "Paid in full."),
    ):
        assert str(part) in text, part
    await api.put(f"/events/{event['id']}", organizer, {"title": "Renamed"})
    await api.put(f"/users/{buyer.id}", buyer, {"name": "Somebody Else"})
    await be_seller(api, organizer, name="Renamed GmbH", invoice_prefix="NEW-")
    assert (await api.get(path, organizer)).content == response.content
    assert (await api.get(f"/invoices/{invoice['id']}", buyer)).json() == invoice


async def test_database_refuses_to_change_or_delete_what_was_issued(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider)
    await issued(api, buyer, order)
    for statement in (
        "UPDATE invoices SET name = 'X'",
        "DELETE FROM invoices",
        "TRUNCATE invoices CASCADE",
        "DELETE FROM invoice_movements",
    ):
        with pytest.raises(asyncpg.RestrictViolationError):
            await connection.execute(statement)
    # A number that leaves one out refers to a document that does not exist.
    with pytest.raises(asyncpg.ForeignKeyViolationError, match="invoices_have_no_gaps"):
        await connection.execute(
            "INSERT INTO invoices (seller_id, order_id, kind, year, number, previous_number, name, "
            "issued_at, currency, net_amount, tax_amount, gross_amount, content) "
            "SELECT seller_id, order_id, kind, year, number + 2, number + 1, 'gap', "
            "issued_at, currency, "
            "net_amount, tax_amount, gross_amount, content FROM invoices"
        )
    with pytest.raises(asyncpg.CheckViolationError):
        await connection.execute(
            "INSERT INTO order_billing (order_id, name) VALUES ($1, 'Late')", order["id"]
        )


async def test_table_has_a_row_for_each_rate_and_credit_notes_are_negative(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, **FEES)
    await refund(api, organizer, order)
    await issued(api, buyer, order)
    response = await api.get("/invoices.csv", organizer)
    first, second = sorted(csv_rows(response), key=lambda row: row["number"])
    assert first["gross_amount"] == order["total_amount"]
    assert second["gross_amount"] == f"-{order['total_amount']}"
    assert (first["tax_rate"], second["corrects"]) == ("7.00", first["number"])


async def test_small_business_says_why_it_charges_no_tax(
    api: Api, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer, is_small_business=True, vat_id=None, tax_number="12/345")
    order = await paid_order(api, organizer, buyer, provider)
    (invoice,) = await issued(api, buyer, order)
    assert {line["tax_category"] for line in invoice["lines"]} == {"small_business"}
    path = f"/invoices/{invoice['id']}/document.pdf"
    text = " ".join(read_by_pdfium((await api.get(path, buyer)).content))
    assert "small business" in text and "Tax number: 12/345" in text


async def test_numbers_begin_again_each_year_of_the_seller(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
) -> None:
    await be_seller(api, organizer, timezone="Asia/Bangkok")
    first = await paid_order(api, organizer, buyer, provider)
    (before,) = await issued(api, buyer, first)
    year = clock().year
    # In Bangkok the year begins seven hours before it does in UTC.
    eve = clock().replace(year=year + 1, month=12, day=31, hour=18, minute=0)
    clock.move(seconds=(eve - clock()).total_seconds())
    second = await paid_order(api, organizer, buyer, provider, date_time="2090-01-01T20:00:00Z")
    (after,) = await issued(api, buyer, second)
    assert clock().year == year + 1
    assert [before["number"], after["number"]] == [f"KF-{year}-00001", f"KF-{year + 2}-00001"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("country", "UK"), ("vat_id", "123"), ("vat_id", "ZZ123456"), ("name", " ")],
)
async def test_what_no_invoice_can_say_is_refused(
    field: str,
    value: str,
    api: Api,
    organizer: Person,
    buyer: Person,
    connection: asyncpg.Connection,
) -> None:
    order = await order_of(api, buyer, await api.event(organizer, payment="online"))
    before = await stored(connection)
    refused = await api.put(f"/sellers/{organizer.id}", organizer, {**SELLER, field: value})
    assert_problem(refused, 422, "validation_failed")
    path = f"/orders/{order['id']}/billing"
    assert_problem(await api.put(path, buyer, {**BILLING, field: value}), 422, "validation_failed")
    assert await stored(connection) == before


async def test_customer_sells_nothing(api: Api, buyer: Person, admin: Person) -> None:
    path = f"/sellers/{buyer.id}"
    assert_problem(await api.put(path, buyer, SELLER), 403, "forbidden")
    assert_problem(await api.put(path, admin, SELLER), 422, "validation_failed")


async def settle_all(api: Api, admin: Person, organizer: Person) -> None:
    """Pay the organizer what is owed: an account is deleted once nothing is."""
    owed = (await balance_of(api, admin, organizer))["owed"]
    paid = await pay_out(api, admin, organizer, owed, is_advance=True)
    assert paid.status_code == 201, paid.text


async def test_what_was_issued_is_found_after_its_organizer_was_deleted(
    api: Api, organizer: Person, buyer: Person, admin: Person, provider: ScriptedProvider
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider)
    before = await issued(api, buyer, order)
    event_id = order["items"][0]["event_id"]
    ended = await api.put(f"/events/{event_id}", organizer, {"status": "cancelled"})
    assert ended.status_code == 200, ended.text
    await settle_all(api, admin, organizer)
    deleted = await api.call("DELETE", f"/users/{organizer.id}", admin)
    assert deleted.status_code == 200, deleted.text
    assert await issued(api, buyer, order) == before


async def test_credit_note_is_issued_for_a_refund_that_ends_after_its_organizer_was_deleted(
    api: Api,
    organizer: Person,
    buyer: Person,
    admin: Person,
    provider: ScriptedProvider,
    clock: MovableClock,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider)
    before = await issued(api, buyer, order)
    await refund(api, organizer, order, "10.00")
    late = await paid_order(api, organizer, buyer, provider)
    for bought in (order, late):
        path = f"/events/{bought['items'][0]['event_id']}"
        assert (await api.put(path, organizer, {"status": "cancelled"})).status_code == 200
    await settle_all(api, admin, organizer)
    deleted = await api.call("DELETE", f"/users/{organizer.id}", admin)
    assert deleted.status_code == 200, deleted.text
    assert await run_job(api, clock) > 0
    documents = await issued(api, api.renewed(buyer), order)
    assert [document["kind"] for document in documents][:2] == ["invoice", "credit_note"]
    assert documents[1]["seller"] == before[0]["seller"]
    assert (await issued(api, api.renewed(buyer), late))[0]["kind"] == "invoice"
    await require_agreement(connection)


async def test_seller_who_sold_nothing_is_forgotten_with_the_account(
    api: Api, organizer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    await be_seller(api, organizer)
    deleted = await api.call("DELETE", f"/users/{organizer.id}", admin)
    assert deleted.status_code == 200, deleted.text
    assert await connection.fetchval("SELECT count(*) FROM sellers") == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("city", "Berlin\nPaid in full"),
        ("city", "Berlin\u2028Paid"),
        ("postal_code", "1\u202e0"),
        ("tax_number", "12\n34"),
        ("street", "Ring 1\u202eX"),
        ("street", "Ring 1\u2028Paid"),
    ],
)
async def test_addresses_do_not_break_out_of_their_lines(
    api: Api, organizer: Person, connection: asyncpg.Connection, field: str, value: str
) -> None:
    path = f"/sellers/{organizer.id}"
    refused = assert_problem(
        await api.put(path, organizer, {**SELLER, field: value}), 422, "validation_failed"
    )
    assert refused["errors"][0]["field"] == f"body.{field}"
    assert await connection.fetchval("SELECT count(*) FROM sellers") == 0


async def test_street_may_have_several_lines(api: Api, organizer: Person) -> None:
    street = "Hinterhaus\nRing 1"
    answer = await api.put(f"/sellers/{organizer.id}", organizer, {**SELLER, "street": street})
    assert answer.status_code == 200, answer.text
    assert answer.json()["street"] == street
