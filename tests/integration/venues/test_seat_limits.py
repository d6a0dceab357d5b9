"""Seats of a venue: how many in all, and a list that is made once for all who read it."""

import asyncpg
import pytest

from src.domain.entities.user import Role
from src.domain.entities.venue import MAX_SEATS
from tests.support.api import Api, assert_problem
from tests.support.halls import make_hall

FILL = """
INSERT INTO seats
    (venue_id, section, "row", seat_number, section_key, row_key, seat_number_key)
SELECT $1, 'Hall', 'A', number::text, 'Hall', 'A', number::text
FROM generate_series(1, $2::integer) AS number
"""


@pytest.mark.parametrize(("existing", "status"), [(MAX_SEATS - 2, 201), (MAX_SEATS - 1, 422)])
async def test_venue_has_no_more_seats_than_a_map_can_bear(
    api: Api, connection: asyncpg.Connection, existing: int, status: int
) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer, ())
    await connection.execute(FILL, hall.id, existing)
    block = {"section": "Balcony", "rows": ["A"], "seats_per_row": 2}
    response = await api.post(f"/venues/{hall.id}/seats", organizer, block)
    assert response.status_code == status, response.text
    if status == 422:
        assert str(existing) in assert_problem(response, 422, "validation_failed")["detail"]
    count = await connection.fetchval("SELECT count(*) FROM seats WHERE venue_id = $1", hall.id)
    assert count == existing + (2 if status == 201 else 0)


async def test_list_of_seats_is_304_until_a_seat_comes_or_goes(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    path = f"/venues/{hall.id}/seats"
    first = await api.get(path)
    known = {"If-None-Match": first.headers["etag"]}
    assert (await api.get(path, headers=known)).status_code == 304
    seat = {"section": "Box", "row": "1", "seat_number": "7a"}
    (added,) = (await api.post(path, organizer, {"seats": [seat]})).json()
    more = await api.get(path, headers=known)
    assert (more.status_code, added in more.json()) == (200, True)
    await api.call("DELETE", f"{path}/{added['id']}", organizer)
    again = await api.get(path, headers={"If-None-Match": more.headers["etag"]})
    assert again.json() == first.json()
    assert again.headers["etag"] == first.headers["etag"]


async def test_seats_of_a_venue_that_is_gone_are_not_found(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    hall = await make_hall(api, organizer)
    path = f"/venues/{hall.id}/seats"
    assert (await api.get(path)).status_code == 200
    await api.call("DELETE", f"/venues/{hall.id}", organizer)
    assert_problem(await api.get(path), 404, "not_found")
