"""Consistency checks over all tables, for the reconciler; each describes its findings."""

from src.infrastructure.reports.disputes import MONEY, PAID_TWICE
from src.infrastructure.reports.payouts import DID_NOT_ARRIVE
from src.infrastructure.reports.reading import reading

CHECKS = {
    "order": """
        SELECT orders.id, 'It is ' || orders.status || ', but a booking of it is '
            || bookings.status || '.' AS problem
        FROM orders JOIN order_items ON order_items.order_id = orders.id
        JOIN bookings ON bookings.event_id = order_items.event_id
            AND bookings.id = order_items.booking_id
        WHERE orders.status = 'confirmed' AND bookings.status IN ('pending', 'expired')
        ORDER BY orders.id LIMIT 100
    """,
    "unpaid order": """
        SELECT orders.id, 'Its tickets are valid, and its money has gone back.' AS problem
        FROM orders
        WHERE orders.status = 'confirmed' AND orders.payment = 'online' AND EXISTS (
            SELECT 1 FROM transactions JOIN ledger_entries
                ON ledger_entries.transaction_id = transactions.id
            WHERE transactions.order_id = orders.id AND transactions.status = 'refunded'
                AND ledger_entries.account <> 'unapplied'
        ) AND NOT EXISTS (
            SELECT 1 FROM transactions WHERE order_id = orders.id AND kind = 'payment'
                AND status = 'success'
        ) AND orders.id IN (
            SELECT order_items.order_id FROM order_items
            JOIN tickets ON tickets.event_id = order_items.event_id
                AND tickets.booking_id = order_items.booking_id
            WHERE tickets.status = 'active'
        )
        ORDER BY orders.id LIMIT 100
    """,
    "paid order": """
        SELECT orders.id, 'It is ' || orders.status || ', and ' || transactions.amount - gone
            || ' ' || transactions.currency || ' of its money has not gone back.' AS problem
        FROM orders JOIN transactions ON transactions.order_id = orders.id
        LEFT JOIN (
            SELECT bookings.order_id, sum(tickets.kept_amount) AS amount
            FROM bookings JOIN tickets ON tickets.event_id = bookings.event_id
                AND tickets.booking_id = bookings.id
            WHERE tickets.kept_amount > 0 GROUP BY bookings.order_id
        ) AS kept ON kept.order_id = orders.id
        CROSS JOIN LATERAL (
            SELECT transactions.refunded_amount + transactions.disputed_amount
                + coalesce(kept.amount, 0) AS gone
        ) AS counted
        WHERE orders.status IN ('cancelled', 'expired', 'pending')
            AND transactions.kind = 'payment' AND transactions.status = 'success'
            AND (orders.status <> 'pending' OR transactions.requested_amount IS NULL)
            AND gone < transactions.amount
        ORDER BY orders.id LIMIT 100
    """,
    "failed refund": """
        SELECT refund.id, least(refund.owed_amount, payment.amount - payment.refunded_amount)
            || ' ' || refund.currency || ' did not go back: ' || coalesce(refund.failure, '')
            AS problem
        FROM transactions AS refund JOIN transactions AS payment ON payment.id = refund.parent_id
        WHERE refund.owed_amount > 0 AND payment.refunded_amount < payment.amount
        ORDER BY refund.id LIMIT 100
    """,
    "transaction": """
        SELECT transactions.id, 'It is ' || transactions.status || ', of '
            || transactions.amount || ', and the ledger has '
            || coalesce(booked.amount, 0) || '.' AS problem
        FROM transactions LEFT JOIN (
            SELECT transaction_id, abs(sum(amount)) AS amount
            FROM ledger_entries GROUP BY transaction_id
        ) AS booked ON booked.transaction_id = transactions.id
        WHERE coalesce(booked.amount, 0) <> CASE
            WHEN transactions.status IN ('success', 'refunded') THEN transactions.amount
            WHEN (transactions.kind, transactions.status) = ('dispute', 'pending')
                THEN transactions.amount
            ELSE 0
        END
        ORDER BY transactions.id LIMIT 100
    """,
    "disputed payment": """
        SELECT payment.id, 'It has ' || disputed_amount || ' disputed and ' || lost_amount
            || ' lost; its disputes are ' || taken || ' and ' || lost || '.' AS problem
        FROM transactions AS payment CROSS JOIN LATERAL (
            SELECT coalesce(sum(amount), 0) AS taken,
                coalesce(sum(amount) FILTER (WHERE status = 'success'), 0) AS lost
            FROM transactions AS dispute
            WHERE dispute.parent_id = payment.id AND dispute.kind = 'dispute'
                AND dispute.status IN ('pending', 'success')
        ) AS counted
        WHERE payment.kind = 'payment' AND (disputed_amount, lost_amount) <> (taken, lost)
        ORDER BY payment.id LIMIT 100
    """,
    "dispute": """
        SELECT id, 'It is to be answered' || coalesce(
                ' until ' || to_char(evidence_due_by AT TIME ZONE 'UTC', 'YYYY-MM-DD'), ''
            ) || ', in the dashboard of ' || provider || ': ' || amount || ' ' || currency
            || ', ' || replace(reason, '_', ' ') || '.' AS problem
        FROM disputes WHERE status IN ('warning', 'needs_response') AND closed_at IS NULL
        ORDER BY id LIMIT 100
    """,
    "lost dispute": f"""
        SELECT dispute.id, 'The buyer has ' || {PAID_TWICE} || ' ' || dispute.currency
            || ' twice, refunded and by the bank. Settle it with the buyer, then note at '
            || 'transaction ' || movement.id || ' what came of it.' AS problem
        {MONEY} WHERE dispute.status = 'lost' AND {PAID_TWICE} > 0
        ORDER BY dispute.id LIMIT 100
    """,
    "event": """
        SELECT events.id, 'It counts ' || total_tickets_sold || ' tickets sold and '
            || tickets_held || ' held; there are ' || coalesce(sold, 0) || ' and '
            || coalesce(held, 0) || '.' AS problem
        FROM events LEFT JOIN (
            SELECT event_id, count(*) FILTER (WHERE status IN ('active', 'used')) AS sold,
                count(*) FILTER (WHERE status = 'reserved') AS held
            FROM tickets WHERE admits GROUP BY event_id
        ) AS counted ON counted.event_id = events.id
        WHERE total_tickets_sold <> coalesce(sold, 0) OR tickets_held <> coalesce(held, 0)
        ORDER BY events.id LIMIT 100
    """,
}

