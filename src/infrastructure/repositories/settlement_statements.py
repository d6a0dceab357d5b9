"""The SQL of settlement: what organizers earned, from the ledger and the terms."""

# ruff: noqa: S608 - only names of columns and constants are put in

from src.application.ports.payments import MANUAL
from src.domain.shared.currency import FORMER_DECIMALS
from src.infrastructure.database.records import AMONG

ACCOUNTS = ("tickets", "fees", "taxes")
KINDS = ("payment", "refund", "dispute")

# Of each organizer in $1 and their terms: from when until when.
TERMS = f"""terms AS (
    SELECT organizer_id, currency, valid_from, keeps_fees, commission_percent,
        commission_per_ticket, receives_manual, lead(valid_from, 1, 'infinity') OVER (
            PARTITION BY organizer_id, currency ORDER BY valid_from
        ) AS valid_until
    FROM settlement_terms WHERE organizer_id {AMONG.format(ids="$1")}
)"""


def _sum(condition: str) -> str:
    return f"COALESCE(sum(amount) FILTER (WHERE {condition}), 0)"


BEFORE = ", ".join(
    _sum(f"account = '{name}' AND at < $3") + f" AS {name}_before" for name in ACCOUNTS
)
AFTER = ", ".join(_sum(f"account = '{name}'") + f" AS {name}_after" for name in ACCOUNTS)
MOVED = ", ".join(
    _sum(f"account = '{name}' AND kind = '{kind}' AND at >= $3") + f" AS {kind}_{name}"
    for kind in KINDS
    for name in ACCOUNTS
)
MOVED_NAMES = [f"{kind}_{name}" for kind in KINDS for name in ACCOUNTS]


def _commission(tickets: str) -> str:
    """The commission on an item of which so much is paid for tickets; half a unit counts as one.

    Of one that is paid in part, the same part of what each ticket costs; never more than was paid.
    """
    paid = f"greatest({tickets}, 0)"
    return f"""least({paid},
        round({paid} * COALESCE(terms.commission_percent, 0) / 100, decimals)
        + CASE WHEN net > 0 AND admits THEN round(
            COALESCE(terms.commission_per_ticket, 0) * quantity * least({paid}, net) / net,
            decimals
        ) ELSE 0 END)"""


def _fees(fees: str) -> str:
    return f"CASE WHEN terms.keeps_fees THEN {fees} ELSE 0 END"


# By event: what was owed before $3, and what moved from then until $4. What moved for an item is
# under the terms of its first payment; whose a manual movement is, those of its moment say.
SHARES = f"""
WITH {TERMS}, entries AS (
    SELECT events.organizer_id, entry.event_id, entry.order_item_id, entry.currency,
        entry.kind, entry.account, entry.amount, entry.at
    FROM events JOIN ledger_entries AS entry ON entry.event_id = events.id
    LEFT JOIN transactions ON transactions.id = entry.transaction_id
    LEFT JOIN terms ON terms.organizer_id = events.organizer_id
        AND terms.currency = entry.currency
        AND entry.at >= terms.valid_from AND entry.at < terms.valid_until
    WHERE events.organizer_id {AMONG.format(ids="$1")}
        AND ($2::text IS NULL OR entry.currency = $2) AND entry.at < $4
        AND entry.account IN ('tickets', 'fees', 'taxes')
        AND (transactions.provider IS DISTINCT FROM '{MANUAL}' OR terms.receives_manual)
), items AS (
    SELECT organizer_id, event_id, order_item_id, currency, min(at) AS first_at,
        {BEFORE}, {AFTER}, {MOVED}
    FROM entries GROUP BY organizer_id, event_id, order_item_id, currency
), kept AS (
    SELECT items.organizer_id, items.event_id, items.currency, {", ".join(MOVED_NAMES)},
        tickets_before + fees_before + taxes_before AS gross_before,
        {_commission("tickets_before")} AS commission_before,
        {_commission("tickets_after")} AS commission_after,
        {_fees("fees_before")} AS fees_before, {_fees("fees_after")} AS fees_after
    FROM items
    LEFT JOIN terms ON terms.organizer_id = items.organizer_id
        AND terms.currency = items.currency
        AND first_at >= terms.valid_from AND first_at < terms.valid_until
    LEFT JOIN LATERAL (
        SELECT quantity, subtotal - discount_amount AS net, COALESCE(admits, true) AS admits
        FROM order_items LEFT JOIN ticket_types
            ON ticket_types.event_id = order_items.event_id
            AND ticket_types.id = order_items.ticket_type_id
        WHERE order_items.id = items.order_item_id
    ) AS bought ON true
    LEFT JOIN LATERAL (
        SELECT COALESCE(max(units.decimals), {FORMER_DECIMALS}) AS decimals
        FROM unnest($5::text[], $6::integer[]) AS units (code, decimals)
        WHERE units.code = items.currency
    ) AS unit ON true
)
SELECT kept.organizer_id, kept.currency, kept.event_id, events.title AS event_title,
    events.ends_at, sum(gross_before - commission_before - fees_before) AS opening,
    {", ".join(f"sum({name}) AS {name}" for name in MOVED_NAMES)},
    sum(commission_after - commission_before) AS commission,
    sum(fees_after - kept.fees_before) AS kept_fees
FROM kept JOIN events ON events.id = kept.event_id
GROUP BY kept.organizer_id, kept.currency, kept.event_id, events.title, events.ends_at
ORDER BY kept.organizer_id, kept.currency, events.ends_at, kept.event_id
"""

