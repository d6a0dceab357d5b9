"""What organizers are owed, in memory: a second computation, movement by movement in fractions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from src.domain.entities.bank_account import BankAccount
from src.domain.entities.settlement import (
    Balance,
    EventShare,
    OrganizerPayout,
    Parts,
    SettlementTerms,
)
from src.domain.entities.transaction import LedgerAccount, LedgerEntry
from src.domain.errors import Duplicate, InvalidState, NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.settlement import OrganizerPayoutFilter, SettledAccount
from src.domain.shared.currency import decimals_of
from src.domain.shared.money import ZERO
from tests.support.fakes.store import Store, page_of

CHARGED = (LedgerAccount.TICKETS, LedgerAccount.FEES, LedgerAccount.TAXES)


@dataclass(frozen=True, kw_only=True)
class Sold:
    """An item as it was sold: how many tickets, their price in all, and which event it is of."""

    quantity: int
    net: Decimal
    admits: bool = True


@dataclass(frozen=True, kw_only=True)
class Happening:
    """An event: its organizer, its title and its end."""

    organizer_id: int
    title: str
    ends_at: datetime


@dataclass(frozen=True, kw_only=True)
class Records:
    """What shares are computed from; `manual` are the ids of transactions through `manual`."""

    ledger: Sequence[LedgerEntry]
    manual: Collection[int]
    items: Mapping[int, Sold]
    events: Mapping[int, Happening]
    terms: Sequence[SettlementTerms]


def shares_of(
    records: Records, organizer_id: int, currency: str, start: datetime, end: datetime
) -> list[EventShare]:
    """What was booked for each event, and what was owed for it before."""
    terms = [
        known
        for known in sorted(records.terms, key=lambda known: known.valid_from)
        if (known.organizer_id, known.currency) == (organizer_id, currency)
    ]
    shares: dict[int, EventShare] = {}
    of_item: dict[int, list[LedgerEntry]] = defaultdict(list)
    for entry in sorted(records.ledger, key=lambda entry: entry.at):
        event = records.events.get(entry.event_id or 0)
        is_ours = event is not None and event.organizer_id == organizer_id
        if not is_ours or entry.currency != currency or entry.account not in CHARGED:
            continue
        known = _valid(terms, entry.at)
        is_taken = entry.transaction_id not in records.manual or (known and known.receives_manual)
        if entry.at >= end or not is_taken:
            continue
        assert entry.event_id and entry.order_item_id
        happening = records.events[entry.event_id]
        share = shares.get(entry.event_id) or EventShare(
            organizer_id=organizer_id,
            currency=currency,
            event_id=entry.event_id,
            event_title=happening.title,
            ends_at=happening.ends_at,
            opening=ZERO,
            sales=Parts(),
            refunds=Parts(),
            disputes=Parts(),
            commission=ZERO,
            kept_fees=ZERO,
        )
        so_far = of_item[entry.order_item_id]
        agreed = _valid(terms, so_far[0].at if so_far else entry.at)
        sold = records.items[entry.order_item_id]
        before = _commission(agreed, sold, so_far, currency)
        so_far.append(entry)
        commission = _commission(agreed, sold, so_far, currency) - before
        is_fee = entry.account is LedgerAccount.FEES and agreed and agreed.keeps_fees
        kept = entry.amount if is_fee else ZERO
        shares[entry.event_id] = _with(share, entry, commission, kept, is_past=entry.at < start)
    return sorted(shares.values(), key=lambda share: (share.ends_at, share.event_id))


def _with(
    share: EventShare, entry: LedgerEntry, commission: Decimal, kept: Decimal, *, is_past: bool
) -> EventShare:
    if is_past:
        return replace(share, opening=share.opening + entry.amount - commission - kept)
    name = {"payment": "sales", "refund": "refunds", "dispute": "disputes"}[entry.kind]
    moved = getattr(share, name) + Parts(**{entry.account.value: entry.amount})
    parts: dict[str, Any] = {name: moved}
    return replace(
        share,
        **parts,
        commission=share.commission + commission,
        kept_fees=share.kept_fees + kept,
    )


def _valid(terms: Iterable[SettlementTerms], moment: datetime) -> SettlementTerms | None:
    found = [known for known in terms if known.valid_from <= moment]
    return found[-1] if found else None


def _commission(
    terms: SettlementTerms | None, sold: Sold, entries: Iterable[LedgerEntry], currency: str
) -> Decimal:
    """The commission on what is left of an item after these entries."""
    tickets = (entry.amount for entry in entries if entry.account is LedgerAccount.TICKETS)
    paid = max(sum(tickets, ZERO), ZERO)
    if terms is None:
        return ZERO
    kept = _half_up(Fraction(paid) * Fraction(terms.commission_percent) / 100, currency)
    if sold.admits and sold.net > 0:
        whole = Fraction(terms.commission_per_ticket) * sold.quantity
        kept += _half_up(whole * Fraction(min(paid, sold.net)) / Fraction(sold.net), currency)
    return min(kept, paid)


def _half_up(amount: Fraction, currency: str) -> Decimal:
    unit = Decimal(1).scaleb(-decimals_of(currency))
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return exact.quantize(unit, ROUND_HALF_UP)


class FakeSettlementRepository:
    """Implements `SettlementRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def accounts(self, organizer_id: int | None, page: PageRequest) -> Page[SettledAccount]:
        events = self._store.events
        found = {
            (events[entry.event_id].organizer_id, entry.currency)
            for entry in self._store.ledger
            if entry.event_id is not None
        }
        found |= {
            (paid.organizer_id, paid.currency) for paid in self._store.organizer_payouts.values()
        }
        return Page(
            [
                SettledAccount(key, self._store.users[key].name, currency)
                for key, currency in sorted(found)
                if organizer_id in (None, key)
            ]
        )

    async def balances(
        self, organizer_ids: Collection[int], now: datetime, currency: str | None = None
    ) -> list[Balance]:
        accounts = [
            account
            for organizer_id in organizer_ids
            for account in (await self.accounts(organizer_id, PageRequest())).items
            if currency in (None, account.currency)
        ]
        return [await self._balance(account, now) for account in accounts]

    async def _balance(self, account: SettledAccount, now: datetime) -> Balance:
        whose = account.organizer_id, account.currency
        shares = await self.shares(*whose, now, now)
        terms = [known for known in await self.terms(*whose) if known.valid_from <= now]
        over_by = now - timedelta(days=terms[0].hold_back_days if terms else 0)
        paid = await self.paid_before(*whose, now + timedelta(days=1))
        held = [max(share.owed, ZERO) for share in shares if share.ends_at > over_by]
        return Balance(
            organizer_id=account.organizer_id,
            organizer=self._store.users[account.organizer_id].name,
            currency=account.currency,
            earned=sum((share.owed for share in shares), ZERO),
            paid_out=sum((payout.amount for payout in paid), ZERO),
            held_back=sum(held, ZERO),
            disputed=ZERO,
        )

    async def shares(
        self, organizer_id: int, currency: str, start: datetime, end: datetime
    ) -> list[EventShare]:
        store = self._store
        records = Records(
            ledger=store.ledger,
            manual=[
                known.id for known in store.transactions.values() if known.provider == "manual"
            ],
            items={
                item.id: Sold(quantity=item.quantity, net=item.subtotal - item.discount_amount)
                for item in store.order_items.values()
            },
            events={
                event.id: Happening(
                    organizer_id=event.organizer_id, title=event.title, ends_at=event.ends_at
                )
                for event in store.events.values()
            },
            terms=list(store.settlement_terms.values()),
        )
        return shares_of(records, organizer_id, currency, start, end)

    async def paid_before(
        self, organizer_id: int, currency: str, moment: datetime
    ) -> list[OrganizerPayout]:
        return [
            payout
            for payout in self._store.organizer_payouts.values()
            if (payout.organizer_id, payout.currency) == (organizer_id, currency)
            and payout.recorded_at < moment
        ]

    async def event_currencies(self, organizer_id: int) -> list[str]:
        events = self._store.events.values()
        return sorted({event.currency for event in events if event.organizer_id == organizer_id})

    async def dearest_ticket(self, organizer_id: int, currency: str) -> Decimal | None:
        of_events = {
            event.id
            for event in self._store.events.values()
            if (event.organizer_id, event.currency) == (organizer_id, currency)
            and event.deleted_at is None
        }
        types = [
            kind
            for kind in self._store.ticket_types.values()
            if kind.event_id in of_events and kind.admits
        ]
        if any(kind.is_price_open for kind in types):
            return None
        prices = [tier.price for kind in types for tier in kind.price_tiers]
        return max([*prices, *(kind.price for kind in types)], default=None)

    async def is_disputed(self, organizer_id: int) -> bool:
        events = self._store.events
        of_orders = {
            item.order_id
            for item in self._store.order_items.values()
            if events[item.event_id].organizer_id == organizer_id
        }
        return any(
            dispute.closed_at is None and dispute.order_id in of_orders
            for dispute in self._store.disputes.values()
        )

    async def terms(self, organizer_id: int, currency: str | None = None) -> list[SettlementTerms]:
        found = [
            known
            for known in self._store.settlement_terms.values()
            if known.organizer_id == organizer_id and currency in (None, known.currency)
        ]
        return sorted(found, key=lambda known: known.valid_from, reverse=True)

    async def add_terms(self, terms: SettlementTerms) -> None:
        for known in await self.terms(terms.organizer_id, terms.currency):
            if known.valid_from == terms.valid_from:
                raise Duplicate("valid_from")
        terms.id = self._store.next_id()
        self._store.settlement_terms[terms.id] = deepcopy(terms)

    async def get_organizer_payout(self, payout_id: int) -> OrganizerPayout:
        if payout_id not in self._store.organizer_payouts:
            raise NotFound("payout", payout_id)
        return deepcopy(self._store.organizer_payouts[payout_id])

    async def add_payout(self, payout: OrganizerPayout) -> None:
        payouts = self._store.organizer_payouts
        reversed_ids = await self.reversed_ids(payouts)
        if payout.reverses_id in reversed_ids:
            raise InvalidState("payout", "reversed", "reversed")
        for known in payouts.values():
            is_standing = known.reverses_id is None and known.id not in reversed_ids
            is_same = (known.organizer_id, known.reference) == (
                payout.organizer_id,
                payout.reference,
            )
            if payout.reverses_id is None and is_standing and is_same:
                raise Duplicate("reference")
        payout.id = self._store.next_id()
        payouts[payout.id] = deepcopy(payout)

    async def search_payouts(
        self, wanted: OrganizerPayoutFilter, page: PageRequest
    ) -> Page[OrganizerPayout]:
        found = [
            payout
            for payout in self._store.organizer_payouts.values()
            if wanted.organizer_id in (None, payout.organizer_id)
            and wanted.currency in (None, payout.currency)
        ]
        return page_of(found, page)

    async def reversed_ids(self, payout_ids: Collection[int]) -> set[int]:
        taken = {payout.reverses_id for payout in self._store.organizer_payouts.values()}
        return {payout_id for payout_id in payout_ids if payout_id in taken}


class FakeBankAccountRepository:
    """Implements `BankAccountRepository`."""

    def __init__(self, store: Store) -> None:
        self._accounts = store.bank_accounts

    async def get(self, user_id: int) -> BankAccount:
        if user_id not in self._accounts:
            raise NotFound("bank account", user_id)
        return deepcopy(self._accounts[user_id])

    async def by_ids(self, user_ids: Collection[int]) -> dict[int, BankAccount]:
        return {key: deepcopy(self._accounts[key]) for key in user_ids if key in self._accounts}

    async def put(self, account: BankAccount) -> None:
        known = self._accounts.get(account.user_id)
        account.version = known.version + 1 if known else 1
        self._accounts[account.user_id] = deepcopy(account)

    async def remove(self, user_id: int) -> None:
        self._accounts.pop(user_id, None)
