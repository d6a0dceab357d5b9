"""Printed tickets: the code is read back, and the text that went in comes out."""

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp
from PIL import Image, ImageDraw

from src.application.dtos.ticket_document import PageFormat, SeatLabel
from src.domain.shared.language import Language
from src.infrastructure.documents.picture import png_of_first_page
from src.infrastructure.documents.qr_code import QUIET_ZONE, qr_modules
from tests.support.documents import (
    READERS,
    TOKEN,
    make_sheet,
    make_ticket,
    pictures,
    print_sheet,
    read_by_pdfium,
    read_by_pypdf,
    scanned,
    typesetter,
    without_blanks,
)

FORMATS = list(PageFormat)

NAMES = {
    "latin": "Zażółć Gęślą Ångström, fi ffl",
    "combining": "e\u0301a\u0308 Zoe\u0308 q\u0303\u0323",
    "vietnamese": "Nguyễn Thị Hường",
    "greek": "Γιώργος Παπαδόπουλος",
    "cyrillic": "Щербаков Їжак",
    "thai": "คอนเสิร์ตน้ำใจที่กรุงเทพมหานคร",
    "lao": "ສົມສັກ ນ້ຳຂອງ",
    "arabic": "مريم العلي الله",
    "hebrew": "שלום כהן",
    "hebrew with points": "יוֹסֵף",
    "hindi": "प्रिया शर्मा क्षत्रिय",
    "bengali": "শ্রী রবীন্দ্রনাথ",
    "tamil": "ஸ்ரீ கௌரி",
    "burmese": "အောင်ဆန်းစုကြည်",
    "khmer": "ព្រះបាទ ស្រីមុំ",
    "sinhala": "ශ්‍රී ලංකා",
    "ethiopic": "አበበ ቢቂላ",
    "chinese": "王小明",
    "japanese": "山田 太郎 カタカナ",
    "korean": "김민준",
    "georgian": "საქართველო",
    "armenian": "Հայաստան",
    "emoji": "Rock 🎸 night 👍🏽",
    "markup": "*bold* _it_ #text(red)[x] $x^2$ <b>&amp;</b> {nb} {{ x }} %s // (a\\) endstream",
    "quotes": "Salt \u2018n\u2019 Pepa — “Live”",
}


@pytest.mark.parametrize("page_format", FORMATS)
@pytest.mark.parametrize("mode", ["RGB", "L", "1"])
def test_code_is_read_from_a_page_at_150_dpi(page_format: PageFormat, mode: str) -> None:
    tickets = [make_ticket(1), make_ticket(2, seat=None)]
    pages = list(pictures(print_sheet(make_sheet(*tickets), page_format)))
    assert [scanned(page.convert(mode).convert("L")) for page in pages] == [
        [ticket.token] for ticket in tickets
    ]


@pytest.mark.parametrize("page_format", FORMATS)
def test_code_is_read_from_the_picture(page_format: PageFormat) -> None:
    png = png_of_first_page(print_sheet(make_sheet(), page_format), page_format)
    assert scanned(Image.open(io.BytesIO(png))) == [make_ticket().token]


def test_code_is_read_through_a_crack_and_from_far_away() -> None:
    """A line across a tenth of its height, or a page of 496 pixels, which is 60 dpi."""
    (page,) = pictures(print_sheet(make_sheet()))
    (found,) = zxingcpp.read_barcodes(page)
    box = found.position
    crack = page.copy()
    height = box.bottom_left.y - box.top_left.y
    middle = box.top_left.y + height * 0.55
    ends = (box.top_left.x, middle - height * 0.1, box.top_right.x, middle + height * 0.1)
    ImageDraw.Draw(crack).line(ends, fill="grey", width=round(height * 0.08))
    assert scanned(crack) == [make_ticket().token]
    assert scanned(page.resize((496, 702), Image.Resampling.BILINEAR)) == [make_ticket().token]


