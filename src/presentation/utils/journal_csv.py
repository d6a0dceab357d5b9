"""A journal in the format of DATEV: EXTF 700, category 21 (Buchungsstapel), version 13.

Source: https://developer.datev.de, "DATEV-Format", "Header" and "Buchungsstapel". Fields are apart
by semicolons, lines end with a carriage return and a line feed, numbers have a comma; texts are in
quotation marks and in the code page 1252 of Windows. What is not filled is empty.
"""

import re
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from datetime import datetime

from src.application.reports.exports import Export
from src.domain.services.journal import JournalFile, JournalLine
from src.presentation.utils.csv_stream import CsvStream

NAME = "EXTF_Buchungsstapel"
ENCODING = "cp1252"
LONGEST_TEXT = 60
LONGEST_NUMBER = 36
LONGEST_VAT_ID = 15
LONGEST_DETAIL = 210

NOT_IN_NUMBERS = re.compile(r"[^A-Za-z0-9_$&%*+/-]+")
"""No space, umlaut or point may be in `Belegfeld 1`."""

HEADINGS = (
    *("Umsatz (ohne Soll/Haben-Kz)", "Soll/Haben-Kennzeichen", "WKZ Umsatz", "Kurs"),
    *("Basis-Umsatz", "WKZ Basis-Umsatz", "Konto", "Gegenkonto (ohne BU-Schlüssel)"),
    *("BU-Schlüssel", "Belegdatum", "Belegfeld 1", "Belegfeld 2", "Skonto", "Buchungstext"),
    *("Postensperre", "Diverse Adressnummer", "Geschäftspartnerbank", "Sachverhalt"),
    *("Zinssperre", "Beleglink"),
    *(f"Beleginfo - {part} {number}" for number in range(1, 9) for part in ("Art", "Inhalt")),
    *("KOST1 - Kostenstelle", "KOST2 - Kostenstelle", "Kost-Menge"),
    *("EU-Land u. UStID (Bestimmung)", "EU-Steuersatz (Bestimmung)", "Abw. Versteuerungsart"),
    *("Sachverhalt L+L", "Funktionsergänzung L+L", "BU 49 Hauptfunktionstyp"),
    *("BU 49 Hauptfunktionsnummer", "BU 49 Funktionsergänzung"),
    *(
        f"Zusatzinformation{part} {number}"
        for number in range(1, 21)
        for part in (" - Art", "- Inhalt")
    ),
    *("Stück", "Gewicht", "Zahlweise", "Forderungsart", "Veranlagungsjahr"),
    *("Zugeordnete Fälligkeit", "Skontotyp", "Auftragsnummer", "Buchungstyp"),
    *("USt-Schlüssel (Anzahlungen)", "EU-Land (Anzahlungen)", "Sachverhalt L+L (Anzahlungen)"),
    *("EU-Steuersatz (Anzahlungen)", "Erlöskonto (Anzahlungen)", "Herkunft-Kz", "Buchungs GUID"),
    *("KOST-Datum", "SEPA-Mandatsreferenz", "Skontosperre", "Gesellschaftername"),
    *("Beteiligtennummer", "Identifikationsnummer", "Zeichnernummer", "Postensperre bis"),
    *("Bezeichnung SoBil-Sachverhalt", "Kennzeichen SoBil-Buchung", "Festschreibung"),
    *("Leistungsdatum", "Datum Zuord. Steuerperiode", "Fälligkeit", "Generalumkehr (GU)"),
    *("Steuersatz", "Land", "Abrechnungsreferenz", "BVV-Position"),
    *("EU-Land u. UStID (Ursprung)", "EU-Steuersatz (Ursprung)", "Abw. Skontokonto"),
)
EXAMPLE = (
    '"EXTF";700;21;"Buchungsstapel";13;20261201090000000;;"RE";"";"";29098;55003;20260101;4;'
    '20261101;20261130;"Tickets";"";1;0;0;"EUR";;"";;;"03";;;"";""\r\n'
    "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;…\r\n"
    '119,00;"S";"EUR";;;;10000;8400;;2011;"KF-2026-00001";…\r\n'
    '119,00;"S";"EUR";;;;1360;10000;;2011;"KF-2026-00001";…\r\n'
)


class JournalStream(CsvStream[JournalLine]):
    """Sends the lines, page by page."""

    # The name that is registered for the code page.
    media_type = "text/csv; charset=windows-1252"

    def __init__(self, export: Export[JournalLine], file: JournalFile, now: datetime) -> None:
        super().__init__(NAME, HEADINGS, export, lambda line: [])
        self._file = file
        self._now = now

    async def _parts(self) -> AsyncGenerator[bytes]:
        yield _encoded([header(self._file, self._now), ";".join(HEADINGS)])
        async with aclosing(self._export.pages()) as pages:
            async for lines in pages:
                yield _encoded(_line(line, self._file.currency) for line in lines)


def header(file: JournalFile, now: datetime) -> str:
    """The first line: what the file is, whose it is, and of when."""
    created = f"{now:%Y%m%d%H%M%S}{now.microsecond // 1000:03d}"
    return ";".join(
        (
            *(_text("EXTF"), "700", "21", _text("Buchungsstapel"), "13", created, ""),
            *(_text("RE"), _text(""), _text(""), str(file.consultant), str(file.client)),
            *(f"{file.fiscal_year_start:%Y%m%d}", str(file.account_length)),
            *(f"{file.first:%Y%m%d}", f"{file.last:%Y%m%d}", _text("Tickets"), _text("")),
            *("1", "0", "0", _text(file.currency), "", _text(""), "", ""),
            *(_text(file.chart.value), "", "", _text(""), _text("")),
        )
    )


def _line(line: JournalLine, currency: str) -> str:
    filled = {
        "Umsatz (ohne Soll/Haben-Kz)": f"{line.amount:.2f}".replace(".", ","),
        "Soll/Haben-Kennzeichen": _text("S" if line.is_debit else "H"),
        "WKZ Umsatz": _text(currency),
        "Konto": line.account,
        "Gegenkonto (ohne BU-Schlüssel)": line.contra_account,
        "Belegdatum": f"{line.day:%d%m}",
        "Belegfeld 1": _text(NOT_IN_NUMBERS.sub("-", line.number)[:LONGEST_NUMBER]),
        "Buchungstext": _text(line.text, LONGEST_TEXT),
        "Festschreibung": "0",
    }
    if line.buyer_vat_id:
        vat_id = _text(line.buyer_vat_id, LONGEST_VAT_ID)
        filled["EU-Land u. UStID (Bestimmung)"] = vat_id
    details = (("Zahlungsdienst", line.reference), ("Buchung", line.entry))
    known = ((kind, value) for kind, value in details if value)
    for number, (kind, value) in enumerate(known, 1):
        filled[f"Beleginfo - Art {number}"] = _text(kind)
        filled[f"Beleginfo - Inhalt {number}"] = _text(value, LONGEST_DETAIL)
    return ";".join(filled.get(heading, "") for heading in HEADINGS)


def _text(value: str, longest: int | None = None) -> str:
    """In quotation marks, without control characters; those within are doubled."""
    printable = "".join(character for character in value if character.isprintable())
    return '"' + printable[:longest].replace('"', '""') + '"'


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode(ENCODING, "replace")
