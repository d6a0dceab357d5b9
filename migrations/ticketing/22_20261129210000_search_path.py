"""Functions find their tables whatever the session's search_path is, as in a restore.

pg_dump empties the search_path of the session that restores, and a function that names a table
without its schema then finds none, unless it carries a search_path of its own.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

OURS = """
    SELECT p.oid::regprocedure AS signature
    FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
        AND NOT EXISTS (
            SELECT FROM pg_depend d
            WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
        )
"""

ALTER_EACH = """
DO $do$
DECLARE
    function record;
BEGIN
    FOR function IN {functions} LOOP
        EXECUTE format('ALTER FUNCTION %s {change}', function.signature);
    END LOOP;
END $do$;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ALTER_EACH.format(functions=OURS, change="SET search_path FROM CURRENT")


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ALTER_EACH.format(functions=OURS, change="RESET search_path")
