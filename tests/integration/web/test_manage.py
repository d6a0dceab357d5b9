"""The pages of organizers: who opens them, what they refuse, what they change."""

import io
from typing import Any

import asyncpg
import pytest
from PIL import Image

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.carts import type_ids
from tests.support.csv_tables import csv_rows
from tests.support.halls import make_hall, seated_event
from tests.support.orders import order_of, stored
from tests.support.web import Browser, assert_page, assert_redirects, key_of

INERT = "<script>alert(1)</script>"
EVENT_PAGES = (
    "",
    "/edit",
    "/move",
    "/types",
    "/fees",
    "/policy",
    "/poster",
    "/staff",
    "/duplicate",
    "/cancel",
)
LISTS = ("/manage/events", "/manage/events/new", "/manage/codes", "/manage/webhooks")
NEW = {
    "title": "Harvest",
    "kind": "concert",
    "date_time": "2036-09-01T20:00",
    "timezone": "Europe/Berlin",
    "seating": "general",
    "payment": "none",
    "currency": "EUR",
    "language": "en",
    "rows": "1",
    "type_0_name": "Standard",
    "type_0_price": "1.250,50",
    "type_0_capacity": "40",
    "then": "draft",
}


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer, title="Night of the Strings", date_time="2036-09-01T20:00Z")


async def sent(browse: Browser, path: str, **fields: Any) -> Any:
    """Send the form of this page with the key that it has."""
    page = await browse.get(path)
    return await browse.post(path, {"key": key_of(page), **fields})


async def version_of(browse: Browser, path: str) -> str:
    text = (await browse.get(path)).text
    return text.partition('name="version" value="')[2].partition('"')[0]


async def test_nobody_else_sees_or_changes_the_events_of_an_organizer(
    api: Api, browse: Browser, event: dict[str, Any], connection: asyncpg.Connection
) -> None:
    root = f"/manage/events/{event['id']}"
    kind = (await api.get(f"/events/{event['id']}/ticket-types")).json()[0]["id"]
    forms = [
        *(root + part for part in EVENT_PAGES[1:]),
        *(f"{root}/publish", f"{root}/delete", f"{root}/types/{kind}"),
        *(f"{root}/types/{kind}/status", f"{root}/types/{kind}/delete", f"{root}/staff/1/remove"),
    ]
    before = await stored(connection)
    for path in (*LISTS, *(root + part for part in EVENT_PAGES)):
        answer = await browse.get(path)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login?next=/manage")
    for role, status in ((Role.CUSTOMER, 403), (Role.SCANNER, 403), (Role.ORGANIZER, 404)):
        await browse.log_in(await api.person(role))
        sessions = await stored(connection)
        for part in EVENT_PAGES:
            assert_page(await browse.get(root + part), status=status)
        for path in forms:
            fields = {**NEW, "version": "1", "status": "closed", "email": "a@b.example"}
            assert_page(await browse.post(path, fields), status=status)
        assert await stored(connection) == sessions
        for path in LISTS:
            assert_page(await browse.get(path), status=403 if status == 403 else 200)
    assert {k: v for k, v in (await stored(connection)).items() if k == "events"} == {
        k: v for k, v in before.items() if k == "events"
    }


async def test_an_admin_manages_the_events_of_everybody(
    browse: Browser, admin: Person, organizer: Person, event: dict[str, Any]
) -> None:
    await browse.log_in(admin)
    assert_page(await browse.get("/manage/events"), event["title"], organizer.user.name)
    for part in EVENT_PAGES:
        assert_page(await browse.get(f"/manage/events/{event['id']}{part}"), event["title"])


