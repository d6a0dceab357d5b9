"""VAT ids: how those of the European Union and of Northern Ireland are written.

Source: the frequently asked questions about VIES of the European Commission. That an id is
written like one does not say that somebody has it: only VIES knows that.
"""

import re

from src.domain.errors import ValidationFailed
from src.domain.shared.country import country_of_vat_id

VAT_ID = re.compile(r"[A-Z]{2}[A-Z0-9+*]{2,13}")

_FORMATS = {
    "AT": r"U\d{8}",
    "BE": r"[01]\d{9}",
    "BG": r"\d{9,10}",
    "CY": r"\d{8}[A-Z]",
    "CZ": r"\d{8,10}",
    "DE": r"\d{9}",
    "DK": r"\d{8}",
    "EE": r"\d{9}",
    "EL": r"\d{9}",
    "ES": r"[A-Z0-9]\d{7}[A-Z0-9]",
    "FI": r"\d{8}",
    "FR": r"[A-Z0-9]{2}\d{9}",
    "HR": r"\d{11}",
    "HU": r"\d{8}",
    "IE": r"\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-Z]{2}",
    "IT": r"\d{11}",
    "LT": r"\d{9}|\d{12}",
    "LU": r"\d{8}",
    "LV": r"\d{11}",
    "MT": r"\d{8}",
    "NL": r"[A-Z0-9+*]{12}",
    "PL": r"\d{10}",
    "PT": r"\d{9}",
    "RO": r"\d{2,10}",
    "SE": r"\d{12}",
    "SI": r"\d{8}",
    "SK": r"\d{10}",
    "XI": r"\d{9}|\d{12}|GD\d{3}|HA\d{3}",
}


def require_vat_id(vat_id: str, *, field: str) -> None:
    """Raise ValidationFailed unless it is written like a VAT id.

    That is a country, then letters and digits: of countries of the Union as many as theirs have.
    """
    if not VAT_ID.fullmatch(vat_id) or country_of_vat_id(vat_id) is None:
        message = "A VAT id begins with the two letters of its country, such as DE123456789."
        raise ValidationFailed(field, message)
    if vat_id.startswith("GR"):
        message = "A VAT id of Greece begins with EL and has nine digits, such as EL123456789."
        raise ValidationFailed(field, message)
    pattern = _FORMATS.get(vat_id[:2])
    if pattern is not None and not re.fullmatch(pattern, vat_id[2:]):
        message = "This VAT id is not written like those that begin with these two letters."
        raise ValidationFailed(field, message)
