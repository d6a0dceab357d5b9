"""API keys: when they are good, and what a rotation does."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from src.application.access import require_scope
from src.domain.entities.api_key import ApiKey
from src.domain.entities.user import Actor, Role
from src.domain.errors import Forbidden, InvalidState, ScopeMissing, ValidationFailed
from src.domain.shared.scopes import OF_ADMINS, Scope
from tests.support.examples import NOW

DAY, NOTHING = timedelta(days=1), timedelta()
KEY = ApiKey(user_id=1, name="Register", scopes=[Scope.EVENTS_READ], secret_hash=b"1", hint="e1")
PERSON = Actor(1, Role.CUSTOMER)
WITH_KEY = Actor(1, Role.ADMIN, api_key_id=7, scopes=frozenset({Scope.ORDERS_READ}))


@pytest.mark.parametrize(
    ("expires_at", "has_ended"),
    [(None, False), (NOW + timedelta(seconds=1), False), (NOW, True), (NOW - DAY, True)],
)
def test_key_is_good_until_its_end(expires_at: datetime | None, has_ended: bool) -> None:
    key = replace(KEY, expires_at=expires_at)
    assert key.has_ended(NOW) is has_ended
    if has_ended:
        with pytest.raises(ValidationFailed) as refusal:
            key.require_possible(PERSON, NOW)
        assert refusal.value.field == "body.expires_at"
    else:
        key.require_possible(PERSON, NOW)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("scope", Scope)
def test_scopes_of_admins_are_given_by_admins(role: Role, scope: Scope) -> None:
    key = replace(KEY, scopes=[scope])
    if scope in OF_ADMINS and role is not Role.ADMIN:
        with pytest.raises(Forbidden, match=scope):
            key.require_possible(Actor(1, role), NOW)
    else:
        key.require_possible(Actor(1, role), NOW)


def test_rotated_key_keeps_the_present_secret_for_the_grace() -> None:
    key = replace(KEY)
    key.rotate(b"2", "e2", grace=DAY, now=NOW)
    assert (key.secret_hash, key.hint, key.previous_secret_hash) == (b"2", "e2", b"1")
    assert key.previous_secret_until == NOW + DAY


def test_rotated_key_without_a_grace_has_one_secret() -> None:
    key = replace(KEY, previous_secret_hash=b"0", previous_secret_until=NOW + DAY)
    key.rotate(b"2", "e2", grace=NOTHING, now=NOW)
    assert (key.secret_hash, key.previous_secret_hash) == (b"2", None)
    assert key.previous_secret_until is None


@pytest.mark.parametrize(
    "key",
    [
        replace(KEY, expires_at=NOW),
        replace(KEY, previous_secret_hash=b"0", previous_secret_until=NOW + DAY),
    ],
    ids=["ended", "rotated"],
)
def test_rotation_is_refused_where_a_secret_would_end_too_early_or_the_key_has(
    key: ApiKey,
) -> None:
    before = replace(key)
    with pytest.raises(InvalidState):
        key.rotate(b"2", "e2", grace=DAY, now=NOW)
    assert key == before


def test_secret_whose_time_is_over_stands_in_no_rotations_way() -> None:
    key = replace(KEY, previous_secret_hash=b"0", previous_secret_until=NOW)
    key.rotate(b"2", "e2", grace=DAY, now=NOW)
    assert key.previous_secret_hash == b"1"


@pytest.mark.parametrize("scope", [*Scope, None])
def test_scope_is_asked_of_keys_alone(scope: Scope | None) -> None:
    require_scope(PERSON, scope)
    if scope is Scope.ORDERS_READ:
        require_scope(WITH_KEY, scope)
        return
    with pytest.raises(ScopeMissing) as refusal:
        require_scope(WITH_KEY, scope)
    assert refusal.value.facts == {"scope": scope}
    assert refusal.value.code == "forbidden"


def test_person_is_who_came_without_a_key() -> None:
    PERSON.require_person("Log in.")
    with pytest.raises(Forbidden, match="Log in"):
        WITH_KEY.require_person("Log in.")
