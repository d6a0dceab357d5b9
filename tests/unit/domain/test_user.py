"""Accounts: which role may change what of which user."""

from copy import deepcopy

import pytest

from src.domain.entities.user import ANONYMOUS_NAME, Actor, Role
from src.domain.errors import AccountInactive, Forbidden
from tests.support.examples import ADMIN, BUYER, EVERYBODY, NOW, ORGANIZER, make_user

OTHER_ADMIN = Actor(99, Role.ADMIN)


def test_an_edit_changes_the_fields_given_and_no_other() -> None:
    user = make_user(BUYER, phone="+6681", full_name="Old Name")
    user.edit({"full_name": None, "email": "new@example.com"}, actor=BUYER)
    assert (user.full_name, user.email, user.phone) == (None, "new@example.com", "+6681")


@pytest.mark.parametrize("actor", [BUYER, ORGANIZER])
def test_a_role_is_refused_when_no_admin_gives_it(actor: Actor) -> None:
    user = make_user(BUYER)
    before = deepcopy(user)
    with pytest.raises(Forbidden, match="Only an administrator may change a role"):
        user.edit({"name": "New", "role": Role.ADMIN}, actor=actor)
    assert user == before


def test_a_role_is_changed_when_an_admin_gives_it() -> None:
    user = make_user(BUYER)
    user.edit({"role": Role.SCANNER}, actor=ADMIN)
    assert user.role is Role.SCANNER


def test_an_admin_cannot_give_up_their_own_role() -> None:
    user = make_user(ADMIN)
    with pytest.raises(Forbidden, match="You cannot change your own role"):
        user.edit({"role": Role.CUSTOMER}, actor=ADMIN)
    assert user.role is Role.ADMIN


@pytest.mark.parametrize("actor", EVERYBODY)
def test_sending_the_same_role_is_no_change_of_it(actor: Actor) -> None:
    user = make_user(actor)
    user.edit({"role": actor.role, "name": "New"}, actor=actor)
    assert user.name == "New"


def test_an_admin_can_deactivate_another_admin_and_activate_them_again() -> None:
    user = make_user(OTHER_ADMIN)
    user.deactivate(actor=ADMIN)
    assert user.is_active is False
    user.activate()
    assert user.is_active is True


@pytest.mark.parametrize("actor", [ADMIN, BUYER])
def test_nobody_can_deactivate_themselves(actor: Actor) -> None:
    user = make_user(actor)
    with pytest.raises(Forbidden):
        user.deactivate(actor=actor)
    assert user.is_active


def test_an_inactive_account_is_refused_and_an_active_one_is_not() -> None:
    make_user(BUYER).require_active()
    with pytest.raises(AccountInactive):
        make_user(BUYER, is_active=False).require_active()


def test_an_anonymised_user_keeps_id_and_role_and_nothing_of_the_person() -> None:
    person = {
        "name": "Ann Example",
        "phone": "+6681",
        "email": "ann@example.com",
        "username": "ann",
        "full_name": "Ann B. Example",
        "password_hash": "hash of secret",
        "external_issuer": "https://issuer.example",
        "external_id": "ann-1",
    }
    user = make_user(ORGANIZER, **person)
    user.anonymise(NOW)
    expected = make_user(ORGANIZER, name=ANONYMOUS_NAME, is_active=False, deleted_at=NOW)
    assert user == expected
