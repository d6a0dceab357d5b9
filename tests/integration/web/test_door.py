"""The door: which one, a ticket by code, photo or name, and what the scanner's module asks."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import asyncpg
import httpx
import pytest
import segno

from src.domain.entities.user import Role
from src.presentation.web.static_files import VERSION
from tests.support.api import Api, Person
from tests.support.door import Door, open_door
from tests.support.rows import snapshot
from tests.support.web import Browser, assert_page, assert_redirects, key_of

CROSS_SITE = {"Sec-Fetch-Site": "cross-site"}


@pytest.fixture
async def door(api: Api, organizer: Person, browse: Browser) -> Door:
    """A door whose scanner is logged in."""
    door = await open_door(api, organizer, title="Rock <script>alert(1)</script>")
    await browse.log_in(door.scanner)
    return door


def photo_of(text: str) -> bytes:
    drawn = BytesIO()
    segno.make_qr(text).save(drawn, kind="png", scale=5, border=4)
    return drawn.getvalue()


async def send(browse: Browser, door: Door, path: str, body: Any) -> httpx.Response:
    """JSON, as the module sends it."""
    headers = {"Sec-Fetch-Site": "same-origin", "Accept": "application/json"}
    return await browse.client.post(f"/door/{door.id}/{path}", json=body, headers=headers)


def scan_of(ticket: dict[str, Any], scan_id: str = "s-1", **fields: Any) -> dict[str, Any]:
    code = {"code": ticket["ticket_code"]}
    return {"scanner_id": "phone-1", "scan_id": scan_id, **code, **fields}


async def test_scanner_chooses_among_the_events_they_are_assigned_to(
    api: Api, browse: Browser, door: Door
) -> None:
    await open_door(api, await api.person(Role.ORGANIZER), title="Not theirs")
    response = await browse.get("/door")
    assert_page(response, f"/door/{door.id}", "Today")
    assert "Not theirs" not in response.text
    assert "<script>alert" not in response.text


async def test_scanner_without_an_event_reads_what_to_do(api: Api, browse: Browser) -> None:
    await browse.log_in(await api.person(Role.SCANNER))
    assert_page(await browse.get("/door"), "The organizer of an event assigns its scanners.")


async def test_door_is_closed_to_customers_strangers_and_who_is_not_logged_in(
    api: Api, browse: Browser, door: Door
) -> None:
    pages = ("/door", f"/door/{door.id}", f"/door/{door.id}/list")
    await browse.log_in(await api.person())
    for page in pages:
        assert (await browse.get(page)).status_code == 403
    await browse.log_in(await api.person(Role.SCANNER))
    for page in pages[1:]:
        assert (await browse.get(page)).status_code == 403
    await browse.log_out()
    for page in pages:
        assert_redirects(await browse.get(page), f"/login?next={page}")


async def test_page_of_the_door_has_forms_and_nothing_that_runs(
    browse: Browser, door: Door
) -> None:
    response = await browse.get(f"/door/{door.id}")
    assert_page(response, "Code of the ticket", "Find a name", "0 of 0 are in")
    assert "<script>alert" not in response.text
    # A browser takes the first manifest of a page.
    assert response.text.count('rel="manifest"') == 1 and "/door/manifest" in response.text
    assert response.headers["permissions-policy"] == "camera=(self)"


async def test_code_lets_in_and_the_same_form_sent_twice_is_one_scan(
    browse: Browser, door: Door, connection: asyncpg.Connection
) -> None:
    ticket = await door.ticket()
    form = {"key": key_of(await browse.get(f"/door/{door.id}")), "code": ticket["ticket_code"]}
    assert_page(await browse.post(f"/door/{door.id}/check-in", form), "Let in")
    before = await snapshot(connection, door.id)
    assert_page(await browse.post(f"/door/{door.id}/check-in", form), "Let in")
    assert await snapshot(connection, door.id) == before
    again = await browse.post(f"/door/{door.id}/check-in", {"code": ticket["ticket_code"]})
    assert_page(again, "Stop", "Already used", status=409)
    assert_page(await browse.get(f"/door/{door.id}"), "1 of 1 are in")


async def test_refused_ticket_says_why_in_the_doormans_language(
    browse: Browser, door: Door
) -> None:
    response = await browse.post(
        f"/door/{door.id}/check-in", {"code": "TKT-1"}, headers={"Accept-Language": "de"}
    )
    assert_page(response, "Halt", "kein Ticket dieser Veranstaltung", status=409)


@pytest.mark.parametrize("form", [{}, {"code": "  "}, {"code": "A", "ticket_id": "1"}])
async def test_form_without_one_ticket_is_asked_for_it(
    browse: Browser, door: Door, form: dict[str, str]
) -> None:
    response = await browse.post(f"/door/{door.id}/check-in", form)
    assert_page(response, "Please fill this in.", status=422)


async def test_gate_that_is_missing_is_asked_for(browse: Browser, door: Door) -> None:
    ticket = await door.ticket()
    await door.api.put(f"/events/{door.id}/gates", door.organizer, {"gates": [{"name": "North"}]})
    code = {"code": ticket["ticket_code"]}
    response = await browse.post(f"/door/{door.id}/check-in", code)
    assert_page(response, "Say at which gate: North.", status=422)
    assert (await door.seen(ticket))["status"] == "active"
    response = await browse.post(f"/door/{door.id}/check-in", code | {"gate": "North"})
    assert_page(response, "Let in", "gate=North")


async def test_name_is_found_and_let_in(browse: Browser, door: Door) -> None:
    buyer = await door.api.person()
    (ticket,) = await door.tickets(1, buyer)
    found = await browse.get(f"/door/{door.id}", params={"q": buyer.user.name[:-1]})
    assert_page(found, buyer.user.name, f'name="ticket_id" value="{ticket["id"]}"')
    assert ticket["ticket_code"] not in found.text
    assert str(buyer.user.email) not in found.text
    form = {"ticket_id": str(ticket["id"])}
    assert_page(await browse.post(f"/door/{door.id}/check-in", form), "Let in", buyer.user.name)
    assert_page(await browse.get(f"/door/{door.id}", params={"q": "zzz"}), "Nobody by this name.")


async def test_photo_of_a_ticket_lets_in(browse: Browser, door: Door) -> None:
    ticket = await door.ticket()
    photo = {"photo": ("photo.png", photo_of(await door.token(ticket)), "image/png")}
    response = await browse.post(f"/door/{door.id}/photo", files=photo)
    assert_page(response, "Let in")
    nothing = {"photo": ("photo.png", b"no picture", "image/png")}
    response = await browse.post(f"/door/{door.id}/photo", files=nothing)
    assert_page(response, "This is no picture", status=422)


async def test_photo_is_read_for_the_module(api: Api, browse: Browser, door: Door) -> None:
    token = await door.token(await door.ticket())
    photo = {"photo": ("photo.png", photo_of(token), "image/png")}
    assert (await browse.post("/door/read-photo", files=photo)).json() == {"code": token}
    await browse.log_in(await api.person())
    assert (await browse.post("/door/read-photo", files=photo)).status_code == 403


async def test_photo_may_be_large_and_not_larger(browse: Browser, door: Door) -> None:
    padded = photo_of("TKT-1") + bytes(5 * 1024 * 1024)
    photo = {"photo": ("photo.png", padded, "image/png")}
    assert (await browse.post("/door/read-photo", files=photo)).json() == {"code": "TKT-1"}
    photo = {"photo": ("photo.png", padded * 3, "image/png")}
    assert (await browse.post("/door/read-photo", files=photo)).status_code == 413


async def test_module_scans_and_is_answered_with_the_holder(browse: Browser, door: Door) -> None:
    ticket = await door.ticket()
    let_in = (await send(browse, door, "scan", scan_of(ticket))).json()
    assert let_in["reason"] is None and let_in["ticket"]["status"] == "used"
    assert let_in["ticket"]["code"] is None
    assert (await send(browse, door, "scan", scan_of(ticket))).json() == let_in
    refused = (await send(browse, door, "scan", scan_of(ticket, "s-2"))).json()
    assert refused["reason"] == "already_used"
    assert refused["used_at"] == let_in["ticket"]["used_at"]


async def test_only_who_manages_the_event_may_undo(browse: Browser, door: Door) -> None:
    ticket = await door.ticket()
    await send(browse, door, "scan", scan_of(ticket))
    form = {"code": ticket["ticket_code"]}
    assert (await browse.post(f"/door/{door.id}/undo", form)).status_code == 403
    assert (await door.seen(ticket))["status"] == "used"
    await browse.log_in(door.organizer)
    refused = await send(browse, door, "scan", scan_of(ticket, "s-2"))
    assert refused.json()["ticket"]["code"] == ticket["ticket_code"]
    page = await browse.post(f"/door/{door.id}/check-in", form)
    assert_page(page, "Undo the check-in", status=409)
    assert_redirects(await browse.post(f"/door/{door.id}/undo", form), f"/door/{door.id}")
    assert (await door.seen(ticket))["status"] == "active"


async def test_module_reads_the_list_and_merges_what_it_let_in(browse: Browser, door: Door) -> None:
    first, second = await door.tickets(2)
    listed = (await browse.get(f"/door/{door.id}/list")).json()
    assert listed["full"] and len(listed["entries"]) == 2
    await door.merge("phone-2", door.scan(first, 1))
    scans = [door.scan(first, 2, "a"), door.scan(second, 2, "b")]
    body = {"scanner_id": "phone-1", "scans": scans}
    outcomes = (await send(browse, door, "scans", body)).json()
    assert [outcome["result"] for outcome in outcomes] == ["conflict", "admitted"]


@pytest.mark.parametrize("path", ["check-in", "photo", "undo", "scan", "scans"])
async def test_other_sites_let_nobody_in(browse: Browser, door: Door, path: str) -> None:
    ticket = await door.ticket()
    form = {"code": ticket["ticket_code"]}
    response = await browse.client.post(f"/door/{door.id}/{path}", data=form, headers=CROSS_SITE)
    assert response.status_code == 403
    assert (await door.seen(ticket))["status"] == "active"


@pytest.mark.parametrize("path", ["scan", "scans"])
async def test_module_is_sent_to_the_log_in_when_its_session_has_ended(
    browse: Browser, door: Door, path: str
) -> None:
    ticket = await door.ticket()
    await browse.log_out()
    scans = {"scanner_id": "phone-1", "scans": [door.scan(ticket, 1)]}
    body = scan_of(ticket) if path == "scan" else scans
    assert (await send(browse, door, path, body)).status_code == 303


async def test_service_worker_keeps_this_releases_files(browse: Browser) -> None:
    worker = await browse.get("/door/sw.js")
    assert worker.headers["content-type"].startswith("text/javascript")
    assert worker.headers["service-worker-allowed"] == "/door"
    assert f"/static/{VERSION}/js/door/door.js" in worker.text
    assert "/css/style.css" in worker.text
    manifest = (await browse.get("/door/manifest.webmanifest")).json()
    assert manifest["start_url"] == manifest["scope"] == "/door"
    for icon in manifest["icons"]:
        assert (await browse.get(icon["src"])).status_code == 200


async def test_door_of_another_day_is_apart(api: Api, browse: Browser, door: Door) -> None:
    starts = (api.clock() + timedelta(days=3)).isoformat()
    later = await open_door(api, door.organizer, date_time=starts, title="In three days")
    await browse.log_in(later.scanner)
    response = await browse.get("/door")
    assert_page(response, "Coming up", "In three days")
    assert "Today" not in response.text
