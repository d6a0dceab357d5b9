"""Every sentence of the pages is there in every language, with the same values in it."""

import re
from collections.abc import Sequence
from typing import Any

import pytest
from babel.messages.pofile import read_po

from tools.translations.__main__ import LANGUAGES, WEB, catalogue, nouns, updated, written

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def texts(value: Any) -> Sequence[str]:
    """A sentence, or its forms for one and for many."""
    return [value] if isinstance(value, str) else list(value or [""])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("noun", nouns())
def test_each_sentence_of_a_page_is_translated(noun: str, language: str) -> None:
    """`python -m tools.translations` writes the catalogues; people write the translations."""
    catalog = updated(noun, language)
    if not len(catalog):
        return
    assert catalogue(noun, language).read_bytes() == written(catalog)
    for message in catalog:
        if not message.id:
            continue
        originals, translated = texts(message.id), texts(message.string)
        assert all(translated), f"not translated: {originals[0]}"
        known = {name for original in originals for name in PLACEHOLDER.findall(original)}
        for text in translated:
            assert set(PLACEHOLDER.findall(text)) <= known, text
        assert set(PLACEHOLDER.findall(translated[-1])) >= set(PLACEHOLDER.findall(originals[-1]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_has_one_translation_in_all_catalogues(language: str) -> None:
    """The catalogues become one, so that any page would say what the last of them has.

    Where English has one word for two things, `pgettext` names the thing: "Cancelled" of an event.
    """
    said: dict[tuple[str, str], dict[str, str]] = {}
    for path in sorted((WEB / "locales" / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    key = (message.context or "", texts(message.id)[0])
                    said.setdefault(key, {})[path.stem] = texts(message.string)[0]
    different = {key: nouns for key, nouns in said.items() if len(set(nouns.values())) > 1}
    assert not different
