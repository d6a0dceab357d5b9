"""What a cart costs, with and without a discount code; and codes that do not count."""

from datetime import datetime, timedelta
from typing import Any

import asyncpg
import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person, assert_problem
from tests.support.carts import apply, cart_of, make_code, put_in, total_of, type_ids

ORDER = """
INSERT INTO orders (reference, user_id, status, payment, currency, subtotal, total_amount,
    discount_id, discount_code, expires_at)
SELECT 'ORD-' || gen_random_uuid(), $1, $3::order_status, 'online', 'USD', 1, 1, id, code,
    CASE WHEN $3 = 'pending' THEN now() + interval '10 min' END
FROM discounts WHERE id = $2
"""


async def _filled(api: Api, quantity: int = 2, **fields: Any) -> tuple[Person, Person, int]:
    """Organizer, a buyer with tickets at 25.00 in their cart, and the ticket type's id."""
    organizer, buyer = await api.person(Role.ORGANIZER), await api.person()
    (type_id,) = await type_ids(api, await api.event(organizer, **fields))
    await put_in(api, buyer, type_id, quantity)
    return organizer, buyer, type_id


async def _use(
    connection: asyncpg.Connection, buyer: Person, code: dict[str, Any], status: str = "confirmed"
) -> None:
    """An order of the buyer with this code."""
    await connection.execute(ORDER, buyer.id, code["id"], status)


async def _assert_refused(api: Api, buyer: Person, reason: str, code: str = "SUMMER20") -> None:
    before = await total_of(api, buyer)
    problem = assert_problem(await apply(api, buyer, code), 409, "discount_invalid")
    assert problem["reason"] == reason
    assert await total_of(api, buyer) == before


async def test_empty_cart_costs_nothing_in_no_currency(api: Api) -> None:
    buyer = await api.person()
    nothing = dict.fromkeys(
        ("subtotal", "discount_amount", "fee_amount", "tax_amount", "tax_included"), "0.00"
    )
    assert await total_of(api, buyer) == {
        "user_id": buyer.id,
        "items": 0,
        "quantity": 0,
        "total_amount": "0.00",
        "currency": None,
        "discount_code": None,
        "discount_problem": None,
        **nothing,
    }


async def test_total_is_the_sum_of_the_items(api: Api) -> None:
    organizer, buyer, _ = await _filled(api)
    (other,) = await type_ids(api, await api.event(organizer, price="9.99"))
    await put_in(api, buyer, other, 3)
    total = await total_of(api, buyer)
    assert (total["items"], total["quantity"], total["currency"]) == (2, 5, "USD")
    assert (total["subtotal"], total["total_amount"]) == ("79.97", "79.97")
    assert sum(item["quantity"] for item in await cart_of(api, buyer)) == 5


async def test_fee_and_tax_are_part_of_the_total(api: Api, connection: asyncpg.Connection) -> None:
    _, buyer, _ = await _filled(api)
    await connection.execute(
        "UPDATE events SET service_fee_fixed = 1, service_fee_percent = 6, tax_rate = 10"
    )
    total = await total_of(api, buyer)
    assert (total["subtotal"], total["fee_amount"], total["tax_amount"]) == (
        "50.00",
        "5.00",
        "5.50",
    )
    assert (total["tax_included"], total["total_amount"]) == ("0.00", "60.50")
    await connection.execute("UPDATE events SET tax_inclusive = true")
    total = await total_of(api, buyer)
    assert (total["tax_amount"], total["tax_included"]) == ("5.00", "5.00")
    assert total["total_amount"] == "55.00"


async def test_code_takes_its_part_off_until_it_is_taken_away(api: Api) -> None:
    organizer, buyer, _ = await _filled(api)
    await make_code(api, organizer)
    before = await total_of(api, buyer)
    response = await apply(api, buyer, " summer20 ")
    assert response.status_code == 200, response.text
    total = response.json()
    assert (total["discount_code"], total["discount_problem"]) == ("SUMMER20", None)
    assert (total["discount_amount"], total["total_amount"]) == ("10.00", "40.00")
    assert await total_of(api, buyer) == total
    done = await api.call("DELETE", f"/cart/user/{buyer.id}/discount", buyer)
    assert done.json()["success"] is True
    assert await total_of(api, buyer) == before


async def test_code_takes_nothing_off_what_it_does_not_cover(api: Api) -> None:
    organizer, buyer, _ = await _filled(api)
    (foreign,) = await type_ids(api, await api.event(await api.person(Role.ORGANIZER)))
    await put_in(api, buyer, foreign, 2)
    await make_code(api, organizer)
    total = (await apply(api, buyer)).json()
    assert (total["subtotal"], total["discount_amount"]) == ("100.00", "10.00")


async def test_code_of_an_admin_covers_everything(api: Api) -> None:
    _, buyer, _ = await _filled(api)
    await make_code(api, await api.person(Role.ADMIN), kind="fixed", value="60.00", currency="USD")
    total = (await apply(api, buyer)).json()
    assert (total["discount_amount"], total["total_amount"]) == ("50.00", "0.00")


async def test_second_code_takes_the_place_of_the_first(api: Api) -> None:
    organizer, buyer, _ = await _filled(api)
    await make_code(api, organizer)
    await make_code(api, organizer, "HALF", value="50.00")
    await apply(api, buyer)
    assert (await apply(api, buyer, "HALF")).json()["discount_amount"] == "25.00"
    assert (await total_of(api, buyer))["discount_code"] == "HALF"


