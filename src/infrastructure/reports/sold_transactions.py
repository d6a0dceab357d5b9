"""Payments and refunds as organizers look through them, in PostgreSQL."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import SoldSum, SoldTransaction, TransactionSearch
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.repositories.page import Page, PageRequest
from src.domain.shared.money import rounded
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import (
    NAMES,
    PART,
    PART_OF_REFUND,
    PARTS,
    Found,
    goes_by_id,
    how_found,
    is_known,
    page_of,
    sums_of,
)
from src.infrastructure.reports.sold_conditions import (
    Conditions,
    restrict_by_words,
    restrict_orders,
)

TAKEN = ("disputed_amount", "lost_amount")
AMOUNTS = ("amount", "refunded_amount", "owed_amount", *TAKEN)

# What a buyer pays with at the provider is nobody else's, and in no list.
OF_THE_WHOLE = ("note", "requested_amount")
"""What of an order that is not theirs as a whole an organizer does not see."""

COLUMNS = tuple(
    field.name
    for field in fields(Transaction)
    if field.name not in ("client_secret", "redirect_url", *OF_THE_WHOLE, *AMOUNTS)
)

FOUND = """
WITH found AS {how} (
    SELECT {columns}, transactions.amount, transactions.refunded_amount, transactions.owed_amount,
        transactions.disputed_amount, transactions.lost_amount, transactions.note,
        transactions.requested_amount,
        orders.reference AS order_reference, orders.user_id{names}
    FROM transactions JOIN orders ON orders.id = transactions.order_id
    JOIN users ON users.id = orders.user_id
    WHERE {conditions}
)
"""

OWN_PART = PART_OF_REFUND.format(refund="found", own="{is_own}")

# What of it is for lines of one organizer: by the ledger once it is settled, before by the items.
# What bought nothing of theirs is nothing of theirs, however many lines of the order are.
# A refund that has come back is in the ledger twice, and adds up to nothing there.
SHARE = """COALESCE(
    (
        SELECT NULLIF(abs(sum(ledger_entries.amount)), 0)
        FROM ledger_entries JOIN events ON events.id = ledger_entries.event_id
        WHERE ledger_entries.transaction_id = found.id AND {is_own}
    ),
    CASE
        WHEN found.kind = 'payment' AND found.status IN ('success', 'refunded') THEN 0
        WHEN found.kind = 'payment' THEN part.amount
        WHEN EXISTS (SELECT 1 FROM events WHERE events.id = found.event_id AND {is_own})
            THEN found.amount
        WHEN found.event_id IS NULL THEN found.amount * {own_part}
    END
)""".replace("{own_part}", OWN_PART)
SHARE_REFUNDED = """COALESCE((
    SELECT -sum(ledger_entries.amount)
    FROM transactions AS refund
    JOIN ledger_entries ON ledger_entries.transaction_id = refund.id
    JOIN events ON events.id = ledger_entries.event_id
    WHERE refund.parent_id = found.id AND refund.kind = 'refund' AND {is_own}
), 0)"""

LISTED = f"""
SELECT {", ".join(COLUMNS)}, total_amount AS amount, total_amount, refunded_amount, owed_amount,
    {", ".join((*TAKEN, *OF_THE_WHOLE))}, order_reference, user_id, name, email, is_whole, events
FROM (
    SELECT {", ".join(f"found.{column}" for column in COLUMNS)}, found.order_reference,
        found.user_id, found.name, found.email, part.is_whole, part.events,
        CASE WHEN part.is_whole THEN found.amount ELSE {SHARE} END AS total_amount,
        CASE WHEN part.is_whole THEN found.refunded_amount ELSE {SHARE_REFUNDED} END
            AS refunded_amount,
        CASE WHEN part.is_whole OR found.event_id IS NOT NULL OR found.owed_amount = 0
            THEN found.owed_amount ELSE found.owed_amount * {OWN_PART} END AS owed_amount,
        {
    ", ".join(
        f"CASE WHEN part.is_whole THEN found.{name} {otherwise} END AS {name}"
        for names, otherwise in ((TAKEN, "ELSE 0"), (OF_THE_WHOLE, ""))
        for name in names
    )
}
    FROM found {PART}
) AS seen
WHERE total_amount > 0
"""  # noqa: S608 - constants

SELECT = f"""
SELECT {", ".join(COLUMNS)}, amount, total_amount, refunded_amount, owed_amount,
    {", ".join((*TAKEN, *OF_THE_WHOLE))}, order_reference, user_id, name, email, is_whole, events
