"""Amounts of money have the decimals of their currency, and as many digits as an order needs.

`numeric` without precision keeps the decimals that it is given, and the change to it rewrites no
table; of the indexes, only that of events by price is made anew, since it is a partial one.
`numeric(18, 4)` would rewrite them all, and answer yen as 1500.0000.
"""

from collections.abc import Mapping

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "events": {
        "price": "numeric(12, 2)",
        "service_fee_fixed": "numeric(12, 2)",
        "total_revenue": "numeric(18, 2)",
    },
    "ticket_types": {"price": "numeric(12, 2)"},
    "bookings": {"total_amount": "numeric(14, 2)"},
    "tickets": {"price": "numeric(12, 2)"},
    "orders": {
        "subtotal": "numeric(14, 2)",
        "discount_amount": "numeric(14, 2)",
        "fee_amount": "numeric(14, 2)",
        "tax_amount": "numeric(14, 2)",
        "tax_included": "numeric(14, 2)",
        "total_amount": "numeric(14, 2)",
    },
    "order_items": {
        "unit_price": "numeric(12, 2)",
        "subtotal": "numeric(14, 2)",
        "discount_amount": "numeric(14, 2)",
        "fee_amount": "numeric(14, 2)",
        "tax_amount": "numeric(14, 2)",
        "tax_included": "numeric(14, 2)",
        "total_amount": "numeric(14, 2)",
    },
    "transactions": {"amount": "numeric(14, 2)", "refunded_amount": "numeric(14, 2)"},
    "ledger_entries": {"amount": "numeric(14, 2)"},
    "discounts": {"value": "numeric(12, 2)"},
    "fake_payments": {"amount": "numeric(14, 2)"},
    "fake_refunds": {"amount": "numeric(14, 2)"},
}
"""The columns, with the type that they had."""

# A column that a trigger names keeps its type: the triggers are made again as they are, whatever
# columns they have by now.
CHANGE = """
DO $do$
DECLARE
    names text[];
    definitions text[];
    one text;
BEGIN
    SELECT array_agg(tgname), array_agg(pg_get_triggerdef(oid)) INTO names, definitions
    FROM pg_trigger WHERE tgrelid = '{table}'::regclass AND NOT tgisinternal;
    FOREACH one IN ARRAY coalesce(names, '{{}}') LOOP
        EXECUTE format('DROP TRIGGER %I ON {table}', one);
    END LOOP;
    ALTER TABLE {table} {changes};
    FOREACH one IN ARRAY coalesce(definitions, '{{}}') LOOP
        EXECUTE one;
    END LOOP;
END $do$;
"""

# The old types would round a third decimal away, and say nothing.
REFUSE_TO_ROUND = """
DO $do$
BEGIN
    IF EXISTS (SELECT FROM {table} WHERE {is_too_fine}) THEN
        RAISE EXCEPTION '{table} has amounts with more than two decimals, which would be lost';
    END IF;
END $do$;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return "".join(
        _change(table, dict.fromkeys(types, "numeric")) for table, types in COLUMNS.items()
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return "".join(
        REFUSE_TO_ROUND.format(
            table=table, is_too_fine=" OR ".join(f"{name} <> round({name}, 2)" for name in types)
        )
        + _change(table, types)
        for table, types in COLUMNS.items()
    )


def _change(table: str, types: Mapping[str, str]) -> str:
    changes = ", ".join(f"ALTER COLUMN {name} TYPE {type_}" for name, type_ in types.items())
    return CHANGE.format(table=table, changes=changes)
