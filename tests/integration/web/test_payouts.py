"""The pages of payouts."""

import pytest

from tests.support.api import Api, Person
from tests.support.stripe_shop import stripe_shop
from tests.support.web import Browser, assert_page


async def test_administrator_reads_the_account_and_notes_what_the_bank_says(
    api: Api, browse: Browser, organizer: Person, buyer: Person, admin: Person
) -> None:
    await browse.log_in(admin)
    assert_page(await browse.get("/admin/payouts"), "No payouts yet", 'href="/admin/payouts"')
    with stripe_shop(api) as shop:
        payment = await shop.pay(buyer, await api.event(organizer, payment="online"))
        assert (await browse.post("/admin/payouts")).status_code == 303
        assert_page(await browse.get("/admin/payouts"), "US$48.25", "fees so far: US$1.75")
        held = await browse.get("/admin/payouts/held")
        assert_page(
            held, payment["provider_reference"], "Payment", f"/manage/orders/{payment['order_id']}"
        )
        payout = shop.server.account.pay_out()
        assert (await browse.post("/admin/payouts")).status_code == 303
    (listed,) = (await api.get("/payouts", admin)).json()
    page = f"/admin/payouts/{listed['id']}"
    assert_page(await browse.get("/admin/payouts"), page, "adds up", "not looked at")
    assert_page(await browse.get("/admin/payouts/held"), "Nothing is held")
    shown = await browse.get(page)
    assert_page(shown, "Payout of US$48.25", payout["id"], "To the smallest unit", "Payments")
    assert (await browse.post(page, {"bank_amount": "48.20"})).status_code == 303
    assert_page(await browse.get(page), "The bank statement says US$48.20.")
    assert_page(await browse.get("/admin/payouts"), "differs")
    assert_page(await browse.get("/admin/reconciliation"), f'href="{page}"')
    assert (await browse.post(page, {"bank_amount": "48.25"})).status_code == 303
    assert_page(await browse.get(page), "The bank statement says the same.")
    assert (await browse.post(page, {"bank_amount": ""})).status_code == 303
    assert_page(await browse.get("/admin/payouts"), "not looked at")


async def test_payout_that_came_back_needs_an_administrator(
    api: Api, browse: Browser, organizer: Person, buyer: Person, admin: Person
) -> None:
    with stripe_shop(api) as shop:
        await shop.pay(buyer, await api.event(organizer, payment="online"))
        payout = shop.server.account.pay_out()
        shop.server.account.fail_payout(payout)
        await shop.send("payout.failed", payout)
    (listed,) = (await api.get("/payouts", admin)).json()
    page = f"/admin/payouts/{listed['id']}"
    said = "A payout of US$48.25 did not arrive at the bank."
    await browse.log_in(admin)
    for overview in ("/admin", "/manage"):
        assert_page(await browse.get(overview), said, f'href="{page}"')
    assert_page(await browse.get("/admin/payouts"), "came back", "The bank account is closed.")
    assert_page(await browse.get(page), "It did not arrive", "Correct the bank account")
    await browse.log_in(organizer)
    assert said not in (await browse.get("/manage")).text


@pytest.mark.parametrize(("typed", "problem"), [("48.255", "decimals"), ("much", "number")])
async def test_what_is_no_amount_is_said_beside_the_field(
    api: Api,
    browse: Browser,
    organizer: Person,
    buyer: Person,
    admin: Person,
    typed: str,
    problem: str,
) -> None:
    with stripe_shop(api) as shop:
        await shop.pay(buyer, await api.event(organizer, payment="online"))
        shop.server.account.pay_out()
        await shop.follow()
    (listed,) = (await api.get("/payouts", admin)).json()
    await browse.log_in(admin)
    refused = await browse.post(f"/admin/payouts/{listed['id']}", {"bank_amount": typed})
    assert refused.status_code == 422
    assert problem in refused.text and "field__problem" in refused.text


async def test_payouts_are_for_administrators(browse: Browser, organizer: Person) -> None:
    await browse.log_in(organizer)
    assert (await browse.get("/admin/payouts")).status_code == 403
    assert (await browse.get("/admin/payouts/1")).status_code == 403
