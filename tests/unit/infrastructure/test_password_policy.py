"""Which passwords are refused as easy to guess."""

import pytest

from src.domain.entities.user import User
from src.domain.errors import ValidationFailed
from src.infrastructure.security.password_policy import COMMON, CommonPasswords

POLICY = CommonPasswords("Event ticketing")
NINA = User(
    name="Nina New",
    email="nina.new77@example.com",
    username="ninanew",
    phone="+66812345678",
    full_name="Nina Annabella New",
)


@pytest.mark.parametrize("password", ["12345678", "PASSWORD", "qwertyuiop", "iloveyou"])
def test_common_password_is_refused_whatever_its_case(password: str) -> None:
    with pytest.raises(ValidationFailed, match="most common") as refusal:
        POLICY.require_hard_to_guess(password, NINA)
    assert (refusal.value.field, refusal.value.reason) == (
        "body.password",
        "password_easy_to_guess",
    )


@pytest.mark.parametrize(
    "password",
    [
        "Annabella1",
        "nina new!",
        "NinaNew2026",
        "nina.new77@example.com",
        "nina.new99",
        "+66812345678",
        "Event ticketing",
        "ticketing1!",
    ],
)
def test_password_made_of_what_is_known_of_the_user_is_refused(password: str) -> None:
    with pytest.raises(ValidationFailed, match="your own name"):
        POLICY.require_hard_to_guess(password, NINA)


@pytest.mark.parametrize(
    "password",
    [
        "correct-horse",
        "sample-password",
        "Annabella likes tea",
        "4711 0815 42",
        "       x",
        "12345678\npassword",
        "2345678",
    ],
)
def test_other_password_is_accepted(password: str) -> None:
    POLICY.require_hard_to_guess(password, NINA)
    POLICY.require_hard_to_guess(password, User(name="X"))


def test_list_has_more_than_the_three_thousand_that_are_long_enough_to_be_sent() -> None:
    assert sum(len(password) >= 8 for password in COMMON.split("\n")) > 3000
