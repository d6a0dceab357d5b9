"""Names are found in any case, accent and Unicode form; user names do not differ by case alone.

What is searched is kept folded beside what was typed: folding costs more than comparing.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# Combining marks of Latin, Greek and Cyrillic go, and what has no width; marks of other scripts,
# such as Thai vowels, are letters of theirs. Letters without a decomposition become the nearest of
# the alphabet, typographic apostrophes and dashes those of a keyboard. Written with RETURN: its
# names are bound for good, and the planner puts it into the query, where ASCII costs what lower()
# does.
FOLD = r"""
CREATE FUNCTION fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN octet_length(value) = length(value) THEN lower(value) ELSE
    replace(replace(replace(replace(
        translate(
            lower(normalize(
                regexp_replace(
                    normalize(value, NFKD),
                    '[\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060'
                        '\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+',
                    '', 'g'
                ),
                NFC
            )),
            E'\u0131\u0111\u00f0\u00f8\u0142\u0127\u0167\u03c2\u2018\u2019\u02bc\u2010\u2013\u2014',
            E'iddolht\u03c3\'\'\'---'
        ),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
END;
COMMENT ON FUNCTION fold(text) IS
    'The text without case, accents and Unicode forms: what is compared in a search.';
"""

FOLDED = {
    "events": {"title_folded": "title", "venue_folded": "venue"},
    "venues": {"name_folded": "name", "location_folded": "location"},
    "users": {
        # Nobody can type the character that stands between the two.
        "name_folded": "name, full_name",
        "email_folded": "email",
    },
    "orders": {
        "contact_name_folded": "contact_name",
        "contact_email_folded": "contact_email",
    },
}

# Not generated columns: in the triggers that count edits, they would make a row of any save differ.
# By its name the trigger fires before those.
KEEP_FOLDED = """
ALTER TABLE {table} {added};
CREATE FUNCTION fold_{table}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    {assignments}
    RETURN NEW;
END $$;
CREATE TRIGGER {table}_fold_insert BEFORE INSERT ON {table}
    FOR EACH ROW WHEN ({is_given}) EXECUTE FUNCTION fold_{table}();
CREATE TRIGGER {table}_fold_update BEFORE UPDATE OF {columns} ON {table}
    FOR EACH ROW WHEN ({has_changed}) EXECUTE FUNCTION fold_{table}();
UPDATE {table} SET {filled} WHERE {is_there};
"""

# The oldest keeps the name; later ones are numbered, from 2 on, skipping names that are taken.
NUMBER_LATER_ONES = """
DO $do$
DECLARE
    later record;
    number integer;
    candidate text;
BEGIN
    FOR later IN
        SELECT id, username FROM users AS one
        WHERE EXISTS (
            SELECT FROM users AS other
            WHERE lower(other.username) = lower(one.username) AND other.id < one.id
        )
        ORDER BY id
    LOOP
        number := 2;
        LOOP
            candidate := left(later.username, 63 - length(number::text)) || '-' || number;
            EXIT WHEN NOT EXISTS (
                SELECT FROM users WHERE lower(users.username) = lower(candidate)
            );
            number := number + 1;
        END LOOP;
        UPDATE users SET username = candidate WHERE id = later.id;
    END LOOP;
END $do$;
"""

UNIQUE_BY_CASE = """
ALTER TABLE users DROP CONSTRAINT users_username_key;
CREATE UNIQUE INDEX users_username_key ON users (lower(username));
COMMENT ON COLUMN users.username IS 'As it was typed; no other differs from it by case alone.';
"""

COMMENTS = """
COMMENT ON COLUMN events.title_folded IS 'The title for searching; kept by a trigger.';
COMMENT ON COLUMN events.venue_folded IS 'The place for searching; kept by a trigger.';
COMMENT ON COLUMN venues.name_folded IS 'The name for searching; kept by a trigger.';
COMMENT ON COLUMN venues.location_folded IS 'The location for searching; kept by a trigger.';
COMMENT ON COLUMN users.name_folded IS 'Both names for searching; kept by a trigger.';
COMMENT ON COLUMN users.email_folded IS 'The address for searching; kept by a trigger.';
COMMENT ON COLUMN orders.contact_name_folded IS 'The name for searching; kept by a trigger.';
COMMENT ON COLUMN orders.contact_email_folded IS 'The address for searching; kept by a trigger.';
"""

RESTORE_USERNAMES = """
DROP INDEX users_username_key;
ALTER TABLE users ADD CONSTRAINT users_username_key UNIQUE (username);
COMMENT ON COLUMN users.username IS NULL;
"""


JOINED = "fold(concat_ws(chr(31), {names}))"


def _expression(columns: str, row: str) -> str:
    names = [f"{row}{name}" for name in columns.split(", ")]
    return f"fold({names[0]})" if len(names) == 1 else JOINED.format(names=", ".join(names))


def _keep_folded(table: str) -> str:
    folded = FOLDED[table]
    columns = ", ".join(folded.values()).split(", ")
    return KEEP_FOLDED.format(
        table=table,
        added=", ".join(f"ADD COLUMN {name} text" for name in folded),
        assignments="\n    ".join(
            f"NEW.{name} := {_expression(of, 'NEW.')};" for name, of in folded.items()
        ),
        columns=", ".join(columns),
        is_given=" OR ".join(f"NEW.{name} IS NOT NULL" for name in columns),
        has_changed=" OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in columns),
        filled=", ".join(f"{name} = {_expression(of, '')}" for name, of in folded.items()),
        is_there=" OR ".join(f"{name} IS NOT NULL" for name in columns),
    )


def _drop_folded(table: str) -> str:
    return f"""
DROP TRIGGER {table}_fold_insert ON {table};
DROP TRIGGER {table}_fold_update ON {table};
DROP FUNCTION fold_{table}();
ALTER TABLE {table} {", ".join(f"DROP COLUMN {name}" for name in FOLDED[table])};
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    kept = "".join(map(_keep_folded, FOLDED))
    return FOLD + kept + COMMENTS + NUMBER_LATER_ONES + UNIQUE_BY_CASE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return RESTORE_USERNAMES + "".join(map(_drop_folded, FOLDED)) + "DROP FUNCTION fold(text);"
