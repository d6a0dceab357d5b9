"""The page on which buyers choose seats: what it shows, offers and refuses, without scripts."""

import re
from typing import Any

import pytest

from tests.support.api import Api, Person
from tests.support.halls import Hall, buy_seat, hold_seat, make_hall, seated_event
from tests.support.web import Browser, assert_page, assert_redirects

STALLS = {"name": "Best", "price": "50.00", "section": "Stalls"}
REST = {"name": "Rest", "price": "20.00"}


@pytest.fixture
async def hall(api: Api, organizer: Person) -> Hall:
    return await make_hall(api, organizer, ("Stalls", "Balcony"))


@pytest.fixture
async def event(api: Api, organizer: Person, hall: Hall) -> dict[str, Any]:
    return await seated_event(api, organizer, hall.id, STALLS, REST, max_tickets_per_user=4)


def boxes(page: str) -> dict[int, str]:
    """The state of each box of a seat: free, ticked or disabled."""
    found = re.findall(r'<input type="checkbox" name="seat_ids" value="(\d+)"([^>]*)>', page)
    return {int(seat): rest.strip() for seat, rest in found}


async def test_list_has_every_seat_with_its_state(
    api: Api, browse: Browser, hall: Hall, event: dict[str, Any]
) -> None:
    sold, held = hall.seat("Stalls", "A", "1"), hall.seat("Balcony", "B", "3")
    await buy_seat(api, event["id"], sold)
    await hold_seat(api, event["id"], held)
    page = await browse.get(f"/events/{event['id']}/seats")
    assert_page(page, "Choose your seats", "Row A", "$50.00", "$20.00", f"/{event['id']}/hold")
    states = boxes(page.text)
    assert states.keys() == {seat["id"] for seat in hall.seats}
    assert {seat for seat, state in states.items() if state == "disabled"} == {sold, held}
    named = await browse.get(f"/events/{event['id']}-test-event/seats")
    assert boxes(named.text) == states


async def test_choice_is_kept_while_another_section_is_looked_at(
    browse: Browser, hall: Hall, event: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("src.presentation.web.pages.seats.WHOLE_LIST", 1)
    chosen = hall.seat("Stalls", "A", "2")
    address = f"/events/{event['id']}/seats"
    sections = await browse.get(address)
    assert_page(sections, "Choose a section to see its rows.", 'name="section" value="Balcony"')
    assert boxes(sections.text) == {}
    page = await browse.get(f"{address}?section=Balcony&seat_ids={chosen}")
    states = boxes(page.text)
    assert len(states) == 7
    assert {seat for seat, state in states.items() if state == "checked"} == {chosen}


async def test_best_seats_are_chosen_in_one_press(
    browse: Browser, hall: Hall, event: dict[str, Any]
) -> None:
    page = await browse.get(f"/events/{event['id']}/seats?best=3&price=20.00")
    ticked = {seat for seat, state in boxes(page.text).items() if state == "checked"}
    assert ticked == {hall.seat("Balcony", "A", number) for number in "123"}
    answer = await browse.get(f"/events/{event['id']}/seats/best.json?quantity=1&price=50.00")
    # The second would leave a single seat on either side.
    assert answer.json() == {"seats": [hall.seat("Stalls", "A", "1")]}
    none = await browse.get(f"/events/{event['id']}/seats?best=20")
    assert_page(none, "So many seats are not free.")


async def test_lost_race_is_shown_and_the_nearest_seat_is_offered(
    api: Api, browse: Browser, hall: Hall, event: dict[str, Any]
) -> None:
    lost, kept, next_one = (hall.seat("Stalls", "A", number) for number in "123")
    await buy_seat(api, event["id"], lost)
    address = f"/events/{event['id']}/seats"
    page = await browse.get(f"{address}?taken={lost}&keep={kept}")
    assert_page(
        page,
        "Stalls, row A, seat 1 has just been taken by somebody else.",
        "Your other seats are still chosen.",
        "Take Stalls, row A, seat 3 instead",
        f"seat_ids={kept}&amp;seat_ids={next_one}",
    )
    states = boxes(page.text)
    assert (states[lost], states[kept], states[next_one]) == ("disabled", "checked", "")
    answer = await browse.get(f"{address}/nearest.json?lost={lost}&kept={kept}")
    assert answer.json() == {"seats": [next_one]}


async def test_no_more_than_the_limit_is_chosen_and_nothing_that_is_taken(
    api: Api, browse: Browser, hall: Hall, event: dict[str, Any]
) -> None:
    sold = hall.seats[0]["id"]
    await buy_seat(api, event["id"], sold)
    ids = "&".join(f"seat_ids={seat['id']}" for seat in hall.seats)
    page = await browse.get(f"/events/{event['id']}/seats?{ids}&seat_ids=x&seat_ids=999999999")
    ticked = [seat for seat, state in boxes(page.text).items() if state == "checked"]
    assert len(ticked) == 4
    assert sold not in ticked


async def test_plan_and_states_are_answered_once_until_they_change(
    api: Api, browse: Browser, hall: Hall, event: dict[str, Any]
) -> None:
    plan = await browse.get(f"/events/{event['id']}/plan.json")
    assert [zone["price"] for zone in plan.json()["zones"]] == ["50.00", "20.00"]
    states = await browse.get(f"/events/{event['id']}/seats.json")
    assert states.json()["states"] == "0" * 12
    tag = {"If-None-Match": states.headers["etag"]}
    again = await browse.get(f"/events/{event['id']}/seats.json", headers=tag)
    assert again.status_code == 304
    await buy_seat(api, event["id"], hall.seats[1]["id"])
    changed = await browse.get(f"/events/{event['id']}/seats.json", headers=tag)
    assert changed.json()["states"] == "02" + "0" * 10
    assert changed.json()["plan"] == states.json()["plan"]


async def test_draft_is_shown_to_its_organizer_alone(
    api: Api, browse: Browser, organizer: Person, buyer: Person, hall: Hall
) -> None:
    draft = await seated_event(api, organizer, hall.id, REST, status="draft")
    addresses = [f"/events/{draft['id']}/{end}" for end in ("seats", "plan.json", "seats.json")]
    for person in (None, buyer):
        if person is not None:
            await browse.log_in(person)
        for address in addresses:
            assert (await browse.get(address)).status_code == 404
    await browse.log_in(organizer)
    for address in addresses:
        assert (await browse.get(address)).status_code == 200
    assert_page(await browse.get(addresses[0]), "Tickets are not on sale at the moment.")


async def test_an_event_without_seats_sends_to_its_own_page(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer)
    assert_redirects(await browse.get(f"/events/{event['id']}/seats"), f"/events/{event['id']}")
    assert (await browse.get("/events/seats/seats")).status_code == 404


async def test_names_of_sections_are_text(api: Api, browse: Browser, organizer: Person) -> None:
    hall = await make_hall(api, organizer, ("<script>alert(1)</script>",))
    kind = {"name": '"><img src=x>', "price": "5.00"}
    event = await seated_event(api, organizer, hall.id, kind)
    page = await browse.get(f"/events/{event['id']}/seats")
    assert "<script>alert" not in page.text
    assert "<img src=x" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text


async def test_bad_addresses_are_refused_politely(browse: Browser, event: dict[str, Any]) -> None:
    for query in ("best=0", "best=x", "price=abc", "section=" + "x" * 200):
        answer = await browse.get(f"/events/{event['id']}/seats?{query}")
        assert 400 <= answer.status_code < 500
