"""Labels of seats stand as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from src.domain.shared.label_order import label_key


@pytest.mark.parametrize(
    "labels",
    [
        ["1", "2", "2A", "2B", "3", "4", "10", "10A", "100"],
        ["A9", "A10", "B1", "B2"],
        ["A", "B", "Z", "AA", "AB", "ZZ", "AAA"],
        ["Row 2", "Row 10", "Row A", "Row Z", "Row AA"],
        ["Block 2", "Block 10", "Block 10 upper"],
        ["Balcony", "Circle", "Loge", "Parkett", "Stalls"],
        ["left", "middle", "right"],
        ["001", "01", "1", "02", "2"],
        ["A", "a", "B", "b", "C"],
        ["0", "00", "1", "9" * 50, "1" + "0" * 50],
        ["A-1", "A-2", "A-10"],
        ["1", "A", "Ä", "ก"],
        ["๑", "2", "๒ก", "๓", "4", "๑๐"],
        ["", " ", "1"],
    ],
    ids=lambda labels: " ".join(labels)[:40],
)
def test_labels_are_sorted_as_people_read_them(labels: list[str]) -> None:
    mixed = labels[::-1]
    assert sorted(mixed, key=label_key) == labels


LABELS = st.text(st.sampled_from("0019aAbZz -./éÄ\u0663\u0e53ß\U0001f600{`~@["), max_size=8)


@given(LABELS, LABELS)
def test_two_labels_have_two_keys(first: str, second: str) -> None:
    assert (label_key(first) == label_key(second)) is (first == second)


@given(st.integers(0, 10**60), st.integers(0, 10**60), LABELS)
def test_numbers_are_compared_by_their_value(less: int, more: int, before: str) -> None:
    label = before.rstrip("0123456789\u0663\u0e53")
    assert (label_key(f"{label}{less}") < label_key(f"{label}{more}")) is (less < more)
