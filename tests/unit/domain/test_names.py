"""What may be a name."""

import pytest

from src.domain.shared.names import INVISIBLE, SEVERAL_LINES, TURNED, fault_of_name


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "\u3000",
        "\u00a0",
        "\u200b",
        "\u200b\u200d",
        "\ufeff",
        "\u00ad",
        "\u2800",
        "\u3164",
        "\uffa0",
        "\u115f\u1160",
        "\u0301",
        "\u0e49",
        "\ufe0f",
        "\U000e0041",
        "\u200f",
        "\n",
    ],
)
def test_nothing_that_can_be_seen_is_no_name(name: str) -> None:
    assert fault_of_name(name) == INVISIBLE


@pytest.mark.parametrize("end", ["\n", "\r\n", "\t", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_name_is_on_one_line(end: str) -> None:
    assert fault_of_name(f"One{end}Two") == SEVERAL_LINES


@pytest.mark.parametrize("mark", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_name_does_not_turn_what_follows(mark: str) -> None:
    assert fault_of_name(f"VIP{mark}gpj.") == TURNED


@pytest.mark.parametrize(
    "name",
    [
        "A",
        "7",
        "?",
        "Zoe\u0301",
        "אברהם בן־דוד",
        "مُحَمَّد \u200fعلي",
        "می\u200cکنم",
        "ක්\u200dෂ",
        "กินข้าว",
        "ถนน\u200bยาว",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\U0001fae8",
        "\ue000",
        "ᄒᆞᆫ",
    ],
)
def test_names_of_every_script_and_emoji_are_names(name: str) -> None:
    assert fault_of_name(name) is None
