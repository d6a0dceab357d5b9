"""Statements on paper, in the organizer's language."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from src.domain.entities.settlement import EventShare, OrganizerPayout, Parts, Statement
from src.domain.shared.language import Language
from src.infrastructure.documents.statement_page import statement_pdf
from src.infrastructure.documents.statement_words import WORDS, StatementWords
from tests.support.documents import read_by_pdfium, typesetter

START, END = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
WHOSE: dict[str, Any] = {"organizer_id": 2, "currency": "THB"}
SAID = {
    Language.EN: ("Statement for", "Payout, 2026-11-20", "Owed at the end", "Kept"),
    Language.DE: ("Abrechnung für", "Auszahlung, 2026-11-20", "Guthaben am Ende", "Einbehalt"),
    Language.TH: ("ใบสรุปยอดของ", "จ่ายเงินออก, 2026-11-20", "ยอดค้างจ่ายคงเหลือ", "หักไว้"),
}


def statement(language: Language, *, is_final: bool = True) -> Statement:
    """Two events, a payout and its counter entry."""
    paid = OrganizerPayout(
        **WHOSE,
        id=1,
        amount=Decimal("1000.00"),
        paid_on=date(2026, 11, 20),
        reference="SCB 20261120-0042",
        recorded_at=datetime(2026, 11, 20, 13, tzinfo=UTC),
    )
    events = [
        EventShare(
            **WHOSE,
            event_id=number,
            event_title=title,
            ends_at=END,
            opening=Decimal(0),
            sales=Parts(
                tickets=Decimal("12500.00"), fees=Decimal("475.00"), taxes=Decimal("908.33")
            ),
            refunds=Parts(tickets=Decimal("-1250.00")),
            disputes=Parts(),
            commission=Decimal("281.25"),
            kept_fees=Decimal("475.00"),
        )
        for number, title in ((1, "Rock Concert 2026"), (2, "เทศกาลดนตรีฤดูหนาวริมแม่น้ำ"))
    ]
    return Statement(
        **WHOSE,
        organizer="Somchai Jaidee",
        start=START,
        end=END,
        is_final=is_final,
        opening=Decimal("0.00"),
        events=events,
        payouts=[paid, paid.reversal("Wrong account", datetime(2026, 11, 21, tzinfo=UTC))],
        timezone="Asia/Bangkok",
        language=language,
    )


@pytest.mark.parametrize("language", Language)
def test_statement_is_in_the_language_of_the_organizer(language: Language) -> None:
    pdf = statement_pdf(typesetter(), statement(language))
    assert pdf == statement_pdf(typesetter(), statement(language))
    assert f"/Lang ({language})".encode() in pdf
    (text,) = read_by_pdfium(pdf)
    text = text.replace("\r", "")
    for words in (*SAID[language], "Rock Concert 2026", "SCB 20261120-0042", "Asia/Bangkok"):
        assert words in text, (words, text)
    others = {said for other, words in SAID.items() if other is not language for said in words}
    assert not [said for said in others if said in text]
    # Twice 13883.33 less 1250.00 and 756.25.
    assert "23754.16 THB" in text


@pytest.mark.parametrize("language", Language)
def test_provisional_statement_says_so(language: Language) -> None:
    (text,) = read_by_pdfium(statement_pdf(typesetter(), statement(language, is_final=False)))
    assert WORDS[language].provisional in text.replace("\r\n", " ").replace("\n", "")


@pytest.mark.parametrize("language", Language)
def test_headings_are_one_for_each_column(language: Language) -> None:
    words: StatementWords = WORDS[language]
    assert len(set(words.columns)) == len(words.columns) == 8
