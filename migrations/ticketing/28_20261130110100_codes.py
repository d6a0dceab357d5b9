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


MODELS_STATE = (
    "eJztXWtz4jjW/isUX7anirerO91z2dTWVhHi9LBNIAWkLzuZcim2IN4YmfEll9md//5Kvu"
    "ALsrEUAsKcL92J0eOY58hH5yr9t+1bxj32LTJ/2w1Myx8480vHxHb7tPXfNkELTH8oHdNp"
    "tdFymRvBrvno1g5xiI3WbSe8im4930WGTz+YIdvD9JKJPcO1lr7lEHqVBLbNLjoGHchutb"
    "oUEOuPAOu+M8f+HXbpB7/9Ti9bxMRP2Et+Xd7rMwvbZu7RLZP97fC67j8vw2tn1rxP/Itw"
    "LPuDt7rh2MGCpOOXz/6dQ1YAi/js6hwT7CIfs7/guwH7BuwB42+bfKnoYdMh0VNmMCaeoc"
    "D2M9/4Vk+vtXV9OJrqE22q620BjgyHMH7po3ohAXP2CP/395OTDx9+Pnn34adffvz4888/"
    "/vLuFzo2fN71j37+K3qYlK3oViFn/U/94ZQ9kEOFGImXXfgrxCAfRahQGCn7yF9n/5wy6F"
    "sLzOc/QhT4N2PI2+SHojQS7qvEkVxI5ZFOw10IxMXIHBH7OZ4IFVxP+5faZNq9vGJ/buF5"
    "f9ghb92pxj45Ca8+F66++emHvHBWN2l97U9/bbFfW/8eDbWQXsfz5274F9Nx03+32TOhwH"
    "d04jzqyMzM2eRqwhodmZGy4TuuLvqmZVGb3zeOhONHU0bAO3zjctyz51xjfoqfynmPEQXW"
    "6Zc5wPeq6j3Svk1zr9DwS3fc+7U7fnPZ/fZD7jUajIafkuEp3cPeYHRWINwLbv+DDY5eK2"
    "c8AwHK5SkX1jB5nJSOUY36/SgZ/ICJOP1ZFCh4We5v8cxx8Trz/5qMhnzeU0TRjLIMv/W/"
    "lm15B8h+BZGMimqlU9QvBRuI3aCodNDMx64I7SsAsC7PuuG4LrYRe0yuvilfZNeRUmvt4f"
    "C/taWW+c6z+4z/xi7cIuP+EbmmvvaJc+KUjV3/aHGyKF5BBM1DItk3Zt8vjS6cOc49/b8q"
    "AJEb0tkQf7iNBnsQfjjO8IOLZ9jFxOAsn+WKJAcCe13CXg88LB4OyIDAUj80Sx3IZ1cc15"
    "SY+FkUuEmy3P8RIOJb/vM696XEZyFNmvUn7z/+/PGXDz99XBG+ulLF8zqnvuMjW0cLJyC8"
    "OD42rAWy+dwWoUWfKMK+je9xgFxXEHmu9fqX3cGb9x87J+ESShdQyw+/d7K4fnz3Q9HxCV"
    "xmdHDmb+8OuSUuTwbTCEOFOgdPuo3J3L+jv36o4Dgh8kPR0Yw/OGGfFKKIPvIDj8+vRoJF"
    "yHGfPg+Kbb98LHGF3h3T7SUmZuzTCNDdvtKG5/3hp9NWjL8hvdHwoj++1M5PW5TymeUusE"
    "mvdoc9bTAIr7Ivbdvs6li7uB6es4vUEg7o49Fr2rer/phdwk9Ly8XRVBQU5/ufasjzfTGN"
    "lQqUfVQIjUXunc6ygqJ5xiK2gRnHA8kwJpxUphijeefp4gnlPHILYlbM3GqSlC1Pp245Zj"
    "qHY0M7jo0RKYmb5JEFMdOX/dVsjNWV3cr2bDQa5MR61i965teXZxrVqAUTZN3Mi9S8bgYc"
    "JVpJeh4InAtw/oBdj5u3L/VWMojdOSvvD8RTMVzMvrnE8pBHNtAKaHDdUbA0JaWeR4LUVZ"
    "e6OimqHqIOjUk9cozNqjzV+rjOhmSVESP0GYXsMWWlRvQesldtD9PFydfvkHfHEwZB7nNJ"
    "3VMeWDTMnn3sHaBKq+I3ri5Yaa8v3fFZf9gdf+ensc441Qhn36daF8wKWGD2vsC4/rnlGS"
    "xyXr3AFMdtXmBcXzdjCCwwsMAkc0FYGAVgk5JnOxCJWrqm7+PFJj2TjqmlYyw6HGqujlSp"
    "qKHdj0aZQPGPIuRH+jCECotgHQuCgEogheLrHvVm6czkVE90XReVhiFSUIHVms0QclUT/5"
    "gFJOxxbN0Glk1NFO8t+3v/bL8S2Rtn7G+/Q1zhSOMKkK44Rqkr5OHdYeO+TyodvOyQzib/"
    "jg3WqUoF9+443TvwMfbvY0i6F0D/C+m3PI9XI1WueZLxTeJ8ez6FgQgpiRVV7KWRQzWi6n"
    "3n22lQCiVYB8rlKb+n31OE72Q8kC1BNmw61sji8Dm3y6P8HUrGwzYQ0MF9QEYmK6r3opbI"
    "ujM9A4HJLj7ZXWxg60EqMFeANnAFgcjcK0Xm6tR4idV3KVDaBbG5fcbmDDpNRNaNZDx4GR"
    "KrhvNYFryo3OzjsTR4AZt91LaR+O50vUb+Q3Ct21fauKcNp6yD3zUw8W/IRf8b67+fWU+q"
    "dN8/IJsXDa3cFmSFOcr9QE5U3w9ENeXymtuBwJ62+9PfCtTKgRwidWxRr8d1FqKObx4Ju2"
    "qoHDiNZEUdQ4sTVaoj5hUU5KyynNlqGXiYU6RZqkyzkAap0a3lqBN+dGqHsx84G4Jv5DaH"
    "BZL5JEeruujUzaCAWA6xFtE9tgecoJeWw73YU1OM5BqO2od3nffvantqbCImoVdRogtQ4H"
    "oD11SNciZzVUZyx+nIdweiGhgzEkq3CANii8Sa2MZyRf55JJjaKpvasH3bVl8a6Icqp7pZ"
    "+XfohzpGqatTdaGx+H1VyUVmQGdDvUWYC4BiiyMttvAt3xaqtlgBVM48K1tukX1MAdILsC"
    "ZkRXfNPNVyvDx/OecrALAtybZwUjSLalAkFMqKqva5cEKDQUwC7d5o2NPG0/AcEAO7/g25"
    "HH3pa6ethfNg4Rsy/VXrTsf0d3pz5Lv0yuRqxMZ7S4eNZieJaGON3iQ6SiQ6Ku+GjChwfN"
    "pKn2nv9UnM/NcT+18oEJMFNtC5OBBnolYgBhNT6lCQFAYCVlrATAR/OkTQ0k4xO9TH19Oe"
    "oDZW1gox0BIZYntoZSFNav/aXpAzJki3PPqwLmsb4hh5VeetlNwBDl4ROHhl6Vq844Ar07"
    "QrDFQtb8jPwimGr122fICnGCLDp6pK1FE5H3cvqNthumhG3Y5ub9r/Ql2O6F7MDbm8GmjT"
    "6EDDxTLMnPIPNFTDGWF7IcbxYym5pfAdCi66qS0quU/aUBt3B6etGM+OlJxo4y/RkZIedh"
    "9UkcoSPS8wr2qnnlQy8B1KhcSWrYhIhtQ6pyRTJPXUh4M++80hthXfae+CyBTzyZZa8uAN"
    "CoVtb9slZGNPpzPaFfaaC1AoUVHZcY6ExS/+rCHlkupPkLFSMqZrKXVN2Ilh+qozVMCx4e"
    "L34+S8Vn3ftj2cLGVxc+4LSM/c4eho/1GAdZ8u8C53/6dKqrMw4HcDvxYx7MCLPTWBqNQa"
    "FuJRAvEoH7sLjjtfEdxOAJBdF49r24jMAzTnTPF6Hl8Wv0OXDxNRh08bnrYwuSHn1NEzw7"
    "Quy+iq4ewh23YePd3FdOVzOaHCSm2zDgZ1I6BuYvro3yXejOdj1yE/i94h+0mN4cGSz8x/"
    "Huflyj5FgLaX2KLJnSNi/SmzTVMB2aSE5q73+nB8ZOtUL9zTZxPpNVsHQrcZn9wk9Ok5tk"
    "h3JB8MJPNJdnFJIWy1B1rEHp0b+v4XET80nox3WGwmF2Awh9d3XPJtrM/oO84LEm5oWsjg"
    "wAyRLekW576IA+5l2kagHbv5eRBox97qYgHt2OVUN6sxF9qxj1HqAu3Y3D07PY4bfxbDLz"
    "6PsY1K+i3TNutp+NOUXl/1Wh/YnPgreQuSq8nc2EUH+1UYF9zYx54d1qnTza5HAcd6Te3t"
    "IcW4LfZutJDXQq3HO8fGp/SHpWX4gYtbltdiT2a2bp9b4f07rZnjLpDfQsRsPVqmf/e2mJ"
    "PY3l1f0Fq/i82Boc2+Tpt9JFkRtylFNKKafNceU/j+CFjSq/FNipFvz5R2iM8tETqzCHKf"
    "S6zoFFRMrz370WatB0ZrlVpgUzA7iekcPusPu+Pv/FmcjM/aQWffp1qXMq/YPjOT6KzSjc"
    "t0bly9dTo+BhV2nznSZRGO4d5jShNOR9wp9epo9Qt0j6+ipp8qpb42bJNOn1GAHncTgUo/"
    "UpXu4ngzFRFnJwcCf0fC37FMvFg6PutA1u8xpxyxnHwOFEQgIYKwnpB19jr8c+krjwNaw8"
    "LqKm3YOK5JjRQpRcSBwrsgc3j9QuIcgRR0lDtUfIQdKhTboUJIdawAjeB21wpjhiw7cIUI"
    "z0Cgpkiccfy0tFwste1cDgk1RSrXFFF3XEbEGRjIV2X5utgPXKIHLudQxCp/O4sC7SmxtS"
    "AUlzX19VIrUDvGs4CYm+K02VGdOmFaNwRAlBaitBClhSjtEYkAorSKRGnjRKGwEPI4EIC0"
    "ACBGCzFaiNEeMLcQo206415gGBhLnQ1SgEIUT7UwA0STjkLM6kSTPlGhV8WR0s87GyJIcx"
    "TX70Po6PhCR1CzvU+n2fEs/uGh5f5yBtIk5rfW3BT+L2DTJuPBh5AJv6X911QbcDqwu66L"
    "ShrKONiCDGzLe7UZ3f7HLCBh7K91G1g2XRS9t+zv/bO9e9FEyuK335VqK+inEerP+LnK0u"
    "CN3GRzFOLfYH4cqfkBXUt7Mz4EM1aQpXpBqI0+DHaXriXadF0AQuN1kf+qxutcdoR4j2K7"
    "HKcImPJQUQUbN21j46ZXNlkH2KTaUmN78FfZq2vDNhmrdgjQ2eb+FkTKjtVUFddkjdVgB6"
    "KxaiVroIJIFX/E4h0LWO8InASrsqnWvup+v9SG09NWXPPEjqC9uB6GB9Cy8t12PeG89kE4"
    "hsEvJKoniQxcaWFM+73P2nRCF7Jom/YbcqFp9NcZxvTnafcb+8VHT+y362H36mrQZ0cFB4"
    "RaCraFFRFW1OAsfpCICQGUbTWmWz5eyEoghTboUOAdS2FPCUzg/jQ8WIudgyPMfh4H/Mvy"
    "n0+hCdqua1iQA9ReQ+21sqRuvfZancDdJbLsqohd+nlnQ6huQUdChO5II3QGCjyh2p8VoB"
    "EKYtcpnsYHbM5Go8/94Se9Nxpe9MeXzP9PLFdK/cxyF9i8IaPxuTbOjomcu8yIOPCjj7XL"
    "/pAOXkWAdBcv2DO76ZiLbn/AbpKMYC0X+XtMr8fD7Iho94fsmO7Xbn+aHYIeEV1jzWLA6Y"
    "ZoX9h4OhGGn9j4yCsy7hCZ4/TT7rCnDQaZz5lE7fCp4ihKdkxy7F121Lg7nFxQkkYX9N9w"
    "UHxYr+7MWBPy6k76p/4Xdkp0bJzOrQd2XnT82VjrafTj1d+g39zAdARFX1Be9VVIZ0Y51V"
    "dxnS/auH/xXdcuKbOnrQfsWrNnHbOFgvHBZH/VnUy+UjEyXjx63yXyvEcqRZkYz4eTOgvz"
    "SfnKfFI0fvZSIgNmPYQWILRwxPzvKbIM3KehGcmIDrD/Qvb3nxAGOSRcziSUUAEIEpCVAO"
    "uvDzhNHfVcvBS9OyevzRydOCYk4ukxh4l6eqetGH9DJtrwPLziYWImV6bhr3HifqLFjpTH"
    "PJBP3S+afn112pqjB6wHS5Y1/jwcfR2ynPE9cR6JGhlj5Pt4sfQ5Ui19n7IQOMR8rd8MP/"
    "kSVa4ZWPOa+RtW4ZoVt408X8eu6wgVk+dRsHeGeLBxgT0Pzflpzuvr/jmf9zyqwHsQWOZb"
    "hlUn5LgN+qMIU/SKZCd/+E2hSB9UmBeGhMW3oElhzVuxDkS8pRXNauVy6f+b0rmrIZ0aGV"
    "16DZK6kNSFpC4kdSGpC0ndBiR1YdulfZZrznw6SyWzLBxwY4JiO5YDuJ/lAmmu+2k6BEuI"
    "PAMD9xPczzL3c8TstL6PF1UOaGFQZ4MLmnZrgRd6pF4oNFoeXx0ekJ+qxL32mIEg2JU9Vk"
    "SCANiVPwJEfMvndKGVcp+FNIn5rVVP0O/l60vX4h1dVtk9mQceZQfliUAHpRfc+o6POMeK"
    "VrKchR0lxyJdqqblhXuf6FLtwBz0fhh/rRjTtumeYSzHdB4IJFeR7KMn3eUey1RJcRZ2dA"
    "T/KMiv1CTOA4+OY+FJbBHDDkzMsZ030pyFAtGVRDNbQXI+F6BgbXC4VizMujHEKhBehcjq"
    "kUZW4ezqvdT5wMEL0FZVv61qGTVBtcXk0L5KmqiWSRNVpqIqU0vVG11eDbRpdHWxtHFY15"
    "SpP8rUHWnfrvphuRF+WlquKhtxxkVZskLNwFXWZu3haKhRoEPwDRkNB332m0Nsi2A1xAAb"
    "hb3GRmEQSIRAYoO9Vggk7igGA4EuCHQ1hGgIdO1+NRT1VgtA2AdE1mFdEWk4plCYZg0Ine"
    "/ikZoViT52F5ywwb8m1Keupn+FLCoby/Bb/2vVPGf3cOTAKKmWQ5HyTr4Omt2gXA5RE9K6"
    "JDZrogy0MU0jW6sFCinydG6755nj2BiREg8+BywekkmRr8VsEq3f8RmZo9EgN7vP+kU1cn"
    "15po3fvC+ssTzKiY8MXxc9NL2IA70ucUJmzGHYtShD/goI7Muzv6TMSU39FRDYF2efOPHJ"
    "xXVZXwGAbXG2bcqM/sIMRfEeCsuh/etoOLoOc0T0EZ3ATZvktVWbvCqJoyiL5Uk0ROaR0B"
    "OpWk9kmZ2lzxybG5+rZ25l4Aq/g8rqwpzx9AJRFPEgC4nIBg4z/TLN4Dkk6D6Vdd8Ddj32"
    "9ddEXBouySB2FyV5/0qi3HqUBDbNOMJNM4KlKSn1PBKkrrrUFarxDvxb56myyDszorOpyj"
    "scGw5rVJV3nTcEyrzb4oqrsQrrQBRULeMuOutExIFKEY0otty1z+QFt//BBudlKmc8AwHK"
    "5SkXrj/J46BhQrr+BM7h2y336pigV8jzzvGDZeAqM7Q4apMpyraCpfJhAGg7PFJ7NBK/yD"
    "KaImAVlVhF93aooWrE72cNtTwv4Ez3cm2TjG8S51sLwi4D744q/Xss5PrkUaBFZNJ3EP2G"
    "OOjOjdCw6kVj/kS1GVoct9kQjY5yCF0VMEWP1BRdus6DZWKhAwWzGFhIJBaShEC9PLiwmX"
    "29IsYAYqjlFez/sG3VRLAf/8AJfMMRawLIQGDuS8z95KQjCWO2AAVrFqzZ2tZsvHYNHKpZ"
    "K83Z9YEb7dlkXbSduW6RPVq0bJckrN8h7463phDkPpfkbHK4YivZc9yEcFD5/6qlIW59XL"
    "00VKud9Yfd8Xe+XjvjtEqefZ9q3Q0W7q3rPLKtw8TlUURuSyLqLjXblUm25UZwj70VABZ3"
    "icU9PJLQEnPqshggXaatjFKrL5HPUTIV8zwLAtolaFeoh+mQRKGQ2Vpa66WO3TrGM/pd7q"
    "YsfVJltq6P22S1uhEiysxAFPZIo7CwIe7eYk8ztLDsZy7519f9cz71OVCB/CCwzLcMeoAi"
    "qGAz2qszWgKyyj38psUNyqguk/C38jjwtooGUV1vC0yixppEhV3UpXqyPOhdPQj5uviBKk"
    "S5CH0WCVJWWcpQVFRuEEIa5rXcWZ+dXjANL/Son1rt03IHdzY6tiEs3nUw3IQT3NsjdW9F"
    "t2590Y6tqmkxqHU/qngCnBe/R/KpweDxOoLrbTOXolVWPO3puDucXGjjcJO5sA5tht14n7"
    "n+ZHId7TMX9lAoss8c9N83xnVRx4idUO+nym5NP99kqnp0JNimR2qb0oWXyk1UBlkUrNfS"
    "67WHhbfwyEBUXqWVdQ9cqswF6I6HA9Uye3fQdUWnVuetWCVWAQbUS1EftWbcY85xjBuVSw"
    "ID6uUUjCjtGQhQ/jJFIz7j16AgAgkRIMPAntCpAikCtm+ux7dCvqdjm6Ngc1f2+rjOBl/0"
    "Ed/eOc697lGk7gT7b89WJZ55tK6qOrM+SgF+xs9VU74waNN8j9MOdOlpYAQG5nWtEMwyuL"
    "Utg2+5VNUL5nFQL1hcSevWC0IJSvkL0qwSFCgvgxzN7i2GzeaCiK3QQDsBMjV1zIRb6hfR"
    "pxT2RfI4yNZAacshkh87SgwqW9uVwYIgpAUBvXp7TBcjiZ3wUxDsxP5C7SNayFuAQaBbPL"
    "FwAHsnH8rpdUuXu+v6OTasBbJLYkwuf991MwK9jcEHqMIrqDvXev3L7uDN+5POSThv6ay1"
    "/PB7JzP647tikSfbvSrgZMDq1d6m6N2lH9vUz8buA06kXrsCd6xNtPGXqM42usMN6fam/S"
    "/aaYvtCfmAb8j1hH3Omi1vSK877GmDAbtgsG9v26pU5kIPqZiGP4Twz5p8b7lx9UpjNQGB"
    "xSRrMc0pPyKmUjIebCQZG4lt+GjxbNMzx7ExImW2UgZXzB9R4GstPKsrO84fjUaDHPdn/S"
    "K515dnGl1CCos+HAQMKaNwYYCDgI9Q6sYdInPxoGMOtueg1+QP+zz67c1NuOfiA7Lf/C2J"
    "ToQP6v3th5v2DwdhZqiW35vS596c40tHderVBEV0dCDZd4zJvvB/AfM5GQ/FyzIHW1Fq5o"
    "4rVDiexYDPIt2hIkL5S1vfjpxxCP++ZvjXQEtkWD5Hh5RbiBlIk7KiW0tYJATpFjsy2LXi"
    "ULVAhKPkDhDrEIh1eMjGnu75yBV2ewtQiJWrHCuPhIUJ5x2rI+UYCDJWWsaHl6RED8iK7i"
    "Am33b3S7c/6J4NWFIyuccNuepGmcklinOTg1H4u2E7nipZSbpY3VmmyTvgeFM8P8XBGiey"
    "xjk2R+2V11TFw3dntb07EJPtDgsRmQwHIotEPmDX4/rHFXvyrBBQ+wQJO0jdQMLuOKUOfR"
    "r7TsgVZLEuiAvHxdacfMbPax5Hgfs0jZbfReLAhPFXMt2Sq+lcdtHjKv2Wm4WUBfplcWSz"
    "9rqTXvdca/+1v2RneuR3ZbazOKyzKd2ZAiDdeaTpTsc1JbqKsihQ2dKlmvcWL+ZXLySUYF"
    "XOO7evut8vteGUBX2eF1S/sp2iL66HYf36LCCKRH0OMDa3xMSM1bmQPLTheX/4icojwt+Q"
    "yXWvp00mpy0vCLcFuyEX3X7YMDBDlh3t7c0kpq1kpkqsLjl2fV1u5YnsLEblF0fdVHb0Hu"
    "sLusw7HN1VQf0aEkoJJHb7WzgBz6yvrCVIQUdZTPBRpJggcF1MDE4xAVsMSuJUGUwjlEpe"
    "c3+oobg/lOrtD0WGk0VEl5rKHPR+5vRrRbO3PaHpardYOj6bn6I7tHKgjZjeuy//iowOnU"
    "5ezDSFUH0pHw1rp0SxqW0xA8TDhos5eqei4rQIBPYldufGpuViw9cD1xYhv4gD7mWsdlcm"
    "MJ+DQUOubJRnT1kR4P50r1u3Af+n5efiVen7F52Fpxjru9b0LGgXuEIGZgYCjIszThyx7R"
    "aS8cC1TOuS79tSVSV5JJRKq1wqDQV4bSjAg1IsKMADqdeRukKbMsRHQm8sUlqN6dSpUKKj"
    "oTzpSMuT4h05JPedhgKlwwxdAfkhV+pvwPv6nG/NDJ65zkKX2kK9iGwSvbvezduRE0EeB+"
    "FYaX2+QJZQ9m0FgHCVTGiQm+u/vu6fl8UG+en9ILDMtwx2gIqmgvSodChyl7KOUPhNi4rj"
    "HhP9Dnl3PMVRflJfHgcn9RUnct2T+g6wRNqZsXoZ4S3WRxcX2phVO8d4tsF6T7uaskvs5O"
    "Slz66da71Bf8iumdiwLcKuMe/+fNz9OjxtPVr+nemiR3JDtG9X/fB++GlphffTompqrE4p"
    "dfRonkSwKI9sYLDoQIJDtQLr0U4bMoHgLBCSJ0rLGKL9EPfdcdz32quO+aafdzbEe5mTB7"
    "HeI431ws67uywJpZSJ1aEnAIgEiLMNcZddss1WEVFlksUA5xKFh/QpdFHScyBgXaKpwrE5"
    "hNcLyiTYHYZkjMDznUXUfi0Sk+ldT6ajS2182krucENG40/dYf/f7KLjzhGx/mRXJ73ucM"
    "iueQYihF3pnl/2h6ctZC4soka0xfL06Kw+jrG5YZPJFLfDTSYTS/Rg95hcIs97dKijw48f"
    "V/WsF4CgoyRsnyefLa22HuanhbZr4EBBAi+RgNCODQUYMC/OfJh+8vQHZFumzuoIRINy3B"
    "tABFblCCx6RJZPRYZda2YZiH/WSuVCX3IH2FdaYM2nxtI8wB4nCr7JxlrBgG8Bvm1E5gGa"
    "S3sjWbzCK01bG7LMLUsAs9TvDZn+Sv/0nYxjcVLDrzgpdStO1g7UJo+IsPwNixxxMvVd10"
    "UlRRLr0IIEbMt7tRq39j9mAQn3oGzdBpbtW8R7y/7ePwWdxG3ZAL/9Xqziof/rM8eOs/Ui"
    "0ekMTOE5raz1FAZBJagv4oB7ce6j/W9l8sh5JNiqKtuq0GrZhlZLKL6AVkuQ+mGV3HzBJK"
    "g8+jozoLOh6OaBDYWqG6i6gaqb17aqbacsIFhOeBYDnoxEDJ4unX8KFjtlMTvMj19Pe3uK"
    "emx/ptM56wcmh/UL20FlUz0DKtA+Y6hGTfbz0fXZQGtdjbVef9IfDfMWTvhhPug61rqDNX"
    "1C5hI0Z1HAcw2enUcic0pKBgVNw9JNqxCA3be5IsE+BwoSgDDsbiShUCgBwrC7D8MubUR0"
    "cU6LMCAW4tvHGumE+PYxSl2x+PYEbzzzdH1cp060m53lAceeHnHUO5oFojLIosChl3bo45"
    "dPxJ3MQCDxIOFHPgkFCJ9eEBg8IKa3ERnknKhWQSzvEDUglkus6/glqbIKfrMgoLkOzYjM"
    "eS2kFRyvEEBwHYI96vjq3hIZsSFam+ciEOiupzYepdgu4IDsMrLV8RG/4tsJ9rwNHmJxVG"
    "eDf/iIb6l3GALAOzxS71Bqj2LYIXpLvqGLfYmdXgtA2Oq1U3AU6271auIHS+yI4hQBKV6J"
    "Y4khqXIk4fV8fZzHTpTGRELuRWwDJX8gkq6V3YfdlRsrZqWcoTvHuT/HtvWA3ecNHtH60M"
    "5mt4iB6BQIURY0jByrc4SJuXQsmWOh8kBwkqSdpAX2PKoJhCWQx4EApAUQcrZGfUU/STwe"
    "cpcypz4Ht//BBsd4qkgXpxCgXJ5yYQWTx4GCkVYwezp4UbFQzH64dwwjcF2piEwBCh6bch"
    "7bgR9qtaRGdOyaCUi3faUNz/vDT6etGM/2Lxv0v0QHXcUuHTua6qLbH7BLM2TZWJHDqZDv"
    "48XS58ipVA9mIbtbhN69rhbcWhU/oWaThG7LwKCbSGm1Fr3jekB83qET1VJeA4OsVZZ1mA"
    "qI1Z1sJiEPB3mrLG96qyX9dlgvs11K10QOskEuwtYWR+y6jtge9QkAct8S7c2BG3WJL0Sm"
    "cgEF0xg6NY+3qEC5FKQWp3lqpCDzQzs1U5BJHgkykEeagYTdePYYHQ1coYMM4+GQhZHZ/5"
    "yF88W28k8hO9zCf3+Ur23WD2er7fjcD9Py2Pc3dWpVebxuvXrBdM5tFPan2qOv4SGD4ZJy"
    "Qz5Ra+60NXcIjiLoYaSdhdCTSP3eY+hRcbyI3k4RoLpljld28YPlBJ4uzjwHqvCrcCgSkI"
    "uGl94EoqQqR0lj3at7FuF1slTLfA0MslZZ1rB3XhsChxA4hC3eQOqHFS7uYtcy7tr8AHH8"
    "YWdDSBilw5SJAx9LEPiFS07V3mwlKzoLJYgu6YfprhZOCv3xxxoBATqq/LRQ9lmhrI6+Vw"
    "IMx8MbyO77d+/qhFvevSuPt7DPCmaUQ3xMOKvpvyajYYn9lEKKy6hl+K3/tZoXwmVkVDv+"
    "RR+/sAiyG5zte1Oav/4fikB7VQ=="
)
