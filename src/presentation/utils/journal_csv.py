"""A journal in the format of DATEV: EXTF 700, category 21 (Buchungsstapel), version 13.

Source: DATEV's description of the format for developers, "Header" and "Buchungsstapel". Fields are
apart by semicolons, lines end with a carriage return and a line feed, numbers have a comma; texts
are in quotation marks and in the code page 1252 of Windows.
"""

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from datetime import datetime
from zoneinfo import ZoneInfo

from src.application.reports.exports import Export
from src.domain.entities.invoice import Invoice
from src.domain.services.journal import JournalFile, JournalLine, journal_lines
from src.presentation.utils.csv_stream import CsvStream

NAME = "EXTF_Buchungsstapel"
ENCODING = "cp1252"
LONGEST_TEXT = 60
LONGEST_NUMBER = 36

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
    '20261101;20261130;"Rechnungen";"";1;0;0;"EUR";;"";;;"03";;;"";""\r\n'
    "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;…\r\n"
    '119,00;"S";"EUR";;;"";1360;8400;"";2011;"KF-2026-00001";…\r\n'
)


class JournalStream(CsvStream[Invoice]):
    """Sends the lines of the documents, page by page."""

    # The name that is registered for the code page.
    media_type = "text/csv; charset=windows-1252"

    def __init__(self, export: Export[Invoice], file: JournalFile, now: datetime) -> None:
        super().__init__(NAME, HEADINGS, export, lambda invoice: [])
        self._file = file
        self._now = now

    async def _parts(self) -> AsyncGenerator[bytes]:
        yield _encoded([header(self._file, self._now), ";".join(HEADINGS)])
        async with aclosing(self._export.pages()) as pages:
            async for invoices in pages:
                yield _encoded(line for invoice in invoices for line in self._lines_of(invoice))

    def _lines_of(self, invoice: Invoice) -> Iterator[str]:
        return (_line(line) for line in journal_lines(invoice, self._file))


def header(file: JournalFile, now: datetime) -> str:
    """The first line: what the file is, whose it is, and of when."""
    created = f"{now:%Y%m%d%H%M%S}{now.microsecond // 1000:03d}"
    return ";".join(
        (
            *(_text("EXTF"), "700", "21", _text("Buchungsstapel"), "13", created, ""),
            *(_text("RE"), _text(""), _text(""), str(file.consultant), str(file.client)),
            *(f"{file.fiscal_year_start:%Y%m%d}", str(file.account_length)),
            *(f"{file.first:%Y%m%d}", f"{file.last:%Y%m%d}", _text("Rechnungen"), _text("")),
            *("1", "0", "0", _text(file.currency), "", _text(""), "", ""),
            *(_text(file.chart.value), "", "", _text(""), _text("")),
        )
    )


def _line(line: JournalLine) -> str:
    invoice = line.invoice
    content = invoice.content
    day = invoice.issued_at.astimezone(ZoneInfo(content.timezone))
    title = content.lines[0].event_title if content.lines else ""
    filled = {
        "Umsatz (ohne Soll/Haben-Kz)": f"{line.amount:.2f}".replace(".", ","),
        "Soll/Haben-Kennzeichen": _text("S" if line.is_debit else "H"),
        "WKZ Umsatz": _text(invoice.currency),
        "Konto": line.account,
        "Gegenkonto (ohne BU-Schlüssel)": line.contra_account,
        "Belegdatum": f"{day:%d%m}",
        "Belegfeld 1": _text(invoice.name[:LONGEST_NUMBER]),
        "Buchungstext": _text(f"{content.order_reference} {title}"[:LONGEST_TEXT]),
        "EU-Land u. UStID (Bestimmung)": _text(line.buyer_vat_id or ""),
        "Festschreibung": "0",
    }
    return ";".join(filled.get(heading, "") for heading in HEADINGS)


def _text(value: str) -> str:
    """In quotation marks, without control characters; those within are doubled."""
    printable = "".join(character for character in value if character.isprintable())
    return '"' + printable.replace('"', '""') + '"'


def _encoded(lines: Iterator[str] | list[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode(ENCODING, "replace")
