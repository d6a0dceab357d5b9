"""Rows of an event have keys that begin with the event, so that they can be distributed by it.

A number alone stays unique where something finds rows by it, as do the codes of tickets and the
references of bookings. Each key replaces an index with the same columns, so that a sale writes as
many indexes as before. Tickets and bookings are locked while their indexes are made.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

FOUND_BY_ID = ("ticket_types", "bookings", "tickets", "transfers")
WITHIN_EVENT = ("event_scanners", "gates", "check_ins", "retired_ticket_codes")
OF_TICKETS = ("check_ins", "transfers", "retired_ticket_codes")
ALONE = ("pass_devices", "refunded_tickets")

PARENTS = {
    "tickets": """ADD CONSTRAINT tickets_booking_fkey FOREIGN KEY (event_id, booking_id)
        REFERENCES bookings (event_id, id) ON DELETE CASCADE""",
    "order_items": """
    ADD CONSTRAINT order_items_booking_fkey FOREIGN KEY (event_id, booking_id)
        REFERENCES bookings (event_id, id),
    ADD CONSTRAINT order_items_ticket_type_fkey FOREIGN KEY (event_id, ticket_type_id)
        REFERENCES ticket_types (event_id, id)""",
    "discounts": """ADD CONSTRAINT discounts_ticket_type_fkey
        FOREIGN KEY (event_id, ticket_type_id) REFERENCES ticket_types (event_id, id)""",
}
NO_PARENTS = """
ALTER TABLE tickets DROP CONSTRAINT tickets_booking_fkey;
ALTER TABLE order_items
    DROP CONSTRAINT order_items_booking_fkey, DROP CONSTRAINT order_items_ticket_type_fkey;
ALTER TABLE discounts DROP CONSTRAINT discounts_ticket_type_fkey;
"""

BY_EVENT = """
ALTER TABLE {table} DROP CONSTRAINT {table}_pkey{drop},
    ADD CONSTRAINT {table}_pkey PRIMARY KEY (event_id, id){add};
"""
BY_ID = """
ALTER TABLE {table} DROP CONSTRAINT {table}_pkey{drop},
    ADD CONSTRAINT {table}_pkey PRIMARY KEY (id){add};
"""

SCANNED = """
CREATE OR REPLACE FUNCTION end_transfer() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE transfers SET status = 'ended', email = NULL, closed_at = now()
    WHERE {of_event}ticket_id = NEW.id AND status = 'offered';
    RETURN NULL;
