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
    "eJztXWtz4jjW/isUX3amirerp3tum9raKkKcHnaISQHpmd7JlEuxBfHGyIwvuczu/PdX8g"
    "VfkI2lEBDmfOl0jB7HPEc+Ojcd/bcb2OYDDmyyeNcPLTsYuYsr18JO96zz3y5BS0z/Uzmm"
    "1+mi1aowgl0L0J0T4RAbbThudBXd+YGHzIB+MEeOj+klC/umZ68C2yX0Kgkdh110TTqQ3W"
    "p9KST2HyE2AneBg3vs0Q9++51etomFn7Gf/rp6MOY2dqzCo9sW+9vRdSN4WUXXzu3FkASX"
    "0Vj2B+8M03XCJcnGr16Ce5esATYJ2NUFJthDAWZ/IfBC9g3YAybfNv1S8cNmQ+KnzGEsPE"
    "ehE+S+8Z2RXesahj6eGVNtZhhdAY5MlzB+6aP6EQEL9gj/9/cPHz5+/OHD+4/f//jdtz/8"
    "8N2P73+kY6Pn3fzoh7/ih8nYim8VcTb8NNRn7IFcKsRYvOzCXxEGBShGRcLI2EfBJvsXlM"
    "HAXmI+/zGixL+VQN6l/ylLI+W+ThzphUwe2TTch0A8jKwxcV6SiVDD9Wx4pU1n/atr9ueW"
    "vv+HE/HWn2nskw/R1ZfS1a++/7oonPVNOr8MZz912K+df491LaLX9YOFF/3FbNzs3132TC"
    "gMXIO4TwaycnM2vZqyRkfmpGwGrmeIvml51Pb3jSPh5NGUEfAe37gC9+w5N5if4edq3hNE"
    "iXX6ZY7wvap7j7RfZ4VXSP/cnwx+6k++uur/+nXhNRqN9U/p8IxufTAan5cI98O7/2CTo9"
    "eqGc9BgHJ5yoU1TBEnpWNUo/4wSgY/YiJOfx4FCl6W+zs8dz28yfy/pmOdz3uGKJtRthl0"
    "/tdxbP8I2a8hklFRr3TK+qVkA7EblJUOmgfYE6F9DQDW5Vk3Xc/DDmKPydU31YvsJlJqrT"
    "0e/ne21DLfef6Q89/YhTtkPjwhzzI2PnE/uFVjNz9afliWryCCFhGR7Buz75dFF85d94H+"
    "rAtAFIb0tsQf7uLBPoQfTjP84OE59jAxOctntSIpgMBel7DXQx+LhwNyILDUj81SB/LZFd"
    "ezJCZ+HgVukiz3f4SIBHbwssl9JfF5SJtm/Ydvvv3h2x8/fv/tmvD1lTqeNzkN3AA5Blq6"
    "IeHEu65cgl/4zJaBZY8Im/YSOe8u4p9HyHQNjfrNlTYZDsp+Tegxm4IzPQf3yKvwaHKYVt"
    "gh1PZ/NhxMFsE9/fVjDYmpEfKx7EcmH3xgn5SChAEKQp/Pr0bCZcTxkD4PSky7Yqhwjd4f"
    "090VJlbisgjQ3b3W9Iuh/umsk+BvyWCsXw4nV9rFWYdSPre9Jbbo1b4+0Eaj6Cr70o7Drk"
    "60yxv9gl2khm5IH49e0369Hk7YJfy8sj0cT0VBcX7zfQN5flPOUmUCZR+VIl+x92awpJ9o"
    "GrGMbWFC8UgSiCkntRnEeN75hni+uIjcgZgVs6baJGXbN6jXjZnO4ZjIrutgRCrCIkVkSc"
    "z0ZX8zI2J9Zb+yPR+PRwWxng/LjvfN1blGNWokTzrIDios41jNG1bIUaK1pBeBwLkA54/Y"
    "87lp+UpnJIfYny/yzZE4IqaH2TeXWB6KyBZaAS0uKwpXlqTUi0iQuupSVycDNUDUobGoR4"
    "6xVZeG2hzX25KLMhOEMaeQA2ak1AjOQ3Kq62O6OAXGPfLvecIgyKuIrpWAZcPsJcD+Eaq0"
    "On6T4oG19vrcn5wP9f7kCz9Ldc4pNjj/MtP6YFbAAnPwBcYLLmzfZKHx+gWmPG77AuMFhp"
    "VAYIGBBSadC8LCKAHblBvbg0jU0jXDAC+36ZlsTCMdY9PhUFJ1okpFDe1+MsoEansUIT/W"
    "hxFUWASbWBAEFPooFF/3qTdLZyaneqLveagyDJGBSqw23OsgVzXxj3lIoi2MnbvQdqiJ4r"
    "9jf++f3Tcie+uM/e13iCucaFwB0hWnKHWFPLx7bD4MSa2Dlx/S2+bfscEGVang3p2mewc+"
    "xuF9DEn3Auh/Jf227/NqpKo1Tzq+TZzvzqcwESEVsaKaVhkFVCuq3vfeLYNSKME6UC5P+Q"
    "P9niJ8p+OBbAmyoadYK4vDF9xdHtXvUDoeujzABu0jMjJZUb0f73lsOtNzEJjs4pPdwya2"
    "H6UCcyVoC1cQiMy9UWSuSY2XWH2XAqVdEJs7ZGzOpNNEZN1Ix4OXIbFquE9VwYvaXh5Plc"
    "EL6OXR2Ebiu9PNNvIfg2vdvdYmA02fsR38nolJcEsuh7+y/fdz+1mV3fePyOFFQ2u6fqwR"
    "0O7jIO0+VNMdb9ntAzrSHk49K1AKB3KI9a1NnRrPXYr6tUUkNM1QOS4ay4r6fTYnaNREzG"
    "soyFllObPVMvQxpwazUpnmIS1SoztLQaf8GNTMZv/htPPeym0BCyTzSY5XddGpm0MBsRxi"
    "bWL4rMWbkBNWQL3aEVOMYmE/jE2zNG4qRmMJePJMUhXImYh1ycI9ZwrfH8lrzZiRUJhlGB"
    "BbJtbCDparvy8iwUxW2UyGzmo7fWlgq1I11e1KjcNWpVOUujoFERqLvddVQ+QG9LaUQkRx"
    "fKiDONE6iMAOHKFCiDVA5aSwspUQ+ccUIL0Ea0NGc9/MUy3HS8FXc74GANuSbAsnNPOoFk"
    "UxoeKnrgWFGxkMYhLoDsb6QJvMoiM6TOwFt+Rq/HmonXWW7qONb8nsJ60/m9Df6c1R4NEr"
    "0+sxG++vXDaaHfKhTTR6k/iUj/iQulsypsDJWSd7poOXDjHz30jtf6FATB7YQufiSJyJRo"
    "EYTCyp8zoyGAhYaQEzEfzpEkFLO8PsUR/fzAaC2lhZK8REK2SKtbfKQ9q0M2t3Qc6EIMP2"
    "6cN6bEcPx8irOwql4g5wJorAmSgrz+YdxFuThF0joKAYzg9864riIzw/EJkB1USifsjFpH"
    "9JvQrLQ3PqVfQHs+Fn6lHE92JextX1SJvFRwkuV1FilH+UoBq+ButCmISHpeSWwfcouPim"
    "jqjkPmm6NumPzjoJnh3mONUmn+PDHH3sPaoilRV6WWJeyU0zqeTge5QKSQxXEZHo1PimJF"
    "MkdcT10ZD95hLHTu50cEHk6uxkqyB58BZFunbX8Ag52DfojPaEneISFCpQVPaLY2Fx6zKb"
    "SLmiNBNkrJSM6VpKfQ92Vpex3pPZ2G/hog/jw7xV8Z6wA5PnJNn1ynl/YjK2s5q7w8nweq"
    "ENhlf90Vff9T6UfO3UMvj2fXn5D+j67XEbK9VSnYcBv1v4tYnphH7iiAnElDawEE0SiCYF"
    "2FtyvPWa0HQKgNy4eFTaQWQRogVnijdz6PL4PXp0mIj6c5p+1sHkllxQP86KkrIsH6uGL4"
    "ccx33yDQ/Tlc/jRAJrtc0mGNSNgLpJ6KN/l/hzngvdhPw8eo/spxWCR0s+s+55nFcr+wwB"
    "2l6i95G3QMT+U6b/UQnZpnTkvrtsuAFyDKoXHuiziewU2wTCXjE+uWlk03cdkb2NfDCQzC"
    "fZwxVlrDUBlA3kyTih/OBJOtfusdhELcFgim62MgocbMzpK8wL8W3ZUZDDgZUhW28tzn0Z"
    "B9zL7OmAvdLtz2LAXumdLhawV7qa6nbtmoW90qcodYG90txmmD7HSz9P4Jc/T7CDKjZDZn"
    "ugZ9H/ZvT6eiP0kc2Jv9K3IL2azo19bC+/jsJ+WzeZ54f1mmw1N+J4YrMd512dYrwOezc6"
    "yO+gztO96+Az+p+VbQahhzu232FPZnXuXjrR/XuduestUdBBxOo82VZw/66cctjdXV+x73"
    "0fXXdhD3yTPfCxZEXcpgzRilrwfXtM0fsjYEmvx7cpBL47U9olAbcC6NwmyKuICuZA5ezZ"
    "SxB3QT0yWuvUApuC+UlM5/D5UO9PvvBncTo+bwedf5lpfcq8Yk1gpvEZn1uX6cK4Zut0cn"
    "wotIY50WURjq8+YMYSThXcK/XqaPVL9ICv4y07dUp9Y9g2nT6nACPZCwQq/URVuoeTTici"
    "zk4BBP6OhL9jW3i5cgO2f9h4wJxqw2ryOVAQgYQIonJBti/X5Z/nXnvOzgYWVldpw8b1LG"
    "qkSCkiDhTeBZlD35fCLfwzCLSPgPYR+2gfIaQZ1oBWcLtvfTBHthN6QoTnIFAyJM44fl7Z"
    "HpZq+VZAQsmQyiVD1NuWEXEOBvJVWb4eDkKPGKHHOUywzp3Oo0B7SrT1g9qxtr5easVhJ3"
    "geEmtbGDY/qtckCutFAAjCQhAWgrAQhD0hEUAQVpEgbJIHFBZCEQcCkBYAhGAhBAshWHW5"
    "hRBs2xn3Q9PEWOrYjRIUgnSqRREgWHQSYlYnWPSJCr0uTJR93tsSIFqgpPoeIkOnFxmCiu"
    "tD+sSub/PP5ax2h3OQNjG/s61J0U8BmzYdDz6ETHQt2z1NtQFn/3Tf81BVk6hNbEkGju2/"
    "2Yzu/mMekii017kLbYcuiv479vf+2d2/aGJl8dvvSm0KGGYB6J/xS52lwRu5zeYohbfB/D"
    "hR8wP2HB3M+BBMSEES6hWhNvow2Ft5tuiW6RIQtk2X+a/bNl1IfhD/SawFcYaAKQ8FU9B2"
    "aRdtl97YZB1hi2pLjTXIr7NXN4ZtM1adCGCwzvs2RMpO1VQV12St1WBHorEaJWugQEgVf8"
    "TmHcnX7HyaFKuyqda97n+50vTZWScpaWLHv17e6NHhr6w6t9tMOG99So1p8uuEmkkiB1da"
    "GLPh4GdtNqULWdxk/ZZcahr9dY4x/f+s/yv7JUDP7LcbvX99PRqyY3pDQi0Fx8aKCCveni"
    "x+yocFAZRdbSu3A7yUlUAGbdGBvHuWwoESmMD9WXTqFTukRpj9Ig74l+W/mEITtF03sCAH"
    "KK2G0urWlFarE5e7QrZTF5DLPu9ticQt6UgIwJ1oAM5EoS9U2rMGtEJB7DuD0/p4zPl4/P"
    "NQ/2QMxvrlcHLF3PvUMKXUz21via1bMp5caJP8mNh3y41I4jrGRLsa6nTwOsBjeHjJntnL"
    "xlz2hyN2k3QE21FRvMfsZqLnR8S9G/Jj+r/0h7P8EPSEqCtpleNJt0T7zMbTiaB/YuNjp8"
    "e8R2SBs0/7+kAbjXKfM4k60VMlQZL8mPRMuvyoSV+fXlKSxpf032hQclCu4c7ZFuL1nYxP"
    "w8/shObE9lzYj+ys5uSziTbQ6Mfrv0G/uYnpCIq+pLwa64jNnHJqrMM2n6lBcfnF0K4os2"
    "edR+zZ8xcDs4WC8cFkf92fTn+hYmS8+PS+K+T7T1SKMiGcjx+aLMwfqlfmD+UQzkEqYMBq"
    "h8gBRA5OmP8DBY6B+yzyIhmwAfZfyf7h870gh5TLuYQSKgFBArISYNvnQ86ejWYuXoben5"
    "PXZY5OEhMS8fSYw0Q9vbNOgr8lU02/iK74mFjplVn0a5KXn2qJI+UzD+RT/7Nm3FyfdRbo"
    "ERvhiiWFf9bHv+gsJfxA3CeiRkIYBQFergKOVCvfpzwEThjf2E6GnwOJItYcrH179VtWwJ"
    "oXt4P8wMCe5wrVihdR0BpDPNi4xL6PFvws5s3N8ILPexFV4j0Mbesdw6oTctwF/XGEKX5F"
    "8pM/+qZQgw8qzI9CwuIdZjJY+1asIxFvZcGyWrlc+nNbOnc9pNcgo0uvQVIXkrqQ1IWkLi"
    "R1IanbgqQudFU6ZDXmPKCzVDLLwgG3Jii2ZzmA+1ktkPa6n5ZLsITIczBwP8H9rHI/x8xO"
    "GwZ4WeeAlgb1trig2WYs8EJP1AuFfZSnV4cH5Gcq8aBbyEAQ7MoBKyJBAOzKHyEigR1wdq"
    "FVcp+HtIn5nVVP0O8VGCvP5h08VrM5sgiDDZJ+eBe4AeKc+VlDYh4EFFq2HzUmMST26nKw"
    "hyH0reJDwmzOMZYhsgg7cQ4D9Gx43BOPEgYqjK4c7GQYvNAGw6v+6KvvenEU3v/Dof56Nx"
    "ee//Z9OQbPiJKYo0XYyTBcPUdtYjqhhTlm6RYW88BT55EtxFKzsQQ8zYVcsfjj1tijQNwR"
    "Qo4nGnKEI5kPUgADBw7AfqPm+41W8e6grpgcutfp7qJVursoV2qUKzIajK+uR9osvrpcOT"
    "gq+MkV5uQKcrRfr4dRHQ5+XtmeKg0ok2olWaHm4Cprs64+1jUKpHbaLRnroyH7zSWOTbAa"
    "YoAOWm/RQQtCcBCCU9alhBDcbsIbECKCEJESPEKIaOcLjaifVwJCawlZV29NpOlaQgGODS"
    "BsphaPcaxJDLC35Djc/5pSb7Se/jWyrE1sM+j8r9PwZNbjkQOjpF4OZcp7xdJadoNqOcT7"
    "WjYlsV0T5aCt2Yews/KSiCLf4O4gPHddByNS4fsWgOVjFSnyrZhN49x7PlVxPB4VZvf5sK"
    "xGbq7OtclX35SyqzzKSYDMwBA9ZruMA70ucaZiwmG0EU6G/DUQ2Jdnf0WZk5r6ayCwL84+"
    "cZOzbpuyvgYA2+JsO5QZ45Wx/fI9FJZD96exPr6Jsiv0Ed3Qy/Zda+ud16qkXOL8jy+xx6"
    "6IhG12qm2zq7KzjLnrcKNrzcytHFzhd1BZXVgwnl4hijIeZCER2cBRjlxmf3EBCbpPZd33"
    "iD2fff0NEVeGS3KI/UVJvnkjUe48SgJ9GE6wD0O4siSlXkSC1FWXukLV0WFw5z7XlkfnRv"
    "S21UdHY6NhraqPbvKGQIF0V1xxtVZhHYmCamTcxcdniDhQGaIVZYr79pn88O4/2OS8TNWM"
    "5yBAuTzlwvUnRRxsNZCuP4Gj3fbLvTom6DXy/Qv8aJu4zgwtj9pmirLuolQ+DAAb9k7UHo"
    "3FL7KMZghYRSVW0YOdk6ca8YdZQ23fDznTvVrbpOPbxPnOgrCr0L+nSv8BC7k+RRRoEZn0"
    "HUS/IQ66dyM0qnrRmD9Rb4aWx203ROPTASJXBUzREzVFV577aFtY6Iy6PAYWEomFJCXQqA"
    "4ubGffqIkxgBgaeQWHP79ZNREc6Aj5MDBdsU0AOQjMfYm5nx6eI2HMlqBgzYI129iaTdau"
    "kUs1a605uzlwqz2brouOuzBsckCLlvUXwsY98u95awpBXlWPjwKuvJXsJdmEcFT5/7qlId"
    "n6uH5pqFY7H+r9yRe+XjvnbJU8/zLT+lss3DvPfWJNt8TlUUbuSiLqLjW7lUl+y41gd7o1"
    "ABZ3icU9OuXOFnPq8hggXWZbGaXWWKGAo2Rq5nkeBLRL0K7QHqZjEoVCZmtlrZc6dusEz+"
    "l3uZ+x9Emd2bo5bpvV6sWIODMDUdgTjcJCK9mDxZ7maGk7L1zyb26GF3zqC6AS+WFoW+8Y"
    "9AhFUMNm3OUyXgLyyj36puX+Y1SXSfhbRRx4W2WDqKm3BSZRa02iUv9xqT1ZPuxdPQr5ev"
    "iRKkS5CH0eCVJWWcpQVFRtEEIa5q3c2YD1/Z9FFwbUT633abmDe1sd2wiWdB2MmnCCe3ui"
    "7q1o69ZXdWxVTYtBrftJxRPgCPIDkk8NBp+3I7hZm7kMrbLi6c4mfX16qU2iJnNRHdoce0"
    "mfueF0ehP3mYv2UCjSZw7237fGdVHHiJ1S76fObs0+32aq+nQk2KYnapvShZfKTVQGeRSs"
    "19LrtY+FW3jkICqv0sq6Bx5V5gJ0J8OBapneHXRdMajVeSdWiVWCAfVS1MdbMx4w5yDDrc"
    "olhQH1cgpGlPYcBCh/naIRn/EbUBCBhAiQaWJf6FSBDAHtm5vxrZDv6TrWONy+K3tzXG+L"
    "L/qE7+5d98HwKdJww8Nvz1Ylnnmyrqo6sz5OAf6MX+qmfGnQtvmepB3o0tPCCAzM60YhmF"
    "V459gm33Kpqxcs4qBesLySNq0XhBKU6hekXSUoUF4GOZr9WwzbzQURW6GFdgJkapqYCXfU"
    "L6JPKeyLFHGQrYHSlmMkP3GUGFS2tiuHBUFICwL26h0wXYwkOuFnIOjE/krtI1rIW4JBoF"
    "s8sXAEvZOP5fS6lcftun7lElwVYfL4XdctbNpL5Ly7iH8eoQKvIU6/udImw0FZ9wYoCDkJ"
    "rmaltRl6f9nFLnWjsfeIU7E2LrCdaFNt8jkuo43vcEv6g9nws3bWYS0fH/EtuZmyz9leyl"
    "sy6OsDbTRiF0z27R1HlcJb2CIqpsCPIbqzId87bti81hZNQWAQyRpEC8qPiCWUjgcTSMYE"
    "Yv0cbZ7pee66DkakyhTK4crpIQp8q4VnfWXP6aHxeFTg/nxYJvfm6lyjS0gkCDrIDipmN2"
    "SEqtVNezNCcM7vKUrdvEdkIR5TLMAOHNOa/uFcxL99dRu1VHxEzld/S4MP0YP6f/v6tvv1"
    "UZgZqqXvZvS5t6fwslG9ZiU/MR09yOWdYi4v+ilgPqfjoTZZ5twqSs3C9YTqwvMY8FmkN6"
    "CIUP7anW0nzjhEd18R3TXRCpl2wFER1QZgDtKmnObO0g0pQYbNDvz17CQSLRDAqLgDhDIE"
    "Qhk+crBv+AHyhL3aEhRC4SqHwmNhYcJ5x5pIOQGCjJWW8fHlINEjsuM7iMm32//cH4765y"
    "OWc0zvcUuu+3HicYWS1ONoHP1uOq6vStKRLlb3tmXxjifeFq7PcLDGiaxxrsNRe9UVUcnw"
    "/Vlt74/EZLvHQkSmw4HIMpGP2PO57m9NR501AiqXIB8HmRnIx52m1GGXxaHzbSVZbAri0v"
    "WwvSA/J4HFvMdR4j7LkhV7QByZMP5Kp1t6NZvLHnpaZ9cKs5CyQL8sjm3WQX866F9o3b8O"
    "l8vMDuyuTWaWh/W2ZTMzAGQzTzSb6XqWxJ6gPApUtnQl5oPNi/k1CwmlWJXTyt3r/pcrTZ"
    "+xoM/LkupX1uf58kaPytPnIVEk6nOEsbkVJlaizoXkoekXQ/0TlUeMvyXTm8FAm07POn4Y"
    "NfW6JZf9YbQfYI5sJ+7MzSSmrWWmSqwuPTR9U27Veeo8RuUXR91MdfweG0u6zLsc3VVD/Q"
    "YSKgUkevUt3ZBn1teUCmQQqBUwQ8/DxOTUCjBdXxGGymFaoTOKivljA738sVItfyxr5XSN"
    "MCRmKgd7mCn7VqFq4flK16rlyg3Y9BPtjsqBtmL27r82KzYZDDo7MVMEQsWffDSsfBKVoI"
    "7NzAcfmx7mqJWactAyENiX6IyNLdvDZmCEniNCfhkH3MvY3J5MWL0Ag92ysjGaA+U0gPuz"
    "g7ZNA/7Pqs+kq9P3rzqHTjHW963pWcgt9IQMzBwEGBdnnLhivRDS8cC1zL6iIHCkakKKSC"
    "h0VrnQGcrnulA+B4VUUD4HUm8idYU6JiTHMW8tMVqP6TWpL6KjobjoRIuLknYZkj2fobzo"
    "OENXQH7ElfrNb9+e852ZwXPPXRpS7cvLyDbRu+9O2q6cCIo4CMdK6/MlsoWyb2sAhKtkQo"
    "PcXP/NzfCiKjbIT++HoW29Y7AjVDQ1pMeVQbG7lHeEom9aVhwPmBj3yL/nKY7qU/KKODgl"
    "rzyRm56Sd4QFzu6c1csI9z8fX15qE1arnOBZ9/OBdj1jl9ipxauAXbvQBqOhzq5Z2HRswq"
    "4x7/5i0v9FP+s82cG95aEncku0X6+H0f3w88qO7qfFtdBYnULo+NF8iWBREdnCYNGRBIca"
    "BdbjPhkygeA8EJInSssYov0Q991z3PfGr4/5Zp/3tsR7mZMHsd4TjfVCW9x9loRSysTq0F"
    "MARALE2Ya4yz7ZZquIqDLJY4BzicJD+hSGKOkFELAusanCdTiENwvKpNg9hmTM0A/cZbx5"
    "WiQmM7iZzsZX2uSsk97hlownn/r68N/soustELH/ZFeng76us2u+iQhhV/oXV0P9rIOspU"
    "3UiLbYvhEfpMcxNre0iMxwe2wRmVqiR9shcoV8/8mljg4/fly347wEBB0lYfs8B2xpdYwo"
    "Py3UbIEDBQm8RgJC/RZKMGBenPko/eQbj8ixLYPVEYgG5bg3gAisyhFY9ITsgIoMe/bcNh"
    "H/IJTahb7iDtAVWmDNp8bSIsQ+Jwq+zcZaw4BvAb4dRBYhWkh7I3m8witNV9NZ5pYlgFnq"
    "95bMfqJ/+l7GsfjQwK/4UOlWfNg47Zo8IcLyNyxyxMnU9z0PVRRJbEJLEnBs/81q3Lr/mI"
    "ck6iDZuQttJ7CJ/479vX8KOom7sgF++71cxUN/GnPXSbL1ItHpHEzhOa2s9RQFQSWoL+OA"
    "e3Hu4+61MnnkIhJsVZVtVdhq2YWtllB8AVstQerHVXLzGZOw9lzq3IDelqKbRzYUqm6g6g"
    "aqbt7aqnbcqoBgNeF5DHgyEjF4unT+KVjslMfsMT9+MxscKOqx+5lO52wQWhzWLx0XVU31"
    "HKhE+5yhWjXZL8Y35yOtcz3RBsPpcKwXLZzow2LQdaL1Rxv6hCwkaM6jgOcGPLtPROaMkx"
    "wKNg1Lb1qFAOyhzRUJ9jlQkACEYfcjCYVCCRCG3X8YduUgYohzWoYBsRDfPtVIJ8S3T1Hq"
    "isW3p3jriaWb43pNot3sLA84tPSEo97xLBCVQR4FDr20Q5+8fCLuZA4CiQcJP/JZKED4/I"
    "rA4BExvYvIIOdEtRpieYeoAbFcYj03qEiV1fCbBwHNTWhGZMHbQlrD8RoBBDch2KeOr+Gv"
    "kJkYoo15LgOB7mZq40mK7RIOyK4iWx0f8Rd8N8W+v8VDLI/qbfEPn/Ad9Q4jAHiHJ+odSv"
    "Uohg7RO/INPRxIdHotAaHVa6/kKDZt9WrhR1vsiOIMASleiWOJIalyIuH1Yn2cz06UxkRC"
    "7mVsCyV/JJJulN2H7sqtFbNSztC96z5cYMd+xN7LFo9oc2hvu1vEQHQKRCgbNoycqnOEib"
    "VybZljoYpAcJKknaQl9n2qCYQlUMSBAKQFEHG2QX3NfpJkPOQuZU59Du/+g02O8VSTLs4g"
    "QLk85cIKpogDBSOtYA508KJioZjDcO+aZuh5UhGZEhQ8NuU8tiM/1GpFjejENROQbvda0y"
    "+G+qezToJn/ctGw8/xQVeJS8eOprrsD0fs0hzZDlbkcCoUBHi5CjhyqtSDecj+FqH3b6sF"
    "d1bFT6jZJKHbcjDYTaS0WovfcSMkAe/QiXopb4BB1irLOkoFJOpONpNQhIO8VZY3vdWKfj"
    "tsVNkulWsiB9kiF2FniyP2PFesR30KgNy3xPbm0It3iS9FpnIJBdMYdmqeblGBcilILUnz"
    "NEhBFof2GqYg0zwSZCBPNAMJ3XgOGB0NPaGDDJPhkIWR6X/OwvlirfwzyB5b+B+O8o1m/X"
    "C22p7P/bBsn31/y6BWlc/brdcsmM65jcL+VHf8S3TIYLSk3JJP1Jo76yxcguMIehRpZyH0"
    "NFJ/8Bh6XBwvorczBKhumeOVPfxou6FviDPPgSr8KhyLBOSi4ZU3gSipylHSRPcavk14O1"
    "nqZb4BBlmrLGvondeFwCEEDqHFG0j9uMLFfezZ5n2XHyBOPuxtCQmjbJgyceBTCQK/csmp"
    "681WsaKzUILokn6c7mrppNDvvmsQEKCjqk8LZZ+VyuroeyXAcDK8hex+8/59k3DL+/fV8R"
    "b2WcmMckmACWc1/dd0rFfYTxmkvIzaZtD5X6d9IVxGRr3jX/bxS4sgu8H5oZvS/PX/3weg"
    "8w=="
)
