"""Posters of events.

An event keeps the name of its poster, so that lists know it without another query; the pictures
are rows of their own, which no list reads.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

TABLES = """
ALTER TABLE events ADD COLUMN poster text
    CONSTRAINT events_poster_is_a_name CHECK (poster ~ '^[0-9a-f]{16}-[0-9]{3,4}x[0-9]{1,5}$');

CREATE TABLE event_posters (
    event_id bigint NOT NULL
        CONSTRAINT event_posters_event_id_fkey REFERENCES events ON DELETE CASCADE,
    format text NOT NULL
        CONSTRAINT event_posters_format_is_known CHECK (format IN ('webp', 'avif', 'jpg')),
    width integer NOT NULL
        CONSTRAINT event_posters_width_is_some CHECK (width BETWEEN 1 AND 1600),
    content bytea NOT NULL,
    CONSTRAINT event_posters_pkey PRIMARY KEY (event_id, format, width)
);
-- The formats are compressed already.
ALTER TABLE event_posters ALTER COLUMN content SET STORAGE EXTERNAL;
"""

COMMENTS = {
    "events": {
        "poster": "The name of its poster: digest and size of the largest picture. Null without.",
    },
    "event_posters": {
        "": "The pictures of each event's poster, as they are served.",
        "format": "The ending of its address: webp and avif for pages, jpg for previews of links.",
        "width": "In pixels.",
        "content": "The file: upright, without metadata.",
    },
}


def _comments() -> str:
    statements = []
    for table, texts in COMMENTS.items():
        for column, text in texts.items():
            target = f"COLUMN {table}.{column}" if column else f"TABLE {table}"
            statements.append(f"COMMENT ON {target} IS '{text.replace(chr(39), chr(39) * 2)}';\n")
    return "".join(statements)


async def upgrade(db: BaseDBAsyncClient) -> str:
    return TABLES + _comments()


async def downgrade(db: BaseDBAsyncClient) -> str:
    return "DROP TABLE event_posters; ALTER TABLE events DROP COLUMN poster;"
