"""The languages that the service speaks to people in."""

from enum import StrEnum


class Language(StrEnum):
    """The language of pages, of an event's tickets and of mails, by ISO 639-1."""

    EN = "en"
    DE = "de"
    TH = "th"