FROM ({LISTED}) AS listed
"""  # noqa: S608 - constants

# For counts and sums: only of what is not whole is the share looked up.
SHARED = f"""{PARTS}, shared AS (
    SELECT found.id, found.kind, found.status, found.currency,
        CASE WHEN part.is_whole THEN found.amount ELSE {SHARE} END AS amount
    FROM found JOIN parts AS part ON part.order_id = found.order_id
)
"""  # noqa: S608 - constants
COUNT = SHARED + "SELECT count(*) AS number FROM shared WHERE amount > 0"  # noqa: S608
COUNT_ALL = "SELECT count(*) AS number FROM found"

SUM = """SELECT currency, count(*) AS number, 0 AS tickets,
    COALESCE(sum(amount) FILTER (
        WHERE kind = 'payment' AND status IN ('success', 'refunded')), 0) AS amount,
    COALESCE(sum(amount) FILTER (WHERE kind = 'refund' AND status = 'success'), 0) AS refunded
"""
SUMS = f"{SHARED}{SUM}FROM shared WHERE amount > 0 GROUP BY currency ORDER BY currency"
SUMS_OF_ALL = f"{SUM}FROM found GROUP BY currency ORDER BY currency"


class PostgresSoldTransactionReader:
    """Implements `SoldTransactionReader`."""

    async def search(
        self, scope: Scope, wanted: TransactionSearch, page: PageRequest
    ) -> Page[SoldTransaction]:
        return page_of(await _rows(SELECT, scope, wanted, page), page, _transaction)

    async def count(self, scope: Scope, wanted: TransactionSearch) -> int:
        count = COUNT_ALL if scope.organizer_id is None else COUNT
        (row,) = await _rows(count, scope, wanted)
        return int(row["number"])

    async def sums(self, scope: Scope, wanted: TransactionSearch) -> Sequence[SoldSum]:
        sums = SUMS_OF_ALL if scope.organizer_id is None else SUMS
        found = await found_transactions(scope, wanted, has_names=False)
        return await sums_of(found.then(sums, scope, "order_id", None), found.conditions.values)


async def _rows(
    select: str, scope: Scope, wanted: TransactionSearch, page: PageRequest | None = None
) -> list[dict[str, Any]]:
    found = await found_transactions(scope, wanted, has_names=select is SELECT)
    text = found.then(select, scope, "order_id", page)
    async with reading(is_row_by_row=goes_by_id(wanted, page)) as connection:
        return await connection.execute_query_dict(text, found.conditions.values)


async def found_transactions(
    scope: Scope, wanted: TransactionSearch, *, has_names: bool = True
) -> Found:
    """The transactions that are asked for, with the names of their buyers if wanted."""
    conditions = Conditions()
    known = is_known(conditions, scope, "order")
    restrict_orders(conditions, scope, wanted)
    conditions.add_wanted("transactions.id = {wanted}", wanted.id)
    conditions.add_wanted("transactions.order_id = {wanted}", wanted.order_id)
    conditions.add_wanted("transactions.kind::text = {wanted}", wanted.kind)
    conditions.add_wanted("transactions.status::text = {wanted}", wanted.status)
    conditions.add_wanted("transactions.provider = {wanted}", wanted.provider)
    conditions.add_wanted("transactions.event_id = {wanted}", wanted.refunded_event_id)
    conditions.add_wanted("transactions.created_at >= {wanted}", wanted.date_from)
    conditions.add_wanted("transactions.created_at < {wanted}", wanted.date_to)
    await restrict_by_words(conditions, wanted, known, "order")
    columns = ", ".join(f"transactions.{column}" for column in COLUMNS)
    names = NAMES.format(is_known=known) if has_names else ""
    text = FOUND.format(how=how_found(wanted), columns=columns, names=names, conditions=conditions)
    return Found(text, conditions)


def _transaction(row: Mapping[str, Any]) -> SoldTransaction:
    values = {column: row[column] for column in (*COLUMNS, *OF_THE_WHOLE)}
    values |= {name: rounded(row[name], row["currency"]) for name in AMOUNTS}
    values["kind"] = TransactionKind(row["kind"])
    values["status"] = TransactionStatus(row["status"])
    return SoldTransaction(
        transaction=Transaction(**values),
        order_reference=row["order_reference"],
        user_id=row["user_id"],
        name=row["name"],
        email=row["email"],
        is_whole=row["is_whole"],
        events=row["events"],
    )
