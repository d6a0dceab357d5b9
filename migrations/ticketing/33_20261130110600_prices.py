"""Price tiers, prices that buyers may raise, and tickets that are given away.

Tiers stand in the row of their ticket type, so that a sale reads them with it. `tier_price` of an
event is what lists show while a tier is in force; a job keeps it, and no sale reads it.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# Before the triggers know the columns, so that this is no edit of anything.
COLUMNS = """
ALTER TABLE ticket_types
    ADD COLUMN price_tiers jsonb
        CONSTRAINT ticket_types_price_tiers_are_some CHECK (
            jsonb_typeof(price_tiers) = 'array' AND jsonb_array_length(price_tiers) > 0
        ),
    ADD COLUMN is_price_open boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT ticket_types_open_price_has_no_tiers
        CHECK (price_tiers IS NULL OR NOT is_price_open);
COMMENT ON COLUMN ticket_types.price_tiers IS
    'Prices that hold until a time, or up to a number of tickets, in order; null without any.';
COMMENT ON COLUMN ticket_types.is_price_open IS
    'Whether a buyer may give more than the price.';

ALTER TABLE events ADD COLUMN tier_price numeric
    CONSTRAINT events_tier_price_is_not_negative CHECK (tier_price >= 0);
ALTER TABLE events ADD COLUMN lowest_price numeric;
COMMENT ON COLUMN events.tier_price IS
    'The lowest price in force where ticket types have price tiers, as a job saw it last.';
COMMENT ON COLUMN events.lowest_price IS
    'The tier price, else the price: lists show it, and are ordered by it. Kept by a trigger.';
