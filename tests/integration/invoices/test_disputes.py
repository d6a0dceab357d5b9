"""What a bank takes for good is on a credit note, and on an invoice again if it comes back."""

from decimal import Decimal

import asyncpg

from tests.support.api import Api, Person
from tests.support.disputes import dispute
from tests.support.documents import read_by_pdfium
from tests.support.invoices import be_seller, issued, paid_order, require_agreement
from tests.support.payments import ScriptedProvider

FEES = {"price": "100.00", "service_fee_fixed": "3.33", "tax_rate": "19.00"}


async def test_lost_dispute_is_a_credit_note_and_a_late_victory_an_invoice_again(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, **FEES)
    (invoice,) = await issued(api, buyer, order)
    reference = await dispute(api, provider, order["payment"])
    # While the bank holds the money nothing is decided, and nothing is corrected.
    assert len(await issued(api, buyer, order)) == 1
    await dispute(api, provider, order["payment"], "lost", reference=reference)
    _, note = await issued(api, buyer, order)
    assert (note["kind"], note["corrects"]) == ("credit_note", invoice["number"])
    assert [note[name] for name in ("net_amount", "tax_amount", "gross_amount")] == [
        invoice[name] for name in ("net_amount", "tax_amount", "gross_amount")
    ]
    path = f"/invoices/{note['id']}/document.pdf"
    text = " ".join(read_by_pdfium((await api.get(path, buyer)).content))
    assert "back from the bank" in text
    await require_agreement(connection)
    (flow,) = (await api.get("/analytics/taxes", organizer)).json()["by_rate"]
    assert (flow["refunded_tax"], flow["tax"]) == (invoice["tax_amount"], "0.00")
    await dispute(api, provider, order["payment"], "won", reference=reference)
    again = (await issued(api, buyer, order))[-1]
    assert (again["kind"], again["corrects"]) == ("invoice", note["number"])
    assert again["gross_amount"] == invoice["gross_amount"]
    await require_agreement(connection)


async def test_part_that_is_lost_after_a_refund_agrees_with_the_ledger(
    api: Api,
    organizer: Person,
    buyer: Person,
    provider: ScriptedProvider,
    connection: asyncpg.Connection,
) -> None:
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, **FEES)
    path = f"/transactions/{order['payment']['id']}/refund"
    assert (await api.post(path, organizer, {"amount": "31.07"})).status_code == 201
    reference = await dispute(api, provider, order["payment"], amount=Decimal("50.01"))
    await dispute(
        api, provider, order["payment"], "lost", reference=reference, amount=Decimal("50.01")
    )
    documents = await issued(api, buyer, order)
    assert [document["gross_amount"] for document in documents[1:]] == ["31.07", "50.01"]
    await require_agreement(connection)
