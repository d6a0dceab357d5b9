"""What hashing a password costs, and that another hasher may be given."""

from collections.abc import Callable

import pytest
from argon2 import extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY

from src.container import Container
from src.infrastructure.security.passwords import Argon2PasswordHasher
from tests.support.database import test_settings as settings_for
from tests.support.passwords import quick_password_hasher

PASSWORD = "correct-horse"


async def test_service_hashes_with_the_costs_that_the_rfc_recommends() -> None:
    container = Container(settings=settings_for("postgres://nobody@localhost/nothing"))
    stored = await container.adapters.password_hasher().hash(PASSWORD)
    assert extract_parameters(stored) == RFC_9106_LOW_MEMORY


async def test_quick_hasher_costs_less_than_the_recommended() -> None:
    parameters = extract_parameters(await quick_password_hasher().hash(PASSWORD))
    assert parameters.memory_cost < RFC_9106_LOW_MEMORY.memory_cost
    assert parameters.time_cost < RFC_9106_LOW_MEMORY.time_cost


@pytest.mark.parametrize(
    "verifier", [Argon2PasswordHasher, quick_password_hasher], ids=["recommended", "quick"]
)
async def test_hash_is_verified_whatever_its_costs(
    verifier: Callable[[], Argon2PasswordHasher],
) -> None:
    stored = await quick_password_hasher().hash(PASSWORD)
    assert await verifier().verify(stored, PASSWORD)
    assert not await verifier().verify(stored, "another")
    assert not await verifier().verify(None, "no account has this password")
