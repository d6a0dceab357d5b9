"""Single tickets that are given back, and the terms on which an event takes them."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE events
    ADD COLUMN cancellation_until integer
        CONSTRAINT events_cancellation_until_is_before_start CHECK (cancellation_until >= 0),
    ADD COLUMN cancellation_kept_percent numeric
        CONSTRAINT events_cancellation_kept_percent_is_percent
        CHECK (cancellation_kept_percent BETWEEN 0 AND 100),
    ADD COLUMN cancellation_kept_fixed numeric
        CONSTRAINT events_cancellation_kept_fixed_is_amount CHECK (cancellation_kept_fixed >= 0),
    ADD CONSTRAINT events_cancellation_policy_is_whole CHECK (
        num_nulls(cancellation_until, cancellation_kept_percent, cancellation_kept_fixed)
        IN (0, 3)
    );
COMMENT ON COLUMN events.cancellation_until IS
    'Until how many seconds before the start buyers may give tickets back; NULL: they may not.';
COMMENT ON COLUMN events.cancellation_kept_percent IS
    'What the organizer keeps then of what was paid for a ticket, in per cent.';
COMMENT ON COLUMN events.cancellation_kept_fixed IS
    'What the organizer keeps besides of each ticket, in the event''s currency.';

ALTER TABLE tickets
    ADD COLUMN refunded_amount numeric
        CONSTRAINT tickets_refunded_amount_is_amount CHECK (refunded_amount >= 0),
    ADD COLUMN kept_amount numeric
        CONSTRAINT tickets_kept_amount_is_amount CHECK (kept_amount >= 0),
    ADD CONSTRAINT tickets_given_back_is_whole CHECK (
        (refunded_amount IS NULL) = (kept_amount IS NULL)
        AND (kept_amount IS NULL OR status = 'cancelled')
    );
COMMENT ON COLUMN tickets.refunded_amount IS
    'What goes back of what was paid for a ticket that was given back alone; NULL for all others.';
COMMENT ON COLUMN tickets.kept_amount IS
    'What the organizer keeps of it by the event''s cancellation policy.';

CREATE TABLE refunded_tickets (
    transaction_id bigint
        CONSTRAINT refunded_tickets_transaction_id_fkey REFERENCES transactions,
    ticket_id bigint
        CONSTRAINT refunded_tickets_ticket_id_fkey REFERENCES tickets,
    amount numeric NOT NULL
        CONSTRAINT refunded_tickets_amount_is_positive CHECK (amount > 0),
    CONSTRAINT refunded_tickets_pkey PRIMARY KEY (transaction_id, ticket_id)
);
CREATE INDEX refunded_tickets_ticket_id_idx ON refunded_tickets (ticket_id);
COMMENT ON TABLE refunded_tickets IS
    'Which tickets a refund is for, if it is for single ones; a refund that failed too.';
COMMENT ON COLUMN refunded_tickets.transaction_id IS 'The refund.';
COMMENT ON COLUMN refunded_tickets.amount IS 'How much of the refund is for this ticket.';
"""

