"""The languages of the pages: gettext catalogues, one file for each noun and language.

English is what the templates say. `locales/<language>/<noun>.po` has the translations; they are
read when the application starts, and need no compilation.
"""

import gettext
import io
from functools import cache
from pathlib import Path

from babel import negotiate_locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from src.domain.shared.language import Language

LOCALES = Path(__file__).parent / "locales"
NAMES = {Language.EN: "English", Language.DE: "Deutsch", Language.TH: "ไทย"}
"""Each language as its speakers call it."""


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """The sentences of all pages in this language."""
    if language is Language.EN:
        return gettext.NullTranslations()
    together = Catalog(locale=language.value)
    for path in sorted((LOCALES / language.value).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language.value):
                if message.id and message.string and not message.fuzzy:
                    together.add(message.id, message.string, context=message.context)
    compiled = io.BytesIO()
    write_mo(compiled, together)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def accepted_language(header: str) -> Language:
    """The first of our languages that an Accept-Language header names; English if none."""
    wanted: list[tuple[float, str]] = []
    for position, part in enumerate(header.split(",")[:20]):
        name, _, weight = part.strip().partition(";")
        quality = weight.strip().removeprefix("q=")
        try:
            wanted.append((-float(quality) if quality else -1.0 + position * 1e-6, name.strip()))
        except ValueError:
            continue
    names = [name.partition("-")[0].lower() for _, name in sorted(wanted)]
    found = negotiate_locale(names, [language.value for language in Language])
    return Language(found) if found else Language.EN
