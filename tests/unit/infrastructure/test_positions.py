"""How far a replica has to be, by what the primary and the audit log said."""

from collections.abc import Iterator
from typing import Any

import pytest

from src.infrastructure.database import positions
from src.infrastructure.database.positions import Positions


class Primary:
    """Answers as the primary does: its position, and a user's newest entries."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.position = 0
        self.entries: dict[int, list[int]] = {}

    async def execute_query_dict(
        self, query: str, values: list[int] | None = None
    ) -> list[dict[str, Any]]:
        if query == positions.OF_PRIMARY:
            return [{"position": self.position, "system": 7, "name": "tickets"}]
        assert values is not None
        found = sorted(self.entries.get(values[0], []), reverse=True)[: values[1]]
        return [{"entries": found, "position": self.position}]


@pytest.fixture
def primary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Primary]:
    primary = Primary()
    monkeypatch.setattr(positions, "current_connection", lambda: primary)
    yield primary


@pytest.fixture
def found(primary: Primary) -> Positions:
    return Positions(10, monotonic=lambda: primary.now)


async def sample(primary: Primary, found: Positions, *, at: float, position: int) -> None:
    primary.now, primary.position = at, position
    await found.sample()


async def test_least_position_is_that_of_the_oldest_sample_within_the_bound(
    primary: Primary, found: Positions
) -> None:
    for second in range(20):
        await sample(primary, found, at=second, position=second * 100)
    primary.now = 20.5
    assert found.least() == 1100


async def test_nothing_is_recent_enough_while_the_primary_does_not_answer(
    primary: Primary, found: Positions
) -> None:
    assert found.least() is None
    await sample(primary, found, at=0, position=5)
    primary.now = 10.5
    assert found.least() is None


async def test_age_is_counted_from_the_last_time_at_which_the_primary_had_no_more(
    primary: Primary, found: Positions
) -> None:
    assert found.age(5) is None
    # Nothing was written between the second and the third.
    for at, position in ((0, 5), (1, 6), (2, 6), (3, 9)):
        await sample(primary, found, at=at, position=position)
    primary.now = 4
    assert [found.age(position) for position in (4, 5, 6, 8, 9, 20)] == [None, 4, 2, 2, 1, 1]


async def test_who_has_written_nothing_may_be_shown_any_position(
    primary: Primary, found: Positions
) -> None:
    primary.position, primary.entries = 50, {2: [1]}
    assert await found.of_last_write(1) == 0


async def test_last_write_keeps_its_position_until_there_is_another(
    primary: Primary, found: Positions
) -> None:
    primary.position, primary.entries = 50, {1: [3]}
    assert await found.of_last_write(1) == 50
    primary.position = 90
    # Others have written since; the replica need not have that.
    assert await found.of_last_write(1) == 50
    primary.entries[1].append(4)
    assert await found.of_last_write(1) == 90


async def test_write_that_commits_after_a_later_one_is_seen(
    primary: Primary, found: Positions
) -> None:
    primary.position, primary.entries = 50, {1: [9]}
    assert await found.of_last_write(1) == 50
    primary.position = 70
    primary.entries[1].append(8)
    assert await found.of_last_write(1) == 70


async def test_users_who_were_not_seen_for_long_are_forgotten(
    primary: Primary, found: Positions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(positions, "REMEMBERED_USERS", 2)
    primary.position, primary.entries = 50, {user: [user] for user in (1, 2, 3)}
    for user in (1, 2, 1, 3):
        await found.of_last_write(user)
    primary.position = 90
    # Which is safe: the replica has to have more.
    assert [await found.of_last_write(user) for user in (1, 3, 2)] == [50, 50, 90]
