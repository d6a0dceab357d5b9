"""Posters over HTTP: who sets them, what is refused, what is stored."""

from typing import Any

import asyncpg

from src.domain.entities.poster import MAX_BYTES
from src.domain.entities.user import Role
from tests.support.api import Api, Person, assert_problem
from tests.support.pictures import poster_image


async def put(api: Api, event: dict[str, Any], who: Person, image: bytes) -> Any:
    path = f"/events/{event['id']}/poster"
    return await api.call("PUT", path, who, content=image)


async def test_a_poster_is_stored_in_its_widths_and_named_by_the_event(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    assert event["poster"] is None
    answer = await put(api, event, organizer, poster_image(900, 600))
    assert answer.status_code == 200
    name = answer.json()["poster"]
    assert name.endswith("-900x600")
    shown = (await api.get(f"/events/{event['id']}")).json()
    (listed,) = (await api.get("/events")).json()
    assert shown["poster"] == listed["poster"] == name
    rows = await connection.fetch("SELECT format, width FROM event_posters ORDER BY 1, 2")
    assert [tuple(row) for row in rows] == [
        ("avif", 400), ("avif", 800), ("avif", 900), ("jpg", 900),
        ("webp", 400), ("webp", 800), ("webp", 900),
    ]  # fmt: skip


async def test_an_edit_keeps_the_poster_and_a_poster_keeps_the_version(
    api: Api, organizer: Person
) -> None:
    event = await api.event(organizer)
    etag = (await api.get(f"/events/{event['id']}")).headers["etag"]
    name = (await put(api, event, organizer, poster_image())).json()["poster"]
    edited = await api.call(
        "PUT",
        f"/events/{event['id']}",
        organizer,
        json={"title": "Renamed"},
        headers={"If-Match": etag},
    )
    assert edited.status_code == 200
    assert edited.json()["poster"] == name


async def test_what_is_no_picture_is_refused_with_a_sentence(api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    answer = await put(api, event, organizer, b"<svg onload='alert(1)'/>")
    problem = assert_problem(answer, 422, "validation_failed")
    assert "JPEG, PNG or WebP" in problem["errors"][0]["message"]
    # The process that made it goes on.
    assert (await put(api, event, organizer, poster_image())).status_code == 200


async def test_five_megabytes_are_the_limit(api: Api, organizer: Person) -> None:
    event = await api.event(organizer)
    image = poster_image(image_format="PNG")
    answer = await put(api, event, organizer, image + bytes(MAX_BYTES - len(image)))
    assert answer.status_code == 200
    answer = await put(api, event, organizer, image + bytes(MAX_BYTES - len(image) + 1))
    assert_problem(answer, 413, "body_too_large")


async def test_strangers_set_and_remove_nothing(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    rival = await api.person(Role.ORGANIZER)
    assert_problem(await put(api, event, rival, poster_image()), 404, "not_found")
    assert_problem(await put(api, event, buyer, poster_image()), 403, "forbidden")
    assert await connection.fetchval("SELECT count(*) FROM event_posters") == 0
    await put(api, event, organizer, poster_image())
    path = f"/events/{event['id']}/poster"
    assert_problem(await api.call("DELETE", path, rival), 404, "not_found")
    assert await connection.fetchval("SELECT count(*) FROM event_posters") == 5


async def test_a_removed_poster_leaves_nothing(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer)
    await put(api, event, organizer, poster_image())
    path = f"/events/{event['id']}/poster"
    assert (await api.call("DELETE", path, organizer)).json()["success"]
    assert (await api.get(f"/events/{event['id']}")).json()["poster"] is None
    assert await connection.fetchval("SELECT count(*) FROM event_posters") == 0
    assert_problem(await api.call("DELETE", path, organizer), 404, "not_found")