NO_COLUMNS = """
DROP TABLE refunded_tickets;
ALTER TABLE tickets DROP COLUMN refunded_amount, DROP COLUMN kept_amount;
ALTER TABLE events DROP COLUMN cancellation_until, DROP COLUMN cancellation_kept_percent,
    DROP COLUMN cancellation_kept_fixed;
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO definition FROM pg_trigger
    WHERE tgrelid = 'events'::regclass AND tgname = 'events_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
NEW = "cancellation_until, cancellation_kept_percent, cancellation_kept_fixed"
WITHOUT, WITH = "UPDATE OF ", f"UPDATE OF {NEW}, "


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
    "nL/mZGxOrKbmV7PhoNC2I9H5Qd75urc41q1EiedJAdVFjGsZo3rJCjRGtJLwKBcwHOH7Hn"
    "c9Pylc5IDrE7X+S7A3FETA+zby6xPBSRLbQCWlxWFC4tSakXkSB11aWuTgaqj6hDY1GPHG"
    "OrLg21Pu5kQy7KTBDGjEL2mJFSIzgPyamuj+niFBj3yL/nCYMgryK6VgKWDbOXAPsHqNLq"
    "+E2KB1ba63NvfD7Qe+Ov/CzVOafY4PzrVOuBWQELzN4XGC+4sH2ThcbrF5jyuM0LjBcYVg"
    "KBBQYWmHQuCAujBGxTbmwHIlFL1wwCvNikZ7IxjXSMTYdDSdWRKhU1tPvRKBOo7VGE/Fgf"
    "RlBhEaxjQRBQ6KNQfN2n3iydmZzqiZ7nocowRAYqsdpwr4Nc1cQ/ZiGJtjB27kLboSaK/4"
    "79vX9234jsjTP2t98hrnCkcQVIVxyj1BXy8O6x+TAgtQ5efsjJJv+ODTaoSgX37jjdO/Ax"
    "9u9jSLoXQP8r6bd9n1cjVa150vFt4nx7PoWJCKmIFdW0yiigWlH1vvNuGZRCCdaBcnnKH+"
    "j3FOE7HQ9kS5ANPcVaWRw+5+7yqH6H0vHQ5QE2aB+QkcmK6v14z2PTmZ6DwGQXn+weNrH9"
    "KBWYK0FbuIJAZO6NInNNarzE6rsUKO2C2Nw+Y3MmnSYi60Y6HrwMiVXDfaoKXtT28niqDF"
    "5AL4/GNhLfnW62kf8QXOvutTbua/qU7eD3TEyCW3I5+JXtv5/Zz6rsvn9EDi8aWtP1Y4WA"
    "dh97afehmu54y24f0JF2f+pZgVI4kEOsb23q1HjuQtSvLSKhaYbKcdFYVtTvszlBoyZiXk"
    "FBzirLma2WoY85NZiVyjQPaZEa3VoKOuXHoGY2+w+nnfdGbgtYIHmdZMoNxwaoyyLsOIXw"
    "/kCItLCD5epHi0hQ8yqreegMtNWXBkrtq6luV2oHSu2PUerqJPQ0Fjuqy+blBpxsSOVFcS"
    "jI4x1pHi+wA0cokbcCqJzUUDaTl39MAdJLsDZE5HfNPNVyvBRSNecrALAtybZwQD6PalF4"
    "AzLWdVuo3chgEJNAtz/S+9p4GrWYN7EX3JKr0eeBdtZZuI82viXTX7TedEx/pzdHgUevTK"
    "5HbLy/dNlo1qReG2v0JnGX+viQpVsyosDxWSd7pr2nvpn5b6T2v1AgJg9soXNxIM5Eo0AM"
    "JpZUv/kMBgJWWsBMBH+6RNDSzjA71Mc3076gNlbWCjHREpli7VnykDbtLNhekDMhyLB9+r"
    "Aeq0jnGHl1rfwr7gA9/QV6+i89m3eQZE1B3AoBBXFw/tVbV8Qd4PlXyAyoJhL1Qy7GvUvq"
    "VVgemlGvotefDj5TjyK+F/Myrq6H2jQ+CmuxjBKj/KOw1PA1WBetJDwsJbcMvkPBxTd1RC"
    "X3UdO1cW941knw7DCyiTb+HB9G5mPvURWpLNHLAvMOPWwmlRx8h1IhieEqIhKdGt+UZIqk"
    "jrg+HLDfXOLYyZ32Lgh2+ziHIl3Fw4O3KNK1vYYdyMG+QWe0J+wUl6BQgaKyXxwLC/MClk"
    "2kjLnRSpCxWjKmayn1PdhZM8ZqT1Fjv4WL3o8P81bFe8IOTJ6TZNcW5/2JydjMau4OR8Pr"
    "hdYfXPWG3/xwclrytVPL4Pv35eU/oOu3x20MUkt1Hgb8buDXJqYT+okjJhBTWsNCNEkgmh"
    "Rgb8Hx1mtC0ykAcuPiUWkHkXmI5pwp3syhy+N36NFhIurPafpZB5NbckH9OCtKyrJ8rBq+"
    "HHIc98k3PExXPo8TCazVNutgUDcC6iahj/5d4s94LnQT8vPoHbKfVggeLPlJyBGxp6vayV"
    "eTHeOBIYCxgeYHvAwkDfXa+7zanFRMCFs2KNe5E3c/a+5xROzz3VAWKOCp72q7MUOA4SjR"
    "BsibI2L/KdMKqIRsU2XDrhtOuAFyDGpiPNBnE9kgvQ6Ebad8ctMkie86Irt5+WAgmU+yhy"
    "sq4msWwzXk0cSz+AtgOtfusdhELcFgiq539QkcbMzoK8wz1zZsTsrhwMqQ3bohzn0ZB9zL"
    "bA+DtgvtT4hC24WtLhbQdqGa6nZtwIe2C8codYG2C9y+kD7HSz9P4JefxjgO7nHmQtZOYR"
    "r9b0qvr3oqHNic+Ct9C9Kr6dzYRaeK6yjst7FfRX7YSZOuFUYcT2zWvKKrU4zXYe9GB/kd"
    "1Hm6dx18Rv+ztM0g9HDH9jvsyazO3Usnuv9JZ+Z6CxR0ELE6T7YV3L8rZy+3d9dXtNDYRQ"
    "NaaKfRpJ1GLFkRtylDtGJbya49puj9EbCkV+PbFALfnintkoCbozy3CfKqUmQZqJyIfwni"
    "hqAHRmudWmBTMD+J6Rw+H+i98Vf+LE7H5+2g869TrUeZV6yf1CQ+7nLjMl0Y12ydTk7ShC"
    "5TR7oswknOe8xYwgF7O6VeHa1+iR7wdbz7r06prw3bpNNnFGAk2wpBpR+pSvdw0jRJxNkp"
    "gMDfkfB3bAsvlm7AWhEYD5hTuFxNPgcKIpAQQVR5zLb4u/yjzWuPnFnDwuoqbdi4nkWNFC"
    "lFxIHCuyBz/vmCnQK6znxNEVEGgU400IlmF51ohDTDCtAKbnetD2bIdkJPiPAcBEqGxBnH"
    "z0vbw1LdIwtIKBlSuWSIetsyIs7BQL4qy9fDQegRI/Q4u/Hq3Ok8CrSnRIdQqB1r6+ulVh"
    "x2jGchsTaFYfOjTppEYb0IAEFYCMJCEBaCsEckAgjCKhKETfKAwkIo4kAA0gKAECyEYCEE"
    "qy63EIJtO+N+aJoYS53gU4JCkE61KAIEi45CzOoEiz5SodeFibLPTzYEiOYoqb6HyNDxRY"
    "ag4nqfPrHr2/wjfqvd4RykTcxvbWtS9FPApk3Hgw8hE13Ldk9TbcDZP93zPFTVJGodW5KB"
    "Y/tvNqO7/5iFJArtde5C26GLov+O/b1/dncvmlhZ/Pa7UpsCBlkA+hN+qbM0eCM32Ryl8D"
    "aYH0dqfsCeo70ZH4IJKUhCvSLURh8Ge0vPFt0yXQLCtuky/3XbpgvJD+I/ibUgzhAw5aFg"
    "CtoubaPt0hubrENsUW2psbM26uzVtWGbjFUnAhjsEA8bImXHaqqKa7LWarAD0ViNkjVQIK"
    "SKP2LzTvdsdtRVilXZVOte975eafr0rJOUNLGTpC9v9OgcaVad220mnLc+8Mo0+XVCzSSR"
    "gystjOmg/0mbTuhCFjdZvyWXmkZ/nWFM/z/t/cp+CdAz++1G711fDwfsxO+QUEvBsbEiwo"
    "q3J4uf8mFBAGVb28rtAC9kJZBBW3Q01o6lsKcEJnB/Fh2gxw6pEWa/iAP+ZfkvptAEbdc1"
    "LMgBSquhtLo1pdXqxOWukO3UBeSyz082ROIWdCQE4I40AGei0Bcq7VkBWqEgdp3BaX085n"
    "w0+jTQPxr9kX45GF8x9z41TCn1M9tbYOuWjMYX2jg/JvbdciOSuI4x1q4GOh28CvAYHl6w"
    "Z/ayMZe9wZDdJB3BdlQU7zG9Gev5EXHvhvyY3pfeYJofgp4QdSWtcjzplmif2Xg6EfSPbH"
    "zs9Jj3iMxx9mlP72vDYe7z+CRbNiIJkuTHpGfS5UeNe/rkkpI0uqT/RoOSM7cNd8a2EK/u"
    "ZHwcfGaHvSe259x+ZMe+J5+Ntb5GP179DfrNTUxHUPQl5dVYRWxmlFNjFbb5TA2Ky6+Gdk"
    "WZPes8Ys+evRiYLRSMDyb7695k8oWKkfHi0/suke8/USnKhHA+nDZZmE+rV+bTcghnLxUw"
    "YLVD5AAiB0fM/54Cx8B9FnmRDNgA+69kf//5XpBDyuVMQgmVgCABWQmw7fMhZ89GMxcvQ+"
    "/OyesyRyeJCYl4esxhop7eWSfB35KJpl9EV3xMrPTKNPo1yctPtMSR8pkH8rH3WTNurs86"
    "c/SIjXDJksKf9NEXnaWEH4j7RNRICKMgwItlwJFq5fuUh8AJ42vbyfBzIFHEmoO1b69+yw"
    "pY8+J2kB8Y2PNcoVrxIgpaY4gHGxfY99Gcn8W8uRlc8Hkvokq8h6FtvWNYdUKO26A/jjDF"
    "r0h+8kffFGrwQYX5UUhYvMNMBmvfinUg4q0sWFYrl0t/bkrnroacNMjo0muQ1IWkLiR1Ia"
    "kLSV1I6rYgqQtdlfZZjTkL6CyVzLJwwK0Jiu1YDuB+Vgukve6n5RIsIfIcDNxPcD+r3M8R"
    "s9MGAV7UOaClQScbXNBsMxZ4oUfqhcI+yuOrwwPyM5W41y1kIAh2ZY8VkSAAduWPEJHADj"
    "i70Cq5z0PaxPzWqifo9wqMpWfzDh6r2RxZhMEGST+8C9wAcc78rCExDwIKLduPGpMYEnt1"
    "Odj9EPpW8SFhNmcYyxBZhB05hwF6NjzuiUcJAxVGVw52NAxeaP3BVW/4zQ8ncRTe/8Oh/n"
    "o3F57//n05Bs+IkpijRdjRMFw9R21iOqGFOWbpBhbzwGPnkS3EUrOxBDzOhVyx+OPG2KNA"
    "3BFCjkcacoQjmfdSAAMHDsB+o+b7jZbx7qCumBy61+nuomW6uyhXapQrMuqPrq6H2jS+ul"
    "g6OCr4yRXm5ApytF+vB1EdDn5e2p4qDSiTaiVZoebgKmuzrj7SNQqkdtotGenDAfvNJY5N"
    "sBpigA5ab9FBC0JwEIJT1qWEENx2whsQIoIQkRI8Qoho6wuNqJ9XAkJrCVlXb0Wk6VpCAY"
    "41IGymljh7yyUBMgND9CjcMg64l+c+2qwiQ/4KCOzLs7+kzElN/RUQ2Bdnn7jJeZRNWV8B"
    "gG1xth3KjPHK+Fv5HgrLofvLSB/dRBFQ+ohu6GV7I7XV7khVwqJxjNaX2AdTRMJWGNW2wl"
    "TZWcbMdbgecDNzKwdX+B1UVhcWjKdXiKKMB1mIy8LCUR5LZg9gAQm6T2Xd94g9n339NRFX"
    "BldyiN0l0b97I1Fuu1Ae9kpXU93evdLh0pKUehEJUldd6gpVMIbBnftcW8KYG3GyqYYxGh"
    "sNa1UNY5M3BIoY4Uz0dhp3cYt7EQcqQ7SilGjXPpMf3v0Hm5yXqZrxHAQol6dcOEdcxEE5"
    "sHSOGI5f2i336pig18j3L/CjbeI6M7Q8apMpyjoAUvkwAGyqOVJ7NBa/yDKaIWAVlVhF93"
    "aWlWrE72cNtX0/5Ez3am2Tjm8T51sLwi5D/54q/Qcs5PoUUaBFZNJ3EP2GOOjOjdCo6kVj"
    "/kS9GVoet9kQjTt4R64KmKJHaoouPffRtrDQOVJ5DCwkEgtJSqBRHVzYzL5RE2MAMTTyCv"
    "Z/xqpqItjTMc9hYLpimwByEJj7EnM/PeBCwpgtQcGaBWu2sTWbrF1Dl2rWWnN2feBGezZd"
    "Fx13bthkjxYt6wGCjXvk3/PWFIK8qn34BVzpvbp7STYhHFT+v25pYEop/9JQrXY+0Hvjr3"
    "y9lo7PvxDnX6dab4OFe+e5T6wxjrg8yshtSUTdpWa7MslvuRHsILUCwOIusbhHJ1HZYk5d"
    "HgOky2wrY2dpL1HAUTI18zwPAtolaFdoD9MhiUIhs7Wy1ksdu3WMZ/S73E9Z+qTObF0ft8"
    "lq9WJEnJmBKOyRRmGh3ePeYk8ztLCdFy757Kx6PvUFUIn8MLStd9Ex94cngho240508RKQ"
    "V+7RNy33CKK6TMLfKuLA2yobRE29LTCJWmsSlXoES+3J8mHv6kHI18OPVCHKRejzSJCyyl"
    "KGoqJqgxDSMG/lzgasN/c0utCnfmq9T8sdfLLRsY1g6RnlrFEeuLdH6t6Ktld8VVdF1bQY"
    "1LofVTwBjgneI/nUYPB5O4KbtZnL0Cornu503NMnl9o4ajIX1aHNsJf0mRtMJjdxn7loD4"
    "UifeZg/31rXBd1jNgJ9X7q7Nbs802mqk9Hgm16pLYpXXhD8TPl8yhYr6XXax8Lt/DIQVRe"
    "pZV1DzyqzAXoToYD1TK9O+i6YlCr806sEqsEA+qlqI+3ZjxgzmFjG5VLCgPq5RSMKO05CF"
    "D+OkUjPuPXoCACCREg08S+0KkCGQLaNzfjWyHf03WsUbh5V/b6uJMNvugTvrt33QfDp0jD"
    "Dfe/PVuVeObRuqrqzPo4BfgJv9RN+dKgTfM9STvQpaeFERiY141CMMvwzrFNvuVSVy9YxE"
    "G9YHklbVovCCUo1S9Iu0pQoLwMcjS7txg2mwsitkIL7QTI1DQxE+6oX0SfUtgXKeIgWwOl"
    "LYdIfuIoMahsbVcOC4KQFgTs1dtjuhhJdMLPQNCJ/ZXaR7SQtwSDQLd4YuEAeicfyul1S4"
    "/bdf3KJbgqwuTxu65b2LQXyHl3Ef88QAVeQ5x+c6WNB/2y7g1QEHISXM1KazP07rKLXepG"
    "Y+8Rp2JtXGA71iba+HNcRhvf4Zb0+tPBZ+2sw1o+PuJbcjNhn7O9lLek39P72nDILpjs2z"
    "uOKoW3sEVUTIEfQnRnTb533LB5rS2agsAgkjWI5pQfEUsoHQ8mkIwJxPo52jzT89x1HYxI"
    "lSmUw5XTQxT4VgvP6sqO00Oj0bDA/fmgTO7N1blGl5BIEHSQHVTMbg/PQvoF6SKwcEPCWT"
    "9qbCYO9tXW0+G8AHzj6QEvAxkuS7ij5xEyldXLYHszlXD+9DFK3bxHZC4e6y7A9hxrnfzh"
    "XMS/fXMbtfp8RM43f0uDYtGD+n/79rb77UGYv6qllaf0uTenlrNRJ81K0WI6TiDHfIw55u"
    "jnGv81/XsRnEEhf54apWbuekL7FfIY8KWlN0aJUP7aHZdHzjhkHV7j8KElMu2AoyKqDcAc"
    "pE259q2lwVKCDJsdRO3ZSYZEILBWcQcIsQmE2HzkYN/wA+QJe7UlKKRoVE7RxMLChPOONZ"
    "FyAgQZKy3jw8uNo0dkx3cQk2+397k3GPbOhywXnt7jllz34oT4EiUp8eEo+t10XF+VZDjb"
    "UilgR6TDd2dDvD8QA+IeCxGZDgciy0Q+Ys/nOmM1fYdWCKjvWjNsITt0hHkCyA4do9RhL8"
    "q+sz8lWawL4tL1sD0nn5IwV97+LXGf5WyKnTIOTBh/pdMtvZrNZQ89rXI9hVlIWaBfFsdR"
    "gn5v0u9daN2/9pdZy441r02tlYedbMqtZQDIrR1pbs31LImdU3kUqGzpetUHmxeBahagSL"
    "EqJzm7172vV5o+ZSGIlwXVr6wb9uWNHhXxs4JERWIQhxcpWmJiJepcSB6afjHQP1J5xPhb"
    "Mrnp97XJ5Kzjh1Hrs1ty2RtEuyZmyHbi/uVMYtpKZqpEjtKj5UWypnmMyi+OunnT+D02Fn"
    "SZdzm6q4b6NSTkrSU6GoqXK2+xUvmAZn9F5jr0PExMTuaa6fqKMFQO0wqdUVTMHxro5Q+V"
    "avlDWSurtklBqVC18Hyla9Vi6QZs+on2kOVAWzF7d18pFJsMBp2dmCkCoVJEPhpWPom6RM"
    "dm5oOPTQ9z1EpNcWIZCOxL9A/Hlu1hMzBCzxEhv4wD7mVsbk8mrF6AwZ5i2RjNnnIawP3Z"
    "XpvLAf9n1Sf31en7V53Wpxjru9b0LOQWekIGZg4CjIszTlyxjhHpeOBaZpdLEDhSNSFFJJ"
    "Tdqlx2C+VzXSifg0IqKJ8DqTeRukL795NDqzeWGK3GnDSpL6KjobjoSIuLkuYNkp2xobzo"
    "MENXQH7Elfotgt+e862ZwTPPXRhSTd7LyDbRu+t+466cCIo4CMdK6/MFsoWybysAhKtkQo"
    "PcXP/NzeCiKjbIT++HoW29Y7ADVDQ1pMeVQbG7lHeEom9aVhwPmBj3yL/nKY7qswSLODhL"
    "sDyRm54leIAFzu6M1csId4kfXV5qY1arnOBZj/i+dj1ll9jZzsuAXbvQ+sOBzq5Z2HRswq"
    "4x7/5i3Puin3We7ODe8tATuSXar9eD6H74eWlH99PiWmisTiF0/Gi+RLCoiGxhsOhAgkON"
    "Autx1waZQHAeCMkTpWUM0X6I++447nvj18d8s89PNsR7mZMHsd4jjfVCk9ZdloRSysTq0F"
    "MARALE2Ya4yy7ZZquIqDLJY4BzicJD+hSGKOkFELAusanCdTiENwvKpNgdhmTM0A/cRbx5"
    "WiQm07+ZTEdX2visk97hlozGH3v64N/souvNEbH/ZFcn/Z6us2u+iQhhV3oXVwP9rIOshU"
    "3UiLbYvhEfN8gxNjece5XhdtiUN7VED7Yn7xL5/pNLHR1+/Lhux3kJCDpKwvZ5DtjS6hhR"
    "flqo2QIHChJ4jQSE+i2UYMC8OPNR+sk3HpFjWwarIxANynFvABFYlSOw6AnZARUZ9uyZbS"
    "L+sRy1C33FHaAPv8CaT42leYh9ThR8k421ggHfAnw7iMxDNJf2RvJ4hVearqazzC1LALPU"
    "7y2Z/kL/9L2MY3HawK84rXQrTtfOBCdPiLD8DYsccTL1Pc9DFUUS69CSBBzbf7Mat+4/Zi"
    "GJOkh27kLbCWziv2N/75+CTuK2bIDffi9X8dCfxsx1kmy9SHQ6B1N4TitrPUVBUAnqyzjg"
    "Xpz7uHutTB65iARbVWVbFbZadmGrJRRfwFZLkPphldx8xiSsPSU5N+BkQ9HNIxsKVTdQdQ"
    "NVN29tVTtuVUCwmvA8BjwZiRg8XTr/FCx2ymN2mB+/mfb3FPXY/kynczYILQ7rl46LqqZ6"
    "DlSifcZQrZrsF6Ob86HWuR5r/cFkMNKLFk70YTHoOtZ6wzV9QuYSNOdRwHMDnt0nInPGSQ"
    "4Fm4alN61CAHbf5ooE+xwoSADCsLuRhEKhBAjD7j4Mu3QQMcQ5LcOAWIhvH2ukE+Lbxyh1"
    "xeLbE7zxxNL1cSdNot3sLA84tPSIo97xLBCVQR4FDr20Q5+8fCLuZA4CiQcJP/JZKED4/I"
    "rA4AExvY3IIOdEtRpieYeoAbFcYj03qEiV1fCbBwHNTWhGZM7bQlrD8QoBBDch2KeOr+Ev"
    "kZkYoo15LgOB7mZq40mK7RIOyK4iWx0f8Qu+m2Df3+AhlkedbPAPn/Ad9Q4jAHiHR+odSv"
    "Uohg7RW/INPRxIdHotAaHV60nJUWza6tXCj7bYEcUZAlK8EscSQ1LlSMLrxfo4n50ojYmE"
    "3MvYFkr+QCTdKLsP3ZVbK2alnKF71324wI79iL2XDR7R+tCTzW4RA9EpEKFs2DByrM4RJt"
    "bStWWOhSoCwUmSdpIW2PepJhCWQBEHApAWQMTZGvU1+0mS8ZC7lDn1Obz7DzY5xlNNujiD"
    "AOXylAsrmCIOFIy0gtnTwYuKhWL2w71rmqHnSUVkSlDw2JTz2A78UKslNaIT10xAut1rTb"
    "8Y6B/POgme9S8bDj7HB10lLh07muqyNxiySzNkO1iRw6lQEODFMuDIqVIP5iG7W4Tev60W"
    "3FoVP6Fmk4Ruy8FgN5HSai1+x42QBLxDJ+qlvAYGWass6ygVkKg72UxCEQ7yVlne9FZL+u"
    "2wUWW7VK6JHGSLXIStLY7Y81yxHvUpAHLfEtubQy/eJb4QmcolFExj2Kl5vEUFyqUgtSTN"
    "0yAFWRx60jAFmeaRIAN5pBlI6Mazx+ho6AkdZJgMhyyMTP9zFs4Xa+WfQXbYwn9/lK8164"
    "ez1XZ87odl++z7Wwa1qnzebr1mwXTObRT2p7qjL9Ehg9GScks+UmvurDN3CY4j6FGknYXQ"
    "00j93mPocXG8iN7OEKC6ZY5X9vCj7Ya+Ic48B6rwq3AoEpCLhlfeBKKkKkdJE91r+Dbh7W"
    "Spl/kaGGStsqyhd14XAocQOIQWbyD1wwoX97Bnm/ddfoA4+fBkQ0gYZcOUiQMfSxD4lUtO"
    "XW+2ihWdhRJEl/TDdFdLJ4X+8EODgAAdVX1aKPusVFZH3ysBhpPhLWT3u/fvm4Rb3r+vjr"
    "ewz0pmlEsCTDir6b8mI73Cfsog5WXUNoPO/zrtC+EyMuod/7KPX1oE2Q3O992U5q//B3hc"
    "WYA="
)