# Of the accounts at providers, as they were last read: what moved there has no age.
ACCOUNT_CHECKS = {
    "account of transaction": """
        SELECT transactions.id, 'It is a ' || kind || ', ' || status || ', of ' || amount || ' '
            || transactions.currency || '; on the account at ' || provider || ' it moved '
            || coalesce(there.moved, 0) || ' '
            || coalesce(there.currency, transactions.currency) || '.' AS problem
        FROM transactions JOIN (
            SELECT provider, max(read_at) AS read_at FROM provider_balances GROUP BY provider
        ) AS account USING (provider)
        LEFT JOIN (
            SELECT transaction_id, sum(paid_amount) AS moved, max(paid_currency) AS currency
            FROM provider_movements WHERE transaction_id IS NOT NULL GROUP BY transaction_id
        ) AS there ON there.transaction_id = transactions.id
        WHERE (status <> 'pending' OR kind = 'dispute')
            AND coalesce(settled_at, created_at) < account.read_at - interval '1 day'
            AND (there.currency <> transactions.currency OR coalesce(there.moved, 0) <> CASE
                WHEN status IN ('success', 'refunded') OR (kind, status) = ('dispute', 'pending')
                    THEN CASE kind WHEN 'payment' THEN amount ELSE -amount END
                ELSE 0
            END)
        ORDER BY transactions.id LIMIT 100
    """,
    "account movement": """
        SELECT min(id) AS id, 'The account at ' || provider || ' has a ' || kind || ' of '
            || sum(paid_amount) || ' ' || paid_currency || ' ('
            || coalesce(source_reference, reference) || ') that is not known here.' AS problem
        FROM provider_movements
        WHERE transaction_id IS NULL AND kind IN ('payment', 'refund', 'dispute')
        GROUP BY provider, kind, coalesce(source_reference, reference), paid_currency
        HAVING sum(paid_amount) <> 0
        ORDER BY min(id) LIMIT 100
    """,
    "payout": f"""
        SELECT payout.id, CASE
            WHEN payout.is_itemized AND moved <> payout.amount
                THEN 'It is ' || payout.amount || ' ' || payout.currency
                    || ', and what it is made of is ' || moved || '.'
            WHEN payout.bank_amount <> payout.amount
                THEN 'It is ' || payout.amount || ' ' || payout.currency
                    || ', and the bank statement says ' || payout.bank_amount || '.'
            ELSE payout.amount || ' ' || payout.currency || ' did not arrive: '
                || coalesce(payout.failure, payout.status::text)
        END AS problem
        FROM payouts AS payout CROSS JOIN LATERAL (
            SELECT coalesce(sum(amount - fee), 0) AS moved FROM provider_movements
            WHERE payout_id = payout.id AND (kind <> 'payout'
                OR source_reference IS DISTINCT FROM payout.provider_reference)
        ) AS part
        WHERE payout.is_itemized AND moved <> payout.amount
            OR payout.bank_amount <> payout.amount
            OR {DID_NOT_ARRIVE}
        ORDER BY payout.id LIMIT 100
    """,  # noqa: S608 - constants
    "provider account": """
        SELECT id, provider || ' holds ' || balance || ' ' || currency
            || '; what is known to have moved leaves ' || opening + moved || '.' AS problem
        FROM provider_balances WHERE balance <> opening + moved
        ORDER BY provider, currency LIMIT 100
    """,
}


class PostgresDiscrepancyReader:
    """Implements `DiscrepancyReader`: all checks read the same snapshot."""

    async def discrepancies(self) -> list[tuple[str, int, str]]:
        found = []
        async with reading() as connection:
            for subject, query in {**CHECKS, **ACCOUNT_CHECKS}.items():
                rows = await connection.execute_query_dict(query)
                found += [(subject, row["id"], row["problem"]) for row in rows]
        return found
