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
ALTER TABLE events ADD COLUMN lowest_price numeric
    GENERATED ALWAYS AS (COALESCE(tier_price, price)) STORED;
COMMENT ON COLUMN events.tier_price IS
    'The lowest price in force where ticket types have price tiers, as a job saw it last.';
COMMENT ON COLUMN events.lowest_price IS
    'The price that lists show, and are ordered by.';
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
    return COLUMNS + NOTE_EDITS.format(before=WITHOUT, after=WITH)


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
    "Tx/WYxXpHCOv7kCEijvAyQgCJyOIt8XZXkcc1Wa4cEFcYGNPorFQEXb0jYUc9wn7Mg2ayk"
    "AxJtfDeodOJBww+NYFmgd4wCAyA7owirrFF+PeJXVyLQ/NqJPb608Hn6mDG9+LOb1X10Nt"
    "Gp81uFhGeXr+WYNquL6sNV6SrZCSWwbfoeDimzqikvuo6dq4NzzrJHh22uNEG3+OT3v0sf"
    "eoilSW6IWdKCYrlRx8h1IhiR8lIhKd+oKUZIq8JSN9OGC/ucSxkzvtXRDs9nFKT7qojAdv"
    "UeB1e/1jkIN9g85oTzhGU4JCQZTKYZpYWJgXP28iZcwNnoOM1ZIxXUup58EOkDJWW9waOy"
    "9c9H5c6reqJRV2YPKcJJsIOe9PTMZmVnN3OBpeL7T+4Ko3/OaHk9NS6Ce1DL5/X17+A7p+"
    "e9w+NbVU52HA7wZ+bWI6oZ84YgIhzjUsBDcFgpsB9hYcb70mU5ICoFRDPEniIDIP0ZwzxZ"
    "s5dHn8Dj06TET9OU0/62BySy6oH2dFNQKsPEANXw45jvvkGx6mK5/HiQTWapt1MKgbAXWT"
    "0Ef/LvFnPBe6Cfl59A7ZTwtWD5Z8Zt3zOK9W9hkCtL1EKxlvjoj9p0w7mRKyTdnxXTctcA"
    "PkGFQvPNBnE9lkuw6ErYt8ctPIpu86IjtC+WAgmU+yhyuqquuy6GXk0TihVcUI8Vy7x2IT"
    "tQSDKbreGSZwsDGjrzAvxLdhg0sOB1aGbPm/OPdlHHAvs8UItu63P4sBW/e3uljA1v1qqt"
    "u1iRu27h+j1AW27nN7C/ocL/08gV9+GmMHVezNzbbkT6P/Ten11b78A5sTf6VvQXo1nRu7"
    "6HZwHYX9NvY8yA87adL5wIjjic0aIHR1ivE67N3oIL+DOk/3roPP6H+WthmEHu7Yfoc9md"
    "W5e+lE9z/pzFxvgYIOIlbnybaC+3fllMP27vqKNgy7aGIKLRmatGSIJSviNmWIVtSC79pj"
    "it4fAUt6Nb5NIfDtmdIuCbgVQOc2QV5FVDAHKmfPXoK4qeSB0VqnFtgUzE9iOofPB3pv/J"
    "U/i9PxeTvo/OtU61HmFetJNImPTNy4TBfGNVunk9MYoVPRkS6LcBrwHjOWcEjbTqlXR6tf"
    "ogd8HW/ZqVPqa8M26fQZBRjJXiBQ6Ueq0j2cNN4RcXYKIPB3JPwd28KLpRuw/cPGA+ZUG1"
    "aTz4GCCCREEJULsn25Lv947NpjS9awsLpKGzauZ1EjRUoRcaDwLsicob1gJ0muM19TRJRB"
    "oJsJtI/YRfsIIc2wArSC213rgxmyndATIjwHgZIhccbx89L2sFQHwgISSoZULhmi3raMiH"
    "MwkK/K8vVwEHrECD3O2Wx17nQeBdpTossk1I619fVSKw47xrOQWJvCsPlRJ02isF4EgCAs"
    "BGEhCAtB2CMSAQRhFQnCJnlAYSEUcSAAaQFACBZCsBCCVZdbCMG2nXE/NE2MpU6BKUEhSK"
    "daFAGCRUchZnWCRR+p0OvCRNnnJxsCRHOUVN9DZOj4IkNQcb1Pn9j1bf4xsdXucA7SJua3"
    "tjUp+ilg06bjwYeQia5lu6epNuDsn+55Hqo8amkNW5KBY/tvNqO7/5iFJArtde5C26GLov"
    "+O/b1/dncvmlhZ/Pa7UpsCBlkA+hN+qbM0eCM32Ryl8DaYH0dqfsCeo70ZH4IJKUhCvSLU"
    "Rh8Ge0vPFt0yXQLCtuky/3XbpgvJD+I/ibUgzhAw5aFgCtoubaPt0hubrENsUW2psQb5df"
    "bq2rBNxqoTAQzWed+GSNmxmqrimqy1GuxANFajZA0UCKnij9i8I/manU+TYlU21brXva9X"
    "mj496yQlTez418sbPTr8lVXndpsJ561PqTFNfp1QM0nk4EoLYzrof9KmE7qQxU3Wb8mlpt"
    "FfZxjT/097v7JfAvTMfrvRe9fXwwE7pjck1FJwbKyIsOLtyeKnfFgQQNnWtnI7wAtZCWTQ"
    "Fh3Iu2Mp7CmBCdyfRadesUNqhNkv4oB/Wf6LKTRB23UNC3KA0moorW5NabU6cbkrZDt1Ab"
    "ns85MNkbgFHQkBuCMNwJko9IVKe1aAViiIXWdwWh+POR+NPg30j0Z/pF8OxlfMvU8NU0r9"
    "zPYW2Lolo/GFNs6PiX233IgkrmOMtauBTgevAjyGhxfsmb1szGVvMGQ3SUewHRXFe0xvxn"
    "p+RNy7IT+m96U3mOaHoCdEXUmrHE+6JdpnNp5OBP0jGx87PeY9InOcfdrT+9pwmPucSdSJ"
    "nioJkuTHpGfS5UeNe/rkkpI0uqT/RoOSg3INd8a2EK/uZHwcfGYnNCe259x+ZGc1J5+Ntb"
    "5GP179DfrNTUxHUPQl5dVYRWxmlFNjFbb5TA2Ky6+GdkWZPes8Ys+evRiYLRSMDyb7695k"
    "8oWKkfHi0/suke8/USnKhHA+nDZZmE+rV+bTcghnLxUwYLVD5AAiB0fM/54Cx8B9FnmRDN"
    "gA+69kf//5XpBDyuVMQgmVgCABWQmw7fMhZ89GMxcvQ+/OyesyRyeJCYl4esxhop7eWSfB"
    "35KJpl9EV3xMrPTKNPo1yctPtMSR8pkH8rH3WTNurs86c/SIjXDJksKf9NEXnaWEH4j7RN"
    "RICKMgwItlwJFq5fuUh8AJ42vbyfBzIFHEmoO1b69+ywpY8+J2kB8Y2PNcoVrxIgpaY4gH"
    "GxfY99Gcn8W8uRlc8Hkvokq8h6FtvWNYdUKO26A/jjDFr0h+8kffFGrwQYX5UUhYvMNMBm"
    "vfinUg4q0sWFYrl0t/bkrnroacNMjo0muQ1IWkLiR1IakLSV1I6rYgqQtdlfZZjTkL6CyV"
    "zLJwwK0Jiu1YDuB+Vgukve6n5RIsIfIcDNxPcD+r3M8Rs9MGAV7UOaClQScbXNBsMxZ4oU"
    "fqhcI+yuOrwwPyM5W41y1kIAh2ZY8VkSAAduWPEJHADji70Cq5z0PaxPzWqifo9wqMpWfz"
    "Dh6r2RxZhMEGST+8C9wAcc78rCExDwIKLduPGpMYEnt1Odj9EPpW8SFhNmcYyxBZhB05hw"
    "F6NjzuiUcJAxVGVw52NAxeaP3BVW/4zQ8ncRTe/8Oh/no3F57//n05Bs+IkpijRdjRMFw9"
    "R21iOqGFOWbpBhbzwGPnkS3EUrOxBDzOhVyx+OPG2KNA3BFCjkcacoQjmfdSAAMHDsB+o+"
    "b7jZbx7qCumBy61+nuomW6uyhXapQrMuqPrq6H2jS+ulg6OCr4yRXm5ApytF+vB1EdDn5e"
    "2p4qDSiTaiVZoebgKmuzrj7SNQqkdtotGenDAfvNJY5NsBpigA5ab9FBC0JwEIJT1qWEEN"
    "x2whsQIoIQkRI8Qoho6wuNqJ9XAkJrCVlXb0Wk6VpCAY41IGymljh7yyUBMgND9CjcMg64"
    "l+c+2qwiQ/4KCOzLs7+kzElN/RUQ2Bdnn7jJeZRNWV8BgG1xth3KjPHK+Fv5HgrLofvLSB"
    "/dRBFQ+ohu6GV7I7XV7khVwqJxjNaX2AdTRMJWGNW2wlTZWcbMdbgecDNzKwdX+B1UVhcW"
    "jKdXiKKMB1mIy8LCUR5LZg9gAQm6T2Xd94g9n339NRFXBldyiN0l0b97I1Fuu1Ae9kpXU9"
    "3evdLh0pKUehEJUldd6gpVMIbBnftcW8KYG3GyqYYxGhsNa1UNY5M3BIoY4Uz0dhp3cYt7"
    "EQcqQ7SilGjXPpMf3v0Hm5yXqZrxHAQol6dcOEdcxEE5sHSOGI5f2i336pig18j3L/Cjbe"
    "I6M7Q8apMpyjoAUvkwAGyqOVJ7NBa/yDKaIWAVlVhF93aWlWrE72cNtX0/5Ez3am2Tjm8T"
    "51sLwi5D/54q/Qcs5PoUUaBFZNJ3EP2GOOjOjdCo6kVj/kS9GVoet9kQjTt4R64KmKJHao"
    "ouPffRtrDQOVJ5DCwkEgtJSqBRHVzYzL5RE2MAMTTyCvZ/xqpqItjTMc9hYLpimwByEJj7"
    "EnM/PeBCwpgtQcGaBWu2sTWbrF1Dl2rWWnN2feBGezZdFx13bthkjxYt6wGCjXvk3/PWFI"
    "K8qn34BVzpvbp7STYhHFT+v25pYEop/9JQrXY+0Hvjr3y9lo7PvxDnX6dab4OFe+e5T6wx"
    "jrg8yshtSUTdpWa7MslvuRHsILUCwOIusbhHJ1HZYk5dHgOky2wrY2dpL1HAUTI18zwPAt"
    "olaFdoD9MhiUIhs7Wy1ksdu3WMZ/S73E9Z+qTObF0ft8lq9WJEnJmBKOyRRmGh3ePeYk8z"
    "tLCdFy757Kx6PvUFUIn8MLStd9Ex94cngho240508RKQV+7RNy33CKK6TMLfKuLA2yobRE"
    "29LTCJWmsSlXoES+3J8mHv6kHI18OPVCHKRejzSJCyylKGoqJqgxDSMG/lzgasN/c0utCn"
    "fmq9T8sdfLLRsY1g6RnlrFEeuLdH6t6Ktld8VVdF1bQY1LofVTwBjgneI/nUYPB5O4KbtZ"
    "nL0Cornu503NMnl9o4ajIX1aHNsJf0mRtMJjdxn7loD4UifeZg/31rXBd1jNgJ9X7q7Nbs"
    "802mqk9Hgm16pLYpXXhD8TPl8yhYr6XXax8Lt/DIQVRepZV1DzyqzAXoToYD1TK9O+i6Yl"
    "Cr806sEqsEA+qlqI+3ZjxgzmFjG5VLCgPq5RSMKO05CFD+OkUjPuPXoCACCREg08S+0KkC"
    "GQLaNzfjWyHf03WsUbh5V/b6uJMNvugTvrt33QfDp0jDDfe/PVuVeObRuqrqzPo4BfgJv9"
    "RN+dKgTfM9STvQpaeFERiY141CMMvwzrFNvuVSVy9YxEG9YHklbVovCCUo1S9Iu0pQoLwM"
    "cjS7txg2mwsitkIL7QTI1DQxE+6oX0SfUtgXKeIgWwOlLYdIfuIoMahsbVcOC4KQFgTs1d"
    "tjuhhJdMLPQNCJ/ZXaR7SQtwSDQLd4YuEAeicfyul1S4/bdf3KJbgqwuTxu65b2LQXyHl3"
    "Ef88QAVeQ5x+c6WNB/2y7g1QEHISXM1KazP07rKLXepGY+8Rp2JtXGA71iba+HNcRhvf4Z"
    "b0+tPBZ+2sw1o+PuJbcjNhn7O9lLek39P72nDILpjs2zuOKoW3sEVUTIEfQnRnTb533LB5"
    "rS2agsAgkjWI5pQfEUsoHQ8mkIwJxPo52jzT89x1HYxIlSmUw5XTQxT4VgvP6sqO00Oj0b"
    "DA/fmgTO7N1blGl5BIEHSQHVTMbsgIVaub9maE4JzfY5S6eY/IXDymWIDtOaY1+cO5iH/7"
    "5jZqqfiInG/+lgYfogf1//btbffbgzAzVEvfTelzb07hZaNOmpX8xHScQC7vGHN50U8B8z"
    "kdD7XJMudWUWrmridUF57HgM8ivQFFhPLX7mw7csYhuvuK6G5EhRHY2OOEeP81Gek1DGaw"
    "Mo+2GXT+13Fs/wDDSjUUMj7qp295ppasdnYDTpAjZtNd8g523BToKGIh2CES7EBLZNoBZ3"
    "msdn5ykDbl87eWaksJMmx22LVnJ1kYgTldcQeY2QIz20cO9g0/QJ5wRKcEhTSQymmgWFiY"
    "cN6xJlJOgCBjpWV8ePl39Ijs+A5i8u32PvcGw975kOXb03vckutenHRfoiTtPhxFv5uO66"
    "uScGfbNgXsiHT47myI9wdiQNxjISLT4UBkmchH6ptxAxE1vY1WCKghg8wo5MggM3qcUof9"
    "LvvOfJZksS6IS9fD9px8SkK8efu3xH2Wryx24zgwYfyVTrf0ajaXPfS0ynMWZiFlgX5ZHE"
    "cJ+r1Jv3ehdf/aX1Y5Ozq9Nq1cHnayKa+cASCvfKR5ZdezJHZn5VGgsqVrYh9sXgSqWYAi"
    "xaqc4O9e975eafqUhSBeFlS/so7blzd6tFFgFhJVYhCHFylaYmIl6lxIHpp+MdA/UnnE+F"
    "syuen3tcnkrOOHUXu1W3LZG0Q7M2bIduIe6Uxi2kpmqkSO0uPr1+VWXTGQx6j84qhbMxC/"
    "x8aCLvMuR3fVUL+GhJoNia6JCzfkmfU1RRsZBKo2zNDzMDE5mWum6yvCUDlMK3RGUTF/aK"
    "CXP1Sq5Q9lrZyuEYbETOVg9zNl3ypULTxf6Vq1WLoBm36ifWo50FbM3t1XycUmg0FnJ2aK"
    "QKgMl4+GlU+iJtexmfngY9PDHLVSU5hbBgL7Ej3KsWV72AyM0HNEyC/jgHsZm9uTCasXYL"
    "BvWTZGs6ecBnB/ttcGdsD/WfXpgHX6/lUnAirG+q41PQu5hZ6QgZmDAOPijBNXrCtFOh64"
    "ltnhFQSOVE1IEQlltyqX3UL5XBfK56CQCsrnQOpNpK5Q74rkYOyNJUarMSdN6otmyVZXKC"
    "46vuKipHGJZPdtKC86zNAVkB9xpX4b4rfnfGtm8MxzF4ZUI/kysk307rqnuSsngiIOwrHS"
    "+nyBbKHs2woA4SqZ0CA3139zM7ioig3y0/thaFvvGOwAFU0N6XFlUOwu5R2h6JuWFccDJs"
    "Y98u95iqP6vMIiDs4rLE/kpucVHmCBsztj9TLCnehHl5famNUqJ3jWh76vXU/ZJXZ+9DJg"
    "1y60/nCgs2sWNh2bsGvMu78Y977oZ50nO7i3PPREbon26/Uguh9+XtrR/bS4FhqrUwgdP5"
    "ovESwqIlsYLDqQ4FCjwHrctUEmEJwHQvJEaRlDtB/ivjuO+9749THf7POTDfFe5uRBrPdI"
    "Y73QoHiXJaGUMrE69BQAkQBxtiHusku22SoiqkzyGOBcovCQPoUhSnoBBKxLbKpwHQ7hzY"
    "IyKXaHIRkz9AN3EW+eFonJ9G8m09GVNj7rpHe4JaPxx54++De76HpzROw/2dVJv6fr7Jpv"
    "IkLYld7F1UA/6yBrYRM1oi22b8RHGnKMzQ0tpzPcDpvyppbowfbkXSLff3Kpo8OPH9ftOC"
    "8BQUdJ2D7PAVtaHSPKTws1W+BAQQKvkYBQv4USDJgXZz5KP/nGI3Jsy2B1BKJBOe4NIAKr"
    "cgQWPSE7oCLDnj2zTcQ/kqZ2oa+4A/ThF1jzqbE0D7HPiYJvsrFWMOBbgG8HkXmI5tLeSB"
    "6v8ErT1XSWuWUJYJb6vSXTX+ifvpdxLE4b+BWnlW7F6dq54+QJEZa/YZEjTqa+53mookhi"
    "HVqSQMPjhOScwn/MQhJ1kOzchbYT2MR/x/7ePwWdxG3ZAL/9Xq7ioT+Nmesk2XqR6HQOpv"
    "CcVtZ6ioKgEtSXccC9OPdx91qZPHIRCbaqyrYqbLXswlZLKL6ArZYg9cMqufmMSVh7Qnhu"
    "wMmGoptHNhSqbqDqBqpu3tqqdtyqgGA14XkMeDISMXi6dP4pWOyUx+wwP34z7e8p6rH9mU"
    "7nbBBaHNYvHRdVTfUcqET7jKFaNdkvRjfnQ61zPdb6g8kgOd56ZeFEHxaDrmOtN1zTJ2Qu"
    "QXMeBTw34Nl9IjJnnORQsGlYetMqBGD3ba5IsM+BggQgDLsbSSgUSoAw7O7DsEsHEUOc0z"
    "IMiIX49rFGOiG+fYxSVyy+PcEbTyxdH3fSJNrNzvKAQ0uPOOodzwJRGeRR4NBLO/TJyyfi"
    "TuYgkHiQ8COfhQKEz68IDB4Q09uIDHJOVKshlneIGhDLJdZzg4pUWQ2/eRDQ3IRmROa8La"
    "Q1HK8QQHATgn3q+Br+EpmJIdqY5zIQ6G6mNp6k2C7hgOwqstXxEb/guwn2/Q0eYnnUyQb/"
    "8AnfUe8wAoB3eKTeoVSPYugQvSXf0MOBRKfXEhBavZ6UHMWmrV4t/GiLHVGcISDFK3EsMS"
    "RVjiS8XqyP89mJ0phIyL2MbaHkD0TSjbL70F25tWJWyhm6d92HC+zYj9h72eARrQ892ewW"
    "MRCdAhHKhg0jx+ocYWItXVvmWKgiEJwkaSdpgX2fagJhCRRxIABpAUScrVFfs58kGQ+5S5"
    "lTn8O7/2CTYzzVpIszCFAuT7mwginiQMFIK5g9HbyoWChmP9y7phl6nlREpgQFj005j+3A"
    "D7VaUiM6cc0EpNu91vSLgf7xrJPgWf+y4eBzfNBV4tKxo6kue4MhuzRDtoMVOZwKBQFeLA"
    "OOnCr1YB6yu0Xo/dtqwa1V8RNqNknothwMdhMprdbid9wIScA7dKJeymtgkLXKso5SAYm6"
    "k80kFOEgb5XlTW+1pN8OG1W2S+WayEG2yEXY2uKIPc8V61GfAiD3LbG9OfTiXeILkalcQs"
    "E0hp2ax1tUoFwKUkvSPA1SkMWhJw1TkGkeCTKQR5qBhG48e4yOhp7QQYbJcMjCyPQ/Z+F8"
    "sVb+GWSHLfz3R/las344W23H535Yts++v2VQq8rn7dZrFkzn3EZhf6o7+hIdMhgtKbfkI7"
    "Xmzjpzl+A4gh5F2lkIPY3U7z2GHhfHi+jtDAGqW+Z4ZQ8/2m7oG+LMc6AKvwqHIgG5aHjl"
    "TSBKqnKUNNG9hm8T3k6WepmvgUHWKssaeud1IXAIgUNo8QZSP6xwcQ97tnnf5QeIkw9PNo"
    "SEUTZMmTjwsQSBX7nk1PVmq1jRWShBdEk/THe1dFLoDz80CAjQUdWnhbLPSmV19L0SYDgZ"
    "3kJ2v3v/vkm45f376ngL+6xkRrkkwISzmv5rMtIr7KcMUl5GbTPo/K/TvhAuI6Pe8S/7+K"
    "VFkN3gfN9Naf76fyN5zQM="
)
