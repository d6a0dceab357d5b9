"""Discount codes: names of their owners, limits, terms that an order keeps; hidden ticket types."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE discounts
    ADD COLUMN max_tickets integer
        CONSTRAINT discounts_max_tickets_is_positive CHECK (max_tickets > 0),
    ADD COLUMN min_spend numeric
        CONSTRAINT discounts_min_spend_is_positive CHECK (min_spend > 0),
    ADD COLUMN max_discount numeric
        CONSTRAINT discounts_max_discount_is_positive CHECK (max_discount > 0),
    ADD COLUMN used_tickets integer NOT NULL DEFAULT 0;
ALTER TABLE orders
    ADD COLUMN discount_terms jsonb,
    ADD COLUMN discount_tickets integer NOT NULL DEFAULT 0
        CONSTRAINT orders_discount_tickets_are_not_negative CHECK (discount_tickets >= 0),
    ADD COLUMN counts_use boolean NOT NULL DEFAULT true;
ALTER TABLE ticket_types ADD COLUMN is_hidden boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN discounts.max_tickets IS
    'For how many tickets it can be used, over all orders.';
COMMENT ON COLUMN discounts.min_spend IS
    'What the tickets that it covers have to cost in an order, before the discount.';
COMMENT ON COLUMN discounts.max_discount IS 'The most that a percentage takes off an order.';
COMMENT ON COLUMN discounts.used_tickets IS
    'The tickets that it covers in the orders that count as its uses; kept by a trigger.';
COMMENT ON COLUMN orders.discount_terms IS
    'What its discount code took off when the order was given it; items added later get no more.';
COMMENT ON COLUMN orders.discount_tickets IS 'How many of its tickets the discount code covers.';
COMMENT ON COLUMN orders.counts_use IS
    'Whether it counts as a use of its code: not after its deadline, once others may have it.';
COMMENT ON COLUMN ticket_types.is_hidden IS
    'Whether it exists only for its managers, and for who has a discount code that names it.';
"""

# Orders that wait may still get more tickets: by the code as it is, of which they know no other.
# What covers their tickets is told by their items.
TERMS = """
UPDATE orders SET
    discount_terms = jsonb_build_object(
        'kind', code.kind, 'value', code.value::text, 'currency', code.currency,
        'owner_id', code.owner_id, 'event_id', code.event_id,
        'ticket_type_id', code.ticket_type_id, 'max_discount', NULL
    )
FROM discounts AS code
WHERE code.id = orders.discount_id AND orders.status = 'pending';
UPDATE orders SET discount_tickets = covered.tickets
FROM (
    SELECT item.order_id, sum(item.quantity) AS tickets
    FROM order_items AS item
    JOIN orders AS ordered ON ordered.id = item.order_id
    JOIN discounts AS code ON code.id = ordered.discount_id
    LEFT JOIN events AS event ON event.id = item.event_id
    WHERE CASE
        WHEN code.ticket_type_id IS NOT NULL THEN code.ticket_type_id = item.ticket_type_id
        WHEN code.event_id IS NOT NULL THEN code.event_id = item.event_id
        ELSE code.owner_id IS NULL OR code.owner_id = event.organizer_id
    END
    GROUP BY item.order_id
) AS covered
WHERE covered.order_id = orders.id;
UPDATE orders SET counts_use = false WHERE discount_id IS NOT NULL AND status = 'expired';
"""

NAMES = """
ALTER TABLE discounts DROP CONSTRAINT discounts_code_key;
CREATE UNIQUE INDEX discounts_code_key ON discounts (code, owner_id) NULLS NOT DISTINCT
    WHERE deleted_at IS NULL;
CREATE INDEX discounts_code_idx ON discounts (code);
CREATE INDEX orders_lapsing_codes_idx ON orders (discount_id, expires_at)
    WHERE status = 'pending' AND counts_use AND discount_id IS NOT NULL;
"""

# One name for each code again: the oldest that was not deleted keeps it.
ONE_NAME = """
UPDATE discounts SET code = left(code, 20) || '_' || id
WHERE id NOT IN (
    SELECT DISTINCT ON (code) id FROM discounts ORDER BY code, (deleted_at IS NOT NULL), id
);
DROP INDEX orders_lapsing_codes_idx;
DROP INDEX discounts_code_idx;
DROP INDEX discounts_code_key;
ALTER TABLE discounts ADD CONSTRAINT discounts_code_key UNIQUE (code);
"""

LIMITS = """
ALTER TABLE discounts
    DROP CONSTRAINT discounts_value_is_positive,
    DROP CONSTRAINT discounts_fixed_has_a_currency,
    DROP CONSTRAINT discounts_never_overused,
    ADD CONSTRAINT discounts_value_is_not_negative
        CHECK (value > 0 OR value = 0 AND ticket_type_id IS NOT NULL),
    ADD CONSTRAINT discounts_amounts_have_a_currency CHECK (
        (kind = 'fixed' OR min_spend IS NOT NULL OR max_discount IS NOT NULL)
        = (currency IS NOT NULL)
    ),
    ADD CONSTRAINT discounts_never_overused CHECK (
        used >= 0 AND used_tickets >= 0
        AND (max_uses IS NULL OR used <= max_uses)
        AND (max_tickets IS NULL OR used_tickets <= max_tickets)
    );
"""

