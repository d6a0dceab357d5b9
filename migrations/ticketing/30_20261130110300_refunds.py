"""Refunds that come back: reversed in the ledger, owed, repeated or paid out another way."""

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
    "O+bS31d/NL68+pvaZ3Y3Ok30j+zT2LY07xGZ5z7t6X1tOMx9zuTtRPjEF5Ufkx79lx817u"
    "mTS0rh6JL+Gw1KziM23Bmr1F7dyfg4+MwOwk5U/Ln9yI7ETj4ba32Nfrz6G5QXE9MRFH1J"
    "WTdWjrEZZdxYecc+U73t8quhXVEKzjqP2LNnLwZm2whjh82M695k8oUKmdHj0/suke8/UR"
    "nLeMo+nDbRf06rFaDTsga0l0QjMI7AQQMOmiPmf0/+eeA+c3BJ+sWA/Veyv/+wOsgh5XIm"
    "sQiVgCABWQmwLgUhpzSmmQGYoXdnAnaZGZR4jETsQGZOUTvwrJPgb8lE0y+iKz4mVnplGv"
    "2apD9MUnvKZxbIx95nzbi5PuvM0SM2wiWLvX/SR190Fnl/IO4TUSPujoIAL5YBR6qV71Me"
    "An7Vtao9/BxI5ArnYO1ridCyPOG8uB3kBwb2PFcoJb+Igg4k4q7IBfZ9NOcHi29uBhd83o"
    "uoEu9haFvvGFYdh+Q26I89TPErkp/80TeFUgdYwvzIYSzeyCeDtW/HOhDxVuaFqxXppT83"
    "BXtXQ04axHvpNQj5QsgXQr4Q8oWQL4R8Wx/yhdZW+0yJnQV0lkrGYDjg1rjMdiwHME6rBd"
    "Je49RyCZYQeQ4GxikYp1XG6YhpcYMAL+rM09Kgkw0GalYRBzbqkdqoUMx6fFl6QH62JO61"
    "jg8Ewa7sMV8SBMCu/BEiEtgBpxSwkvs8pE3Mby23gn6vwFh6Nu/0t5oK1SIMqlT98C5wA8"
    "Q5eLWGxDwIKLRsP+oOY0gUTHOw+yH0rfxDwmzOMJYhsgg7cg4D9Gx43GOnEgYqlK4c7GgY"
    "vND6g6ve8JsfTmIvvP+HQ+31bs49//37tcJzSpTEHC3Cjobh6jlqE9MJLcxRSzewmAceO4"
    "9sI5aajSXgcW7kivkfN/oeBfyO4HI8UpcjnIu9l/QYOPUBqpGaVyMt49qhrpgcutdp7dEy"
    "rT3KJSLlUpD6o6vroTaNry6WDo7SgXKJObmEHO3X60GUh4Ofl7anShfQJJdJVqg5uMqrWV"
    "cf6RoFUj3tloz04YD95hLHJlgNMUAbs7duYwYuOHDBKWVSggtuO+4NcBGBi0gJHsFFtPWN"
    "RtTOKwGh8YSsqbci0nQtIQfHGhBKrSUOQHNJgMzAED2PuIwD7uW5j4pVZMhfAYF9efaXlD"
    "mpqb8CAvvi7BM3ORS0KesrALAtzrZDmTFe6X8r30NhOXR/Gemjm8gDSh/RDb2scjIrklTF"
    "LRr7aH2JOpgiEkphVCuFqdKzjJnrcC3gZupWDq7wO6jsWlhQnl4hijIeZCEuCwtHcSyZGs"
    "ACEtY+lde+R+z57OuvibjSuZJD7C6I/t0biXLbifJQK11NdXtrpcOlJSn1IhKkrrrUFcpg"
    "DIM797k2hTE34mRTDmM0NhrWqhzGJm8IJDHCwfTtVO7iBvgiBlSGaEUq0a5tJj+8+w82OS"
    "9TNeM5CFAuT7lwjLiIg3Rg6RgxHM60W+7VUUGvke9f4EfbxHVqaHnUJlWUdQCk8mEAKKo5"
    "Un00Fr/INpohYBeV2EX3dtKVasTvZw+1fT/kTPfq1SYd3ybOt+aEXYb+PV30H7CQ6VNEwS"
    "oiE74D7zf4QXeuhEZZLxqzJ+rV0PK4zYpo3N87MlVAFT1SVXTpuY+2hYVOmcpjYCOR2EhS"
    "Ao1q58Jm9o0aHwOIoZFVsP8TWFUTwZ4OgQ4D0xUrAshBYO5LzP30gAsJZbYEBW0WtNnG2m"
    "yydw1durLWqrPrAzfqs+m+6LhzwyZ71GhZDxBs3CP/nrenEORV1eEXcKX36u4lKUI4qPh/"
    "3dbAFqX8S0NXtfOB3ht/5a9r6fj8C3H+dar1Nmi4d577xBrjiMujjNyWRNTdarYrk3zJjW"
    "AHqRUANneJzT06icoWM+ryGCBdpqyMnbS9RAFnkamZ53kQ0C5Bu0I1TIckCoXU1spcL3X0"
    "1jGe0e9yP2Xhkzq1dX3cJq3VixFxZAa8sEfqhYV2j3vzPc3QwnZeuOSzk+z51BdAJfLD0L"
    "beMegBiqCGzbgTXbwF5Bf36JuWewTRtUzC3iriwNoqK0RNrS1QiVqrEpV6BEvVZPlQu3oQ"
    "8vXwI10Q5Tz0eSRIWWUpQ1JRtUIIYZi3MmcD1pt7Gl3oUzu13qblDj7ZaNhGsPSMctYoD8"
    "zbIzVvRdsrvqqromqrGOS6H5U/AY4J3iP5VGHweRXBzdrMZWiVF57udNzTJ5faOGoyF+Wh"
    "zbCX9JkbTCY3cZ+5qIZCkT5zUH/fGtNFHSV2Qq2fOr01+3yTqurTkaCbHqluSjfeUPxM+T"
    "wK9mvp/drHwi08chCVd2llzQOPLuYCdCfDgWqZ3h10XzGo1nknlolVggH1UtTHpRkPmHPY"
    "2MbFJYUB9XILjCjtOQhQ/rqFRnzGr0FBBBIiQKaJfaFTBTIEtG9uxrdCtqfrWKNwc1X2+r"
    "iTDbboE767d90Hw6dIww33X56tij/zaE1VdWZ9HAL8hF/qpnxp0Kb5noQd6NbTQg8MzOtG"
    "LphleOfYJl9zqcsXLOIgX7C8kzbNF4QUlOoXpF0pKJBeBjGa3WsMm9UFEV2hhXoCRGqaqA"
    "l31C6iTylsixRxEK2B1JZDJD8xlBhUNrcrhwVBSAsCavX2GC5GEp3wMxB0Yn/l6iOayFuC"
    "gaNbPLBwAL2TD+X0uqXH7bp+5RJc5WHy+F3XLWzaC+S8u4h/HuACXkOcfnOljQf98toboC"
    "DkBLiapdZm6N1FF7vUjMbeI07F2jjBdqxNtPHnOI02vsMt6fWng8/aWYe1fHzEt+Rmwj5n"
    "tZS3pN/T+9pwyC6Y7Ns7jiqJt1AiKraAH4J3Z02+d1y3ea0umoJAIZJViOaUHxFNKB0PKp"
    "CMCsT6Odo81fPcdR2MSJUqlMOVw0MU+FYbz+rKjsNDo9GwwP35oEzuzdW5RreQSBB0kB1U"
    "zG6ICFUvN+2NCME5v8codfMekbm4T7EA27NPa/KHcxH/9s1t1FLxETnf/C11PkQP6v/t29"
    "vutwehZqgWvpvS594cwstGnTRL+YnpOIFY3jHG8qKfAupzOh5yk2XOraLUzF1PKC88jwGb"
    "RboARYTy11a2HTnj4N19hXfXREtk2gFniahWAHOQNsU0txZuSAkybHbgr2cnnmgBB0bFHc"
    "CVIeDK8JGDfcMPkCds1Zag4ApX2RUeCwsTzjvWRMoJEGSstIwPLwaJHpEd30FMvt3e595g"
    "2Dsfsphjeo9bct2LA49LlIQeh6Pod9NxfVWCjqx0TUCPSIfvTod4fyAKxD0WIjIdDkSWiX"
    "zEns81xmr6u6wQkEcD0SGIE0B06DilDjn/+47+lGSxLohL18P2nHxK3Fx5/bfEfRazKXYk"
    "ODBh/JVOt/RqNpc99LSK9RRmIWWBflkcewn6vUm/d6F1/9pfZC07Pro2tFYedrIptpYBIL"
    "Z2pLE117MkKlTyKFiypfMCH2yeB6qZgyLFqhzk7F73vl5p+pS5IF4WdH1lXYcvb/QoWXoW"
    "ElV8EIfnKVpiYiXLuZA8NP1ioH+k8ojxt2Ry0+9rk8lZxw+jFlO35LI3iLLTZ8h24j7RTG"
    "LaSmaqeI7SI7xFoqZ5jMovjrpx0/g9NhZ0m3c5a1cN9WtIiFtLdI5buCFPra8JXGcQiFyb"
    "oedhYnIi12ytr3BD5TCtWDOKC/OHBuvyh8pl+UN5VU73CENipnKw+5myb+WqFp6vdK9aLN"
    "2ATT/RXp0caCtm7+4zhWKVwaCzE7OFQCgVkY+GnU8iL9GxmfrgY9PDnGWlJjmxDAT2Jfo0"
    "Y8v2sBkYoeeIkF/GAfcyOrcn41YvwKB2U9ZH4+Glg6hlLMx/CQgSkJWA+ySnTpZwR65K7i"
    "k2BzP4bK/N6ID/s+qT/ur0lled7qcY67vWWJjrOPSEDKUcBBgXZ5y4Yh0m0vHAtUy1VhA4"
    "UrlNRSSkj6ucPo78BwkJZyiQrsrShSTfLiT5QronJPmC1JtIXaEuI8kR5hsTIVdjTppkQd"
    "LRkAJ5pCmQSYsZyT7pkAT5SucMFA3skfwDaBj99pxvTQ2eee7CkGr5X0a2id5dd5935URQ"
    "xIGzXXo9XyBbKEdgBQBnpIzjl5uRdHMzuKjy/PKTkMLQtt4x2AEuNDWkx/mLsbmUN4Sib1"
    "peOB4wMe6Rf89bOKpPlizi4GTJ8kRuerLkAZZhuDOW1Sd8ZsDo8lIbs4qKBM9ODOhr11N2"
    "iZ30vQzYtQutPxzo7JqFTccm7Bqz7i/GvS/6WefJDu4tDz2RW6L9ej2I7oefl3Z0Py2u2M"
    "DqlGvEj+ZLOIuKyBY6iw7EOdTIsR73lpFxBOeBEDxRWsbg7Qe/7479vjd+vc83+/xkg7+X"
    "GXng6z1SXy+0kt5l4jqlTKxaJgWAJ0CcbfC77JJttouILiZ5DHAukVZKn8IQJb0AAtYlSr"
    "9ch0N4M6dMit2hS8YM/cBdxC0eRHwy/ZvJdHSljc866R1uyWj8sacP/s0uut4cEftPdnXS"
    "7+k6u+abiBB2pXdxNdDPOsha2EQNb4vtG/Hhkxxlc8MpaBluh63DU030YDuHL5HvP7nU0O"
    "H7j+v6YpSAsEZJ6D7PAdtaHSOKTwu1hOFAQQKvkYBQV5gSDJgXZz4KP/nGI3Jsy2B5BKJO"
    "Oe4NwAOrsgcWPSE7oCLDnj2zTcQ/PKh2o6+4A5wWIrDnU2VpHmKf4wXfpGOtYMC3AN8OIv"
    "MQzaWtkTxe4Z2mq+kscssCwCz0e0umv9A/fS9jWJw2sCtOK82K07UT4skTIix+wzxHnEh9"
    "z/NQRZLEOrQkAcf23yzHrfuPWUiiPredu9B2Apv479jf+6egkbgtHeC338tZPPSnMXOdJF"
    "ov4p3OwRSe08pqT5ETVIL6Mg64F+c+7rEtE0cuIkFXVVlXhVLLLpRaQvIFlFqC1A8r5eYz"
    "JmHtWe65AScbkm4e2VDIuoGsG8i6eWut2nGrHILVhOcxYMlI+ODp1vmnYLJTHrPD+PjNtL"
    "8nr8f2Zzqds0FocVi/dFxUNdVzoBLtM4Zq1WS/GN2cD7XO9VjrDyaDkV7UcKIPi07XsdYb"
    "rq0nZC5Bcx4FPDfg2X0iMicx5VBQNCxdtAoO2H2rKxLsc6AgAXDD7kYSCrkSwA27ezfs0k"
    "HEEOe0DANiwb99rJ5O8G8fo9QV829P8MZzldfHnTTxdrMTh+Bo5SP2esezQFQGeRQY9NIG"
    "ffLyiZiTOQgEHiTsyGchB+HzKxyDB8T0NjyDnHMfa4jlHfUIxHKJ9dygIlRWw28eBDQ3oR"
    "mROa+EtIbjFQIIbkKwTw1fw18iM1FEG/NcBgLdzZaNJym2Szggu4psdWzEL/hugn1/g4VY"
    "HnWywT58wnfUOowAYB0eqXUo1aMYOkRvyTb0cCDR6bUEhFavJyVDsWmrVws/2mIHqWcICP"
    "FKHJ4OQZUjca8X8+N8du49JhJyL2NbKPkDkXSj6D50V26tmJUyhu5d9+ECO/Yj9l42WETr"
    "Q082m0UMRKdAhLKhYORYjSNMrKVryxwLVQSCkSRtJC2w79OVQFgCRRwIQFoAEWdr1NfUky"
    "TjIXYpc6Z3ePcfbHKUp5pwcQYByuUpF15gijhYYKQXmD0dvKiYK2Y/3LumGXqelEemBAWL"
    "TTmL7cAPtVpSJToxzQSk273W9IuB/vGsk+BZ/7Lh4HN80FVi0rGjqS57gyG7NEO2gxU5nA"
    "oFAV4sA46cKtfBPGR3m9D7t10Ft5bFT6jaJLG25WBQTaT0sha/40ZIAt6hE/VSXgODrFWW"
    "dRQKSJY72UhCEQ7yVlne9FZL+u2wUaW7VO6JHGSLTIStbY7Y81yxHvUpAGLfEuXNoRdXiS"
    "9EpnIJBdMYKjWPN6lAuRCkloR5GoQgi0NPGoYg0zgSRCCPNAIJ3Xj26B0NPaGDDJPhEIWR"
    "6X/O3PlirfwzyA5b+O+P8rVm/XC22o7P/bBsn31/y6Balc+r1mvmTOfcRmF7qjv6Eh0yGG"
    "0pt+Qj1ebOOnOX4NiDHnnamQs99dTv3YceJ8eLrNsZApZumeOVPfxou6FviDPPgSr8KhyK"
    "BOS84ZU3AS+pyl7SZO01fJvwKlnqZb4GBlmrLGvondcFxyE4DqHFG0j9sNzFPezZ5n2X7y"
    "BOPjzZ4BJG2TBl/MDH4gR+5ZZT15utYkdnrgTRLf0wzdXSSaE//NDAIUBHVZ8Wyj4rpdXR"
    "90qA4WR4C9n97v37Ju6W9++r/S3ss5Ia5ZIAE85u+q/JSK/QnzJIeRu1zaDzv077XLiMjH"
    "rDv2zjlzZBdoPzfTel+ev/ASQyCew="
)
