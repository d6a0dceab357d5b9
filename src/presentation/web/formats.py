"""Money, dates and numbers as the reader's language writes them: filters of the templates."""

import re
import unicodedata
from collections.abc import Callable
from copy import copy
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale, dates, numbers

from src.domain.shared.country import COUNTRIES
from src.domain.shared.currency import decimals_of
from src.domain.shared.language import Language
from src.domain.shared.money import with_decimals

LOCALES = {Language.EN: "en_GB", Language.DE: "de", Language.TH: "th"}
"""English dates have the day before the month, and hours up to 24, as most who read them do."""

CODE_BEFORE_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")


class Formats:
    """The filters of one language. Times are aware; `zone` names a time zone, by default UTC."""

    def __init__(self, language: Language) -> None:
        # Parsed once: by its name it would be looked up for every amount.
        self._locale = Locale.parse(LOCALES[language])
        # Not `format_currency`: its decimals are CLDR's, which leave out fillér and sen.
        self._currency = self._locale.currency_formats["standard"]

    def filters(self) -> dict[str, Callable[..., object]]:
        """Each filter by the name that templates use."""
        return {
            "money": self.money,
            "decimals": decimals_of,
            "number": self.number,
            "percent": self.percent,
            "percent_exact": self.percent_exact,
            "day": self.day,
            "short_day": self.short_day,
            "day_in_list": self.day_in_list,
            "clock": self.clock,
            "moment": self.moment,
            "iso": self.iso,
            "local_input": self.local_input,
            "zone_name": self.zone_name,
            "country": self.country,
            "ago": self.ago,
        }

    def money(self, amount: Decimal, currency: str) -> str:
        """`€57.20`, with the decimals of the currency by ISO 4217; finer parts are shown too."""
        exact = with_decimals(amount, currency)
        pattern = copy(self._currency)
        pattern.frac_prec = (places := max(-int(exact.as_tuple().exponent), 0), places)
        written = pattern.apply(exact, self._locale, currency=currency, currency_digits=False)
        # As browsers do (CLDR's currencySpacing), so that scripts and pages agree.
        return CODE_BEFORE_DIGIT.sub("\u00a0", str(written))

    def number(self, value: Decimal | float) -> str:
        """`20,000`."""
        return f"{numbers.format_decimal(value, locale=self._locale)}"

    def percent(self, share: Decimal | float) -> str:
        """`0.5` as `50%`."""
        return numbers.format_percent(share, locale=self._locale)

    def percent_exact(self, share: Decimal | float) -> str:
        """`0.075` as `7.5%`: a tax is not rounded."""
        return numbers.format_percent(share, "#,##0.##%", locale=self._locale)

    def day(self, when: datetime | date, zone: str = "UTC") -> str:
        """`Friday, 25 December 2026`."""
        return dates.format_date(self._local(when, zone), "full", locale=self._locale)

    def short_day(self, when: datetime | date, zone: str = "UTC") -> str:
        """`25 Dec 2026`."""
        return dates.format_date(self._local(when, zone), "medium", locale=self._locale)

    def day_in_list(self, when: datetime | date, zone: str = "UTC") -> str:
        """`Fri 25 Dec 2026`: the day of the week helps, all of its name takes place."""
        return dates.format_skeleton("yMMMEd", self._local(when, zone), locale=self._locale)

    def clock(self, when: datetime, zone: str = "UTC") -> str:
        """`19:00`."""
        return dates.format_time(when, "short", tzinfo=ZoneInfo(zone), locale=self._locale)

    def moment(self, when: datetime, zone: str = "UTC") -> str:
        """`25 Dec 2026, 19:00`."""
        return f"{self.short_day(when, zone)}, {self.clock(when, zone)}"

    def iso(self, when: datetime) -> str:
        """`2026-12-25T12:00:00Z`, for `<time datetime>` and scripts."""
        return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    def local_input(self, when: datetime, zone: str = "UTC") -> str:
        """`2026-12-25T19:00`, for `<input type="datetime-local">`."""
        return when.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")

    def zone_name(self, zone: str, when: datetime | None = None) -> str:
        """`Bangkok time`, or what the language calls it."""
        return dates.get_timezone_location(ZoneInfo(zone), locale=self._locale, return_city=True)

    def country(self, code: str) -> str:
        """`Germany` for `DE`."""
        return str(self._locale.territories.get(code, code))

    def countries(self) -> list[tuple[str, str]]:
        """The code and name of each country, by name; Ö stands with O."""
        named = [(code, self.country(code)) for code in COUNTRIES]
        return sorted(named, key=lambda pair: unicodedata.normalize("NFKD", pair[1]).casefold())

    def ago(self, duration: timedelta) -> str:
        """`3 hours ago`, or `in 3 hours` for what is still to come (a negative duration)."""
        return dates.format_timedelta(-duration, add_direction=True, locale=self._locale)

    @staticmethod
    def _local(when: datetime | date, zone: str) -> date:
        return when.astimezone(ZoneInfo(zone)).date() if isinstance(when, datetime) else when


@cache
def formats_of(language: Language) -> Formats:
    """The filters of a language, made once."""
    return Formats(language)
