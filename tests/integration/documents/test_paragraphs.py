"""Where lines end, and how large text may be."""

import pytest

from src.infrastructure.documents.text import bidi
from src.infrastructure.documents.text.breaking import clusters, pieces
from src.infrastructure.documents.text.fonts import FontBook, language_of
from src.infrastructure.documents.text.scripts import SAMPLES, scripts_without_font
from tests.support.documents import typesetter

BANGKOK = "กรุงเทพมหานคร"


@pytest.mark.parametrize("width", [80, 120, 160])
def test_lines_do_not_end_within_a_thai_word(width: float) -> None:
    text = f"คอนเสิร์ตน้ำใจที่{BANGKOK}ครั้งยิ่งใหญ่แห่งปี"
    paragraph = typesetter().paragraph(text, size=10, width=width)
    assert len(paragraph.lines) > 1
    assert "".join(line.visual for line in paragraph.lines) == text
    assert any(BANGKOK in line.visual for line in paragraph.lines)
    assert all(line.width * 10 <= width for line in paragraph.lines)


def test_lines_end_at_blanks_and_have_none_at_their_end() -> None:
    paragraph = typesetter().paragraph("one two  three", size=10, width=45)
    assert [line.visual for line in paragraph.lines] == ["one two", "three"]


def test_no_break_space_keeps_words_together() -> None:
    assert pieces("a 1\u00a0500 b") == ["a ", "1\u00a0500 ", "b"]


def test_word_wider_than_a_line_is_divided_between_characters() -> None:
    text = "e\u0301" * 60
    paragraph = typesetter().paragraph(text, size=10, width=50)
    assert "".join(line.visual for line in paragraph.lines) == text
    assert not any(line.visual.startswith("\u0301") for line in paragraph.lines)
    assert paragraph.width <= 50


def test_lines_of_the_text_are_kept_and_marks_of_control_are_blanks() -> None:
    paragraph = typesetter().paragraph("one\r\n\ntwo\tthree", size=10)
    assert [line.visual for line in paragraph.lines] == ["one", "", "two three"]


def test_text_takes_the_largest_size_that_fits() -> None:
    fit = typesetter().fit
    assert fit("Short", sizes=(20, 10), width=200, height=30).size == 20
    assert fit("Short", sizes=(20, 10), width=200, height=20).size == 10
    assert fit("Incomprehensibilities", sizes=(20, 10), width=150, height=99).size == 10
    assert fit("x" * 99, sizes=(20, 10), width=20, height=9).size == 10


def test_characters_that_belong_together_are_not_divided() -> None:
    family = "👨\u200d👩\u200d👧"
    assert clusters(f"ที่{family}🇹🇭e\u0301") == ["ที่", family, "🇹🇭", "e\u0301"]


@pytest.mark.parametrize(
    ("text", "visual"),
    [
        ("שלום", "םולש"),
        ("abc שלום (12) def", "abc (12) םולש def"),
        ("שלום (abc) 12", "12 (abc) םולש"),
        ("Tel. 030-12 שלום", "Tel. 030-12 םולש"),
    ],
)
def test_each_part_runs_its_way(text: str, visual: str) -> None:
    (line,) = typesetter().paragraph(text, size=10).lines
    assert line.visual == visual


def test_line_break_in_text_from_the_right_keeps_the_order_of_reading() -> None:
    paragraph = typesetter().paragraph("אחת שתיים שלוש", size=10, width=40)
    assert [line.visual[::-1] for line in paragraph.lines] == ["אחת", "שתיים", "שלוש"]


def test_levels_are_zero_without_text_from_the_right() -> None:
    assert bidi.levels("Grüße 12") == [0] * 8
    assert (bidi.base_level("12 שלום a"), bidi.base_level("12 a שלום"), bidi.base_level("1")) == (
        1,
        0,
        0,
    )


@pytest.mark.parametrize(
    ("text", "language"), [("王小明", "zh"), ("山田さん", "ja"), ("김山", "ko"), ("Anna", "zh")]
)
def test_chinese_characters_have_the_shapes_of_their_text(text: str, language: str) -> None:
    assert language_of(text) == language


def test_packages_have_a_font_for_every_script_that_many_people_write_in() -> None:
    missing = scripts_without_font(FontBook(system=False))
    assert set(missing) <= {
        *("Adlam", "Balinese", "Cham", "Cherokee", "Javanese", "Meetei Mayek", "Mongolian"),
        *("New Tai Lue", "Ol Chiki", "Sundanese", "Syriac", "Thaana", "Tibetan", "Vai", "Yi"),
    }
    assert missing and set(missing) < set(SAMPLES)


def test_font_of_the_system_is_found_when_no_other_has_the_script(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from src.infrastructure.documents.text import fonts

    class Tibetan:
        has_letters = True

        def has(self, char: str) -> bool:
            return char == SAMPLES["Tibetan"]

    face = Tibetan()
    monkeypatch.setattr(fonts, "system_fonts", lambda: [face])
    assert FontBook().font_for(SAMPLES["Tibetan"], None, "zh") is face  # type: ignore[comparison-overlap]
    assert FontBook(system=False).font_for(SAMPLES["Tibetan"], None, "zh") is None
    assert FontBook().lacks(SAMPLES["Mongolian"])


def test_blank_is_no_wider_behind_an_emoji() -> None:
    width = typesetter().paragraph
    assert width("🎸 a", size=10).width - width("🎸a", size=10).width == pytest.approx(
        width("b a", size=10).width - width("ba", size=10).width, abs=0.2
    )