# Codes that only open a type, and amounts of percentages, cannot be told without these columns.
OLD_LIMITS = """
UPDATE discounts SET value = 1, deleted_at = COALESCE(deleted_at, now()) WHERE value = 0;
UPDATE discounts SET currency = NULL WHERE kind = 'percent' AND currency IS NOT NULL;
ALTER TABLE discounts
    ADD CONSTRAINT discounts_value_is_positive CHECK (value > 0),
    ADD CONSTRAINT discounts_fixed_has_a_currency CHECK ((kind = 'fixed') = (currency IS NOT NULL)),
    ADD CONSTRAINT discounts_never_overused CHECK (used <= max_uses AND used >= 0);
"""

NO_LIMITS = """
ALTER TABLE discounts
    DROP CONSTRAINT discounts_value_is_not_negative,
    DROP CONSTRAINT discounts_amounts_have_a_currency,
    DROP CONSTRAINT discounts_never_overused;
"""

# Orders that were honoured late count still: what they use is used.
RECOUNT = """
UPDATE discounts SET used_tickets = counted.tickets
FROM (
    SELECT discount_id, sum(discount_tickets) AS tickets FROM orders
    WHERE discount_id IS NOT NULL AND status IN ('pending', 'confirmed', 'completed')
    GROUP BY discount_id
) AS counted
WHERE counted.discount_id = discounts.id;
"""

OPERATIONS = {
    "insert": ("CREATED",),
    "update": ("CREATED", "REMOVED"),
    "delete": ("REMOVED",),
}
ROWS = {
    "CREATED": "SELECT {columns}, 1 AS sign FROM new_rows",
    "REMOVED": "SELECT {columns}, -1 AS sign FROM old_rows",
}

# The counting functions of orders; their triggers stay as they are.
COUNT = """
CREATE OR REPLACE FUNCTION orders_count_{operation}() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT discount_id AS owner, sum(sign) AS uses, {tickets} AS tickets
        FROM ({rows}) AS changed
        WHERE discount_id IS NOT NULL AND status IN ('pending', 'confirmed', 'completed'){counts}
        GROUP BY discount_id
        ORDER BY discount_id
    LOOP
        UPDATE discounts SET used = used + change.uses{set_tickets}
        WHERE id = change.owner AND (change.uses <> 0 OR change.tickets <> 0);
    END LOOP;
    RETURN NULL;
END $$;
"""


def _count(*, with_tickets: bool) -> str:
    columns = "discount_id, status" + (", discount_tickets, counts_use" if with_tickets else "")
    return "".join(
        COUNT.format(
            operation=operation,
            rows=" UNION ALL ".join(ROWS[part].format(columns=columns) for part in parts),
            tickets="sum(sign * discount_tickets)" if with_tickets else "0",
            counts=" AND counts_use" if with_tickets else "",
            set_tickets=", used_tickets = used_tickets + change.tickets" if with_tickets else "",
        )
        for operation, parts in OPERATIONS.items()
    )


# As they are, whatever columns they have: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    FOR definition IN
        SELECT pg_get_triggerdef(oid) FROM pg_trigger
        WHERE tgrelid = '{table}'::regclass AND tgname = '{table}_note_edit'
    LOOP
        definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
        EXECUTE replace(definition, '{before}', '{after}');
    END LOOP;
END $do$;
"""
EDITED = {"discounts": "max_tickets, min_spend, max_discount", "ticket_types": "is_hidden"}

# Without knowing which orders count, all do; a limit that was kept by not counting them follows.
RECOUNT_ALL = """
UPDATE discounts SET used = counted.uses, max_uses = greatest(max_uses, counted.uses)
FROM (
    SELECT discount_id, count(*) AS uses FROM orders
    WHERE discount_id IS NOT NULL AND status IN ('pending', 'confirmed', 'completed')
    GROUP BY discount_id
) AS counted
WHERE counted.discount_id = discounts.id AND counted.uses <> discounts.used;
"""

NO_COLUMNS = """
ALTER TABLE ticket_types DROP COLUMN is_hidden;
ALTER TABLE orders DROP COLUMN discount_terms, DROP COLUMN discount_tickets,
    DROP COLUMN counts_use;
ALTER TABLE discounts DROP COLUMN max_tickets, DROP COLUMN min_spend, DROP COLUMN max_discount,
    DROP COLUMN used_tickets;
"""


def _note_edits(*, is_new: bool) -> str:
    parts = []
    for table, columns in EDITED.items():
        without, with_columns = "UPDATE OF ", f"UPDATE OF {columns}, "
        before, after = (without, with_columns) if is_new else (with_columns, without)
        parts.append(NOTE_EDITS.format(table=table, before=before, after=after))
    return "".join(parts)


async def upgrade(db: BaseDBAsyncClient) -> str:
    # The triggers count what the updates change; they know the columns only afterwards, so that
    # they do not count tickets of orders twice.
    return (
        COLUMNS
        + LIMITS
        + TERMS
        + _count(with_tickets=True)
        + RECOUNT
        + NAMES
        + _note_edits(is_new=True)
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return (
        NO_LIMITS
        + ONE_NAME
        + _note_edits(is_new=False)
        + _count(with_tickets=False)
        + RECOUNT_ALL
        + OLD_LIMITS
        + NO_COLUMNS
    )