@pytest.mark.parametrize("length", [1, 6, 121, 125, 126, 138, 200])
def test_code_is_a_full_one_with_its_quiet_zone(length: int) -> None:
    rows = qr_modules((TOKEN * 2)[:length])
    size = len(rows)
    assert {len(row) for row in rows} == {size}
    assert (size - 2 * QUIET_ZONE - 17) % 4 == 0 and size >= 21 + 2 * QUIET_ZONE
    edges = [*rows[:QUIET_ZONE], *rows[-QUIET_ZONE:]]
    assert not any(any(row) for row in edges)
    assert not any(any(row[:QUIET_ZONE] + row[-QUIET_ZONE:]) for row in map(tuple, rows))


@pytest.mark.parametrize("page_format", FORMATS)
def test_code_keeps_white_around_it(page_format: PageFormat) -> None:
    (page,) = pictures(print_sheet(make_sheet(), page_format))
    (found,) = zxingcpp.read_barcodes(page)
    corner, opposite = found.position.top_left, found.position.bottom_right
    dark = page.convert("L").point(lambda shade: 255 * (shade < 128))
    # The scanner is off by a module; what is dark there and a little further is the code.
    further = round((opposite.x - corner.x) * 0.04)
    near = (corner.x - further, corner.y - further, opposite.x + further, opposite.y + further)
    left, top, right, bottom = dark.crop(near).getbbox() or (0, 0, 0, 0)
    quiet = int((right - left) / 49 * QUIET_ZONE) - 1
    x, y = near[0] + left, near[1] + top
    with_zone = (x - quiet, y - quiet, x + right - left + quiet, y + bottom - top + quiet)
    around = dark.crop(with_zone)
    around.paste(0, (quiet, quiet, quiet + right - left, quiet + bottom - top))
    assert around.getbbox() is None


@pytest.mark.parametrize("page_format", FORMATS)
def test_a_ticket_is_one_page_with_all_that_it_says(page_format: PageFormat) -> None:
    tickets = [make_ticket(1), make_ticket(2), make_ticket(3)]
    pdf = print_sheet(make_sheet(*tickets), page_format)
    for read in READERS:
        pages = [without_blanks(page) for page in read(pdf)]
        assert len(pages) == 3
        for page, ticket in zip(pages, tickets, strict=True):
            for text in (
                "Event ticketing",
                "Spring concert at the lake",
                "Bangkok Arena",
                "99 Rama IX Road, Bangkok",
                "Friday, 25 December 2026",
                "19:00 \u2013 22:00",
                "Asia/Bangkok (UTC+7)",
                "Anna Müller",
                "1500.00 THB",
                "Standard",
                "North 2",
                "BKG-7K2M9QXA",
                "ORD-8M3P2KXW",
                f"Ticket {ticket.number} of 3",
                "Bags larger than A4 are not let in.",
            ):
                assert without_blanks(text) in page


@pytest.mark.parametrize("page_format", FORMATS)
@pytest.mark.parametrize(
    ("language", "location", "written"),
    [
        (Language.EN, "99 Rama IX Road, Bangkok", "99 Rama IX Road, Bangkok, Thailand"),
        (Language.TH, "กรุงเทพฯ", "กรุงเทพฯ, ไทย"),
        (Language.DE, "Museumsplatz 1, Wien", "Museumsplatz 1, Wien, Österreich"),
        (Language.DE, "Museumsplatz 1, Wien, Österreich", "Museumsplatz 1, Wien, Österreich"),
        (Language.DE, None, "Österreich"),
    ],
)
def test_place_has_its_country_in_the_language_of_the_ticket(
    page_format: PageFormat, language: Language, location: str | None, written: str
) -> None:
    country = "AT" if language is Language.DE else "TH"
    known = make_sheet(language=language, location=location, country=country)
    unknown = make_sheet(language=language, location=location, country=None)
    name = written.rpartition(", ")[2]
    for read in READERS:
        (page,) = [without_blanks(page) for page in read(print_sheet(known, page_format))]
        assert without_blanks(written) in page
        assert page.count(name) == 1
        (page,) = [without_blanks(page) for page in read(print_sheet(unknown, page_format))]
        assert page.count(name) == (1 if name in (location or "") else 0)


