"""Where a line may end, and which characters belong together, by the rules and dictionaries of ICU.

Thai, Khmer, Lao and Burmese have no blanks between words: there only a dictionary knows.
"""

from icu4py.breakers import CharacterBreaker, LineBreaker

ANY_LANGUAGE = "en"
"""The rules that languages have of their own are about hyphens and quotation marks."""


def pieces(text: str) -> list[str]:
    """Divide the text into what stays together on a line, blanks at the end of each piece."""
    return list(LineBreaker(text, ANY_LANGUAGE))


def clusters(text: str) -> list[str]:
    """Divide the text at what a reader takes for characters: a letter with its marks, an emoji."""
    if text.isascii():
        return list(text)
    return list(CharacterBreaker(text, ANY_LANGUAGE))
