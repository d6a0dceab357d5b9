"""Refunds that come back: taken back in the ledger, still owed, repeated or paid out another way."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

TRANSACTIONS = """
ALTER TABLE transactions
    ADD COLUMN replaces_id bigint
        CONSTRAINT transactions_replaces_id_fkey REFERENCES transactions,
    ADD COLUMN owed_amount numeric NOT NULL DEFAULT 0,
    ADD COLUMN ask_at timestamptz;
COMMENT ON COLUMN transactions.replaces_id IS
    'The failed refund that this one repeats, or that it pays out another way.';
COMMENT ON COLUMN transactions.owed_amount IS
    'What of a failed refund nobody has sent back otherwise since; 0 for all others.';
COMMENT ON COLUMN transactions.ask_at IS
    'When the job asks the provider for an open refund again; NULL for at once.';
CREATE INDEX transactions_replaces_id_idx ON transactions (replaces_id)
    WHERE replaces_id IS NOT NULL;
CREATE INDEX transactions_owed_idx ON transactions (id) WHERE owed_amount > 0;
"""

# A failed refund is owed as far as its payment has not gone back, unless a later one replaced it.
OWED = """
UPDATE transactions AS refund SET owed_amount = least(refund.amount, left_over.amount)
FROM (SELECT id, amount - refunded_amount AS amount FROM transactions) AS left_over
WHERE refund.kind = 'refund' AND refund.status = 'failed' AND left_over.id = refund.parent_id
    AND left_over.amount > 0 AND NOT EXISTS (
        SELECT FROM transactions AS later WHERE later.parent_id = refund.parent_id
            AND later.booking_id IS NOT DISTINCT FROM refund.booking_id
            AND later.id > refund.id
    );
ALTER TABLE transactions ADD CONSTRAINT transactions_only_failed_refunds_are_owed CHECK (
    owed_amount = 0
    OR owed_amount BETWEEN 0 AND amount AND kind = 'refund' AND status = 'failed'
);
"""

# Refunds of a whole payment name the event of their order, where it has one.
EVENTS = """
UPDATE transactions SET event_id = whole.event_id
FROM (
    SELECT order_id, min(event_id) AS event_id FROM order_items
    GROUP BY order_id HAVING count(DISTINCT event_id) = 1
) AS whole
WHERE whole.order_id = transactions.order_id
    AND transactions.kind = 'refund' AND transactions.event_id IS NULL;
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text := pg_get_triggerdef(oid) FROM pg_trigger
        WHERE tgrelid = 'transactions'::regclass AND tgname = 'transactions_note_edit';
BEGIN
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
WITHOUT, WITH = "UPDATE OF ", "UPDATE OF owed_amount, "

LEDGER = """
ALTER TABLE ledger_entries ADD COLUMN turn integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN ledger_entries.turn IS
    'Even where the transaction moved the money, odd where a provider took that back.';
ALTER TABLE ledger_entries
    DROP CONSTRAINT ledger_entries_once_key,
    DROP CONSTRAINT ledger_entries_have_the_sign_of_their_kind,
    ADD CONSTRAINT ledger_entries_once_key
        UNIQUE NULLS NOT DISTINCT (transaction_id, order_item_id, account, turn),
    ADD CONSTRAINT ledger_entries_have_the_sign_of_their_kind
        CHECK (((kind = 'payment') = (amount > 0)) = (turn % 2 = 0) AND amount <> 0 AND turn >= 0);
"""

# What was taken back goes with what took it back: the sums stay what they are.
NO_LEDGER = """
ALTER TABLE ledger_entries DISABLE TRIGGER ledger_entries_is_append_only;
DELETE FROM ledger_entries USING (
    SELECT transaction_id, max(turn) AS turn FROM ledger_entries GROUP BY transaction_id
) AS latest
WHERE latest.transaction_id = ledger_entries.transaction_id
    AND (latest.turn % 2 = 1 OR ledger_entries.turn < latest.turn);
ALTER TABLE ledger_entries ENABLE TRIGGER ledger_entries_is_append_only;
ALTER TABLE ledger_entries
    DROP CONSTRAINT ledger_entries_once_key,
    DROP CONSTRAINT ledger_entries_have_the_sign_of_their_kind,
    DROP COLUMN turn;
ALTER TABLE ledger_entries
    ADD CONSTRAINT ledger_entries_once_key
        UNIQUE NULLS NOT DISTINCT (transaction_id, order_item_id, account),
    ADD CONSTRAINT ledger_entries_have_the_sign_of_their_kind
        CHECK ((kind = 'payment') = (amount > 0) AND amount <> 0);
"""

