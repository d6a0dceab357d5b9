"""What mails say, by language: sentences, dates and amounts, from the files in `languages`."""

import tomllib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from src.domain.shared.money import with_decimals

FALLBACK = "en"
COMMON = "common"
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"

Show = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Language:
    """The sentences of a language by section, and how it writes times and amounts."""

    code: str
    sections: Mapping[str, Mapping[str, Any]]

    def phrase(self, kind: str, key: str) -> str:
        """The sentence `key` of this kind of mail, or that of all mails. Raises LookupError."""
        for section in (kind, COMMON):
            text = self.sections.get(section, {}).get(key)
            if text is not None:
                return str(text)
        raise LookupError(f"There is no {key!r} in [{kind}] or [{COMMON}] of {self.code}.toml.")

    def when(self, moment: datetime, zone: str) -> str:
        """The date and time in this zone."""
        local, form = moment.astimezone(ZoneInfo(zone)), self.sections["format"]
        return str(form["when"]).format(
            weekday=form["weekdays"][local.weekday()],
            day=local.day,
            month=form["months"][local.month - 1],
            year=local.year + form["year_offset"],
            hour=local.hour,
            minute=local.minute,
            zone=zone.rpartition("/")[2].replace("_", " "),
        )

    def money(self, amount: Decimal, currency: str) -> str:
        form = self.sections["format"]
        swapped = str.maketrans({",": form["thousands"], ".": form["decimal"]})
        written = f"{with_decimals(amount, currency):,f}".translate(swapped)
        return str(form["money"]).format(amount=written, currency=currency)

    def seat(self, section: str, row: str, number: str) -> str:
        return str(self.sections["format"]["seat"]).format(section=section, row=row, number=number)

    def titles(self, titles: Sequence[str]) -> str:
        """The title of a mail about these events."""
        if len(titles) < 2:
            return "".join(titles)
        text = str(self.sections["format"]["list"])
        return text.format(first=titles[0], others=len(titles) - 1)


def read_languages(folders: Sequence[Path]) -> dict[str, Language]:
    """The languages of all folders; what the first ones say goes before what later ones say."""
    sections: dict[str, dict[str, dict[str, Any]]] = {}
    for folder in reversed(folders):
        for path in sorted((folder / "languages").glob("*.toml")):
            language = sections.setdefault(path.stem, {})
            for name, phrases in tomllib.loads(path.read_text("utf-8")).items():
                language.setdefault(name, {}).update(phrases)
    return {code: Language(code, found) for code, found in sections.items()}


def isolated(text: str) -> str:
    """Text for the middle of a sentence: from right to left, it keeps to itself."""
    if any(unicodedata.bidirectional(character) in RIGHT_TO_LEFT for character in text):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    return text


def one_line(text: str, *, at_most: int) -> str:
    """Text for a header: no line breaks, nothing that cannot be seen, and not too long."""
    visible = "".join(" " if _breaks(character) else character for character in text)
    words = " ".join(visible.split())
    return words if len(words) <= at_most else f"{words[: at_most - 1].rstrip()}…"


def _breaks(character: str) -> bool:
    # Controls, surrogates, separators of lines and paragraphs; also overrides of the direction,
    # with which a name could rewrite what stands around it.
    if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp"):
        return True
    return unicodedata.bidirectional(character) in ("LRO", "RLO", "LRE", "RLE", "PDF")
