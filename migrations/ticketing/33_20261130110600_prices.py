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
    "VfkI2lEBDmfOl0jB7HPEc+Ojcd/bcb2OYDDmwyf9cLLTsYuvMr18JO96zz3y5BC0z/Uznm"
    "pNNFy2VhBLsWoDsnwiE22nDc6Cq68wMPmQH9YIYcH9NLFvZNz14GtkvoVRI6DrvomnQgu9"
    "XqUkjsP0JsBO4cB/fYox/89ju9bBMLP2M//XX5YMxs7FiFR7ct9rej60bwsoyundvzAQku"
    "o7HsD94ZpuuEC5KNX74E9y5ZAWwSsKtzTLCHAsz+QuCF7BuwB0y+bfql4ofNhsRPmcNYeI"
    "ZCJ8h94zsju9Y1DH00NSba1DC6AhyZLmH80kf1IwLm7BH+7++npx8+/HT6/sOPP//w/U8/"
    "/fDz+5/p2Oh51z/66a/4YTK24ltFnA0+DvQpeyCXCjEWL7vwV4RBAYpRkTAy9lGwzv4FZT"
    "CwF5jPf4wo8W8lkHfpf8rSSLmvE0d6IZNHNg13IRAPI2tEnJdkItRwPR1caZNp7+qa/bmF"
    "7//hRLz1phr75DS6+lK6+s2P3xaFs7pJ58tg+kuH/dr590jXInpdP5h70V/Mxk3/3WXPhM"
    "LANYj7ZCArN2fTqylrdGROymbgeobom5ZHbX7fOBJOHk0ZAe/wjStwz55zjfkpfq7mPUGU"
    "WKdf5gDfq7r3SPt1WniF9M+9cf+X3vibq96v3xZeo+FI/5gOz+jW+8PReYlwP7z7DzY5eq"
    "2a8RwEKJenXFjDFHFSOkY16vejZPAjJuL051Gg4GW5v8Mz18PrzP9rMtL5vGeIshllm0Hn"
    "fx3H9g+Q/RoiGRX1SqesX0o2ELtBWemgWYA9EdpXAGBdnnXT9TzsIPaYXH1TvciuI6XW2s"
    "Phf2tLLfOdZw85/41duEPmwxPyLGPtE/fUrRq7/tHidFG+ggiaR0Syb8y+XxZdOHfdB/qz"
    "LgBRGHKyIf5wFw/2IfxwnOEHD8+wh4nJWT6rFUkBBPa6hL0e+lg8HJADgaV+aJY6kM+uuJ"
    "4lMfHzKHCTZLn/I0QksIOXde4ric9D2jTrT7/7/qfvf/7w4/crwldX6nhe5zRwA+QYaOGG"
    "hBPvunIJfuEzWwaWPSJs2gvkvLuIfx4g0zU06jdX2njQL/s1ocdsCs707N8jr8KjyWFaYY"
    "dQ2//ZcDCZB/f01w81JKZGyIeyH5l8cMo+KQUJAxSEPp9fjYSLiOMBfR6UmHbFUOEKvTum"
    "u0tMrMRlEaC7e63pFwP941knwd+S/ki/HIyvtIuzDqV8ZnsLbNGrPb2vDYfRVfalHYddHW"
    "uXN/oFu0gN3ZA+Hr2m/Xo9GLNL+HlpezieioLi/O7HBvL8rpylygTKPipFvmLvzWBJP9E0"
    "YhnbwoTigSQQU05qM4jxvPMN8XxxEbkFMStmTbVJyrZvUK8bM53DMZFd18GIVIRFisiSmO"
    "nL/mZGxOrKbmV7PhoNC2I9H5Qd75urc41q1EiedJAdVFjGprtYOnTukwB5L4aHkS+WL67C"
    "Q3hVPDISL7mGFXIWtNoXoAiE+S8w/x+x53NLJCodwxxid37hd29ldG/ZKTSpBqDfXGKpLi"
    "JbaJG1uMQrXFqSUi8iQeqqS12dbGAfUefSQt4lxlZdSnB93MmGvKCZIIwZhewxO6hGogQS"
    "hV0f08UpMO6Rf88TBqGWb0WJWRFYNsxeAuwfoEqr4zcp5FhpL2oVnw/03vgr3y4+5xR+nH"
    "+daj0wK2CB2fsC4wUXtm+yNEX9AlMet3mB8QLDSiCwwMACk84FYWGUgG3KU+5AJGrpmkGA"
    "F5v0TDamkY6x6XAobztSpaKGdj8aZQJ1VoqQH+vDCCosgnUsCAKKrhSKr/vUm6Uzk1PJ0v"
    "M8VBmGyEAlVhvuO5GrYPnHLCTRdtLOXWg71ETx37G/98/uG5G9ccb+9nu5FpnYgbH0bF4N"
    "eE0FWxH26vq1w0l7VpSvQXTmSKIzkPQ5Rqkr5CffY/NhQGrd5PyQk01eMhts0IUJnOTjdJ"
    "LBU9u/pybppAH9r6Tf9n1epVm15knHt4nz7XlmJiKkIuJW0/ylgGrFPo5dV00yCiVYB8rl"
    "KX+g31OE73Q8kC1BNnTJa+V2hzl331L1O5SOh8J6aDlwQEYm25rgx1HQpjM9B4HJLrOLxM"
    "T2o1RgrgRt4QoCkbk3isw1qZQTq5JToEAOYnP7jM2ZdJqIrBvpePAyJFYN96kqeFHbneap"
    "MngB3Wka20h8d7pZa4pDcK2719q4r+lT1pPCMzEJbsnl4FfWUWJmP6vST+IRObxoaE0VwA"
    "oBDWz20sBGNd3xlv1roMfy/tSzAgWFIIdY39rUqfHchahfW0RCGxiV46KxrKjfZ3OCRk3E"
    "vIKCnFWWM1stQx9zKlkrlWke0iI1urUUdMqPQc1s9h9Og/qN3BawQPI6yZQbjg1Ql0XYcQ"
    "rh/YEQaWEHy9WPFpGg5lVW89BfaasvDZTaV1PdrtQOlNofo9TVSehpLHZUl83LDTjZkMqL"
    "4lCQxzvSPF5gB45QIm8FUDmpoWwmL/+YAqSXYG2IyO+aearleCmkas5XAGBbkm3hgHwe1a"
    "LwBmSs6zaiu5HBICaBbn+k97XxNDo0wcRecEuuRp8H2lln4T7a+JZMf9F60zH9nd4cBR69"
    "MrkesfH+0mWj2bEL2lijN4nPXYiPDbslIwocn3WyZ9p76puZ/0Zq/wsFYvLAFjoXB+JMNA"
    "rEYGJJnaCQwUDASguYieBPlwha2hlmh/r4ZtoX1MbKWiEmWiJTrMlNHtKmnQXbC3ImBBm2"
    "Tx/WYxXpHCOv7kCEijvAyQgCJyOIt8XZXkcc1Wa4cEFcYGNPorFQEXb0jYUc9wn7Mg2ays"
    "CjZxJOGHzrCs0DPGEQmQFdGUX94otx75J6uZaHZtTL7fWng8/Uw43vxbzeq+uhNo0PG1ws"
    "o0Q9/7BBNXxf1hsvSVdIyS2D71Bw8U0dUcl91HRt3BuedRI8O+5xoo0/x8c9+th7VEUqS/"
    "TCjhSTlUoOvkOpkMSREhGJTp1BSjJF3pKRPhyw31zi2Mmd9i4Idvs4pyddVcaDtyjyur0G"
    "MsjBvkFntCccpClBoSJK5ThNLCzMC6A3kTLmRs9BxmrJmK6l1PVgJ0gZqz1ujb0XLno/Pv"
    "VbFZMKOzB5TpJdhJz3JyZjM6u5OxwNrxdaf3DVG37zw8lpKfaTWgbfvy8v/wFdvz1uo5pa"
    "qvMw4HcDvzYxndBPHDGBGOcaFqKbAtHNAHsLjrdekypJAVCrIZ4lcRCZh2jOmeLNHLo8fo"
    "ceHSai/pymn3UwuSUX1I+zoiIBVh+ghi+HHMd98g0P05XP40QCa7XNOhjUjYC6Seijf5f4"
    "M54L3YT8PHqH7KcVqwdLPrPueZxXK/sMAdpeopeMN0fE/lOmn0wJ2ab0+K67FrgBcgyqFx"
    "7os4nssl0Hwt5FPrlpZNN3HZEtoXwwkMwn2cMVZdV1afQy8mic0KpqhHiu3WOxiVqCwRRd"
    "bw0TONiY0VeYF+LbsMMlhwMrQ7b+X5z7Mg64l9ljBHv325/FgL37W10sYO9+NdXt2sUNe/"
    "ePUeoCe/e5zQV9jpd+nsAvP42xgyo252Z78qfR/6b0+mpj/oHNib/StyC9ms6NXbQ7uI7C"
    "fhubHuSHnTRpfWDE8cRmHRC6OsV4HfZudJDfQZ2ne9fBZ/Q/S9sMQg93bL/Dnszq3L10ov"
    "ufdGaut0BBBxGr82Rbwf27csphe3d9RR+GXXQxhZ4MTXoyxJIVcZsyRCtqwXftMUXvj4Al"
    "vRrfphD49kxplwTcCqBzmyCvIiqYA5WzZy9B3FXywGitUwtsCuYnMZ3D5wO9N/7Kn8Xp+L"
    "wddP51qvUo84o1JZrEZyZuXKYL45qt08lxjNCq6EiXRTgOeI8ZSzilbafUq6PVL9EDvo63"
    "7NQp9bVhm3T6jAKMZC8QqPQjVekeTjrviDg7BRD4OxL+jm3hxdIN2P5h4wFzqg2ryedAQQ"
    "QSIojKBdm+XJd/PnbtuSVrWFhdpQ0b17OokSKliDhQeBdkDtFesKMk15mvKSLKINDOBNpH"
    "7KJ9hJBmWAFawe2u9cEM2U7oCRGeg0DJkDjj+Hlpe1iqBWEBCSVDKpcMUW9bRsQ5GMhXZf"
    "l6OAg9YoQe53C2Onc6jwLtKdFmEmrH2vp6qRWHHeNZSKxNYdj8qJMmUVgvAkAQFoKwEISF"
    "IOwRiQCCsIoEYZM8oLAQijgQgLQAIAQLIVgIwarLLYRg2864H5omxlLHwJSgEKRTLYoAwa"
    "KjELM6waKPVOh1YaLs85MNAaI5SqrvITJ0fJEhqLjep0/s+jb/nNhqdzgHaRPzW9uaFP0U"
    "sGnT8eBDyETXst3TVBtw9k/3PA9VnrW0hi3JwLH9N5vR3X/MQhKF9jp3oe3QRdF/x/7eP7"
    "u7F02sLH77XalNAYMsAP0Jv9RZGryRm2yOUngbzI8jNT9gz9HejA/BhBQkoV4RaqMPg72l"
    "Z4tumS4BYdt0mf+6bdOF5Afxn8RaEGcImPJQMAVtl7bRdumNTdYhtqi21FiD/Dp7dW3YJm"
    "PViQAG67xvQ6TsWE1VcU3WWg12IBqrUbIGCoRU8Uds3pF8zc6nSbEqm2rd697XK02fnnWS"
    "kiZ2/OvljR4d/sqqc7vNhPPWp9SYJr9OqJkkcnClhTEd9D9p0wldyOIm67fkUtPorzOM6f"
    "+nvV/ZLwF6Zr/d6L3r6+GAHdMbEmopODZWRFjx9mTxUz4sCKBsa1u5HeCFrAQyaIsO5N2x"
    "FPaUwATuz6JTr9ghNcLsF3HAvyz/xRSaoO26hgU5QGk1lFa3prRanbjcFbKduoBc9vnJhk"
    "jcgo6EANyRBuBMFPpCpT0rQCsUxK4zOK2Px5yPRp8G+kejP9IvB+Mr5t6nhimlfmZ7C2zd"
    "ktH4Qhvnx8S+W25EEtcxxtrVQKeDVwEew8ML9sxeNuayNxiym6Qj2I6K4j2mN2M9PyLu3Z"
    "Af0/vSG0zzQ9AToq6kVY4n3RLtMxtPJ4L+kY2PnR7zHpE5zj7t6X1tOMx9ziTqRE+VBEny"
    "Y9Iz6fKjxj19cklJGl3Sf6NByUG5hjtjW4hXdzI+Dj6zE5oT23NuP7KzmpPPxlpfox+v/g"
    "b95iamIyj6kvJqrCI2M8qpsQrbfKYGxeVXQ7uizJ51HrFnz14MzBYKxgeT/XVvMvlCxch4"
    "8el9l8j3n6gUZUI4H06bLMyn1SvzaTmEs5cKGLDaIXIAkYMj5n9PgWPgPou8SAZsgP1Xsr"
    "//fC/IIeVyJqGESkCQgKwE2Pb5kLNno5mLl6F35+R1maOTxIREPD3mMFFP76yT4G/JRNMv"
    "ois+JlZ6ZRr9muTlJ1riSPnMA/nY+6wZN9dnnTl6xEa4ZEnhT/roi85Swg/EfSJqJIRREO"
    "DFMuBItfJ9ykPghPG17WT4OZAoYs3B2rdXv2UFrHlxO8gPDOx5rlCteBEFrTHEg40L7Pto"
    "zs9i3twMLvi8F1El3sPQtt4xrDohx23QH0eY4lckP/mjbwo1+KDC/CgkLN5hJoO1b8U6EP"
    "FWFiyrlculPzelc1dDThpkdOk1SOpCUheSupDUhaQuJHVbkNSFrkr7rMacBXSWSmZZOODW"
    "BMV2LAdwP6sF0l7303IJlhB5DgbuJ7ifVe7niNlpgwAv6hzQ0qCTDS5othkLvNAj9UJhH+"
    "Xx1eEB+ZlK3OsWMhAEu7LHikgQALvyR4hIYAecXWiV3OchbWJ+a9UTsZKmFDlCMd4SDBLq"
    "r+vMK9oSmYcFGYjLgH7vwFh6Nu/YvZqtwUUYbA/2w7vADRDnxNsaEvMgoNCy/agtjyGxU5"
    "2D3Q+hbxUdFWZzhrEMkUXYkXMYoGfD4573lTBQsTTlYEfD4IXWH1z1ht/8cBLnoOhCZAfR"
    "d04Xqe/flzNQjCiJOVqEHQ3D1XPUJqYTWpjjlG1gMQ88dh7ZQiw1G0vA41zIFYu+b4y8C0"
    "TdIeB+pAF3OJB8Px4pHLcBu+2aiqC7jPfGdcXk0L1O99Yt0711uUK7XIldf3R1PdSm8dXF"
    "0sFRuVuuLC1Xjqb9ej2IqtDw89L2VGm/mtTqyQo1B1dZm3X1ka5RILXTbslIHw7Yby5xbI"
    "LVEAP0j3uL/nEQgoMQnLIuJYTgthPegBARhIiU4BFCRFtfaET9vBIQGqvIunorIk3XEgpw"
    "rAEh6y4e47gLX7AnXPNQRAHvEif+uSRAZiDMfBkH3MtzH22RkyF/BQT25dlfUuakpv4KCO"
    "yLs0/c5BTcpqyvAMC2ONsOZcZ4ZdyzfA+F5dD9ZaSPbqLIM31EN/SyHdnaak+2KuHoODbu"
    "S+y+KyJhA55qG/Cq7Cxj5jrcyEMzcysHV/gdVFYXFoynV4iijAdZiMvCwlH+UGbncQEJuk"
    "9l3feIPZ99/TURVwa1cojdFS9890ai3Pb2HOjQUE11ezs0hEtLUupFJEhddakrVDkaBnfu"
    "c23paG7Eyaba0WhsNKxVtaNN3hAoHu2KK67WKqwDUVCNjLv4YA0RBypDtKKEa9c+kx/e/Q"
    "ebnJepmvEcBCiXp1w4N1/EQRm2dG4eDn3bLffqmKDXyPcv8KNt4joztDxqkynK+o5S+TAA"
    "bGY6Uns0Fr/IMpohYBWVb26y+xP0VCN+P2uo7fshZ7pXa5t0fJs431oQdhn691TpP2Ah16"
    "eIAi0ik76D6DfEQXduhEZVLxrzJ+rN0PK4zYZofG5A5KqAKXqkpujScx9tCwudXpfHwEIi"
    "sZCkBBrVwYXN7Bs1MQYQQyOvYP8nO6smgj0dLh8Gpiu2CSAHgbkvMffTY3UkjNkSFKxZsG"
    "YbW7PJ2jV0qWatNWfXB260Z9N10XHnhk32aNGy3ivYuEf+PW9NIcir6n9QwJXeq7uXZBPC"
    "QeX/65YGppTyLw3VaucDvTf+ytdr6fj8C3H+dar1Nli4d577xBoSicujjNyWRNRdarYrk/"
    "yWG8HOXSsALO4Si3t0/p0t5tTlMUC6zLYySq2xRAFHydTM8zwIaJegXaE9TIckCoXM1spa"
    "L3Xs1jGe0e9yP2XpkzqzdX3cJqvVixFxZgaisEcahYU2m3uLPc3QwnZeuOTf3Awu+NQXQC"
    "Xyw9C23jHoAYqghs24A2C8BOSVe/RNy72ZqC6T8LeKOPC2ygZRU28LTKLWmkSl3sxSe7J8"
    "2Lt6EPL18CNViHIR+jwSpKyylKGoqNoghDTMW7mzAeuJPo0u9KmfWu/TcgefbHRsI5iR1N"
    "CyBoXg3h6peyva1vJV3SxV02JQ635U8QQ4nHyP5FODweftCG7WZi5Dq6x4utNxT59cauOo"
    "yVxUhzbDXtJnbjCZ3MR95qI9FIr0mYP9961xXdQxYifU+6mzW7PPN5mqPh0JtumR2qZ04a"
    "VyE5VBHgXrtfR67WPhFh45iMqrtLLugUeVuQDdyXCgWqZ3B11XDGp13olVYpVgQL0U9fHW"
    "jAfMOeRto3JJYUC9nIIRpT0HAcpfp2jEZ/waFEQgIQJkmtgXOlUgQ0D75mZ8K+R7uo41Cj"
    "fvyl4fd7LBF33Cd/eu+2D4FGm44f63Z6sSzzxaV1WdWR+nAD/hl7opXxq0ab4naQe69LQw"
    "AgPzulEIZhneObbJt1zq6gWLOKgXLK+kTesFoQSl+gVpVwkKlJdBjmb3FsNmc0HEVmihnQ"
    "CZmiZmwh31i+hTCvsiRRxka6C05RDJTxwlBpWt7cphQRDSgoC9entMFyOJTvgZCDqxv1L7"
    "iBbylmAQ6BZPLBxA7+RDOb1u6XG7rl+5BFdFmDx+13ULm/YCOe8u4p8HqMBriNNvrrTxoF"
    "/WvQEKQk6Cq1lpbYbeXXaxS91o7D3iVKyNC2zH2kQbf47LaOM73JJefzr4rJ11WMvHR3xL"
    "bibsc7aX8pb0e3pfGw7ZBZN9e8dRpfAWtoiKKfBDiO6syfeOGzavtUVTEBhEsgbRnPIjYg"
    "ml48EEkjGBWD9Hm2d6nruugxGpMoVyuHJ6iALfauFZXdlxemg0Gha4Px+Uyb25OtfoEhIJ"
    "gg6yg4rZDRmhanXT3owQnPN7jFI37xGZi8cUC7A9x7QmfzgX8W/f3EYtFR+R883f0uBD9K"
    "D+37697X57EGaGaum7KX3uzSm8bNRJs5KfmI4TyOUdYy4v+ilgPqfjoTZZ5twqSs3c9YTq"
    "wvMY8FmkN6CIUP7anW1HzjhEd18R3Y2oMAIbe5wQ778mI72GwQxW5tE2g87/Oo7tH2BYqY"
    "ZCxkf99C3P1JLVzm7ACXLEbLpL3sGOmwIdRSwEO0SCHWiJTDvgLI/Vzk8O0qZ8/tZSbSlB"
    "hs0Ou/bsJAsjMKcr7gAzW2Bm+8jBvuEHyBOO6JSgkAZSOQ0UCwsTzjvWRMoJEGSstIwPL/"
    "+OHpEd30FMvt3e595g2Dsfsnx7eo9bct2Lk+5LlKTdh6Pod9NxfVUS7mzbpoAdkQ7fnQ3x"
    "/kAMiHssRGQ6HIgsE/lIfTNuIKKmt9EKATVkkBmFHBlkRo9T6rDfZd+Zz5Is1gVx6XrYnp"
    "NPSYg3b/+WuM/ylcVuHAcmjL/S6ZZezeayh55Wec7CLKQs0C+L4yhBvzfp9y607l/7yypn"
    "R6fXppXLw0425ZUzAOSVjzSv7HqWxO6sPApUtnRN7IPNi0A1C1CkWJUT/N3r3tcrTZ+yEM"
    "TLgupX1nH78kaPNgrMQqJKDOLwIkVLTKxEnQvJQ9MvBvpHKo8Yf0smN/2+Npmcdfwwaq92"
    "Sy57g2hnxgzZTtwjnUlMW8lMlchRenz9utyqKwbyGJVfHHVrBuL32FjQZd7l6K4a6teQUL"
    "Mh0TVx4YY8s76maCODQNWGGXoeJiYnc810fUUYKodphc4oKuYPDfTyh0q1/KGsldM1wpCY"
    "qRzsfqbsW4WqhecrXasWSzdg00+0Ty0H2orZu/squdhkMOjsxEwRCJXh8tGw8knU5Do2Mx"
    "98bHqYo1ZqCnPLQGBfokc5tmwPm4EReo4I+WUccC9jc3syYfUCDPYty8Zo9pTTAO7P9trA"
    "Dvg/qz4dsE7fv+pEQMVY37WmZyG30BMyMHMQYFycceKKdaVIxwPXMju8gsCRqgkpIqHsVu"
    "WyWyif60L5HBRSQfkcSL2J1BXqXZEcjL2xxGg15qRJfdEs2eoKxUXHV1yUNC6R7L4N5UWH"
    "GboC8iOu1G9D/Pacb80MnnnuwpBqJF9GtoneXfc0d+VEUMRBOFZany+QLZR9WwEgXCUTGu"
    "Tm+m9uBhdVsUF+ej8Mbesdgx2goqkhPa4Mit2lvCMUfdOy4njAxLhH/j1PcVSfV1jEwXmF"
    "5Ync9LzCAyxwdmesXka4E/3o8lIbs1rlBM/60Pe16ym7xM6PXgbs2oXWHw50ds3CpmMTdo"
    "159xfj3hf9rPNkB/eWh57ILdF+vR5E98PPSzu6nxbXQmN1CqHjR/MlgkVFZAuDRQcSHGoU"
    "WI+7NsgEgvNASJ4oLWOI9kPcd8dx3xu/PuabfX6yId7LnDyI9R5prBcaFO+yJJRSJlaHng"
    "IgEiDONsRddsk2W0VElUkeA5xLFB7SpzBESS+AgHWJTRWuwyG8WVAmxe4wJGOGfuAu4s3T"
    "IjGZ/s1kOrrSxmed9A63ZDT+2NMH/2YXXW+OiP0nuzrp93SdXfNNRAi70ru4GuhnHWQtbK"
    "JGtMX2jfhIQ46xuaHldIbbYVPe1BI92J68S+T7Ty51dPjx47od5yUg6CgJ2+c5YEurY0T5"
    "aaFmCxwoSOA1EhDqt1CCAfPizEfpJ994RI5tGayOQDQox70BRGBVjsCiJ2QHVGTYs2e2if"
    "hH0tQu9BV3gD78Ams+NZbmIfY5UfBNNtYKBnwL8O0gMg/RXNobyeMVXmm6ms4ytywBzFK/"
    "t2T6C/3T9zKOxWkDv+K00q04XTt3nDwhwvI3LHLEydT3PA9VFEmsQ0sSaHickJxT+I9ZSK"
    "IOkp270HYCm/jv2N/7p6CTuC0b4Lffy1U89Kcxc50kWy8Snc7BFJ7TylpPURBUgvoyDrgX"
    "5z7uXiuTRy4iwVZV2VaFrZZd2GoJxRew1RKkflglN58xCWtPCM8NONlQdPPIhkLVDVTdQN"
    "XNW1vVjlsVEKwmPI8BT0YiBk+Xzj8Fi53ymB3mx2+m/T1FPbY/0+mcDUKLw/ql46KqqZ4D"
    "lWifMVSrJvvF6OZ8qHWux1p/MBkkx1uvLJzow2LQdaz1hmv6hMwlaM6jgOcGPLtPROaMkx"
    "wKNg1Lb1qFAOy+zRUJ9jlQkACEYXcjCYVCCRCG3X0YdukgYohzWoYBsRDfPtZIJ8S3j1Hq"
    "isW3J3jjiaXr406aRLvZWR5waOkRR73jWSAqgzwKHHpphz55+UTcyRwEEg8SfuSzUIDw+R"
    "WBwQNiehuRQc6JajXE8g5RA2K5xHpuUJEqq+E3DwKam9CMyJy3hbSG4xUCCG5CsE8dX8Nf"
    "IjMxRBvzXAYC3c3UxpMU2yUckF1Ftjo+4hd8N8G+v8FDLI862eAfPuE76h1GAPAOj9Q7lO"
    "pRDB2it+QbejiQ6PRaAkKr15OSo9i01auFH22xI4ozBKR4JY4lhqTKkYTXi/VxPjtRGhMJ"
    "uZexLZT8gUi6UXYfuiu3VsxKOUP3rvtwgR37EXsvGzyi9aEnm90iBqJTIELZsGHkWJ0jTK"
    "yla8scC1UEgpMk7SQtsO9TTSAsgSIOBCAtgIizNepr9pMk4yF3KXPqc3j3H2xyjKeadHEG"
    "AcrlKRdWMEUcKBhpBbOngxcVC8Xsh3vXNEPPk4rIlKDgsSnnsR34oVZLakQnrpmAdLvXmn"
    "4x0D+edRI86182HHyOD7pKXDp2NNVlbzBkl2bIdrAih1OhIMCLZcCRU6UezEN2twi9f1st"
    "uLUqfkLNJgndloPBbiKl1Vr8jhshCXiHTtRLeQ0MslZZ1lEqIFF3spmEIhzkrbK86a2W9N"
    "tho8p2qVwTOcgWuQhbWxyx57liPepTAOS+JbY3h168S3whMpVLKJjGsFPzeIsKlEtBakma"
    "p0EKsjj0pGEKMs0jQQbySDOQ0I1nj9HR0BM6yDAZDlkYmf7nLJwv1so/g+ywhf/+KF9r1g"
    "9nq+343A/L9tn3twxqVfm83XrNgumc2yjsT3VHX6JDBqMl5ZZ8pNbcWWfuEhxH0KNIOwuh"
    "p5H6vcfQ4+J4Eb2dIUB1yxyv7OFH2w19Q5x5DlThV+FQJCAXDa+8CURJVY6SJrrX8G3C28"
    "lSL/M1MMhaZVlD77wuBA4hcAgt3kDqhxUu7mHPNu+7/ABx8uHJhpAwyoYpEwc+liDwK5ec"
    "ut5sFSs6CyWILumH6a6WTgr94YcGAQE6qvq0UPZZqayOvlcCDCfDW8jud+/fNwm3vH9fHW"
    "9hn5XMKJcEmHBW039NRnqF/ZRBysuobQad/3XaF8JlZNQ7/mUfv7QIshuc77spzV//D7ez"
    "Oe8="
)
