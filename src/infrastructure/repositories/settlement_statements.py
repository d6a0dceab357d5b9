"""The SQL of settlement: what organizers earned, from the ledger and the terms."""

# ruff: noqa: S608 - only names of columns and constants are put in

from src.application.ports.payments import MANUAL
from src.domain.shared.currency import FORMER_DECIMALS
from src.infrastructure.database.records import AMONG

ACCOUNTS = ("tickets", "fees", "taxes")
KINDS = ("payment", "refund", "dispute")


def _terms(codes: str, decimals: str) -> str:
    """Of each organizer in $1 and their terms: from when until when, and what a unit is.

    `codes` and `decimals` are the parameters that have the units of all currencies.
    """
    return f"""terms AS MATERIALIZED (
    SELECT organizer_id, currency, valid_from, keeps_fees, commission_percent,
        commission_per_ticket, receives_manual, lead(valid_from, 1, 'infinity') OVER (
            PARTITION BY organizer_id, currency ORDER BY valid_from
        ) AS valid_until, (
            SELECT COALESCE(max(units.decimals), {FORMER_DECIMALS})
            FROM unnest({codes}::text[], {decimals}::integer[]) AS units (code, decimals)
            WHERE units.code = currency
        ) AS decimals
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
    return f"""CASE WHEN terms.decimals IS NULL THEN 0 ELSE least({paid},
        round({paid} * terms.commission_percent / 100, terms.decimals)
        + CASE WHEN net > 0 AND admits THEN round(
            terms.commission_per_ticket * quantity * least({paid}, net) / net, terms.decimals
        ) ELSE 0 END) END"""


def _fees(fees: str) -> str:
    return f"CASE WHEN terms.keeps_fees THEN {fees} ELSE 0 END"


# To `items`: the terms of its first payment and what was bought. That is looked up, and only for a
# commission on each ticket: without a limit, PostgreSQL would join all that was ever bought.
WITH_TERMS = """
    LEFT JOIN terms ON terms.organizer_id = {organizer} AND terms.currency = items.currency
        AND first_at >= terms.valid_from AND first_at < terms.valid_until
    LEFT JOIN LATERAL (
        SELECT quantity, subtotal - discount_amount AS net, COALESCE(admits, true) AS admits
        FROM order_items LEFT JOIN ticket_types
            ON ticket_types.event_id = order_items.event_id
            AND ticket_types.id = order_items.ticket_type_id
        WHERE order_items.id = items.order_item_id AND terms.commission_per_ticket > 0
        LIMIT 1
    ) AS bought ON true"""

# By event: what was owed before $3, and what moved from then until $4. What moved for an item is
# under the terms of its first payment; whose a manual movement is, those of its moment say. Event
# by event, for which an index has the entries by item: they are neither looked up nor sorted.
SHARES = f"""
WITH {_terms("$5", "$6")}
SELECT events.organizer_id, of_event.*, events.id AS event_id, events.title AS event_title,
    events.ends_at
