"""Who gets which add-ons: for the organizer, by booking, as a list, a page and a table."""

from typing import Any

from src.domain.entities.user import Role
from tests.support.api import Api, assert_problem

Json = dict[str, Any]
SHIRT = {"name": "T-shirt", "admits": False, "price": "15.00", "capacity": 50}
CUP = {"name": "Cup", "admits": False, "price": "3.00", "capacity": 50}


async def test_list_has_what_is_confirmed_by_booking_and_add_on(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    path = f"/events/{event['id']}/ticket-types"
    shirt, cup = [(await api.post(path, organizer, body)).json() for body in (SHIRT, CUP)]
    ticket = (await api.get(path)).json()[0]
    wanted = {ticket["id"]: 1, shirt["id"]: 2, cup["id"]: 1}
    items = [{"ticket_type_id": type_id, "quantity": n} for type_id, n in wanted.items()]
    buyer = await api.person()
    contact = {"contact_name": "Ada", "contact_email": "ada@test.example"}
    order = (await api.post("/orders", buyer, {"items": items, **contact})).json()
    gone = await api.person()
    cancelled = (await api.post("/orders", gone, {"items": items})).json()
    held = {"event_id": event["id"], "quantity": 1, "ticket_type_id": shirt["id"]}
    assert (await api.post("/reservations/reserve", buyer, held)).status_code == 201
    ended = await api.put(f"/bookings/{cancelled['bookings'][0]['id']}/cancel", gone)
    assert ended.status_code == 200, ended.text

    found = await api.get(f"/events/{event['id']}/add-ons", organizer)
    assert found.status_code == 200, found.text
    shown = [(row["add_on"], row["quantity"], row["name"], row["email"]) for row in found.json()]
    assert shown == [
        ("T-shirt", 2, "Ada", "ada@test.example"),
        ("Cup", 1, "Ada", "ada@test.example"),
    ]
    assert found.json()[0]["order_reference"] == order["reference"]
    of_cup = await api.get(
        f"/events/{event['id']}/add-ons", organizer, params={"ticket_type_id": cup["id"]}
    )
    assert [row["add_on"] for row in of_cup.json()] == ["Cup"]

    first = await api.get(f"/events/{event['id']}/add-ons", organizer, params={"limit": 1})
    assert [row["add_on"] for row in first.json()] == ["T-shirt"]
    following = first.headers["link"].split("<")[1].split(">")[0]
    rest = await api.client.get(following, headers=organizer.headers)
    assert [row["add_on"] for row in rest.json()] == ["Cup"]

    table = (await api.get(f"/events/{event['id']}/add-ons.csv", organizer)).text
    lines = table.removeprefix("\ufeff").splitlines()
    assert lines[0] == "add_on,quantity,name,email,booking_reference,order_reference"
    booking = order["bookings"][0]["reference"]
    assert f"T-shirt,2,Ada,ada@test.example,{booking},{order['reference']}" in lines
    assert len(lines) == 3


async def test_list_is_the_organizers_alone(api: Api) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    for path in (f"/events/{event['id']}/add-ons", f"/events/{event['id']}/add-ons.csv"):
        assert_problem(await api.get(path, await api.person()), 403, "forbidden")
        assert_problem(await api.get(path, await api.person(Role.ORGANIZER)), 403, "forbidden")


async def test_reports_show_add_ons_apart(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    path = f"/events/{event['id']}/ticket-types"
    shirt = (await api.post(path, organizer, SHIRT)).json()
    buyer = await api.person()
    await api.book(buyer, event["id"], 2)
    body = {"quantity": 3, "ticket_type_id": shirt["id"]}
    assert (await api.post(f"/events/{event['id']}/bookings", buyer, body)).status_code == 201
    query = {"event_id": event["id"]}
    sales = (await api.get("/analytics/sales", organizer, params=query)).json()
    assert [(row["tickets"], row["amount"]) for row in sales["totals"]] == [(2, "95.00")]
    by_type = [(row["name"], row["admits"], row["tickets"]) for row in sales["by_ticket_type"]]
    assert by_type == [("General admission", True, 2), ("T-shirt", False, 3)]
    table = (await api.get("/analytics/sales.csv", organizer, params=query)).text
    assert any(line.endswith("3,45.00,false") for line in table.splitlines())
    tickets = (await api.get("/analytics/tickets", organizer, params=query)).json()
    assert tickets["by_status"]["active"] == 2
    assert [row["name"] for row in tickets["by_ticket_type"]] == ["General admission"]
