"""The port for the reader of what a journal books beside the documents."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from src.domain.repositories.page import Page, PageRequest
from src.domain.services.journal import Booking


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalScope:
    """Whose bookings, in one currency and in [`start`, `end`).

    Of the seller, None for nobody; and of the holder of the providers' accounts, if
    `holds_accounts`: then the seller is the holder.
    """

    seller_id: int | None
    holds_accounts: bool
    currency: str
    start: datetime
    end: datetime


class JournalPart(StrEnum):
    """Where bookings come from: the ledger, the providers' accounts, and settlement."""

    LEDGER = "ledger"
    PROVIDERS = "providers"
    COMMISSIONS = "commissions"
    ORGANIZER_PAYOUTS = "organizer_payouts"


class JournalReader(Protocol):
    """Reads bookings: what is there is never changed, so that they add up by period."""

    async def search(
        self, part: JournalPart, wanted: JournalScope, page: PageRequest
    ) -> Page[Booking]:
        """Return a page of a part, by id; of commissions, those of `limit` organizers."""

    async def count(self, wanted: JournalScope) -> int:
        """Count the bookings of all parts; of each, not much further than a file can have."""
