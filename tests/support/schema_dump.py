"""What a database is made of, for comparing one with another."""

import asyncpg

QUERIES = {
    "tables": """
        SELECT relname, relkind::text, reloptions::text FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'S')
    """,
    "columns": """
        SELECT table_name, ordinal_position, column_name, data_type, udt_name,
            character_maximum_length, numeric_precision, numeric_scale, is_nullable,
            column_default, is_identity, identity_generation
        FROM information_schema.columns WHERE table_schema = 'public'
    """,
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
    """,
    "comments": """
        SELECT objoid::regclass::text, objsubid, description FROM pg_description
        JOIN pg_class ON pg_class.oid = objoid
        WHERE classoid = 'pg_class'::regclass AND relnamespace = 'public'::regnamespace
    """,
    "indexes": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "triggers": """
        SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger
        WHERE NOT tgisinternal
    """,
    "functions": """
        SELECT proname, pg_get_functiondef(oid) FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace
    """,
    "enums": """
        SELECT typname, enumsortorder, enumlabel
        FROM pg_type JOIN pg_enum ON pg_enum.enumtypid = pg_type.oid
    """,
}


async def dump(url: str) -> dict[str, set[tuple[object, ...]]]:
    """Everything in the schema `public`, by kind."""
    connection = await asyncpg.connect(url)
    try:
        return {
            kind: {tuple(row) for row in await connection.fetch(query)}
            for kind, query in QUERIES.items()
        }
    finally:
        await connection.close()
