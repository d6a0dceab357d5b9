"""The repositories of what organizers are owed, and of where they are paid."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from src.domain.entities.bank_account import BankAccount
from src.domain.entities.settlement import Balance, EventShare, OrganizerPayout, SettlementTerms
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class OrganizerPayoutFilter:
    """Which payouts to list; None means any."""

    organizer_id: int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class SettledAccount:
    """What is settled by itself: amounts in two currencies are never added up."""

    organizer_id: int
    organizer: str
    currency: str


class SettlementRepository(Protocol):
    """Terms, payouts, and what the ledger says that organizers earned."""

    async def accounts(self, organizer_id: int | None, page: PageRequest) -> Page[SettledAccount]:
        """Return whose events brought money in, or who was paid, by organizer and currency."""

    async def balances(
        self, organizer_ids: Collection[int], now: datetime, currency: str | None = None
    ) -> list[Balance]:
        """Return what these are owed now, by organizer and currency."""

    async def shares(
        self, organizer_id: int, currency: str, start: datetime, end: datetime
    ) -> list[EventShare]:
        """Return what was booked in [start, end) by event, by the terms; all until then too."""

    async def paid_before(
        self, organizer_id: int, currency: str, moment: datetime
    ) -> list[OrganizerPayout]:
        """Return all payouts that were recorded before."""

    async def event_currencies(self, organizer_id: int) -> list[str]:
        """Return the currencies of the organizer's events, deleted ones too, in order."""

    async def dearest_ticket(self, organizer_id: int, currency: str) -> Decimal | None:
        """Return the highest price of the organizer's tickets in a currency, also of a tier.

        None where there is none, or where buyers choose what they pay for one.
        """

    async def is_disputed(self, organizer_id: int) -> bool:
        """Whether a dispute over an order with events of the organizer is open."""

    async def terms(self, organizer_id: int, currency: str | None = None) -> list[SettlementTerms]:
        """Return all terms of the organizer, the newest first."""

    async def add_terms(self, terms: SettlementTerms) -> None:
        """Store new terms. Raises Duplicate if others begin at the same moment."""

    async def get_organizer_payout(self, payout_id: int) -> OrganizerPayout:
        """Return the payout. Raises NotFound."""

    async def add_payout(self, payout: OrganizerPayout) -> None:
        """Store the payout. Raises Duplicate where one that stands has its reference, InvalidState
        where it takes back what was taken back.
        """

    async def search_payouts(
        self, wanted: OrganizerPayoutFilter, page: PageRequest
    ) -> Page[OrganizerPayout]:
        """Return the payouts, newest first."""

    async def reversed_ids(self, payout_ids: Collection[int]) -> set[int]:
        """Return those of these payouts that were taken back."""


class BankAccountRepository(Protocol):
    """Bank accounts, by the ids of the organizers whose they are."""

    async def get(self, user_id: int) -> BankAccount:
        """Return the account. Raises NotFound for an organizer who has not said one."""

    async def by_ids(self, user_ids: Collection[int]) -> dict[int, BankAccount]:
        """Return the accounts that are known."""

    async def put(self, account: BankAccount) -> None:
        """Store it, in place of what is stored. The user is locked by the caller."""

    async def remove(self, user_id: int) -> None:
        """Remove it, if there is one."""