UPDATE events SET lowest_price = price;
DROP INDEX events_status_currency_price_idx;
CREATE INDEX events_status_currency_lowest_price_idx
    ON events (status, currency, lowest_price, id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_types_with_tiers_idx ON ticket_types (event_id)
    WHERE price_tiers IS NOT NULL;

ALTER TABLE cart_items ADD COLUMN unit_price numeric
    CONSTRAINT cart_items_unit_price_is_not_negative CHECK (unit_price >= 0);
COMMENT ON COLUMN cart_items.unit_price IS
    'What the buyer wants to give for a ticket, where that is theirs to say.';

ALTER TABLE bookings ADD COLUMN complimentary_reason text
    CONSTRAINT bookings_complimentary_costs_nothing
        CHECK (complimentary_reason IS NULL OR total_amount = 0);
CREATE INDEX bookings_complimentary_idx ON bookings (event_id, id)
    WHERE complimentary_reason IS NOT NULL;
COMMENT ON COLUMN bookings.complimentary_reason IS
    'Why the tickets were given away, in the giver''s words; null for tickets that were sold.';
"""

# Not a generated column: in the trigger that counts edits, it would make a row of any save differ.
# By its name the trigger fires before that one. Sales change neither price.
KEEP_LOWEST = """
CREATE FUNCTION keep_lowest_price() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT AS $$
BEGIN
    NEW.lowest_price := COALESCE(NEW.tier_price, NEW.price);
    RETURN NEW;
END $$;
CREATE TRIGGER events_keep_lowest_price BEFORE INSERT OR UPDATE OF price, tier_price ON events
    FOR EACH ROW EXECUTE FUNCTION keep_lowest_price();
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO STRICT definition FROM pg_trigger
    WHERE tgrelid = 'ticket_types'::regclass AND tgname = 'ticket_types_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
WITHOUT, WITH = "UPDATE OF ", "UPDATE OF price_tiers, is_price_open, "

NO_COLUMNS = """
DROP INDEX bookings_complimentary_idx;
ALTER TABLE bookings DROP COLUMN complimentary_reason;
ALTER TABLE cart_items DROP COLUMN unit_price;
DROP INDEX ticket_types_with_tiers_idx;
DROP INDEX events_status_currency_lowest_price_idx;
DROP TRIGGER events_keep_lowest_price ON events;
DROP FUNCTION keep_lowest_price();
ALTER TABLE events DROP COLUMN lowest_price;
ALTER TABLE events DROP COLUMN tier_price;
CREATE INDEX events_status_currency_price_idx ON events (status, currency, price, id)
    WHERE deleted_at IS NULL;
ALTER TABLE ticket_types
    DROP CONSTRAINT ticket_types_open_price_has_no_tiers,
    DROP COLUMN is_price_open,
    DROP COLUMN price_tiers;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return COLUMNS + KEEP_LOWEST + NOTE_EDITS.format(before=WITHOUT, after=WITH)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return NOTE_EDITS.format(before=WITH, after=WITHOUT) + NO_COLUMNS


MODELS_STATE = (
    "eJztXWtz4jjW/isUX3amKm9XT3pum9raKkKcHraJSQHpnt7JlEuxBfHGyIwvuczu/PdX8g"
    "VfkI2lEBDmfJmeGD3GPEc+Ojcd/bcb2OYDDmwyf9cLLTsYuvMr18JO96zz3y5BC0z/p3LM"
    "SaeLlsvCCHYtQHdOhENstOG40VV05wceMgP6wQw5PqaXLOybnr0MbJfQqyR0HHbRNelAdq"
    "vVpZDYf4TYCNw5Du6xRz/47Xd62SYWfsZ++ufywZjZ2LEKj25b7Luj60bwsoyundvzAQku"
    "o7HsC+8M03XCBcnGL1+Ce5esADYJ2NU5JthDAWbfEHgh+wXsAZNfm/6o+GGzIfFT5jAWnq"
    "HQCXK/+M7IrnUNQx9NjYk2NYyuAEemSxi/9FH9iIA5e4T/+/vp6YcPP52+//Djzz98/9NP"
    "P/z8/mc6Nnre9Y9++it+mIyt+FYRZ4OPA33KHsilQozFyy78FWFQgGJUJIyMfRSss39BGQ"
    "zsBebzHyNK/FsJ5F36P2VppNzXiSO9kMkjm4a7EIiHkTUizksyEWq4ng6utMm0d3XNvm7h"
    "+384EW+9qcY+OY2uvpSufvPjt0XhrG7S+TKY/tJhf3b+PdK1iF7XD+Ze9I3ZuOm/u+yZUB"
    "i4BnGfDGTl5mx6NWWNjsxJ2QxczxB90/Koze8bR8LJoykj4B2+cQXu2XOuMT/Fz9W8J4gS"
    "6/THHOB7Vfceab9OC6+Q/rk37v/SG39z1fv128JrNBzpH9PhGd16fzg6LxHuh3f/wSZHr1"
    "UznoMA5fKUC2uYIk5Kx6hG/X6UDH7ERJz+PAoUvCz3d3jmenid+X9NRjqf9wxRNqNsM+j8"
    "r+PY/gGyX0Mko6Je6ZT1S8kGYjcoKx00C7AnQvsKAKzLs266nocdxB6Tq2+qF9l1pNRaez"
    "j8b22pZb7z7CHnv7ELd8h8eEKeZax94p66VWPXP1qcLspXEEHziEj2i9nvy6IL5677QP+t"
    "C0AUhpxsiD/cxYN9CD8cZ/jBwzPsYWJyls9qRVIAgb0uYa+HPhYPB+RAYKkfmqUO5LMrrm"
    "dJTPw8CtwkWe7/CBEJ7OBlnftK4vOQNs360+++/+n7nz/8+P2K8NWVOp7XOQ3cADkGWrgh"
    "4cS7rlyCX/jMloFljwib9gI57y7ifw+Q6Roa9ZsrbTzol/2a0GM2BWd69u+RV+HR5DCtsE"
    "Oo7f9sOJjMg3v654caElMj5EPZj0w+OGWflIKEAQpCn8+vRsJFxPGAPg9KTLtiqHCF3h3T"
    "3SUmVuKyCNDdvdb0i4H+8ayT4G9Jf6RfDsZX2sVZh1I+s70FtujVnt7XhsPoKvvRjsOujr"
    "XLG/2CXaSGbkgfj17Tfr0ejNkl/Ly0PRxPRUFxfvdjA3l+V85SZQJlH5UiX7H3ZrCkn2ga"
    "sYxtYULxQBKIKSe1GcR43vmGeL64iNyCmBWzptokZds3qNeNmc7hmMiu62BEKsIiRWRJzP"
    "RlfzMjYnVlt7I9H42GBbGeD8qO983VuUY1aiRPOsgOKixj010sHTr3SYC8F8PDyBfLF1fh"
    "IbwqHhmJl1zDCjkLWu0LUATC/BeY/4/Y87klEpWOYQ6xO7/wu7cyurfsFJpUA9BfLrFUF5"
    "EttMhaXOIVLi1JqReRIHXVpa5ONrCPqHNpIe8SY6suJbg+7mRDXtBMEMaMQvaYHVQjUQKJ"
    "wq6P6eIUGPfIv+cJg1DLt6LErAgsG2YvAfYPUKXV8ZsUcqy0F7WKzwd6b/yVbxefcwo/zr"
    "9OtR6YFbDA7H2B8YIL2zdZmqJ+gSmP27zAeIFhJRBYYGCBSeeCsDBKwDblKXcgErV0zSDA"
    "i016JhvTSMfYdDiUtx2pUlFDux+NMoE6K0XIj/VhBBUWwToWBAFFVwrF133qzdKZyalk6X"
    "keqgxDZKASqw33nchVsPxjFpJoO2nnLrQdaqL479j3/bP7RmRvnLG//V6uRSZ2YCw9m1cD"
    "XlPBVoS9un7tcNKeFeVrEJ05kugMJH2OUeoK+cn32HwYkFo3OT/kZJOXzAYbdGECJ/k4nW"
    "Tw1PbvqUk6aUD/K+m3fZ9XaVatedLxbeJ8e56ZiQipiLjVNH8poFqxj2PXVZOMQgnWgXJ5"
    "yh/o7xThOx0PZEuQDV3yWrndYc7dt1T9DqXjobAeWg4ckJHJtib4cRS06UzPQWCyy+wiMb"
    "H9KBWYK0FbuIJAZO6NInNNKuXEquQUKJCD2Nw+Y3MmnSYi60Y6HrwMiVXDfaoKXtR2p3mq"
    "DF5Ad5rGNhLfnW7WmuIQXOvutTbua/qU9aTwTEyCW3I5+JV1lJjZz6r0k3hEDi8aWlMFsE"
    "JAA5u9NLBRTXe8Zf8a6LG8P/WsQEEhyCHWtzZ1ajx3IerXFpHQBkbluGgsK+r32ZygURMx"
    "r6AgZ5XlzFbL0MecStZKZZqHtEiNbi0FnfJjUDOb/Q+nQf1GbgtYIHmdZMoNxwaoyyLsOI"
    "Xw/kCItLCD5epHi0hQ8yqreeivtNWXBkrtq6luV2oHSu2PUerqJPQ0Fjuqy+blBpxsSOVF"
    "cSjI4x1pHi+wA0cokbcCqJzUUDaTl39MAdJLsDZE5HfNPNVyvBRSNecrALAtybZwQD6Pal"
    "F4AzLWdRvR3chgEJNAtz/S+9p4Gh2aYGIvuCVXo88D7ayzcB9tfEumv2i96Zj+TW+OAo9e"
    "mVyP2Hh/6bLR7NgFbazRm8TnLsTHht2SEQWOzzrZM+099c3MfyO1/4UCMXlgC52LA3EmGg"
    "ViMLGkTlDIYCBgpQXMRPCnSwQt7QyzQ318M+0LamNlrRATLZEp1uQmD2nTzoLtBTkTggzb"
    "pw/rsYp0jpFXdyBCxR3gZASBkxHE2+JsryOOajNcuCAusLEn0VioCDv6xkKO+4R9mQZNZe"
    "DRMwknDL51heYBnjCIzICujKJ+8cW4d0m9XMtDM+rl9vrTwWfq4cb3Yl7v1fVQm8aHDS6W"
    "UaKef9igGr4v642XpCuk5JbBdyi4+KaOqOQ+aro27g3POgmeHfc40caf4+Mefew9qiKVJX"
    "phR4rJSiUH36FUSOJIiYhEp84gJZkib8lIHw7YXy5x7OROexcEu32c05OuKuPBWxR53V4D"
    "GeRg36Az2hMO0pSgUBGlcpwmFhbmBdCbSBlzo+cgY7VkTNdS6nqwE6SM1R63xt4LF70fn/"
    "qtikmFHZg8J8kuQs77E5OxmdXcHY6G1wutP7jqDb/54eS0FPtJLYPv35eX/4Cu3x63UU0t"
    "1XkY8LuBX5uYTugnjphAjHMNC9FNgehmgL0Fx1uvSZWkAKjVEM+SOIjMQzTnTPFmDl0ev0"
    "OPDhNRf07TzzqY3JIL6sdZUZEAqw9Qw5dDjuM++YaH6crncSKBtdpmHQzqRkDdJPTR7yX+"
    "jOdCNyE/j94h+2nF6qGTf4fIwyslsHYLEINAQjGOyhkWehHZ9VmGQeyomlqbfUsYnbkiZN"
    "xU4cHWkakIiRIciD1n1T72mtoQHhimPK9IJMfUA14GkmGB2vscUd5Yxn1d50482FVzjyNi"
    "nx/0YmFJnqlSo8hXCFDdEk3wvDki9p8yjfBKyDbV9e263ZIbIMeglvQDfTYRQ3EdCE0X+O"
    "SmKVnfdUR6WfDBQDKfZA9X7Aerq/8rI48mel5VRhnPtXssNlFLMJii6z3tAgcbM/oK88y1"
    "DVtzcziwMmQ3LopzX8YB9zKbo6HpUPvLL6Dp0FYXC2g6VE11u9rPQNOhY5S6QNMhbldkn+"
    "Olnyfwy09jHAf3OHMhayY0jf5vSq+vOgod2Jz4K30L0qvp3NhFn6brKOy3sVtTfthJk55N"
    "RhxPbNa6qatTjNdh70YH+R3Uebp3HXxG/2dpm0Ho4Y7td9iTWZ27l050/5POzPUWKOggYn"
    "WebCu4f9ctsb29u76igdQu2q9DM6kmzaRiyYq4TRmiFZvYdu0xRe+PgCW9Gt+mEPj2TGmX"
    "BNwc5blNkFeVIstA5XqTlyBuh31gtNapBTYF85OYzuHzgd4bf+XP4nR83g46/zrVepR5xb"
    "opTuLDnjcu04Vxzdbp5Bxp6LF4pMvins6HUU2v7CdjCcfL7pR6dbT6JXrA13HpXJ1SXxu2"
    "SafPKMBIavJApR+pSvdw0jJQxNkpgMDfkfB3bAsvlm7AGp8YD5izTaKafA4URCAhgqjAHk"
    "VVyOIHrq1hYXWVNmxcz6JGipQi4kDhXZB4F9CCnYG9znxNEVEGgT5s0PdqF32vhDTDCtAK"
    "bnetD2bIdkJPiPAcBEqGxBnHz0vbw1K9kwtIKBlSuWSIetsyIs7BQL4qy9fDQegRI/Q4u/"
    "Hq3Ok8CrSnxG5IqB1r6+ulVhx2jGchsTaFYfOjTppEYb0IAEFYCMJCEBaCsEckAgjCKhKE"
    "XfXmEBRCEQcCkBYAhGAhBAshWHW5hRBs2xn3Q9PEWOr8uhIUgnSqRREgWHQUYlYnWPSRCr"
    "0uTJR9frIhQDRHSfU9RIaOLzIEFdf79Ild3+YfcF/tDucgbWJ+a1uTon8FbNp0PPgQMtG1"
    "bPc01Qac/dM9z0OVh0SuYUsycGz/zWZ09x+zkEShvc5daDt0UfTfse/7Z3f3oomVxW+/K7"
    "UpYJAFoD/hlzpLgzdyk81RCm+D+XGk5gfsOdqb8SGYkIIk1CtCbfRhsLf0bNEt0yUgbJsu"
    "81+3bbqQ/CD+k1gL4gwBUx4KpqDt0jbaLr2xyTrEFtWWGjvZp85eXRu2yVh1IoDBjgyyIV"
    "J2rKaquCZrrQY7EI3VKFkDBUKq+CM27yzhZgfrpViVTbXude/rlaZPzzpJSRM7t/7yRo9O"
    "rWfVud1mwnnr4/VMk18n1EwSObjSwpgO+p+06YQuZHGT9VtyqWn0zxnG9P+nvV/ZHwF6Zn"
    "/d6L3r6+FAo5IKCbUUHBsrIqx4e7L4KR8WBFC2ta3cDvBCVgIZtEVHY+1YCntKYAL3Z9E5"
    "keyQGmH2izjgX5b/YgpN0HZdw4IcoLQaSqtbWVrNtv+us1utG5LhcOCQWo36rpDt1EU2s8"
    "9PNoQ0F3QkRDKPNJJpotAXqpFaAVqhaXedCmt9YOt8NPo00D8a/ZF+ORhfsThJauFT6me2"
    "t8DWLRmNL7RxfkzsBOdGJAEyY6xdDXQ6eBUpMzy8YM/sZWMue4Mhu0k6gm1NKd5jejPW8y"
    "PiJhj5Mb0vvcE0PwQ9IeqTW+XAXPr36kvjy6vv1D6zu9Fpon9kn8a+pXmPyDz3aU/va8Nh"
    "7vP4wGA2IolF5cekR//lR417+uSSUji6pP+NBrHw84xy6M7YTu3VnYyPA/qd6U2MuU2/cP"
    "XZWOtr9OPVd1BeTExHUPQlZd1YBcZmlHFjFR37TO22y6+GdkUpOOs8Ys+evRiYLSOMHTYz"
    "rnuTyRcqZEaPT++7RL7/RGUsEyn7cNrE/jmtNoBOyxbQXgqNwDmCAA0EaI6Y/z3F54H7LM"
    "AlGRcD9l/J/v7T6iCHlMuZhBIqAUECshJgXQpCztaYZg5ght6dC9hlblASMRLxA5k7Rf3A"
    "s06CvyUTTb+IrviYWOmVafRnUv4wSf0pn3kgH3ufNePm+qwzR4/YCJcs9/5JH33RWeb9gb"
    "hPRI28OwoCvFgGHKlWvk95CMRV13bt4edAolY4B2tfS4SW1Qnnxe0gPzCw57lCJflFFHQg"
    "EQ9FLrDvozk/WXxzM7jg815ElXgPQ9t6x7DqBCS3QX8cYYpfkfzkj34pbHUAFeZHAWPxRj"
    "4ZrH0r1oGIt7IuXK1ML/13U7J3NeSkQb6XXoOUL6R8IeULKV9I+ULKt/UpX2httc+S2FlA"
    "Z6lkDoYDbk3IbMdyAOe0WiDtdU4tl2AJkedg4JyCc1rlnI6YFTcI8KLOPS0NOtngoGY74s"
    "BHPVIfFTazHl+VHpCfqcS97uMDQbAre6yXBAGwK3+EiAR2wNkKWMl9HtIm5rdWWxEraUqR"
    "IxQBLsEg3f669siifal5WJCBuAzo7w6MpWfzzj6s2Z9dhMEebT+8C9wAcY4driExDwIKLd"
    "uPeiMZEu0CONj9EPpW0VFhNmcYyxBZhB05hwF6NjzuoWsJAxVLUw52NAxeaP3BVW/4zQ8n"
    "cQ6KLkR2EP3mdJH6/v1a2wVKlMQcLcKOhuHqOWoT0wktzHHKNrCYBx47j2whlpqNJeBxLu"
    "SKRd83Rt4Fou4QcD/SgDucCr8fjxTOPIG9eE1F0F3GO+e6YnLoXqc775bpzrtcGV6uAK8/"
    "uroeatP46mLp4KgYLleWlitH0369HkRVaPh5aXuq9MBNKvlkhZqDq6zNuvpI1yiQ2mm3ZK"
    "QPB+wvlzg2wWqIAZr4vXUTPwjBQQhOKZcSQnDbCW9AiAhCRErwCCGirS80on5eCQhtV2Rd"
    "vRWRpmsJBTjWgJB1F49x3IUv2BOueSiigHeJYxddEiAzEGa+jAPu5bmPtsjJkL8CAvvy7C"
    "8pc1JTfwUE9sXZJ25yFHFT1lcAYFucbYcyY7wy7lm+h8Jy6P4y0kc3UeSZPqIbetl+7Wxr"
    "tirh6IjXqKEdL1InIJvcPVSWTbqT/WMUn043sc/jOPVnbWwMB1eD6VnHfaSmnWMv7KDJ/v"
    "h4xIWWpCbizy2cpCfiT9nd04/Y3W9J/2Y81vT+12xjfhphzvbmn998pQ+1unNsciZ3VmMG"
    "xdkVX2L/ZhEJWzhV28JZZakbM9fhxq6aGew5uMKaQtnVtGB+v0IUZTzIQlwWiSKW2bteQI"
    "LuU1n30cXaZz9/TcSVYdEcYnflL9+9kSi3vcELenxUU93eHh/h0pKUehEJUldd6grVHofB"
    "nftcW3ycG3Gyqfo4GhsNa1X1cZM3BMqPu+KKq7UK60AUVCPjLj64RcSByhCtKALctc/kh3"
    "f/wSbnZapmPAcByuUpF67uKOKgkF+6ugMOFdwt9+qYoNfI9y/wo23iOjO0PGqTKco611L5"
    "MABshztSezQWv8gymiFgFZVvj7P7ExpVI34/a6jt+yFnuldrm3R8mzjfWhB2Gfr3VOk/YC"
    "HXp4gCLSKTvoPoN8RBd26ERnVTGvMn6s3Q8rjNhmh8LkXkqoApeqSm6NJzH20LC52OmMfA"
    "QiKxkKQEGtXBhc3sGzUxBhBDI69g/yeHqyaC/fgHbhiYrtg2khwE5r7E3E8PZpIwZktQsG"
    "bBmm1szSZr19ClmrXWnF0fuNGeTddFx50bNtmjRcu692DjHvn3vDWFIK+qg0YBV3qv7l6S"
    "bSwHlf+vWxqYUsq/NFSrnQ/03vgrX6+l4/MvxPnXqdbbYOHeee4Ta2klLo8yclsSUXep2a"
    "5M8pu2BHu/rQCwuEss7tEJiraYU5fHAOkyGxMptcYSBRwlUzPP8yCgXYJ2hfYwHZIoFDJb"
    "K2u91LFbx3hGf8v9lKVP6szW9XGbrFYvRsSZGYjCHmkUFhq17i32NEML23nhkn9zM7jgU1"
    "8AlcgPQ9t6x6AHKIIaNuMekvESkFfu0S8td/eiukzC3yriwNsqG0RNvS0wiVprEpW6e0vt"
    "yfJh7+pByNfDj1QhykXo80iQsspShqKiaoMQ0jBv5s5GfYym0ZUNDu3ayJPNLm2EMZIWPe"
    "DUHqdTC+UViri4UP2+V/ol2lwfe4NrlZbKgB1AE69/fbr+1a+W3MGbF8wIlqyXUTdoWDSP"
    "dNEU7SH+qtbhB6QbYFtYW+b+3rdWA/nxooN8XvOMZn1jM7TKiqc7Hff0yaU2jjr6Rj7FDH"
    "tJU9/BZHITN/WNthsq0pIVWtW0JsqnjhE7wag2ypN9vslU9elIsE2P1DalCy+Vm6gM8ihY"
    "r6XXax8Ld7vKQVRepZV1DzyqzAXoToYD1TJtrui6YlCr806saLkEA+qlqI/D7A+Yc6LuRu"
    "WSwoB6OQUjSnsOApS/TtGIz/g1KIhAQgTINLEvdIRThoCTDprxrZDv6TrWKNzcwGR93MkG"
    "X/QJ39277oPhU6ThhvvvZKJKPPNoXVV1Zn2cAvyEX+qmfGnQpvmepB3o0tPCCAzM60YhmG"
    "V459gm33KpK60v4qC0vrySNi2th2rN6hekXdWaUIkNOZrdWwybzQURW6GFdgJkapqYCXfU"
    "L6JPKeyLFHGQrYHSlkMkP3GUGFS2tiuHBUFICwK2te8xXYwkDo3JQHBoySu1j2ghbwkGgW"
    "7xxMIBHDNwKAe9Lj3uASU1W1ZWiOPcsVLQvQEKQk6Cq1lpbYbeXXaxS91o7D3iVKyNC2zH"
    "2kQbf47LaOM73JJefzr4rJ112Pa9R3xLbibsc9Z24Jb0e3pfGw7ZBZP9esdRpfAWuimIKf"
    "BDiO6syfeOGzavtUVTEBhEsgbRnPIjYgml48EEkjGBWOtjm2d6nruugxGpMoVyuHJ6iALf"
    "auFZXdlxemg0Gha4Px+Uyb25OtfoEhIJgg6yg4rZvep2ILHNl4N9tfV0OC8A33h6wMtAhs"
    "sS7uh5hExl9TLY3kxluLQkpV5EgtQPSermPSJz8Vh3AbbnWOvkD+ci/uub26gr9iNyvvlb"
    "GhSLHtT/27e33W8PwvxVLa08pc+9ObWcjTppVooW03ECOeZjzDFH/67xX9PqHsFxTfJHj1"
    "Jq5q4ntF8hjwFfWnpjlAjlr91xeeSMQ9bhFQ5fRIUR2NjjpB7+NRnpNQxmsDKPthl0/tdx"
    "bP8Aw501FDI+6qdveaaWrHZ2A07wLWbTXfLO5t4UgCtiIQgnEIQz0RKZdsBZHqudnxykTX"
    "UmW0sBpwQZdGpa2LOT7KDAnK64A8xsgZntIwf7hh8gTziiU4JCelLl9GQsLEw471gTKSdA"
    "kLHSMj68uhD0iOz4DmLy7fY+9wbD3vmQ1YGk97gl1724GGSJknKQ4Sj623RcX5VCELadWM"
    "COSIfvzoZ4fyAGxD0WIjIdDkSWiXykvhk3EFHTc2uFgNrGNcMWMqNHmCODzOgxSh32Ye07"
    "81mSxbogLl0P23PyKQnx5u3fEvdZvrLYJebAhPFXOt3Sq9lc9tDTKs9ZmIWUBfpjcRwl6P"
    "cm/d6F1v1rf1nl7HiW2rRyedjJprxyBoC88pHmlV3Pktg1mEeBypau1X6weRGoZgGKFKty"
    "gr973ft6pelTFoJ4WVD9yjrBX97o0QYWVoyrSAzi8CJFS0ysRJ0LyUPTLwb6RyqPGH9LJj"
    "f9vjaZnHX8MGr7d0sue4Nox9AM2U7cu59JTFvJTJXI0dJzH21LrINtHqPyi6NuzUD8HhsL"
    "usy7HN1VQ/0aEmo2JLp5wulmryrTDz0PE5OTuWa6viIMlcO0QmcUFfOHBnr5Q6Va/lDWyq"
    "pt0FEqVC08X+latVi6AZt+ov2TOdBWzN7dV8nFJoNBZydmikCoDJePhpVPoibXsZn54GPT"
    "wxy1UlOYWwYC+xK987Fle9gMjNBzRMgv44B7GZvbkwmrF2Cwn142RuPhpYOoZyzMfwkIEp"
    "CVgPskZ06WcEduSu4pNwcz+GyvDUKB/7Pq01fr7JZXnbiqGOu7tlhY6Dj0hBylHAQYF2ec"
    "uGJdf9LxwLXMTsUgcKRqm4pIKB9XuXwc+Q8SEs5QIF2VpethSqkfyMap18FH3wHJCrHE+5"
    "Kh4H1R+X2Z29QRNMIlx3+p25OYh8FGRIGNiLAJoQubEKAcHTYhgNSbSF2hDmCspnqGvY2F"
    "2qsxJ02qtGdJwxAo0T6+Eu2k/Zvk2TpQpP3K4DFsatoj+QdwyMjbc741M3jmuQtD6pioMr"
    "JN9O76xCJXTgRFHCQDpfX5AtlCNUwrACRLZBJT3IrJm5vBRVVmil8kGYa29Y7BDlDR1JAe"
    "11fH7lLeEYp+aVlxPGBi3CP/nqc4qk8jL+LgNPLyRG56GvkBbhNzZ6zqWPicqdHlpTZmO7"
    "4SPDtlqq9dT9klZJp4GbBrF1p/ONDZNQubjk3YNebdX4x7X/SzzpMd3FseeiK3RPv1ehDd"
    "Dz8v7eh+WryjDKuznSx+NF8iWFREtjBYdCDBoUaJjLj3lUwgOA+EZJXSMoZoP8R9dxz3vf"
    "HrY77Z5ycb4r3MyYNY75HGeuGYh11urKGUie3mSwEQCRBnG+Iuu2SbrSKiyiSPAc4lyt7p"
    "UxiipBdAwLrE1lTX4RDeLCiTYncYkjFDP3AXcQsakZhM/2YyHV1p47NOeodbMhp/7OmDf7"
    "OLrjdHxP6TXZ30e7rOrvkmIoRd6V1cDfSzDrIWNlEj2mL7RnxgOcfY3HBwR4bbYUVhaoke"
    "bEHhEvn+k0sdHX78uK5vTwkIOkrC9nkO2NLqGFF+WqhlFQcKEniNBIS6VpVgwLw481H6yT"
    "cekWNbBqsjEA3KcW8AEViVI7DoCdkBFRn27JltIv7BfrULfcUdYBOBwJpPjaU526gkbmOt"
    "YMC3AN8OIvMQzaW9kTxe4ZWmq+ksc8sSwCz1e0umv9CvvpdxLE4b+BWnlW7FadmrCMkTIi"
    "x/wyJHnEx9z/NQRZHEOrQkgYaHMso5hf+YhSTqw925C20nsIn/jn3fPwWdxG3ZAL/9Xq7i"
    "of8aM9dJsvUi0ekcTOE5raz1FAVBJagv44B7ce7jMwBk8shFJNiqKtuqsNWyC1stofgCtl"
    "qC1A+r5OYzJiGuq7nJDTjZUHTzyIZC1Q1U3UDVzVtb1Y5bFRCsJjyPAU9GIgZPl84/BYud"
    "8pgd5sdvpv09RT22P9PpnA1Ci8P6peOiqqmeA5VonzFUqyb7xejmfKh1rsdafzAZjPSihR"
    "N9WAy6jrXecE2fkLkEzXkU8NyAZ/eJyJwUl0PBpmHpTasQgN23uSLBPgcKEoAw7G4koVAo"
    "AcKwuw/DLh1EDHFOyzAgFuLbxxrphPj2MUpdsfj2BG8893193EmTaDc7EQ2Ofj/iqHc8C0"
    "RlkEeBQy/t0Ccvn4g7mYNA4kHCj3wWChA+vyIweEBMbyMyyDmXtoZY3lG0QCyXWM8NKlJl"
    "NfzmQUBzE5oRmfO2kNZwvEIAwU0I9qnja/hLZCaGaGOey0Cgu5naeJJiu4QDsqvIVsdH/I"
    "LvJtj3N3iI5VEnG/zDJ3xHvcMIAN7hkXqHUj2KoUP0lnxDDwcSnV5LQGj1elJyFJu2erXw"
    "o81rW1ztnGcISPGKu+aQVKlWQe0Krxfr43xq3WNMJORexrZQ8gci6UbZfeiu3FoxK+UM3b"
    "vuwwV27EfsvWzwiNaHnmx2ixiIToEIZcOGkWN1jjCxlq4tcyxUEQhOkrSTtMC+TzWBsASK"
    "OBCAtAAiztaor9lPkoyH3KWEg+SHd//BJsd4qkkXZxCgXJ5yYQVTxIGCkVYwezp4UbFQzH"
    "64d00z9DypiEwJCh6bch7bgR9qtaRGdOKaCUi3e63pFwP941knwbP+ZcPB5/igq8SlY0dT"
    "XfYGQ3ZphmwHK3I4FQoCvFgGHDlV6sE8ZHeL0Pu31YJbq+In1GyS0G05GOwmUlqtxe+4EZ"
    "KAd+hEvZTXwCBrlWUdpQISdSebSSjCQd4qy5veakl/HTaqbJfKNZGDbJGLsLXFEXueK9aj"
    "PgVA7ltie3PoxbvEFyJTuYSCaQw7NY+3qEC5FKSWpHkapCCLQ08apiDTPBJkII80AwndeP"
    "YYHQ09oYMMk+GQhZHpf87C+WKt/DPIDlv474/ytWb9cLbajs/9sGyf/X7LoFaVz9ut1yyY"
    "zrmNwv5Ud/QlOmQwWlJuyUdqzZ115i7BcQQ9irSzEHoaqd97DD0ujhfR2xkCVLfM8coefr"
    "Td0DfEmedAFX4VDkUCctHwyptAlFTlKGmiew3fJrydLPUyXwODrFWWNfTO60LgEAKH0OIN"
    "pH5Y4eIe9mzzvssPECcfnmwICaNsmDJx4GMJAr9yyanrzVaxorNQguiSfpjuaumk0B9+aB"
    "AQoKOqTwtln5XK6uh7JcBwMryF7H73/n2TcMv799XxFvZZyYxySYAJZzX912SkV9hPGaS8"
    "jNpm0Plfp30hXEZGveNf9vFLiyC7wfm+m9L89f+7O18m"
)