NO_TRANSACTIONS = """
ALTER TABLE transactions
    DROP COLUMN replaces_id, DROP COLUMN owed_amount, DROP COLUMN ask_at;
"""

MAILS = """
ALTER TYPE mail_kind ADD VALUE 'refund_failed' AFTER 'refund';
"""

# A value cannot be taken out of an enum: the type is made again without it.
NO_MAILS = """
DELETE FROM mails WHERE kind = 'refund_failed';
ALTER TYPE mail_kind RENAME TO mail_kind_before;
DO $$
BEGIN
    EXECUTE (
        SELECT format('CREATE TYPE mail_kind AS ENUM (%s)',
            string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder))
        FROM pg_enum WHERE enumtypid = 'mail_kind_before'::regtype AND enumlabel <> 'refund_failed'
    );
END $$;
ALTER TABLE mails ALTER COLUMN kind TYPE mail_kind USING kind::text::mail_kind;
ALTER TABLE mailings ALTER COLUMN kind TYPE mail_kind USING kind::text::mail_kind;
DROP TYPE mail_kind_before;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    edits = NOTE_EDITS.format(before=WITHOUT, after=WITH)
    return TRANSACTIONS + OWED + EVENTS + edits + LEDGER + MAILS


async def downgrade(db: BaseDBAsyncClient) -> str:
    edits = NOTE_EDITS.format(before=WITH, after=WITHOUT)
    return NO_MAILS + NO_LEDGER + edits + NO_TRANSACTIONS


MODELS_STATE = (
    "eJztXWtz4jjW/isUX3amKm9XT3pum9raKkKcHraJSQHpnt7JlEuxBfHGyIwvuczu/PdX8g"
    "VfkI2lEBDmfOl0jB7HPEeWzl3/7Qa2+YADm8zf9ULLDobu/Mq1sNM96/y3S9AC0/9Ujjnp"
    "dNFyWRjBrgXozolwiI02HDe6iu78wENmQD+YIcfH9JKFfdOzl4HtEnqVhI7DLromHchutb"
    "oUEvuPEBuBO8fBPfboB7/9Ti/bxMLP2E9/XT4YMxs7VuHRbYv97ei6Ebwso2vn9nxAgsto"
    "LPuDd4bpOuGCZOOXL8G9S1YAmwTs6hwT7KEAs78QeCH7BuwBk2+bfqn4YbMh8VPmMBaeod"
    "AJct/4zsiudQ1DH02NiTY1jK4AR6ZLGL/0Uf2IgDl7hP/7++nphw8/nb7/8OPPP3z/008/"
    "/Pz+Zzo2et71j376K36YjK34VhFng48DfcoeyKVCjMXLLvwVYVCAYlQkjIx9FKyzf0EZDO"
    "wF5vMfI0r8WwnkXfqfsjRS7uvEkV7I5JFNw10IxMPIGhHnJZkINVxPB1faZNq7umZ/buH7"
    "fzgRb72pxj45ja6+lK5+8+O3ReGsbtL5Mpj+0mG/dv490rWIXtcP5l70F7Nx03932TOhMH"
    "AN4j4ZyMrN2fRqyhodmZOyGbieIfqm5VGb3zeOhJNHU0bAO3zjCtyz51xjfoqfq3lPECXW"
    "6Zc5wPeq7j3Sfp0WXiH9c2/c/6U3/uaq9+u3hddoONI/psMzuvX+cHReItwP7/6DTc66Vs"
    "14DgKUy1MuvMIUcVJrjGrU72eRwY+YiNOfR8ECL8v9HZ65Hl5n/l+Tkc7nPUOU1SjbDDr/"
    "6zi2f4Ds1xDJqKhfdMrrS0kHYjcoLzpoFmBPhPYVAFiXZ910PQ87iD0md72p3mTXkVJ77e"
    "Hwv7WtltnOs4ec/cYu3CHz4Ql5lrH2iXvqVo1d/2hxuihfQQTNIyLZN2bfL/MunLvuA/1Z"
    "54AoDDnZ4H+4iwf74H44TveDh2fYw8TkbJ/VC0kBBPq6hL4e+ljcHZADgaZ+aJo6kM+uuJ"
    "4lMfHzKDCTZLn/I0QksIOXde4ric9D2jTrT7/7/qfvf/7w4/crwldX6nhe5zRwA+QYaOGG"
    "hOPvunIJfuEzWwaWLSJs2gvkvLuIfx4g0zU06jdX2njQL9s1ocd0Cs707N8jr8KiyWFaoY"
    "dQ3f/ZcDCZB/f01w81JKZKyIeyHZl8cMo+KTkJAxSEPp9fjYSLiOMBfR6UqHZFV+EKvTum"
    "u0tMrMRkEaC7e63pFwP941knwd+S/ki/HIyvtIuzDqV8ZnsLbNGrPb2vDYfRVfalHYddHW"
    "uXN/oFu0gV3ZA+Hr2m/Xo9GLNL+HlpezieioLi/O7HBvL8rhylygTKPip5vmLrzWBBP9Ew"
    "YhnbwoDigQQQU05qI4jxvPMN8XhxEbkFMSumTbVJyrZvUKsbszWHoyK7roMRqXCLFJElMd"
    "OX/c2UiNWV3cr2fDQaFsR6Pigb3jdX5xpdUSN50kF2UKEZx8u8YYWcRbSW9CIQOBfg/BF7"
    "PjcsX2mM5BC7s0W+OxBDxPQw++YS20MR2UItoMVpReHSkpR6EQlSV13q6kSg+ogaNBa1yD"
    "G26sJQ6+NONsSizARhzChkjxEpNZzzEJzq+phuToFxj/x7njAI8iq8ayVgWTF7CbB/gEta"
    "Hb9J8sBq9frcG58P9N74Kz9Kdc5JNjj/OtV6oFbABrP3DcYLLmzfZK7x+g2mPG7zBuMFhp"
    "VAYIOBDSadC8LCKAHbFBvbgUjUWmsGAV5sWmeyMY3WGJsOh5SqI11U1Fjdj2YxgdweRciP"
    "18MIKiyCdSwIAhJ9FPKv+9SapTOTkz3R8zxU6YbIQCVWG9Y6yGVN/GMWkqiEsXMX2g5VUf"
    "x37O/9s/tGZG+csb/9Dn6FI/UrQLjiGKWukIV3j82HAak18PJDTjbZd2ywQZdUMO+O07wD"
    "G2P/NoakeQH0v5J+2/d5OVLVK086vk2cb8+mMBEhFb6imlYZBVQrst533i2DUijBOlAuT/"
    "kD/Z4ifKfjgWwJsqGnWCuTw+fcKo/qdygdD10eoED7gJRMllTvxzWPTWd6DgKTXXyye9jE"
    "9qOUY64EbeEOAp65N/LMNcnxEsvvUiC1C3xz+/TNmXSaiOwb6XiwMiR2DfepynlR28vjqd"
    "J5Ab08GutIfHO6WSH/IZjW3Wtt3Nf0Kavg90xMgltyOfiV1d/P7GdVqu8fkcPzhtZ0/Vgh"
    "oN3HXtp9qLZ2vGW3D+hIu7/lWYFUOJBDvN7a1Kjx3IWoXVtEQtMMlf2isayo3WdznEZNxL"
    "yCgpxVljPbLUMfc3IwKxfTPKRFy+jWQtApPwZVs9l/OO28N3JbwALJ6yRTbjg6QF0UYcch"
    "hPcHQqSFHSyXP1pEwjKv8jIPnYG2+tJAqn011e0K7UCq/TFKXZ2AnsZ8R3XRvNyAkw2hvM"
    "gPBXG8I43jBXbgCAXyVgCVgxrKRvLyjylAegnWBo/8rpmnqxwvhFTN+QoAbEuyLeyQz6Na"
    "5N6AiHVdCbUbKQxiEuj2R3pfG0+jFvMm9oJbcjX6PNDOOgv30ca3ZPqL1puO6e/05ijw6J"
    "XJ9YiN95cuG82a1Gtjjd4k7lIfH7J0S0YUOD7rZM+099A3U/+NVP8XcsTkgS00Lg7EmGjk"
    "iMHEkuo3n8FAwEoLmIngT5cIatoZZofr8c20L7gaK6uFmGiJTLH2LHlImyoLtufkTAgybJ"
    "8+rMcy0jlKXl0r/4o7QE9/gZ7+S8/mHSRZkxC3QkBCHJx/9dYZcQd4/hUyA7oSidohF+Pe"
    "JbUqLA/NqFXR608Hn6lFEd+LWRlX10NtGh+FtVhGgVH+UVhq2Bqsi1biHpaSWwbfoeDimz"
    "qikvuo6dq4NzzrJHh2GNlEG3+ODyPzsfeoilSW6GWBeYceNpNKDr5DqZBEcRURiU6Vb0oy"
    "RVJDXB8O2G8ucezkTnsXBLt9HEORzuLhwVvk6dpeww7kYN+gM9oTNopLUMhAUdkujoWFeQ"
    "7LJlLGXG8lyFgtGdO9lNoe7KwZY1VT1Nhu4aL3Y8O8VfKesAGT5ySp2uK8PzEZm1nN3eFo"
    "eL3Q+oOr3vCbH05OS7Z2qhl8/768/Qd0//a4jUFqqc7DgN8N/NrEdEI/McQEfEprWPAmCX"
    "iTAuwtONZ6jWs6BUBsXNwr7SAyD9GcM8WbGXR5/A4tOkxE7TlNP+tgcksuqB1nRUFZFo9V"
    "w5ZDjuM++YaH6c7ncTyBtavNOhiWG4HlJqGP/l3iz3gmdBPy8+gdsp9mCB4s+Uy753Fevd"
    "hnCFjtJXp3eHNE7D9l+neUkG0KR+66StwNkGPQdeGBPptIVeM6EGrF+OSmnk3fdURK8Phg"
    "IJlPsocr0lhrHChryKMxQvnOk3Su3WOxiVqCwRRdb8URONiY0VeY5+LbUFGQw4GWIZtvLc"
    "59GQfcy9R0QK10+6MYUCu91c0CaqWrqW5X1SzUSh+j1AVqpbnN3HyOlX6ewC8/jbGDKooh"
    "sxroafS/Kb2+KoQ+sDnxV/oWpFfTubGL8vLryO23scg8P+ykSam5EfsTm1Wcd3WK8Trs3e"
    "ggv4M6T/eug8/of5a2GYQe7th+hz2Z1bl76UT3P+nMXG+Bgg4iVufJtoL7d+WQw/bu+oq6"
    "9110jYQa+CY18LFkRcymDNGKXPBdW0zR+yOgSa/Gt8kFvj1V2iUBNwPo3CbIq/AK5kDl6N"
    "lLEHfxOzBa65YFNgXzk5jO4fOB3ht/5c/idHxeDzr/OtV6lHnFmsBM4jPqNm7ThXHN9unk"
    "+DtoDXOk2yIcv7rHiCWcirVT6tVZ1S/RA76OS3bqFvW1YZvW9BkFGEktECzpR7qkezjpdC"
    "Ji7BRAYO9I2Du2hRdLN2D1w8YD5mQbVpPPgYIIJEQQpQuyulyXfx5x7TkRa1jYXaUVG9ez"
    "qJIitRBxoPAuyBxavGBH960zX5NElEGgfQS0j9hF+wihlWEFaAW3u14PZsh2Qk+I8BwEUo"
    "bEGcfPS9vDUi3fCkhIGVI5ZYha2zIizsFAvirL18NB6BEj9ARPUM+jYPWUaOsHuWNtfb3U"
    "8sOO8Swk1iY3bH7USRMvrBcBwAkLTlhwwoIT9ohEAE5YRZywSRxQWAhFHAhAWgDgggUXLL"
    "hg1eUWXLBtZ9wPTRNjqWM3SlBw0qnmRQBn0VGIWR1n0Ucq9Do3Ufb5yQYH0Rwl2ffgGTo+"
    "zxBkXO/TJnZ9m38uZ7U5nIO0ifmtlSZFPwV02nQ82BAy3rWsepquBpz66Z7noaomUevYkg"
    "wc23+zGd39xywkkWuvcxfaDt0U/Xfs7/2zu3vRxIvFb78rVRQwyBzQn/BLnabBG7lJ5yi5"
    "t0H9OFL1A2qO9qZ8CAakIAj1ClcbfRjsLT1btGS6BISy6TL/dWXTheAH8Z/EWhBnCJjykD"
    "AFbZe20XbpjVXWIbboaqmxBvl1+urasE3KqhMBDNZ53wZP2bGqquIrWWtXsANZsRoFayBB"
    "SBV7xOYdydfsfJoUq7Kq1r3ufb3S9OlZJ0lpYse/Xt7o0eGvLDu320w4b31KjWny84SaSS"
    "IHV1oY00H/kzad0I0sbrJ+Sy41jf46w5j+f9r7lf0SoGf2243eu74eDtgxvSGhmoJjY0WE"
    "FZcni5/yYYEDZVtl5XaAF7ISyKAtOpB3x1LYUwATuD+LTr1ih9QIs1/EAf+y/BdDaIK66x"
    "oW5ACp1ZBa3crUalb+u85u9dqQDIcDh9Rq1HeFbKfOs5l9frLBpbmgI8GTeaSeTBOFvlCO"
    "1ArQipV216Gw1ju2zkejTwP9o9Ef6ZeD8RXzk6QaPqV+ZnsLbN2S0fhCG+fHxEZwbkTiID"
    "PG2tVAp4NXnjLDwwv2zF425rI3GLKbpCNYaUrxHtObsZ4fETfByI/pfekNpvkh6AlRm9wq"
    "O+ZuifaZjacTQf/IxsfWo3mPyBxnn/b0vjYc5j5nEnWip0q8Tfkx6eF++VHjnj65pCSNLu"
    "m/0aDkxGHDnbFa7NWdjI+Dz+yo60SJn9uP7NDr5LOx1tfox6u/Qb+5iekIir6kvBor19eM"
    "cmqs/F+fqWZ2+dXQriizZ51H7NmzFwOzjYLxwWR/3ZtMvlAxMl58et8l8v0nKkUZX9iH0y"
    "Yazmm1inNa1nH2kkoE5g+4YMAFc8T878kDD9xnLixJzxew/0r29x84BzmkXM4kFqESECQg"
    "KwHWhyDkFL80M/Ey9O6MvC4zdBKfkIilxwwmaumddRL8LZlo+kV0xcfESq9Mo1+TBIeJlh"
    "hSPrNAPvY+a8bN9Vlnjh6xES5ZdP2TPvqis9j6A3GfiBqRdRQEeLEMOFKtfJ/yEPCcrtXl"
    "4edAIhs4B2tf04OWZQLnxe0gPzCw57lCSfdFFPQYEXc2LrDvozk/HHxzM7jg815ElXgPQ9"
    "t6x7DquBy3QX/sYYpfkfzkj74pFDPAEuZHLmHxVj0ZrH071oGItzLzW61YLv25KZy7GnLS"
    "IKJLr0FQF4K6ENSFoC4EdSGo24KgLrSn2mda6yygs1QyysIBt8YptmM5gPlZLZD2mp+WS7"
    "CEyHMwMD/B/KwyP0dMTxsEeFFngJYGnWwwQbOqNrBCj9QKhYLU48vDA/KzJXGvtXggCHZl"
    "jxmRIAB25Y8QkcAOOOV8ldznIW1ifmvZE/R7BcbSs3knuNVUmRZhUGnqh3eBGyDO4ak1JO"
    "ZBQKFl+1GHF0Oi6JmD3Q+hb+UfEmZzhrEMkUXYkXMYoGfD4x4dlTBQoXTlYEfD4IXWH1z1"
    "ht/8cBJ74f0/HGqvd3Pu+e/frxWPU6Ik5mgRdjQMV89Rm5hOaGGOWrqBxTzw2HlkG7HUbC"
    "wBj3MjV8z/uNH3KOB3BJfjkboc4WzrvSTAwMkNUG/UvN5oGVcHdcXk0L1Oq4uWaXVRLtUo"
    "l2TUH11dD7VpfHWxdHCU8JNLzMkl5Gi/Xg+iPBz8vLQ9VTp5JtlKskLNwVVezbr6SNcokO"
    "ppt2SkDwfsN5c4NsFqiAFakb11KzJwwYELTimTElxw23FvgIsIXERK8Aguoq1vNKJ2XgkI"
    "rSVkTb0VkaZrCTk41oBQTC1xiJlLAmQGhuiZwmUccC/PfVSsIkP+Cgjsy7O/pMxJTf0VEN"
    "gXZ5+4ycGeTVlfAYBtcbYdyozxSv9b+R4Ky6H7y0gf3UQeUPqIbuhltZHaqjpSFbdo7KP1"
    "JepgikgohVGtFKZKzzJmrsO1gJupWzm4wu+gsmthQXl6hSjKeJCFuCwsHMWxZGoAC0hY+1"
    "Re+x6x57OvvybiSudKDrG7IPp3byTKbSfKQ610NdXtrZUOl5ak1ItIkLrqUlcogzEM7tzn"
    "2hTG3IiTTTmM0dhoWKtyGJu8IZDECIfLt1O5i1vcixhQGaIVqUS7tpn88O4/2OS8TNWM5y"
    "BAuTzlwjHiIg7SgaVjxHD80m65V0cFvUa+f4EfbRPXqaHlUZtUUdYBkMqHAaCo5kj10Vj8"
    "IttohoBdVGIX3dtZVqoRv5891Pb9kDPdq1ebdHybON+aE3YZ+vd00X/AQqZPEQWriEz4Dr"
    "zf4AfduRIaZb1ozJ6oV0PL4zYronEH78hUAVX0SFXRpec+2hYWOkcqj4GNRGIjSQk0qp0L"
    "m9k3anwMIIZGVsH+z1hVTQR7OuY5DExXrAggB4G5LzH30wMuJJTZEhS0WdBmG2uzyd41dO"
    "nKWqvOrg/cqM+m+6Ljzg2b7FGjZT1AsHGP/HvenkKQV1WHX8CV3qu7l6QI4aDi/3VbA1uU"
    "8i8NXdXOB3pv/JW/rqXj8y/E+dep1tug4d557hNrjCMujzJyWxJRd6vZrkzyJTeCHaRWAN"
    "jcJTb36CQqW8yoy2OAdJmyMnaW9hIFnEWmZp7nQUC7BO0K1TAdkigUUlsrc73U0VvHeEa/"
    "y/2UhU/q1Nb1cZu0Vi9GxJEZ8MIeqRcW2j3uzfc0QwvbeeGSz86q51NfAJXID0Pbehcdc3"
    "94IqhhM+5EF28B+cU9+qblHkF0LZOwt4o4sLbKClFTawtUotaqRKUewVI1WT7Urh6EfD38"
    "SBdEOQ99HglSVlnKkFRUrRBCGOatzNmA9eaeRhf61E6tt2m5g082GrYRLD2jnDXKA/P2SM"
    "1b0faKr+qqqNoqBrnuR+VPgGOC90g+VRh8XkVwszZzGVrlhac7Hff0yaU2jprMRXloM+wl"
    "feYGk8lN3GcuqqFQpM8c1N+3xnRRR4mdUOunTm/NPt+kqvp0JOimR6qb0o03FD9TPo+C/V"
    "p6v/axcAuPHETlXVpZ88Cji7kA3clwoFqmdwfdVwyqdd6JZWKVYEC9FPVxacYD5hw2tnFx"
    "SWFAvdwCI0p7DgKUv26hEZ/xa1AQgYQIkGliX+hUgQwB7Zub8a2Q7ek61ijcXJW9Pu5kgy"
    "36hO/uXffB8CnScMP9l2er4s88WlNVnVkfhwA/4Ze6KV8atGm+J2EHuvW00AMD87qRC2YZ"
    "3jm2yddc6vIFizjIFyzvpE3zBSEFpfoFaVcKCqSXQYxm9xrDZnVBRFdooZ4AkZomasIdtY"
    "voUwrbIkUcRGsgteUQyU8MJQaVze3KYUEQ0oKAWr09houRRCf8DASd2F+5+ogm8pZg4OgW"
    "DywcQO/kQzm9bulxu65fuQRXeZg8ftd1C5v2AjnvLuKfB7iA1xCn31xp40G/vPYGKAg5Aa"
    "5mqbUZenfRxS41o7H3iFOxNk6wHWsTbfw5TqON73BLev3p4LN21mEtHx/xLbmZsM9ZLeUt"
    "6ff0vjYcsgsm+/aOo0riLZSIii3gh+DdWZPvHddtXquLpiBQiGQVojnlR0QTSseDCiSjAr"
    "F+jjZP9Tx3XQcjUqUK5XDl8BAFvtXGs7qy4/DQaDQscH8+KJN7c3Wu0S0kEgQdZAcVsxsi"
    "QtXLTXsjQnDO7zFK3bxHZC7uUyzA9uzTmvzhXMS/fXMbtVR8RM43f0udD9GD+n/79rb77U"
    "GoGaqF76b0uTeH8LJRJ81SfmI6TiCWd4yxvOingPqcjofcZJlzqyg1c9cTygvPY8BmkS5A"
    "EaH8tZVtR844eHdf4d010RKZdsBZIqoVwBykTTHNrYUbUoIMmx3469mJJ1rAgVFxB3BlCL"
    "gyfORg3/AD5AlbtSUouMJVdoXHwsKE8441kXICBBkrLePDi0GiR2THdxCTb7f3uTcY9s6H"
    "LOaY3uOWXPfiwOMSJaHH4Sj63XRcX5WgIytdE9Aj0uG70yHeH4gCcY+FiEyHA5FlIh+x53"
    "ONsZr+LisE5NFAdAjiBBAdOk6pQ87/vqM/JVmsC+LS9bA9J58SN1de/y1xn8Vsih0JDkwY"
    "f6XTLb2azWUPPa1iPYVZSFmgXxbHXoJ+b9LvXWjdv/YXWcuOj64NrZWHnWyKrWUAiK0daW"
    "zN9SyJCpU8CpZs6bzAB5vngWrmoEixKgc5u9e9r1eaPmUuiJcFXV9Z1+HLGz1Klp6FRBUf"
    "xOF5ipaYWMlyLiQPTb8Y6B+pPGL8LZnc9PvaZHLW8cOoxdQtuewNouz0GbKduE80k5i2kp"
    "kqnqP0CG+RqGkeo/KLo27cNH6PjQXd5l3O2lVD/RoS4tYSneMWbshT62sC1xkEItdm6HmY"
    "mJzINVvrK9xQOUwr1oziwvyhwbr8oXJZ/lBeldM9wpCYqRzsfqbsW7mqhecr3asWSzdg00"
    "+0VycH2orZu/tMoVhlMOjsxGwhEEpF5KNh55PIS3Rspj742PQwZ1mpSU4sA4F9iT7N2LI9"
    "bAZG6Dki5JdxwL2Mzu3JuNULMKjdlPXReHjpIGoZC/NfAoIEZCXgPsmpkyXckauSe4rNwQ"
    "w+22szOuD/rPqkvzq95VWn+ynG+q41FuY6Dj0hQykHAcbFGSeuWIeJdDxwLVOtFQSOVG5T"
    "EQnp4yqnjyP/QULCGQqkq7J0Icm3C0m+kO4JSb4g9SZSV6jLSHKE+cZEyNWYkyZZkHQ0pE"
    "AeaQpk0mJGsk86JEG+0jkDRQN7JP8AGka/PedbU4NnnrswpFr+l5FtonfX3eddOREUceBs"
    "l17PF8gWyhFYAcAZKeP45WYk3dwMLqo8v/wkpDC0rXcMdoALTQ3pcf5ibC7lDaHom5YXjg"
    "dMjHvk3/MWjuqTJYs4OFmyPJGbnix5gGUY7oxl9QmfGTC6vNTGrKIiwbMTA/ra9ZRdYid9"
    "LwN27ULrDwc6u2Zh07EJu8as+4tx74t+1nmyg3vLQ0/klmi/Xg+i++HnpR3dT4srNrA65R"
    "rxo/kSzqIisoXOogNxDjVyrMe9ZWQcwXkgBE+UljF4+8Hvu2O/741f7/PNPj/Z4O9lRh74"
    "eo/U1wutpHeZuE4pE6uWSQHgCRBnG/wuu2Sb7SKii0keA5xLpJXSpzBESS+AgHWJ0i/X4R"
    "DezCmTYnfokjFDP3AXcYsHEZ9M/2YyHV1p47NOeodbMhp/7OmDf7OLrjdHxP6TXZ30e7rO"
    "rvkmIoRd6V1cDfSzDrIWNlHD22L7Rnz4JEfZ3HAKWobbYevwVBM92M7hS+T7Ty41dPj+47"
    "q+GCUgrFESus9zwLZWx4ji00ItYThQkMBrJCDUFaYEA+bFmY/CT77xiBzbMlgegahTjnsD"
    "8MCq7IFFT8gOqMiwZ89sE/EPD6rd6CvuAKeFCOz5VFmah9jneME36VgrGPAtwLeDyDxEc2"
    "lrJI9XeKfpajqL3LIAMAv93pLpL/RP38sYFqcN7IrTSrPidO2EePKECIvfMM8RJ1Lf8zxU"
    "kSSxDi1JwLH9N8tx6/5jFpKoz23nLrSdwCb+O/b3/iloJG5LB/jt93IWD/1pzFwnidaLeK"
    "dzMIXntLLaU+QElaC+jAPuxbmPe2zLxJGLSNBVVdZVodSyC6WWkHwBpZYg9cNKufmMSVh7"
    "lntuwMmGpJtHNhSybiDrBrJu3lqrdtwqh2A14XkMWDISPni6df4pmOyUx+wwPn4z7e/J67"
    "H9mU7nbBBaHNYvHRdVTfUcqET7jKFaNdkvRjfnQ61zPdb6g8lgpBc1nOjDotN1rPWGa+sJ"
    "mUvQnEcBzw14dp+IzElMORQUDUsXrYIDdt/qigT7HChIANywu5GEQq4EcMPu3g27dBAxxD"
    "ktw4BY8G8fq6cT/NvHKHXF/NsTvPFc5fVxJ0283ezEITha+Yi93vEsEJVBHgUGvbRBn7x8"
    "IuZkDgKBBwk78lnIQfj8CsfgATG9Dc8g59zHGmJ5Rz0CsVxiPTeoCJXV8JsHAc1NaEZkzi"
    "shreF4hQCCmxDsU8PX8JfITBTRxjyXgUB3s2XjSYrtEg7IriJbHRvxC76bYN/fYCGWR51s"
    "sA+f8B21DiMAWIdHah1K9SiGDtFbsg09HEh0ei0BodXrSclQbNrq1cKPtthB6hkCQrwSh6"
    "dDUOVI3OvF/DifnXuPiYTcy9gWSv5AJN0oug/dlVsrZqWMoXvXfbjAjv2IvZcNFtH60JPN"
    "ZhED0SkQoWwoGDlW4wgTa+naMsdCFYFgJEkbSQvs+3QlEJZAEQcCkBZAxNka9TX1JMl4iF"
    "3KnOkd3v0HmxzlqSZcnEGAcnnKhReYIg4WGOkFZk8HLyrmitkP965php4n5ZEpQcFiU85i"
    "O/BDrZZUiU5MMwHpdq81/WKgfzzrJHjWv2w4+BwfdJWYdOxoqsveYMguzZDtYEUOp0JBgB"
    "fLgCOnynUwD9ndJvT+bVfBrWXxE6o2SaxtORhUEym9rMXvuBGSgHfoRL2U18Aga5VlHYUC"
    "kuVONpJQhIO8VZY3vdWSfjtsVOkulXsiB9kiE2FrmyP2PFesR30KgNi3RHlz6MVV4guRqV"
    "xCwTSGSs3jTSpQLgSpJWGeBiHI4tCThiHINI4EEcgjjUBCN549ekdDT+ggw2Q4RGFk+p8z"
    "d75YK/8MssMW/vujfK1ZP5yttuNzPyzbZ9/fMqhW5fOq9Zo50zm3Udie6o6+RIcMRlvKLf"
    "lItbmzztwlOPagR5525kJPPfV796HHyfEi63aGgKVb5nhlDz/abugb4sxzoAq/CociATlv"
    "eOVNwEuqspc0WXsN3ya8SpZ6ma+BQdYqyxp653XBcQiOQ2jxBlI/LHdxD3u2ed/lO4iTD0"
    "82uIRRNkwZP/CxOIFfueXU9War2NGZK0F0Sz9Mc7V0UugPPzRwCNBR1aeFss9KaXX0vRJg"
    "OBneQna/e/++ibvl/ftqfwv7rKRGuSTAhLOb/msy0iv0pwxS3kZtM+j8r9M+Fy4jo97wL9"
    "v4pU2Q3eB8301p/vp/jIT1dQ=="
)