def test_code_is_copied_in_one_piece() -> None:
    for read in READERS:
        assert "TKT-20261120-8F3KQ2ZN" in read(print_sheet(make_sheet()))[0]


def test_seat_of_one_character_is_read() -> None:
    seat = SeatLabel(section="B", row="1", number="7")
    pdf = print_sheet(make_sheet(make_ticket(seat=seat), terms=None))
    for read in READERS:
        lines = [line.strip() for line in read(pdf)[0].splitlines()]
        assert {"B", "1", "7"} <= set(lines)


@pytest.mark.parametrize("page_format", FORMATS)
@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("script", NAMES)
def test_text_in_any_script_is_what_went_in(
    script: str, read: Callable[[bytes], list[str]], page_format: PageFormat
) -> None:
    name = NAMES[script]
    sheet = make_sheet(
        make_ticket(holder=name, ticket_type=name, gate=name),
        event_title=name,
        venue=name,
        location=name,
        terms=name,
    )
    (page,) = read(print_sheet(sheet, page_format))
    assert without_blanks(page).count(without_blanks(name)) == 7


def test_text_from_right_to_left_stands_right() -> None:
    """What is read from the right begins there."""
    (line,) = typesetter().paragraph("שלום (12) abc", size=10).lines
    assert line.is_rtl
    assert line.visual == "abc (12) םולש"


@pytest.mark.parametrize("page_format", FORMATS)
def test_longest_texts_stay_on_their_page_and_are_whole(page_format: PageFormat) -> None:
    title, name = ("Überlänge " * 20)[:200], ("Maximiliane " * 17)[:200]
    seat = SeatLabel(section="W" * 60, row=("Parkett " * 7).strip(), number="M" * 60)
    ticket = make_ticket(holder=name, ticket_type=name, gate=name, seat=seat)
    pdf = print_sheet(make_sheet(ticket, event_title=title, venue=name, location=name), page_format)
    (page,) = (without_blanks(text) for text in read_by_pdfium(pdf))
    for text in (title, seat.section, seat.row, seat.number):
        assert without_blanks(text) in page
    assert page.count(without_blanks(name)) == 5
    (picture,) = pictures(pdf)
    assert scanned(picture) == [ticket.token]
    assert _is_white_at_the_edges(picture)


@pytest.mark.parametrize("page_format", FORMATS)
def test_long_terms_are_whole(page_format: PageFormat) -> None:
    terms = "\n\n".join(
        f"{number}. Nobody is let in with number {number}." for number in range(230)
    )
    pdf = print_sheet(make_sheet(make_ticket(1), make_ticket(2), terms=terms), page_format)
    pages = read_by_pypdf(pdf)
    if page_format is PageFormat.PHONE:
        assert len(pages) == 2
        assert all(without_blanks(terms) in without_blanks(page) for page in pages)
    else:
        assert all("at the end of this document" in page for page in pages[:2])
        rest = without_blanks("".join(pages[2:]))
        assert all(
            without_blanks(f"{number}. Nobody is let in with number {number}.") in rest
            for number in range(230)
        )
    assert all(_is_white_at_the_edges(picture) for picture in pictures(pdf, dpi=50))


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            Language.DE,
            ("Eintrittskarte", "Freitag, 25. Dezember 2026", "Reihe", "Karte 1 von 1", "Einlass"),
        ),
        (
            Language.TH,
            ("บัตรเข้างาน", "วันศุกร์ที่ 25 ธันวาคม พ.ศ. 2569 (2026)", "แถว", "ใบที่ 1 จาก 1"),
        ),
    ],
)
def test_ticket_speaks_the_language_of_its_event(
    language: Language, texts: tuple[str, ...]
) -> None:
    pdf = print_sheet(make_sheet(language=language))
    for read in READERS:
        (page,) = read(pdf)
        assert all(without_blanks(text) in without_blanks(page) for text in texts)