async def test_a_form_of_another_site_is_refused(
    browse: Browser, organizer: Person, event: dict[str, Any], connection: asyncpg.Connection
) -> None:
    await browse.log_in(organizer)
    before = await stored(connection)
    for path in (f"/manage/events/{event['id']}/cancel", f"/manage/events/{event['id']}/delete"):
        fields = {"title": event["title"]}
        answer = await browse.post(path, fields, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 403
    assert await stored(connection) == before


async def test_a_form_that_is_sent_twice_makes_one_event(
    api: Api, browse: Browser, organizer: Person, connection: asyncpg.Connection
) -> None:
    await browse.log_in(organizer)
    key = key_of(await browse.get("/manage/events/new"))
    first = await browse.post("/manage/events/new", {**NEW, "key": key})
    second = await browse.post("/manage/events/new", {**NEW, "key": key})
    assert first.status_code == 303
    assert_redirects(second, first.headers["location"])
    (row,) = await connection.fetch("SELECT status::text, price, date_time FROM events")
    assert (row["status"], str(row["price"])) == ("draft", "1250.50")
    assert row["date_time"].isoformat() == "2036-09-01T18:00:00+00:00"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": " "}, "Please fill this in."),
        ({"title": ""}, "Please fill this in."),
        ({"date_time": "soon"}, "Choose a date and a time."),
        ({"date_time": "2020-01-01T20:00"}, "The event must start in the future."),
        ({"ends_at": "2036-08-01T20:00"}, "The event must end after it starts."),
        ({"timezone": "Mars/Base"}, "Choose a time zone from the list"),
        ({"timezone": "Factory"}, "Choose a time zone from the list"),
        ({"type_0_price": "twelve"}, "such as 12.50."),
        ({"type_0_price": "1,250"}, "such as 12.50."),
        ({"type_0_capacity": "0"}, "between 1 and 10,000,000"),
        ({"type_0_capacity": ""}, "How many are there?"),
        ({"type_0_name": ""}, "Please fill this in."),
        ({"type_0_name": "", "type_0_price": "", "type_0_capacity": ""}, "at least one ticket"),
        ({"tax_rate": "101"}, "A percentage is at most 100."),
        ({"seating": "reserved"}, "Choose the venue whose seats are sold."),
        ({"venue_id": "999999"}, "We cannot find this venue."),
        (
            {"sales_start": "2036-05-02T10:00", "sales_end": "2036-05-01T10:00"},
            "No ticket could be sold: sales start on 2 May 2036, 10:00, but they end on 1 May 2036",
        ),
        ({"sales_start": "2036-10-01T10:00"}, "but the event starts on"),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    changes: dict[str, str],
    sentence: str,
    browse: Browser,
    organizer: Person,
    connection: asyncpg.Connection,
) -> None:
    await browse.log_in(organizer)
    fields = {**NEW, "description": "Bring a chair.", **changes}
    answer = await sent(browse, "/manage/events/new", **fields)
    assert_page(answer, sentence, "Bring a chair.", status=422)
    for name, value in changes.items():
        # The choice of venues has only those that are there.
        assert name == "venue_id" or value in answer.text
    assert await connection.fetchval("SELECT count(*) FROM events") == 0


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        ("edit", {"title": "Harvest", "kind": "concert", "sales_start": "2036-09-01T20:00"}),
        ("move", {"date_time": "2036-05-01T20:00", "timezone": "Europe/Berlin"}),
        (
            "types/{type}",
            {"name": "VIP", "price": "9", "capacity": "5", "sales_start": "2036-09-01T20:00"},
        ),
    ],
)
async def test_sales_that_could_never_open_are_refused_at_the_field(
    page: str, fields: dict[str, str], api: Api, browse: Browser, organizer: Person
) -> None:
    when = {"date_time": "2036-09-01T20:00", "timezone": "Europe/Berlin"}
    types = [{"name": "Late", "sales_start": "2036-06-01T10:00"}]
    event = await api.event(organizer, **when, ticket_types=types)
    (type_id,) = await type_ids(api, event)
    await browse.log_in(organizer)
    path = f"/manage/events/{event['id']}/{page.format(type=type_id)}"
    version = await version_of(browse, path)
    answer = await sent(browse, path, **fields, version=version)
    assert_page(answer, "No ticket could be sold:", "(Europe/Berlin)", status=422)
    assert 'aria-invalid="true"' in answer.text


async def test_an_event_with_numbered_seats_sells_those_of_the_venue(
    api: Api, browse: Browser, organizer: Person
) -> None:
    hall = await make_hall(api, organizer, ["Stalls", "Circle"])
    await browse.log_in(organizer)
    assert_page(await browse.get("/manage/events/new"), "Old Vic", "12 seats")
    seated = {
        **{**NEW, "seating": "reserved", "venue_id": str(hall.id), "rows": "2"},
        **{"type_0_section": "Stalls", "type_0_capacity": "", "type_0_price": "30"},
        **{"type_1_name": "Others", "type_1_price": "20", "then": "publish"},
    }
    answer = await sent(browse, "/manage/events/new", **seated)
    number = answer.headers["location"].rpartition("/")[2]
    made = (await api.get(f"/events/{number}")).json()
    assert (made["capacity"], made["venue"], made["status"]) == (12, "Old Vic", "active")


