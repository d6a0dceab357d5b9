"""The labels of a pass, by the keys that stand in it, in the languages of events."""

from src.domain.shared.language import Language

KEYS = (
    "description",
    "starts",
    "venue",
    "type",
    "section",
    "row",
    "seat",
    "holder",
    "code",
    "address",
    "terms",
    "link",
)
WORDS: dict[Language, dict[str, str]] = {
    language: dict(zip(KEYS, words, strict=True))
    for language, words in {
        Language.EN: (
            "Ticket",
            "Starts",
            "Venue",
            "Type",
            "Section",
            "Row",
            "Seat",
            "Name",
            "Code",
            "Address",
            "Terms",
            "More",
        ),
        Language.DE: (
            "Ticket",
            "Beginn",
            "Ort",
            "Kategorie",
            "Bereich",
            "Reihe",
            "Platz",
            "Name",
            "Code",
            "Adresse",
            "Bedingungen",
            "Mehr",
        ),
        Language.TH: (
            "บัตร",
            "เริ่ม",
            "สถานที่",
            "ประเภท",
            "โซน",
            "แถว",
            "ที่นั่ง",
            "ชื่อ",
            "รหัส",
            "ที่อยู่",
            "เงื่อนไข",
            "เพิ่มเติม",
        ),
    }.items()
}


def strings_file(language: Language) -> bytes:
    """The labels as Apple's `pass.strings`, of which UTF-16 is the classic encoding."""
    lines = (f'"{key}" = "{word}";\n' for key, word in WORDS[language].items())
    return "".join(lines).encode("utf-16")