FROM events CROSS JOIN LATERAL (
    SELECT currency, sum(gross_before - commission_before - kept_before) AS opening,
        {", ".join(f"sum({name}) AS {name}" for name in MOVED_NAMES)},
        sum(commission_after - commission_before) AS commission,
        sum(kept_after - kept_before) AS kept_fees
    FROM (
        SELECT items.currency, {", ".join(MOVED_NAMES)},
            tickets_before + fees_before + taxes_before AS gross_before,
            {_commission("tickets_before")} AS commission_before,
            {_commission("tickets_after")} AS commission_after,
            {_fees("fees_before")} AS kept_before, {_fees("fees_after")} AS kept_after
        FROM (
            SELECT order_item_id, entry.currency, min(at) AS first_at, {BEFORE}, {AFTER}, {MOVED}
            FROM ledger_entries AS entry
            LEFT JOIN (SELECT id FROM transactions WHERE provider = '{MANUAL}') AS by_hand
                ON by_hand.id = entry.transaction_id
            WHERE entry.event_id = events.id AND ($2::text IS NULL OR entry.currency = $2)
                AND at < $4 AND account IN ('tickets', 'fees', 'taxes')
                AND (by_hand.id IS NULL OR EXISTS (
                    SELECT 1 FROM terms
                    WHERE organizer_id = events.organizer_id AND terms.currency = entry.currency
                        AND at >= valid_from AND at < valid_until AND receives_manual
                ))
            GROUP BY order_item_id, entry.currency
        ) AS items {WITH_TERMS.format(organizer="events.organizer_id")}
    ) AS kept
    GROUP BY currency
) AS of_event
WHERE events.organizer_id {AMONG.format(ids="$1")}
ORDER BY events.organizer_id, of_event.currency, events.ends_at, events.id
"""

# Of what banks hold for disputes, what organizers are owed less if it is lost: the platform gives
# its share back. By event, as what is left of the order; money by hand is not at stake.
DISPUTED = f"""
WITH {_terms("$2", "$3")}, entries AS (
    SELECT entry.order_id, entry.order_item_id, entry.event_id, entry.currency, entry.account,
        entry.kind, entry.at, entry.amount
    FROM ledger_entries AS entry
    LEFT JOIN transactions ON transactions.id = entry.transaction_id
    WHERE transactions.provider IS DISTINCT FROM '{MANUAL}' AND entry.order_id IN (
        SELECT disputes.order_id FROM disputes
        WHERE closed_at IS NULL AND is_taken AND EXISTS (
            SELECT 1 FROM order_items JOIN events ON events.id = order_items.event_id
            WHERE order_items.order_id = disputes.order_id
                AND events.organizer_id {AMONG.format(ids="$1")}
        )
    )
), orders AS (
    SELECT order_id, currency, {_sum("account IN ('tickets', 'fees', 'taxes')")} AS whole,
        -{_sum("account = 'disputed'")} AS held
    FROM entries GROUP BY order_id, currency
), items AS (
    SELECT events.organizer_id, order_id, event_id, order_item_id, entries.currency,
        min(at) AS first_at, {AFTER}
    FROM entries JOIN events ON events.id = entries.event_id
    WHERE events.organizer_id {AMONG.format(ids="$1")}
        AND account IN ('tickets', 'fees', 'taxes')
    GROUP BY events.organizer_id, order_id, event_id, order_item_id, entries.currency
), owed AS (
    SELECT items.organizer_id, order_id, event_id, items.currency,
        tickets_after + fees_after + taxes_after
            - {_commission("tickets_after")} - {_fees("fees_after")} AS amount
    FROM items {WITH_TERMS.format(organizer="items.organizer_id")}
)
SELECT organizer_id, currency, event_id, sum(least(held, whole) * amount / whole) AS amount
FROM owed JOIN orders USING (order_id, currency)
WHERE amount > 0 AND whole > 0 AND held > 0
GROUP BY organizer_id, currency, event_id
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

EVENT_CURRENCIES = "SELECT DISTINCT currency FROM events WHERE organizer_id = $1 ORDER BY currency"

DEAREST = """
SELECT COALESCE(bool_or(is_price_open), false) AS is_open, max(greatest(ticket_types.price, (
    SELECT max((tier ->> 'price')::numeric)
    FROM jsonb_array_elements(ticket_types.price_tiers) AS tier
))) AS price
FROM ticket_types JOIN events ON events.id = ticket_types.event_id
WHERE organizer_id = $1 AND currency = $2 AND admits AND events.deleted_at IS NULL
"""

IS_DISPUTED = """
SELECT EXISTS (
    SELECT 1 FROM disputes
    JOIN order_items ON order_items.order_id = disputes.order_id
    JOIN events ON events.id = order_items.event_id
    WHERE disputes.closed_at IS NULL AND events.organizer_id = $1
) AS is_disputed
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
