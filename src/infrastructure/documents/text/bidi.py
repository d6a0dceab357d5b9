"""Which way each part of a text runs."""

import unicodedata

RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
STRONG = frozenset({"L", "R", "AL"})


def levels(text: str) -> list[int]:
    """The level of each character by Unicode's algorithm: odd ones run from right to left."""
    if not any(unicodedata.bidirectional(char) in RIGHT_TO_LEFT for char in text):
        return [0] * len(text)
    # Imported on use: it takes 25 MiB, and few texts need it.
    from fpdf.bidi import BidiParagraph

    paragraph = BidiParagraph(text, preserve_bn_chars=True)
    return [char.embedding_level for char in paragraph.get_characters_with_embedding_level()]


def base_level(text: str) -> int:
    """1 when the text begins from the right, else 0."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in STRONG:
            return int(kind != "L")
    return 0
