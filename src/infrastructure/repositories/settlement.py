"""What organizers are owed, in PostgreSQL: terms and payouts are append-only by triggers."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from tortoise.exceptions import DoesNotExist

from src.domain.entities.bank_account import BANK_ACCOUNT_DETAILS, BankAccount
from src.domain.entities.settlement import (
    Balance,
    EventShare,
    OrganizerPayout,
    Parts,
    SettlementTerms,
)
from src.domain.errors import NotFound
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.domain.repositories.settlement import OrganizerPayoutFilter, SettledAccount
from src.domain.shared.currency import DECIMALS
from src.domain.shared.money import ZERO, rounded_half_up, with_decimals
from src.infrastructure.database.models import (
    BankAccountModel,
    OrganizerPayoutModel,
    SettlementTermsModel,
)
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories import settlement_statements as sql
from src.infrastructure.repositories.keyset import fetch_page

TERMS = (
    *("organizer_id", "currency", "valid_from", "keeps_fees", "commission_percent"),
    *("commission_per_ticket", "receives_manual", "hold_back_days", "created_at"),
)
PAYOUT = (
    *("organizer_id", "currency", "amount", "paid_on", "reference", "note", "is_advance"),
    *("reverses_id", "recorded_at"),
)

CODES = [*DECIMALS], [*DECIMALS.values()]
"""The currencies, and how many decimals each has."""

Account = tuple[int, str]
"""An organizer and a currency."""


class PostgresSettlementRepository:
    """Implements `SettlementRepository`."""

    async def accounts(self, organizer_id: int | None, page: PageRequest) -> Page[SettledAccount]:
        after = page.last_id or 0, page.after.value if page.after else ""
        rows = await current_connection().execute_query_dict(
            sql.SETTLED, [*after, page.limit + 1, organizer_id]
        )
        found = [SettledAccount(**row) for row in rows]
        if len(found) <= page.limit:
            return Page(found)
        last = found[page.limit - 1]
        return Page(found[: page.limit], Cursor(page.sort, last.currency, last.organizer_id))

    async def balances(
        self, organizer_ids: Collection[int], now: datetime, currency: str | None = None
    ) -> list[Balance]:
        ids, connection = list(organizer_ids), current_connection()
        shares = await shares_of(ids, currency, now, now)
        paid = _by_account(await connection.execute_query_dict(sql.PAID, [ids, currency]))
        disputed = {
            (row["event_id"], row["currency"]): row["amount"]
            for row in await connection.execute_query_dict(sql.DISPUTED, [ids, *CODES])
        }
        names = await connection.execute_query_dict(sql.NAMES, [ids])
        days = await connection.execute_query_dict(sql.HOLD_BACK, [ids, now])
        hold_back = {(row["organizer_id"], row["currency"]): row["hold_back_days"] for row in days}
        of_account: dict[Account, list[EventShare]] = defaultdict(list)
        for share in shares:
            of_account[share.organizer_id, share.currency].append(share)
        name_of = {row["id"]: row["name"] for row in names}
        return [
            _balance(
                (account, name_of[account[0]]),
                of_account[account],
                paid.get(account, ZERO),
                disputed,
                now - timedelta(days=hold_back.get(account, 0)),
            )
            for account in sorted({*of_account, *paid})
        ]

    async def shares(
        self, organizer_id: int, currency: str, start: datetime, end: datetime
    ) -> list[EventShare]:
        return await shares_of([organizer_id], currency, start, end)

    async def paid_before(
        self, organizer_id: int, currency: str, moment: datetime
    ) -> list[OrganizerPayout]:
        rows = OrganizerPayoutModel.filter(
            organizer_id=organizer_id, currency=currency, recorded_at__lt=moment
        )
        return [_payout(row) for row in await rows.order_by("id")]

    async def event_currencies(self, organizer_id: int) -> list[str]:
        rows = await current_connection().execute_query_dict(sql.EVENT_CURRENCIES, [organizer_id])
        return [str(row["currency"]) for row in rows]

    async def dearest_ticket(self, organizer_id: int, currency: str) -> Decimal | None:
        values = [organizer_id, currency]
        (row,) = await current_connection().execute_query_dict(sql.DEAREST, values)
        return None if row["is_open"] else row["price"]

    async def is_disputed(self, organizer_id: int) -> bool:
        (row,) = await current_connection().execute_query_dict(sql.IS_DISPUTED, [organizer_id])
        return bool(row["is_disputed"])

    async def terms(self, organizer_id: int, currency: str | None = None) -> list[SettlementTerms]:
        rows = SettlementTermsModel.filter(organizer_id=organizer_id)
        if currency is not None:
            rows = rows.filter(currency=currency)
        found = await rows.order_by("-valid_from", "-id")
        return [mapping.to_entity(SettlementTerms, row) for row in found]

    async def add_terms(self, terms: SettlementTerms) -> None:
        row = await SettlementTermsModel.create(**mapping.to_row(terms, TERMS))
        terms.id = row.id

    async def get_organizer_payout(self, payout_id: int) -> OrganizerPayout:
        try:
            return _payout(await OrganizerPayoutModel.get(id=payout_id))
        except DoesNotExist:
            raise NotFound("payout", payout_id) from None

    async def add_payout(self, payout: OrganizerPayout) -> None:
        row = await OrganizerPayoutModel.create(**mapping.to_row(payout, PAYOUT))
        payout.id = row.id

    async def search_payouts(
        self, wanted: OrganizerPayoutFilter, page: PageRequest
    ) -> Page[OrganizerPayout]:
        given = mapping.to_row(wanted, ("organizer_id", "currency"))
        rows = OrganizerPayoutModel.filter(
            **{name: value for name, value in given.items() if value}
        )
        return await fetch_page(rows, page, _payout)

    async def reversed_ids(self, payout_ids: Collection[int]) -> set[int]:
        rows = await current_connection().execute_query_dict(sql.REVERSED, [list(payout_ids)])
        return {int(row["id"]) for row in rows}


class PostgresBankAccountRepository:
    """Implements `BankAccountRepository`."""

    async def get(self, user_id: int) -> BankAccount:
        found = await self.by_ids([user_id])
        if user_id not in found:
            raise NotFound("bank account", user_id)
        return found[user_id]

    async def by_ids(self, user_ids: Collection[int]) -> dict[int, BankAccount]:
        rows = await BankAccountModel.filter(user_id__in=list(user_ids))
        return {row.user_id: mapping.to_entity(BankAccount, row) for row in rows}

    async def put(self, account: BankAccount) -> None:
        values = [getattr(account, name) for name in BANK_ACCOUNT_DETAILS]
        (row,) = await current_connection().execute_query_dict(
            sql.PUT_ACCOUNT, [account.user_id, *values]
        )
        account.version = row["version"]
        account.created_at, account.updated_at = row["created_at"], row["updated_at"]

    async def remove(self, user_id: int) -> None:
        await BankAccountModel.filter(user_id=user_id).delete()


async def shares_of(
    organizer_ids: list[int], currency: str | None, start: datetime, end: datetime
) -> list[EventShare]:
    """What was booked for these organizers in [start, end) by event; None is any currency."""
    rows = await current_connection().execute_query_dict(
        sql.SHARES, [organizer_ids, currency, start, end, *CODES]
    )
    return [_share(row) for row in rows]


def _share(row: Mapping[str, Any]) -> EventShare:
    currency = row["currency"]

    def exact(name: str) -> Decimal:
        return with_decimals(row[name] + ZERO, currency)

    def parts(kind: str) -> Parts:
        return Parts(**{name: exact(f"{kind}_{name}") for name in sql.ACCOUNTS})

    return EventShare(
        organizer_id=row["organizer_id"],
        currency=currency,
        event_id=row["event_id"],
        event_title=row["event_title"],
        ends_at=row["ends_at"],
        opening=exact("opening"),
        sales=parts("payment"),
        refunds=parts("refund"),
        disputes=parts("dispute"),
        commission=exact("commission"),
        kept_fees=exact("kept_fees"),
    )


def _balance(
    whose: tuple[Account, str],
    shares: Collection[EventShare],
    paid: Decimal,
    disputed: Mapping[tuple[int, str], Decimal],
    over_by: datetime,
) -> Balance:
    (organizer_id, currency), name = whose
    held_back = at_banks = ZERO
    for share in shares:
        owed = max(share.owed, ZERO)
        if share.ends_at > over_by:
            held_back += owed
        else:
            amount = disputed.get((share.event_id, currency), ZERO)
            at_banks += min(rounded_half_up(amount, currency), owed)
    amounts = (sum((share.owed for share in shares), ZERO), paid, held_back, at_banks)
    earned, paid_out, held_back, at_banks = (with_decimals(part, currency) for part in amounts)
    return Balance(
        organizer_id=organizer_id,
        organizer=name,
        currency=currency,
        earned=earned,
        paid_out=paid_out,
        held_back=held_back,
        disputed=at_banks,
    )


def _by_account(rows: Collection[Mapping[str, Any]]) -> dict[Account, Decimal]:
    return {(row["organizer_id"], row["currency"]): row["amount"] + ZERO for row in rows}


def _payout(row: OrganizerPayoutModel) -> OrganizerPayout:
    payout: OrganizerPayout = mapping.to_entity(OrganizerPayout, row)
    payout.amount = with_decimals(payout.amount, payout.currency)
    return payout
