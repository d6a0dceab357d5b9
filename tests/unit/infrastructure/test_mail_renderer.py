"""Mails as they are written: every kind in every language, whatever the names."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from src.application.dtos.mail import MailContent, MailEvent, MailTicket
from src.domain.entities.mail import MailKind
from src.domain.shared.language import Language
from src.infrastructure.mail.phrases import read_languages
from src.infrastructure.mail.renderer import TEMPLATES, TemplateMailRenderer

HOSTILE = "<script>alert(1)</script> {0.__class__} {{ 7*7 }} {% raw %} & \"'"
NAMES = {
    "thai": "สมชาย ใจดี",
    "arabic": "محمد الأحمد",
    "hebrew": "יעל כהן",
    "cyrillic": "Ольга Кузнецова",
    "chinese": "王小明",
    "hostile": HOSTILE,
}
LANGUAGES = [language.value for language in Language]
LINK = "https://shop.example/reset-password?token=abc&more=1"


def content(kind: MailKind, language: str = "en", **changes: Any) -> MailContent:
    tickets = (
        MailTicket(type_name="Standard", seat=("Stalls", "B", "12"), code="TKT-20261120-8F3KQ2ZN"),
        MailTicket(type_name="VIP", seat=None, code=None),
    )
    event = MailEvent(
        title="Rock & Rüben",
        venue="Bangkok Arena",
        starts_at=datetime(2026, 12, 25, 12, 0, tzinfo=UTC),
        timezone="Asia/Bangkok",
        tickets=tickets,
    )
    values: dict[str, Any] = {
        "kind": kind,
        "language": language,
        "name": "Nina",
        "events": (event,),
        "reference": "ORD-7K2M9QXA",
        "amount": Decimal("1234567.50"),
        "currency": "EUR",
        "deadline": datetime(2026, 12, 1, 17, 30, tzinfo=UTC),
        "other_name": "Olga",
        "link": LINK,
        **changes,
    }
    return MailContent(**values)


@pytest.fixture(scope="module")
def renderer() -> TemplateMailRenderer:
    return TemplateMailRenderer("The Shop", None)


class Balance(HTMLParser):
    """Elements that are open, and the words outside of tags."""

    VOID = {"meta", "br", "img"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open):
            self.words += data.split()


@pytest.mark.parametrize("flag", ["", "attached", "gift", "late", "can_try_again", "paid_online"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MailKind)
def test_every_mail_can_be_written_and_its_html_is_whole(
    renderer: TemplateMailRenderer, kind: MailKind, language: str, flag: str
) -> None:
    mail = renderer.render(content(kind, language, flags={flag: True}))
    page = Balance()
    page.feed(mail.html)
    assert page.open == []
    assert f'lang="{language}"' in mail.html
    for text in (mail.subject, mail.text, " ".join(page.words)):
        assert text.strip()
        assert not re.search(r"[{}]|None|Undefined|\.jinja", text), text


@pytest.mark.parametrize("kind", MailKind)
def test_html_and_text_say_the_same(renderer: TemplateMailRenderer, kind: MailKind) -> None:
    mail = renderer.render(content(kind))
    page = Balance()
    page.feed(mail.html)
    # Only the layout differs: a rule under the heading, punctuation, the hint at the button.
    assert bare(mail.text.split()) - bare(page.words) == set()


def bare(words: list[str]) -> set[str]:
    return {word.strip("-=,.;:") for word in words} - {""}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_in_any_script_stands_as_it_is_and_runs_nothing(
    renderer: TemplateMailRenderer, name: str
) -> None:
    event = content(MailKind.ORDER_CONFIRMED).events[0]
    for kind in MailKind:
        changed = content(kind, name=name, other_name=name, reference=name)
        mail = renderer.render(changed)
        page = Balance()
        page.feed(mail.html)
        assert "script" not in page.tags
        assert name.split(maxsplit=1)[0] in " ".join(page.words) + mail.html.replace("&lt;", "<")
        assert name in mail.text
    hostile = MailEvent(
        title=name,
        venue=name,
        starts_at=event.starts_at,
        timezone="UTC",
        tickets=(MailTicket(type_name=name, seat=(name, name, name), code=name),),
    )
    mail = renderer.render(content(MailKind.ORDER_CONFIRMED, events=(hostile,)))
    page = Balance()
    page.feed(mail.html)
    assert "script" not in page.tags and page.open == []
    assert "49" not in mail.text.replace("2026", "")


def test_names_from_right_to_left_do_not_turn_what_is_around_them(
    renderer: TemplateMailRenderer,
) -> None:
    mail = renderer.render(content(MailKind.TICKET_GIVEN, other_name=NAMES["arabic"]))
    assert f"\u2068{NAMES['arabic']}\u2069" in mail.text
    assert f"<bdi>{NAMES['arabic']}</bdi>" in mail.html
    assert "\u2068" not in renderer.render(content(MailKind.TICKET_GIVEN)).text


@pytest.mark.parametrize(
    ("language", "when", "money"),
    [
        ("en", "Friday, 25 December 2026, 19:00 (Bangkok)", "1,234,567.50 EUR"),
        ("de", "Freitag, 25. Dezember 2026, 19:00 Uhr (Bangkok)", "1.234.567,50 EUR"),
        ("th", "วันศุกร์ที่ 25 ธันวาคม 2569 เวลา 19:00 น. (Bangkok)", "1,234,567.50 EUR"),
    ],
)
def test_times_and_amounts_are_those_of_the_language_in_the_events_zone(
    renderer: TemplateMailRenderer, language: str, when: str, money: str
) -> None:
    mail = renderer.render(content(MailKind.ORDER_CONFIRMED, language))
    for text in (mail.text, mail.html):
        assert when in text and money in text


def test_every_language_has_every_sentence() -> None:
    languages = read_languages([TEMPLATES])
    assert set(languages) == set(LANGUAGES)
    keys = {
        code: {(s, k) for s in found.sections for k in found.sections[s]}
        for code, found in languages.items()
    }
    assert keys["de"] == keys["th"] == keys["en"]
    for code, found in languages.items():
        for section, phrases in found.sections.items():
            for key, text in phrases.items():
                fields = re.findall(r"{(\w+)", str(text))
                english = re.findall(r"{(\w+)", str(languages["en"].sections[section][key]))
                assert set(fields) == set(english), (code, section, key)


def test_a_language_that_nobody_wrote_is_english(renderer: TemplateMailRenderer) -> None:
    mail = renderer.render(content(MailKind.REFUND, "xx"))
    assert mail.subject.startswith("Your refund")


def test_a_subject_is_one_short_line(renderer: TemplateMailRenderer) -> None:
    event = content(MailKind.REFUND).events[0]
    title = "A\r\nBcc: x@y.example\u2028\u202eB" + "long " * 100
    events = (MailEvent(title=title, venue=None, starts_at=event.starts_at, timezone="UTC"),)
    subject = renderer.render(content(MailKind.REFUND, events=events)).subject
    assert subject.startswith("Your refund: A Bcc: x@y.example B")
    assert len(subject) <= 150 and subject.endswith("…")
    assert not set("\r\n\u2028\u202e") & set(subject)


def test_own_templates_and_sentences_go_before_those_of_the_product(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    own = '[refund]\nheading = "Money!"\n'
    (tmp_path / "languages" / "en.toml").write_text(own)
    (tmp_path / "layout.txt").write_text("OUR LOOK {{ t('heading') }} {{ body }}")
    mail = TemplateMailRenderer("The Shop", tmp_path).render(content(MailKind.REFUND))
    assert mail.text.startswith("OUR LOOK Money!")
    assert "Money!" in mail.html
    assert mail.subject == "Your refund: Rock & Rüben"


def test_a_mail_loads_nothing_from_elsewhere(renderer: TemplateMailRenderer) -> None:
    for kind in MailKind:
        html = renderer.render(content(kind)).html
        addresses = set(re.findall(r'(?:src|href)="([^"]*)"|url\(([^)]*)\)', html))
        assert addresses <= {(LINK.replace("&", "&amp;"), "")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_whose_name_is_unknown_is_greeted_without_one(
    renderer: TemplateMailRenderer, language: str
) -> None:
    mail = renderer.render(content(MailKind.TRANSFER_OFFERED, language, name=""))
    known = renderer.render(content(MailKind.TRANSFER_OFFERED, language))
    assert "Nina" in known.text
    assert " ," not in mail.text
