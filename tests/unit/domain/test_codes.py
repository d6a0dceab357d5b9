"""Ticket codes and booking references: their form, their date, where their letters come from."""

import random
import re
import secrets
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from src.domain.shared.codes import ALPHABET, RANDOM_LENGTH, booking_reference, ticket_code
from src.infrastructure.security.random_code import random_code
from tests.support.fakes.ports import FakeCodes

NEW_YEAR = datetime(2027, 1, 1, tzinfo=UTC)


def test_a_ticket_code_has_the_day_and_eight_characters() -> None:
    code = ticket_code(datetime(2026, 11, 20, 8, tzinfo=UTC), FakeCodes("8F3KQ2ZN"))
    assert code == "TKT-20261120-8F3KQ2ZN"


def test_a_booking_reference_has_eight_characters() -> None:
    assert booking_reference(FakeCodes("7K2M9QXA")) == "BKG-7K2M9QXA"


@pytest.mark.parametrize(
    ("issued_at", "day"),
    [
        (NEW_YEAR - timedelta(microseconds=1), "20261231"),
        (NEW_YEAR, "20270101"),
        (datetime(2026, 12, 31, 20, tzinfo=timezone(timedelta(hours=-5))), "20270101"),
        (datetime(2027, 1, 1, 6, 59, tzinfo=ZoneInfo("Asia/Bangkok")), "20261231"),
        (datetime(2027, 1, 1, 7, tzinfo=ZoneInfo("Asia/Bangkok")), "20270101"),
    ],
)
def test_the_day_of_a_ticket_code_is_the_day_in_utc(issued_at: datetime, day: str) -> None:
    assert ticket_code(issued_at, FakeCodes()).split("-")[1] == day


@pytest.mark.usefixtures("local_time_of_bangkok")
def test_the_day_of_a_ticket_code_is_the_day_in_utc_wherever_the_server_is() -> None:
    assert ticket_code(NEW_YEAR - timedelta(hours=1), FakeCodes()).startswith("TKT-20261231-")


def test_the_alphabet_has_no_characters_that_are_mistaken_for_each_other() -> None:
    assert re.fullmatch("[0-9A-Z]+", ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert not set("0O1IL") & set(ALPHABET)
    assert not {"U", "V"} <= set(ALPHABET)


def test_random_codes_use_every_character_of_the_alphabet_alike() -> None:
    codes = [random_code() for _ in range(3000)]
    assert {len(code) for code in codes} == {RANDOM_LENGTH} == {8}
    counts = Counter("".join(codes))
    assert counts.keys() == set(ALPHABET)
    expected = 3000 * RANDOM_LENGTH / len(ALPHABET)
    chi_square = sum((count - expected) ** 2 / expected for count in counts.values())
    # 29 degrees of freedom: a fair source is above 120 once in 10^12 runs.
    assert chi_square < 120


def test_random_codes_do_not_repeat_when_the_ordinary_generator_is_seeded_again() -> None:
    random.seed(1)
    first = random_code()
    random.seed(1)
    assert random_code() != first


def test_random_codes_come_from_the_systems_cryptographic_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def last(bits: int) -> int:
        assert bits == 128
        return int(len(ALPHABET) ** RANDOM_LENGTH) - 1

    monkeypatch.setattr(secrets, "randbits", last)
    assert random_code() == ALPHABET[-1] * RANDOM_LENGTH
