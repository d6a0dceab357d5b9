"""Searching folds case, accents and Unicode forms, in every list and on both sides alike."""

import importlib.util
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from src.application.dtos.managed_event import ManagedEventSearch
from src.application.dtos.sold import SoldSearch, SoldSort
from src.domain.entities.user import Role
from src.domain.repositories.page import PageRequest
from tests.support.api import Api, Person
from tests.support.database import MakeDatabase
from tests.support.paths import ROOT

COMBINED = "Cafe\u0301"
FOLDED = {
    "cafe": ("Café", COMBINED, "CAFÉ", "ＣＡＦÉ", "ca\u00adf\u200bé"),
    "strasse": ("Straße", "STRASSE", "STRAẞE"),
    "istanbul": ("İstanbul", "\u0131stanbul", "ISTANBUL", "istanbul"),
    "da nang": ("Đà Nẵng", "ĐÀ NẴNG", "Da Nang"),
    "o'brien-ost": ("O\u2019Brien\u2013Ost", "O\u02bcBRIEN\u2010OST"),
    "lodz": ("Łódź",),
    "σισυφοσ": ("ΣΊΣΥΦΟΣ", "Σίσυφος"),
    "елка": ("Ёлка", "ЕЛКА"),
    "100% \\ _": ("100\uff05 \\ \uff3f",),
}
# Marks that are letters of their script stay: without them these would be other words.
KEPT = {"กินข้าว": "กินข้าว", "가각": "가각", "שָׁלוֹם": "שָׁלוֹם", "हिन्दी": "हिन्दी", "が": "が"}

DOOR = ROOT / "src/presentation/web/static/js/door"
FOLD_IN_BROWSER = """
import {folded} from "./list.js";
const texts = JSON.parse(process.argv[2]);
console.log(JSON.stringify(texts.map(folded)));
"""


@pytest.mark.parametrize(
    ("folded", "typed"), [(folded, text) for folded, texts in FOLDED.items() for text in texts]
)
async def test_case_accents_and_forms_are_folded(
    connection: asyncpg.Connection, folded: str, typed: str
) -> None:
    assert await connection.fetchval("SELECT fold($1)", typed) == folded


@pytest.mark.parametrize("text", KEPT)
async def test_marks_that_are_letters_of_their_script_stay(
    connection: asyncpg.Connection, text: str
) -> None:
    assert await connection.fetchval("SELECT fold($1)", text) == KEPT[text]


async def test_folding_twice_is_folding_once(connection: asyncpg.Connection) -> None:
    """For each single character: what is stored and what is typed are compared after one."""
    again = """
    SELECT number FROM generate_series(1, 1114111) AS number
    WHERE number NOT BETWEEN 55296 AND 57343 AND fold(fold(chr(number))) <> fold(chr(number))
    """
    assert [chr(row[0]) for row in await connection.fetch(again)] == []


