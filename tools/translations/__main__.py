"""Bring the catalogues of the pages up to date: `python -m tools.translations [NOUN …]`.

For each noun the sentences of `templates/<noun>/` and `pages/<noun>.py` go into
`locales/<language>/<noun>.po`, with the translations that are there already. What every page
shares is the noun `shared`. Sentences that are gone are removed.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).parents[2] / "src" / "presentation" / "web"
LANGUAGES = ("de", "th")
SHARED = "shared"
JINJA: dict[str, Any] = {
    "silent": "false",
    "trimmed": "true",
    "newstyle_gettext": "true",
    "extensions": "jinja2.ext.do",
}


def nouns() -> list[str]:
    """Every noun that has templates, and what is shared."""
    folders = (path.name for path in (WEB / "templates").iterdir() if path.is_dir())
    return sorted({*folders, SHARED} - {"macros"})


def sources(noun: str) -> Iterator[Path]:
    """The files whose sentences belong to the noun."""
    if noun == SHARED:
        yield from sorted((WEB / "templates").glob("*.html"))
        yield from sorted((WEB / "templates" / "macros").glob("*.html"))
        yield from sorted(WEB.glob("*.py"))
        return
    yield from sorted((WEB / "templates" / noun).rglob("*.html"))
    yield from sorted((WEB / "pages" / noun).rglob("*.py"))
    yield from sorted(
        path
        for path in (WEB / "pages").glob("*.py")
        if path.stem == noun or path.stem.startswith(f"{noun}_")
    )


def extracted(noun: str) -> Catalog:
    """The sentences of the noun, without translations."""
    catalog = Catalog()
    for path in sources(noun):
        method, options = ("jinja2", JINJA) if path.suffix == ".html" else ("python", {})
        found = extract_from_file(method, path, DEFAULT_KEYWORDS, (), options)
        for _, message, comments, context in found:
            location = (path.relative_to(WEB).as_posix(), 0)
            catalog.add(message, None, [location], auto_comments=comments, context=context)
    return catalog


def catalogue(noun: str, language: str) -> Path:
    """The file with the noun's translations."""
    return WEB / "locales" / language / f"{noun}.po"


def updated(noun: str, language: str) -> Catalog:
    """The sentences of the noun, with the translations that are there already."""
    known = Catalog(locale=language)
    if (path := catalogue(noun, language)).exists():
        with path.open("rb") as file:
            known = read_po(file, locale=language)
    known.update(extracted(noun), no_fuzzy_matching=True, update_creation_date=False)
    known.obsolete.clear()
    return known


def written(catalog: Catalog) -> bytes:
    """The catalogue as a file that changes only when its sentences do."""
    output = BytesIO()
    write_po(
        output,
        catalog,
        width=100,
        sort_output=True,
        omit_header=True,
        no_location=True,
        ignore_obsolete=True,
    )
    return output.getvalue()


def main() -> None:
    """Update the catalogues of the nouns that are named, or of all."""
    if unknown := set(sys.argv[1:]) - set(nouns()):
        # A catalogue without templates, such as refusals.po, is written by hand.
        raise SystemExit(
            f"No templates: {' '.join(sorted(unknown))}. There are: {' '.join(nouns())}"
        )
    for noun in sys.argv[1:] or nouns():
        for language in LANGUAGES:
            catalog = updated(noun, language)
            path = catalogue(noun, language)
            if len(catalog):
                path.write_bytes(written(catalog))
            else:
                path.unlink(missing_ok=True)
            missing = sum(1 for message in catalog if message.id and not message.string)
            print(f"{path.relative_to(WEB)}: {len(catalog)} sentences, {missing} to translate")  # noqa: T201


if __name__ == "__main__":
    main()
