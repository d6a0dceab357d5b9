"""Scripts of living languages, and which of them no font has."""

from src.infrastructure.documents.text.fonts import FontBook

SAMPLES = {
    "Adlam": "\U0001e900",
    "Arabic": "م",
    "Armenian": "Հ",
    "Balinese": "ᬩ",
    "Bengali": "র",
    "Burmese": "မ",
    "Canadian Syllabics": "ᐃ",
    "Cham": "ꨌ",
    "Cherokee": "Ꮳ",
    "Chinese": "王",
    "Cyrillic": "Ж",
    "Devanagari": "प",
    "Emoji": "🎸",
    "Ethiopic": "አ",
    "Georgian": "ქ",
    "Greek": "Γ",
    "Gujarati": "ગ",
    "Gurmukhi": "ਗ",
    "Hangul": "김",
    "Hebrew": "ש",
    "Japanese": "か",
    "Javanese": "ꦗ",
    "Kannada": "ಕ",
    "Khmer": "ខ",
    "Lao": "ລ",
    "Latin": "Ł",
    "Malayalam": "മ",
    "Meetei Mayek": "ꯃ",
    "Mongolian": "ᠮ",
    "New Tai Lue": "ᦑ",
    "N'Ko": "ߒ",
    "Ol Chiki": "ᱚ",
    "Oriya": "ଓ",
    "Sinhala": "ස",
    "Sundanese": "ᮞ",
    "Syriac": "ܣ",
    "Tamil": "த",
    "Telugu": "త",
    "Thaana": "ދ",
    "Thai": "ก",
    "Tibetan": "བ",
    "Tifinagh": "ⵣ",
    "Vai": "ꕙ",
    "Yi": "ꆈ",
}
"""A letter of each."""


def scripts_without_font(fonts: FontBook) -> list[str]:
    """Names of the scripts whose letters would be printed as replacements."""
    return [name for name, letter in SAMPLES.items() if fonts.lacks(letter)]
