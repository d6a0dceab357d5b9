"""Codes on the pages: what one opens on an event's page, and many at once."""

from typing import Any

import asyncpg

from tests.support.api import Api, Person
from tests.support.carts import make_code
from tests.support.web import Browser, assert_page, key_of

TERMS = {"kind": "percent", "value": "10", "covers": "", "currency": "EUR"}


async def with_secret(api: Api, organizer: Person) -> tuple[dict[str, Any], int]:
    types = [{"name": "Standard", "price": "50.00"}, {"name": "Friends", "price": "20.00"}]
    event = await api.event(
        organizer, title="Gala", payment="online", price=None, ticket_types=types
    )
    kinds = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    hidden: int = kinds[1]["id"]
    await api.put(f"/ticket-types/{hidden}", organizer, {"is_hidden": True})
    return event, hidden


async def test_code_opens_a_type_on_the_event_s_page_and_buys_it(
    api: Api, browse: Browser, organizer: Person, connection: asyncpg.Connection
) -> None:
    event, hidden = await with_secret(api, organizer)
    await make_code(api, organizer, "FRIENDS", value="50", ticket_type_id=hidden)
    path = f"/events/{event['id']}-gala"
    assert "Friends" not in (await browse.get(path)).text
    moved = await browse.get(f"/events/{event['id']}?code=friends")
    assert moved.headers["location"] == f"{path}?code=friends"
    page = await browse.get(f"{path}?code=friends")
    assert_page(page, "Friends", "Your code friends is used for what you get here.")
    # What is kept for others says nothing of it.
    assert "Friends" not in (await browse.get(path)).text
    key = key_of(page)
    held = await browse.post(
        f"/events/{event['id']}/hold", {"key": key, f"type_{hidden}": "2", "code": "friends"}
    )
    assert held.status_code == 303, held.text
    row = await connection.fetchrow("SELECT total_amount, discount_code FROM orders")
    assert row is not None
    assert (str(row["total_amount"]), row["discount_code"]) == ("20.00", "FRIENDS")


async def test_code_that_opened_a_type_stays_and_the_checkout_says_why(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event, hidden = await with_secret(api, organizer)
    await make_code(api, organizer, "FRIENDS", value="50", ticket_type_id=hidden)
    key = key_of(await browse.get(f"/events/{event['id']}-gala?code=friends"))
    chosen = {"key": key, f"type_{hidden}": "2", "code": "friends"}
    held = await browse.post(f"/events/{event['id']}/hold", chosen)
    refused = await browse.post(f"{held.headers['location']}/code", {"code": ""})
    why = "These tickets are sold with this code only."
    assert refused.status_code in (409, 422)
    assert f"<span>{why}</span>" in refused.text


async def test_refused_choice_is_shown_again_with_the_code_and_what_it_opened(
    api: Api, browse: Browser, organizer: Person, connection: asyncpg.Connection
) -> None:
    event, hidden = await with_secret(api, organizer)
    await make_code(api, organizer, "FRIENDS", value="50", ticket_type_id=hidden, min_spend="70.00")
    path = f"/events/{event['id']}"
    key = key_of(await browse.get(f"{path}-gala?code=friends"))
    chosen = {"key": key, f"type_{hidden}": "3", "code": "friends"}
    refused = await browse.post(f"{path}/hold", chosen)
    assert_page(refused, "Friends", 'value="3"', 'id="field-code-problem"', status=422)
    assert "needs tickets for at least 70.00" in refused.text
    assert '<input type="hidden" name="code" value="friends">' in refused.text
    assert key_of(refused) == key
    assert await connection.fetchval("SELECT count(*) FROM orders") == 0
    many = await browse.post(f"{path}/hold", {**chosen, f"type_{hidden}": "600"})
    assert_page(many, "Take", '<input type="hidden" name="code" value="friends">', status=409)
    assert f'href="{path}?code=friends"' in many.text
    held = await browse.post(f"{path}/hold", {**chosen, f"type_{hidden}": "4"})
    assert held.status_code == 303, held.text


async def test_wrong_code_is_refused_beside_the_field_and_opens_nothing(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event, _ = await with_secret(api, organizer)
    page = await browse.get(f"/events/{event['id']}-gala?code=wrong")
    assert_page(page, "There is no such discount code.", "Standard", status=409)
    assert "Friends" not in page.text


async def test_list_is_looked_through_line_by_line_before_it_counts(
    api: Api, browse: Browser, organizer: Person
) -> None:
    await browse.log_in(organizer)
    path = "/manage/codes/batch"
    assert_page(await browse.get(path), "Many codes at once")
    wrong = {**TERMS, "codes": "code\nFIRST\nno\nfirst\n", "step": "create"}
    answer = await browse.post(path, wrong)
    assert_page(answer, "Line 3: NO is no code.", "Line 4: FIRST is given twice.", status=422)
    assert (await api.get("/discounts", organizer)).json() == []
    fine = {**TERMS, "codes": "code\nFIRST\nsecond,x\n", "max_uses": "1", "step": "check"}
    assert_page(await browse.post(path, fine), "2 codes in this list")
    assert (await api.get("/discounts", organizer)).json() == []
    made = await browse.post(path, {**fine, "step": "create"})
    assert made.headers["content-type"].startswith("text/csv")
    assert made.text.split() == ["\ufeffcode", "FIRST", "SECOND"]
    again = await browse.post(path, {**fine, "codes": "SECOND", "step": "create"})
    assert_page(again, "Line 1: you have a code of this name (SECOND).", status=422)
    assert len((await api.get("/discounts", organizer)).json()) == 2


async def test_codes_are_made_up_on_the_page(api: Api, browse: Browser, organizer: Person) -> None:
    await browse.log_in(organizer)
    path = "/manage/codes/batch"
    for number, sentence in (("", "How many codes do you want"), ("10001", "At most 10,000")):
        refused = await browse.post(path, {**TERMS, "number": number, "step": "create"})
        assert_page(refused, sentence, status=422)
    wanted = {**TERMS, "number": "3", "prefix": "vip-", "max_uses": "1", "step": "create"}
    made = await browse.post(path, {**wanted, "key": "once"})
    twice = await browse.post(path, {**wanted, "key": "once"})
    assert made.text == twice.text
    codes = [code["code"] for code in (await api.get("/discounts", organizer)).json()]
    assert sorted(codes) == sorted(made.text.split()[1:])
    assert all(code.startswith("VIP-") for code in codes)