async def test_the_list_is_searched_sorted_and_written_to_a_file(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    await api.event(organizer, title="=SUM(A1)", status="draft")
    await browse.log_in(organizer)
    page = await browse.get("/manage/events?q=strings&sort=-sold&period=all")
    assert_page(page, "Night of the Strings", "0 of 10 sold", 'aria-sort="descending"')
    assert "SUM" not in page.text
    assert "sort=sold" in page.text
    assert_page(await browse.get("/manage/events?status=draft"), "=SUM(A1)")
    assert_page(await browse.get("/manage/events?q=nothing"), "No event matches")
    assert_page(await browse.get("/manage/events?sort=nonsense&page=-3"), "Night of the Strings")
    file = await browse.get("/manage/events/events.csv?status=draft")
    assert [row["title"] for row in csv_rows(file)] == ["'=SUM(A1)"]


async def test_details_are_changed_and_a_conflict_is_explained(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    path = f"/manage/events/{event['id']}/edit"
    version = await version_of(browse, path)
    await api.put(f"/events/{event['id']}", organizer, {"title": "Theirs", "terms": "Be kind."})
    fields = {**NEW, "title": "Mine", "capacity": "12", "version": version}
    conflict = await sent(browse, path, **fields)
    assert_page(conflict, "Saved now: Theirs", "Saved now: Be kind.", 'value="Mine"', status=409)
    newer = conflict.text.partition('name="version" value="')[2].partition('"')[0]
    assert_redirects(await sent(browse, path, **{**fields, "version": newer}), path[:-5])
    saved = (await api.get(f"/events/{event['id']}")).json()
    assert (saved["title"], saved["capacity"], saved["terms"]) == ("Mine", 12, None)
    fields = {**fields, "capacity": "1"}
    await api.book(await api.person(), event["id"], 3)
    refused = await sent(browse, path, **{**fields, "version": await version_of(browse, path)})
    assert_page(refused, "The capacity cannot be 1", status=422)


async def test_an_empty_capacity_is_derived(api: Api, browse: Browser, organizer: Person) -> None:
    kinds = [{"name": "A", "capacity": 4}, {"name": "B"}]
    event = await api.event(organizer, capacity=9, ticket_types=kinds)
    root = f"/manage/events/{event['id']}"
    await browse.log_in(organizer)

    async def details(capacity: str) -> Any:
        version = await version_of(browse, f"{root}/edit")
        typed = {"title": "Test event", "allows_transfer": "on", "version": version}
        return await sent(browse, f"{root}/edit", **typed, capacity=capacity)

    async def numbers() -> list[tuple[int, bool]]:
        found = (await api.get(f"/events/{event['id']}/ticket-types")).json()
        whole = (await api.get(f"/events/{event['id']}")).json()
        return [(known["capacity"], known["capacity_is_derived"]) for known in (whole, *found)]

    assert_page(await browse.get(f"{root}/types"), "As many as the event has")
    assert_redirects(await details("12"), root)
    assert await numbers() == [(12, False), (4, False), (12, True)]
    assert_redirects(await details(""), root)
    assert await numbers() == [(4, True), (4, False), (4, True)]
    assert_page(await browse.get(f"{root}/edit"), 'name="capacity" type="text" value=""')
    asked = await sent(browse, f"{root}/types", name="C", price="1")
    assert_page(asked, "How many are there?", status=422)
    kind = (await api.get(f"/events/{event['id']}/ticket-types")).json()[0]["id"]
    own = f"{root}/types/{kind}"
    typed = {"name": "A", "price": "25", "version": await version_of(browse, own)}
    refused = await sent(browse, own, **typed)
    assert_page(refused, "Give the event a capacity, or every ticket type one.", status=422)
    assert_redirects(await sent(browse, own, **typed, capacity="7"), f"{root}/types")
    assert await numbers() == [(7, True), (7, False), (7, True)]
    assert_redirects(await details("8"), root)
    typed["version"] = await version_of(browse, own)
    assert_redirects(await sent(browse, own, **typed), f"{root}/types")
    assert await numbers() == [(8, False), (8, True), (8, True)]


async def test_the_example_of_a_price_is_computed_as_it_is_sold(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    path = f"/manage/events/{event['id']}/fees"
    fees = {"currency": "EUR", "service_fee_fixed": "1,50", "tax_rate": "19", "version": "1"}
    assert_redirects(await sent(browse, path, **fees), path[:-5])
    assert_page(await browse.get(path), "A ticket at €25.00: the buyer pays €31.54.")
    example = "/manage/events/price-example?price=10&currency=EUR&tax_rate=20&tax_inclusive=on"
    answer = await browse.get(example)
    assert_page(answer, "the buyer pays €10.00", "€1.67")
    assert "<html" not in answer.text
    assert_page(await browse.get("/manage/events/price-example?price=x"))


async def test_types_are_added_once_changed_paused_and_deleted(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    root = f"/manage/events/{event['id']}/types"
    key = key_of(await browse.get(root))
    fields = {"key": key, "name": "Late", "price": "9", "capacity": "5"}
    for _ in range(2):
        assert_redirects(await browse.post(root, fields), root)
    first, late = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    own = f"{root}/{late['id']}"
    version = await version_of(browse, own)
    changed = {"name": "Later", "price": "9.50", "capacity": "6", "version": version}
    assert_redirects(await sent(browse, own, **changed), root)
    for status in ("paused", "closed", "available"):
        assert_redirects(await browse.post(f"{own}/status", {"status": status}), root)
        now = (await api.get(f"/ticket-types/{late['id']}")).json()
        assert (now["status"], now["price"]) == (status, "9.50")
    assert_redirects(await browse.post(f"{own}/delete"), root)
    last = await browse.post(f"{root}/{first['id']}/delete")
    assert_page(last, "only ticket type", status=409)
    assert_page(await browse.get(own), status=404)


async def test_a_type_is_found_only_under_its_own_event(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    other = await api.event(organizer)
    kind = (await api.get(f"/events/{other['id']}/ticket-types")).json()[0]["id"]
    await browse.log_in(organizer)
    for action in ("", "/status", "/delete"):
        path = f"/manage/events/{event['id']}/types/{kind}{action}"
        assert_page(await browse.post(path, {"status": "closed"}), status=404)


async def test_a_seated_event_moves_in_time_and_keeps_its_venue(
    api: Api, browse: Browser, organizer: Person, buyer: Person
) -> None:
    hall = await make_hall(api, organizer)
    event = await seated_event(api, organizer, hall.id, date_time="2036-09-01T20:00Z")
    await browse.log_in(organizer)
    path = f"/manage/events/{event['id']}/move"
    moved = {"date_time": "2036-10-01T21:00", "timezone": "UTC", "venue": "The Old Vic"}
    ends = {"ends_at": "2036-09-01T23:00", "version": await version_of(browse, path)}
    assert_redirects(await sent(browse, path, **moved, **ends), path[:-5])
    now = (await api.get(f"/events/{event['id']}")).json()
    assert (now["date_time"], now["ends_at"]) == ("2036-10-01T21:00:00Z", "2036-10-02T00:00:00Z")
    assert (now["venue"], now["venue_id"]) == ("The Old Vic", hall.id)


async def test_cancelling_needs_the_title_and_what_was_shown(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    path = f"/manage/events/{event['id']}/cancel"
    page = await browse.get(path)
    seen = page.text.partition('name="seen" value="')[2].partition('"')[0]
    fields = {"title": event["title"], "seen": seen}
    await api.book(await api.person(), event["id"], 2)
    assert_page(await sent(browse, path, **fields), "Something has changed", status=409)
    again = (await browse.get(path)).text
    assert "Cancels 1 booking" in again
    seen = again.partition('name="seen" value="')[2].partition('"')[0]
    wrong = await sent(browse, path, title="Another", seen=seen)
    assert_page(wrong, "This is not the title of the event.", status=422)
    assert (await api.get(f"/events/{event['id']}")).json()["status"] == "active"
    fields = {"title": event["title"].upper(), "seen": seen}
    assert_redirects(await sent(browse, path, **fields), path[:-7])
    assert (await api.get(f"/events/{event['id']}")).json()["status"] == "cancelled"
    assert_redirects(await browse.get(path), path[:-7])


async def test_a_draft_is_published_or_deleted(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    draft = await api.event(organizer, status="draft")
    await browse.log_in(organizer)
    root = f"/manage/events/{draft['id']}"
    assert_page(await browse.get(root), "Only you see this event.")
    assert_redirects(await browse.post(f"{root}/publish"), root)
    assert_redirects(await browse.post(f"{root}/publish"), root)
    assert_page(await browse.get(root), f"/events/{draft['id']}")
    await api.book(await api.person(), event["id"])
    kept = await browse.post(f"/manage/events/{event['id']}/delete")
    assert_page(kept, "This event has pending or confirmed bookings.", status=409)
    assert_redirects(await browse.post(f"{root}/delete"), "/manage/events")
    assert_page(await browse.get(root), status=404)


async def test_scanners_are_added_by_address_without_telling_who_else_exists(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    scanner, customer = await api.person(Role.SCANNER), await api.person()
    await browse.log_in(organizer)
    path = f"/manage/events/{event['id']}/staff"
    for email in (customer.user.email, "nobody@test.example"):
        answer = await sent(browse, path, email=email)
        assert_page(answer, "No scanner has this e-mail address.", status=422)
        assert customer.user.name not in answer.text
    assert_redirects(await sent(browse, path, email=scanner.user.email), path)
    page = await browse.get(path)
    assert_page(page, scanner.user.name)
    assert_page(await browse.get("/manage/staff"), scanner.user.name, event["title"])
    assert_redirects(await browse.post(f"{path}/{scanner.id}/remove"), path)
    assert scanner.user.name not in (await browse.get("/manage/staff")).text


async def test_codes_are_made_for_one_s_own_events(
    api: Api, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    foreign = await api.event(await api.person(Role.ORGANIZER))
    await browse.log_in(organizer)
    path = f"/manage/codes/new?event={event['id']}"
    assert_page(await browse.get(path), "General admission")
    new = {"code": "spring_20", "kind": "percent", "value": "20", "covers": f"event:{event['id']}"}
    for changes, sentence in (
        ({"code": "no"}, "Use 3 to 40 letters"),
        ({"value": "101"}, "A percentage is at most 100."),
        ({"value": "0"}, "A code that takes nothing off has to name the ticket type"),
        ({"min_spend": "0"}, "Write a number above 0."),
        ({"covers": f"event:{foreign['id']}"}, "We cannot find this event."),
        ({"covers": "everything"}, "Choose one of your events."),
    ):
        answer = await browse.post("/manage/codes/new", {**new, **changes})
        assert_page(answer, sentence, status=422)
    assert_redirects(await browse.post("/manage/codes/new", new), "/manage/codes")
    again = await browse.post("/manage/codes/new", new)
    assert_page(again, "You have a code of this name.", status=422)
    (code,) = (await api.get("/discounts", organizer)).json()
    assert (code["code"], code["event_id"], code["value"]) == ("SPRING_20", event["id"], "20.00")
    own = f"/manage/codes/{code['id']}"
    version = await version_of(browse, own)
    edited = {"code": "SPRING_20", "value": "25", "max_uses": "7", "version": version}
    assert_redirects(await browse.post(own, edited), "/manage/codes")
    assert_page(await browse.get("/manage/codes"), "25%", "0 / 7", "Usable")
    stale = await browse.post(own, {**edited, "value": "30"})
    assert_page(stale, "Somebody has saved changes", status=409)
    await browse.log_in(await api.person(Role.ORGANIZER))
    assert_page(await browse.get(own), status=404)
    assert_page(await browse.post(f"{own}/delete"), status=404)
    await browse.log_in(organizer)
    assert_redirects(await browse.post(f"{own}/delete"), "/manage/codes")
    assert_page(await browse.get("/manage/codes"), "No codes yet")


async def test_a_webhook_s_secret_is_shown_once_and_kept_by_nobody(
    api: Api, browse: Browser, organizer: Person, connection: asyncpg.Connection
) -> None:
    await browse.log_in(organizer)
    key = key_of(await browse.get("/manage/webhooks/new"))
    fields = {
        "key": key,
        "url": "https://crm.example.com/h",
        "events": ["order.*", "order.pending"],
    }
    shown = await browse.post("/manage/webhooks/new", fields)
    assert_page(shown, "whsec_", "Keep this secret now")
    assert shown.headers["cache-control"] == "no-store"
    twice = await browse.post("/manage/webhooks/new", fields)
    assert_page(twice, "was created already", status=422)
    assert "whsec_" not in twice.text
    (webhook,) = (await api.get("/webhooks", organizer)).json()
    assert webhook["events"] == ["order.*"]
    own = f"/manage/webhooks/{webhook['id']}"
    for path in ("/manage/webhooks", own, f"{own}/edit"):
        assert "whsec_" not in (await browse.get(path)).text
    rotated = await browse.post(f"{own}/rotate")
    assert_page(rotated, "whsec_", "signed with the secret before")
    assert_redirects(await browse.post(f"{own}/test"), own)
    (delivery,) = (await api.get(f"/webhooks/{webhook['id']}/deliveries", organizer)).json()
    assert_redirects(await browse.post(f"{own}/deliveries/{delivery['id']}/replay"), own)
    assert_redirects(await browse.post(f"{own}/active", {"is_active": "false"}), own)
    refused = await browse.post(f"{own}/test")
    assert_page(refused, "This webhook is disabled.", status=409)
    await browse.log_in(await api.person(Role.ORGANIZER))
    for path in (own, f"{own}/edit"):
        assert_page(await browse.get(path), status=404)
    for action in ("rotate", "test", "active", "delete"):
        assert_page(await browse.post(f"{own}/{action}"), status=404)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"url": "http://crm.example.com/h", "events": "order.*"}, "https"),
        ({"url": "https://127.0.0.1/h", "events": "order.*"}, "127.0.0.1"),
        ({"url": "https://crm.example.com/h"}, "Choose at least one thing to hear of."),
        ({"url": "https://crm.example.com/h", "events": "nonsense"}, "Choose at least one thing"),
    ],
)
async def test_a_webhook_is_refused_in_words(
    fields: dict[str, str], sentence: str, browse: Browser, organizer: Person
) -> None:
    await browse.log_in(organizer)
    assert_page(await sent(browse, "/manage/webhooks/new", **fields), sentence, status=422)


async def test_stored_script_text_is_inert_on_every_page(
    api: Api, browse: Browser, organizer: Person, buyer: Person
) -> None:
    kinds = [{"name": INERT, "price": "5.00", "capacity": 5}]
    texts = dict.fromkeys(("title", "description", "venue", "terms"), INERT)
    event = await api.event(
        organizer, **texts, payment="online", ticket_types=kinds, capacity=None, price=None
    )
    await order_of(api, buyer, event)
    hook = {"url": "https://crm.example.com/?<script>", "events": ["order.*"]}
    webhook = (await api.post("/webhooks", organizer, hook)).json()
    kind = (await api.get(f"/events/{event['id']}/ticket-types")).json()[0]["id"]
    await browse.log_in(organizer)
    root = f"/manage/events/{event['id']}"
    for path in (
        *LISTS,
        *(root + part for part in EVENT_PAGES),
        *(f"{root}/types/{kind}", f"/manage/codes/new?event={event['id']}"),
        *(f"/manage/webhooks/{webhook['id']}", f"/manage/events?q={INERT}"),
    ):
        page = await browse.get(path)
        assert page.status_code == 200
        assert INERT not in page.text, path
        assert "?<script>" not in page.text, path


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Veranstaltungen"), ("th", "งาน"), ("en", "Events")]
)
async def test_the_pages_speak_the_reader_s_language(
    language: str, word: str, browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    headers = {"Accept-Language": language}
    assert_page(await browse.get("/manage/events", headers=headers), word, event["title"])
    assert_page(await browse.get(f"/manage/events/{event['id']}/cancel", headers=headers))


async def test_a_poster_is_sent_shown_and_taken_away(
    browse: Browser, organizer: Person, event: dict[str, Any]
) -> None:
    await browse.log_in(organizer)
    path = f"/manage/events/{event['id']}/poster"
    picture = io.BytesIO()
    # Noise, which does not compress: larger than what a form without a file may be.
    Image.effect_noise((1200, 800), 90).convert("RGB").save(picture, "PNG")
    assert len(picture.getvalue()) > 1024 * 1024
    files = {"image": ("poster.png", picture.getvalue(), "image/png")}
    assert_redirects(await browse.post(path, files=files), path)
    assert_page(await browse.get(path), f"/pictures/{event['id']}-", "This is the poster now.")
    text = {"image": ("poster.png", b"not a picture", "image/png")}
    assert_page(await browse.post(path, files=text), "image-problem", status=422)
    assert_page(await browse.post(path), "Choose a picture first.", status=422)
    assert_redirects(await browse.post(f"{path}/remove"), path)
    assert_page(await browse.get(path), "was made for the event")
