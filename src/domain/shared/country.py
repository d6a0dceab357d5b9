"""The codes of countries, by ISO 3166-1."""

from src.domain.errors import ValidationFailed

_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_CODES.split())

VAT_PREFIXES = {"EL": "GR", "XI": "GB"}
"""Beginnings of VAT ids that are no codes of countries: Greece, and Northern Ireland."""


def require_country(code: str, *, field: str) -> None:
    """Raise ValidationFailed for what is no code of a country, such as UK, which is GB."""
    if code not in COUNTRIES:
        message = f"{code} is no country of ISO 3166, such as DE or TH."
        raise ValidationFailed(field, message)


def with_country(place: str, name: str | None) -> str:
    """A place in words with the name of its country at the end, unless it ends with that."""
    if not place or not name or place.casefold().endswith(name.casefold()):
        return place
    return f"{place}, {name}"


def country_of_vat_id(vat_id: str) -> str | None:
    """The country that gave a VAT id, by its first two letters; None if it names none."""
    prefix = vat_id[:2]
    country = VAT_PREFIXES.get(prefix, prefix)
    return country if country in COUNTRIES else None