# Of what banks hold for disputes, the part that is for each event: as what is left of its order.
DISPUTED = f"""
WITH held AS (
    SELECT DISTINCT order_id FROM disputes
    WHERE closed_at IS NULL AND is_taken AND order_id IN (
        SELECT order_id FROM order_items JOIN events ON events.id = order_items.event_id
        WHERE events.organizer_id {AMONG.format(ids="$1")}
    )
), sums AS (
    SELECT entry.order_id, entry.currency, entry.event_id,
        {_sum("account IN ('tickets', 'fees', 'taxes')")} AS own,
        {_sum("account = 'disputed'")} AS disputed
    FROM ledger_entries AS entry
    WHERE entry.order_id IN (SELECT order_id FROM held)
    GROUP BY entry.order_id, entry.currency, entry.event_id
), parts AS (
    SELECT currency, event_id, own, sum(own) OVER of_order AS whole,
        -sum(disputed) OVER of_order AS held
    FROM sums WINDOW of_order AS (PARTITION BY order_id, currency)
)
SELECT events.organizer_id, parts.currency, parts.event_id,
    sum(least(held, whole) * own / whole) AS amount
FROM parts JOIN events ON events.id = parts.event_id
WHERE own > 0 AND whole > 0 AND held > 0
GROUP BY events.organizer_id, parts.currency, parts.event_id
"""

PAID = f"""
SELECT organizer_id, currency, sum(amount) AS amount FROM organizer_payouts
WHERE organizer_id {AMONG.format(ids="$1")} AND ($2::text IS NULL OR currency = $2)
GROUP BY organizer_id, currency
"""

NAMES = f"SELECT id, name FROM users WHERE id {AMONG.format(ids='$1')}"

HOLD_BACK = f"""
SELECT DISTINCT ON (organizer_id, currency) organizer_id, currency, hold_back_days
FROM settlement_terms
WHERE organizer_id {AMONG.format(ids="$1")} AND valid_from <= $2
ORDER BY organizer_id, currency, valid_from DESC
"""

SETTLED = """
SELECT organizer_id, users.name AS organizer, currency FROM (
    SELECT organizer_id, currency FROM events
    WHERE ($4::bigint IS NULL OR organizer_id = $4)
        AND EXISTS (SELECT 1 FROM ledger_entries WHERE event_id = events.id)
    UNION
    SELECT organizer_id, currency FROM organizer_payouts
    WHERE $4::bigint IS NULL OR organizer_id = $4
) AS settled JOIN users ON users.id = organizer_id
WHERE (organizer_id, currency) > ($1, $2)
ORDER BY organizer_id, currency LIMIT $3
"""

CURRENCIES = """
SELECT currency FROM ledger_entries
WHERE event_id = ANY(ARRAY(SELECT id FROM events WHERE organizer_id = $1))
UNION SELECT currency FROM organizer_payouts WHERE organizer_id = $1
ORDER BY currency
"""

REVERSED = f"""
SELECT reverses_id AS id FROM organizer_payouts WHERE reverses_id {AMONG.format(ids="$1")}
"""

PUT_ACCOUNT = """
INSERT INTO bank_accounts (user_id, holder, iban, other) VALUES ($1, $2, $3, $4)
ON CONFLICT (user_id) DO UPDATE
SET holder = EXCLUDED.holder, iban = EXCLUDED.iban, other = EXCLUDED.other
RETURNING version, created_at, updated_at
"""
