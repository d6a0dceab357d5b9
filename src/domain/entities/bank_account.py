"""The bank account to which the platform pays an organizer."""

from dataclasses import dataclass
from datetime import datetime

from src.domain.errors import ValidationFailed
from src.domain.shared.iban import require_iban

BANK_ACCOUNT_DETAILS = ("holder", "iban", "other")
"""The fields of a bank account that somebody says."""


@dataclass(kw_only=True, slots=True)
class BankAccount:
    """An organizer's account: an IBAN, or where the country has none, `other`: bank and number."""

    user_id: int
    holder: str
    iban: str | None = None
    other: str | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def check(self) -> None:
        """Raise ValidationFailed unless somebody could pay to it. The IBAN loses its blanks."""
        if (self.iban is None) == (self.other is None):
            message = "Say an IBAN, or bank and number where the country has none: one of them."
            raise ValidationFailed("body.iban", message)
        if self.iban is not None:
            self.iban = require_iban(self.iban, field="body.iban")