END $$;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return (
        "".join(_no_ticket_key(table) for table in (*OF_TICKETS, *ALONE))
        + NO_PARENTS
        + "DROP INDEX tickets_event_id_idx;"
        + "".join(_key_by_event(table) for table in (*FOUND_BY_ID, *WITHIN_EVENT))
        + _parents()
        + "".join(_ticket_key(table, is_by_event=True) for table in OF_TICKETS)
        + "".join(_ticket_key(table, is_by_event=False) for table in ALONE)
        + SCANNED.format(of_event="event_id = NEW.event_id AND ")
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return (
        SCANNED.format(of_event="")
        + "".join(_no_ticket_key(table) for table in (*OF_TICKETS, *ALONE))
        + NO_PARENTS
        + "".join(_key_by_id(table) for table in (*FOUND_BY_ID, *WITHIN_EVENT))
        + "CREATE INDEX tickets_event_id_idx ON tickets (event_id, id);"
        + _parents()
        + "".join(_ticket_key(table, is_by_event=False) for table in (*OF_TICKETS, *ALONE))
    )


def _key_by_event(table: str) -> str:
    is_doubled = table in ("ticket_types", "bookings")
    return BY_EVENT.format(
        table=table,
        drop=f", DROP CONSTRAINT {table}_event_id_id_key" if is_doubled else "",
        add=f", ADD CONSTRAINT {table}_id_key UNIQUE (id)" if table in FOUND_BY_ID else "",
    )


def _key_by_id(table: str) -> str:
    was_doubled = table in ("ticket_types", "bookings")
    return BY_ID.format(
        table=table,
        drop=f", DROP CONSTRAINT {table}_id_key" if table in FOUND_BY_ID else "",
        add=f", ADD CONSTRAINT {table}_event_id_id_key UNIQUE (event_id, id)"
        if was_doubled
        else "",
    )


def _parents() -> str:
    return "".join(f"ALTER TABLE {table} {keys};" for table, keys in PARENTS.items())


def _no_ticket_key(table: str) -> str:
    return f"ALTER TABLE {table} DROP CONSTRAINT {table}_ticket_id_fkey;"


def _ticket_key(table: str, *, is_by_event: bool) -> str:
    columns = ("event_id, ticket_id", "event_id, id") if is_by_event else ("ticket_id", "id")
    on_delete = "" if table == "refunded_tickets" else " ON DELETE CASCADE"
    return (
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_ticket_id_fkey FOREIGN KEY ({columns[0]}) "
        f"REFERENCES tickets ({columns[1]}){on_delete};"
    )


MODELS_STATE = (
    "eJztXW1z4ji2/isUX3a2itvVnXnbm7u1VYQ4PcwkkALSPb2bLZdiC+KNsRnLJp3Zmf9+Jb"
    "/gF2RjKQSEfT7sTsfoMeY5snTedM5/u75lPGHfchbv+oZvrS3/5cY1sd097/y366Alpv8o"
    "HdPrdNFqlRvBrvnowQ5xKB6t/xYgz8ceCREPxPfoJ3TAHNkE00smJoZnrXzLdRjs8yPyO8"
    "+IdIhrmx3kmJ0VssyO5XRQJ75Tx53TDzqPbuD9X8d/xB3PfSbsouvgDvLo/0wTm51g9Y59"
    "peka9DvZ073F3QPH+i3Auu8uMB3r0e/417/pZcsx8VdMkj9XT/rcwraZI9Yy2Q3C67r/sg"
    "qvXViLoeNfhWPZsz/ohmsHSycdv3rxH11nA7Acn11dYAd7yMfsG3wvYLw6gW3Hskiojh42"
    "HRI9ZQZj4jkKbCYdho4eIL3W1fXReKZPtZmud7cklyAydMeXDNdhUqePSkICFuwR/ud/z8"
    "6+/fbHs/ff/vC377/78cfv//b+b3Rs+LzbH/34Z/QwKVvRrULOhh+Hoxl7IJdOrWjysQt/"
    "hhjkowgVCiNlP5b2tgguKY2+tcR8IWRgBUmYMe5d8o+iXBIpVAkmuZBKJn1NDiCaCpZnwx"
    "ttOuvf3LLbLwn5zQ7J6s809slZePWlcPWbH/6aF8vmJp3Pw9lPHfZn55/jkRbS6RJ/4YXf"
    "mI6b/bPLngkFvqs77rNO370MJ8nl5BIdmgrYCDwPO8bLtoQHj8jjSzeLKYiX0nSCAu0u0V"
    "fdxs7Cf6R/flsh30/9yeCn/uSbbwsiG8UfnLFP/swx/OC6T/TLyTbDpWtYFrJ7JdsXwe/f"
    "diU7+/Ddj9/97dsfvtssYJsrVetWskalhK5sZGAROlMAkFkkEzv0+4TYzCCAziKdC88lHD"
    "JvqFb0wqdzgyhulNiwlsh+dxn999SIrWBtdHejTYaDAnMengeOKcZdBtNC9pjKPH/KqG3s"
    "wgMynp6RZ+pbn7hnbtnY7Y+WZ8viFeSgRUgDe2T2gBmTZ2X9gquNosyI3i6TaGXpT/ilni"
    "VUTinYHCdqcwQEe7qoCDKgw+1KDRFFSn343y3eZ/hrCevJ+EZYAVVmnfbrLGfRJfr+Nzf9"
    "X/+as+qux6OPyfCMfTC4Hl8UyCaGu+JpXn3PQyUbXgopMG5b5BRn+Q7K//XvImXY8LCvPy"
    "LyyFseHOSVEZcHFth7ePEjVptD3wWbb9kZSyfsxXDUn3zhT9lkfNa/cPFlpvULEniMl9O6"
    "K0QyHlYIiRVi5eG15QZEl573ZXeQfAFiZeQE5PFW879IaOD4li3qHi29yR6cpacjopPzle"
    "KvK4veTkecFbBa4HkkSFllKduI0DeSYFNCzkUsSFplSdO1l/EuIec8soEhri79gebYsV/i"
    "GXgiYo9fli2pK+QqC0zLv3YXlc6y3JjeLncZG63b7gL8Ze30l4kvX7Bsncayld2s6Evtir"
    "tFsygpv6hi6sdx3KIsSYs+5xbz5W6PFAGODxnXaPDwH2wIOZoyEKBcnnLhFSaPg9iL9CKD"
    "19gRpz+LggVelvsHPHc9TuTr5+l4VJKitUEU1SjL8Dt/dGoGZBRjv4JIRkX1olNcXwo6EL"
    "tBcdFBc25yaTntGwCwLs+64XoethF7TO56U77JbiOl9trT4f9Ntto4wUVcmc/hYLUXWe3V"
    "8QBdIOepbxhu4PhVTqCtYb0dfqAHCtBRhDhi7pQa2TvgFuo+urbJ21wrYvUbBFhQEsu6Rd"
    "9AEbqT8bCFinPthsuSANkbALAtzvYae4TrACtd0DOIw7kEPrzter63QwIQdyynurkO/GBl"
    "Sko9jwSpqy51hWyN6CBhpZ2RHdLbZWNkDiZCqLl9NoWH55gd/RU6JJADgWUhoX+pYVMfe5"
    "NoU1QGyGdXXM+UmPhZFDhJZbn/LUCOb/mcwhClxGchTZr1ezP8fNdHto6WzEW7zWvFQeci"
    "8DinnY+zo/KPi0PdkreuW0J85Aec44mMX80JliHHQ/o8KFbt8mkhG/ThmO6usGPGJosA3d"
    "1bbXQ5HH0878T4e2cwHl0NJzfa5XmHUj63vCU26dX+aKBdX4dX2Y+2bXZ1ol3djS7Zxagc"
    "Abum/Xo7nLBL0cGPaCoKivPDDzXk+aFo2qYCZR9xK9HozFMg6oMoYhvohTgRrwMcVQIpJ8"
    "4QolOrG7M1h6Miu66NkVPiFskji8dBKfStXuDNlQOfBx2Pr3NivRgWDe+7mwuNrqihPOkg"
    "yy/RjA13ubLp3Hd85L3oHkZELDe4DA+RKXHPSLTl6mbA2dAqX4A8EOa/wPyHaGAXooEQF4"
    "JoIEj9tKKBA0SNSxN5VxibVSHB7XG9HXFBI0bocwqB5EMIFEKhpmMXqgG1AjaYw28wnn9p"
    "kZ257dvjdm8wnq+bMQQ2GNhgkrkgLIwCsElxylYdo2FryNDHy13rTDqm1hpj0eGQ3tbSRU"
    "WN1b01iwnkWSlCfrQehlBhEWxjQRCQdKWQf51Qa5bOTMFC2xnQAUttd/8+D5ywdFDnIbBs"
    "qqKQd+z7/tF9I7J3ztitEtz09/j6yrN4OeAVGWx52Kvz104n7FmSvgbemZZ4ZyDo00apK2"
    "QnP2LjaehUmsnZIb1dVjIbrNONCYzkdhrJYKkd31KTNNKA/lfSbxHCyzQrX3mS8U3ifH+W"
    "mYEcp8TjVlHoM4dqxDmOQ2dNMgolWAfK5Sl/or9ThO9kPJAtU2APKqI38bjDgntuqfwdSs"
    "ZDYj2UHDghJZMdTSCI01SsssRGAoHJLnOKxMDWWsoxV4A2cAcBz9wbeebqZMqJZckpkCAH"
    "vrlj+uYMOk1E9o1kPFgZMjVIn8ucF5XVaZ5LnRdQnaa2jsQ3p+uVpjgF07p7q00G2mjGal"
    "J4Bnb8e+dq+CurKDG3vqpST2KNbJ43tCILYIOAAjZHKWCj2trxlvVroJ/O8ZZnBRIKQQ7R"
    "emtRo8Zzl6J2bR4JZWBU9otGspLqRF+AgpxVljPbLQOCOZmspYtpFtKgZXRvIeiEH52q2e"
    "wfnJ4SO7nNYYFkPsnRri46dTMoIJZDrOXohBUtFDLCcqjWZ2KzaZb4TcVoLABbzyRdAjkT"
    "sSpYeOBI4fsTea0ZMxILZhEGxBaJNbGN5fLv80hQk1VWk6E+3V5fGjiqVE51s0LjcFSpjV"
    "JXKiFiFfh4Rz5EOqS3Ox2CDYZsiJZmQxypfYxy69VRQg8r9LKUCcDlcSAA+RichxyCwmIC"
    "4jG4LWyD3G+HfhE8d20JduLOYlROU1E2NyshUJfqWMhHgyBkjpqdXBchiWStz/3JKGwgRN"
    "VgJ2wgNNK0y6k+0aa349FUozdldZHpdCIrKg5877COQRP6+aeh9vm8w7oGscm2tvDzvfN5"
    "PKJ3cp1753o8nZ13bKrj3zuU22nYeYj+qUoCmHjvi1d2u2j72yTROg6axkHTuEMm3dF9k6"
    "7krLGK/sAhekfzqW04+NpV9rVbRPfRE+bsAbvaT21g0HtHoPeOu6K0yHhlc8AGOmWb9FJF"
    "Kp5MwCULhIVTZRlDkLILQUoIV0GQEqR+WkFKjR0QqgpRZgb0dgQow8NGEJ5saXjSt3xbyC"
    "29ATTCD3Fo31n2MQVIL8CacOzy0MzTVY53Tric8w0A2JZkWzjim0VBrFc21ntaZQm6bqgw"
    "iEmgOxiPBtpkdt6hjBvY8++dm/GnoXbeWbprC987s5+0/mxC/6Y3R75Hr0xvx2w8WblsNM"
    "VfaRON3iS8RRxgvXfGFDg576TPdPTwFlP/9UT/F8oWzwIbaFyciDFRyxGDHZNIGJAZGAhY"
    "aQEzEfzuOoKadoo54Hp8NxsIrsbKaiEGWiFDrJNRFtKkvL/9OTljgnSL0If1WNlBwbhbyR"
    "0gBCcQghPvfbS/tkeqzXDhDAzfwp5E96g8rPUnbW33GROZLlxFYOuZhIygt84IOr0E0C5L"
    "fF8nz1LbLr6c9K+olWt6aE6t3P5gNvxELdzoXszqvbm91mZhBqe7XIWnienVPjWDr6/Dq+"
    "z327YqqZ2sAWIcrpCSWwo/oOCim9qikvuojbRJ//q8E+PvnYk21SafmFioIYK9tSpSiQ/H"
    "yEolAz+gVJzYkBIRyYgag5Rkirx3xqPrIfvLdWwrvtPRBZEpTiNbOogHb5DndX9dgpCNiU"
    "5ntCfspClAISNKZT9NJCxuMaM6Ui6pZwQyVkrGdC+lpoc+x/R/SSHj2tYLF30cm/qtKt4I"
    "GzBZTuJS0Zz3JyJjN6uZO7SG10ttMLzpX3/zfe+s4PtJNIPv3he3f5/u3x63G1El1VkY8F"
    "vBL5uLkhwXoS1yccgwzbrLs7JhcmRz0MB3Jd8PLzqhPNj6Q0CoNUM4npFKDz4XD/57Af99"
    "OFndwDFf4d4o3uOA1vTGBhawpiP7mSHvncvxgCoSrLMEFUiQuAOOb1EzSi3HsOm0XnOWoc"
    "qXYgsLL4TIC4G9JWcZqoiOJwBIzxMPjNvIWQRowZni9ZaeLP6Ay050VlNk0dFG5x3s0AWH"
    "Lj1mmBfGUsLUWGzoBuo+s3oMdPnzOMGfytVmGwzLjcByE9MXlhia87ymdcjPog/IfnJI4d"
    "TJf0DO0yslsHULEINADklc5MxELyIVnoswCBdU1J1j3xKEJcyElJsyPOg6MkmAYUwbhXXk"
    "SvrTVKQD8sAw5Xl5gRmmnvDKl/QEV94H/DqVfp1t7sTjGxX3aBH7/DgHi0QJ1lDcIGDplm"
    "hu6y2QY/0uVT83j2xSKvehS7i6PrJ1qkk/0WcTURS3gdAMhE9ukoVDXFukeQ0fDCTzSfZw"
    "yRHgqpTvIrI1AdOyzPlorj1isYlagMEU3e5V69tYn9NXmKeu7ajGkMGBliF7Vl2c+yIOuJ"
    "ephwHNsJqfcQd15va6WUCduXKqm1VxDOrMtVHqAnXmiqp59Gt5+Vwx/OqXCY6ce5y5kNaP"
    "m4X/mtHrmyJyJzYn/kzeguRqMjcOUZrvNnT77SzQlx3Wq1OmT4/8ifWq9XVHFON12LvRQa"
    "SDOs+Pro3P6T9WluEHHu5YpMOezOw8vHTC+/c6c9dbIr+DHLPzbJn+47tuge393fUVNQMj"
    "MkSdglkU1A/cT/3ASLIiZlOKaMS55UNbTOH7I6BJb8Y3yQW+P1XadXxujPLCcpBXFiJLQc"
    "V8k5e40+OJ0Vq1LLApmJ3EdA5fDEf9yRf+LE7GZ/Wgiy8zrU+ZF1BsDrFLTw3kODW26dy4"
    "evs0iSBQVrel2+IhFJQTWFeOE7FkB9mFuc+AgHoh6tVZ1a/QE67Rv3lr2K41fU4BOjRybv"
    "eSLtXEE3p3vrqJKrRwPu5uWlY7q3zSn0bDVGVnPDQ0PTDh0NAUyhcqXb7wtBpcHslPtb+D"
    "UUr2jz0hUagUY62VnwIJFY0Vs1rOiRt3jZc7Wrdtj+vVcU8sYwj4J8A/Af6JwxkP/G5L5Y"
    "wfvsNSg8gmbuBRxUpqqvOwIAQwlw9tLs+x2BmkeDwQB36Gt/YzMB1SxgrK4sAGUs4GKoRT"
    "3EAqmpLCGlT+onXh8dsoLLbLAM0N69WxP+N4G5ifYH6C+Xk4Zdwy8XLl+kzH0Z8wRzcqJ5"
    "8DBRFIiCCsP4fCIl3C++o2FjIVpDMVXM/EnpxzgAOFdwF8A2DiNs3EZblJYm7DBNAIbg+9"
    "HsyRZQeeEOEZCFTUEGccf11ZHpbqJp9DQkUNxd04MiLOwEC+KsvXw37gOXrgcYrVVpnTWR"
    "SsnhLFgiETqKmvl3J+WDeo44bdjOrV9MJSADhhwQkLTljweijHPng9yheQNw3sIxPLxPVT"
    "GCg0oNBUKjQTPA8cc5dCkx1VS6HxQgAoNKDQgEIDUeUWiUCBqLJivqDjBJWh/sCRBQDGFR"
    "hXShtXEFKGkHKjGSeBYWBsygQcC1AIOqrmRIDgVyvErI6v6COqLs6Xft7b4R9aIKjG11rH"
    "EBRYPaZN7BIraSGRJ7/cHM5AmsT83iqRh/8V0GmT8WBDyDjX0mYpdDXgFDfsex4q6wm5jS"
    "3IwLbIm83o7t/ngRN69joPgWXTTZG8Y9/3j+7hRRMtFv/6t1KHHIep//kX/FKlafBG7tI5"
    "Ct5tUD9aqn5AifGjKR+C8SiIQb3C1UYfBnsrzxLtkFIAQpeUIv9VXVJywQ+HPGNPZL6nCJ"
    "jykAC+1+W+tV0W31plddauZeABC1pWtyPijdypskYYOlNDUM3egUzOHcsnHQ+HprvrvfyF"
    "dMLIVVjmI24AyBr6eZaP6dDzcDjdbjuPiHT8Z7cTvRtku4Xgvm/+CjWaYNuWUOVysP0oc6"
    "BVd18w4ux1pUJIhjdJmd6fPylYPvA0h1I2UwDwqVzppnjhr7E3CG0K4L9o6UqrzranxjJx"
    "lEo1ouxnUUC+vAOJW7GZZcNpdA8MqR/Sx0RxAnnem3QC1ZvpT/40Hg40qjNHq/y9M5hol8"
    "MZA9Gr1FA1LZ/aQlESmmj23IcfaqTPfSgac2n+HPsoLxBQ+0DtU5XPlYfXlhsQXZhYDrJB"
    "WfgQ9z5F76ZFSCDl3MwBG+jbPBFfZr00Tsj4f+OMfwf7usSxlDwMjqb4VEQSNOZhQOPCcw"
    "mRIbIIBCop3sc8Fn+ejkclK2cKKfJnGX7nj85bZoMdhztGRrVqUtRCCrscu8GFmv7V3f3Z"
    "uEN7NYNwYl3aXh8oe/QwfsM43NbtX+EQVuDAM3iKtz3FrKKggNWbDAdnAq+VOnjdj+n4TR"
    "Zh4dBTDgcCEBKAOnv8NTYX2NMc36tMC98atmtvt0OATjdMz4KIalv3SXGfGjjTTsCZpqJW"
    "2pq9o1VR29v+lxttNDvvxJWD7p2JdnU3ujzvRDXw7p3L4fT2jkVwTYusAlWit8gw+J6ner"
    "LJwJUWz2w4+EWbTenWFioB5N650jT65xxj+u9Z/1f2h4++sr/uRv3b2+uhRmUXOFR3sC2c"
    "iu9yIz9TDQFCMsrxM4F8vJSVQAptUHj5wFI4UjUB4J5eeXBduj8vhNnP44B/Wf7z59kFNd"
    "wtLMhBVg5Q5xDqHCqd9aB8JOD9264HDTlKcoMsu8r/mX7e2+H4XNKR4O9sqb/TQAERStzc"
    "ABqx0h46c7Px7q+L8fiX4eijPhiProaTG+YmSTR8Sv3c8pbMhzKeXGqT7JjICM6MiN1o+k"
    "S7GY7o4I0/Tffwkj2zl4656g+v2U2SEaxObP4es7vJKDsi6rCXHdP/3B/OskPQM6I2ubnt"
    "vov+3nxpdDn7neO7yPvnBv7GW6SPb7VRxmekuyvsZLxJ+uVd6hDUzQCnn3wej9JPnl0n/e"
    "R6PJ2lH9kuod+nfWK/hk7T0Uf2dZFtazwiZ8G+Lf60Pxpo19eZz9l8s8Pnj/1j2TGxpyw3"
    "atIfTa+oCMdX9P/DQcxJPqcydOesa8PmTvrHIf3O5Cb6wqJfuPlsog00+vHmO6hcDExHUP"
    "QVlbq+cdbNqcT1jcfuE9Ubr77o2g0VwXlnjT1r/qJjto0x6bCZedufTj/TScbEQ+h9V4iQ"
    "ZzrHZDx1357V0b/OyhWws6IGdpSqQ2CcgYMIHEQt5v9I8QHgPnWwSfrlgP1Xsn/84D/IIe"
    "FyLrEIFYAgAVkJRFaJTBOkFAbsy7KfWGqi9OdxwL8s/+xERMCpEl3P/ZKiD+eA6TInROyv"
    "FfHCMGfGcPTxvBPj752pNroMrxDsmMmVWfhnnKI0TbwZhNnfH/ufNP3u9ryzQGusByuWDf"
    "PLaPx5xHJhnhz32ZGxpd8gbcn38XLlc6Ra+jplIRDV2DrIj7/6EifLM7DmdQdqWMnMrLht"
    "RHwde54rVJ02j4JmXOKBgCUmBC34usDd3fCSz3seVeA9CCzzHcOqEw7YB/2RfzV6RbKTP/"
    "ylUPUXljAShmvEe9qlsObtWCci3tKzG2rlWdD/7kq12Azp1ci2oNcg4QISLiDhAhIuIOEC"
    "Ei4g4eKNEy6gy+QxE+LnPp2lkhFQDrgxLrsDywGM43KBNNc4Nl0HS4g8AwPjGIzjMuN4zL"
    "TIC8veZSFvj+vtMJMj/fQhghzPVlblUDUYzlBh+pBmM/1ujDm7RjndKQLCQeJ8s20B2ZRO"
    "U2iOF2DAvESnSMsXakSbjAeuJbhm55w9sbO9KaQJjOc9HXUcHeV+ji03xxrxDezyyZwimk"
    "Duoadz6AEToXsDALbF2fYw83PGfvq6jOdAwLo468+IfrGO9bh4KscOcl0bI4dPPwddbCJO"
    "4W+lj2+uHLiJ+Hh8nZPDxbBI9N3NhTb55kMoFDrI8jM2kGLW/dDHy52mfTqoV8uuZ9WuIA"
    "LeUkNeFZ/KsVXBNp2ABfLTJTGEHqtGFwgi1jqOdRYZBMCu/BZQzZDreSnlPgtpEvN7O7kR"
    "LdKUIlvIRCrAwEgSN5Kya7NomIKHBRmIy4D+bl9feVwbtaL2Yh4G9RdJ8OC7PuK4tSpIzI"
    "KAQtMioddappcfB3scQt8q90mYzTnGMkTmYS3nkLXaZD9um8GYgZKtKQNrDYOX2mB407/+"
    "5vveWcE9l2xS370vBl7YZJPkuAh9Nc+nowa8hmnJFWHPPWdPh+uKdQHbFp5vM1nviET+Dg"
    "rrrd0pnWrX+sXddDjSptPzDqEitvWHgFgOJoTlsX/SJlONZfJPPmosj32NPYJZKr+3UKRH"
    "S8j0Gpuyiw0X36K3QGbF2XD2ikW+9B7AfSX3IVV0tTbjKJL0CpW5xwGLt9h0aekKLlPXdH"
    "k67zDkvXM5HtxFvaQo88Eybk99/GXohBu+K6WSW45hBybm+KB3sJgFtp1H5neQmo0FYDv9"
    "FoolG+xMNBBIMoD8gpbmFxwpUeyE3v+3ccAfo6q5aqRDYcOauvEKbzRyEfX4NiljuErKGG"
    "ZqGmSqGQzGN7fX2iy6ulzZOKwskDljnzlbr/16OwyP1OOvK8vDUmfW969kx2URZIWagau8"
    "mnVHY2bvOC6zd8ajyPpxnY3ldHQxQD+y7foMdcoz1O9HBhFHiDgqZVJCxHE/7g1wEYGLSA"
    "kewUW0941GooR9Fgg17GVNvQ2RokfFt4AKB2uV9XFsSPSxt+QY3D9PqTVaTf8GWVxNLMPv"
    "/NGxLXKC70KFHBgl1XIoUt7LV8lhNyiXQ1SiblsSu1eiDLQxJcX2lkseUkR0bqnSyhOfee"
    "ABD3smfu6TOuuZO5MSvGBPOH08j4I1XaYoheMjwxdmvogD7uW5F66ksAUE9uXZX1HmpKb+"
    "Bgjsi7PvuD7mKC4VBc0SALAtzrZNmdFfGVMp3kNhOXR/Go/Gd2FUiz6iG3hpYe20hrYqoa"
    "6Q17DzGC8KICCbzD1Ulk1S8vtjGPtKqn0vohjYJ22iXw9vhrPzjrumqp1tLS2/TiHxaMSl"
    "Foc9o89NHIc+o0/Z3ZOP2N3vncHdZKKNBl/SCuZJ9CotYn5x94U+1ObOkcoZ31mNGRRFbo"
    "lEods8EmrdqlbrtkxT1+euzfWL11PYM3CFVwpld9Oc+v0KURTxIAsJn2S0EMsU+c4hYe1T"
    "ee1jh5HYz98ScamjM4M4nH/zwxuJcu/+TWiGUEp1c5shBCtTUup5JEhddamrdK5hgRzrd+"
    "zdhg2qqk84cIb2dp51iEF61AELjj209NhDOhHESyvmkZCJL52eAenCb50uLJHHBRlc2WMF"
    "Ft3TOHYE03/49GUgVYpPs9hjiosaBchPiLQ3i5OJhsnAlyTHtUWoXr1G3DlemfaTB0KNd4"
    "G8n7jQDBFW2wpAyKmVVdo8bLAT4zJ+gQK0gY6BE3EElDpRFfIEBP6D+7XSAZAZ0dtl94dj"
    "m2fs13klwNrvii9VsEIpukLlrFvD50Z5ytXdFAHWhUyjy+DhP9gQ63SZQoByecqF9d08Dp"
    "yU0vrukXrAtNbWUEcFvUWEXOK1ZeAqNbQ4apcquqLjqXwYAKJPLdVHI/GLbKMpAnZR+Z4j"
    "km2kYA995R5qERJwpnv5apOMbxLne0vHWgXkkS76T1jI9MmjYBWRSeSFPDjIiDq4EhqeoN"
    "KYPVGthhbH7VZEQ4QemiqgirZUFV157toysSe0lWQwsJFIbCQJgXq5c2E3+3qFjwHEUMsq"
    "8JBDIpewuGmwhW2Srnpg+8ANfMMVKyiRgcDcl5j7HjawtZYN42ehoM2CNiugze5I6xfJ5o"
    "ccflBdQXU9kuoqleDLR4MgZALDJ9fGQJx8TgeD4UifTfqjKSv5YdHHZmo4K/lx2x9e0mHI"
    "Mu+dq/4wrPoxR5addjJIGxmoUogDTme86nQGHB966+NDS2RiCQMhA2ugcXAixkC9DDrPo5"
    "YcETzjlEe1+pgTO8pBCV4iaqFwbIFdp0Cy0AOeAzkOfXs8BkK5o58trd95lXR2sZ5FwuEb"
    "AdaZPhV4Qgp/BgJHzMSV/AfkPMk0YyjgWtQ5ma8qQkGgLhQEAtcxFAQCqZ9YwCB2GF4gm7"
    "luKiMHvKG9XSGExCH5EKEgmADBBAgmHCyhEjx4b+zBc1fYide82sZDBgNO5nhfELS+7JLi"
    "Hi0kcOmueU6aCvo2CCCPWNy5V61tb0ANVLRPRLGu5XxnNoNU+hVqsCV16gJWz3S6dqkNUc"
    "dwygzs1TWbbHehW84RrSaWyID1R0QeedaTg7yynug5XDEM8BI3DzqpWitVNlHcKnLz1lCN"
    "8WI46k++8NX3C05ryYsvM62/w4p68NxnQqeFuDyKyH1JRN3lbL8yyZYAFEzK2gAaYU4d2o"
    "ZdY8+iXybkOMhigHSZMpeUWn2FfM4iUzHPsyCgXYJ2hTpHnZIoQG+V0Vtv3DVe7jr1yh1b"
    "W3tdxjDw+oPXH7z+hzt6BqXBj0D7E/2d/EDL7uMCCVZl4ru3/S832mjGTgGElQ2SHq5JB9"
    "d753I4vb2baecd0yKrwMf3zpVG/5pjzA4QfBnfRWA3oNj+5c9301l0Q2T+JyB+0sn2+AcH"
    "nl1P6Mh4Ml5l8Sn73sApjVeFMOjLJcRdPB6Ig+D4WwfHiRt4BpY7ycjDQoazxHlS1i9HYo"
    "kt4GC5CAmRWTO2gLBw7Fo48Neo3bvuIV67nYppu4VsfWp+mO0hc8jQbXQJklP3J+Y06DWy"
    "Qp5LzxlWNGIoYEHUSotagZJaii2Ix6moFXkxhEWQgwH7IuyrE0CZ4Dl9ox9nrNZvVfBke1"
    "xvR+DEixBRGWEImrQ0aBIQibbJGRAUSpRe1udoadkvXPLv7oaXJR61LKhAfhBY5jsGPUER"
    "VLAZGXSRIpRVccJfWigCytYyiYS1PA7S1XqS6WqQUyIjjZMzDOj6L3VymOzTyFdMOW2SfD"
    "28pgui3HmGLBKkrLKUofBDuUIIJQDezJwNqEjNWXhlh0G7NbK326QNMXr0MRi1LTVqFXBc"
    "KreiHcXEhVZtR6Ufsp2Eo5kqbZU+tYjj/W9A97/q3ZI7ePeGGcLi/ZJOAxOK5rR102TC3+"
    "a/PGkqGd+IDJNDZ0rBxtjGPuBAfrTpIMLLHal3eiFFq7zwdMO+BlfaZMI6FYQ2xRx7Hmtg"
    "MNGG0+mdFp5kCHvjqtLAQNgN1Fj3z4m4e0q9fOoosVOMKr086ee7VFVCR4Ju2lLdlG68VG"
    "6iMsiiYL+W3q8JDr1hIrZBBqLyLq2seeDRxVyA7ng4UC3TeovuKzrVOh/EDo4XYEC9FPWR"
    "m/0Jc8647FxcEhhQL7fAiNKegQDlr1toxGf8FhREIHP62zAw4bRZLGc+RcB50Hp8q2R72j"
    "arJlRlfaYjejvtTzb2iBaoGpnaYIxG/xVYQ5LxsGRLdcb1MOZ4Jis2yw0CCJc5w+8SH9m6"
    "aDSwAIPdUqKBhuULaYXJeJjmMmSzNBdPrB5LCmkE5fmA0lmNeNJZaTjprBhN8um9xb0qeR"
    "QsIhIVjBE/rl1RvxiVxLSB7xp8W0QnS2Tb+kNALIdrXe5qYbuNh0a2Ao1sKXnuM9E9zLp8"
    "Yt2g6/eCo7pUSqH0HiAJAUmw1dujm6TJbVJVL72jeI/D7bRdm75/XTEBdK+HI+28w5D3zu"
    "V4cBeVmKQCCdQpMGk5a9cysL7y8Nz6KrI1bCMPKA5BUSi7Q7AcmN9dR8iaymIOSPndbNAU"
    "1vESWbYI5RsAaEESjnX7Gb0QHevxiiGqBXHxsPcK7L0xcaZObVTexK/O5NtGw9Fd1ZL6Cn"
    "1qCDclpyIXaoM4XCrUhzcSZRwH2DS837j/N1eqvP7bLw+chC6nulknoXNVLHKN7EWknkeC"
    "1FWXukoxad+3wzY1M+wtSXVwmjO0tzNKnYB0n6FCACRMty5G7XoL5Fi/S2QMFJGQOC2dOA"
    "1F/9+6dvca2RZdwD13KbqF55EN3MJPZMuuZe48Ybwi+hwL+xXywAM6FI4j2D36Ewx3ubQI"
    "Mxn1FfYMzCsjEZeCKIuW827QpqISl9pgeNO//ub73lmB7mSl++59cUHLsxbXZdhmvqKAR+"
    "kd2kQ9vzuBhw1srTHRqYYeII6TrHIt4aBhQam/oDy69O7MjtJN9MJZx0sV0m1gk1RS8GGB"
    "KnRCx7npuzgOfG29o5Xv9rjeDsfFM354dN0nnbC3nbUtCIttHNF/oUqJkNY6M9SZ9VFVrV"
    "/wS9WULwzaNd/jSj5P+KWBPjqY17WcdKvgwbYM/mHAqmr1eRxUq+915KrVg8pU/oI0KwAE"
    "xc1BTz68xrBbXRDRFRqoJ0Asr46a8EDtIvqUwrZIHtckpwlUi2wP+bGhxKCy5VIzWBCEtC"
    "DUqD/QSuqRubR84ZzqDeiAYYpkdz7ZMEVYakd0lmdA0Gf1lQu9aOGBAgxOb8icYSUBh/Ny"
    "9T4ZD5nkW62aPcvgUFkRr98gID5PfOQHnG2u3snRFH3AE3MepgrOGidirX1udKJNtcmnqA"
    "h4dId7pz+YDT9p5x3WfGiN7527KfucNU28dwb90UC7vmYXDPbrbVuVsuHQC1JsAT8FR9qW"
    "fB+4EYpKtT8BgUIkqxAtKD8imlAyHlQgqTIelkMsnuq5q3xHioMDqwKG1qZXo0STMg721d"
    "rT6bwAfOXpCa98GS4LuNbzCEHh8m2wuUFhOAvaRqkbj8hZiIcVcrAju7Wnv9mX0V/f3Hcd"
    "qhuukf3NXxKnWPig5C9/ve/+9STUX9Ui+DP63Luj+OmoXr2sv4iOHoTz2xjOh/LRhyzzSq"
    "lZuLw6rxV1dTMYsKWl27qIUP7aflEtZxziwwdzW0CA5xW2dUiF7ltxH408hT9Px6MKBlNY"
    "kUfL8Dt/dGyLnKBnuYJCxkf1SlFcFHp5A4ndgOPnjNh0V5izQu/ydeax4O8UOVCPVohf4b"
    "/czsxAmpQ9tb8zrzFBOp2aJvasOBArMKdL7gAzWyRlCtmY6MRHnrDzrACFSLDKkeBIWNjh"
    "vGN1pBwDQcZKy/j0UnDQGlnRHcTk2+1/6g+v+xfXLOUmuce9c9uP8m5WKM68uR6Hfxu2S1"
    "TJuQmL5HOzAypL8mRhLYrzydThoerAo2WaMjpyigMtQkSLcG3OxlKech0PP5xe/P5ElOJH"
    "LERkMhyILBIJRbb3SickVpRT3dwQOyRWtFHqcGL22IkTBVlsC+LK9bC1cH6JwxZZm67AfZ"
    "rukK/ndWLC+DOZbsnVdC576HmTJpGbhZQF+mNxpLMO+tNB/1Lr/nm8pBQPOQSFodLKrJTi"
    "sN6utJQUAGkpLU1LcT1Tqlq8CQe8X3/U48nieVXrOd0SrMr5Qd3b/peoNeIKvbDuFPfORL"
    "u6G4Xn31gu/71zOZze3s20845pkVUQOamO72k7QX/oCm+aZwpJSBtdDkcfqYQi/L0zvRsM"
    "tOn0vEMCw8CE3DtX/WF4BHGOLJv5RiMZahspquIfXXnu2jLFWk9nMSq/SsomIcVvtr6kG7"
    "8r1IF6GwlJYBJJYOJnf/Z47OeEZn/JuR9o1lJcmPfcrEW1E39KOa+F52usJkmxycG2nE3b"
    "JVKnJwu4lrNI9aflyvXZksivalzRanwb2ogV9eBaWKzG6nTFxGxzEjprwkeDNiZx8MS2mE"
    "pLsOHxGvhUnD4pAoF9cfY9bFoeNnw98ISawBdxwL2MHejJBH9yMCgaI+tJ9PDKRgYmwvwX"
    "gCABWQm4z3JKeQHXclXySBFkmMHnRy04DvyHSzEiYudnUwRoLOIaCwtnBJ6QoZSBAOPijD"
    "uuWGm7ZDxwLXMc3/dtqQy8PBIO7qh8cAeRJwkJpyiQrsrS9TCllEh6+3ngFh3/KQmfBFji"
    "fUlR8L6o/L4sLGoI6sGKY79Und7KwuDwlsDhLTgq04WjMnBoAo7KgNTrSH3rtMZxTxTMsb"
    "fzOMFmTK/OWYJ5XKoJDhK07yBBXONUslcfHCV4pfMYjt4dkfwT6KT19pzvTQ2ee+5Sl2o7"
    "WUQ2id5Dt+Vz5USQx0EwUHo9XyJLKIdpA4BgiUxgipsxeXc3vCyLTPGTJIPAMt8x2AkuNB"
    "WkRzn/kbmUNYTCX1pcOJ6woz8i8shbOBzklbir87iiG+7FjyrnN4fSi7h062Ye02l8MRz1"
    "J1/4E/mCU+r14stM65/+0UV3zrKOhZspjq+utAk7hRjjWSvFgXY7Y5eQYeCVz65daoPr4Y"
    "hdM7FhWw67xqz7y0n/8+i882z5j6aHnp17R/v1dhjeD39dWeH9tOiUI1bniGP0aETCWZRH"
    "NtBZdCLOoVqBjKjqoIwjOAuEYJXSMgZvP/h9D+z3vSPVPt/0894Ofy8z8sDX21JfL/QyOu"
    "TBGkqZ2Gm+BACeAHG2we9ySLbZLiK6mGQxwLlE2jt9Cl2U9BwIWJc4muraHMLrOWUS7AFd"
    "MkZAfHcZlUUS8ckM7qaz8Y02Oe8kd7h3xpOP/dHwn+yi6y2QY/3Ork4H/dGIXSMGchx2pX"
    "95Mxydd1iDMkcNb4tFdFYecS3RHj7FQZs1gTZriJBnlxo6fP9xVS2pAhDWKAnd56vPtlZb"
    "D+PTQmXUOFCQwGskIFRJrQAD5sWZD8NPRF8j2zJ1lkcg6pTj3gA8sCp7YNEzsnwqMuxZc8"
    "tA/O611c1U+XeAQwQCez5VlhbsoJK4jrWBAd8CfNvIWQRoIW2NZPEK7zRdbcQitywAzEK/"
    "987sJ/rVjzKGxVkNu+Ks1Kw4K1oVgfOMHBa/YZ4jTqS+73moJEliG1qQQM12uHJG4d/ngR"
    "NWi+88BJbtWw55x77vH4JG4r50gH/9u5jFQ/+rz107jtaLeKczMIXntLLaU+gElaC+iAPu"
    "xbmPOlXIxJHzSNBVVdZV4ahlF45aQvIFHLUEqZ9Wys0n7AS4KucmM6C3I+lmzYZC1g1k3U"
    "DWzVtr1bZb5hAsJzyLAUtGwgdPt87fBZOdspgDxsfvZoMjeT32P9PpnPUDk8P6le2isqme"
    "ARVonzNUoyb75fju4lrr3E60wXA6HI/yGk74Yd7pOtH611vribOQoDmLAp5r8Ow+OzL9DD"
    "MoODQsfWgVHLDHVlck2OdAQQLghj2MJBRyJYAb9vBu2JWNHF2c0yIMiAX/dls9neDfbqPU"
    "FfNvT3GYF7LTzZ0b16vj7WYd0RgEvN4t9XpHs0BUBlkUGPTSBn388omYkxkIBB4k7MivQg"
    "7Cr69wDJ4Q0/vwDHL60lYQy2tFC8RyifVcvyRUVsFvFgQ016EZOQveEdIKjjcIILgOwYQa"
    "vjpZISNWRGvzXAQC3fWWjWcptgs4ILuMbHVsxM/4YYoJ2WEhFkf1dtiHz/iBWochAKzDll"
    "qHUjWKoUL0nmxDD/sSlV4LQCj12isYinVLvZp4bfHKFpcb5ykCQrzipjkEVcqXoGa51/P5"
    "cYRq9xg7EnIvYhso+RORdK3oPlRXbqyYlTKGHl336RLb1hp7Lzssou2hvd1mEQPRKRCiLD"
    "gw0lbjCDvmyrVk2kLlgWAkSRtJS0wIXQmEJZDHgQCkBRBytkV9xXmSeDzELiUMJBI8/Acb"
    "HOWpIlycQoByecqFF5g8DhYY6QXmSI0XFXPFHId71zACz5PyyBSgYLEpZ7GdeFOrFVWiY9"
    "NMQLrdW210ORx9PO/EeFa/7Hr4KWp0FZt0rDXVVX94zS7NkWVjRZpTId/Hy5XPkVPpOpiF"
    "HG4Tev+2q+DesvgdqjZJrG0ZGJwmUnpZi95xPXB8XtOJailvgUHWKss6DAXEy51sJCEPB3"
    "mrLG96qxX9dVgv011K90QOskEmwt42R+x5rliN+gQAsW+J482BF50SX4pM5QIKpjGc1Gxv"
    "UoFyIUgtDvPUCEHmh/ZqhiCTOBJEIFsagYRqPEf0jgaeUCPDeDhEYWTqnzN3vlgp/xRywB"
    "L+x6N8q1g/9FY7cN8P0yLs95s61aoI77RePWc65zYK21Pd8eewyWC4pdw7H6k2d95ZuA6O"
    "POihp5250BNP/dF96FFyvMi6nSJg6ZZpr+zhteUGRBdnngNV+FU4FQnIecNLbwJeUpW9pP"
    "HaqxPL4Z1kqZb5FhhkrbKsoXZeFxyH4DiEEm8g9dNyF/exZxmPXb6DOP6wt8MljNJhyviB"
    "2+IEfuWWU1WbrWRHZ64E0S39NM3VQqfQ77+v4RCgo8q7hbLPCml19L0SYDge3kB2P7x/X8"
    "fd8v59ub+FfVZQo1zHxw5nN/15Oh6V6E8ppLiNWobf+aPTPBcuI6Pa8C/a+IVNkN3g4thF"
    "af78fwkaXQo="
)
