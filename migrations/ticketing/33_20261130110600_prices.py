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
    "Xx1eEB+ZlK3OsWMhAEu7LHikgQALvyR4hIYAecXWiV3OchbWJ+a9UT9HsFxtKzeQeP1WyO"
    "LMJgg6Qf3gVugDhnftaQmAcBhZbtR41JDIm9uhzsfgh9q/iQMJszjGWILMKOnMMAPRse98"
    "SjhIEKoysHOxoGL7T+4Ko3/OaHkzgK7//hUH+9mwvPf/++HINnREnM0SLsaBiunqM2MZ3Q"
    "whyzdAOLeeCx88gWYqnZWAIe50KuWPxxY+xRIO4IIccjDTnCkcx7KYCBAwdgv1Hz/UbLeH"
    "dQV0wO3et0d9Ey3V2UKzXKFRn1R1fXQ20aX10sHRwV/OQKc3IFOdqv14OoDgc/L21PlQaU"
    "SbWSrFBzcJW1WVcf6RoFUjvtloz04YD95hLHJlgNMUAHrbfooAUhOAjBKetSQghuO+ENCB"
    "FBiEgJHiFEtPWFRtTPKwGhtYSsq7ci0nQtoQDHGhA2U0ucveWSAJmBIXoUbhkH3MtzH21W"
    "kSF/BQT25dlfUuakpv4KCOyLs0/c5DzKpqyvAMC2ONsOZcZ4ZfytfA+F5dD9ZaSPbqIIKH"
    "1EN/SyvZHaanekKmHROEbrS+yDKSJhK4xqW2Gq7Cxj5jpcD7iZuZWDK/wOKqsLC8bTK0RR"
    "xoMsxGVh4SiPJbMHsIAE3aey7nvEns++/pqIK4MrOcTukujfvZEot10oD3ulq6lu717pcG"
    "lJSr2IBKmrLnWFKhjD4M59ri1hzI042VTDGI2NhrWqhrHJGwJFjHAmejuNu7jFvYgDlSFa"
    "UUq0a5/JD+/+g03Oy1TNeA4ClMtTLpwjLuKgHFg6RwzHL+2We3VM0Gvk+xf40TZxnRlaHr"
    "XJFGUdAKl8GAA21RypPRqLX2QZzRCwikqsons7y0o14vezhtq+H3Kme7W2Sce3ifOtBWGX"
    "oX9Plf4DFnJ9iijQIjLpO4h+Qxx050ZoVPWiMX+i3gwtj9tsiMYdvCNXBUzRIzVFl577aF"
    "tY6BypPAYWEomFJCXQqA4ubGbfqIkxgBgaeQX7P2NVNRHs6ZjnMDBdsU0AOQjMfYm5nx5w"
    "IWHMlqBgzYI129iaTdauoUs1a605uz5woz2brouOOzdsskeLlvUAwcY98u95awpBXtU+/A"
    "Ku9F7dvSSbEA4q/1+3NDCllH9pqFY7H+i98Ve+XkvH51+I869TrbfBwr3z3CfWGEdcHmXk"
    "tiSi7lKzXZnkt9wIdpBaAWBxl1jco5OobDGnLo8B0mW2lbGztJco4CiZmnmeBwHtErQrtI"
    "fpkEShkNlaWeuljt06xjP6Xe6nLH1SZ7auj9tktXoxIs7MQBT2SKOw0O5xb7GnGVrYzguX"
    "fHZWPZ/6AqhEfhja1rvomPvDE0ENm3EnungJyCv36JuWewRRXSbhbxVx4G2VDaKm3haYRK"
    "01iUo9gqX2ZPmwd/Ug5OvhR6oQ5SL0eSRIWWUpQ1FRtUEIaZi3cmcD1pt7Gl3oUz+13qfl"
    "Dj7Z6NhGsPSMctYoD9zbI3VvRdsrvqqrompaDGrdjyqeAMcE75F8ajD4vB3BzdrMZWiVFU"
    "93Ou7pk0ttHDWZi+rQZthL+swNJpObuM9ctIdCkT5zsP++Na6LOkbshHo/dXZr9vkmU9Wn"
    "I8E2PVLblC68ofiZ8nkUrNfS67WPhVt45CAqr9LKugceVeYCdCfDgWqZ3h10XTGo1XknVo"
    "lVggH1UtTHWzMeMOewsY3KJYUB9XIKRpT2HAQof52iEZ/xa1AQgYQIkGliX+hUgQwB7Zub"
    "8a2Q7+k61ijcvCt7fdzJBl/0Cd/du+6D4VOk4Yb7356tSjzzaF1VdWZ9nAL8hF/qpnxp0K"
    "b5nqQd6NLTwggMzOtGIZhleOfYJt9yqasXLOKgXrC8kjatF4QSlOoXpF0lKFBeBjma3VsM"
    "m80FEVuhhXYCZGqamAl31C+iTynsixRxkK2B0pZDJD9xlBhUtrYrhwVBSAsC9urtMV2MJD"
    "rhZyDoxP5K7SNayFuCQaBbPLFwAL2TD+X0uqXH7bp+5RJcFWHy+F3XLWzaC+S8u4h/HqAC"
    "ryFOv7nSxoN+WfcGKAg5Ca5mpbUZenfZxS51o7H3iFOxNi6wHWsTbfw5LqON73BLev3p4L"
    "N21mEtHx/xLbmZsM/ZXspb0u/pfW04ZBdM9u0dR5XCW9giKqbADyG6sybfO27YvNYWTUFg"
    "EMkaRHPKj4gllI4HE0jGBGL9HG2e6Xnuug5GpMoUyuHK6SEKfKuFZ3Vlx+mh0WhY4P58UC"
    "b35upco0tIJAg6yA4qZjdkhKrVTXszQnDO7zFK3bxHZC4eUyzA9hzTmvzhXMS/fXMbtVR8"
    "RM43f0uDD9GD+n/79rb77UGYGaql76b0uTen8LJRJ81KfmI6TiCXd4y5vOingPmcjofaZJ"
    "lzqyg1c9cTqgvPY8Bnkd6AIkL5a3e2HTnjEN19RXQ3osIIbOxxQrz/moz0GgYzWJlH2ww6"
    "/+s4tn+AYaUaChkf9dO3PFNLVju7ASfIEbPpLnkHO24KdBSxEOwQCXagJTLtgLM8Vjs/OU"
    "ib8vlbS7WlBBk2O+zas5MsjMCcrrgDzGyBme0jB/uGHyBPOKJTgkIaSOU0UCwsTDjvWBMp"
    "J0CQsdIyPrz8O3pEdnwHMfl2e597g2HvfMjy7ek9bsl1L066L1GSdh+Oot9Nx/VVSbizbZ"
    "sCdkQ6fHc2xPsDMSDusRCR6XAgskzkI/XNuIGImt5GKwTUkEFmFHJkkBk9TqnDfpd9Zz5L"
    "slgXxKXrYXtOPiUh3rz9W+I+y1cWu3EcmDD+SqdbejWbyx56WuU5C7OQskC/LI6jBP3epN"
    "+70Lp/7S+rnB2dXptWLg872ZRXzgCQVz7SvLLrWRK7s/IoUNnSNbEPNi8C1SxAkWJVTvB3"
    "r3tfrzR9ykIQLwuqX1nH7csbPdooMAuJKjGIw4sULTGxEnUuJA9NvxjoH6k8Yvwtmdz0+9"
    "pkctbxw6i92i257A2inRkzZDtxj3QmMW0lM1UiR+nx9etyq64YyGNUfnHUrRmI32NjQZd5"
    "l6O7aqhfQ0LNhkTXxIUb8sz6mqKNDAJVG2boeZiYnMw10/UVYagcphU6o6iYPzTQyx8q1f"
    "KHslZO1whDYqZysPuZsm8Vqhaer3StWizdgE0/0T61HGgrZu/uq+Rik8GgsxMzRSBUhstH"
    "w8onUZPr2Mx88LHpYY5aqSnMLQOBfYke5diyPWwGRug5IuSXccC9jM3tyYTVCzDYtywbo9"
    "lTTgO4P9trAzvg/6z6dMA6ff+qEwEVY33Xmp6F3EJPyMDMQYBxccaJK9aVIh0PXMvs8AoC"
    "R6ompIiEsluVy26hfK4L5XNQSAXlcyD1JlJXqHdFcjD2xhKj1ZiTJvVFs2SrKxQXHV9xUd"
    "K4RLL7NpQXHWboCsiPuFK/DfHbc741M3jmuQtDqpF8Gdkmenfd09yVE0ERB+FYaX2+QLZQ"
    "9m0FgHCVTGiQm+u/uRlcVMUG+en9MLStdwx2gIqmhvS4Mih2l/KOUPRNy4rjARPjHvn3PM"
    "VRfV5hEQfnFZYnctPzCg+wwNmdsXoZ4U70o8tLbcxqlRM860Pf166n7BI7P3oZsGsXWn84"
    "0Nk1C5uOTdg15t1fjHtf9LPOkx3cWx56IrdE+/V6EN0PPy/t6H5aXAuN1SmEjh/NlwgWFZ"
    "EtDBYdSHCoUWA97togEwjOAyF5orSMIdoPcd8dx31v/PqYb/b5yYZ4L3PyINZ7pLFeaFC8"
    "y5JQSplYHXoKgEiAONsQd9kl22wVEVUmeQxwLlF4SJ/CECW9AALWJTZVuA6H8GZBmRS7w5"
    "CMGfqBu4g3T4vEZPo3k+noShufddI73JLR+GNPH/ybXXS9OSL2n+zqpN/TdXbNNxEh7Erv"
    "4mqgn3WQtbCJGtEW2zfiIw05xuaGltMZbodNeVNL9GB78i6R7z+51NHhx4/rdpyXgKCjJG"
    "yf54AtrY4R5aeFmi1woCCB10hAqN9CCQbMizMfpZ984xE5tmWwOgLRoBz3BhCBVTkCi56Q"
    "HVCRYc+e2SbiH0lTu9BX3AH68Aus+dRYmofY50TBN9lYKxjwLcC3g8g8RHNpbySPV3il6W"
    "o6y9yyBDBL/d6S6S/0T9/LOBanDfyK00q34nTt3HHyhAjL37DIESdT3/M8VFEksQ4tSaDh"
    "cUJyTuE/ZiGJOkh27kLbCWziv2N/75+CTuK2bIDffi9X8dCfxsx1kmy9SHQ6B1N4TitrPU"
    "VBUAnqyzjgXpz7uHutTB65iARbVWVbFbZadmGrJRRfwFZLkPphldx8xiSsPSE8N+BkQ9HN"
    "IxsKVTdQdQNVN29tVTtuVUCwmvA8BjwZiRg8XTr/FCx2ymN2mB+/mfb3FPXY/kynczYILQ"
    "7rl46LqqZ6DlSifcZQrZrsF6Ob86HWuR5r/cFkkBxvvbJwog+LQdex1huu6RMyl6A5jwKe"
    "G/DsPhGZM05yKNg0LL1pFQKw+zZXJNjnQEECEIbdjSQUCiVAGHb3Ydilg4ghzmkZBsRCfP"
    "tYI50Q3z5GqSsW357gjSeWro87aRLtZmd5wKGlRxz1jmeBqAzyKHDopR365OUTcSdzEEg8"
    "SPiRz0IBwudXBAYPiOltRAY5J6rVEMs7RA2I5RLruUFFqqyG3zwIaG5CMyJz3hbSGo5XCC"
    "C4CcE+dXwNf4nMxBBtzHMZCHQ3UxtPUmyXcEB2Fdnq+Ihf8N0E+/4GD7E86mSDf/iE76h3"
    "GAHAOzxS71CqRzF0iN6Sb+jhQKLTawkIrV5PSo5i01avFn60xY4ozhCQ4pU4lhiSKkcSXi"
    "/Wx/nsRGlMJORexrZQ8gci6UbZfeiu3FoxK+UM3bvuwwV27EfsvWzwiNaHnmx2ixiIToEI"
    "ZcOGkWN1jjCxlq4tcyxUEQhOkrSTtMC+TzWBsASKOBCAtAAiztaor9lPkoyH3KXMqc/h3X"
    "+wyTGeatLFGQQol6dcWMEUcaBgpBXMng5eVCwUsx/uXdMMPU8qIlOCgsemnMd24IdaLakR"
    "nbhmAtLtXmv6xUD/eNZJ8Kx/2XDwOT7oKnHp2NFUl73BkF2aIdvBihxOhYIAL5YBR06Vej"
    "AP2d0i9P5tteDWqvgJNZskdFsOBruJlFZr8TtuhCTgHTpRL+U1MMhaZVlHqYBE3clmEopw"
    "kLfK8qa3WtJvh40q26VyTeQgW+QibG1xxJ7nivWoTwGQ+5bY3hx68S7xhchULqFgGsNOze"
    "MtKlAuBaklaZ4GKcji0JOGKcg0jwQZyCPNQEI3nj1GR0NP6CDDZDhkYWT6n7Nwvlgr/wyy"
    "wxb++6N8rVk/nK2243M/LNtn398yqFXl83brNQumc26jsD/VHX2JDhmMlpRb8pFac2eduU"
    "twHEGPIu0shJ5G6vceQ4+L40X0doYA1S1zvLKHH2039A1x5jlQhV+FQ5GAXDS88iYQJVU5"
    "SproXsO3CW8nS73M18Aga5VlDb3zuhA4hMAhtHgDqR9WuLiHPdu87/IDxMmHJxtCwigbpk"
    "wc+FiCwK9ccup6s1Ws6CyUILqkH6a7Wjop9IcfGgQE6Kjq00LZZ6WyOvpeCTCcDG8hu9+9"
    "f98k3PL+fXW8hX1WMqNcEmDCWU3/NRnpFfZTBikvo7YZdP7XaV8Il5FR7/iXffzSIshucL"
    "7vpjR//T9blc1O"
)