def _folded_in_browser(folder: Path, texts: list[str]) -> list[str]:
    done = subprocess.run(
        ["node", "fold.js", json.dumps(texts)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    folded: list[str] = json.loads(done.stdout)
    return folded


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
async def test_door_without_a_network_folds_alike(
    connection: asyncpg.Connection, tmp_path: Path
) -> None:
    shutil.copytree(DOOR, tmp_path, dirs_exist_ok=True)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "fold.js").write_text(FOLD_IN_BROWSER)
    every = [chr(number) for number in range(1, 0x3000) if chr(number).isprintable()]
    texts = [*every, *KEPT, *(text for texts in FOLDED.values() for text in texts)]
    folded = _folded_in_browser(tmp_path, texts)
    rows = await connection.fetch("SELECT fold(text) FROM unnest($1::text[]) AS text", texts)
    here = dict(zip(texts, folded, strict=True))
    there = dict(zip(texts, (row[0] for row in rows), strict=True))
    assert {text for text in texts if here[text] != there[text]} == set()


async def test_plain_text_in_the_audit_log_is_searched_without_a_call_for_each_row(
    connection: asyncpg.Connection,
) -> None:
    plan = await connection.fetch(
        "EXPLAIN SELECT id FROM audit_log WHERE fold(before::text) LIKE '%a%'"
    )
    assert "fold(" not in "\n".join(row[0] for row in plan)


@pytest.fixture
async def named(api: Api, organizer: Person, admin: Person) -> dict[str, Any]:
    """Somebody and something with an accent, and one of each that must not be found."""
    person = await api.person()
    await api.put(f"/users/{person.id}", admin, {"name": f"Zoe\u0301 {COMBINED}"})
    venue = await _made(api, organizer, "/venues", name="Großes Straßenhaus", location="Đà Nẵng")
    await _made(api, organizer, "/venues", name="Elsewhere")
    event = await api.event(
        organizer, title=f"{COMBINED} in der Straße 100%", venue="Großes Straßenhaus"
    )
    other = await api.event(organizer, title="Something else", venue="Elsewhere")
    body = {"items": [{"ticket_type_id": await _type_of(api, event), "quantity": 1}]}
    order = await _made(api, person, "/orders", **body, contact_name="\uff29\u0307pek Øst")
    nobody = await api.person()
    await _made(
        api,
        nobody,
        "/orders",
        items=[{"ticket_type_id": await _type_of(api, other), "quantity": 1}],
        contact_name="Nobody",
    )
    return {"person": person, "venue": venue, "event": event, "order": order}


async def _made(api: Api, who: Person, path: str, **body: Any) -> dict[str, Any]:
    response = await api.post(path, who, body)
    assert response.status_code == 201, response.text
    made: dict[str, Any] = response.json()
    return made


async def _type_of(api: Api, event: dict[str, Any]) -> int:
    types = (await api.get(f"/events/{event['id']}/ticket-types")).json()
    return int(types[0]["id"])


async def _found(api: Api, who: Person | None, path: str, **query: str) -> list[dict[str, Any]]:
    response = await api.get(path, who, params=query)
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()
    return items


@pytest.mark.parametrize(
    "q",
    ["Café", "CAFE", COMBINED, "ｃａｆé", "strasse", "STRAẞE", "grosses STRAßENHAUS", "100\uff05"],
)
async def test_events_are_found(api: Api, named: dict[str, Any], q: str) -> None:
    assert [item["id"] for item in await _found(api, None, "/events", q=q)] == [
        named["event"]["id"]
    ]


@pytest.mark.parametrize("name", ["event_name", "venue"])
async def test_ticket_types_are_found(api: Api, named: dict[str, Any], name: str) -> None:
    (found,) = await _found(api, None, "/ticket-types/search", **{name: "STRASSE"})
    assert found["event_id"] == named["event"]["id"]


@pytest.mark.parametrize("q", ["zoe", "ZOÉ CAFÉ"])
async def test_users_are_found(api: Api, named: dict[str, Any], admin: Person, q: str) -> None:
    found = await _found(api, admin, "/users", q=q)
    assert [item["id"] for item in found] == [named["person"].id]


@pytest.mark.parametrize("q", ["ipek ost", "İPEK ØST", "Zoé"])
async def test_orders_and_bookings_are_found(
    api: Api, named: dict[str, Any], organizer: Person, q: str
) -> None:
    sold, page = api.container.sold, PageRequest(50, SoldSort.NEWEST)
    wanted = SoldSearch(q=q)
    orders = await sold.list_sold_orders().execute(organizer.actor, wanted, page)
    assert [order.id for order in orders.page.items] == [named["order"]["id"]]
    bookings = await sold.list_sold_bookings().execute(organizer.actor, wanted, page)
    assert [booking.order_id for booking in bookings.page.items] == [named["order"]["id"]]


async def test_attendees_are_found(api: Api, named: dict[str, Any], organizer: Person) -> None:
    found = await _found(api, organizer, f"/events/{named['event']['id']}/attendees", q="CAFÉ")
    assert [item["name"] for item in found] == [f"Zoe\u0301 {COMBINED}"]
    assert (
        await _found(api, organizer, f"/events/{named['event']['id']}/attendees", q="nobody") == []
    )


async def test_audit_entries_are_found(api: Api, named: dict[str, Any], admin: Person) -> None:
    path = f"/venues/{named['venue']['id']}"
    found = await _found(
        api,
        admin,
        "/audit",
        q="GROSSES strasse",
        subject="venue",
        subject_id=path.rpartition("/")[2],
    )
    assert [item["action"] for item in found] == ["venue.created"]


async def test_user_is_found_by_user_name_in_any_case(api: Api, admin: Person) -> None:
    person = await api.person(Role.CUSTOMER)
    assert (await api.put(f"/users/{person.id}", admin, {"username": "Bob.1"})).status_code == 200
    for username in ("Bob.1", "bob.1", "BOB.1"):
        found = (await api.get(f"/users/username/{username}", admin)).json()
        assert (found["id"], found["username"]) == (person.id, "Bob.1")
    body = {"name": "Other", "username": "bOB.1"}
    response = await api.post("/users", admin, body)
    assert (response.status_code, response.json()["code"]) == (409, "duplicate")
    # Its own name in another case is no duplicate.
    assert (await api.put(f"/users/{person.id}", admin, {"username": "BOB.1"})).status_code == 200


async def test_user_names_that_differ_by_case_are_numbered_by_the_migration(
    make_database: MakeDatabase,
) -> None:
    path = ROOT / "migrations/ticketing/23_20261129220000_people.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    migration = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(migration)
    long = "L" * 64
    connection = await asyncpg.connect(await make_database())
    try:
        await connection.execute(await migration.downgrade(None))
        for username in ("Bob", "bob", "bob-2", "BOB", None, None, long, long.lower()):
            await connection.execute(
                "INSERT INTO users (name, username) VALUES ('Ádám', $1)", username
            )
        await connection.execute(await migration.upgrade(None))
        rows = await connection.fetch("SELECT username, name_folded FROM users ORDER BY id")
        assert [row["username"] for row in rows] == [
            *("Bob", "bob-3", "bob-2", "BOB-4", None, None),
            *(long, f"{'l' * 62}-2"),
        ]
        assert {row["name_folded"] for row in rows} == {"adam"}
    finally:
        await connection.close()


async def test_pages_search_alike(api: Api, named: dict[str, Any], organizer: Person) -> None:
    for path in ("/events?q=IN DER strasse", "/events?place=GROSSES", "/venues?q=STRASSENHAUS da"):
        page = await api.client.get(path)
        assert "Straßenhaus" in page.text, path
    assert "Straßenhaus" not in (await api.client.get("/venues?q=cafe")).text
    wanted = ManagedEventSearch(organizer_id=organizer.id, q="Straße")
    found = await api.container.management.managed_events().search(wanted, now=api.clock())
    assert [event.id for event in found.items] == [named["event"]["id"]]
