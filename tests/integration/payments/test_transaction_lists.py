"""Looking through transactions, and noting something about one."""

from typing import Any

import asyncpg
import httpx

from tests.support.api import Api, Person, assert_problem
from tests.support.orders import change_status, manual_payment, order_of, start, stored
from tests.support.payments import ScriptedProvider


async def note(
    api: Api, who: Person, transaction: dict[str, Any], **options: Any
) -> httpx.Response:
    return await api.put(f"/transactions/{transaction['id']}", who, **options)


async def test_transactions_are_filtered_and_come_in_pages(
    api: Api, organizer: Person, buyer: Person, admin: Person, order: dict[str, Any],
    provider: ScriptedProvider,
) -> None:  # fmt: skip
    paid = await manual_payment(api, buyer, admin, order)
    other = await order_of(api, buyer, await api.event(organizer, payment="online"))
    begun = await start(api, buyer, other)
    part = {"amount": "1.00"}
    refund = (await api.post(f"/transactions/{paid['id']}/refund", admin, part)).json()

    async def ids(**params: Any) -> list[int]:
        response = await api.get("/transactions", admin, params=params)
        assert response.status_code == 200, response.text
        return [transaction["id"] for transaction in response.json()]

    assert await ids() == [refund["id"], begun["id"], paid["id"]]
    assert await ids(kind="refund") == [refund["id"]]
    assert await ids(status="success") == [paid["id"]]
    assert await ids(provider="scripted") == [begun["id"]]
    assert await ids(order_id=order["id"]) == [refund["id"], paid["id"]]
    assert await ids(date_from=refund["created_at"]) == [refund["id"]]
    assert await ids(date_to=begun["created_at"]) == [paid["id"]]
    page = await api.get(f"/transactions/order/{order['id']}", buyer, params={"limit": 1})
    assert [transaction["id"] for transaction in page.json()] == [paid["id"]]
    rest = await api.client.get(page.links["next"]["url"], headers=buyer.headers)
    assert [transaction["id"] for transaction in rest.json()] == [refund["id"]]


async def test_note_is_written_and_removed_and_a_stale_one_refused(
    api: Api, buyer: Person, admin: Person, order: dict[str, Any], connection: asyncpg.Connection
) -> None:
    payment = await manual_payment(api, buyer, admin, order)
    path = f"/transactions/{payment['id']}"
    etag = (await api.get(path, admin)).headers["etag"]
    noted = await note(api, admin, payment, json={"note": "Receipt 17"}, headers={"If-Match": etag})
    assert noted.json()["note"] == "Receipt 17"
    before = await stored(connection)
    stale = await note(api, admin, payment, json={"note": None}, headers={"If-Match": etag})
    assert_problem(stale, 412, "stale_version")
    assert_problem(await note(api, admin, payment, json={}), 422, "validation_failed")
    assert await stored(connection) == before
    known = {"If-None-Match": noted.headers["etag"]}
    assert (await api.get(path, admin, headers=known)).status_code == 304
    assert (await note(api, admin, payment, json={"note": None})).json()["note"] is None


async def test_unknown_transaction_is_not_found(api: Api, admin: Person) -> None:
    unknown = {"id": 10**9}
    path = f"/transactions/{10**9}"
    for response in (
        await api.get(path, admin),
        await api.put(path, admin, {"note": None}),
        await change_status(api, admin, unknown, "success"),
        await api.post(f"{path}/refund", admin),
    ):
        assert_problem(response, 404, "not_found")