@pytest.mark.parametrize(
    ("zone", "start", "hours", "expected"),
    [
        ("UTC", datetime(2026, 7, 1, 18, tzinfo=UTC), 3, ("18:00 \u2013 21:00", "UTC")),
        (
            "Europe/Berlin",
            datetime(2026, 7, 1, 18, tzinfo=UTC),
            3,
            ("20:00 \u2013 23:00", "(UTC+2)"),
        ),
        (
            "Asia/Kathmandu",
            datetime(2026, 7, 1, 1, tzinfo=UTC),
            1,
            ("06:45 \u2013 07:45", "(UTC+5:45)"),
        ),
        (
            "America/St_Johns",
            datetime(2026, 7, 1, 18, tzinfo=UTC),
            9,
            ("15:30 \u2013 00:30", "2:30)"),
        ),
        (
            "Europe/Berlin",
            datetime(2026, 7, 1, 18, tzinfo=UTC),
            48,
            ("20:00 \u2013 Friday, 3 July 2026, 20:00", "Europe/Berlin"),
        ),
    ],
)
def test_time_is_the_event_s_with_its_zone(
    zone: str, start: datetime, hours: int, expected: tuple[str, ...]
) -> None:
    end = start + timedelta(hours=hours)
    pdf = print_sheet(make_sheet(starts_at=start, ends_at=end, timezone=zone))
    (page,) = read_by_pypdf(pdf)
    assert all(without_blanks(text) in without_blanks(page) for text in expected)


def test_what_a_ticket_lacks_is_not_named() -> None:
    ticket = make_ticket(seat=None, gate=None, price=Decimal("0.00"))
    sheet = make_sheet(ticket, venue=None, location=None, terms=None, order_reference=None)
    (page,) = read_by_pypdf(print_sheet(sheet))
    assert "Free of charge" in page
    for label in ("Seat", "Row", "Gate", "Where", "Order", "terms"):
        assert label not in page


def test_tickets_of_a_booking_share_what_they_have_in_common() -> None:
    terms = "Everybody is let in once. " * 100
    one, many = (
        len(print_sheet(make_sheet(*(make_ticket(n) for n in range(1, count + 1)), terms=terms)))
        for count in (1, 21)
    )
    assert (many - one) / 20 < 6000


def test_control_characters_are_blanks() -> None:
    (page,) = read_by_pypdf(print_sheet(make_sheet(make_ticket(holder="A\tB\x07C"))))
    assert "A B C" in page


def test_character_without_a_font_is_drawn_as_a_replacement_and_copied_as_itself() -> None:
    cuneiform = "\U00012000"
    pdf = print_sheet(make_sheet(make_ticket(holder=cuneiform * 3)))
    assert cuneiform * 3 in read_by_pdfium(pdf)[0]
    picture, empty = (
        next(pictures(print_sheet(make_sheet(make_ticket(holder=name)))))
        for name in (cuneiform, "")
    )
    assert picture.tobytes() != empty.tobytes()


def _is_white_at_the_edges(picture: Image.Image) -> bool:
    """Nothing runs off the page."""
    grey = picture.convert("L")
    width, height = grey.size
    edges = ((0, 0, 4, height), (width - 4, 0, width, height), (0, height - 4, width, height))
    return all(min(grey.crop(edge).tobytes()) > 250 for edge in edges)


def test_document_says_its_title_and_language() -> None:
    document = pypdfium2.PdfDocument(print_sheet(make_sheet(language=Language.TH)))
    assert document.get_metadata_value("Title") == "บัตรเข้างาน · Spring concert at the lake"
