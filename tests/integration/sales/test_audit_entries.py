"""The audit log as administrators read it: filters, pages, and what an edit changed."""

from typing import Any

import pytest

from src.application.dtos.audit import FieldChange
from src.domain.errors import NotFound
from tests.support.api import Api, Person, assert_problem
from tests.support.orders import order_of


async def entries(api: Api, admin: Person, **params: Any) -> list[dict[str, Any]]:
    response = await api.get("/audit", admin, params=params)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()
    return found


@pytest.fixture
async def edited(api: Api, organizer: Person) -> dict[str, Any]:
    event = await api.event(organizer, title="Concert")
    response = await api.put(f"/events/{event['id']}", organizer, {"title": "100% rock"})
    assert response.status_code == 200, response.text
    return event


async def test_an_edit_is_there_with_its_values_before_and_after(
    api: Api, organizer: Person, admin: Person, edited: dict[str, Any]
) -> None:
    newest, first = await entries(api, admin, subject="event", subject_id=edited["id"])
    assert (newest["action"], first["action"]) == ("event.updated", "event.created")
    assert newest["before"]["title"] == "Concert"
    assert newest["after"]["title"] == "100% rock"
    assert (newest["actor_id"], newest["actor"]) == (organizer.id, organizer.user.name)


async def test_entries_are_found_by_who_what_when_and_text(
    api: Api, organizer: Person, admin: Person, edited: dict[str, Any]
) -> None:
    of_event = {"subject": "event", "subject_id": edited["id"]}
    (newest, _) = await entries(api, admin, **of_event)
    for params in (
        {"actor_id": organizer.id, "action": "event.updated"},
        {"q": "100% rock", "actor_id": organizer.id},
        {"q": "100%", **of_event},
        {"q": newest["correlation_id"], **of_event},
        {"date_from": newest["at"], **of_event},
    ):
        found = await entries(api, admin, **params)
        assert [entry["id"] for entry in found] == [newest["id"]], params
    for params in ({"q": "100%%"}, {"date_to": "2020-01-01T00:00:00Z"}, {"actor_id": 2**40}):
        assert await entries(api, admin, **params, **of_event) == [], params


async def test_every_entry_is_on_one_page(api: Api, admin: Person, edited: dict[str, Any]) -> None:
    path = f"/audit?subject=event&subject_id={edited['id']}&limit=1"
    seen = []
    while path:
        response = await api.get(path, admin)
        seen += [entry["action"] for entry in response.json()]
        link = response.headers.get("link", "")
        path = link.partition("/api/v1")[2].partition(">")[0]
    assert seen == ["event.updated", "event.created"]


@pytest.mark.parametrize(
    "params",
    [
        {"subject_id": 1},
        {"date_from": "2026-02-01T00:00:00Z", "date_to": "2026-01-01T00:00:00Z"},
        {"action": "Event Updated"},
        {"cursor": "bm8"},
    ],
)
async def test_a_search_without_sense_is_refused(
    api: Api, admin: Person, params: dict[str, Any]
) -> None:
    response = await api.get("/audit", admin, params=params)
    assert_problem(response, 422, "validation_failed")


async def test_the_history_of_an_order_is_for_those_who_own_all_of_it(
    api: Api, organizer: Person, buyer: Person, admin: Person
) -> None:
    event = await api.event(organizer, payment="online")
    order = await order_of(api, buyer, event)
    assert (await api.post(f"/orders/{order['id']}/cancel", organizer)).status_code == 200
    read = api.container.oversight.read_order_history()
    history = await read.execute(organizer.actor, order["id"])
    happened = [(entry.action, entry.actor_id) for entry in history]
    assert ("order.pending", buyer.id) in happened
    assert ("order.cancelled", organizer.id) in happened
    assert await read.execute(admin.actor, order["id"]) == history
    with pytest.raises(NotFound):
        await read.execute(buyer.actor, order["id"])


def test_a_change_differs_from_what_stayed() -> None:
    assert FieldChange("title", "Concert", "Rock").is_change
    assert not FieldChange("title", "Concert", "Concert").is_change