async def test_code_stays_with_its_cart_and_goes_when_that_is_cleared(api: Api) -> None:
    organizer, buyer, type_id = await _filled(api)
    other = await api.person()
    for person in (buyer, other):
        await put_in(api, person, type_id)
    await make_code(api, organizer)
    await apply(api, buyer)
    assert (await total_of(api, other))["discount_code"] is None
    await api.call("DELETE", f"/cart/user/{buyer.id}/clear", buyer)
    assert (await total_of(api, buyer))["discount_code"] is None


async def test_unknown_or_deleted_code_is_refused(api: Api) -> None:
    organizer, buyer, _ = await _filled(api)
    code = await make_code(api, organizer)
    await _assert_refused(api, buyer, "unknown", "NEVER")
    await api.call("DELETE", f"/discounts/{code['id']}", organizer)
    await _assert_refused(api, buyer, "unknown")


@pytest.mark.parametrize("code", ["", "AB", "NO SPACES", "Ü-BUNG", None])
async def test_what_is_no_code_is_refused(api: Api, code: str | None) -> None:
    _, buyer, _ = await _filled(api)
    path = f"/cart/user/{buyer.id}/discount"
    assert_problem(await api.post(path, buyer, {"code": code}), 422, "validation_failed")


async def test_code_is_refused_before_and_after_its_time(api: Api, clock: MovableClock) -> None:
    organizer, buyer, _ = await _filled(api)
    start: datetime = clock() + timedelta(days=1)
    times = {
        "valid_from": start.isoformat(),
        "valid_until": (start + timedelta(days=1)).isoformat(),
    }
    await make_code(api, organizer, **times)
    await _assert_refused(api, buyer, "not_started")
    clock.move(days=1, minutes=1)
    buyer = api.renewed(buyer)
    assert (await apply(api, buyer)).status_code == 200
    clock.move(days=1)
    buyer = api.renewed(buyer)
    await _assert_refused(api, buyer, "expired")
    total = await total_of(api, buyer)
    assert (total["discount_amount"], total["total_amount"]) == ("0.00", "50.00")
    assert total["discount_code"] == "SUMMER20"
    assert total["discount_problem"] == "This discount code is no longer valid."


@pytest.mark.parametrize("status", ["pending", "confirmed", "completed"])
async def test_code_is_refused_when_it_is_used_up(
    api: Api, connection: asyncpg.Connection, status: str
) -> None:
    organizer, buyer, _ = await _filled(api)
    code = await make_code(api, organizer, max_uses=1)
    await _use(connection, await api.person(), code, status)
    await _assert_refused(api, buyer, "used_up")


@pytest.mark.parametrize("status", ["pending", "confirmed", "completed"])
async def test_code_is_refused_when_the_buyer_has_used_it(
    api: Api, connection: asyncpg.Connection, status: str
) -> None:
    organizer, buyer, type_id = await _filled(api)
    code = await make_code(api, organizer, max_uses_per_user=1)
    await _use(connection, buyer, code, status)
    await _assert_refused(api, buyer, "used_up_by_you")
    other = await api.person()
    await put_in(api, other, type_id)
    assert (await apply(api, other)).status_code == 200


@pytest.mark.parametrize("status", ["cancelled", "expired"])
async def test_order_that_was_given_up_uses_no_code(
    api: Api, connection: asyncpg.Connection, status: str
) -> None:
    organizer, buyer, _ = await _filled(api)
    code = await make_code(api, organizer, max_uses=1, max_uses_per_user=1)
    await _use(connection, buyer, code, status)
    assert (await apply(api, buyer)).status_code == 200


async def test_code_for_other_tickets_is_refused(api: Api) -> None:
    organizer, buyer, _ = await _filled(api)
    other = await api.event(organizer)
    await make_code(api, organizer, event_id=other["id"])
    await _assert_refused(api, buyer, "not_applicable")
    await make_code(api, await api.person(Role.ORGANIZER), "FOREIGN")
    await _assert_refused(api, buyer, "not_applicable", "FOREIGN")


async def test_code_is_refused_for_an_empty_cart(api: Api) -> None:
    await make_code(api, await api.person(Role.ADMIN))
    await _assert_refused(api, await api.person(), "not_applicable")


async def test_sum_in_another_currency_is_refused(api: Api) -> None:
    organizer, buyer, _ = await _filled(api)
    await make_code(api, organizer, kind="fixed", value="5.00", currency="EUR")
    await _assert_refused(api, buyer, "other_currency")


async def test_deleted_code_takes_nothing_off_any_more(api: Api) -> None:
    organizer, buyer, _ = await _filled(api)
    code = await make_code(api, organizer)
    await apply(api, buyer)
    await api.call("DELETE", f"/discounts/{code['id']}", organizer)
    total = await total_of(api, buyer)
    assert (total["discount_code"], total["total_amount"]) == (None, "50.00")
    assert total["discount_problem"] == "There is no such discount code."


async def test_cart_whose_prices_went_apart_has_no_total(api: Api) -> None:
    organizer, buyer, _ = await _filled(api)
    event = await api.event(organizer)
    (other,) = await type_ids(api, event)
    await put_in(api, buyer, other)
    await api.put(f"/events/{event['id']}", organizer, {"currency": "EUR"})
    refused = await api.get(f"/cart/user/{buyer.id}/total", buyer)
    assert_problem(refused, 422, "validation_failed")
    assert len(await cart_of(api, buyer)) == 2


async def test_nobody_else_puts_a_code_on_a_cart_or_takes_it_off(api: Api) -> None:
    organizer, buyer, _ = await _filled(api)
    await make_code(api, organizer)
    path = f"/cart/user/{buyer.id}/discount"
    refused = await api.post(path, organizer, {"code": "SUMMER20"})
    assert_problem(refused, 403, "forbidden")
    total = (await apply(api, buyer)).json()
    assert_problem(await api.call("DELETE", path, organizer), 403, "forbidden")
    assert await total_of(api, buyer) == total
